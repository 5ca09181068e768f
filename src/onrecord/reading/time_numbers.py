"""Number words and lengths of time: "two and a half" -> 2.5, "a few" -> X; count and unit -> TIMEX3 durations."""

from collections.abc import Mapping, Sequence

UNKNOWN = "X"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def count_of(words: Sequence[str], lexicon: Mapping[str, Mapping[str, str]]) -> str:
    """A count from its words: a number without trailing zeros, or X for an unknown one. "two or three" counts as its first number."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        classes = lexicon.get(word, {})
        if word in ("to", "or", "-", "–") and seen and not _tens_before(words, word, lexicon):
            break
        if "vague" in classes and word not in ("some",):
            return UNKNOWN
        if word == "some":
            if len(words) == 1:
                return UNKNOWN
            continue
        value = _value(word, classes)
        if value is None:
            continue
        seen = True
        if "big" in classes:
            current = (current or 1.0) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
    if not seen:
        return "1"
    return plain(total + current)


def _tens_before(words: Sequence[str], mark: str, lexicon: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a hyphen joins tens and ones ("twenty-four")."""
    at = words.index(mark)
    return mark in "-–" and at > 0 and "tens" in lexicon.get(words[at - 1], {})


def _value(word: str, classes: Mapping[str, str]) -> float | None:
    if word[:1].isdigit():
        if "/" in word:
            top, bottom = (int(x) for x in word.split("/")[:2])
            return top / bottom if bottom else None
        return float(word.replace(",", ""))
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    for name in ("ones", "teens", "tens", "big", "pair", "half"):
        if name in classes:
            return float(classes[name])
    return 0.25 if word == "quarter" else None


def plain(value: float) -> str:
    """A number without trailing zeros."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:g}"


def length(count: str, unit: str) -> str:
    """The TIMEX3 duration of a count (a number or X) of units ("D", "TH", "10Y" ...)."""
    factor, letter = _split(unit)
    if count == UNKNOWN:
        return {"10Y": "PXDE", "100Y": "PXCE", "1000Y": "PXML"}.get(unit) or _written(UNKNOWN, letter)
    return _written(plain(float(count) * factor), letter)


def _split(unit: str) -> tuple[int, str]:
    digits = "".join(c for c in unit if c.isdigit())
    return int(digits or 1), unit.lstrip("0123456789")


def _written(count: str, letter: str) -> str:
    if letter == "N":
        return f"P{count}D" if count == UNKNOWN else f"PT{count}NI"
    return f"PT{count}{letter[1:]}" if letter[0] == "T" else f"P{count}{letter}"
