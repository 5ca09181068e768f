"""Drafts -> those that are kept where one stands in another: a speaker's words about his own speech start no new voice."""

from dataclasses import replace

from onrecord.reading.reading import Reading
from onrecord.statements.draft import Draft

_FIRST_AND_SECOND = frozenset({"i", "we", "me", "us", "you", "my", "our", "myself", "ourselves", "one", "there", "everyone", "everybody", "anyone", "anybody", "someone", "nobody"})  # fmt: skip
_OWN = frozenset({"i", "we", "my", "our"})
_AUTHORED = frozenset({"letter", "email", "statement", "communique", "resolution"})
# "He" and "they" inside somebody's words are nearly always that somebody; coreference errs more often than this does.
_THIRD = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_PERSONS = frozenset({"he", "she", "they"})
"""Who in somebody's own words in quotation marks is another than he."""
_THOUGHT = frozenset(
    {"want", "be-sure", "be-unsure", "concern", "believe", "know-something", "discuss", "speak-about", "show", "predict-thing"}
)
_JUDGING = frozenset({"describe-as", "compare", "praise", "call-something"})
_ACTS = frozenset({"denies", "demands", "promises", "offers", "threatens", "asks"})
_CLAIMS = frozenset({"asserts", "accuses", "concedes"})
_CLAUSES = ("clause-after-cue", "clause-around-cue", "clause-before-cue", "infinitive-after-cue", "gerund-after-cue", "person-and-phrase", "raised-infinitive", "raised-clause")  # fmt: skip


def at_top(reading: Reading, draft: Draft) -> Draft:
    """A statement that stands in no other: in a letter or an official text, its author's own "I" and "we" are the voice of the text itself."""
    words = draft.source[0].of(reading.document.text).lower() if draft.source else ""
    if words in _OWN and reading.document.kind in _AUTHORED:
        return replace(draft, hold="same_voice") if draft.hold == "full" else draft
    return draft


def inside(reading: Reading, outer: Draft, inner: Draft) -> Draft | None:
    """The inner statement as it is kept inside the outer one, or None where it says nothing of another voice.

    Kept whole: another's speech, named by a noun. Kept as rejected: a named claim that the outer speaker denies. Kept as the same voice: the
    speaker's own denial, demand, promise, offer or threat. Left out: what he thinks or mentions, what "you" or anybody thinks, and speech that
    is only wished, done to a thing or named by an object.
    """
    if "/" not in inner.rule:
        return inner
    entry, shape = inner.rule.split("/", 1)
    if inner.takes_up and inner.source:
        return inner
    if shape.startswith("noun-"):
        return _noun_inside(reading, outer, inner, entry)
    if shape not in _CLAUSES or (not inner.source and shape not in ("raised-infinitive", "clause-after-cue")):
        return None
    if entry in _JUDGING or _only_wished(reading, inner):
        return None
    words = inner.source[0].of(reading.document.text).lower() if inner.source else ""
    speech = entry not in _THOUGHT
    if words in _PERSONS and outer.quotation == "direct" and speech and inner.source_head is not None:
        return inner
    if words in _FIRST_AND_SECOND or words in _THIRD:
        return replace(inner, hold="same_voice") if words != "you" and speech and inner.stance in _ACTS else None
    if not speech and not _is_name(reading, inner):
        return None
    return replace(inner, hold="rejected") if _told_by_what_is_denied(reading, outer, inner) else inner


def _told_by_what_is_denied(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Whether a relative clause says what the denied thing says ("rejected a report by the group, which said that troops fired")."""
    if outer.stance != "denies" or inner.stance not in _CLAIMS or not outer.rule.endswith("/object-of-cue"):
        return False
    return inner.cue_head is not None and reading.tokens[inner.cue_head].dep == "relcl" and len(inner.source) == 1


def _only_wished(reading: Reading, draft: Draft) -> bool:
    """Whether the cue is an infinitive: speech that is wanted, feared or prevented has not been spoken."""
    cue = reading.tokens[draft.cue_head] if draft.cue_head is not None else None
    if cue is None or cue.tag != "VB":
        return False
    return any(reading.tokens[i].tag in ("TO", "MD") for i in reading.children[cue.index])


def _noun_inside(reading: Reading, outer: Draft, inner: Draft, entry: str) -> Draft | None:
    """A noun's claim inside another statement: denied, doubted or told on by it."""
    if not inner.source:
        return inner if entry in ("rumour-noun", "hearsay-noun") and outer.stance not in ("denies", "doubts") else None
    if inner.rule.endswith("of-light-verb") or "noun-clause" not in inner.rule:
        return None
    if inner.source_head is not None and reading.tokens[inner.source_head].pos == "PRON":
        return None
    return replace(inner, hold="rejected") if outer.stance == "denies" and inner.stance in _CLAIMS else inner


def _is_name(reading: Reading, draft: Draft) -> bool:
    return draft.source_head is not None and reading.tokens[draft.source_head].pos == "PROPN"
