"""Claims -> what a card, a row or a cell shows, as plain values for pages and their JSON twins."""

from typing import Any

from onrecord.comparison.positions import own_view
from onrecord.exports import telling
from onrecord.record.told import Told
from onrecord.web.citing import chain, of_claim
from onrecord.web.wording import sentence


def badge(told: Told) -> str:
    """The class of a claim's badge: fact, denied or open."""
    return "denied" if told.happened is False else "fact" if told.happened and told.certainty == "certain" else "open"


def standing(told: Told) -> str:
    """How an event stands for its innermost speaker, in words."""
    if told.chain and own_view(told) == "denies" and told.act != "refusal":
        return f"denied by {telling.voice_words(told.chain[-1])}"
    return telling.reality_words(told)


def card(told: Told) -> dict[str, Any]:
    """One claim in the words a person would use, with its addresses and evidence."""
    return {
        "id": told.id,
        "local": told.local,
        "address": f"/claims/{told.id}",
        "event": told.event,
        "document": told.document,
        "type": told.type,
        "plain_type": told.plain_type,
        "kind": telling.EVENTS.get(told.type, (told.type.lower(),))[0],
        "mode": told.mode,
        "trigger": told.trigger,
        "what": sentence(telling.event_words(told)),
        "who": [{"name": p.name, "key": p.key, "country": p.country} for p in told.actors],
        "whom": [{"name": p.name, "key": p.key, "country": p.country} for p in told.recipients],
        "where": [s.name for s in told.places],
        "when": telling.when_words(told.when),
        "earliest": told.when.earliest.isoformat() if told.when.earliest else None,
        "latest": told.when.latest.isoformat() if told.when.latest else None,
        "edtf": told.when.edtf,
        "tolls": [telling.toll_words(t) for t in told.tolls],
        "instruments": list(told.instruments),
        "commitments": [{"name": b.name, "relation": b.relation, "key": b.key} for b in told.commitments],
        "framing": list(told.framing),
        "standing": standing(told),
        "badge": badge(told),
        "status": told.status,
        "certainty": told.certainty,
        "happened": told.happened,
        "chain": chain(told),
        "own_voice": not told.chain,
        "by_person": bool(told.voice and told.voice.kind == "person"),
        "called": told.called,
        "publisher": told.publisher,
        "published": told.published.isoformat() if told.published else None,
        "quote": told.sentence,
        "in_text": f"/documents/{told.document}?start={told.span.start}#m-{told.local}",
        "start": told.sentence_span.start,
        "end": told.sentence_span.end,
        "verdict": told.verdict,
        "citation": of_claim(told),
    }
