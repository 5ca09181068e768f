"""Actors without a country -> theirs, where the text gives it: by a place they are of, the body they belong to, or where the event is."""

from onrecord.basis import Reason
from onrecord.events.event import Events
from onrecord.reading.mentions_phrases import complement, owner, qualifiers
from onrecord.reading.reading import Mention
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft

LOCAL = frozenset({"government", "population"})
LOCAL_SECTORS = frozenset({"COP", "LAB", "AGR", "OPP", "EDU", "JUD", "LEG"})
"""Who is taken to be of the country where the text finds him; soldiers, rebels and criminals may be from anywhere."""
TRAVELLERS = frozenset({"envoy", "ambassador", "diplomat", "observer", "monitor", "inspector", "delegate", "delegation", "mission", "embassy", "consulate", "negotiator", "mediator", "representative", "spokesman", "minister", "counterpart", "colleague", "foreigner", "tourist", "visitor"})  # fmt: skip


def infer_countries(cast: Cast, events: Events, doers: dict[str, list[Draft]], recipients: dict[str, list[Draft]]) -> None:
    """Fills `country` of actors that have none, each with a reason; an actor whose country the text leaves open stays so."""
    for draft in cast.drafts:
        if draft.country is None and draft.kind != "state":
            _by_own_words(cast, draft)
    for event in events.events:
        code = _scene(cast, event.sentence)
        for draft in (*doers.get(event.id, ()), *recipients.get(event.id, ())):
            if draft.country is None and code is not None and _is_local(cast, draft):
                _set(draft, code, "country-of-the-scene")


def _by_own_words(cast: Cast, draft: Draft) -> None:
    for mention in draft.mentions:
        if mention.form == "pronoun" or draft.entry in cast.resources.directory.bodies:
            continue
        for index in range(mention.first, mention.last):
            place = cast.place_at.get(index)
            if place is not None and place.country and place.outcome == "resolved" and _belongs(cast, mention, index, draft):
                _set(draft, place.country, "place-in-its-name")
                return
        code = _of_body(cast, mention)
        if code is not None:
            _set(draft, code, "country-of-its-body")
            return


def _belongs(cast: Cast, mention: Mention, index: int, draft: Draft) -> bool:
    """Whether a place inside a mention says where its head is from: any "of" or demonym; "in" only for those who are of the place."""
    before = cast.reading.tokens[max(mention.first, index - 3) : index]
    locative = any(t.text.lower() in {"in", "at", "near", "on", "around", "outside", "inside"} for t in before)
    return not locative or _is_local(cast, draft)


def _of_body(cast: Cast, mention: Mention) -> str | None:
    """The country of the body a mention's words attach it to ("fighters of the movement", "the front's leader")."""
    reading = cast.reading
    near = [owner(reading, mention.head), complement(reading, mention.head, "of", "from", "for"), *qualifiers(reading, mention.head)]
    for token in near:
        found = cast.at(token.index) if token is not None else None
        if found is not None and found.country and found.kind != "person":
            return found.country
    return None


def _scene(cast: Cast, sentence: int) -> str | None:
    """The one country that all places of a sentence lie in, or None."""
    where = cast.reading.sentences[sentence]
    codes = {
        p.country
        for i in range(where.first, where.last)
        if (p := cast.place_at.get(i)) and p.outcome == "resolved" and p.feature != "demonym"
    }
    return next(iter(codes)) if len(codes) == 1 else None


def _is_local(cast: Cast, draft: Draft) -> bool:
    heads = {cast.reading.tokens[m.head].lemma.lower() for m in draft.mentions if m.form == "nominal"}
    if draft.named or not heads or heads & TRAVELLERS:
        return False
    return draft.kind in LOCAL or bool(set(draft.sectors) & LOCAL_SECTORS)


def _set(draft: Draft, code: str, feature: str) -> None:
    draft.country = code
    draft.basis = type(draft.basis)(draft.basis.rule, draft.basis.score, (*draft.basis.reasons, Reason(feature, 1.0, code)))
