"""What an analyst wants first of a record, on a page."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.cli.compare import WEIGHED
from onrecord.cli.page import Page
from onrecord.comparison.agreement import Agreement
from onrecord.comparison.balance import Balance
from onrecord.comparison.positions import WORDS, name_of
from onrecord.exports.summary import balances, disagreements
from onrecord.exports.telling import chain_words, event_words, listed, quote, reality_words, stance_words, when_words
from onrecord.record.answers import EventRow, Link
from onrecord.record.ids import document_short, short
from onrecord.record.omitted import by_reason
from onrecord.record.store import Record
from onrecord.record.told import Told
from onrecord.resources.countries import Countries

SPEAKERS, EACH, TIMES, DIFFERENCES, LEFT_OUT, BALANCES = 12, 3, 25, 10, 8, 4
"""Speakers shown; claims shown of each; entries of the timeline; differences; reasons for leaving out; balances. What is not shown is counted, with the command that shows it."""


def show_summary(page: Page, record: Record, countries: Countries) -> None:
    """The whole page."""
    claims = record.queries.claims()
    copies = record.queries.copies()
    rows = record.queries.events()
    show_speakers(page, claims, copies)
    show_timeline(page, record, rows)
    show_differences(page, disagreements(record, rows, copies, record.queries.speaking(), countries))
    said_no = [c for c in claims if c.type == "REJECT" and c.happened and c.document not in copies]
    show_refusals(page, "Who denies", [c for c in said_no if c.act == "denial"])
    show_refusals(page, "Who refuses", [c for c in said_no if c.act == "refusal"])
    weighed = balances(claims, copies=copies, countries=countries)
    show_balances(page, weighed[:BALANCES], more=len(weighed[BALANCES:]))
    show_omissions(page, record)


def show_speakers(page: Page, claims: list[Told], copies: Mapping[str, str]) -> None:
    """Claims by who says them, the chain in words, with a quotation each."""
    by_chain: dict[str, list[Told]] = {}
    carriers: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda c: c.number):
        if claim.document not in copies:
            by_chain.setdefault(chain_words(claim), []).append(claim)
        else:
            carriers.setdefault(copies[claim.document], []).append(claim.publisher or "another document")
    page.heading(
        "Who says what",
        f"{count(sum(map(len, by_chain.values())), 'claim')} by {count(len(by_chain), 'chain')} of speakers; copies counted once",
    )
    for chain, said in sorted(by_chain.items(), key=lambda item: -len(item[1]))[:SPEAKERS]:
        page.line()
        also = listed(tuple(dict.fromkeys(c for s in said for c in carriers.get(s.document, ()))))
        page.line(f"{chain}: {count(len(said), 'claim')}{f' (the same text also in {also})' if also else ''}", indent=2, bold=True)
        for claim in said[:EACH]:
            show_claim(page, claim)
        if len(said) > EACH:
            page.line(f"and {len(said) - EACH} more", indent=4)
    if len(by_chain) > SPEAKERS:
        page.line()
        page.line(f"{len(by_chain) - SPEAKERS} more chains of speakers: onrecord sources lists all who speak.", indent=2)


def show_claim(page: Page, claim: Told, *, indent: int = 4) -> None:
    """A claim in two lines: what, when, how sure; and the words."""
    cue = stance_words(claim)
    held = f"{reality_words(claim)} ({cue})" if cue else reality_words(claim)
    page.line(f"{short(claim.id)}  {event_words(claim)}; {when_words(claim.when)}; {held}", indent=indent, hang=10)
    page.line(quote(claim.sentence), indent=indent + 10, hang=1)


def show_timeline(page: Page, record: Record, rows: list[EventRow], *, at_most: int = TIMES) -> None:
    """Events by day, with who tells of them; undated ones are counted."""
    dated = [r for r in rows if r.earliest or r.latest]
    shown = sorted(
        sorted(dated, key=lambda r: (-r.documents, -r.claims))[:at_most], key=lambda r: (r.earliest or r.latest, r.latest, r.first)
    )
    page.heading("Timeline", f"{count(len(dated), 'dated event')}; {len(rows) - len(dated)} without a date")
    for row in shown:
        claims = record.queries.event(row.id)
        first = next((c for c in claims if c.when.known), claims[0])
        who = list(dict.fromkeys(name_of(c) for c in claims))
        told = listed(who[:3]) if len(who) <= 3 else f"{', '.join(who[:3])} and {len(who) - 3} more"
        state = "" if first.happened is True and first.certainty == "certain" else f"; {reality_words(first)}"
        page.beside(when_words(first.when), f"{event_words(first)}{state} (said by {told}) [{short(row.id)}]")
        page.beside("", quote(first.sentence, 140))
    if len(dated) > len(shown):
        page.line(f"{len(dated) - len(shown)} more: onrecord timeline", indent=2)


def show_differences(page: Page, found: list[tuple[EventRow, list[Told], Agreement]]) -> None:
    """Denials, figures that differ and changed accounts."""
    page.heading("Where sources differ", "nothing found" if not found else "")
    for row, claims, said in found[:DIFFERENCES]:
        page.line()
        show_agreement(page, row.id, claims, said)
    if len(found) > DIFFERENCES:
        page.line(f"{len(found) - DIFFERENCES} more: onrecord compare --all", indent=2)


def show_refusals(page: Page, heading: str, claims: list[Told]) -> None:
    """Denials, or refusals, as acts of their own: who says no, in which words."""
    if claims:
        page.heading(heading, count(len(claims), "claim"))
        for claim in claims[:DIFFERENCES]:
            who = listed([p.name for p in claim.actors]) or name_of(claim)
            page.line(f"{who}: {quote(claim.sentence, 160)} (said by {name_of(claim)}) [{short(claim.id)}]", indent=2)
        if len(claims) > DIFFERENCES:
            page.line(f"{len(claims) - DIFFERENCES} more: onrecord events --claims --type REJECT", indent=2)


def denials(links: Iterable[Link], claims: Sequence[Told], copies: Mapping[str, str]) -> list[Link]:
    """Those of some denials in which one of some claims denies another. A copy denies nothing a second time."""
    own = {c.id for c in claims if c.document not in copies}
    return [x for x in links if {x.a, x.b} <= own]


def those_named(claims: Iterable[Told]) -> set[str]:
    """The keys of all who do or suffer something in some claims."""
    return {p.key for c in claims for p in (*c.actors, *c.recipients)}


def show_agreement(page: Page, ident: str, claims: list[Told], said: Agreement, denied: Sequence[Link] = ()) -> None:
    """What the sources say of one event; with the `denied` links among its claims, which claim each denies, and why it is taken to."""
    told = {c.id: c for c in claims}
    head = next((c for c in claims if c.happened and c.when.known), None) or next((c for c in claims if c.happened), claims[0])
    page.line(f"{short(ident)}  {event_words(head)}; {when_words(head.when)}", indent=2, hang=10, bold=True)
    for position in (p for p in said.positions if p.holds != "passes on"):
        claim = told[position.claims[0]]
        accounts = f", in {position.accounts} accounts" if position.accounts > 1 else ""
        held = f"speaks of it as {reality_words(claim)}" if position.holds == "expects" else WORDS[position.holds]
        teller = name_of(claim)
        by = f", {teller} says" if position.holds == "refuses" and teller != position.who else ""
        page.line(f"{position.who} {held}{by}{accounts}: {quote(claim.sentence, 160)} [{short(claim.id)}]", indent=4)
    for link in denied[:DIFFERENCES]:
        why = "; ".join(f"{r.feature}: {r.detail}" for r in link.reasons if r.score > 0)
        page.line(f"[{short(link.a)}] denies [{short(link.b)}] (score {link.score:.2f}): {why}", indent=6)
    carriers = [p.who for p in said.positions if p.holds == "passes on"]
    if carriers:
        page.line(f"Passed on, without a position of their own, by {listed(carriers)}.", indent=4)
    for difference in said.differences:
        parts = [f"{v.value} ({listed(v.who[:3])})" for v in difference.variants]
        span = f" {difference.low} to {difference.high}:" if difference.low is not None else ""
        page.line(f"{difference.point}:{span} {'; '.join(parts)}", indent=4)
    for change in said.changes:
        page.line(f"{change.who} changed its account: {change.point} {change.before}, then {change.after} ({change.since})", indent=4)
    if said.silent:
        page.line(f"Silent on this, though on record elsewhere: {listed([p.name for p in said.silent])}.", indent=4)
    if said.absent:
        page.line(f"Named in it, and never speaking in this record: {listed([p.name for p in said.absent])}.", indent=4)


def show_balances(page: Page, found: list[Balance], *, more: int = 0) -> None:
    """Which sides speak, and who never does; `more` is how many balances are left out."""
    page.heading("What is one-sided")
    for balance in found:
        page.line(
            f"{balance.about} ({count(balance.accounts, 'account')}, {count(balance.claims, 'claim')}). {' '.join(balance.sentences)}",
            indent=2,
        )
    if more:
        every = len(found) + more
        page.line(f"{more} more: onrecord balance{f' --limit {every}' if every > WEIGHED else ''}", indent=2)


def show_omissions(page: Page, record: Record) -> None:
    """What was read and left out, by reason; and what is worth a second look."""
    left_out = by_reason(record)
    if left_out:
        page.heading("Left out, and why")
        for row in left_out[:LEFT_OUT]:
            where = f"in {count(row.documents, 'document')}" if row.documents > 1 else f"in {row.example}"
            page.line(f"{row.reason} ({row.stage}; {count(row.times, 'time')}, {where})", indent=2)
        if len(left_out) > LEFT_OUT:
            page.line(f"{len(left_out) - LEFT_OUT} more reasons: onrecord omissions", indent=2)
    flags = record.queries.flags()
    if flags:
        page.heading("Worth a second look")
        seen: dict[str, list[str]] = {}
        for flag in flags:
            seen.setdefault(flag.detail, []).append(flag.document)
        for detail, documents in sorted(seen.items(), key=lambda item: -len(item[1]))[:LEFT_OUT]:
            where = f"in {count(len(set(documents)), 'document')}" if len(set(documents)) > 1 else f"in {document_short(documents[0])}"
            page.line(f"{detail} ({count(len(documents), 'time')}, {where})", indent=2)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "3 claims"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
