"""Verb and adjective cues -> statements in indirect speech: said that, told X that, urged X to, accused X of, is believed to have."""

from collections.abc import Callable

from onrecord.reading.reading import Token
from onrecord.resources.cues import Cue, CueLexicon
from onrecord.statements.called_false import is_claim
from onrecord.statements.contents import Found, complement_content, object_content, object_of, prepositional_content
from onrecord.statements.contents_around import around, inverted
from onrecord.statements.contents_clauses import clause_content
from onrecord.statements.cues import cue_words, cues_of, hold_of, stance_of
from onrecord.statements.draft import Draft
from onrecord.statements.returning import returns_to_speaker
from onrecord.statements.sources import Source, source_of, source_of_verb
from onrecord.statements.syntax import Syntax, noun_phrase

_NO_CUE = frozenset({"amod", "aux", "auxpass", "compound", "punct"})
_BLOWS = frozenset({"attack", "assail", "blast", "hammer", "slam", "target"})
_FIGHTERS = frozenset(
    {
        "force", "forces", "troop", "troops", "rebel", "fighter", "militant", "insurgent", "gunman", "gunmen", "guerrilla", "soldier", "army",
        "jet", "plane", "aircraft", "helicopter", "drone", "warship", "navy", "militia", "militiaman", "submarine", "terrorist", "bomber",
        "missile", "rocket", "shell", "commando", "marine", "paratrooper", "mob", "attacker", "artillery", "tank", "gunboat", "warplane",
    }
)  # fmt: skip
"""Who strikes with weapons where the verb may also mean words."""
_ANYBODY = frozenset({"you", "one"})
_COPULAS = frozenset({"be", "seem", "feel", "remain", "become", "sound", "appear", "look", "make"})


def indirect_speech(syntax: Syntax, lexicon: CueLexicon, taken: set[int]) -> list[Draft]:
    """All statements whose cue is a verb or a predicate adjective; cue heads in `taken` are others' and are left alone."""
    found: list[Draft] = []
    speakers: dict[int, Source] = {}
    for token in syntax.reading.tokens:
        if token.index in taken or token.dep in _NO_CUE:
            continue
        if token.pos in ("VERB", "AUX"):
            draft = _of_verb(syntax, lexicon, token, speakers)
        elif token.pos == "ADJ":
            draft = _of_adjective(syntax, lexicon, token)
        else:
            continue
        if draft is not None:
            found.append(draft)
    return found


def _of_verb(syntax: Syntax, lexicon: CueLexicon, verb: Token, speakers: dict[int, Source]) -> Draft | None:
    classes = cues_of(syntax, lexicon, verb, "verb")
    if not classes:
        return None
    source = speakers.get(verb.index) or source_of_verb(syntax, verb.index)
    if source is None:
        return None
    if verb.lemma.lower() in _BLOWS and source.head is not None and syntax.token(source.head).lemma.lower() in _FIGHTERS:
        return None  # "troops attacked the town": a deed, no words
    if source.head is not None and syntax.token(source.head).text.lower() == "you" and inverted(syntax, verb):
        return None  # "Can you confirm that": what "you" are asked to say has not been said
    hit = _best(syntax, verb, [(c, p) for c, p in classes if not c.subjects or _is_one_of(syntax, source, c)], source)
    if hit is None:
        return None
    cue, particle, content = hit
    if cue.id == "believe" and source.head is not None and syntax.token(source.head).text.lower() in _ANYBODY:
        return None  # "you know", "you think": said of anybody
    _pass_on(syntax, verb, source, speakers)
    return Draft(
        source=source.spans,
        source_head=source.head,
        cue=cue_words(syntax, verb, particle),
        cue_head=verb.index,
        content=content.content,
        quotation="indirect",
        stance=stance_of(syntax, verb, cue),
        rule=f"{_act(syntax, verb, cue, content, object_of(syntax, verb, particle, source.passive), lexicon)}/{content.rule}",
        addressees=tuple(noun_phrase(syntax, i) for i in content.addressees),
        hold=hold_of(syntax, verb, cue, content.rule),
    )


def _is_one_of(syntax: Syntax, source: Source, cue: Cue) -> bool:
    """Whether who is credited is one of those who say things with this verb."""
    return source.head is not None and syntax.token(source.head).lemma.lower() in cue.subjects


_DENYING = frozenset({"deny", "refute", "rebut", "disclaim", "dispute", "contradict", "contest", "debunk", "gainsay", "belie", "negate"})
"""Verbs that deny whatever stands with them; the others of their class refuse what is no claim: "rejected a ceasefire", "dismissed calls for talks"."""


def _act(syntax: Syntax, verb: Token, cue: Cue, content: Found, thing: Token | None, lexicon: CueLexicon) -> str:
    """The lexicon's class of a cue as it stands here: what rejects a demand, an offer or a thing is a refusal and denies nothing."""
    if cue.id != "deny" or verb.lemma.lower() in _DENYING or content.rule not in ("object-of-cue", "passive-subject"):
        return cue.id
    return cue.id if thing is None or is_claim(lexicon, thing) else "refuse"


def _best(syntax: Syntax, verb: Token, classes: list[tuple[Cue, Token | None]], source: Source) -> tuple[Cue, Token | None, Found] | None:
    """The class whose favourite kind of content is there: clauses before phrases, phrases before bare objects, all before what stands around."""
    for finder in _FINDERS:
        for cue, particle in classes:
            thing = object_of(syntax, verb, particle, source.passive)
            if cue.objects and (thing is None or thing.lemma.lower() not in cue.objects):
                continue
            content = finder(syntax, verb, cue, thing, particle, source)
            if content is not None:
                return cue, particle, content
    return None


Finder = Callable[[Syntax, Token, Cue, Token | None, Token | None, Source], Found | None]


def _of_around(syntax: Syntax, verb: Token, cue: Cue, thing: Token | None, particle: Token | None, source: Source) -> Found | None:
    subject = syntax.kid(verb.index, "nsubj", "nsubjpass")
    if cue.stance == "demands" and subject is not None and subject.tag in ("WP", "WDT"):
        return None  # "the colonel, who commands the garrison": an office, no order
    if thing is not None and cue.object_with != "addressee":
        return None  # "no other passenger recognized the minister": it has its object
    return around(syntax, verb, None) if {"clause", "quote"} <= cue.takes and source.spans else None


_FINDERS: tuple[Finder, ...] = (
    lambda syntax, verb, cue, thing, particle, source: clause_content(syntax, verb, cue, thing, source.passive),
    lambda syntax, verb, cue, thing, particle, source: prepositional_content(syntax, verb, cue, thing, source.passive),
    lambda syntax, verb, cue, thing, particle, source: complement_content(syntax, verb, cue, thing),
    lambda syntax, verb, cue, thing, particle, source: object_content(syntax, verb, cue, thing, particle),
    _of_around,
)


def _pass_on(syntax: Syntax, verb: Token, source: Source, speakers: dict[int, Source]) -> None:
    """Let a participle inside the content that goes back to the speaker (", adding that") have this verb's source."""
    for clause in syntax.kids(verb.index, "ccomp", "xcomp"):
        for kid in syntax.kids(clause.index, "advcl", "conj", "parataxis"):
            if returns_to_speaker(syntax, kid):
                speakers[kid.index] = source


def _of_adjective(syntax: Syntax, lexicon: CueLexicon, adjective: Token) -> Draft | None:
    """A predicate adjective with a complement of its own ("is confident that")."""
    classes = cues_of(syntax, lexicon, adjective, "adjective")
    copula = syntax.head(adjective)
    if not classes or copula is None or adjective.dep not in ("acomp", "oprd", "conj", "ccomp") or copula.lemma.lower() not in _COPULAS:
        return None
    subject = syntax.kid(copula.index, "nsubj")
    if subject is None or (subject.text.lower() in ("it", "this", "that", "there", "what") and subject.tag != "WDT"):
        return None
    cue = classes[0][0]
    content = clause_content(syntax, adjective, cue, None, None) or prepositional_content(syntax, adjective, cue, None, None)
    if content is None:
        return None
    source = source_of(syntax, subject, "subject")
    negated = any(t.dep == "neg" for t in syntax.kids(copula.index))
    return Draft(
        source=source.spans,
        source_head=source.head,
        cue=(adjective.span,),
        cue_head=adjective.index,
        content=content.content,
        quotation="indirect",
        stance=("asserts" if cue.stance == "doubts" else "doubts") if negated else stance_of(syntax, adjective, cue),
        rule=f"{cue.id}/{content.rule}",
    )
