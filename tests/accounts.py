"""Accounts made by hand: a small language to say who claims what."""

import datetime
from hashlib import sha256
from typing import Any

from onrecord.basis import Basis
from onrecord.documents.document import Section
from onrecord.record.claim import Account, Claim, Judged, Loss, Said, Source
from onrecord.record.plain import parts_of
from onrecord.resolution.resolution import Actor, ActorMention, Place
from onrecord.span import Span
from onrecord.timespan import Timespan

RULE = Basis("by-hand")


def find(text: str, words: str, nth: int = 1) -> Span:
    """The span of the nth occurrence of some words."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def source(text: str, **given: Any) -> Source:
    day = given.pop("published", None)
    when = datetime.date.fromisoformat(day) if isinstance(day, str) else day
    base: dict[str, Any] = dict.fromkeys(("external_id", "path", "member", "url", "publisher", "author", "title"))
    ident = given.pop("id", None) or "sha256:" + sha256(repr((text, given)).encode()).hexdigest()
    base |= {"kind": "news_report", "language": "en", "published_from": "given" if when else "none"} | given
    return Source(id=ident, text=text, published=when, published_earliest=when, published_latest=when, **base)


def actor(ident: str, name: str, country: str | None = None, *, kind: str = "state", text: str = "", **given: Any) -> Actor:
    at = (ActorMention(find(text, name), "name"),) if name in text else ()
    outcome = "resolved" if given.get("entry") or country else "nil"
    return Actor(ident, name, kind, outcome, RULE, at, country=country, **given)  # type: ignore[arg-type]


def place(ident: str, text: str, name: str, entry: str | None = None, country: str | None = None, **given: Any) -> Place:
    return Place(ident, find(text, name), name, "town", "resolved" if entry else "nil", RULE, entry=entry, country=country, **given)


def said(
    ident: str, text: str, who: str, cue: str, content: str, *, actor: str | None = None, parent: str | None = None, **given: Any
) -> Said:
    given = {"quotation": "indirect", "stance": "asserts"} | given
    span = find(text, content)
    cue_span = find(text, cue)
    return Said(
        id=ident, parent=parent, source=(find(text, who),) if who else (), source_actors=(actor,) if actor else (), source_actor=actor,
        cue=(cue_span,), content=(span,), addressees=(), basis=RULE, **given,
    )  # fmt: skip


def claim(ident: str, text: str, trigger: str, kind: str, *, day: str | None = None, tolls: tuple[Loss, ...] = (), **given: Any) -> Claim:
    """An event claim; `day` is "2020-09-27" or "2020-09-27/2020-09-29"; `happened` and `certainty` go into its factuality."""
    ends = [datetime.date.fromisoformat(d) for d in day.split("/")] if day else [None]
    span = find(text, trigger, given.pop("nth", 1))
    judged = Judged(given.pop("certainty", "certain"), given.pop("happened", True), (), "by-hand")
    base: dict[str, Any] = {
        "lemma": trigger.split()[-1].lower(), "plain_type": kind, "mode": None, "contexts": (), "cameo": None, "actors": (), "recipients": (), "symmetric": False, "instruments": (),
        "places": (), "times": (), "statement": None, "views": (), "status": "actual", "commitments": (), "territory": None, "framing": (),
        "sentence": sentence_of(text, span),
    }  # fmt: skip
    return Claim(
        id=ident, span=span, type=kind, when=Timespan(ends[0], ends[-1], day), when_basis=RULE, tolls=tolls, factuality=judged, basis=RULE,
        **(base | given),
    )  # fmt: skip


def sentence_of(text: str, span: Span) -> Span:
    start = text.rfind(". ", 0, span.start)
    end = text.find(". ", span.end)
    return Span(start + 2 if start >= 0 else 0, end + 1 if end >= 0 else len(text))


def killed(text: str, words: str, low: int | None, high: int | None, **given: Any) -> Loss:
    base: dict[str, Any] = {"kind": "killed", "of": "unknown", "whose": None, "part_of": None, "span": find(text, words), "rule": "by-hand"}
    return Loss(low=low, high=high, **(base | given))


def account(text: str, *, events: tuple[Claim, ...] = (), **given: Any) -> Account:
    """An account of a text, with its source's fields among `given` where they are not an account's."""
    own = {p.name for p in parts_of(Account)}
    of_source = {k: given.pop(k) for k in list(given) if k not in own}
    return Account(document=source(text, **of_source), sections=(Section(Span(0, len(text)), "body"),), events=events, **given)
