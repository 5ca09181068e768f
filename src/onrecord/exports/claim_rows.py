"""Claims -> flat rows, one a claim, for tables, CSV and other programs."""

from typing import Any

from onrecord.comparison.positions import name_of
from onrecord.exports.telling import chain_words, event_words, reality_words, toll_words, when_words
from onrecord.record.told import Told


def claim_row(claim: Told) -> dict[str, Any]:
    """A claim with its values apart, its words, and where they stand in which document."""
    return {
        "id": claim.id,
        "event": claim.event,
        "document": claim.document,
        "publisher": claim.publisher,
        "published": str(claim.published) if claim.published else None,
        "said_by": name_of(claim),
        "chain": chain_words(claim),
        "type": claim.type,
        "mode": claim.mode,
        "cameo": claim.cameo,
        "contexts": list(claim.contexts),
        "status": claim.status,
        "certainty": claim.certainty,
        "happened": claim.happened,
        "earliest": str(claim.when.earliest) if claim.when.earliest else None,
        "latest": str(claim.when.latest) if claim.when.latest else None,
        "actors": [p.name for p in claim.actors],
        "actor_countries": [p.country or "" for p in claim.actors],
        "recipients": [p.name for p in claim.recipients],
        "recipient_countries": [p.country or "" for p in claim.recipients],
        "places": [p.name for p in claim.places],
        "latitude": next((p.latitude for p in claim.places if p.latitude is not None), None),
        "longitude": next((p.longitude for p in claim.places if p.longitude is not None), None),
        "tolls": [toll_words(t) for t in claim.tolls],
        "instruments": list(claim.instruments),
        "commitments": [f"{b.relation} {b.name}" for b in claim.commitments],
        "framing": list(claim.framing),
        "verdict": claim.verdict,
        "what": event_words(claim),
        "when": when_words(claim.when),
        "held": reality_words(claim),
        "quote": claim.sentence,
        "start": claim.sentence_span.start,
        "end": claim.sentence_span.end,
    }
