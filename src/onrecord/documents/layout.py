"""Document -> Document with its sections and kind, by form alone.

Lines are marked by what they look like, most telling form first: page furniture, resolutions, transcripts, letters, then a news text's head. What
nothing marks is body. No rule looks anything up: names of places, bodies and persons are the business of later rooms.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.documents.document import Document, Section, SectionKind
from onrecord.documents.document_kind import kind_of, publisher_of, title_of
from onrecord.documents.letter_layout import join_title, mark_letter, mark_place_and_day, split_salutation
from onrecord.documents.lines import Kinds, Line, lines_of, width_of_wrap
from onrecord.documents.resolution_layout import mark_resolution, split_resolution
from onrecord.documents.transcript_layout import label_end, mark_transcript
from onrecord.documents.wire_layout import mark_boilerplate, mark_top, split_dateline
from onrecord.span import Span

_MAIL_HEADER = re.compile(r"^(?:>[ \t]*)*(?P<name>From|To|Cc|Bcc|Date|Sent|Subject|Reply-To):", re.I)
_SENTENCE_END = re.compile(r"[.!?…\"”'’)\]]$")
_ONE = frozenset({"header", "signature", "boilerplate", "subject"})
"""Kinds whose lines, one after the other, are one section."""
RUN = 100
"""Marks without a space or letter between them after which a section is cut."""
SHORT = 0.6
"""Share of the usual width below which a line of hard-wrapped text ends its paragraph without a blank line."""


def lay_out(document: Document) -> Document:
    """The document with its parts found, and with the kind, publisher and title that its form shows where metadata gave none."""
    text = document.text
    lines = split_resolution(split_dateline(join_title(split_salutation(lines_of(text), text)), text), text)
    kinds: Kinds = [None] * len(lines)
    forms = _mark(document, lines, kinds)
    sections = tuple(_unbroken(_sections(lines, kinds), text)) or ((Section(Span(0, len(text)), "body"),) if text else ())
    kind = document.kind if document.kind != "other" else kind_of(document, sections, forms)
    publisher, metadata = document.publisher, dict(document.metadata)
    if publisher is None and (found := publisher_of(document, sections)):
        publisher, metadata["publisher_from"] = found
    title = document.title or title_of(document, sections)
    return replace(document, sections=sections, kind=kind, publisher=publisher, title=title, metadata=metadata)


def _mark(document: Document, lines: list[Line], kinds: Kinds) -> frozenset[str]:
    """Marks every line that has a form; the names of the forms that the text as a whole has."""
    _mark_mail(lines, kinds, at_top=document.kind == "email")
    mark_boilerplate(lines, kinds)
    forms = set()
    if mark_resolution(lines, kinds):
        forms.add("resolution")
    elif document.kind != "email" and mark_transcript(lines, kinds):
        forms.add("transcript")
    if mark_letter(lines, kinds) and not forms:
        forms.add("letter")
    if document.kind != "email":
        mark_top(lines, kinds, official=bool(forms & {"letter", "resolution"}))
        mark_place_and_day(lines, kinds)
    return frozenset(forms)


def _mark_mail(lines: list[Line], kinds: Kinds, *, at_top: bool) -> None:
    """Marks runs of mail header lines: those the mail reader put in front, and those of forwarded or answered mail further down."""
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _MAIL_HEADER.match(lines[end].text) and not (end > index and lines[end].gap):
            end += 1
        names = {m["name"].lower() for line in lines[index:end] if (m := _MAIL_HEADER.match(line.text))}
        if (at_top and index == 0) or (len(names) > 2 and "from" in names and names & {"sent", "date", "subject"}):
            for i in range(index, end):
                kinds[i] = "subject" if lines[i].text.lstrip("> \t").lower().startswith("subject:") else "header"
        index = max(end, index + 1)


def _sections(lines: list[Line], kinds: Kinds) -> tuple[Section, ...]:
    """Sections in text order: neighbouring lines of one kind together, cut where one paragraph, turn or title ends and another begins."""
    width = width_of_wrap(lines)
    found: list[Section] = []
    for index, line in enumerate(lines):
        kind: SectionKind = kinds[index] or "body"
        if found and found[-1].kind == kind and not _begins(lines, index, kind, width):
            found[-1] = Section(Span(found[-1].span.start, line.end), kind)
        else:
            found.append(Section(Span(line.start, line.end), kind))
    return tuple(found)


_RUN = re.compile(rf"[^\w\s]{{{2 * RUN},}}")


def _unbroken(sections: tuple[Section, ...], text: str) -> Iterator[Section]:
    """The sections, cut inside endless runs of marks: a parser's tokenizer takes such a run apart in time that grows with its square."""
    for section in sections:
        start = section.span.start
        for run in _RUN.finditer(text, section.span.start, section.span.end):
            for cut in range(run.start() + RUN, run.end() - RUN + 1, RUN):
                yield Section(Span(start, cut), section.kind)
                start = cut
        yield Section(Span(start, section.span.end), section.kind)


def _begins(lines: list[Line], index: int, kind: SectionKind, width: int | None) -> bool:
    """Whether a line begins a section although the line before has the same kind."""
    line, before = lines[index], lines[index - 1]
    if kind in _ONE or line.runs_on:
        return False
    if kind in ("headline", "byline", "salutation", "preamble", "operative"):
        return True
    if kind in ("question", "answer") and label_end(line.text):
        return True
    if kind == "dateline":
        return line.gap
    unfinished = not line.gap and not (before.whole and _SENTENCE_END.search(before.text))
    return unfinished and before.whole and (width is None or before.end - before.start < SHORT * width)
