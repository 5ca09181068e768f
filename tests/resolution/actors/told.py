"""A text read through every stage, told by who does what to whom: for tests of rules that need the whole chain."""

from datetime import date

from onrecord.pipeline import Stages, document_from_text, read_document
from onrecord.reading.parse import SpacyParser
from onrecord.resolution.resolution import Actor
from onrecord.resources.resources import Resources


class Told:
    """The actors of a text by name, and those of each event by its trigger's words."""

    def __init__(
        self, text: str, parser: SpacyParser, resources: Resources, *, day: date | None = None, publisher: str | None = None
    ) -> None:
        document = document_from_text(text, published=day, publisher=publisher)
        self.stages: Stages = read_document(document, parser=parser, resources=resources)
        self.text = text
        self.by_id = {a.id: a for a in self.stages.resolution.actors}
        self.by_name = {a.name: a for a in self.stages.resolution.actors}

    def who(self, trigger: str) -> list[Actor]:
        """The actors of the first event whose trigger holds these words."""
        return self._in(trigger)[0]

    def whom(self, trigger: str) -> list[Actor]:
        """The recipients of that event."""
        return self._in(trigger)[1]

    def standing(self) -> list[Actor]:
        """Everybody in the role of an actor or recipient, in the order of the events."""
        roles = self.stages.resolution.roles
        return [self.by_id[i] for r in roles for i in (*r.actors, *r.recipients)]

    def _in(self, trigger: str) -> tuple[list[Actor], list[Actor]]:
        event = next(e for e in self.stages.events.events if trigger in e.trigger.span.of(self.text))
        role = next(r for r in self.stages.resolution.roles if r.event == event.id)
        return [self.by_id[i] for i in role.actors], [self.by_id[i] for i in role.recipients]


def named(actors: list[Actor]) -> list[tuple[str, str | None]]:
    """Names with countries."""
    return [(a.name, a.country) for a in actors]
