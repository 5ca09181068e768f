"""Events as lists and as claims matrices; a claim by its permalink."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.balance import country_name, weigh
from onrecord.errors import UsageError
from onrecord.exports import telling
from onrecord.record.filters import Filter
from onrecord.record.readings import last_decisions, read_in
from onrecord.record.told import Told
from onrecord.resources.countries import Countries
from onrecord.web import citing
from onrecord.web.asked import Asked, Asking
from onrecord.web.cards import card
from onrecord.web.deciding import here, last_of, who_decides
from onrecord.web.exporting import as_file, file_asked
from onrecord.web.kept import Kept
from onrecord.web.near import events_near
from onrecord.web.paging import paged, query
from onrecord.web.responses import page
from onrecord.web.why import Reasons, decision_words, mended, run_words
from onrecord.web.wording import FIELDS, counted, reason, sentence, value

router = APIRouter()
SHOWN = 50
WEIGHED = 400
"""Claims of one event that its page weighs; the page says when there are more."""
CARDS = 40
"""Reports on one page of an event."""
LINKS = 50
"""Linked claims on a claim's page."""
SIGNS = {
    "asserts": "A",
    "denies": "D",
    "passes on": "P",
    "doubts": "M",
    "expects": "E",
    "excludes": "N",
    "disputes": "Q",
    "refuses": "R",
    "silent": "–",
    "not in the record": "0",
}
"""The letter of a cell; its colour and shape say the same."""
CLASSES = {
    "asserts": "asserts", "denies": "denies", "excludes": "denies", "disputes": "denies", "refuses": "denies", "passes on": "attributes", "doubts": "partial", "expects": "partial",
    "silent": "silent", "not in the record": "absent",
}  # fmt: skip
NO_SIDE = "no side known"


@router.get("/events")
@router.get("/events.json")
@router.get("/events.csv")
@router.get("/events.jsonl")
def events(request: Request, asking: Asking, asked: Asked, start: int = 0, together: bool = False) -> Response:
    """Events by day, undated last; the address holds the whole filter."""
    start = max(start, 0)
    whole = file_asked(request)
    found = asking.events(asked, limit=-1 if whole else SHOWN + 1, offset=start, together=together)
    shown = found if whole else found[:SHOWN]
    first = asking.by_number(e.first for e in shown)
    rows = [
        {
            "id": e.id,
            "address": f"/events/{e.id}",
            "types": list(e.types),
            "claims": e.claims,
            "documents": e.documents,
            "denied": e.denied,
            "refused": e.refused,
            "first": card(first[e.first]),
        }
        for e in shown
        if e.first in first
    ]
    if whole:
        return as_file(request, map(line, rows))
    return page(
        request, "events.html", events=rows, start=start, more=len(found) > SHOWN, _together=together, _here="/events", _query=query(request, without="start"),
        decisions=last_of(asking.record, actors=False), _form_secret=request.state.form_secret, _who=who_decides(request), _back=here(request),
        _paging=paged(request, start=start, size=SHOWN, shown=len(rows), more=len(found) > SHOWN), _twin=f"/events.json?{request.url.query}",
    )  # fmt: skip


def line(row: dict[str, Any]) -> dict[str, Any]:
    """An event as a line of a file."""
    first = row["first"]
    return {
        "event": row["id"], "types": " ".join(row["types"]), "accounts": row["documents"], "reports": row["claims"], "denials": row["denied"], "refusals": row["refused"],
        "earliest": first["earliest"], "latest": first["latest"], "who": [p["name"] for p in first["who"]], "whom": [p["name"] for p in first["whom"]],
        "where": first["where"], "quote": first["quote"], "claim": first["id"],
    }  # fmt: skip


@router.get("/events/{ident}")
def event(request: Request, asking: Asking, ident: str, start: int = 0, near: Annotated[str, Query(max_length=100)] = "") -> Response:
    """The claims matrix of an event: who holds what, side by side, and where they differ."""
    kind, found = asking.find(ident.removesuffix(".json"))
    event_id = found if kind == "event" else asking.claim(found).event or ""
    total = asking.count(Filter(event=event_id, rejected=True))
    claims = asking.claims(Filter(event=event_id, rejected=True), sort="document", limit=WEIGHED)
    if not claims:
        raise UsageError(f"No event {event_id} is on record.", "The list of events has all of them.")
    start = min(max(start, 0), len(claims) - 1)
    countries = request.app.state.resources.countries
    kept: Kept = request.app.state.kept
    copies, speaking = kept.copies(asking), kept.speaking(asking)
    standing = [c for c in claims if c.verdict != "rejected"] or claims
    agreed = agree(standing, copies=copies, speaking=speaking, countries=countries)
    named = next((c for c in standing if c.happened), claims[0])
    about = sentence(telling.event_words(named))
    balance = weigh(standing, about=about, copies=copies, countries=countries, heard=speaking)
    columns = matrix(agreed, claims, countries)
    shown = [card(c) for c in claims[start : start + CARDS]]
    head = f"{about}: {counted(total, 'report')} in {counted(balance.accounts, 'account')} [event {event_id}]"
    return page(
        request,
        "event.html",
        event=event_id,
        title=about,
        when=telling.when_words(named.when),
        reports=total,
        weighed=len(claims),
        claims=shown,
        matrix=columns,
        _sides=runs_of([c["side"] for c in columns]),
        differences=[
            {
                "point": d.point,
                "on": FIELDS.get(d.point, d.point),
                "low": d.low,
                "high": d.high,
                "variants": [{"value": v.value, "words": value(d.point, v.value), "who": list(v.who)} for v in d.variants],
            }
            for d in agreed.differences
        ],
        changes=[
            {
                "who": c.who,
                "point": c.point,
                "on": FIELDS.get(c.point, c.point),
                "before": c.before,
                "after": c.after,
                "since": c.since.isoformat(),
            }
            | {"words": [value(c.point, c.before), value(c.point, c.after)]}
            for c in agreed.changes
        ],
        balance=list(balance.sentences),
        accounts=balance.accounts,
        citation=citing.of_claims(head, standing),
        near=events_near(asking, named, near.strip()),
        sought=near.strip(),
        decisions=last_of(asking.record, actors=False),
        _first=claims[0].id,
        _form_secret=request.state.form_secret,
        _who=who_decides(request),
        _signs=SIGNS,
        _classes=CLASSES,
        _paging=paged(request, start=start, size=CARDS, shown=len(shown), total=len(claims)),
        _here="/events",
        _twin=f"/events/{event_id}.json",
    )


def matrix(agreed: Agreement, claims: list[Told], countries: Countries) -> list[dict[str, Any]]:
    """The columns of the matrix: each source, grouped by side, with what it holds and what its claims say of who, whom, where, when and toll."""
    by_id = {c.id: card(c) for c in claims}
    columns: list[dict[str, Any]] = [
        {
            "who": p.who,
            "side": side_name(p.side, countries),
            "holds": p.holds,
            "accounts": p.accounts,
            "claims": [by_id[i] for i in p.claims if i in by_id],
        }
        for p in agreed.positions
    ]
    for party, holds in [*((p, "silent") for p in agreed.silent), *((p, "not in the record") for p in agreed.absent)]:
        columns.append({"who": party.name, "side": side_name(party.side, countries), "holds": holds, "accounts": 0, "claims": []})
    for column in columns:
        held = column["claims"]
        column["cells"] = {
            "who": listed(p["name"] for k in held for p in k["who"]),
            "whom": listed(p["name"] for k in held for p in k["whom"]),
            "where": listed(name for k in held for name in k["where"]),
            "when": listed(k["when"] for k in held if k["earliest"] or k["latest"]),
            "toll": listed(toll for k in held for toll in k["tolls"]),
        }
    return sorted(columns, key=lambda c: (c["side"] == NO_SIDE, c["side"]))


def runs_of(sides: list[str]) -> list[tuple[str, int]]:
    """Each side with how many columns it has, in order."""
    return [(side, sides.count(side)) for side in dict.fromkeys(sides)]


def listed(values: Iterable[str]) -> list[str]:
    """Each value once, in order."""
    return list(dict.fromkeys(values))


def side_name(code: str | None, countries: Countries) -> str:
    """A side by its country's name."""
    return country_name(code, countries) if code else NO_SIDE


@router.get("/claims/{ident}")
def claim(request: Request, asking: Asking, ident: str) -> Response:
    """A claim by itself, with its evidence, why each value stands, and its citation."""
    kind, found = asking.find(ident.removesuffix(".json"))
    if kind != "claim":
        return RedirectResponse(f"/{kind}s/{found}", status_code=303)
    told, countries = asking.claim(found), request.app.state.resources.countries
    linked = asking.links([told.number])[:LINKS]
    others = {c.id: card(c) for c in asking.by_number(asking.numbers([x.b if x.a == told.id else x.a for x in linked])).values()}
    links = [
        {"kind": x.kind, "other": other, "what": others.get(other), "score": x.score, "reasons": [reason(r.feature, r.detail, countries) for r in x.reasons]}
        for x in linked
        if (other := x.b if x.a == told.id else x.a)
    ]  # fmt: skip
    account = asking.account(told.document)
    own = next((c for c in account.events if c.id == told.local), None) if account else None
    return page(
        request, "claim.html", claim=card(told), links=links, why=Reasons(account, countries).of(own) if account and own else [],
        mended=mended(own, told) if own else [], run=run_words(read_in(asking.record, told.document)),
        last_decision=decision_words(last_decisions(asking.record, [told.id]).get(told.id)), _here="/events", _twin=f"/claims/{told.id}.json",
    )  # fmt: skip
