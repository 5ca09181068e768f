"""A claim -> what each of its speakers holds of the event: that it happened, that it did not, that they will not have it, or nothing of their own."""

from collections.abc import Iterable
from typing import Literal

from onrecord.record.sides import VIOLENT
from onrecord.record.told import Party, Told

Holds = Literal["asserts", "denies", "disputes", "excludes", "refuses", "doubts", "expects", "withholds", "passes on"]
"""What somebody holds of an event: that it happened; that it did not, denying it or simply saying so; that it did, but not as others say (they deny a
part in it); that it shall not be, for they refuse it; that it may have happened; that it is to come (planned, demanded, threatened); neither yes nor no
("would neither confirm nor deny"); or nothing of their own: they say that another says so."""
ORDER: tuple[Holds, ...] = ("asserts", "denies", "disputes", "excludes", "refuses", "doubts", "expects", "withholds", "passes on")
WORDS: dict[Holds, str] = {
    "asserts": "asserts it", "denies": "denies it", "disputes": "denies a part in it", "excludes": "says it did not happen", "refuses": "refuses it",
    "doubts": "says it may have happened", "expects": "speaks of it as to come", "withholds": "neither confirms nor denies it",
    "passes on": "passes it on",
}  # fmt: skip


def name_of(claim: Told) -> str:
    """Who a claim is from, in a word: the innermost speakers, the words that name them, or the publisher."""
    if claim.chain:
        last = claim.chain[-1]
        return " and ".join(p.name for p in last.parties) or last.source or "somebody not named"
    return claim.voice.name if claim.voice else (claim.publisher or f"“{claim.called}”")


def holds(certainty: str | None, happened: bool | None, stance: str | None = None) -> Holds:
    """What a certainty and a yes, no or neither come to; a no is a denial where the words deny."""
    if happened is None:
        return "expects"
    if not happened:
        return "denies" if stance in ("denies", "doubts") else "excludes"
    return "asserts" if certainty in (None, "certain", "probable") else "doubts"


def own_view(claim: Told) -> Holds:
    """What the innermost speaker of a claim holds. Who says that his own side did no violence denies it, in whatever words."""
    stance = claim.chain[-1].stance if claim.chain else None
    if claim.happened is None and claim.status == "hypothetical" and stance == "other":
        return "withholds"
    if claim.act == "part":
        return "disputes"
    view = holds(claim.certainty, claim.happened, stance)
    doers = {k for p in claim.actors for k in (p.key, p.side) if k}
    own = claim.plain_type in VIOLENT and any(p.key in doers or p.side in doers for p in claim.speakers)
    return "denies" if view == "excludes" and (claim.act == "denial" or own) else view


def refusing(claim: Told) -> tuple[Party, ...]:
    """Those who would not have it happen: who was to do it, or else who says no."""
    if claim.act != "refusal" or claim.happened is not False:
        return ()
    return claim.actors or (claim.speakers if claim.chain and claim.chain[-1].stance == "denies" else ())


def held(claim: Told) -> Iterable[tuple[Party | None, str, Holds]]:
    """Each speaker of a claim with what they hold: the innermost what the claim says, those further out what their view is, or nothing of their own."""
    against = refusing(claim)
    yield from ((p, p.name, "refuses") for p in against)
    inner: Holds = "passes on" if against else own_view(claim)
    voices: list[tuple[tuple[Party, ...], str, Holds]] = []
    if claim.voice or claim.publisher or not claim.chain:
        own = inner if not claim.chain else "passes on"
        name = claim.voice.name if claim.voice else (claim.publisher or f"“{claim.called}”")
        voices.append(((claim.voice,) if claim.voice else (), name, own))
    for at, voice in enumerate(claim.chain):
        last = at == len(claim.chain) - 1
        own = inner if last else ("passes on" if voice.certainty is None else holds(voice.certainty, voice.happened, voice.stance))
        voices.append((voice.parties, voice.source or "somebody not named", own))
    for parties, words, own in voices:
        if parties:
            yield from ((p, p.name, own) for p in parties if p not in against)
        else:
            yield None, words, own
