"""Reading, Trigger -> with what, where and when: instruments, places and times."""

from bisect import bisect_left
from collections.abc import Iterator

from onrecord.events.arguments_governed import ASCRIBING
from onrecord.events.arguments_paths import fill
from onrecord.events.arguments_phrases import coordinated, names_actor, of_class
from onrecord.events.arguments_slots import fillers, prepositional, support_clause, support_verb
from onrecord.events.arguments_subjects import REACH, SUBJECTS, Filler
from onrecord.events.event import Argument, Trigger
from onrecord.reading.reading import Reading, Timex, Token, Toponym
from onrecord.reading.tree import child, children, head_of
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.triggers import TriggerEntry

LOCATIVE = (
    "in", "at", "near", "on", "off", "outside", "around", "along", "across", "inside", "over", "to", "from", "into", "of", "towards", "through",
    "within", "against", "between", "throughout", "above", "beyond", "behind", "around", "aboard", "upon",
)  # fmt: skip
_LOCATIVE = frozenset(LOCATIVE) | {"toward", "amongst"}
_AIMED = frozenset({"to", "from", "into", "of", "towards", "against", "through"})
"""Prepositions whose object is a place only where the words show it to be one."""

DAYS_AND_MONTHS = frozenset(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
) | frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
CLAUSE_LIMIT = 120
"""Words of a clause that are searched for places; a longer clause is a list."""

_OTHERS = frozenset({"those", "that", "other", "others", "one", "ones", "another"})
_HAPPENING = frozenset({"take", "occur", "happen", "begin", "start", "erupt", "unfold", "break", "come"})
_AT = frozenset({"in", "at", "near", "outside", "inside", "on", "off"})
_OTHER_CLAUSES = frozenset({"conj", "advcl", "relcl", "ccomp", "xcomp", "parataxis", "pcomp", "csubj", "dep", "punct"})
_VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_CLAUSAL = frozenset({"VERB", "AUX"})


def find_instruments(reading: Reading, trigger: Trigger, entry: TriggerEntry, classes: NounClasses) -> list[Filler]:
    """Weapons and means: the object that is fired, the with-phrase, "using X", the weapon before the noun, the weapon as subject."""
    found: list[Filler] = []
    head = trigger.head
    for slot in entry.instrument:
        found += _weapons(reading, fill(reading, head, entry, slot, classes), classes, any_noun=True)
    if entry.type != "ASSAULT":
        return found
    if entry.form == "verb":
        for slot in ("subj", "obj", "with", "by", "from", "of"):
            found += _weapons(reading, fillers(reading, head, "verb", slot), classes)
        for slot in ("subj.mod", "subj.with"):
            # "a missile strike had targeted the port", "men with machetes hacked"
            found += _weapons(reading, fill(reading, head, entry, slot, classes), classes)
        for slot in ("subj", "by", "from", "of"):
            found += _weapons(reading, fillers(reading, head, "verb", slot), classes, kind="platform")
        found += _using(reading, head, classes)
    elif entry.form == "noun":
        for slot in ("mod", "with", "by", "of"):
            found += _weapons(reading, fillers(reading, head, "noun", slot), classes)
        support = support_verb(reading, head)
        if support is not None:
            found += _using(reading, support, classes)
            found += _weapons(reading, fillers(reading, support, "verb", "subj"), classes, kind="platform")
        found += _using(reading, head, classes)
    return found


def _weapons(
    reading: Reading, candidates: list[Filler], classes: NounClasses, *, any_noun: bool = False, kind: str = "weapon"
) -> list[Filler]:
    return [
        Filler(token, f"{f.rule}-{kind}")
        for f in candidates
        for token in coordinated(reading, f.token.index)
        if any_noun or (of_class(token, classes, kind) and not of_class(token, classes, "people"))
    ]


def _using(reading: Reading, head: int, classes: NounClasses) -> list[Filler]:
    found: list[Filler] = []
    for clause in children(reading, head, "advcl", "acl", "xcomp", "prep"):
        if clause.lemma in ("use", "fire", "employ", "wield", "brandish"):
            for held in children(reading, clause.index, "dobj", "pobj"):
                found += _weapons(reading, [Filler(held, "using")], classes)
        if clause.lemma == "arm":
            found += _weapons(reading, list(prepositional(reading, [clause.index], "with")), classes)
    return found


def find_places(reading: Reading, trigger: Trigger, entry: TriggerEntry, classes: NounClasses) -> list[Filler]:
    """Where: locative phrases on the trigger, on its clause, or on its object; the object itself where it is a place."""
    hosts = _hosts(reading, trigger.head, entry)
    scene = [] if entry.type in _VERBAL or entry.form != "verb" else _scene_before(reading, reading.tokens[trigger.head])
    found = [f for index in scene for f in _in_scene(reading, index, classes)]
    for slot in entry.place:
        found += fill(reading, trigger.head, entry, slot, classes)
    seen: set[int] = set()
    for host in hosts:
        for preposition in children(reading, host, "prep", "agent", "dative", "prt", "advmod"):
            slot = preposition.lemma.lower()
            of_whom = reading.tokens[host]
            if slot in ("on", "to") and of_whom.lemma in ASCRIBING:
                # "the raid was blamed on Oruma": who did it, not where
                continue
            if slot == "of" and names_actor(reading, of_whom, classes) and not of_class(of_whom, classes, "land"):
                # "the ministers of Chad met": Chad says whose they are, not where
                continue
            held = (
                child(reading, preposition.index, "pobj", "pcomp") if slot in _LOCATIVE and not _of_another(reading, preposition) else None
            )
            if held is not None and held.index not in seen and _is_place(reading, held, classes, aimed=slot in _AIMED):
                seen.add(held.index)
                found.append(Filler(held, f"{slot}-phrase"))
    slots = ("obj", "iobj") if entry.form == "verb" else ("of", "on", "demonym")
    for slot in slots:
        for filler in fillers(reading, trigger.head, entry.form, slot):
            blamed = filler.rule == "on-phrase" and reading.tokens[reading.tokens[filler.token.head].head].lemma in ASCRIBING
            if not blamed and _is_place(reading, filler.token, classes, aimed=True):
                found.append(filler)
    return found


def _hosts(reading: Reading, head: int, entry: TriggerEntry) -> list[int]:
    """Where a trigger's locative phrases may hang: for a material act on any word of its clause, for a verbal one on the verb alone."""
    if entry.form == "verb":
        hosts = [head] if entry.type in _VERBAL else _clause_words(reading, head)
        token = reading.tokens[head]
        if token.dep == "conj" and reading.tokens[token.head].pos == "VERB":
            # "came to Goma and killed six": a place before the first verb serves both
            hosts += [p.head for p in children(reading, token.head, "prep") if p.index < token.head]
        return hosts
    hosts = _clause_words(reading, head)
    support = support_verb(reading, head)
    token = reading.tokens[head]
    if support is not None:
        hosts.append(support)
    elif token.dep in SUBJECTS:
        hosts += _clause_words(reading, token.head)
    if entry.type not in _VERBAL:
        hosts += _told_where(reading, head)
    return list(dict.fromkeys(hosts))


def _in_scene(reading: Reading, index: int, classes: NounClasses) -> Iterator[Filler]:
    """A noun that a clause tells of, where it is a place ("the village where rebels killed six"), and the places it stands in."""
    if _is_place(reading, reading.tokens[index], classes, aimed=True):
        yield Filler(reading.tokens[index], "where-clause")
    for preposition in children(reading, index, "prep"):
        held = child(reading, preposition.index, "pobj")
        if preposition.lemma.lower() in _AT and held is not None and _is_place(reading, held, classes, aimed=False):
            yield Filler(held, "where-clause")


def _of_another(reading: Reading, preposition: Token) -> bool:
    """Whether a phrase says where other events of the kind were ("the attacks in Paris and others in Asia, including those in Sousse")."""
    before = reading.tokens[preposition.index - 1] if preposition.index else preposition
    return before.lemma.lower() in _OTHERS or reading.tokens[preposition.head].lemma.lower() in _OTHERS


def _told_where(reading: Reading, head: int) -> list[int]:
    """The verbs of clauses that say where what a noun names happened ("an attack on a convoy, which took place in Oruma")."""
    nouns = [head, *(t.index for p in children(reading, head, "prep") for t in children(reading, p.index, "pobj"))]
    return [t.index for n in nouns for t in children(reading, n, "relcl", "acl") if t.lemma in _HAPPENING]


def _scene_before(reading: Reading, verb: Token) -> list[int]:
    """The noun that a clause with "in which" or "where" is of, as a host: "the raids in Sousse in which thirty were killed"."""
    if verb.dep != "relcl":
        return []
    placing = [t for t in children(reading, verb.index, "prep") if child(reading, t.index, "pobj") is not None]
    which = any((held := child(reading, p.index, "pobj")) is not None and held.text.lower() == "which" for p in placing)
    if not which and not any(t.text.lower() in ("where", "when") for t in children(reading, verb.index, "advmod")):
        return []
    noun = reading.tokens[verb.head]
    above = reading.tokens[reading.tokens[noun.head].head]
    if noun.entity in ("DATE", "TIME") and noun.dep == "pobj" and above.pos in ("NOUN", "PRON", "PROPN", "DET"):
        # "those in Sousse on 25 June in which ...": a small parser hangs the clause on the day
        return [above.index]
    return [noun.index]


def _clause_words(reading: Reading, head: int) -> list[int]:
    """A token and the words below it, without other clauses, at most CLAUSE_LIMIT of them."""
    found: list[int] = []
    stack = [head]
    while stack and len(found) < CLAUSE_LIMIT:
        here = stack.pop()
        found.append(here)
        stack += [i for i in reading.children[here] if reading.tokens[i].dep not in _OTHER_CLAUSES]
    return found


def toponym_at(reading: Reading, token: Token) -> Toponym | None:
    """The toponym whose head a token is."""
    first = bisect_left(reading.toponyms, token.start, key=lambda t: t.span.end)
    return next((t for t in reading.toponyms[first : first + 3] if t.head == token.index), None)


def _is_place(reading: Reading, token: Token, classes: NounClasses, *, aimed: bool) -> bool:
    if toponym_at(reading, token) is not None or token.entity in ("GPE", "LOC", "FAC"):
        return True
    if of_class(token, classes, "land", "site", "setting") and not of_class(token, classes, "people", "forces"):
        return token.pos != "PROPN" or token.text[:1].isupper()
    if token.pos == "PROPN":
        # a small parser's names for entities are weak: the preposition says more ("in Ménaka")
        return not aimed and token.entity not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY") and token.text not in DAYS_AND_MONTHS
    return False


def find_times(reading: Reading, trigger: Trigger) -> list[Argument]:
    """The time expressions of the trigger's clause."""
    sentence = reading.sentences[reading.tokens[trigger.head].sentence]
    clauses = _clauses(reading, trigger.head)
    first = bisect_left(reading.timexes, sentence.span.start, key=lambda t: t.span.start)
    found: list[Argument] = []
    for timex in reading.timexes[first:]:
        if timex.span.start >= sentence.span.end:
            break
        head = _timex_head(reading, timex)
        if head is not None and _clause_of(reading, head) in clauses:
            found.append(Argument("time", timex.span, head.index, "time-of-clause"))
    return found


def _timex_head(reading: Reading, timex: Timex) -> Token | None:
    return head_of(reading, timex.span)


def _clauses(reading: Reading, head: int) -> set[int]:
    """The tokens that stand for the trigger's clause: itself, and the verb that governs it where it is a noun or a complement."""
    token = reading.tokens[head]
    found = {head}
    if token.pos == "NOUN" and (clause := support_clause(reading, head)) is not None:
        # "condemned on Friday the offensive launched by Chad on 3 May": the day of the launch alone
        return {head, clause}
    if token.pos not in _CLAUSAL:
        found.add(_clause_of(reading, token))
    support = support_verb(reading, head) if token.pos == "NOUN" else None
    if support is not None:
        found.add(support)
    return found


def _clause_of(reading: Reading, token: Token) -> int:
    """The index of the nearest verb above a token, or of the root."""
    for _ in range(REACH):
        if token.head == token.index:
            return token.index
        token = reading.tokens[token.head]
        if token.pos in _CLAUSAL:
            return token.index
    return token.index


def locative(reading: Reading, head: int) -> Token | None:
    """The first object of a locative preposition on a token."""
    for token in children(reading, head, "prep"):
        if token.lemma in LOCATIVE and (held := child(reading, token.index, "pobj")) is not None:
            return held
    return None
