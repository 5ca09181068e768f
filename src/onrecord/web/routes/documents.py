"""The first page, the list of documents, and the reading view."""

from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.exports import telling
from onrecord.record.answers import DocumentRow, EventRow
from onrecord.record.claim import Account, Claim
from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.record.told import Told
from onrecord.span import Span
from onrecord.timespan import Timespan
from onrecord.web.asked import Asking
from onrecord.web.cards import card, chain
from onrecord.web.marks import LAYERS, segments
from onrecord.web.responses import page

router = APIRouter()
SHOWN = 50
WINDOW = 24_000
"""Characters of a document shown on one page of the reading view: about ten printed pages."""


def row(document: DocumentRow) -> dict[str, Any]:
    """A document as a line of a list."""
    return {
        "id": document.id,
        "short": document.short,
        "address": f"/documents/{document.id}",
        "title": document.title or document.external_id or document.member or document.path or document.short,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "kind": document.kind.replace("_", " "),
        "language": document.language,
        "voice": document.voice.name if document.voice else None,
        "side": document.voice.side if document.voice else None,
        "claims": document.claims,
        "characters": document.characters,
        "copy_of": document.original,
        "forgotten": document.forgotten,
        "raw_sha256": document.raw_sha256,
        "url": document.url,
    }


@router.get("/")
@router.get("/index.json")
def overview(request: Request, asking: Asking) -> Response:
    """The record at a glance."""
    seen = asking.overview()
    latest = [row(d) for d in asking.documents(limit=12)]
    events = [event_row(asking, e) for e in asking.events(limit=12, together=True)]
    denied = [event_row(asking, e) for e in asking.events(Filter(status="denied"), limit=12)]
    counts = {k: getattr(seen, k) for k in ("documents", "copies", "claims", "events", "speakers", "decisions", "runs")}
    return page(request, "overview.html", counts=counts, documents=latest, events=events, denied=denied, _twin="/index.json")


def event_row(asking: Queries, event: EventRow) -> dict[str, Any]:
    """An event as a line of a list, told by its first claim; and who denies it."""
    claims = asking.event(event.id)
    deniers = list(dict.fromkeys(chain(c)[-1] for c in claims if c.happened is False))
    return {
        "id": event.id, "address": f"/events/{event.id}", "types": event.types, "claims": event.claims, "documents": event.documents,
        "denied": event.denied, "deniers": deniers, "first": card(claims[0]),
    }  # fmt: skip


@router.get("/documents")
@router.get("/documents.json")
def documents(request: Request, asking: Asking, start: int = 0) -> Response:
    """All documents, in the order they were added."""
    start = max(start, 0)
    total = asking.overview().documents
    listed = [row(d) for d in asking.documents(limit=SHOWN, offset=start)]
    return page(
        request,
        "documents.html",
        documents=listed,
        start=start,
        shown=SHOWN,
        total=total,
        _here="/documents",
        _twin=f"/documents.json?start={start}",
    )


@router.get("/documents/{ident}")
def document(request: Request, asking: Asking, ident: str, start: int = 0, hide: str = "", actor: str = "", mention: int = 1) -> Response:
    """The reading view: the text with its layers, claim cards beside."""
    ident = ident.removesuffix(".json") if request.url.path.endswith(".json") else ident
    found = asking.document(asking.find(ident)[1])
    account = asking.account(found.id)
    if account is None:
        return page(request, "forgotten.html", document=row(found))
    looked_for = mentions(account, actor)
    at = min(max(mention, 1), len(looked_for))
    window = window_at(account, looked_for[at - 1].start if looked_for and not start else start)
    told = {t.local: t for t in asking.claims(Filter(document=found.id, rejected=True), sort="document")}
    inside = [c for c in account.events if c.span.overlaps(window)]
    cards = [card(told[c.id]) | {"why": why(account, c), "mended": mended(account, c, told[c.id])} for c in inside if c.id in told]
    length = len(account.document.text)
    return page(
        request,
        "reading.html",
        document=row(found),
        window={"start": window.start, "end": window.end, "length": length},
        pages=[{"start": s, "address": f"/documents/{found.id}?start={s}"} for s in starts(account)],
        claims=cards,
        actors=[
            {"id": a.id, "name": a.name, "mentions": len(a.mentions), "country": a.country} for a in account.actors if len(a.mentions) > 1
        ],
        omissions=[{"start": o.span.start, "end": o.span.end, "stage": o.stage, "reason": o.reason} for o in account.omissions],
        flags=[{"start": f.span.start, "end": f.span.end, "kind": f.kind, "detail": f.detail} for f in account.flags],
        letters=[letter_words(account, i) for i in range(len(account.letters))],
        _parts_of_text=parts(account, window, looked_for),
        _layers=[(x, x not in hide.split(",")) for x in LAYERS],
        looked_for={"actor": actor, "at": at, "of": len(looked_for), "start": looked_for[at - 1].start} if looked_for else None,
        _here="/documents",
        _twin=f"/documents/{found.id}.json?start={window.start}",
    )


def starts(account: Account) -> list[int]:
    """Where each page of a long document begins: at a part's or a line's start."""
    text, found = account.document.text, [0]
    while len(text) - found[-1] > WINDOW:
        edge = text.rfind("\n", found[-1] + WINDOW // 2, found[-1] + WINDOW)
        found.append(edge + 1 if edge > 0 else found[-1] + WINDOW)
    return found


def window_at(account: Account, start: int) -> Span:
    """The page of a document that holds a character."""
    edges = [*starts(account), len(account.document.text)]
    at = max((i for i, e in enumerate(edges[:-1]) if e <= max(start, 0)), default=0)
    return Span(edges[at], edges[at + 1])


def parts(account: Account, window: Span, looked_for: Iterable[Span] = ()) -> list[dict[str, Any]]:
    """The window's sections, each with its segments."""
    text = account.document.text
    stretches: list[tuple[str, int, int]] = []
    at = window.start
    for section in sorted((s for s in account.sections if s.span.overlaps(window)), key=lambda s: s.span.start):
        first, last = trimmed(text, max(section.span.start, at), min(section.span.end, window.end))
        if first >= last:
            continue
        if text[at:first].strip():
            stretches.append(("body", *trimmed(text, at, first)))
        stretches.append((section.kind, first, last))
        at = last
    if text[at : window.end].strip():
        stretches.append(("body", *trimmed(text, at, window.end)))
    cut = segments(account, window, [edge for _, first, last in stretches for edge in (first, last)], looked_for)
    found, index = [], 0
    for kind, first, last in stretches:
        while index < len(cut) and cut[index].start < first:
            index += 1
        inside = index
        while index < len(cut) and cut[index].end <= last:
            index += 1
        found.append({"kind": kind, "segments": cut[inside:index]})
    return found


def mentions(account: Account, actor: str) -> list[Span]:
    """Where an actor of the document is named or pointed at, in the order of the text."""
    found = [m.span for a in account.actors if a.id == actor for m in a.mentions]
    return sorted(set(found), key=lambda s: (s.start, s.end))


def trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    """A stretch of text without the space at its ends."""
    inside = text[first:last]
    return first + len(inside) - len(inside.lstrip()), max(
        last - len(inside) + len(inside.rstrip()), first + len(inside) - len(inside.lstrip())
    )


def why(account: Account, claim: Claim) -> list[dict[str, Any]]:
    """Which rule made each value of a claim, and its reasons."""
    text = account.document.text
    said = {s.id: s for s in account.statements}
    actors = {a.id: a for a in account.actors}
    places = {p.id: p for p in account.places}
    found = [("type", claim.type, claim.basis), ("day", telling.when_words(claim.when), claim.when_basis)]
    if claim.statement in said:
        found.append(
            ("speaker", " … ".join(s.of(text) for s in said[claim.statement].source) or "nobody named", said[claim.statement].basis)
        )
    found += [("actor", actors[a].name, actors[a].basis) for a in (*claim.actors, *claim.recipients) if a in actors]
    found += [("place", places[p].name, places[p].basis) for p in claim.places if p in places]
    rows = [
        {"field": field, "value": value, "rule": basis.rule, "score": basis.score, "reasons": [f"{r.feature} {r.detail}".strip() for r in basis.reasons]}
        for field, value, basis in found
    ]  # fmt: skip
    markers = [m.of(text) for m in claim.factuality.markers]
    return [
        *rows,
        {"field": "whether it happened", "value": claim.status, "rule": claim.factuality.rule, "score": None, "reasons": markers},
    ]


def mended(account: Account, claim: Claim, told: Told) -> list[str]:
    """What the machine had where a person corrected it."""
    if told.verdict != "corrected":
        return []
    machine = {"type": claim.type, "status": claim.status, "certainty": claim.factuality.certainty, "happened": claim.factuality.happened,
               "when": claim.when}  # fmt: skip
    return [f"{k}: {telling.when_words(v) if isinstance(v, Timespan) else v}" for k, v in machine.items() if getattr(told, k) != v]


def letter_words(account: Account, index: int) -> dict[str, Any]:
    """A letter of a document in words."""
    letter = account.letters[index]
    names = {a.id: a.name for a in account.actors}
    return {
        "from": names.get(letter.sender or ""),
        "to": [names[r] for r in letter.recipients if r in names],
        "date": letter.date.isoformat() if letter.date else None,
        "relayed": letter.relayed,
        "answers": letter.answers and {"what": letter.answers.what, "by": names.get(letter.answers.by or ""),
                                       "date": letter.answers.date.isoformat() if letter.answers.date else None},
    }  # fmt: skip
