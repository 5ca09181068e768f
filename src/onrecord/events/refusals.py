"""Why something did not happen -> whether somebody would not have it: a refusal ("rejected calls to leave"), which denies nothing."""

from collections.abc import Iterable

DECLINED = frozenset({"declines", "refuses-event"})
"""Rules of factuality by which somebody would not do it."""
HINDERED = frozenset({"breaks-word", "prevents-event"})
"""Rules that also stand for broken words and foiled plots; only some of their words refuse."""
_WORDS = ("reject", "refus", "defi", "defy", "disobe", "spurn", "rule", "exclud", "veto", "preclud", "forgo", "forego")
STATEMENT = "refuse/"
"""How the rules of statements that refuse something begin."""


def is_refusal(rule: str, words: Iterable[str], statement: str = "") -> bool:
    """Whether what did not happen was refused, by the rule of its factuality, its markers' words, and the rule of the statement it stands in."""
    return rule in DECLINED or statement.startswith(STATEMENT) or (rule in HINDERED and any(w.lower().startswith(_WORDS) for w in words))
