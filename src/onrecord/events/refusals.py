"""Why something did not happen -> whether somebody would not have it: a refusal ("rejected calls to leave"), which denies nothing."""

from collections.abc import Iterable

DECLINED = frozenset({"declines", "refuses-event", "says-no"})
"""Rules of factuality by which somebody would not do it."""
HINDERED = frozenset({"breaks-word", "prevents-event"})
"""Rules that also stand for broken words and foiled plots; only some of their words refuse."""
_WORDS = ("reject", "refus", "defi", "defy", "disobe", "spurn", "rule", "exclud", "veto", "preclud", "forgo", "forego")
STATEMENT = "refuse/"
"""How the rules of statements that refuse something begin."""


NEGATED = frozenset({"negated", "negated-future"})
"""Rules of a plain "not"."""
ACCEPTING = frozenset({"accept", "recognise", "recognize", "endorse", "heed", "tolerate", "condone"})
"""What not to do is to refuse: "cannot accept a ceasefire"."""


def is_refusal(rule: str, words: Iterable[str], statement: str, *, lemma: str) -> bool:
    """Whether what did not happen was refused, by the rule of its factuality, its markers' words, the rule of the statement it stands in, and what it is."""
    if rule in DECLINED or statement.startswith(STATEMENT):
        return True
    return (rule in HINDERED and any(w.lower().startswith(_WORDS) for w in words)) or (rule in NEGATED and lemma in ACCEPTING)
