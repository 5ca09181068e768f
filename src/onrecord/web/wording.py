"""Words that every page uses for the record's codes."""

import datetime
import re

from onrecord.comparison.balance import country_name
from onrecord.exports import telling
from onrecord.resources.countries import Countries

KINDS = {code: words for code, (words, _, _) in telling.EVENTS.items()}
"""What an event may be, in words."""
SAID = {
    "actual": "said to have happened", "denied": "denied by somebody", "refused": "refused by somebody", "ongoing": "said to go on", "planned": "planned",
    "demanded": "demanded", "offered": "offered", "promised": "promised", "threatened": "threatened", "hypothetical": "supposed, not claimed",
    "general": "spoken of in general",
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
SURE = {"certain": "certain", "probable": "probable", "possible": "possible", "uncommitted": "no position taken"}
"""How sure a speaker may be."""
HAPPENED = {True: "it happened", False: "it did not happen", None: "neither is said"}
FIELDS = {"type": "what", "happened": "whether it happened", "earliest": "first day", "latest": "last day", "edtf": "day"}
"""Fields that people correct and points on which sources differ, where their own word is no plain one."""
PLACES = {"country": "country or territory", "camp": "camp", "line": "line", "demonym": "people"}
"""Kinds of places that need more than their own word."""
_ISO = re.compile(r"(?<![\w/-])\d{4}-\d{2}(-\d{2})?\b")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_TYPE = re.compile(r"\b[A-Z]{3,}\b")


def sentence(words: str) -> str:
    """Words with a capital where a sentence begins."""
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "1,204 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(iso: str | None) -> str:
    """A day of the twins ("1982-05-31") as a person writes it ("31 May 1982")."""
    return telling.day_words(datetime.date.fromisoformat(iso)) if iso else ""


def dated(words: str) -> str:
    """Words with each ISO day or month in them as a person writes it: "since 1833-01" is "since January 1833"."""
    return _ISO.sub(_written, words)


def _written(found: re.Match[str]) -> str:
    try:
        given = datetime.date.fromisoformat(found[0] if found[1] else f"{found[0]}-01")
    except ValueError:
        return found[0]
    return telling.day_words(given) if found[1] else f"{given:%B} {given.year}"


def reason(feature: str, detail: str, countries: Countries) -> str:
    """A rule's reason in words: codes of countries and of kinds of events are for files, not for people."""
    if feature == "type":
        detail = _TYPE.sub(lambda m: KINDS.get(m[0], m[0]), detail)
    elif feature in ("actor", "recipient") or "country" in feature:
        detail = _CODE.sub(lambda m: country_name(m[0], countries), detail)
    return f"{feature} {dated(detail)}".strip()


def kind(code: str) -> str:
    """A kind of actor, document or place in words."""
    return PLACES.get(code) or ("kind not known" if code == "unknown" else code.replace("_", " "))


def value(field: str, given: object) -> str:
    """A field's value in words: "attack or fighting" for ASSAULT."""
    if field == "happened":
        return HAPPENED.get(given, str(given)) if given is None or isinstance(given, bool) else str(given)
    words = {"type": KINDS, "kind of event": KINDS, "status": SAID, "certainty": SURE}.get(field, {})
    return "none" if given is None else words.get(str(given), dated(str(given)))
