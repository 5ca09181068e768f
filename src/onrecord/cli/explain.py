"""onrecord explain: why an event was, or was not, coded at a place in a text."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli.options import DEFAULT_RECORD, DisputedOption, ModelOption, RecordOption, ResourcesOption, knowledge, open_record
from onrecord.cli.page import Page
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.documents.document import Document
    from onrecord.exports.explanation import Coded, Explanation, Frame
    from onrecord.span import Span


def explain(
    place: Annotated[
        str,
        typer.Argument(
            help="A file, or a document of the record by its id, file name or external id, and a character of its text; or a claim's id.",
            metavar="DOCUMENT:OFFSET|CLAIM",
        ),
    ],
    record: RecordOption = Path(DEFAULT_RECORD),
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Words for people, or one JSON object for programs.")
    ] = "text",
    model: ModelOption = None,
    resources: ResourcesOption = None,
    disputed: DisputedOption = "neutral",
) -> None:
    """Show why an event was, or was not, coded at a place in a text.

    Reads the document again with that place watched and prints the entry of the trigger lexicon with its frame and example, the rule behind each argument, the words that decide
    whether it happened, why it has its date and places, and every entry that was tried there and refused, with the reason. Offsets are characters of the text as onrecord
    prints them everywhere, from 0.
    """
    import json

    from onrecord import pipeline
    from onrecord.record.plain import to_plain

    document, offset = _place(place, record)
    parser, known = knowledge(model, resources, disputed)
    found = pipeline.explain(document, offset, parser=parser, resources=known)
    if format == "json":
        typer.echo(json.dumps({"document": document.id, **to_plain(found)}, ensure_ascii=False))
        return
    _show(Page(), document.text, found)


def _place(place: str, record: Path) -> "tuple[Document, int]":
    """The document and the character that are meant. A file goes before a document of the record."""
    from onrecord import pipeline

    name, colon, digits = place.rpartition(":")
    numbered = bool(colon and name and digits.isdecimal())
    if numbered and Path(name).is_file():
        return _only(Path(name)), int(digits)
    with open_record(record) as opened:
        kind, ident = opened.queries.find(name if numbered else place)
        if kind == "claim":
            claim = opened.queries.claim(ident)
            account = opened.queries.account(claim.document)
            offset = int(digits) if numbered else claim.span.start
        elif kind == "document" and numbered:
            account, offset = opened.queries.account(ident), int(digits)
        else:
            raise UsageError(f"{place!r} names no place in a text.", "Give a document and a character, as in report.txt:120, or a claim.")
    if account is None:
        raise UsageError(f"{name} was taken out of the record: its text is gone.", "Give the file itself.")
    return pipeline.document_of(account), offset


def _only(path: Path) -> "Document":
    """The one document of a file."""
    from onrecord import pipeline
    from onrecord.documents.document import Document

    found = list(pipeline.documents_in([path]))
    documents = [d for d in found if isinstance(d, Document)]
    if len(found) == 1 and documents:
        return documents[0]
    if len(found) > 1:
        raise UsageError(f"{path} holds {len(found)} documents.", "Read it into a record and give the document's id.")
    raise UsageError(f"{path} could not be read{': ' + found[0].reason if found else ''}.", "Give a file that holds a text.")  # type: ignore[union-attr]


def _show(page: Page, text: str, found: "Explanation") -> None:
    from onrecord.exports.telling import quote

    page.line(f"{_at(found.word, text)}{', ' + found.section if found.section else ''}: {found.verdict}", bold=True)
    page.line(quote(found.sentence.of(text), 600), indent=2)
    for coded in found.coded:
        _coded(page, text, coded)
    if found.refused:
        page.heading("Tried and refused", "entries of the trigger lexicon, most specific first")
        for refused in found.refused:
            page.beside(f"{refused.frame.type}", f"{_frame(refused.frame)}: {_brief(refused.words)} ({refused.rule})", column=24)
            page.line(f"as in: {refused.frame.example}", indent=26)
    if found.beside:
        page.heading("Other events of the sentence")
        for coded in found.beside:
            page.beside(coded.type, f"{_at(coded.span, text)}, from {coded.frame.entry}", column=16)
    if found.omissions:
        page.heading("Left out here")
        for omission in found.omissions:
            page.line(f"{omission.reason} ({omission.stage})", indent=2)


def _coded(page: Page, text: str, coded: "Coded") -> None:
    page.heading(f"{coded.type}", f"{_at(coded.span, text)}")
    page.beside("trigger", f"{_frame(coded.frame)}, as in: {coded.frame.example}", column=16)
    for fact in coded.facts:
        words = ", ".join(_at(s, text) for s in fact.spans)
        shown = ": ".join(part for part in (fact.value, words) if part)
        page.beside(fact.of, f"{shown}  ({fact.rule}{'; ' + fact.why if fact.why else ''})", column=16)


def _frame(frame: "Frame") -> str:
    conditions = [f"needs {', '.join(map(_brief, frame.needs))}"] if frame.needs else []
    conditions += [f"not with {', '.join(map(_brief, frame.unless))}"] if frame.unless else []
    return f"{frame.entry} ({frame.form} “{frame.words}”, {frame.type}{'; ' + '; '.join(conditions) if conditions else ''})"


SHOWN = 6
"""Alternatives of a condition that are printed; --format json has them all."""


def _brief(words: str) -> str:
    """A condition, or words with one, with its first alternatives alone."""
    first, *others = words.split("|")
    return "|".join([first, *others[: SHOWN - 1]]) + (f"|… {len(others) + 1 - SHOWN} more" if len(others) >= SHOWN else "")


def _at(span: "Span", text: str) -> str:
    from onrecord.exports.telling import quote

    return f"{quote(span.of(text), 120)} [{span.start}–{span.end}]"
