"""A record at a glance: disputed events, denials and refusals in the words of each side, what is told most; kept until the record changes."""

from typing import Any

from onrecord.comparison.agreement import Agreement, agree
from onrecord.comparison.positions import name_of
from onrecord.exports.telling import listed
from onrecord.record.answers import EventRow
from onrecord.record.filters import Filter
from onrecord.record.queries import Queries
from onrecord.record.told import Told
from onrecord.resources.countries import Countries
from onrecord.web.cards import card
from onrecord.web.kept import Kept

DISPUTES = 5
"""Disputed events."""
WEIGHED = 40
"""Claims of one event that are looked at here; its own page has all."""
VOICES = 3
"""Voices quoted on each side."""
TOLD = 8
"""Events told most."""
LOOKED = 300
"""Claims of saying no that are looked through for denials and refusals."""
REFUSED = 6
"""Denials, and refusals, that are quoted."""
YES, NO = ("asserts", "doubts", "expects"), ("denies", "disputes", "excludes")


def kept_glance(asking: Queries, kept: Kept, countries: Countries) -> dict[str, Any]:
    """The glance, made anew only where the record has changed since."""
    return kept.of(asking, "glance", lambda: glance(asking, kept, countries))


def glance(asking: Queries, kept: Kept, countries: Countries) -> dict[str, Any]:
    """What the first page says of the whole record."""
    against = kept.disagreed(asking)[: DISPUTES + 1]
    copies, speaking = kept.copies(asking), kept.speaking(asking)

    def weighed(event: str) -> tuple[list[Told], Agreement] | None:
        claims = asking.claims(Filter(event=event), sort="document", limit=WEIGHED)
        return (claims, agree(claims, copies=copies, speaking=speaking, countries=countries)) if claims else None

    disputes = [dispute(*found) for e in against[:DISPUTES] if (found := weighed(e))]
    told = [e for e in kept.most_told(asking) if e not in against][:TOLD]
    rows = [event_row(asking, asking.named(e)) | {"figures": ranges(found[1]) if (found := weighed(e)) else []} for e in told]
    said_no = [*asking.claims(Filter(type="REJECT"), limit=LOOKED), *asking.claims(Filter(status="refused"), limit=REFUSED)]
    quoted = {q["quote"] for d in disputes for q in d["no"]}
    own = {
        c.sentence: c
        for c in reversed(said_no)
        if (c.happened or c.act == "refusal") and c.document not in copies and c.sentence not in quoted
    }
    by_act = {act: [refusal(c) for c in reversed(own.values()) if c.act == act][:REFUSED] for act in ("denial", "refusal")}
    return {
        "disputes": disputes,
        "events": rows,
        "denials": by_act["denial"],
        "refusals": by_act["refusal"],
        "more": len(against) > DISPUTES,
    }


def refusal(claim: Told) -> dict[str, Any]:
    """Somebody's saying no, as an act of its own: who, in which words, ready to cite."""
    by = claim.actors[0] if claim.actors else None
    return card(claim) | {"by": listed([p.name for p in claim.actors]) or name_of(claim), "by_key": by.key if by else None}


def ranges(agreed: Agreement) -> list[dict[str, Any]]:
    """The whole range of each figure on which accounts differ."""
    return [{"point": d.point, "low": d.low, "high": d.high} for d in agreed.differences if d.low is not None]


def dispute(claims: list[Told], agreed: Agreement) -> dict[str, Any]:
    """An event that somebody denies: who says what, in their words, ready to cite."""
    by_id = {c.id: card(c) for c in claims}
    quoted: dict[str, list[dict[str, Any]]] = {"yes": [], "no": []}
    for held in agreed.positions:
        if held.holds in (*YES, *NO):
            side = quoted["yes" if held.holds in YES else "no"]
            side.append(by_id[held.claims[0]] | {"by": held.who, "by_key": held.key, "holds": held.holds})
    named = next((c for c in claims if c.happened), claims[0])
    return {
        "event": claims[0].event, "address": f"/events/{claims[0].event}", "what": card(named)["what"], "when": card(named)["when"], "reports": len(claims),
        "yes": quoted["yes"][:VOICES], "no": quoted["no"][:VOICES], "more": sum(max(len(q) - VOICES, 0) for q in quoted.values()),
        "passed_on": [p.who for p in agreed.positions if p.holds == "passes on"], "figures": ranges(agreed),
    }  # fmt: skip


def event_row(asking: Queries, event: EventRow) -> dict[str, Any]:
    """An event as a line of a list, told by the claim that it is named after."""
    first = card(asking.by_number([event.first])[event.first])
    return {
        "id": event.id, "address": f"/events/{event.id}", "types": event.types, "claims": event.claims, "documents": event.documents,
        "denied": event.denied, "refused": event.refused, "first": first,
    }  # fmt: skip
