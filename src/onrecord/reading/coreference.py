"""Mentions -> mentions with their chains: names, nominals and third-person pronouns that are one."""

from onrecord.reading.reading import Mention, Reading
from onrecord.resources.resources import Resources


def link_mentions(reading: Reading, mentions: tuple[Mention, ...], *, resources: Resources) -> tuple[Mention, ...]:
    """The same mentions with `chain` filled in."""
    return mentions
