"""onrecord search, events, timeline, sources, actors, commitments, letters: what a record holds, in lists."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.listing import (
    ActorOption,
    LimitOption,
    Output,
    OutputOption,
    PlaceOption,
    SinceOption,
    SourceOption,
    StatusOption,
    TypeOption,
    UntilOption,
    asked,
    write_list,
)  # fmt: skip
from onrecord.cli.options import DEFAULT_RECORD, RecordOption, open_record

NOTHING = "Nothing on record meets this."


def search(
    words: Annotated[list[str], typer.Argument(help="Words to find; case and accents do not matter, the last may be a beginning.")],
    record: RecordOption = Path(DEFAULT_RECORD),
    limit: LimitOption = 20,
    format: OutputOption = Output.TABLE,
) -> None:
    """Find documents by their words."""
    with open_record(record) as opened:
        found = opened.queries.search(" ".join(words), limit=limit)
        rows = [asdict(h) | {"published": str(h.published) if h.published else None} for h in found]
        columns = [("short", "id"), ("publisher", "publisher"), ("published", "published"), ("words", "words")]
        write_list(rows, format, columns, nothing="No document holds these words.")


def events(
    record: RecordOption = Path(DEFAULT_RECORD),
    actor: ActorOption = None,
    source: SourceOption = None,
    place: PlaceOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    claims: Annotated[bool, typer.Option("--claims", help="One row a claim (a report of an event) instead of one an event.")] = False,
    limit: LimitOption = 50,
    format: OutputOption = Output.TABLE,
) -> None:
    """List events with how many claims and documents tell of them; with --claims, the claims themselves."""
    from onrecord.exports.claim_rows import claim_row
    from onrecord.record.ids import short

    wanted = asked(actor, source, place, type, status, since, until)
    with open_record(record) as opened:
        if claims:
            found = opened.queries.claims(wanted, limit=limit)
            rows = [{"short": short(c.id), **claim_row(c)} for c in found]
            columns = [
                ("short", "claim"),
                ("when", "when"),
                ("said_by", "said by"),
                ("held", "held"),
                ("what", "what"),
                ("quote", "in these words"),
            ]
            write_list(rows, format, columns, nothing=NOTHING, more=opened.queries.count(wanted) - len(found))
            return
        rows = event_rows(opened, wanted, limit)
        columns = [
            ("short", "event"),
            ("when", "when"),
            ("claims", "claims"),
            ("documents", "accounts"),
            ("denied", "denials"),
            ("what", "what"),
        ]
        write_list(rows, format, columns, nothing=NOTHING)


def event_rows(record: Any, wanted: Any, limit: int) -> list[dict[str, Any]]:
    """Events as rows, each told in the words of its longest-standing claim."""
    from onrecord.comparison.agreement import name_of
    from onrecord.exports.telling import event_words, reality_words, when_words
    from onrecord.record.ids import short

    found = record.queries.events(wanted, limit=limit)
    heads = record.queries.by_number(r.first for r in found)
    return [
        {
            "short": short(r.id), "id": r.id, "when": when_words(heads[r.first].when), "earliest": str(r.earliest) if r.earliest else None,
            "latest": str(r.latest) if r.latest else None, "types": list(r.types), "claims": r.claims, "documents": r.documents, "denied": r.denied,
            "what": event_words(heads[r.first]), "held": reality_words(heads[r.first]), "said_by": name_of(heads[r.first]), "quote": heads[r.first].sentence,
        }
        for r in found
    ]  # fmt: skip


def timeline(
    record: RecordOption = Path(DEFAULT_RECORD),
    actor: ActorOption = None,
    source: SourceOption = None,
    place: PlaceOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 100,
    format: OutputOption = Output.TABLE,
) -> None:
    """Events by day, with the precision their sources give, and who tells of them."""
    wanted = asked(actor, source, place, type, status, since, until)
    with open_record(record) as opened:
        rows = [r for r in event_rows(opened, wanted, limit) if r["earliest"] or r["latest"]]
        columns = [("when", "when"), ("short", "event"), ("said_by", "first said by"), ("held", "held"), ("what", "what")]
        write_list(rows, format, columns, nothing="No event on record has a date.")


def sources(
    record: RecordOption = Path(DEFAULT_RECORD),
    actor: ActorOption = None,
    place: PlaceOption = None,
    type: TypeOption = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 50,
    format: OutputOption = Output.TABLE,
) -> None:
    """Who speaks: how many claims, in how many documents, how many of them denials, and for which country."""
    from onrecord.record import ledgers

    with open_record(record) as opened:
        rows = [asdict(r) for r in ledgers.sources(opened, asked(actor, None, place, type, status, since, until), limit=limit)]
        columns = [
            ("claims", "claims"),
            ("documents", "documents"),
            ("denials", "denials"),
            ("side", "speaks for"),
            ("kind", "kind"),
            ("name", "name"),
        ]
        write_list(rows, format, columns, nothing="Nobody speaks in this record.")


def actors(
    record: RecordOption = Path(DEFAULT_RECORD),
    source: SourceOption = None,
    place: PlaceOption = None,
    type: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 50,
    format: OutputOption = Output.TABLE,
) -> None:
    """Who does, suffers and says what, in numbers of claims; onrecord events --actor NAME shows them."""
    from onrecord.record import ledgers

    with open_record(record) as opened:
        rows = [asdict(r) for r in ledgers.actors(opened, asked(None, source, place, type, None, since, until), limit=limit)]
        columns = [
            ("did", "did"),
            ("suffered", "had done to them"),
            ("said", "said"),
            ("country", "country"),
            ("kind", "kind"),
            ("name", "name"),
        ]
        write_list(rows, format, columns, nothing="Nobody is named in this record.")


def commitments(
    record: RecordOption = Path(DEFAULT_RECORD), source: SourceOption = None, actor: ActorOption = None, format: OutputOption = Output.TABLE
) -> None:
    """Ceasefires, agreements and resolutions, and all that is said of them: made, kept, broken, demanded, left undone; by whom and when."""
    from onrecord.comparison.agreement import name_of
    from onrecord.exports.telling import event_words, reality_words, when_words
    from onrecord.record import ledgers
    from onrecord.record.filters import Filter
    from onrecord.record.ids import short

    rows = []
    with open_record(record) as opened:
        for claim in opened.queries.claims(Filter(source=source, actor=actor)):
            for bond in claim.commitments:
                rows.append(
                    {"commitment": bond.name, "kind": bond.kind, "said_to_be": _relation(bond.relation, claim.happened), "when": when_words(claim.when), "said_by": name_of(claim),
                     "short": short(claim.id), "id": claim.id, "held": reality_words(claim), "what": event_words(claim), "quote": claim.sentence}
                )  # fmt: skip
        order = {r.name: n for n, r in enumerate(ledgers.commitments(opened))}
    rows.sort(key=lambda r: (order.get(r["commitment"], len(order)), r["commitment"]))
    columns = [
        ("commitment", "commitment"),
        ("said_to_be", "said to be"),
        ("when", "when"),
        ("said_by", "by"),
        ("short", "claim"),
        ("quote", "in these words"),
    ]
    write_list(rows, format, columns, nothing="No commitment is spoken of in this record.")


def _relation(relation: str, happened: bool | None) -> str:
    words = {"makes": "made", "keeps": "kept", "breaks": "broken", "demands": "demanded", "undone": "not carried out"}[relation]
    return f"not {words}" if happened is False and relation in ("makes", "keeps", "breaks") else words


def letters(record: RecordOption = Path(DEFAULT_RECORD), format: OutputOption = Output.TABLE) -> None:
    """Letters: who wrote to whom, when, about what, in answer to what; what they answer is said where it is not on record."""
    from onrecord.record import ledgers
    from onrecord.record.ids import document_short

    with open_record(record) as opened:
        rows = []
        for r in ledgers.letters(opened):
            held = document_short(r.answered) if r.answered else ("not on record" if r.answers else None)
            answers = f"{r.answers} ({held})" if r.answers else None
            rows.append(
                asdict(r)
                | {
                    "short": document_short(r.document),
                    "in_answer_to": answers,
                    "to": list(r.recipients),
                    "from": r.sender,
                    "how": "relayed" if r.relayed else "itself",
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
    write_list(rows, format, columns, nothing="No letter is on record.")
