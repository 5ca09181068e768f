"""A plain type and its factuality -> the codebook's type: what tense and negation make of it (a future visit is AGREE)."""

from onrecord.events.event import Factuality, Trigger


def retype(trigger: Trigger, factuality: Factuality) -> tuple[str, str | None]:
    """The PLOVER type and mode of an event with this trigger and factuality."""
    return trigger.type, trigger.mode
