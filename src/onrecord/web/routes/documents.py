"""The list of documents, and the reading view."""

from pathlib import Path
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record.answers import DocumentRow
from onrecord.record.claim import Account
from onrecord.record.excerpt import excerpt, mentions, told_within
from onrecord.record.readings import last_decisions, read_in
from onrecord.span import Span
from onrecord.web import citing
from onrecord.web.asked import Asking
from onrecord.web.cards import card
from onrecord.web.exporting import as_file, file_asked
from onrecord.web.marks import LAYERS
from onrecord.web.paging import paged, query
from onrecord.web.responses import page, wants_json
from onrecord.web.why import Reasons, decision_words, mended, run_words
from onrecord.web.windows import parts, starts, window_at
from onrecord.web.wording import kind

router = APIRouter()
SHOWN = 50


def row(document: DocumentRow) -> dict[str, Any]:
    """A document as a line of a list."""
    return {
        "id": document.id,
        "short": document.short,
        "address": f"/documents/{document.id}",
        "title": document.title or document.external_id or document.member or Path(document.path or document.short).name,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "kind": kind(document.kind),
        "language": document.language,
        "voice": document.voice.name if document.voice else None,
        "by_person": bool(document.voice and document.voice.kind == "person" and not document.publisher),
        "side": document.voice.side if document.voice else None,
        "claims": document.claims,
        "characters": document.characters,
        "copy_of": document.original,
        "forgotten": document.forgotten,
        "raw_sha256": document.raw_sha256,
        "url": document.url,
        "citation": citing.of_document(document),
    }


@router.get("/documents")
@router.get("/documents.json")
@router.get("/documents.csv")
@router.get("/documents.jsonl")
def documents(request: Request, asking: Asking, start: int = 0) -> Response:
    """All documents, in the order they were added."""
    start = max(start, 0)
    if file_asked(request):
        return as_file(request, map(row, asking.documents()))
    total = request.app.state.kept.overview(asking).documents
    listed = [row(d) for d in asking.documents(limit=SHOWN, offset=start)]
    return page(
        request, "documents.html", documents=listed, start=start, total=total, _here="/documents",
        _paging=paged(request, start=start, size=SHOWN, shown=len(listed), total=total), _twin=f"/documents.json?start={start}",
    )  # fmt: skip


@router.get("/documents/{ident}")
def document(
    request: Request, asking: Asking, ident: str, start: int = 0, hide: str = "", actor: str = "", mention: int = 1, whole: bool = False
) -> Response:
    """The reading view: the text with its layers, claim cards beside; the whole of a long document on one page to print or search."""
    ident = ident.removesuffix(".json") if request.url.path.endswith(".json") else ident
    found = asking.document(asking.find(ident)[1])
    plain = request.app.state.kept.opened(asking, found.id)
    if plain is None:
        return page(request, "forgotten.html", document=row(found), _here="/documents", _twin=f"/documents/{found.id}.json")
    text = asking.text(found.id)
    looked_for = mentions(plain, actor)
    at = min(max(mention, 1), len(looked_for))
    window = Span(0, len(text)) if whole else window_at(text, looked_for[at - 1].start if looked_for and not start else start)
    part = excerpt(plain, text, window)
    account, edges = part.account, starts(text)
    told = {t.local: t for t in told_within(asking.record, found.id, window)}
    inside = [c for c in account.events if c.id in told]
    reasons, decided = (
        Reasons(account, request.app.state.resources.countries),
        last_decisions(asking.record, [told[c.id].id for c in inside]),
    )
    why = wants_json(request)  # the page fetches it for a card that is opened
    cards = [
        card(told[c.id])
        | {"mended": mended(c, told[c.id]), "last_decision": decision_words(decided.get(told[c.id].id))}
        | ({"why": reasons.of(c)} if why else {})
        for c in inside
    ]
    left = [(i, o) for i, o in enumerate(account.omissions) if o.span.overlaps(window) or o.span.start == o.span.end]
    return page(
        request,
        "whole.html" if whole else "reading.html",
        document=row(found),
        run=run_words(read_in(asking.record, found.id)),
        window={"start": window.start, "end": window.end, "length": len(text)},
        pages=[{"start": s, "address": f"/documents/{found.id}?start={s}"} for s in edges],
        claims=cards,
        actors=[{"id": a.id, "name": a.name, "mentions": a.mentions, "country": a.country} for a in part.actors],
        omissions=[{"number": i, "start": o.span.start, "end": o.span.end, "stage": o.stage, "reason": o.reason} for i, o in left],
        flags=[{"start": f.span.start, "end": f.span.end, "kind": f.kind, "detail": f.detail} for f in account.flags],
        left_out=len(account.omissions),
        letters=[letter_words(account, i) for i in range(len(account.letters))],
        _parts_of_text=parts(account, window, looked_for),
        _layers=[(x, x not in hide.split(",")) for x in LAYERS],
        _hide=hide,
        _kept=query(request, without="start", last="&"),
        looked_for={"actor": actor, "at": at, "of": len(looked_for), "start": looked_for[at - 1].start} if looked_for else None,
        _here="/documents",
        _twin=f"/documents/{found.id}.json?start={window.start}" + ("&whole=true" if whole else ""),
    )


def letter_words(account: Account, index: int) -> dict[str, Any]:
    """A letter of a document in words."""
    letter = account.letters[index]
    names = {a.id: a.name for a in account.actors}
    return {
        "from": names.get(letter.sender or ""),
        "to": [names[r] for r in letter.recipients if r in names],
        "date": letter.date.isoformat() if letter.date else None,
        "relayed": letter.relayed,
        "answers": [{"what": a.what, "by": names.get(a.by or ""), "date": a.date.isoformat() if a.date else None} for a in letter.all_answered],
    }  # fmt: skip
