"""What people decide of claims and events: accepted, corrected, rejected, joined, parted, disputed, noted; who, when and why. Nothing is overwritten."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from onrecord.errors import UsageError
from onrecord.record.corrections import check, sound, spelt_out
from onrecord.record.database import Connection
from onrecord.record.decided import Decided, moved_to, settle, settle_documents
from onrecord.record.filters import Filter, where
from onrecord.record.ids import content_id, document_short
from onrecord.record.joined import actor_of, is_actor, settle_actors, value_of
from onrecord.record.plain import to_plain
from onrecord.record.store import Record, now

DecisionKind = Literal["accept", "correct", "reject", "merge", "split", "dispute", "note", "undo"]
WORDS = {
    "accept": "accepted", "correct": "corrected", "reject": "rejected", "merge": "joined with another event", "split": "taken out of its event",
    "dispute": "marked as disputed", "note": "noted", "undo": "undone",
}  # fmt: skip


EXPORTED = ("id", "made", "who", "kind", "target", "field", "value", "machine", "why")
"""What is written of a decision for another record."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: `target` is the claim it was made on (for an undoing, the decision), `machine` the value it was made against, `undone` whether it
    was taken back; `stands_on` is the claim it stands on now, None where no reading holds it any more."""

    id: str
    made: str
    who: str
    kind: DecisionKind
    target: str
    field: str | None
    value: Any
    machine: Any
    why: str
    number: int
    undone: bool
    stands_on: str | None

    @property
    def lost(self) -> bool:
        """Whether it counts, and no claim of the current readings holds it."""
        return self.kind != "undo" and not self.undone and self.stands_on is None

    def words(self) -> str:
        """The decision in a line."""
        return f"{self.id[:8]}  {self.made[:10]}, {self.who}: {self.deed()}{' (undone)' if self.undone else ''}"

    def deed(self) -> str:
        """What was decided, and why."""
        what = WORDS[self.kind]
        if self.kind == "correct":
            what += f" {self.field}: {json.dumps(self.value, ensure_ascii=False)} (the machine had {json.dumps(self.machine, ensure_ascii=False)})"
        elif isinstance(self.value, dict) and self.kind == "merge":
            what = f"joined {self.machine['name']} with {self.value['name']}"
        elif isinstance(self.value, dict):
            what = f"took {self.machine['name']} of one document ({document_short(self.value['document'])}) for another actor"
        elif self.kind == "merge":
            what += f" (that of {str(self.value)[:8]})"
        return f"{what}: {self.why}" if self.why else what


def decide(
    record: Record,
    connection: Connection,
    kind: DecisionKind,
    target: str,
    *,
    who: str,
    why: str = "",
    field: str | None = None,
    value: Any = None,
) -> Decision:
    """Write a decision on a claim (or, for "undo", on a decision) inside the transaction that is open, and bring what stands in line with it.

    Raises UsageError where there is no such claim, or a field cannot hold the value. Groups of events are for `comparison` to make anew.
    """
    if not who.strip():
        raise UsageError("A decision needs to say who decides.", "Give --who NAME.")
    if kind == "undo":
        machine = None
        if not connection.execute("SELECT 1 FROM decisions WHERE id = ? AND kind <> 'undo'", (target,)).fetchone():
            raise UsageError(f"There is no decision {target} to undo.", "onrecord decide --list shows them.")
        if connection.execute("SELECT 1 FROM decisions WHERE target = ? AND kind = 'undo'", (target,)).fetchone():
            raise UsageError(f"{target[:8]} was undone before.", "Decide anew instead.")
    elif is_actor(target):
        machine = actor_of(connection, target)
        value, target = value_of(connection, kind, machine, value), machine["id"]
    else:
        body = to_plain(record.queries.claim(target))
        machine = body.get(field) if field else None
        if kind == "correct":
            value = spelt_out(connection, field or "", value, document=body["document"])
            check(body, field or "", value)
            if field == "type":
                record.queries.known_type(value)
        if kind == "merge":
            record.queries.claim(str(value))
        if kind == "note" and not why.strip():
            raise UsageError("A note needs words.", "Give --why TEXT.")
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM decisions").fetchone()[0]
    made = now()
    ident = content_id("j", made, who, kind, target, field or "", json.dumps(value), str(number))
    given = value is not None or kind == "correct"
    row = (
        ident,
        made,
        who,
        kind,
        target,
        field,
        json.dumps(value) if given else None,
        json.dumps(machine) if field or is_actor(target) else None,
        why,
        number,
    )
    connection.execute("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    for claim in touched(connection, ident):
        settle(connection, claim)
    if _on_actor(connection, ident):
        settle_actors(connection)
    return decisions(record, only=ident)[0]


def _on_actor(connection: Connection, decision: str) -> bool:
    """Whether a decision, or the one it undoes, is on an actor."""
    kind, target = connection.execute("SELECT kind, target FROM decisions WHERE id = ?", (decision,)).fetchone()
    return _on_actor(connection, target) if kind == "undo" else is_actor(target)


def touched(connection: Connection, decision: str, *, moved: bool = True) -> list[str]:
    """The claims whose standing a decision bears on; not `moved`, those it was made on."""
    found = connection.execute("SELECT target, kind, value FROM decisions WHERE id = ?", (decision,)).fetchone()
    if found is None:  # what an imported undoing takes back is not here
        return []
    target, kind, value = found
    if kind == "undo":
        return touched(connection, target, moved=moved)
    if is_actor(target):
        return []
    both = (target, *([json.loads(value)] if kind == "merge" and value else []))
    return [moved_to(connection, claim) if moved else claim for claim in both]


_MOVED = "coalesce((SELECT m.new FROM moved m WHERE m.old = {0} ORDER BY m.rowid DESC LIMIT 1), {0})"
"""The claim that another is now; of two that were joined both have to stand for that to count."""
_NAMED = "SELECT 1 FROM parties p JOIN claim_parties q ON q.party = p.number WHERE p.key = json_extract(d.machine, '$.key')"
_JOINED = """SELECT 1 FROM aliases a JOIN parties p ON p.actor = a.actor JOIN claim_parties q ON q.party = p.number JOIN claims c ON c.number = q.claim
             WHERE a.key = json_extract(d.machine, '$.key') AND a.document = '' AND instr(c.body, json_quote(a.key))"""
"""Whether an actor stands in a claim; or only in claims beside the one they were joined with: there the two are one."""


def decisions(record: Record, *, only: str | None = None) -> list[Decision]:
    """Every decision, in the order they were made; or the one of an id."""
    question = f"""
        SELECT d.*, EXISTS (SELECT 1 FROM decisions u WHERE u.kind = 'undo' AND u.target = d.id) AS undone,
               CASE WHEN d.target LIKE 'a%' THEN
                    CASE WHEN EXISTS ({_NAMED}) OR EXISTS ({_JOINED}) THEN d.target END ELSE
               (SELECT s.id FROM standing s WHERE s.id = {_MOVED.format("d.target")} AND (d.kind <> 'merge' OR d.value IS NULL
                    OR EXISTS (SELECT 1 FROM standing o WHERE o.id = {_MOVED.format("json_extract(d.value, '$')")}))) END AS stands_on
        FROM decisions d {"WHERE d.id = ?" if only else ""} ORDER BY d.number
    """
    return [
        Decision(
            **{k: r[k] for k in ("id", "made", "who", "kind", "target", "field", "why", "number", "stands_on")},
            value=json.loads(r["value"]) if r["value"] is not None else None,
            machine=json.loads(r["machine"]) if r["machine"] is not None else None,
            undone=bool(r["undone"]),
        )
        for r in record.queries.rows(question, (only,) if only else ())
    ]


def decisions_on(record: Record, claim: str) -> list[Decision]:
    """The decisions that stand on a claim."""
    return [d for d in decisions(record) if claim in (d.stands_on, d.target)]


def meeting(record: Record, asked: Filter) -> list[Decision]:
    """The decisions on claims that meet a filter, with their undoings, or all of them; those that stand on no claim meet none."""
    found = decisions(record)
    if asked == Filter():
        return found
    condition, values = where(replace(asked, rejected=True))
    on = json.dumps([d.stands_on for d in found if d.stands_on])
    question = f"SELECT s.id FROM standing s WHERE s.id IN (SELECT value FROM json_each(?)) AND {condition}"
    here = {r[0] for r in record.queries.rows(question, (on, *values))}
    kept = {d.id for d in found if d.stands_on in here}
    return [d for d in found if d.id in kept or (d.kind == "undo" and d.target in kept)]


def export_decisions(record: Record) -> list[dict[str, Any]]:
    """Every decision as a plain object, for another record of the same documents; not corrections of what is forgotten, which have no value any more."""
    gone = {r["id"] for r in record.queries.rows("SELECT id FROM decisions WHERE kind = 'correct' AND value IS NULL")}
    return [{k: getattr(d, k) for k in EXPORTED} for d in decisions(record) if d.id not in gone]


def import_decisions(
    connection: Connection, found: Iterable[dict[str, Any]], *, elsewhere: Mapping[str, tuple[str, Decided]] | None = None
) -> tuple[int, list[str]]:
    """Take in decisions of another record, each once, inside the transaction that is open: how many were new, and the claims they bear on. `elsewhere`
    says where claims stand that only the other record has.

    Raises UsageError where one has another shape.
    """
    number = connection.execute("SELECT coalesce(max(number), 0) FROM decisions").fetchone()[0]
    new: list[str] = []
    for given in found:
        if not _whole(given):
            raise UsageError(f"This is not a decision: {json.dumps(given)[:80]}.", "Import what onrecord decide --export wrote.")
        if connection.execute("SELECT 1 FROM decisions WHERE id = ?", (given["id"],)).fetchone():
            continue
        number += 1
        new.append(given["id"])
        value = json.dumps(given["value"]) if given["value"] is not None or given["kind"] == "correct" else None
        machine = json.dumps(given["machine"]) if given["machine"] is not None else None
        row = (*(given[k] for k in ("id", "made", "who", "kind", "target", "field")), value, machine, given["why"], number)
        connection.execute("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    # Which of them an undoing takes back, and where their claims stand, is asked when all are there.
    settle_documents(connection, [claim for ident in new for claim in touched(connection, ident, moved=False)], elsewhere)
    if new:
        settle_actors(connection)
    return len(new), list(dict.fromkeys(claim for ident in new for claim in touched(connection, ident)))


def _whole(given: Any) -> bool:
    """Whether something is a decision in the shape in which they are exported."""
    if not isinstance(given, dict) or not given.keys() >= {*EXPORTED}:
        return False
    kind, value, machine, field = given["kind"], given["value"], given["machine"], given["field"]
    if not all(isinstance(given[k], str) for k in ("id", "made", "who", "kind", "target", "why")) or kind not in WORDS:
        return False
    if kind == "correct":
        return isinstance(field, str) and sound(field, value)
    if is_actor(given["target"]) and kind != "undo":
        # What was said of actors who are forgotten has no names any more.
        named = value is None or (isinstance(value, dict) and isinstance(value.get("key" if kind == "merge" else "document"), str))
        return (
            kind in ("merge", "split")
            and named
            and (machine is None or (isinstance(machine, dict) and isinstance(machine.get("key"), str)))
        )
    return (field is None or isinstance(field, str)) and (value is None or kind != "merge" or isinstance(value, str))
