"""Which claims are asked for: a filter as a value, and as SQL."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from onrecord.errors import UsageError
from onrecord.events.event import Status
from onrecord.record.tell import commitment_key, folded


@dataclass(frozen=True, slots=True)
class Filter:
    """Claims that meet all of the given conditions; None asks for nothing. Names are compared without case and diacritics, in part.

    `actor` is a name, a key or a country code of an actor or recipient; `source` one of a speaker, author or publisher; `place` of a place; an event may
    lie on any day from `since` to `until`; `status` a status, "denied" (it did not happen, or not by them), "refused" (it is not to be), or a verdict of people ("accepted", "rejected" ...).
    """

    actor: str | None = None
    source: str | None = None
    place: str | None = None
    type: str | None = None
    status: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    document: str | None = None
    event: str | None = None
    commitment: str | None = None
    rejected: bool = False
    """Whether claims that people rejected are among them."""

    @property
    def broad(self) -> bool:
        """Whether it may let a great part of a record through: it asks for no more than a type, a period or a usual status."""
        return not any((self.actor, self.source, self.place, self.document, self.event, self.commitment)) and self.status in (
            None,
            "actual",
        )


Part = tuple[str, list[Any]]
"""A condition and the values it asks for."""
AGAINST = ("denied", "refused")
VERDICTS = ("accepted", "corrected", "rejected", "disputed")
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",
    "COERCE", "ASSAULT",
)  # fmt: skip
"""The types of events; a record may hold others, of a user's own ontology."""
_IN = "s.claim IN"
_PARTY = """SELECT claim FROM claim_parties WHERE role IN ({roles})
            AND party IN (SELECT number FROM parties WHERE key = ? OR actor = ? OR country = ? OR side = ? OR folded LIKE ?)"""


def where(asked: Filter, *, each: bool = False) -> tuple[str, list[Any]]:
    """The condition on `standing s`, and its values. `each`: claims that are found by something else are held against it one by one; otherwise it may be
    what finds them."""
    parts = [*_who_and_where(asked), *_what_and_when(asked)]
    if not asked.rejected and asked.status != "rejected":
        parts.append(("s.verdict IS NOT 'rejected'", []))
    condition = " AND ".join(p for p, _ in parts) or "TRUE"
    # With a plus before it SQLite does not look a column up in an index: each of ten thousand documents would go through all claims of an actor.
    return condition.replace(_IN, f"+{_IN}") if each else condition, [v for _, values in parts for v in values]


def _who_and_where(asked: Filter) -> Iterator[Part]:
    if asked.actor:
        doing = _PARTY.format(roles="'actor', 'recipient'")
        yield f"s.claim IN ({doing})", _party(asked.actor)
    if asked.source:
        # As one set of claims, which may be gone through; asked "in the one or the other", every claim of the record would be.
        outlet = "SELECT claim FROM standing WHERE document IN (SELECT number FROM documents WHERE outlet LIKE ?)"
        saying = _PARTY.format(roles="'speaker', 'voice', 'carrier'")
        yield f"s.claim IN ({saying} UNION ALL {outlet})", [*_party(asked.source), like(asked.source)]
    if asked.place:
        found = "s.claim IN (SELECT claim FROM claim_places WHERE key = ? OR country = ? OR folded LIKE ?)"
        yield found, [asked.place, asked.place.upper(), like(asked.place)]
    if asked.commitment:
        found = "s.claim IN (SELECT claim FROM claim_commitments WHERE key = ? OR key = ? OR lower(name) LIKE ?)"
        yield found, [asked.commitment, commitment_key(asked.commitment), f"%{asked.commitment.lower()}%"]


def _party(words: str) -> list[Any]:
    return [words, words, words.upper(), words.upper(), like(words)]


def _what_and_when(asked: Filter) -> Iterator[Part]:
    if asked.type:
        yield "s.type = ?", [asked.type.upper()]
    if asked.since:
        yield "coalesce(s.latest, s.earliest) >= ?", [str(asked.since)]
    if asked.until:
        yield "coalesce(s.earliest, s.latest) <= ?", [str(asked.until)]
    if asked.document:
        yield "s.document = (SELECT number FROM documents WHERE id = ?)", [asked.document]
    if asked.event:
        yield "s.event = ?", [asked.event]
    if asked.status in AGAINST:
        yield "s.against = ?", [asked.status]
    elif asked.status:
        yield ("s.verdict = ?" if asked.status in VERDICTS else "s.status = ?"), [asked.status]


def known(asked: Filter) -> Filter:
    """The filter, where its status is one there is. Raises UsageError otherwise."""
    statuses = (*get_args(Status), *AGAINST, *VERDICTS)
    if asked.status and asked.status not in statuses:
        raise UsageError(f"There is no status {asked.status!r}.", f"It is one of {', '.join(statuses)}.")
    return asked


def like(words: str) -> str:
    """A pattern for LIKE: the folded words anywhere in a folded name."""
    return f"%{folded(words)}%"
