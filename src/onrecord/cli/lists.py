"""onrecord search, events, timeline, sources, actors, commitments, letters: what a record holds, in lists."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.asking import LimitOption, OutputOption, filtered
from onrecord.cli.listing import Output, write_list
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record

if TYPE_CHECKING:
    from onrecord.record.filters import Filter
    from onrecord.record.store import Record

NOTHING = "Nothing on record meets this."


@filtered
def search(
    words: Annotated[list[str], typer.Argument(help="Words to find; case and accents do not matter, the last may be a beginning.")],
    asked: "Filter",
    record: RecordOption = Path(DEFAULT_RECORD),
    limit: LimitOption = 20,
    format: OutputOption = Output.TABLE,
) -> None:
    """Find documents by their words; with filters, those that hold a claim which meets them."""
    with open_record(record) as opened:
        found = opened.queries.search(" ".join(words), asked, limit=limit)
        rows = [asdict(h) | {"published": str(h.published) if h.published else None} for h in found]
        columns = [("short", "id"), ("publisher", "publisher"), ("published", "published"), ("words", "words")]
        write_list(rows, format, columns, nothing="No document holds these words.")


@filtered
def events(
    asked: "Filter",
    record: RecordOption = Path(DEFAULT_RECORD),
    claims: Annotated[bool, typer.Option("--claims", help="One row a claim (a report of an event) instead of one an event.")] = False,
    limit: LimitOption = 50,
    format: OutputOption = Output.TABLE,
) -> None:
    """List events with how many claims and accounts tell of them, and how many of those say it was not so, or that it is refused; with --claims, the claims themselves."""
    from onrecord.exports.claim_rows import claim_row
    from onrecord.record.ids import short

    with open_record(record) as opened:
        if claims:
            found = opened.queries.claims(asked, limit=limit)
            rows = [{"short": short(c.id), **claim_row(c)} for c in found]
            columns = [
                ("short", "claim"),
                ("when", "when"),
                ("said_by", "said by"),
                ("held", "held"),
                ("what", "what"),
                ("quote", "in these words"),
            ]
            write_list(rows, format, columns, nothing=NOTHING, more=opened.queries.count(asked) - len(found))
            return
        rows = event_rows(opened, asked, limit)
        columns = [
            ("short", "event"),
            ("when", "when"),
            ("claims", "claims"),
            ("documents", "accounts"),
            ("denied", "not so"),
            ("refused", "refused"),
            ("what", "what"),
        ]
        write_list(rows, format, columns, nothing=NOTHING, more=-1 if len(rows) == limit else 0)


def event_rows(record: "Record", wanted: "Filter", limit: int, *, dated: bool = False) -> list[dict[str, Any]]:
    """Events as rows, each told in the words of the claim that it is named after; `dated`: only those with a day."""
    from onrecord.comparison.positions import name_of
    from onrecord.exports.telling import event_words, reality_words, when_words
    from onrecord.record.ids import short

    found = record.queries.events(wanted, limit=limit, dated=dated)
    heads = record.queries.by_number(r.first for r in found)
    return [
        {
            "short": short(r.id), "id": r.id, "when": when_words(heads[r.first].when), "earliest": str(r.earliest) if r.earliest else None,
            "latest": str(r.latest) if r.latest else None, "types": list(r.types), "claims": r.claims, "documents": r.documents, "denied": r.denied, "refused": r.refused,
            "what": event_words(heads[r.first]), "held": reality_words(heads[r.first]), "said_by": name_of(heads[r.first]), "quote": heads[r.first].sentence,
        }
        for r in found
    ]  # fmt: skip


@filtered
def timeline(
    asked: "Filter", record: RecordOption = Path(DEFAULT_RECORD), limit: LimitOption = 100, format: OutputOption = Output.TABLE
) -> None:
    """Events by day, with the precision their sources give, and who tells of them; and the days of letters, of what they answer, and of commitments."""
    with open_record(record) as opened:
        rows = in_order([*event_rows(opened, asked, limit, dated=True), *moment_rows(opened, asked)])[:limit]
        columns = [("when", "when"), ("short", "event"), ("said_by", "first said by"), ("held", "held"), ("what", "what")]
        write_list(rows, format, columns, nothing="No event on record has a date.", more=-1 if len(rows) == limit else 0)


def moment_rows(record: "Record", wanted: "Filter") -> list[dict[str, Any]]:
    """Letters, what they answer and commitments as rows like those of events."""
    from onrecord.exports.telling import listed, when_words
    from onrecord.record.ids import document_short
    from onrecord.record.moments import moments

    rows = []
    for m in moments(record, wanted):
        about = f", about “{m.name}”" if m.name else ""
        what = {
            "letter": f"letter by {m.who or 'somebody not named'} to {listed(m.to) or 'somebody not named'}{about}",
            "answered": f"{m.name}{' of ' + m.who if m.who else ''}, which a letter answers",
            "commitment": f"{m.name} (a commitment of that time)",
        }[m.kind]
        rows.append(
            {
                "short": document_short(m.document), "id": m.document, "when": when_words(m.when), "earliest": str(m.when.earliest) if m.when.earliest else None,
                "latest": str(m.when.latest) if m.when.latest else None, "types": [m.kind], "claims": 0, "documents": 1, "denied": 0, "refused": 0, "what": what,
                "held": {"letter": "written", "answered": "issued", "commitment": "named"}[m.kind], "said_by": m.who if m.kind == "letter" else None, "quote": None,
            }
        )  # fmt: skip
    return rows


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows by their days."""
    return sorted(rows, key=lambda r: (r["earliest"] or r["latest"], r["latest"] or ""))


@filtered
def sources(
    asked: "Filter", record: RecordOption = Path(DEFAULT_RECORD), limit: LimitOption = 50, format: OutputOption = Output.TABLE
) -> None:
    """Who speaks: how many claims, in how many accounts (a copy counts with its original), how many of them say that something was not so, or is refused, and for which country."""
    from onrecord.record import ledgers

    with open_record(record) as opened:
        rows = [asdict(r) for r in ledgers.sources(opened, asked, limit=limit)]
        columns = [
            ("claims", "claims"),
            ("documents", "accounts"),
            ("denials", "not so"),
            ("refusals", "refused"),
            ("side", "speaks for"),
            ("kind", "kind"),
            ("name", "name"),
        ]
        write_list(rows, format, columns, nothing="Nobody speaks in this record.", more=-1 if len(rows) == limit else 0)


@filtered
def actors(
    asked: "Filter", record: RecordOption = Path(DEFAULT_RECORD), limit: LimitOption = 50, format: OutputOption = Output.TABLE
) -> None:
    """Who does, suffers and says what, in numbers of claims; onrecord events --actor NAME shows them."""
    from onrecord.record import ledgers
    from onrecord.record.ids import actor_id, short

    with open_record(record) as opened:
        rows = [{"short": short(actor_id(r.key)), **asdict(r)} for r in ledgers.actors(opened, asked, limit=limit)]
        columns = [
            ("short", "id"),
            ("did", "did"),
            ("suffered", "had done to them"),
            ("said", "said"),
            ("country", "country"),
            ("kind", "kind"),
            ("name", "name"),
        ]
        write_list(rows, format, columns, nothing="Nobody is named in this record.", more=-1 if len(rows) == limit else 0)


@filtered
def commitments(
    asked: "Filter", record: RecordOption = Path(DEFAULT_RECORD), limit: LimitOption = 100, format: OutputOption = Output.TABLE
) -> None:
    """Ceasefires, agreements and resolutions, and all that is said of them: made, kept, broken, demanded, left undone; by whom and when."""
    from onrecord.comparison.positions import name_of
    from onrecord.exports.telling import event_words, reality_words, when_words
    from onrecord.record import ledgers
    from onrecord.record.ids import short

    with open_record(record) as opened:
        bound = ledgers.bound(opened, asked, limit=limit)
        held = opened.queries.by_number(b.claim for b in bound)
        rows = [
            {
                "commitment": b.name, "kind": b.kind, "said_to_be": _relation(b.relation, claim.happened), "when": when_words(claim.when), "said_by": name_of(claim),
                "short": short(claim.id), "id": claim.id, "held": reality_words(claim), "what": event_words(claim), "quote": claim.sentence,
            }
            for b in bound if (claim := held.get(b.claim))
        ]  # fmt: skip
    columns = [
        ("commitment", "commitment"),
        ("said_to_be", "said to be"),
        ("when", "when"),
        ("said_by", "by"),
        ("short", "claim"),
        ("quote", "in these words"),
    ]
    write_list(rows, format, columns, nothing="No commitment is spoken of in this record.", more=-1 if len(rows) == limit else 0)


def _relation(relation: str, happened: bool | None) -> str:
    words = {"makes": "made", "keeps": "kept", "breaks": "broken", "demands": "demanded", "undone": "not carried out"}[relation]
    return f"not {words}" if happened is False and relation in ("makes", "keeps", "breaks") else words


@filtered
def letters(
    asked: "Filter", record: RecordOption = Path(DEFAULT_RECORD), limit: LimitOption = 100, format: OutputOption = Output.TABLE
) -> None:
    """Letters: who wrote to whom, when, about what, in answer to what; what they answer is said where it is not on record.

    For letters, --actor is who writes or gets one, --source who writes it, --since and --until its day; the others ask for a claim of its document.
    """
    from onrecord.record import ledgers
    from onrecord.record.ids import document_short

    with open_record(record) as opened:
        found = ledgers.letters(opened, asked)
    rows = []
    for r in found[:limit]:
        each = (r, *r.also)
        held = [f"{a.answers} ({document_short(a.answered) if a.answered else 'not on record'})" for a in each if a.answers]
        rows.append(
            asdict(r)
            | {
                "short": document_short(r.document),
                "in_answer_to": "; ".join(held) or None,
                "to": list(r.recipients),
                "from": r.sender,
                "how": "relayed" if r.relayed else "itself",
                "answers_on": str(r.answers_on) if r.answers_on else None,
                "also": [
                    {"answers": a.answers, "answered": a.answered, "answers_what": a.answers_what, "answers_by": a.answers_by}
                    | {"answers_on": str(a.answers_on) if a.answers_on else None}
                    for a in r.also
                ],
            }
        )
    columns = [
        ("date", "date"),
        ("from", "from"),
        ("to", "to"),
        ("how", "how"),
        ("short", "document"),
        ("in_answer_to", "in answer to"),
        ("subject", "about"),
    ]
    write_list(rows, format, columns, nothing="No letter is on record.", more=len(found) - len(rows))
