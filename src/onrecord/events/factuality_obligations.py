"""What a promise, a resolution or an order asks for -> whether it was done, where the text says that it was kept, carried out, broken or ignored."""

from onrecord.events.factuality_hops import Hop, lemma_keys
from onrecord.reading.reading import Reading, Token
from onrecord.resources.markers import Markers, Signature

ASKING = frozenset({"promised", "demanded", "planned", "offered"})
ABOUT = frozenset({"on", "for", "of", "to", "about", "regarding", "concerning"})


def kept_or_broken(
    reading: Reading, token: Token, hop: Hop, signature: Signature | None, markers: Markers
) -> tuple[Token, Signature] | None:
    """The verb that says what became of the obligation a predicate belongs to, and what it makes of it ("honour the pledge to leave")."""
    noun = _obligation(reading, hop, signature, markers)
    if noun is None or (token.pos == "NOUN" and token.lemma.lower() in markers.harmful):
        return None
    verb = reading.tokens[noun.head]
    if verb.pos == "ADP" and noun.dep == "pobj":
        verb = reading.tokens[verb.head]
    elif noun.dep not in ("dobj", "nsubjpass", "obj"):
        return None
    if verb.pos != "VERB":
        return None
    found = next((s for k in lemma_keys(reading, verb) if (s := markers.governors.get(("VERB", k, "obligation")))), None)
    return (verb, found) if found else None


def _obligation(reading: Reading, hop: Hop, signature: Signature | None, markers: Markers) -> Token | None:
    """The noun of the obligation: "promise" of "promise to leave", "resolutions" of "resolutions calling for" and "resolutions on"."""
    above = hop.governor
    if signature is not None and signature.effect in ASKING:
        if above.pos == "NOUN":
            return above
        return reading.tokens[above.head] if above.pos == "VERB" and above.dep == "acl" else None
    about = hop.kind == "prepositional" and hop.word is not None and hop.word.text.lower() in ABOUT
    if about and above.pos in ("NOUN", "PROPN") and ("NOUN", above.lemma.lower(), "obligation-of") in markers.governors:
        return above
    return None
