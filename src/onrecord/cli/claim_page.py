"""The values of one claim, each with the words and the rule it rests on."""

from collections.abc import Iterator

from onrecord.basis import Basis
from onrecord.cli.page import Page
from onrecord.comparison.differences import figure
from onrecord.exports.telling import chain_words, quote, reality_words, when_words
from onrecord.record.claim import Account, Claim
from onrecord.record.told import Told
from onrecord.span import Span


def show_values(page: Page, account: Account, told: Told, claim: Claim) -> None:
    """A line a value: what, the words in the text with their characters, and why."""
    page.heading("What it rests on", "characters of the document's text; the rule that decided")
    for label, value, why in (
        *_what(account, told, claim),
        *_who(account, claim),
        *_where_and_when(account, told, claim),
        *_rest(account, claim),
    ):
        page.beside(label, f"{value}  {why}".rstrip(), column=16)


Line = tuple[str, str, str]


def _why(basis: Basis) -> str:
    score = f", score {basis.score:.2f}" if basis.score is not None else ""
    reasons = "; ".join(f"{r.feature}{' ' + r.detail if r.detail else ''}" for r in basis.reasons)
    return f"({basis.rule}{score}{': ' + reasons if reasons else ''})"


def _at(span: Span, text: str) -> str:
    return f"{quote(span.of(text), 120)} [{span.start}–{span.end}]"


def _what(account: Account, told: Told, claim: Claim) -> Iterator[Line]:
    text = account.document.text
    kind = f"{told.type}{'/' + told.mode if told.mode else ''}{', CAMEO ' + told.cameo if told.cameo else ''}{' (' + ', '.join(told.contexts) + ')' if told.contexts else ''}"
    yield "Kind", f"{kind}: {_at(claim.span, text)}", _why(claim.basis)
    if claim.type != claim.plain_type:
        yield "", f"{claim.plain_type} before tense and negation", ""
    markers = ", ".join(_at(m, text) for m in claim.factuality.markers)
    yield "Did it happen", f"{reality_words(told)}{': ' + markers if markers else ''}", f"({claim.factuality.rule})"
    yield "Said by", chain_words(told), ""
    said = {s.id: s for s in account.statements}
    here, seen = said.get(claim.statement or ""), set()
    while here is not None and here.id not in seen:
        seen.add(here.id)
        who = ", ".join(_at(s, text) for s in here.source) or "nobody named"
        yield "", f"{who} {', '.join(_at(s, text) for s in here.cue)}; {here.stance}, {here.quotation}", _why(here.basis)
        here = said.get(here.parent or "")
    for view in claim.views:
        other = said.get(view.statement or "")
        if other is not None and other.id not in seen and view.happened is not None and other.cue:
            holds = "holds that it happened" if view.happened else "denies it" if view.certainty == "certain" else "doubts it"
            who = ", ".join(_at(s, text) for s in other.source) or "nobody named"
            yield "And others", f"{who} {', '.join(_at(s, text) for s in other.cue)}: {holds}", _why(other.basis)


def _who(account: Account, claim: Claim) -> Iterator[Line]:
    text = account.document.text
    actors = {a.id: a for a in account.actors}
    for label, idents in (("By", claim.actors), ("To", claim.recipients)):
        for ident in idents:
            actor = actors.get(ident)
            if actor is None:
                continue
            near = min(actor.mentions, key=lambda m: abs(m.span.start - claim.span.start), default=None)
            words = f": {_at(near.span, text)}" if near else ""
            code = ", ".join(x for x in (actor.country, *actor.sectors) if x)
            yield label, f"{actor.name}{' (' + code + ')' if code else ''}, {actor.outcome}{words}", _why(actor.basis)
            label = ""


def _where_and_when(account: Account, told: Told, claim: Claim) -> Iterator[Line]:
    text = account.document.text
    places, times = {p.id: p for p in account.places}, {t.id: t for t in account.times}
    for ident in claim.places:
        place = places.get(ident)
        if place:
            point = f" at {place.latitude:.2f}, {place.longitude:.2f}" if place.latitude is not None and place.longitude is not None else ""
            land = place.country or ("claimed by " + ", ".join(place.claimants) if place.claimants else "")
            yield "Where", f"{place.name}{', ' + land if land else ''}{point}, {place.outcome}: {_at(place.span, text)}", _why(place.basis)
    words = ", ".join(_at(times[t].span, text) for t in claim.times if t in times)
    yield "When", f"{when_words(told.when)}{': ' + words if words else ''}", _why(claim.when_basis)


def _rest(account: Account, claim: Claim) -> Iterator[Line]:
    text = account.document.text
    actors = {a.id: a for a in account.actors}
    for toll in claim.tolls:
        whose = f" of {party.name}" if (party := actors.get(toll.whose or "")) else ""
        part = ", a part of the figure above" if toll.part_of is not None else ""
        yield "Toll", f"{toll.kind}: {figure(toll.low, toll.high, toll.of)}{whose}{part}: {_at(toll.span, text)}", f"({toll.rule})"
    for means in claim.instruments:
        yield "With", f"{means.kind or 'means'}: {_at(means.span, text)}", ""
    bonds = {c.id: c for c in account.commitments}
    for link in claim.commitments:
        bond = bonds.get(link.commitment)
        if bond:
            yield "Commitment", f"{link.relation} {bond.name} ({bond.kind}): {_at(bond.span, text)}", _why(bond.basis)
    if claim.territory:
        yield "Territory", f"control {claim.territory.control}{', ' + claim.territory.share if claim.territory.share else ''}", ""
    for framing in claim.framing:
        yield "Loaded word", f"{_at(framing.span, text)}", "(the speaker's own word; it judges nobody)"
