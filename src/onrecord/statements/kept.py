"""Drafts -> those that are kept where one stands in another: a speaker's words about his own speech start no new voice."""

from dataclasses import replace

from onrecord.reading.reading import Reading
from onrecord.statements.draft import Draft

_FIRST_AND_SECOND = frozenset({"i", "we", "me", "us", "you", "my", "our", "myself", "ourselves", "one", "there", "everyone", "everybody", "anyone", "anybody", "someone", "nobody"})  # fmt: skip
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_THOUGHT = frozenset({"want", "be-sure", "concern", "believe", "know-something", "discuss", "speak-about", "show", "predict-thing"})
_ACTS = frozenset({"denies", "demands", "promises", "offers", "threatens", "asks"})
_CLAUSES = ("clause-after-cue", "clause-around-cue", "clause-before-cue", "infinitive-after-cue", "gerund-after-cue", "person-and-phrase", "raised-infinitive", "raised-clause")  # fmt: skip


def inside(reading: Reading, outer: Draft, inner: Draft) -> Draft | None:
    """The inner statement as it is kept inside the outer one, or None where it says nothing of another voice.

    Kept whole: another's speech, named by a noun. Kept as the same voice: the speaker's own denial, demand, promise, offer or threat. Left out:
    what he thinks or mentions, what "you" or anybody thinks, and speech that is only wished, done to a thing or named by an object.
    """
    if "/" not in inner.rule:
        return inner
    entry, shape = inner.rule.split("/", 1)
    if shape not in _CLAUSES or (not inner.source and shape != "raised-infinitive"):
        return None
    words = inner.source[0].of(reading.document.text).lower() if inner.source else ""
    speech = entry not in _THOUGHT
    if words in _FIRST_AND_SECOND or words in _THIRD:
        own = words in _FIRST_AND_SECOND or _same(reading, outer, inner)
        if own:
            return replace(inner, hold="same_voice") if words != "you" and speech and inner.stance in _ACTS else None
    if not speech and not _is_name(reading, inner):
        return None
    return inner


def _same(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Whether a pronoun inside stands for the outer speaker: as coreference has it, or else taken to be so."""
    chains = {m.head: m.chain for m in reading.mentions if m.chain is not None}
    one, other = (chains.get(d.source_head) if d.source_head is not None else None for d in (outer, inner))
    return one is None or other is None or one == other


def _is_name(reading: Reading, draft: Draft) -> bool:
    return draft.source_head is not None and reading.tokens[draft.source_head].pos == "PROPN"
