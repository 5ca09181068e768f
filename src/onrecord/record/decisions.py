"""What people decide of claims and events: accepted, corrected, rejected, joined, parted, disputed, noted; who, when and why. Nothing is overwritten."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from onrecord.errors import UsageError
from onrecord.record.corrections import check, sound, spelt_out
from onrecord.record.database import Connection
from onrecord.record.decided import settle
from onrecord.record.filters import Filter, where
from onrecord.record.ids import content_id, document_short
from onrecord.record.joined import actor_of, is_actor, settle_actors, value_of
from onrecord.record.plain import to_plain
from onrecord.record.store import Record, now

PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",
    "COERCE", "ASSAULT",
)  # fmt: skip
"""The types of events that a claim may be corrected to."""
DecisionKind = Literal["accept", "correct", "reject", "merge", "split", "dispute", "note", "undo"]
WORDS = {
    "accept": "accepted", "correct": "corrected", "reject": "rejected", "merge": "joined with another event", "split": "taken out of its event",
    "dispute": "marked as disputed", "note": "noted", "undo": "undone",
}  # fmt: skip


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
            _known_type(connection, field, value)
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
    return next(d for d in decisions(record) if d.id == ident)


def _known_type(connection: Connection, field: str | None, value: Any) -> None:
    """Raises UsageError for a type of event that there is none of, in PLOVER or among the claims of the record."""
    if field != "type" or value in PLOVER:
        return
    if not connection.execute("SELECT 1 FROM claims WHERE type = ? LIMIT 1", (value,)).fetchone():
        raise UsageError(f"type cannot be {value!r}.", f"It is one of {', '.join(PLOVER)}.")


def _on_actor(connection: Connection, decision: str) -> bool:
    """Whether a decision, or the one it undoes, is on an actor."""
    kind, target = connection.execute("SELECT kind, target FROM decisions WHERE id = ?", (decision,)).fetchone()
    return _on_actor(connection, target) if kind == "undo" else is_actor(target)


def touched(connection: Connection, decision: str) -> list[str]:
    """The claims whose standing a decision bears on."""
    target, kind, value = connection.execute("SELECT target, kind, value FROM decisions WHERE id = ?", (decision,)).fetchone()
    if kind == "undo":
        return touched(connection, target)
    if is_actor(target):
        return []
    moved = connection.execute("SELECT new FROM moved WHERE old = ? ORDER BY rowid DESC LIMIT 1", (target,)).fetchone()
    return [moved[0] if moved else target, *([json.loads(value)] if kind == "merge" and value else [])]


_NAMED = "SELECT 1 FROM parties p JOIN claim_parties q ON q.party = p.number WHERE p.key = json_extract(d.machine, '$.key')"
_JOINED = """SELECT 1 FROM aliases a JOIN parties p ON p.actor = a.actor JOIN claim_parties q ON q.party = p.number JOIN claims c ON c.number = q.claim
             WHERE a.key = json_extract(d.machine, '$.key') AND a.document = '' AND instr(c.body, json_quote(a.key))"""
"""Whether an actor stands in a claim; or only in claims beside the one they were joined with: there the two are one."""


def decisions(record: Record) -> list[Decision]:
    """Every decision, in the order they were made."""
    question = f"""
        SELECT d.*, EXISTS (SELECT 1 FROM decisions u WHERE u.kind = 'undo' AND u.target = d.id) AS undone,
               CASE WHEN d.target LIKE 'a%' THEN
                    CASE WHEN EXISTS ({_NAMED}) OR EXISTS ({_JOINED}) THEN d.target END ELSE
               (SELECT s.id FROM standing s WHERE s.id = coalesce((SELECT m.new FROM moved m WHERE m.old = d.target ORDER BY m.rowid DESC LIMIT 1), d.target)) END AS stands_on
        FROM decisions d ORDER BY d.number
    """
    return [
        Decision(
            **{k: r[k] for k in ("id", "made", "who", "kind", "target", "field", "why", "number", "stands_on")},
            value=json.loads(r["value"]) if r["value"] is not None else None,
            machine=json.loads(r["machine"]) if r["machine"] is not None else None,
            undone=bool(r["undone"]),
        )
        for r in record.queries.rows(question)
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
    """Every decision as a plain object, for another record of the same documents."""
    kept = ("id", "made", "who", "kind", "target", "field", "value", "machine", "why")
    return [{k: getattr(d, k) for k in kept} for d in decisions(record)]


def import_decisions(connection: Connection, found: Iterable[dict[str, Any]]) -> tuple[int, list[str]]:
    """Take in decisions of another record, each once, inside the transaction that is open: how many were new, and the claims they bear on.

    Raises UsageError where one has another shape.
    """
    added, claims = 0, []
    for given in found:
        try:
            row = tuple(given[k] for k in ("id", "made", "who", "kind", "target", "field"))
            value, machine, why = given["value"], given["machine"], given["why"]
            if given["kind"] == "correct" and not sound(str(given["field"]), value):
                raise TypeError
        except (KeyError, TypeError) as error:
            raise UsageError(f"This is not a decision: {json.dumps(given)[:80]}.", "Import what onrecord decide --export wrote.") from error
        number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM decisions").fetchone()[0]
        done = connection.execute(
            "INSERT OR IGNORE INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, None if value is None else json.dumps(value), None if machine is None else json.dumps(machine), why, number),
        )
        if done.rowcount:
            added += 1
            claims += touched(connection, given["id"]) if _known(connection, given) else []
    for claim in claims:
        settle(connection, claim)
    if added:
        settle_actors(connection)
    return added, claims


def _known(connection: Connection, given: dict[str, Any]) -> bool:
    return given["kind"] != "undo" or connection.execute("SELECT 1 FROM decisions WHERE id = ?", (given["target"],)).fetchone() is not None
