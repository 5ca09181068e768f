"""Sections of a letter -> who wrote it, to whom, when, where and about what; by the words of its header, salutation and signature."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.basis import Basis
from onrecord.span import Span
from onrecord.statements.answers import answered
from onrecord.statements.letter import Answered, Letter
from onrecord.statements.syntax import Syntax, words_in

_CLOSING = re.compile(
    r"^(?:yours?\b.*|sincerely.*|respectfully.*|faithfully.*|with (?:kind|best|warm|high|great)?.*(?:regards|wishes|esteem|respect).*|best (?:regards|wishes).*"
    r"|(?:please )?accept\b.*|kind regards.*|regards|cordially.*|very truly.*|\(?signed\)?:?|for and on behalf of.*|on behalf of.*|in witness.*)[,.]?$",
    re.I,
)
_SIGNED = re.compile(r"\(?\bSigned\)?:?\s*(?P<name>[^\n,]{3,60})", re.I)
_TO = re.compile(r"^\s*(?:to|for|addressed to|attention|attn)\b\s*:?\s*(?P<name>[^\n]{2,160}?)[.,;]?\s*$", re.I | re.M)
_FROM = re.compile(r"^\s*from\s*:\s*(?P<name>[^\n]{2,160}?)\s*$", re.I | re.M)
_SUBJECT = re.compile(r"^\s*(?:subject|re|ref|reference|object)\s*[:.]\s*(?P<what>[^\n]+?)\s*$", re.I | re.M)
_DEAR = re.compile(r"\s*(?:my )?(?:dear|to)?\s*(?P<name>[^\n]{2,120}?)\s*[,:;!]?\s*$", re.I)
_TITLED = re.compile(
    r"\b(?:identical )?letters? dated (?P<date>[^\n]{4,30}?\d{4}) from (?P<from>[^\n]+?(?:\n(?!\n)[^\n]+?){0,3}?) (?:addressed )?to (?P<to>the (?:Secretary|President|Chair)[^\n.]*)",
    re.I,
)
_VERBALE = re.compile(r"(?P<from>(?:The )?[A-Z][^.\n]{3,150}?) presents? (?:its|his|her|their) compliments to (?P<to>[^.\n]{3,200}?) and\b")
_ANYBODY = frozenset({"sir", "sirs", "madam", "sir or madam", "sir/madam", "excellency", "your excellency", "excellencies", "your excellencies", "colleague", "colleagues", "friend", "friends", "all", "mr", "gentlemen"})  # fmt: skip
_DATE_LINE = re.compile(r"^(?P<place>[A-ZÀ-Þ][\w’'\-]+(?: [A-ZÀ-Þ][\w’'\-]+){0,3}),?\s+(?=\d{1,2}\b|[A-Z][a-z]+ \d)")


def own_letter(syntax: Syntax) -> Letter | None:
    """The letter that the document is: by its salutation, its mail header, a UN letter's title or a note verbale's compliments; else None."""
    document = syntax.reading.document
    text, parts = (
        document.text,
        {k: [s.span for s in document.sections if s.kind == k] for k in ("header", "salutation", "signature", "subject", "dateline")},
    )
    if document.kind not in ("letter", "email") and not parts["salutation"]:
        return None
    head = Span(0, min((s.start for s in parts["salutation"]), default=min(len(text), 2_000)))
    titled = _TITLED.search(text, head.start, min(len(text), head.end + 600))
    verbale = _VERBALE.search(text, 0, min(len(text), 4_000))
    sender = (
        _group(verbale, "from")
        or _signer(text, parts["signature"])
        or _found(_FROM, text, parts["header"], "name")
        or _group(titled, "from")
    )
    recipients = (
        _group(verbale, "to") or _found(_TO, text, parts["header"], "name") or _addressee(text, parts["salutation"]) or _group(titled, "to")
    )
    date = _date(syntax, [*parts["header"], *parts["dateline"], *parts["signature"]]) or _group(titled, "date")
    rule = "note-verbale" if verbale else "mail-header" if document.kind == "email" else "letter-layout"
    if sender is None and recipients is None and date is None:
        return None
    return Letter(
        id="",
        span=Span(0, len(text)),
        sender=sender,
        recipients=(recipients,) if recipients else (),
        date=date,
        place=_place(text, [*parts["header"], *parts["dateline"], *parts["signature"]]),
        subject=_found(_SUBJECT, text, [*parts["subject"], *parts["header"]], "what"),
        relayed=False,
        answers=_answers(syntax),
        basis=Basis(rule),
    )


def _group(match: re.Match[str] | None, name: str) -> Span | None:
    return Span(match.start(name), match.end(name)) if match else None


def _found(pattern: re.Pattern[str], text: str, spans: list[Span], name: str) -> Span | None:
    return next((_group(m, name) for s in spans if (m := pattern.search(text, s.start, s.end))), None)


def _lines(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for line in span.of(text).split("\n"):
        start = at + len(line) - len(line.lstrip())
        if line.strip():
            yield Span(start, start + len(line.strip()))
        at += len(line) + 1


def _signer(text: str, signatures: list[Span]) -> Span | None:
    """The first line of the signature that is no closing formula, place or date; a name after "(Signed)"."""
    for signature in signatures:
        if match := _SIGNED.search(text, signature.start, signature.end):
            return Span(match.start("name"), match.end("name"))
        for line in _lines(text, signature):
            words = line.of(text)
            if not _CLOSING.match(words) and not any(c.isdigit() for c in words) and len(words.split()) <= 12:
                return Span(line.start, line.end - (words[-1] in ",."))
    return None


def _addressee(text: str, salutations: list[Span]) -> Span | None:
    """Whom the salutation names, without "Dear"; None where it may be anybody ("Sir", "Excellency")."""
    for salutation in salutations:
        match = _DEAR.match(text, salutation.start, salutation.end)
        if match and match["name"].lower().strip(" .") not in _ANYBODY:
            return Span(match.start("name"), match.end("name"))
    return None


def _date(syntax: Syntax, spans: list[Span]) -> Span | None:
    timexes = syntax.reading.timexes
    for span in spans:
        at = bisect_left(timexes, span.start, key=lambda t: t.span.start)
        while at < len(timexes) and timexes[at].span.start < span.end:
            if timexes[at].type == "DATE":
                return timexes[at].span
            at += 1
    return None


def _place(text: str, spans: list[Span]) -> Span | None:
    """The place before the date of a letter ("Baku, 15 July 2020")."""
    for span in spans:
        for line in _lines(text, span):
            if match := _DATE_LINE.match(line.of(text)):
                return Span(line.start + match.start("place"), line.start + match.end("place"))
    return None


def _answers(syntax: Syntax) -> Answered | None:
    """What the letter says it answers, in its first sentences."""
    bodies = [s.span for s in syntax.reading.document.sections if s.kind == "body"][:3]
    for body in bodies:
        for token in words_in(syntax, Span(body.start, min(body.end, body.start + 1_500))):
            found = answered(syntax, token) if token.pos in ("NOUN", "PROPN") else None
            if found is not None:
                return found
    return None
