"""What the stages made of one place in a text -> why an event was, or was not, coded there: every value with the rule that made it.

Nothing is judged again here: all that is said was found by the run whose stages are handed in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.basis import Omission
from onrecord.events.event import EventMention, Events, Refused
from onrecord.exports.explanation_facts import Fact, facts_of
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import token_at
from onrecord.resolution.resolution import Resolution
from onrecord.resources.resources import Resources
from onrecord.resources.triggers import TriggerEntry
from onrecord.span import Span
from onrecord.statements.statement import Statements


@dataclass(frozen=True, slots=True)
class Frame:
    """An entry of the trigger lexicon as the lexicon writes it, with its first example."""

    entry: str
    type: str
    words: str
    form: str
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Coded:
    """An event that was coded, the frame that coded it, and every value with its rule."""

    id: str
    type: str
    span: Span
    frame: Frame
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class NotCoded:
    """An entry that was tried and refused: the word, the frame, the rule, and what was lacking or gave way."""

    span: Span
    frame: Frame
    rule: str
    detail: str
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place of a text explained. `verdict` says in a sentence whether an event was coded at the word there, and if not, why not.

    `coded` and `refused` are those at the word; `beside` are the other events of its sentence.
    """

    offset: int
    word: Span
    sentence: Span = field(metadata={"pair": True})
    section: str | None
    verdict: str
    coded: tuple[Coded, ...] = ()
    refused: tuple[NotCoded, ...] = ()
    beside: tuple[Coded, ...] = ()
    omissions: tuple[Omission, ...] = ()


def explain_at(
    offset: int, reading: Reading, statements: Statements, events: Events, resolution: Resolution, *, resources: Resources
) -> Explanation:
    """Why an event was or was not coded at a character of a text that was read with that place watched."""
    document = reading.document
    place = Span(offset, offset + 1)
    omissions = tuple(
        o for found in (reading, statements, events, resolution) for o in (*document.omissions, *found.omissions) if o.span.overlaps(place)
    )
    section = next((s.kind for s in document.sections if s.span.overlaps(place)), None)
    token = token_at(reading, offset) or _nearest(reading, offset)
    if token is None:
        return Explanation(offset, place, place, section, "No word was read here.", omissions=tuple(dict.fromkeys(omissions)))
    sentence = reading.sentences[token.sentence]
    explained = [
        (
            e,
            Coded(
                e.id,
                e.type,
                e.trigger.span,
                _frame(e.trigger.entry, resources),
                tuple(facts_of(e, reading, statements, resolution, resources)),
            ),
        )
        for e in events.events
        if e.sentence == token.sentence
    ]
    here = tuple(c for e, c in explained if _is_at(e, token))
    refused = tuple(_refused(r, resources) for r in events.refused if r.span.overlaps(token.span))
    return Explanation(
        offset=offset,
        word=token.span,
        sentence=sentence.span,
        section=section,
        verdict=_verdict(token, here, refused, resources),
        coded=here,
        refused=refused,
        beside=tuple(c for _, c in explained if c not in here),
        omissions=tuple(dict.fromkeys(omissions)),
    )


def _nearest(reading: Reading, offset: int) -> Token | None:
    """The word before a space."""
    return next((t for back in range(1, 12) if offset >= back and (t := token_at(reading, offset - back)) is not None), None)


def _is_at(event: EventMention, token: Token) -> bool:
    return event.trigger.head == token.index or event.trigger.span.overlaps(token.span)


def _frame(entry: str, resources: Resources) -> Frame:
    found: TriggerEntry = resources.triggers.entries[entry]
    words = (found.head, *found.rest) if found.form == "verb" else (*found.rest, found.head)
    kind = f"{found.type}{'/' + found.mode if found.mode else ''}"
    return Frame(
        entry, kind, " ".join(words), found.form, tuple(c.text for c in found.needs), tuple(c.text for c in found.unless), found.examples[0]
    )


def _refused(refused: Refused, resources: Resources) -> NotCoded:
    return NotCoded(refused.span, _frame(refused.entry, resources), refused.rule, refused.detail, _why(refused))


REASONS = {
    "word-missing": "the word “{}” does not go with it here",
    "frame-needs": "nothing here fills {}",
    "frame-excludes": "what fills {} speaks against it",
    "word-of-another-trigger": "it is a word of the trigger at “{}”, one event",
    "outcome-of-another-event": "it tells the outcome of another event of its clause, where its people are counted",
    "means-of-another-event": "it names the means of another event",
    "purpose-of-a-meeting": "it is what a meeting was for",
    "part-of-a-protest": "it is what was done at a protest that is coded",
    "part-of-a-name": "it is part of a name",
    "modifier-of-a-noun": "it only describes another noun",
    "not-a-noun": "the word is no noun here",
    "subject-cannot-act": "its subject is nobody who could do it",
    "told-in-fiction": "it is told in a work of fiction",
}


def _why(refused: Refused) -> str:
    known = REASONS.get(refused.rule)
    if known is not None:
        return known.format(refused.detail or "another word")
    if refused.rule.startswith("sense-of-"):
        return f"the words around it are of {refused.rule.removeprefix('sense-of-')}"
    return refused.rule.replace("-", " ")


def _verdict(token: Token, coded: tuple[Coded, ...], refused: tuple[NotCoded, ...], resources: Resources) -> str:
    if coded:
        return f"Coded: {', '.join(c.type for c in coded)}."
    if refused:
        return f"Not coded: {len(refused)} of the lexicon's entries {'was' if len(refused) == 1 else 'were'} tried at “{token.text}”, none holds."
    if any(_listed(token, resources)):
        return f"Not coded: “{token.text}” heads entries of the lexicon, but was read as {POS.get(token.pos, token.pos)} here."
    return f"Not coded: no entry of the trigger lexicon begins from “{token.text}” ({token.lemma}, {POS.get(token.pos, token.pos)})."


POS = {
    "VERB": "a verb", "AUX": "an auxiliary", "NOUN": "a noun", "PROPN": "a name", "ADJ": "an adjective", "ADV": "an adverb", "ADP": "a preposition",
    "PRON": "a pronoun", "DET": "an article", "PUNCT": "a mark", "NUM": "a number", "PART": "a particle", "CCONJ": "a conjunction", "SCONJ": "a conjunction",
}  # fmt: skip


def _listed(token: Token, resources: Resources) -> Iterator[bool]:
    for form in ("verb", "noun", "adjective"):
        yield bool(resources.triggers.find(form, token.lemma.lower(), token.text.lower()))
