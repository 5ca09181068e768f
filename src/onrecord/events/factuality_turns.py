"""Small structures that turn a judgement: coordination, degrees, questions that presuppose, and what a denial or refusal takes for granted."""

from onrecord.events.factuality_hops import Hop, hop_of, signature_of
from onrecord.events.factuality_stand import Stand
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Markers
from onrecord.span import Span


def goes_on(reading: Reading, token: Token, markers: Markers) -> bool:
    """Whether a participle after a comma goes on with the main verb, not with the gerund it is hung on ("denied firing, blaming bandits")."""
    head = reading.tokens[token.head]
    if (
        token.tag != "VBG"
        or head.tag != "VBG"
        or child(reading, head.index, "cc") is not None
        or reading.tokens[token.index - 1].text != ","
    ):
        return False
    hop = hop_of(reading, head, markers)
    signature = signature_of(reading, hop, markers) if hop is not None else None
    return signature is not None and signature.effect == "denied"


def joined_to(reading: Reading, token: Token) -> tuple[Token, Span | None]:
    """The predicate that a coordinated one shares its governors with, and the word that sets it against that one ("rather than meet").

    A past tense joined to an infinitive or a gerund belongs to the verb above ("failed to agree and left").
    """
    first = reading.tokens[token.head]
    before = [t for t in reading.tokens[max(0, token.index - 2) : token.index] if t.sentence == token.sentence]
    if any(t.text.lower() in ("rather", "instead") for t in before) and any(t.text.lower() in ("than", "of") for t in before):
        return first, before[0].span
    bare = first.tag in ("VB", "VBG") and not any(t.tag == "MD" or t.lemma in ("be", "do") for t in children(reading, first.index, "aux"))
    above = reading.tokens[first.head]
    return (above if token.tag == "VBD" == above.tag and bare else first), None


def too_or_enough(reading: Reading, hop: Hop) -> Token | None:
    """The degree that decides for an infinitive: "too weak to attack", "strong enough to stop it"."""
    if hop.governor.text.lower() == "enough":
        return hop.governor
    if hop.governor.pos not in ("ADJ", "ADV", "NOUN"):
        return None
    beside = children(reading, hop.governor.index, "advmod", "amod")
    beside += [t for a in beside if a.dep == "amod" for t in children(reading, a.index, "advmod")]
    return next((t for t in beside if t.text.lower() in ("too", "enough")), None)


def presupposed_question(reading: Reading, token: Token) -> bool:
    """Whether a question asks why, when, where or who of something past, and so takes it as done."""
    first = reading.tokens[reading.sentences[token.sentence].first]
    asked = first.text.lower() in ("why", "when", "where", "who", "how")
    aux = {t.text.lower() for t in children(reading, token.index, "aux", "auxpass")}
    return (
        asked and bool(token.tag == "VBD" or aux & {"did", "was", "were", "had"}) and not aux & {"will", "would", "could", "can", "should"}
    )


def was_made(reading: Reading, token: Token, stand: Stand, markers: Markers) -> str | None:
    """The rule by which what is denied, refused or foiled is itself a fact: the claim, the request or the attempt was made."""
    if token.pos != "NOUN":
        return None
    effects = {f.effect for frame in ("that", "inf", "of", "for") if (f := markers.governors.get(("NOUN", token.lemma.lower(), frame)))}
    if stand.denied and (effects & {"credited", "offered", "demanded", "threatened"} or token.lemma.lower() in ("criticism", "accusation")):
        return "denied-claim-was-made"
    if stand.rule in ("refuses-event", "declines", "weighs-event") and effects & {"demanded", "offered", "attempt", "credited", "promised"}:
        return "refused-request-was-made"
    if stand.rule in ("prevents-event", "prevents", "attempted-event") and effects & {"attempt", "planned"}:
        return "thwarted-attempt-was-made"
    return None
