"""Reading with toponyms -> mentions of actors: names, nominals and pronouns."""

from onrecord.reading.reading import Mention, Reading
from onrecord.resources.resources import Resources


def find_mentions(reading: Reading, *, resources: Resources) -> tuple[Mention, ...]:
    """The mentions of possible actors, in text order, not yet linked."""
    return ()
