"""Words that every page uses for the record's codes."""

import datetime

from onrecord.exports import telling

KINDS = {code: words for code, (words, _, _) in telling.EVENTS.items()}
"""What an event may be, in words."""
SAID = {
    "actual": "said to have happened", "denied": "denied by somebody", "ongoing": "said to go on", "planned": "planned", "demanded": "demanded",
    "offered": "offered", "promised": "promised", "threatened": "threatened", "hypothetical": "supposed, not claimed",
}  # fmt: skip
"""How an event may stand for those who speak of it."""
DECIDED = {
    "accepted": "accepted by a person",
    "corrected": "corrected by a person",
    "disputed": "marked as disputed",
    "rejected": "rejected by a person",
}
"""What people may have decided."""
BONDS = {"makes": "made", "keeps": "kept", "breaks": "broken", "demands": "demanded", "undone": "left undone"}
"""How a commitment may be said to stand."""


def sentence(words: str) -> str:
    """Words with a capital where a sentence begins."""
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "1,204 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(iso: str | None) -> str:
    """A day of the twins ("1982-05-31") as a person writes it ("31 May 1982")."""
    return telling.day_words(datetime.date.fromisoformat(iso)) if iso else ""
