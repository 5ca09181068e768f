"""Claims of a record -> what its documents say together: copies found, claims of one event linked, denials tied to what they deny.

Only what is new is compared, with what shares a block with it: the cost grows with what was added, not with the record.
"""

from collections.abc import Callable, Iterable, Iterator

from onrecord.basis import Reason
from onrecord.comparison.blocking import BLOCK, CANDIDATES, keys
from onrecord.comparison.copies import band_keys, originals
from onrecord.comparison.features import Features
from onrecord.comparison.grouping import group
from onrecord.comparison.naming import one_name
from onrecord.comparison.same_event import SEVERAL, THRESHOLD, contradict, score
from onrecord.comparison.wording import names_in
from onrecord.record import linking
from onrecord.record.blocks import Blocks
from onrecord.record.database import Connection
from onrecord.record.rounds import no_rounds
from onrecord.record.store import Record
from onrecord.record.told import Told

REMEMBERED = 100_000
"""Claims held in memory while comparing: some 7 KiB each, so three quarters of a gigabyte; those let go have to be read again."""
ENOUGH = 6
"""Links of a new claim after which no more are looked for: an event that is told a hundred times needs no hundred links to each report."""
PART = 0.99
"""The score of a link between a killing and the attack that it is joined to."""
WHOLE = 100
"""Claims up to which the events a new claim touches are grouped anew from all their links; larger ones are only joined."""
TOGETHER, CLAIMS = 256, 2_000
"""Documents, and claims, after which what was compared is written: writing each by itself costs as much as comparing it. Some seconds of work."""


class Remembered:
    """Claims with their features, the last REMEMBERED of them: neighbours come again and again."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.held: dict[int, Features] = {}
        self.named: dict[str, frozenset[str]] = {}
        self.judged: dict[tuple[int, int], bool] = {}
        """Pairs of claims of which it is known whether one event can hold them: an event that grows is grouped anew again and again."""

    def take(self, numbers: Iterable[int]) -> dict[int, Features]:
        """Claims by their rows; those that no longer stand are left out."""
        wanted = list(numbers)
        missing = [n for n in wanted if n not in self.held]
        if missing:
            for oldest in list(self.held)[: REMEMBERED // 4] if len(self.held) > REMEMBERED else ():
                del self.held[oldest]
            missing = [n for n in wanted if n not in self.held]
            self.held |= {n: Features(claim, self.names(claim.document)) for n, claim in self.record.queries.by_number(missing).items()}
        return {n: self.held[n] for n in wanted if n in self.held}

    def names(self, document: str) -> frozenset[str]:
        """The names a document mentions."""
        if document not in self.named:
            if len(self.named) > REMEMBERED // 4:
                self.named.clear()
            self.named[document] = names_in(self.record.queries.text(document))
        return self.named[document]


def compare(record: Record, *, run: int | None = None, step: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Compare what no comparison has seen; the number of claims compared. A few documents at a time, all of them or none. `step` is told of progress."""
    _find_copies(record)
    documents = linking.waiting(record.connection)
    memory, compared, done = Remembered(record), 0, 0
    blocks = Blocks(record.connection, newest=BLOCK)
    with no_rounds():
        while done < len(documents):
            with record.writing() as connection:
                blocks.begin()
                last, enough = done + TOGETHER, compared + CLAIMS
                while done < min(last, len(documents)) and compared < enough:
                    compared += _compare_document(memory, blocks, connection, documents[done], run)
                    linking.seen(connection, documents[done])
                    done += 1
                blocks.keep()
            step(done, len(documents))
    return compared


def regroup(record: Record, connection: Connection, claims: list[str]) -> None:
    """Group the events that some claims (ids) are in anew, after people decided about them. Inside the transaction that is open."""
    rows = set(linking.numbers_of(connection, claims).values())
    touched = set(linking.events_of(connection, rows).values())
    inside = {n for members in linking.members(connection, touched).values() for n in members} | rows
    if inside:
        _group(Remembered(record), connection, linking.reach(connection, inside))


def _find_copies(record: Record) -> None:
    documents = linking.new_documents(record.connection)
    for at in range(0, len(documents), TOGETHER):
        with record.writing() as connection:
            for document in documents[at : at + TOGETHER]:
                found = band_keys(document)
                earlier = linking.carriers(connection, found, document.number)
                copied = originals(document, earlier, record.queries.text)
                linking.put_copies(connection, document.id, {linking.original_of(connection, o): s for o, s in copied.items()})
                linking.put_bands(connection, document.id, found)


def _compare_document(memory: Remembered, blocks: Blocks, connection: Connection, document: str, run: int | None) -> int:
    numbers = linking.new_claims(connection, document)
    new = memory.take(numbers)
    touched: set[int] = set()
    links: list[linking.NewLink] = []
    rows = {claim.claim.id: number for number, claim in new.items()}
    for number in numbers:
        ours = new[number]
        whole = rows.get(ours.claim.part_of or "")
        if whole is not None and whole != number:
            links.append(linking.NewLink("same_event", number, whole, PART, (Reason("part", 1.0, "one sentence joins the two"),)))
            touched |= {number, whole}
        found = keys(ours)
        near = blocks.sharing(found, at_most=CANDIDATES)
        blocks.put(number, found)
        linked = 0
        for other, theirs in memory.take(near).items():
            if linked >= ENOUGH:
                break
            sure, reasons = score(ours, theirs, at_least=THRESHOLD)
            if sure >= THRESHOLD:
                linked += 1
                links.append(linking.NewLink("same_event", number, other, sure, reasons))
                touched |= {number, other}
                links += _denials(ours, theirs, sure, reasons)
    linking.put_links(connection, links, run)
    if touched or linking.decided_on(connection, [c.claim.id for c in new.values()]):
        touched |= set(numbers)
        events = set(linking.events_of(connection, touched).values())
        inside = {n for members in linking.members(connection, events).values() for n in members}
        same = [(round(x.score, 4), min(x.a, x.b), max(x.a, x.b)) for x in links if x.kind == "same_event"]
        kept = same if len(inside) > WHOLE else None
        _group(memory, connection, inside | touched, links=kept, new=frozenset(numbers))
    return len(numbers)


def _denials(a: Features, b: Features, sure: float, reasons: tuple[Reason, ...]) -> Iterator[linking.NewLink]:
    """Where one says it did not happen (or that they had no part in it) and another that it did, the first denies the second. A refusal denies nothing."""
    for one, other in ((a, b), (b, a)):
        no, yes = one.claim, other.claim
        if yes.happened is not True or other.view == "disputes":
            continue
        if no.happened is False and no.act != "refusal":
            words = f"{_who(no)} says it did not happen, {_who(yes)} that it did"
        elif one.view == "disputes" and any(one_name(p, q) for p in no.speakers[:SEVERAL] for q in yes.actors[:SEVERAL]):
            words = f"{_who(no)} denies a part in it, {_who(yes)} says they did it"
        else:
            continue
        yield linking.NewLink("denies", no.number, yes.number, sure, (Reason("denial", 1.0, words), *reasons))


def _who(claim: Told) -> str:
    return ", ".join(p.name for p in claim.speakers) or (claim.chain[-1].source if claim.chain else claim.publisher) or "somebody not named"


def _group(
    memory: Remembered,
    connection: Connection,
    numbers: set[int],
    *,
    links: list[tuple[float, int, int]] | None = None,
    new: frozenset[int] = frozenset(),
) -> None:
    """Group claims from all their links; with `links`, those of the new ones, the events there are stay whole and only take in the new ones."""
    together_ids, apart_ids = linking.judged_by_people(connection)
    rows = linking.numbers_of(connection, {i for pair in together_ids for i in pair} | apart_ids)
    together = [(rows[a], rows[b]) for a, b in together_ids if a in rows and b in rows and {rows[a], rows[b]} & numbers]
    numbers = numbers | {n for pair in together for n in pair}
    tried = linking.links_among(connection, numbers) if links is None else sorted(set(links), key=lambda x: (-x[0], x[1], x[2]))
    held = memory.take(numbers)
    if len(memory.judged) > REMEMBERED:
        memory.judged.clear()

    def excluded(a: int, b: int) -> bool:
        if (known := memory.judged.get((a, b))) is None:
            known = memory.judged[a, b] = a in held and b in held and contradict(held[a], held[b])
        return known

    before = {n: e for n, e in linking.events_of(connection, numbers).items() if n not in new} if links is not None else None
    apart = frozenset(rows[i] for i in apart_ids if i in rows)
    linking.set_events(connection, group(numbers, tried, contradict=excluded, together=together, apart=apart, before=before))
