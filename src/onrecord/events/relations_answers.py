"""Events -> which answer the last act of force told before them, by their own words: "a counter-offensive", "in response, jets bombed"."""

from collections.abc import Iterator

from onrecord.events.event import EventMention, Relation
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.relations import RelationWords

BACK = 3
"""Sentences back that an answer reaches."""
FORCE = frozenset({"ASSAULT", "COERCE"})
ANSWERING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})


def answers(reading: Reading, events: tuple[EventMention, ...], words: RelationWords, known: set[str]) -> Iterator[Relation]:
    """Relations of events whose own words say that they answer something; not those in `known`, whose sentence says what they answer."""
    before: list[EventMention] = []
    for event in sorted(events, key=lambda e: e.trigger.head):
        if event.id not in known and event.plain_type in ANSWERING and (word := _word(reading, event, words)) is not None:
            target = next((e for e in reversed(before) if _answered(reading, event, e)), None)
            if target is not None:
                yield Relation("answers", event.id, target.id, word.span)
        if event.plain_type in FORCE and event.factuality.happened is True:
            before = [*before[-20:], event]


def _answered(reading: Reading, event: EventMention, earlier: EventMention) -> bool:
    """Whether an event told earlier is near and is somebody else's: nobody answers himself, and no event its own clause."""
    if not 0 <= event.sentence - earlier.sentence <= BACK:
        return False
    mine, theirs = _doers(reading, event), _doers(reading, earlier)
    return not mine & theirs and (event.sentence != earlier.sentence or bool(mine and theirs))


def _doers(reading: Reading, event: EventMention) -> set[str]:
    return {reading.tokens[a.head].lemma.lower() for a in event.arguments if a.role == "actor"}


def _word(reading: Reading, event: EventMention, words: RelationWords) -> Token | None:
    """The word by which an event says that it answers: its own, the adjective before it, the verb it is done with, or what opens its clause."""
    head = reading.tokens[event.trigger.head]
    for token in (head, *children(reading, head.index, "amod", "compound", "nmod", "punct")):
        if any(w in words.answering for w in _names(reading, token)) and not _says_to_what(reading, token):
            return token
    above = head
    for _ in range(4):
        if above.pos == "VERB":
            if (
                above.index != head.index
                and any(w in words.answering for w in _names(reading, above))
                and not _says_to_what(reading, above)
            ):
                return above
            for prep in children(reading, above.index, "prep"):
                inner = child(reading, prep.index, "pobj")
                opens = prep.text.lower() in ("in", "as") and inner is not None and inner.lemma.lower() in words.answering
                if opens and inner is not None and not _says_to_what(reading, inner):
                    return inner
        if above.head == above.index or above.dep in ("ccomp", "relcl", "advcl"):
            return None
        above = reading.tokens[above.head]
    return None


def _names(reading: Reading, token: Token) -> Iterator[str]:
    """A word alone, with what a hyphen joins before it, and with its particle."""
    yield token.lemma.lower()
    if token.index > 1 and reading.tokens[token.index - 1].text == "-":
        yield f"{reading.tokens[token.index - 2].text.lower()}-{token.lemma.lower()}"
    for t in children(reading, token.index, "prt", "advmod"):
        yield f"{token.lemma.lower()} {t.text.lower()}"


def _says_to_what(reading: Reading, token: Token) -> bool:
    """Whether the word names itself what it answers ("in response to the raid")."""
    return any(t.text.lower() in ("to", "for", "against") for t in children(reading, token.index, "prep"))
