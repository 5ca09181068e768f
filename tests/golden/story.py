"""A record of four documents made by hand: a report, a denial carried twice, and a letter. Facts are of 1982; the wording is ours."""

from dataclasses import replace
from pathlib import Path

from onrecord.basis import Omission
from onrecord.comparison.compare import compare
from onrecord.events.event import CommitmentLink, Framing
from onrecord.record.claim import Account, Correspondence, Undertaking
from onrecord.record.store import Recipe, Record
from onrecord.resources.publishers import publisher_country
from onrecord.resources.resources import Resources
from tests.accounts import RULE, account, actor, claim, find, killed, place, said

AT = {"latitude": -51.0, "longitude": -55.0, "radius_km": 200.0}
REPORT = (
    "Argentina said on 31 May that its aircraft had hit the carrier HMS Invincible on 30 May 1982. British troops captured Goose Green on 29 May. "
    "The battle cost 50 Argentine lives, the army said."
)
DENIAL = (
    "The Ministry of Defence denied that HMS Invincible had been hit on 30 May. British paratroopers took Goose Green on 29 May after a battle that "
    "killed 17 British and about 250 Argentine soldiers, a spokesman told reporters in London late in the evening."
)
LETTER = "Sir, Argentina has not withdrawn its forces from the islands, as Security Council resolution 502 demands. Francis Pym, Foreign Secretary."


def report() -> Account:
    text = REPORT
    people = (
        actor("a1", "Argentina", "ARG", entry="ARG", text=text), actor("a2", "British troops", "GBR", kind="armed_force", text=text),
        actor("a3", "HMS Invincible", "GBR", kind="armed_force", entry="invincible", text=text), actor("a4", "the army", "ARG", kind="armed_force", text=text), actor("a5", "Argentina", "ARG", entry="ARG"),
    )  # fmt: skip
    statements = (
        said("s1", text, "Argentina", "said", "that its aircraft had hit the carrier HMS Invincible on 30 May 1982", actor="a1"),
        said("s2", text, "the army", "said", "The battle cost 50 Argentine lives", actor="a4"),
    )
    events = (
        claim("v1", text, "hit", "ASSAULT", day="1982-05-30", actors=("a1",), recipients=("a3",), statement="s1"),
        claim("v2", text, "captured", "COERCE", day="1982-05-29", actors=("a2",), places=("p1",)),
        claim(
            "v3",
            text,
            "battle",
            "ASSAULT",
            day="1982-05-29",
            places=("p1",),
            statement="s2",
            tolls=(killed(text, "50", 50, 50, of="military", whose="a5"),),
        ),
    )
    places = (place("p1", text, "Goose Green", "geo:goose-green", None, claimants=("ARG", "GBR"), **AT),)
    return account(
        text,
        publisher="The Buenos Aires Example",
        published="1982-05-31",
        title="Carrier hit",
        actors=people,
        places=places,
        statements=statements,
        events=events,
    )


def denial(publisher: str) -> Account:
    text = DENIAL
    people = (
        actor("a1", "Ministry of Defence", "GBR", kind="government", entry="gbr-mod", text=text), actor("a2", "HMS Invincible", "GBR", kind="armed_force", entry="invincible", text=text),
        actor("a3", "British paratroopers", "GBR", kind="armed_force", text=text), actor("a4", "a spokesman", "GBR", kind="person", text=text, speaks_for="a1"),
        actor("a5", "United Kingdom", "GBR", entry="GBR"), actor("a6", "Argentina", "ARG", entry="ARG"),
    )  # fmt: skip
    statements = (
        said("s1", text, "The Ministry of Defence", "denied", "that HMS Invincible had been hit on 30 May", actor="a1", stance="denies"),
        said(
            "s2",
            text,
            "a spokesman",
            "told",
            "British paratroopers took Goose Green on 29 May after a battle that killed 17 British and about 250 Argentine soldiers",
            actor="a4",
        ),
    )
    tolls = (
        killed(text, "17 British", 17, 17, of="military", whose="a5"),
        killed(text, "about 250 Argentine soldiers", 250, 250, of="military", whose="a6"),
    )
    events = (
        claim("v1", text, "hit", "ASSAULT", day="1982-05-30", recipients=("a2",), statement="s1", happened=False),
        claim("v2", text, "took", "COERCE", day="1982-05-29", actors=("a3",), places=("p1",), statement="s2"),
        claim("v3", text, "battle", "ASSAULT", day="1982-05-29", places=("p1",), statement="s2", tolls=tolls),
    )
    places = (place("p1", text, "Goose Green", "geo:goose-green", None, claimants=("ARG", "GBR"), **AT),)
    return account(
        text,
        publisher=publisher,
        published="1982-05-31",
        title="London denies hit",
        actors=people,
        places=places,
        statements=statements,
        events=events,
    )


def letter() -> Account:
    text = LETTER
    people = (
        actor("a1", "Francis Pym", "GBR", kind="person", entry="pym", text=text), actor("a2", "Argentina", "ARG", entry="ARG", text=text),
        actor("a3", "Security Council", None, kind="organization", entry="un-sc", text=text),
    )  # fmt: skip
    resolution = Undertaking(
        "k1", "Security Council resolution 502", "resolution", ("a3",), "1982", None, find(text, "Security Council resolution 502"), RULE
    )
    events = (
        claim("v1", text, "withdrawn", "RETREAT", actors=("a2",), happened=False, commitments=(CommitmentLink("k1", "undone"),), framing=(Framing(find(text, "forces"), "forces"),)),
    )  # fmt: skip
    letters = (Correspondence("l1", "a1", (), None, None, None, False, None, find(text, text), RULE),)
    return account(
        text, kind="letter", author="a1", path="letters/pym.txt", actors=people, commitments=(resolution,), events=events, letters=letters
    )


def story(path: Path, *, omissions: tuple[Omission, ...] = ()) -> Record:
    """The record, compared; `omissions` are of the report."""
    record = Record(path, create=True)
    run = record.begin(Recipe("0", "by hand", {}, {}))
    resources = Resources()
    for made in (replace(report(), omissions=omissions), denial("The London Example"), denial("The Leeds Example"), letter()):
        record.add(made, run, home=publisher_country(made.document.publisher, None, resources))
    compare(record, run=run.id)
    record.finish(run)
    return record
