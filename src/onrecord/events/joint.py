"""Events -> the same; what several do together with nobody else named, they do with each other: "Chad and Niger agreed to a truce"."""

from dataclasses import replace

from onrecord.events.event import EventMention
from onrecord.reading.reading import Reading

MUTUAL = frozenset({"CONSULT", "COOPERATE"})
"""Types that always have another party: who meets, meets somebody."""
AGREEING = frozenset({"agree", "decide", "resolve", "compromise", "sign", "ratify", "conclude", "renew", "restore", "resume", "establish", "normalise", "normalize", "share", "return"})  # fmt: skip
"""Words of agreeing that are said of all parties at once."""


def joint_acts(reading: Reading, events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """The events; those of two or more doers and no recipient that are done together are symmetric."""
    return tuple(replace(e, symmetric=True) if _joint(reading, e) else e for e in events)


def _joint(reading: Reading, event: EventMention) -> bool:
    roles = [a.role for a in event.arguments]
    if event.symmetric or "recipient" in roles or roles.count("actor") < 2:
        return False
    agreed = event.type in ("AGREE", "SUPPORT") and reading.tokens[event.trigger.head].lemma.lower() in AGREEING
    return event.type in MUTUAL or agreed
