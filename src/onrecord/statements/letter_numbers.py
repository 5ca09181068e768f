"""Text -> the numbers letters go by: symbols of documents ("S/2019/481"), numbers of notes ("No. 88/2018"), references ("CIO.GAL/77/15")."""

import re

from onrecord.span import Span

_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z.]{0,11}(?:/[A-Z0-9][A-Z0-9.()-]*){1,6}(?:\([IVXLCDM]+\))?")
_NUMBER = re.compile(
    r"\b(?:(?i:(?:our |your )?ref(?:erence|s)?)\b\.?(?:\s*(?i:no)\b\.?)?|(?:No|NO|Nr)\b\.?|(?:no|nr)\.|(?i:number|letter no|note no)\b\.?)"
    r"\s*:?\s*(?P<number>[A-Z]{0,8}[./-]?\d[\w./()-]*)"
)


def number_in(text: str, start: int, end: int) -> Span | None:
    """The first number or symbol of a letter in a stretch of text, without the mark that closes it."""
    found = [(m.start(), m.end()) for m in (_SYMBOL.search(text, start, end),) if m and any(c.isdigit() for c in m.group())]
    found += [m.span("number") for m in (_NUMBER.search(text, start, end),) if m]
    if not found:
        return None
    first, last = min(found)
    while last > first and (
        text[last - 1] in ".,;:" or (text[last - 1] == ")" and text.count("(", first, last) < text.count(")", first, last))
    ):
        last -= 1
    return Span(first, last)
