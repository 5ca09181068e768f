"""Sections of a letter -> who wrote it, to whom, when, where and about what; by the words of its header, salutation and signature."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.basis import Basis
from onrecord.documents.document import Document
from onrecord.span import Span
from onrecord.statements.answers_all import all_answered
from onrecord.statements.letter import Answered, Letter
from onrecord.statements.letter_days import date_in, date_of, lines, place_of
from onrecord.statements.letter_numbers import number_in
from onrecord.statements.syntax import Syntax, words_in

_CLOSING = re.compile(
    r"^(?:yours?\b.*|sincerely.*|respectfully.*|faithfully.*|with (?:kind|best|warm|high|great)?.*(?:regards|wishes|esteem|respect).*|best (?:regards|wishes).*"
    r"|(?:please )?accept\b.*|kind regards.*|regards|cordially.*|very truly.*|\(?signed\)?:?|for and on behalf of.*|on behalf of.*|in witness.*)[,.]?$",
    re.I,
)
_SIGNED = re.compile(r"\(?\bSigned\)?:?\s*(?P<name>[^\n,]{3,60})", re.I)
_STYLE = r"(?:(?:H\. ?E\.|His Excellency|Her Excellency|The Hon(?:ou?rable|\.))[, \t]*)"
"""How an addressee is styled before the name."""
_TO = re.compile(rf"^[> \t]*(?:to|for|addressed to|attention|attn)\b\s*:?\s*{_STYLE}?(?P<name>[^\n]{{2,160}}?)[.,;]?\s*$", re.I | re.M)
_FROM = re.compile(r"^[> \t]*from\s*:\s*(?P<name>[^\n]{2,160}?)\s*$", re.I | re.M)
_SUBJECT = re.compile(r"^[> \t]*(?:subject|re|object|subj)\s*[:.]\s*(?P<what>[^\n]+?)\s*$", re.I | re.M)
_DEAR = re.compile(r"\s*(?:my )?(?:dear|to)?\s*(?P<name>[^\n]{2,120}?)\s*[,:;!]?\s*$", re.I)
_TITLED = re.compile(
    r"\b(?:identical )?letters? dated (?P<date>[^\n]{4,30}?\d{4}) from (?P<from>[^\n]+?(?:\n(?!\n)[^\n]+?){0,3}?) (?:addressed )?to (?P<to>the (?:Secretary|President|Chair)[^\n.]*)",
    re.I,
)
_VERBALE = re.compile(r"(?P<from>(?:The )?[A-Z][^.\n]{3,150}?) presents? (?:its|his|her|their) compliments to (?P<to>[^.\n]{3,200}?) and\b")
_ANYBODY = frozenset({"sir", "sirs", "madam", "sir or madam", "sir/madam", "excellency", "your excellency", "excellencies", "your excellencies", "colleague", "colleagues", "friend", "friends", "all", "mr", "gentlemen"})  # fmt: skip


_SENT = re.compile(r"^[> \t]*(?:date|sent|dated?)\s*:\s*(?P<date>[^\n]{6,60}?)\s*$", re.I | re.M)
_WROTE = re.compile(
    r"^[> \t]*On [^\n]{0,60}?(?P<date>\d{1,2}[^\n\d]{1,14}\d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[^\n]{0,30}?, "
    r"(?P<from>[^\n<]{2,60}?)(?: <[^>\n]*>)?\s+wrote:[ \t]*$",
    re.M,
)
_ANNEXED = re.compile(r"(?:annex|enclosure|appendix|attachment)", re.I)
_FORWARDED = re.compile(r"^[> \t]*From\s*:", re.I | re.M)
PARTS = 60
"""Letters looked for in one document: its own, and those enclosed in it or quoted below it."""


def own_letters(syntax: Syntax) -> list[Letter]:
    """The letter that the document is, first; then those that stand in it whole: in its annexes, or below an answering mail."""
    document = syntax.reading.document
    cuts = sorted(_cuts(syntax))[:PARTS]
    ends = [*(c for c, _ in cuts), len(document.text)]
    own = own_letter(syntax, Span(0, ends[0]))
    if own is None:
        return []
    found: list[Letter] = [own]
    for (start, rule), end in zip(cuts, ends[1:], strict=True):
        span = Span(start, end)
        letter = _quoted_mail(syntax, span, found[-1].sender) if rule == "quoted-mail" else _made(syntax, span, rule)
        if letter is not None and letter.sender is not None and letter.body:
            found.append(letter)
    if len(found) > 1 and found[0].answers is None and document.kind == "email":
        below = found[1]  # what stands below an answering mail is what it answers
        if below.sender is not None:
            found[0] = replace(own, answers=Answered("message", below.sender, below.sender, below.date))
    return found


def _cuts(syntax: Syntax) -> list[tuple[int, str]]:
    """Where a letter inside the document begins, and how it is shown."""
    document = syntax.reading.document
    found = []
    for section in document.sections:
        head = document.text[section.span.start : section.span.start + 40]
        if section.kind == "annex" and _ANNEXED.match(head):
            found.append((section.span.start, "enclosed-letter"))
        elif section.kind == "header" and _is_forwarded(document, section.span):
            found.append((_rule_above(document.text, section.span.start), "forwarded-mail"))
    if document.kind == "email":
        found += [(m.start(), "quoted-mail") for m in _WROTE.finditer(document.text)]
    return found


def _rule_above(text: str, header: int) -> int:
    """Where "-----Original Message-----" begins, right above a forwarded mail's header; the header's start where there is none."""
    above = _RULE_ABOVE.search(text, max(0, header - 80), header)
    return above.start() if above else header


_MARKS = re.compile(r"[>\s]*(?:-{2,} ?[\w ]{1,30}essage ?-{2,})?[>\s]*$")
_RULE_ABOVE = re.compile(r"(?:^|(?<=\n))[> \t]*-{2,} ?[\w ]{1,30}essage ?-{2,}\s*[> \t]*$")


def _is_forwarded(document: Document, header: Span) -> bool:
    """Whether header lines inside a document begin a mail that is forwarded or answered."""
    if header.start == 0 or not _FORWARDED.search(document.text, header.start, header.end):
        return False
    return document.kind == "email" or "essage ---" in document.text[max(0, header.start - 60) : header.start]


def _quoted_mail(syntax: Syntax, span: Span, answering: Span | None) -> Letter | None:
    """A mail quoted below "On ..., X wrote:": X wrote it to whoever answers it."""
    text = syntax.reading.document.text
    match = _WROTE.match(text, span.start)
    if match is None:
        return None
    date = date_in(syntax, Span(match.start(), match.end()))
    body = _paragraphs_in(text, Span(match.end(), span.end))
    to = (answering,) if answering is not None else ()
    return Letter("", span, Span(*match.span("from")), to, date, None, None, True, None, Basis("quoted-mail"), body=body)


def own_letter(syntax: Syntax, span: Span) -> Letter | None:
    """The letter that the document is: by its salutation, its mail header, a UN letter's title or a note verbale's compliments; else None."""
    document = syntax.reading.document
    if document.kind not in ("letter", "email") and not any(s.kind == "salutation" for s in document.sections):
        return None
    rule = "mail-header" if document.kind == "email" else "letter-layout"
    letter = _made(syntax, span, rule)
    if letter is None or (letter.sender is None and not letter.recipients and letter.date is None):
        return None
    return replace(letter, span=Span(0, len(document.text)), relayed=False, body=())


def _made(syntax: Syntax, span: Span, rule: str) -> Letter | None:
    """The letter in a stretch of the document, by the parts it has there."""
    document = syntax.reading.document
    text = document.text
    parts = {
        k: [s.span for s in document.sections if s.kind == k and span.contains(s.span)]
        for k in ("header", "salutation", "signature", "subject", "dateline", "headline")
    }
    head = Span(span.start, min((s.start for s in parts["salutation"]), default=min(span.end, span.start + 2_000)))
    titled = _TITLED.search(text, head.start, min(span.end, head.end + 600)) if rule != "enclosed-letter" else None
    verbale = _VERBALE.search(text, span.start, min(span.end, span.start + 4_000))
    signer = _signer(text, parts["signature"])
    office = _group(titled, "from")
    if signer is None or not _is_name(signer.of(text)):
        signer = office or signer
    sender = _group(verbale, "from") or signer or _found(_FROM, text, parts["header"], "name")
    addressees = [
        x
        for x in (
            _group(verbale, "to"),
            _found(_TO, text, parts["header"], "name"),
            _addressee(text, parts["salutation"]),
            _addressed_below(text, signer, parts["signature"]),
            _group(titled, "to"),
        )
        if x
    ]
    heads = [*parts["header"], *parts["dateline"]]
    sent = _found(_SENT, text, heads, "date")
    date = _group(titled, "date") or (date_in(syntax, sent) or sent if sent else None) or date_of(syntax, [*heads, *parts["signature"]])
    numbers = [n for s in heads if (n := number_in(text, s.start, s.end)) is not None]
    held = (
        Span(max(s.span.start, span.start), min(s.span.end, span.end))
        for s in document.sections
        if s.kind in ("body", "annex") and s.span.overlaps(span)
    )
    body = tuple(s for s in held if not _is_heading(text, s))
    answers = tuple(_of_addressee(a, verbale) for a in _answers(syntax, span))
    return Letter(
        id="",
        span=span,
        sender=_without_address(text, sender),
        recipients=tuple(z for x in addressees[:1] for y in _each(text, x) if (z := _without_address(text, y)) is not None),
        date=date,
        place=place_of(text, [*heads, *parts["signature"]]),
        subject=_found(_SUBJECT, text, [*parts["subject"], *parts["header"]], "what"),
        relayed=True,
        answers=answers[0] if answers else None,
        basis=Basis("note-verbale" if verbale else rule),
        reference=next(iter(numbers), None),
        body=body,
        office=office if signer is not office and verbale is None else None,
        also=answers[1:],
    )


_BETWEEN = re.compile(r"\s*(?:;|,? and (?=(?:to )?the [A-Z])|,(?=[^,;<]{2,60}<))\s*(?:to )?")


def _each(text: str, span: Span) -> Iterator[Span]:
    """Those to whom a letter goes, one by one ("the Secretary-General and the President of the Security Council", "A <a@b>, C <c@d>")."""
    at = span.start
    for cut in [*_BETWEEN.finditer(text, span.start, span.end), None]:
        end = cut.start() if cut else span.end
        if end > at:
            yield Span(at, end)
        at = cut.end() if cut else span.end


def _is_heading(text: str, span: Span) -> bool:
    """Whether a paragraph of an enclosed letter is only its heading, or marks of quoting."""
    return len(span) < 400 and bool(_ANNEXED.match(text, span.start) or _MARKS.match(span.of(text)))


_TITLE_WORDS = re.compile(
    r"\b(?:ambassador|representative|minister|president|secretary|charg[ée]|director|head|chair\w*|mission|embassy)\b", re.I
)


def _is_name(words: str) -> bool:
    """Whether a signature's first line is a name and no office ("Ambassador", "Permanent Representative")."""
    return words[:1].isupper() and " " in words.strip() and not _TITLE_WORDS.search(words)


def _of_addressee(answers: Answered, verbale: re.Match[str] | None) -> Answered:
    """What a note verbale answers; where it does not say whose note that was, it is the addressee's ("the latter's note")."""
    if answers.by is not None or verbale is None:
        return answers
    return replace(answers, by=_group(verbale, "to"))


def _without_address(text: str, span: Span | None) -> Span | None:
    """A name of a mail header without the address behind it."""
    if span is None:
        return None
    at = text.find("<", span.start, span.end)
    end = at if at > span.start else span.end
    while end > span.start and text[end - 1] in ' \t"':
        end -= 1
    return Span(span.start, end)


def _paragraphs_in(text: str, span: Span) -> tuple[Span, ...]:
    """The paragraphs of a stretch of text."""
    return tuple(Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", span.of(text)))


def _group(match: re.Match[str] | None, name: str) -> Span | None:
    return Span(match.start(name), match.end(name)) if match else None


def _found(pattern: re.Pattern[str], text: str, spans: list[Span], name: str) -> Span | None:
    return next((_group(m, name) for s in spans if (m := pattern.search(text, s.start, s.end))), None)


def _signer(text: str, signatures: list[Span]) -> Span | None:
    """The first line of the signature that is no closing formula, place or date; a name after "(Signed)"."""
    for signature in signatures:
        if match := _SIGNED.search(text, signature.start, signature.end):
            return Span(match.start("name"), match.end("name"))
        for line in lines(text, signature):
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


_BELOW = re.compile(rf"^[ \t]*(?:To:?[ \t]+)?{_STYLE}(?P<name>[^\n]{{3,120}})", re.M)


def _addressed_below(text: str, signer: Span | None, signatures: list[Span]) -> Span | None:
    """Whom a letter names below its signature, as embassies write it: "H.E. Mr. Amos Rudo" on a line after the signer's."""
    for signature in signatures:
        start = max(signature.start, signer.end if signer is not None else signature.start)
        if match := _BELOW.search(text, start, signature.end):
            return Span(match.start("name"), match.end("name"))
    return None


def _answers(syntax: Syntax, span: Span) -> tuple[Answered, ...]:
    """What the letter says it answers, in its first sentences."""
    bodies = [s.span for s in syntax.reading.document.sections if s.kind in ("body", "annex") and span.contains(s.span)][:3]
    for body in bodies:
        found = all_answered(syntax, list(words_in(syntax, Span(body.start, min(body.end, body.start + 1_500)))))
        if found:
            return tuple(replace(a, by=None) if _is_latter(syntax, a) else a for a in found)
    return ()


def _is_latter(syntax: Syntax, answers: Answered) -> bool:
    """Whether it says "the latter's note" for whose it is."""
    return answers.by is not None and answers.by.of(syntax.reading.document.text).lower().startswith(("the latter", "latter"))
