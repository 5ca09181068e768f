"""Reading -> tolls found, wherever they stand: who was killed, wounded, captured, is missing or displaced, each with the word that says so."""

from collections.abc import Iterator
from typing import cast

from onrecord.events.event import TollKind
from onrecord.events.factuality import judge
from onrecord.events.tolls_numbers import Figure, figures
from onrecord.events.tolls_parts import FoundToll, names_a_part, with_parts
from onrecord.events.tolls_people import Counted, counted, undivided
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.resources import Resources
from onrecord.resources.tolls import TollWord, TollWords
from onrecord.statements.statement import Statements

SUBJECTS = ("nsubj", "nsubjpass")
_MOVING = frozenset({"raise", "bring", "put", "revise", "rise", "climb", "reach", "stand", "hit", "pass", "jump", "grow", "increase", "exceed", "lower"})  # fmt: skip
"""Verbs of a toll that is told anew."""


def find_tolls(reading: Reading, *, resources: Resources, statements: Statements | None = None) -> tuple[FoundToll, ...]:
    """The tolls of a reading in text order, each conjunct apart; those that are only feared, planned or denied are left out."""
    words, numbers = resources.tolls, figures(reading)
    found: list[FoundToll] = []
    seen: set[tuple[int, str]] = set()
    for token in reading.tokens:
        for word, head, loose in _said_of(reading, token, words, numbers):
            groups = counted(reading, head, numbers, words, loose=loose)
            for people in undivided(groups) if _beside_another_state(reading, token, words) else groups:
                kinds = ("killed", "wounded") if word.kind == "casualties" else (word.kind,)
                if (word.kind == "casualties" and people.high != 0) or (word.rule == "flee" and not people.figured):
                    continue
                if word.military and (not people.figured or not _soldiers(reading, people)):
                    continue
                for kind in kinds:
                    if (people.head, kind) not in seen and _claimed(reading, token, people, statements, resources):
                        seen.add((people.head, kind))
                        found.append(FoundToll(cast(TollKind, kind), people, token.index, word.rule))
    found += list(_toll_noun(reading, numbers, {f.anchor for f in found}))
    ordered = sorted(found, key=lambda f: f.people.span)
    return tuple(with_parts(reading, ordered, numbers, words))


def _claimed(reading: Reading, anchor: Token, people: Counted, statements: Statements | None, resources: Resources) -> bool:
    """Whether the text claims it: nobody killed is claimed by its own negation, all else must not be unreal or denied."""
    held = judge(reading, anchor.index, statements or Statements(), resources=resources).factuality
    return people.high == 0 or held.happened is True


def _said_of(reading: Reading, token: Token, words: TollWords, numbers: dict[int, Figure]) -> Iterator[tuple[TollWord, Token, bool]]:
    """For a word of the lexicon: what it says, the head of who it says it of, and whether an unknown noun there is a person."""
    lemma = token.lemma.lower()
    if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
        for key in _verb_keys(reading, token, lemma, words):
            if word := words.predicates.get(("object", key)):
                yield from (
                    (word, head, word.kind in ("killed", "wounded") and not word.known_people) for head in _patients(reading, token)
                )
                return
            if word := words.predicates.get(("subject", key)):
                yield from ((word, head, False) for head in _doers(reading, token))
                return
    if (word := words.predicates.get(("state", token.text.lower()))) and token.pos in ("ADJ", "VERB", "NOUN", "ADV", "PROPN", "X"):
        yield from ((word, head, False) for head in _in_state(reading, token, numbers))
    elif (word := words.predicates.get(("of", lemma))) and token.pos in ("NOUN", "PROPN"):
        yield from ((word, head, word.kind != "casualties") for head in _of_noun(reading, token, numbers))


def _soldiers(reading: Reading, people: Counted) -> bool:
    """Whether those counted are soldiers ("lost four soldiers", "lost 1,200 men")."""
    return people.of == "military" or reading.tokens[people.head].lemma.lower() in ("man", "troop", "personnel")


def _verb_keys(reading: Reading, token: Token, lemma: str, words: TollWords) -> list[str]:
    """The lexicon keys of a verb with what completes it: a particle, "dead", "to death", "prisoner", "life", "missing"."""
    keys = []
    for t in children(reading, token.index):
        word = t.lemma.lower()
        if t.dep == "prt" or word in ("dead", "prisoner", "hostage", "captive", "life", "missing", "homeless", "alive", "unaccounted"):
            keys.append(f"{lemma} {word}")
        elif t.text.lower() == "to" and (end := child(reading, t.index, "pobj")) and end.lemma.lower() == "death":
            keys.append(f"{lemma} to death")
        elif t.text.lower() in ("in", "at", "inside") and (end := child(reading, t.index, "pobj")) and end.lemma.lower() in words.cells:
            keys.append(f"{lemma} inside")
        elif t.text.lower() == "from" and (end := child(reading, t.index, "pobj")) and end.lemma.lower() in ("home", "house", "village"):
            keys.append(f"{lemma} from home")
    return [*keys, lemma]


def _patients(reading: Reading, verb: Token) -> list[Token]:
    """Who a verb is done to: its object, its passive subject, what a participle stands by, what a relative clause is of."""
    objects = [
        t
        for t in children(reading, verb.index, "dobj", "dative", "oprd")
        if t.lemma.lower() not in ("life", "prisoner", "hostage", "captive", "dead") and (t.dep != "oprd" or t.pos != "ADJ")
    ]
    # "killing six, among them an officer": who is named as one of them is a part, no other
    objects = [t for t in objects if t is objects[0] or not names_a_part(reading, t)]
    lives = [t for t in children(reading, verb.index, "dobj") if t.lemma.lower() == "life"]
    if lives:
        of = child(reading, lives[0].index, "prep")
        inner = child(reading, of.index, "pobj") if of is not None and of.text.lower() == "of" else None
        return [inner or lives[0]]
    between = next((t for t in children(reading, verb.index, "prep") if t.text.lower() == "between"), None)
    if between is not None and (inner := child(reading, between.index, "pobj")) is not None:
        objects.append(inner)
    if not objects and (shared := _shared_state(reading, verb)):
        return shared
    passive = bool(children(reading, verb.index, "auxpass", "nsubjpass")) or (
        verb.tag == "VBN" and not children(reading, verb.index, "aux")
    )
    if objects and not children(reading, verb.index, "auxpass"):
        return objects
    if passive:
        return _passive_patients(reading, verb)
    if verb.dep == "relcl" and not objects and _said_by_others(reading, verb):
        return [reading.tokens[verb.head]]
    shared_by = next((t for t in children(reading, verb.index, "conj") if t.pos == "VERB"), None)
    return children(reading, shared_by.index, "dobj") if shared_by is not None else []


def _said_by_others(reading: Reading, verb: Token) -> bool:
    """ "Nine men they killed": whether a relative clause without an object has a doer of its own, who is not its noun."""
    doer = child(reading, verb.index, "nsubj")
    return doer is not None and doer.text.lower() not in ("who", "which", "that")


STATES = frozenset({"dead", "wounded", "injured", "missing", "homeless"})


def _beside_another_state(reading: Reading, token: Token, words: TollWords) -> bool:
    """Whether a word is coordinated with another kind of toll: "dead and wounded", "killed and wounded"."""
    beside = [*children(reading, token.index, "conj"), *([reading.tokens[token.head]] if token.dep == "conj" else [])]
    beside += [t for b in beside if b.lemma.lower() == "leave" for t in children(reading, b.index, "oprd", "acomp")]
    beside += children(reading, token.head, "conj") if token.text.lower() in STATES else []
    return any(t.text.lower() in STATES and t.index != token.index for t in beside)


def _shared_state(reading: Reading, verb: Token) -> list[Token]:
    """Whose state a participle is that stands beside another: "left the villagers dead and wounded"."""
    first = reading.tokens[verb.head]
    if any(t.pos in ("NUM", "NOUN", "PRON") for t in children(reading, verb.index)):
        return []
    if first.text.lower() in STATES and first.dep in ("oprd", "acomp", "xcomp", "ccomp", "advcl"):
        return children(reading, first.head, "dobj") if verb.dep == "conj" and verb.text.lower() in STATES else []
    if verb.dep != "conj" or verb.text.lower() not in STATES or children(reading, verb.index, "aux", "auxpass", *SUBJECTS):
        return []
    if not any(t.text.lower() in STATES for t in children(reading, first.index, "oprd", "acomp", "xcomp", "ccomp")):
        return []
    return children(reading, first.index, "dobj")


def _among(reading: Reading, state: Token) -> list[Token]:
    """Among whom there are dead or wounded: "there are dead and wounded among the villagers"."""
    above = reading.tokens[state.head]
    host = state if state.dep in ("attr", "acomp") else above if state.dep == "conj" and above.dep in ("attr", "acomp") else None
    if host is None or child(reading, host.head, "expl") is None:
        return []
    near = [
        state.index,
        host.index,
        host.head,
        *(t.index for t in children(reading, host.index, "conj")),
        *(t.index for t in children(reading, host.head, "conj")),
    ]
    among = next((t for i in near for t in children(reading, i, "prep") if t.text.lower() == "among"), None)
    inner = child(reading, among.index, "pobj") if among is not None else None
    return [inner] if inner is not None else []


def _passive_patients(reading: Reading, verb: Token) -> list[Token]:
    found = [_antecedent(reading, verb, t) for t in children(reading, verb.index, *SUBJECTS)]
    if found:
        return found
    if verb.dep == "acl":
        return [reading.tokens[verb.head]]
    first = reading.tokens[verb.head]
    if verb.dep == "conj" and verb.tag == first.tag == "VBN":
        return [_antecedent(reading, first, t) for t in children(reading, first.index, *SUBJECTS)]
    return []


def _antecedent(reading: Reading, verb: Token, subject: Token) -> Token:
    """The noun a relative pronoun stands for."""
    if subject.tag in ("WDT", "WP") and verb.dep == "relcl":
        return reading.tokens[verb.head]
    return subject


def _doers(reading: Reading, verb: Token) -> list[Token]:
    found = [_antecedent(reading, verb, t) for t in children(reading, verb.index, *SUBJECTS)]
    if not found and verb.dep == "conj":
        first = reading.tokens[verb.head]
        found = [_antecedent(reading, first, t) for t in children(reading, first.index, *SUBJECTS)]
    return found


def _in_state(reading: Reading, state: Token, numbers: dict[int, Figure]) -> list[Token]:
    """Who is dead, wounded or missing: "five dead", "left six scouts dead", "three dead rebels", "fifty were wounded"."""
    own = next((t for t in children(reading, state.index, "nummod", "npadvmod", "nsubj") if t.index in numbers), None)
    if own is not None:
        return [own]
    if found := _among(reading, state):
        return found
    head = reading.tokens[state.head]
    if state.pos == "VERB" and (subject := child(reading, state.index, *SUBJECTS)) is not None:
        return [subject]
    if state.dep in ("amod", "acl", "acomp", "oprd", "ccomp", "xcomp", "advcl", "attr", "conj", "appos", "relcl"):
        subject = child(reading, state.index, *SUBJECTS)
        if subject is not None:
            return [subject]
        if head.index in numbers or (
            head.pos in ("NOUN", "PROPN")
            and state.dep in ("amod", "acl")
            and any(t.index in numbers for t in children(reading, head.index))
        ):
            return [head]
        if head.lemma.lower() in ("leave", "find", "report", "be", "shoot", "lie") and state.dep in (
            "acomp",
            "oprd",
            "xcomp",
            "ccomp",
            "attr",
            "advcl",
        ):
            found = children(reading, head.index, "dobj") or (
                children(reading, head.index, *SUBJECTS)
                if head.lemma.lower() in ("be", "find", "report") or children(reading, head.index, "auxpass")
                else []
            )
            if found:
                return found[:1]
    before = state.index - 1
    return [reading.tokens[before]] if before in numbers and reading.tokens[before].sentence == state.sentence else []


def _of_noun(reading: Reading, noun: Token, numbers: dict[int, Figure]) -> list[Token]:
    """Whose deaths: "the death of two nurses", "the mayor's murder", or the deaths counted themselves ("three deaths", "no casualties")."""
    if any(t.text.lower() == "among" for t in children(reading, noun.index, "prep")) and noun.lemma.lower() in ("casualty", "injury"):
        return []  # "no casualties among the monitors": of others nothing is said
    zero = any(t.text.lower() in ("no", "zero") for t in children(reading, noun.index, "det", "nummod"))
    if zero or any(t.index in numbers for t in children(reading, noun.index, "nummod")) or _vague(reading, noun):
        return [noun]
    for prep in children(reading, noun.index, "prep"):
        if prep.text.lower() == "of" and (inner := child(reading, prep.index, "pobj")) is not None:
            return [inner]
    owner = child(reading, noun.index, "poss")
    return [owner] if owner is not None and noun.lemma.lower() not in ("victim", "body", "remains") else []


def _vague(reading: Reading, noun: Token) -> bool:
    return noun.lemma.lower() in ("death", "fatality", "injury") and any(
        t.text.lower() in ("several", "many", "numerous") for t in children(reading, noun.index, "amod")
    )


def _toll_noun(reading: Reading, numbers: dict[int, Figure], taken: set[int]) -> Iterator[FoundToll]:
    """ "The death toll rose to 12", "bringing the number of wounded to 30": the figure after the noun in its clause is the new toll."""
    for token in reading.tokens:
        lemma = token.lemma.lower()
        if lemma not in ("toll", "number", "count") or token.index in taken:
            continue
        near = {t.text.lower() for t in reading.tokens[max(0, token.index - 2) : token.index + 5] if t.sentence == token.sentence}
        kind: TollKind | None = None
        if near & {"dead", "death", "deaths", "killed", "fatalities", "casualties"} or (lemma == "toll" and _moves(reading, token)):
            kind = "killed"
        elif near & {"wounded", "injured"}:
            kind = "wounded"
        last = reading.sentences[token.sentence].last
        # "The death toll from Sunday's raid on the market of the old town has risen to 24": what it rises to stands after the verb.
        first = max(token.index, token.head) + 1 if token.dep in SUBJECTS and _moves(reading, token) else token.index + 1
        figure = next(
            (numbers[i] for i in range(first, min(last, first + 11)) if i in numbers and _after_to(reading, numbers[i])),
            None,
        )
        if kind is not None and figure is not None:
            span = reading.tokens[figure.last - 1].span
            yield FoundToll(kind, Counted(figure.low, figure.high, "unknown", span, figure.last - 1), token.index, "toll-now")


def _moves(reading: Reading, toll: Token) -> bool:
    """Whether "the toll" is raised, rises or stands somewhere, as that of deaths does."""
    verb = reading.tokens[toll.head]
    return toll.dep in ("nsubj", "nsubjpass", "dobj") and verb.lemma in _MOVING


def _after_to(reading: Reading, figure: Figure) -> bool:
    before = [t.text.lower() for t in reading.tokens[max(0, figure.first - 2) : figure.first]]
    return bool({"to", "at", "of", "is", "was", "reached", "stood", "hit", "passed"} & set(before))
