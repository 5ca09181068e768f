"""Reading, events -> commitments mentioned, and events linked to those they make, keep, break, demand or leave undone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.basis import Basis
from onrecord.events.commitments_names import Extent, date_of, extent_of, parties_of
from onrecord.events.event import Commitment, CommitmentLink, CommitmentRelation, EventMention
from onrecord.reading.reading import Reading, Sentence, Token
from onrecord.reading.tree import ancestors, children, head_of
from onrecord.resources.commitments import CommitmentTerm
from onrecord.resources.resources import Resources
from onrecord.span import Span

ORDER: tuple[CommitmentRelation, ...] = ("breaks", "keeps", "demands", "makes")


def find_commitments(reading: Reading, *, resources: Resources) -> tuple[Commitment, ...]:
    """The ceasefires, agreements, resolutions, treaties, laws and principles that a text mentions, in text order."""
    text = reading.document.text
    made: list[Commitment] = []
    for sentence in reading.sentences:
        for term, first, last in _terms(reading, sentence, resources):
            extent = extent_of(reading, sentence, term, first, last)
            if extent is None:
                continue
            span = Span(reading.tokens[extent.first].start, reading.tokens[extent.last - 1].end)
            found = _commitment(reading, f"k{len(made) + 1}", term, extent, span, " ".join(span.of(text).split()))
            made.append(replace(found, date=None) if _dates_the_deed(reading, extent, resources) else found)
    return tuple(made)


def _commitment(reading: Reading, ident: str, term: CommitmentTerm, extent: Extent, span: Span, name: str) -> Commitment:
    return Commitment(
        id=ident,
        span=span,
        name=name,
        kind=extent.kind or term.kind,  # type: ignore[arg-type]
        basis=Basis(f"commitment-{term.kind}"),
        by=parties_of(reading, extent),
        date=date_of(reading.document.text, span),
        count=extent.count,
    )


def _dates_the_deed(reading: Reading, extent: Extent, resources: Resources) -> bool:
    """Whether an "in" right after the name says when it was broken or kept, not when it was made ("violated the truce in 2020")."""
    if extent.last >= len(reading.tokens) or reading.tokens[extent.last].text.lower() not in ("in", "on"):
        return False
    governor = reading.tokens[reading.tokens[extent.last].head]
    relations = resources.commitments.relations.get(governor.lemma.lower(), ())
    return governor.pos == "VERB" and bool({"breaks", "keeps"} & set(relations)) and "makes" not in relations


def _terms(reading: Reading, sentence: Sentence, resources: Resources) -> Iterator[tuple[CommitmentTerm, int, int]]:
    """Terms of the lexicon in a sentence, longest first, none overlapping, as tokens `first` up to `last`."""
    parts = [(p, t.index) for t in reading.tokens[sentence.first : sentence.last] for p in _parts(t)]
    at = 0
    while at < len(parts):
        found = next((t for key in _forms(parts[at][0]) for t in resources.commitments.terms.get(key, ()) if _matches(parts, at, t)), None)
        if found is None:
            at += 1
            continue
        yield found, parts[at][1], parts[at + len(found.parts) - 1][1] + 1
        at += len(found.parts)


def _parts(token: Token) -> list[str]:
    """A token's words: "cease-fire" is two, a hyphen of its own none."""
    return [p for p in re.split(r"[-–]", token.text.lower()) if p]


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return word, word[:-3] + "y"
    return (word, word[:-1]) if word.endswith("s") and len(word) > 3 else (word,)


def _matches(parts: list[tuple[str, int]], at: int, term: CommitmentTerm) -> bool:
    if at + len(term.parts) > len(parts):
        return False
    here = [p for p, _ in parts[at : at + len(term.parts)]]
    return list(term.parts[:-1]) == here[:-1] and term.parts[-1] in _forms(here[-1])


def link_commitments(
    reading: Reading, events: tuple[EventMention, ...], commitments: tuple[Commitment, ...], *, resources: Resources
) -> tuple[EventMention, ...]:
    """The same events with their links to commitments of their own sentence, by the words between the two."""
    by_sentence: dict[int, list[tuple[Commitment, Token]]] = {}
    for commitment in commitments:
        head = head_of(reading, commitment.span)
        if head is not None:
            by_sentence.setdefault(head.sentence, []).append((commitment, head))
    linked = []
    for event in events:
        links = [
            CommitmentLink(c.id, relation)
            for c, head in by_sentence.get(event.sentence, [])[:20]
            if (relation := _relation(reading, event, c, head, resources)) is not None
        ]
        linked.append(replace(event, commitments=tuple(links)) if links else event)
    return tuple(linked)


def _relation(
    reading: Reading, event: EventMention, commitment: Commitment, head: Token, resources: Resources
) -> CommitmentRelation | None:
    words = resources.commitments.relations
    between = _between(reading, head.index, event.trigger.head)
    if between is None:
        return None
    inside = [t for t in reading.tokens[head.index - 3 : head.index + 2] if commitment.span.contains(t.span)] if head.index > 2 else []
    said = ((t, [r for key in _keys(reading, t) for r in words.get(key, ())]) for t in between if t not in inside)
    bearer, nearest = next(((t, found) for t, found in said if found), (None, []))
    relation = next((r for r in ORDER if r in nearest), None)
    if bearer is not None and bearer.index != event.trigger.head and bearer.pos in ("VERB", "AUX"):
        if _another_clause(reading, bearer, event.trigger.head) or any(t.lemma.lower() in DENIALS for t in _above(reading, bearer)):
            return None
        if any(t.dep == "neg" for t in children(reading, bearer.index)):
            relation = NEGATED.get(relation or "", relation)
    if bearer is not None and bearer.index != event.trigger.head and bearer.pos == "VERB" and relation in ("keeps", "makes"):
        # "failed to implement it", "demanded that they sign it": what is said of the keeping
        relation = {"REJECT": "undone", "REQUEST": "demands"}.get(event.type, relation)  # type: ignore[assignment]
    if (
        relation is None
        and event.mode == "withdraw"
        and event.type == "SANCTION"
        and head.head == event.trigger.head
        and head.dep == "dobj"
    ):
        relation = "breaks"  # "ended the truce"
    if event.trigger.head == head.index:
        relation = relation or _by_its_verb(reading, head, words) or ("demands" if event.factuality.status == "demanded" else "makes")
    return _as_held(event, relation)


def _keys(reading: Reading, token: Token) -> list[str]:
    """The lexicon keys of a word: with its particle where it is a verb ("call off"), by lemma, and as it stands."""
    lemma = token.lemma.lower()
    with_particle = (
        [f"{lemma} {t.text.lower()}" for t in children(reading, token.index, "prt", "prep", "advmod")] if token.pos == "VERB" else []
    )
    return [*with_particle, lemma, token.text.lower()]


def _by_its_verb(reading: Reading, noun: Token, words: Mapping[str, tuple[str, ...]]) -> CommitmentRelation | None:
    """What the verb over a commitment says is done to it, where the commitment is the event: "the truce is holding", "extended the truce"."""
    above = reading.tokens[noun.head]
    if above.pos == "ADP" and noun.dep == "pobj":
        above = reading.tokens[above.head]
    if above.pos not in ("VERB", "AUX") or (noun.dep not in ("dobj", "nsubj", "nsubjpass", "pobj")):
        return None
    said = words.get(above.lemma.lower(), ())
    return next((r for r in ("keeps", "makes") if r in said), None)


DENIALS = frozenset({"deny", "reject", "refute", "dismiss", "rebut"})
NEGATED: dict[str, CommitmentRelation] = {"keeps": "undone", "makes": "undone", "breaks": "keeps"}
"""What a negated verb makes of a relation: what is not implemented is left undone."""


def _another_clause(reading: Reading, verb: Token, event: int) -> bool:
    """Whether a verb only stands beside the event's own, as the next thing said ("invaded the islands and has not implemented ...")."""
    return verb.dep == "conj" and verb.head == event


def _above(reading: Reading, verb: Token) -> list[Token]:
    return [t for _, t in zip(range(3), ancestors(reading, verb.index), strict=False)]


def _as_held(event: EventMention, relation: CommitmentRelation | None) -> CommitmentRelation | None:
    """What a denied or demanded event does: not keeping leaves undone, not breaking keeps, a demand to keep demands."""
    held = event.factuality
    if relation == "keeps" and held.happened is False:
        return "undone"
    if relation == "breaks" and held.happened is False:
        return "keeps"
    if relation == "makes" and held.happened is False:
        return "undone"
    if relation in ("keeps", "makes") and held.status == "demanded":
        return "demands"
    return relation


def _between(reading: Reading, commitment: int, event: int) -> list[Token] | None:
    """The tokens on the way from a commitment's head up and down to an event's, the event's own included; None where it is too far."""
    up = [reading.tokens[commitment]]
    for above in ancestors(reading, commitment):
        up.append(above)
        if len(up) > 7 or above.index == event:
            break
    indices = [t.index for t in up]
    near = _markers(reading, up[0])
    if event in indices:
        return [*near, *up[1 : indices.index(event) + 1]]
    down = [reading.tokens[event]]
    for above in ancestors(reading, event):
        if above.index in indices:
            meet = indices.index(above.index)
            return [*near, *up[1 : meet + 1], *down] if len(down) <= 4 else None
        down.append(above)
        if len(down) > 4:
            break
    return None


def _markers(reading: Reading, head: Token) -> list[Token]:
    """What governs a noun from its own phrase: a preposition above it, an adjective beside it."""
    above = reading.tokens[head.head]
    return [above] if above.pos == "ADP" else children(reading, head.index, "acl")
