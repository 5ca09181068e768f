"""A line of onrecord/1 with its references followed, for checks that read like sentences."""

from typing import Any

Row = dict[str, Any]


class LineView:
    """One document's line. Names are compared without case; countries are ISO 3166-1 alpha-3."""

    def __init__(self, line: Row) -> None:
        self.line = line
        self.text: str = line["document"]["text"]
        self.actors: dict[str, Row] = {a["id"]: a for a in line["actors"]}
        self.places: dict[str, Row] = {p["id"]: p for p in line["places"]}
        self.statements: dict[str, Row] = {s["id"]: s for s in line["statements"]}
        self.commitments: dict[str, Row] = {c["id"]: c for c in line["commitments"]}

    def words(self, span: Row) -> str:
        """The characters of anything with a start and an end."""
        return self.text[span["start"] : span["end"]]

    def names(self, actor: str | None) -> str:
        """All names and mentions of an actor, in small letters, joined by bars."""
        row = self.actors.get(actor or "")
        if row is None:
            return ""
        mentions = [self.words(m) for m in row["mentions"]]
        return "|".join([row["name"] or "", *mentions]).lower()

    def is_actor(self, actor: str | None, name: str) -> bool:
        """Whether an actor is of a country (three capitals) or bears a name."""
        row = self.actors.get(actor or "")
        if row is None:
            return False
        return row["country"] == name if len(name) == 3 and name.isupper() and name != "OIC" else name.lower() in self.names(actor)

    def speaker(self, event: Row) -> str | None:
        """The id of the innermost speaker of an event; the author's where the document is a letter's own voice."""
        statement = self.statements.get(event["statement"] or "")
        author: str | None = statement["source_actor"] if statement else self.line["document"]["author"]
        return author

    def events(
        self,
        *types: str,
        by: str | None = None,
        to: str | None = None,
        on: str | None = None,
        until: str | None = None,
        at: str | None = None,
        said_by: str | None = None,
        happened: object = "any",
        nobody: bool = False,
        word: str | None = None,
    ) -> list[Row]:
        """Events of one of the types that fit all that is asked: doer, recipient, first and last day, place, speaker, trigger word."""
        return [
            e
            for e in self.line["events"]
            if (not types or e["type"] in types or e["plain_type"] in types)
            and (by is None or any(self.is_actor(a, by) for a in e["actors"]))
            and (to is None or any(self.is_actor(a, to) for a in e["recipients"]))
            and (not nobody or not e["actors"])
            and (on is None or e["earliest"] == on)
            and (until is None or e["latest"] == until)
            and (at is None or any(at.lower() in self.places[p]["name"].lower() for p in e["places"] if p in self.places))
            and (said_by is None or self.is_actor(self.speaker(e), said_by))
            and (happened == "any" or e["factuality"]["happened"] is happened)
            and (word is None or word.lower() in self.words(e).lower())
        ]

    def linked(self, event: Row, relation: str) -> list[Row]:
        """The commitments an event stands to in a relation."""
        return [self.commitments[k["id"]] for k in event["commitments"] if k["relation"] == relation and k["id"] in self.commitments]

    def office(self, actor: str | None) -> tuple[str, str]:
        """The title an actor has and the names of the body it is an office of, in small letters."""
        row = self.actors.get(actor or "") or {}
        office = row.get("office") or {}
        return (office.get("title") or "").lower(), self.names(office.get("of"))
