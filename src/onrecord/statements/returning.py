"""Verbs in a content -> whether they go back to whoever spoke before: "..., adding that", "said he earns forty dollars and asked who"."""

from onrecord.reading.reading import Token
from onrecord.statements.syntax import Syntax

_RETURNING = frozenset({"add", "note", "stress", "emphasize", "emphasise", "underline", "underscore", "explain", "conclude", "continue", "recall", "observe", "remark", "point", "reiterate"})  # fmt: skip


_TOLD = frozenset({"question", "call", "accuse", "blame", "urge", "warn", "insist", "claim", "criticize", "criticise", "condemn", "promise", "vow", "pledge", "threaten", "deny", "predict", "describe", "cite", "demand", "praise", "thank", "dismiss", "reject", "ask", "suggest", "argue", "say", "announce"})  # fmt: skip
_PRESENT = frozenset({"VBZ", "VBP"})


def _told_then(syntax: Syntax, verb: Token) -> bool:
    """Whether a joined past verb of speech follows a present one inside what was said: "said he makes $40 and questioned how" has one speaker."""
    head = syntax.head(verb)
    cue = syntax.head(head) if head is not None else None
    if head is None or cue is None or verb.lemma.lower() not in _TOLD or cue.tag != "VBD" or head.dep != "ccomp":
        return False
    helpers = syntax.kids(head.index, "aux", "auxpass")
    return head.tag in _PRESENT if not helpers else helpers[0].tag in _PRESENT or helpers[0].text.lower() in ("will", "can")


def _of_no_speaker(syntax: Syntax, verb: Token) -> bool:
    """Whether a joined verb of speech would have a thing or an event for its subject, so that who spoke before it speaks again."""
    head = syntax.head(verb)
    cue = syntax.head(head) if head is not None else None
    if head is None or cue is None or head.dep != "ccomp" or cue.tag != "VBD" or verb.lemma.lower() not in _TOLD:
        return False
    subject = syntax.kid(head.index, "nsubj", "nsubjpass", "expl")
    return subject is not None and subject.lemma.lower() in syntax.speakers.mute


_CLOSING_MARKS = frozenset({"”", '"', "''", "’"})
_ON_WORDS = frozenset(
    {"refer", "cite", "quote", "describe", "call", "accuse", "blame", "urge", "warn", "invoke", "allude", "repeat", "echo", "use"}
)
"""What a speaker does on with after words in quotation marks (said it was "a crime," referring to)."""


def returns_to_speaker(syntax: Syntax, verb: Token) -> bool:
    """Whether a participle or a verb without a subject of its own goes back to whoever spoke before ("..., adding that")."""
    if verb.tag not in ("VBG", "VBD") or syntax.kid(verb.index, "nsubj", "nsubjpass") is not None:
        return False
    before = syntax.token(syntax.left[verb.index] - 1).text if syntax.left[verb.index] > 0 else ""
    if verb.dep == "conj" and verb.tag == "VBD" and (_told_then(syntax, verb) or _of_no_speaker(syntax, verb)):
        return True
    if verb.lemma.lower() not in _RETURNING:
        return verb.tag == "VBG" and before in _CLOSING_MARKS and verb.lemma.lower() in _ON_WORDS
    return verb.tag == "VBD" or before == "," or before in _CLOSING_MARKS
