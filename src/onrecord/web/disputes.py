"""Places of the record -> whether their state is disputed: every party's name, who claims them, who held them when. Nobody's side is taken."""

from typing import Any

from onrecord.comparison.balance import country_name
from onrecord.resources.disputed import DisputedPlace, Holding
from onrecord.resources.resources import Resources
from onrecord.web.wording import dated


class Disputes:
    """The disputed places, and which of them a place of the record is or lies in."""

    def __init__(self, resources: Resources) -> None:
        self.resources = resources

    def of(self, key: str) -> DisputedPlace | None:
        """The disputed place that a place (by its key in the record) is or lies in."""
        entry = self.resources.gazetteer.entry(key)
        if entry is not None:
            return self.resources.disputed_places.of(entry)
        return next((p for p in self.resources.disputed_places.all if key == f"onrecord:{p.id}"), None)

    def every(self) -> list[dict[str, Any]]:
        """All disputed places in words."""
        return [self.words(p) for p in self.resources.disputed_places.all]

    def words(self, place: DisputedPlace) -> dict[str, Any]:
        """A disputed place in words: all names, claimants, holders, and roughly where it is."""
        called = [{"party": self._party(p.party), "name": p.name} for p in place.parties]
        return {
            "id": place.id, "name": place.name, "names": list(dict.fromkeys([place.name, *(c["name"] for c in called)])), "called": called,
            "claimants": [self._party(c) for c in place.claimants], "held": [self._held(h) for h in place.held], "latitude": place.point[0],
            "longitude": place.point[1], "radius_km": place.radius_km,
        }  # fmt: skip

    def _party(self, code: str) -> str:
        return country_name(code, self.resources.countries) if len(code) == 3 and code.isupper() else code

    def _held(self, holding: Holding) -> str:
        since = f" since {holding.since}" if holding.since else ""
        until = f" until {holding.until}" if holding.until else ""
        return dated(f"{self._party(holding.by)}{since}{until}") + (f" ({holding.note})" if holding.note else "")
