"""onrecord show: a record's documents, or one document, claim or event, with its evidence quoted."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from onrecord.cli.listing import Output
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record
from onrecord.cli.page import Page

if TYPE_CHECKING:
    from onrecord.record.store import Record
    from onrecord.record.told import Told


def show(
    what: Annotated[
        Optional[str],
        typer.Argument(
            help="A document, claim or event: its id as printed elsewhere, or a document's file name or external id.",
            metavar="[DOCUMENT|CLAIM|EVENT]",
        ),
    ] = None,
    record: RecordOption = Path(DEFAULT_RECORD),
    limit: Annotated[int, typer.Option("--limit", min=1, help="Documents listed at most.")] = 100,
    format: Annotated[
        Output, typer.Option("--format", help="jsonl: the whole account of a document, or a claim, as JSON; the list also as csv.")
    ] = Output.TABLE,
) -> None:
    """Show a document, a claim or an event with its evidence; without a name, list the documents.

    Every quotation comes with the characters it stands at in the document's text, and every value with the rule that made it.
    """
    from onrecord.cli.listing import as_jsonl

    with open_record(record) as opened:
        if what is None:
            list_documents(opened, limit, format)
            return
        kind, ident = opened.queries.find(what)
        if format is not Output.TABLE:
            as_jsonl(opened, kind, ident)
        elif kind == "document":
            show_document(Page(), opened, ident)
        elif kind == "claim":
            show_claim(Page(), opened, opened.queries.claim(ident))
        else:
            show_event(Page(), opened, ident)


def list_documents(record: "Record", limit: int, output: Output) -> None:
    """One row a document."""
    from onrecord.cli.listing import write_list
    from onrecord.record.plain import to_plain

    rows = []
    for d in record.queries.documents(limit=limit):
        name = d.title or (f"{d.path}{' #' + d.member if d.member else ''}" if d.path else d.url or d.external_id or "")
        state = "forgotten" if d.forgotten else f"copy of {_short(d.original)}" if d.original else str(d.claims)
        rows.append(
            {"short": d.short}
            | to_plain(d)
            | {"voice": d.voice.name if d.voice else None, "state": state, "name": name, "is_a": d.kind.replace("_", " ")}
        )
    columns = [
        ("short", "id"),
        ("publisher", "publisher"),
        ("published", "published"),
        ("is_a", "kind"),
        ("state", "claims"),
        ("name", "title or file"),
    ]
    write_list(rows, output, columns, nothing="No document is on record.", more=record.queries.overview().documents - len(rows))


def _short(document: str | None) -> str:
    from onrecord.record.ids import document_short

    return document_short(document or "")


def show_document(page: Page, record: "Record", ident: str) -> None:
    """What a document is and what it puts on record."""
    from onrecord.cli.summary import count
    from onrecord.cli.summary import show_claim as line_of
    from onrecord.exports.telling import chain_words
    from onrecord.record.filters import Filter

    row = record.queries.document(ident)
    page.line(f"{row.short}  {row.title or row.path or row.external_id or 'untitled'}", bold=True)
    for label, value in (
        ("Kind", row.kind.replace("_", " ")), ("Publisher", row.publisher), ("Published", str(row.published) if row.published else None), ("Voice", row.voice.name if row.voice else None),
        ("File", f"{row.path}{' #' + row.member if row.member else ''}" if row.path else None), ("Address", row.url), ("External id", row.external_id),
        ("Language", row.language), ("Length", f"{row.characters:,} characters"), ("Hash of file", row.raw_sha256), ("Id", row.id), ("Added", row.added),
        ("Copy of", _short(row.original) if row.original else None),
    ):  # fmt: skip
        if value:
            page.beside(label, value, column=14)
    if row.forgotten:
        page.line("This document was taken out for good: its text is gone, this entry stays.")
        return
    account = record.queries.account(ident)
    if account is None:
        return
    claims = record.queries.claims(Filter(document=ident, rejected=True), sort="document")
    page.heading("Claims", count(len(claims), "claim"))
    told = ""
    for claim in claims:
        if told != (told := chain_words(claim, worded=True)):
            page.line(f"{told}:", indent=2)
        line_of(page, claim, indent=4)
    _letters(page, record, ident)
    for name, found in (
        ("Left out, and why", [(o.span, f"{o.reason} ({o.stage})") for o in account.omissions]),
        ("Worth a second look", [(f.span, f.detail) for f in account.flags]),
    ):
        if found:
            page.heading(name)
            for span, words in found:
                page.line(f"{words}: {_evidence(span.start, span.end, account.document.text, 80)}", indent=2)


def _letters(page: Page, record: "Record", document: str) -> None:
    from onrecord.record.correspondence import answer_words, posts

    found = [p for p in posts(record) if p.document == document]
    if found:
        page.heading("Letters")
    for post in found:
        letter = post.letter
        to = ", ".join(post.recipients) or "somebody not named"
        about = f", about “{letter.subject}”" if letter.subject else ""
        number = f", {letter.reference}" if letter.reference else ""
        each = [
            (answer_words(p), f"document {_short(p.answered)}" if p.answered else "not in the record")
            for p in post.each
            if p.letter.answers
        ]
        answers = f", in answer to {' and '.join(f'a {words} ({held})' for words, held in each)}" if each else ""
        how = " (enclosed)" if letter.basis.rule == "enclosed-letter" else " (relayed)" if letter.relayed else ""
        page.line(
            f"{post.sender or 'somebody not named'} to {to}, {letter.date or 'no date given'}{number}{about}{answers}{how}",
            indent=2,
        )


def _evidence(start: int, end: int, text: str, limit: int = 300) -> str:
    from onrecord.exports.telling import quote

    return f"{quote(text[start:end], limit)} [{start}–{end}]"


def show_claim(page: Page, record: "Record", claim: "Told") -> None:
    """A claim with who says it, in which words, and what each value rests on."""
    from onrecord.cli.claim_page import show_values
    from onrecord.exports.telling import VERDICTS, event_words, reality_words, telling_words, when_words

    account = record.queries.account(claim.document)
    row = record.queries.document(claim.document)
    page.line(f"{claim.id[:8]}  {event_words(claim)}; {when_words(claim.when)}", bold=True)
    page.line(f"{telling_words(claim)}:", indent=2)
    page.line(
        _evidence(claim.sentence_span.start, claim.sentence_span.end, account.document.text if account else claim.sentence, 600), indent=2
    )
    verdict = f" {VERDICTS[claim.verdict].capitalize()}." if claim.verdict else ""
    page.line(f"{reality_words(claim).capitalize()}.{verdict}", indent=2)
    published = f", {row.published}" if row.published else ""
    page.line(
        f"{row.publisher or 'no publisher named'}{published}; {row.title or row.path or row.external_id or row.id} ({row.short}); text {row.id}",
        indent=2,
    )
    if account:
        found = next((c for c in account.events if c.id == claim.local), None)
        if found:
            show_values(page, account, claim, found)
    _beside(page, record, claim)


def _beside(page: Page, record: "Record", claim: "Told") -> None:
    """Other claims of the same event, and what people decided."""
    from onrecord.cli.summary import show_claim as line_of
    from onrecord.record.decisions import decisions_on

    others = [c for c in record.queries.event(claim.event or "") if c.id != claim.id] if claim.event else []
    if others:
        page.heading("The same event, as others tell it", f"event {(claim.event or '')[:8]}")
        links = {frozenset((x.a, x.b)): x for x in record.queries.links([claim.number], kind="same_event")}
        for other in others[:10]:
            line_of(page, other, indent=2)
            link = links.get(frozenset((claim.id, other.id)))
            if link:
                reasons = "; ".join(f"{r.feature}: {r.detail}" for r in link.reasons if r.score > 0)
                page.line(f"Linked (score {link.score:.2f}): {reasons}", indent=12)
    decided = decisions_on(record, claim.id)
    if decided:
        page.heading("What people decided")
        for d in decided:
            page.line(d.words(), indent=2)


def show_event(page: Page, record: "Record", ident: str) -> None:
    """Everything on record about one event."""
    from onrecord.cli.summary import denials, show_agreement, those_named
    from onrecord.cli.summary import show_claim as line_of
    from onrecord.comparison.agreement import agree
    from onrecord.face import default_resources

    queries, countries = record.queries, default_resources().countries
    claims, copies = queries.event(ident), queries.copies()
    said = agree(claims, copies=copies, speaking=queries.speaking(those_named(claims)), countries=countries)
    links = queries.links((c.number for c in claims), kind="denies")
    show_agreement(page, ident, claims, said, denials(links, claims, copies))
    page.heading("Claims")
    for claim in claims:
        line_of(page, claim, indent=2)
