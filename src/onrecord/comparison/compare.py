"""Claims of a record -> what its documents say together: copies found, claims of one event linked, denials tied to what they deny.

Only what is new is compared, with what shares a block with it: the cost grows with what was added, not with the record.
"""

from collections.abc import Callable

from onrecord.basis import Reason
from onrecord.comparison.blocking import BLOCK, CANDIDATES, keys
from onrecord.comparison.copies import band_keys, originals
from onrecord.comparison.grouping import group
from onrecord.comparison.same_event import THRESHOLD, contradict, score
from onrecord.record import linking
from onrecord.record.database import Connection
from onrecord.record.store import Record
from onrecord.record.told import Told

WHOLE = 300
"""Claims up to which the events a new claim touches are grouped anew from all their links; larger ones are only joined."""


def compare(record: Record, *, run: int | None = None, step: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Compare what no comparison has seen; the number of claims compared. A document at a time, each all or nothing. `step` is told of progress."""
    _find_copies(record)
    documents = linking.uncompared_documents(record.connection)
    compared = 0
    for done, document in enumerate(documents, 1):
        with record.writing() as connection:
            compared += _compare_document(record, connection, document, run)
        step(done, len(documents))
    return compared


def regroup(record: Record, connection: Connection, claims: list[str]) -> None:
    """Group the events that some claims (ids) are in anew, after people decided about them. Inside the transaction that is open."""
    rows = set(linking.numbers_of(connection, claims).values())
    touched = set(linking.events_of(connection, rows).values())
    inside = {n for members in linking.members(connection, touched).values() for n in members} | rows
    if inside:
        _group(record, connection, linking.reach(connection, inside), keep=False)


def _find_copies(record: Record) -> None:
    for document in linking.new_documents(record.connection):
        found = band_keys(document)
        earlier = linking.carriers(record.connection, found, document.number)
        copied = originals(document, earlier, record.queries.text)
        with record.writing() as connection:
            linking.put_copies(connection, document.id, {linking.original_of(connection, o): s for o, s in copied.items()})
            linking.put_bands(connection, document.id, found)


def _compare_document(record: Record, connection: Connection, document: str, run: int | None) -> int:
    numbers = linking.new_claims(connection, document)
    told = record.queries.by_number(numbers)
    touched: set[int] = set(numbers)
    for number in numbers:
        claim = told[number]
        found = keys(claim)
        near = linking.candidates(connection, number, found, block=BLOCK, at_most=CANDIDATES)
        linking.put_blocks(connection, number, found)
        told |= record.queries.by_number(n for n in near if n not in told)
        for other in (n for n in near if n in told):
            sure, reasons = score(claim, told[other])
            if sure >= THRESHOLD:
                linking.put_link(connection, "same_event", number, other, sure, reasons, run)
                touched.add(other)
                _tie_denial(connection, claim, told[other], sure, run)
    events = set(linking.events_of(connection, touched).values())
    inside = {n for members in linking.members(connection, events).values() for n in members}
    _group(record, connection, inside | touched, keep=len(inside) > WHOLE, new=frozenset(numbers))
    return len(numbers)


def _tie_denial(connection: Connection, a: Told, b: Told, sure: float, run: int | None) -> None:
    """Where one says it did not happen and another that it did, the first denies the second."""
    for no, yes in ((a, b), (b, a)):
        if no.happened is False and yes.happened is True:
            reason = Reason("denial", 1.0, f"{_who(no)} says it did not happen, {_who(yes)} that it did")
            linking.put_link(connection, "denies", no.number, yes.number, sure, (reason,), run)


def _who(claim: Told) -> str:
    return ", ".join(p.name for p in claim.speakers) or (claim.chain[-1].source if claim.chain else claim.publisher) or "somebody not named"


def _group(record: Record, connection: Connection, numbers: set[int], *, keep: bool, new: frozenset[int] = frozenset()) -> None:
    """Group claims; with `keep` the events there are stay whole and only take in the new ones."""
    together_ids, apart_ids = linking.judged_by_people(connection)
    rows = linking.numbers_of(connection, {i for pair in together_ids for i in pair} | apart_ids)
    together = [(rows[a], rows[b]) for a, b in together_ids if a in rows and b in rows and {rows[a], rows[b]} & numbers]
    numbers = numbers | {n for pair in together for n in pair}
    links = linking.links_among(connection, numbers)
    told: dict[int, Told] = {}

    def excluded(a: int, b: int) -> bool:
        missing = [n for n in (a, b) if n not in told]
        if missing:
            told.update(record.queries.by_number(missing))
        return a in told and b in told and contradict(told[a], told[b])

    before = {n: e for n, e in linking.events_of(connection, numbers).items() if n not in new} if keep else None
    apart = frozenset(rows[i] for i in apart_ids if i in rows)
    linking.set_events(connection, group(numbers, links, contradict=excluded, together=together, apart=apart, before=before))
