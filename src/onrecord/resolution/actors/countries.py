"""Actors without a country -> theirs, where the text gives it: by a place they are of, the body they belong to, or where the event is.

Each country that is inferred, not named, has its reason in the basis: `place-in-its-name`, `country-of-its-body`, `country-of-the-scene`,
`country-of-the-last-place`, `only-country-of-the-text`, `country-of-the-dateline`, `country-of-the-publisher`.
"""

from dataclasses import dataclass, replace

from onrecord.basis import Reason
from onrecord.events.event import EventMention, Events
from onrecord.reading.mentions_names import SEAT
from onrecord.reading.mentions_nominals import noun_at
from onrecord.reading.mentions_phrases import NOT_THE_OWNERS, complement, determined, owner, qualifiers, sided
from onrecord.reading.reading import ActorKind, Mention
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resolution.actors.issuers import is_bare_office, issuing_country
from onrecord.resolution.resolution import Place
from onrecord.resources.publishers import publisher_country

LOCAL = frozenset({"government", "population"})
LOCAL_SECTORS = frozenset({"COP", "LAB", "AGR", "OPP", "EDU", "JUD", "LEG"})
"""Who is taken to be of the country where the text finds him; soldiers, rebels and criminals may be from anywhere."""
HOME_FORCES = frozenset({"army", "military", "navy", "air force", "troops", "forces", "force", "soldier", "troop", "unit", "helicopter", "aircraft"})  # fmt: skip
"""Forces that are the country's own where the text says "the army", or "government" and "federal" before them."""
OWN = frozenset({"government", "federal", "national", "state", "loyalist", "regime", "presidential"})
INSIDE = frozenset({"REB", "OPP", "CRM", "CVL", "REL", "EDU", "LAB", "AGR", "BUS", "MED", "REF"})
"""Sectors whose people "in Chad" are Chad's, unless a word says that they came from elsewhere."""
FROM_ELSEWHERE = frozenset({"foreign", "international", "western", "exiled", "expatriate", "regional", "european", "african", "arab"})
TRAVELLERS = frozenset({"envoy", "ambassador", "diplomat", "observer", "monitor", "inspector", "delegate", "delegation", "mission", "embassy", "consulate", "negotiator", "mediator", "representative", "spokesman", "minister", "counterpart", "colleague", "foreigner", "tourist", "visitor", "adviser", "expert", "instructor", "peacekeeper"})  # fmt: skip
OF_SEVERAL = frozenset({"government", "country", "nation", "state", "side", "party", "parliament"})
"""Nouns whose plural is of several countries ("the two governments")."""
SENT = frozenset({"envoy", "representative", "rapporteur", "coordinator", "mediator", "negotiator", "adviser", "expert"})
"""Those who are "for" a country without being of it ("the envoy for Chad")."""
_WHERE = frozenset({"in", "inside", "across", "throughout", "within", "into", "around", "outside", "near", "over"})
_BETWEEN = frozenset(
    {"the", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "war-torn", "parts", "of"}
)
AT_HOME: frozenset[ActorKind] = frozenset({"population", "group", "armed_force", "party"})
"""Who shows by his own country what country a text is about; a diplomat or a head of state does not."""
ABROAD = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Events of leaders that are as often as not in another country."""
BACK = 2
"""Sentences back to which the last place named is still the scene."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an actor's own words show, all his mentions read once: a country without a code, one of the place, an office of a state."""

    uncoded: bool
    local: bool
    rules: bool


def infer_countries(
    cast: Cast, events: Events, doers: dict[str, list[Draft]], recipients: dict[str, list[Draft]], *, author: Draft | None = None
) -> None:
    """Fills `country` of actors that have none, each with a reason; an actor whose country the text leaves open stays so."""
    issuing = issuing_country(cast, author)
    for draft in cast.drafts:
        if draft.country is None and draft.kind != "state":
            _by_own_words(cast, draft)
            if issuing is not None and draft.country is None and is_bare_office(cast, draft):
                _set(draft, issuing, "country-of-the-publisher")
    home = _home(cast)
    shown: dict[int, _Shown] = {}
    for event in events.events:
        parties = (*doers.get(event.id, ()), *recipients.get(event.id, ()))
        for draft in parties:
            if draft.country is not None or _international(draft):
                continue
            if id(draft) not in shown:
                shown[id(draft)] = _shown(cast, draft)
            if not shown[id(draft)].uncoded:
                _by_scene(cast, event, draft, parties, home, shown[id(draft)])


def _shown(cast: Cast, draft: Draft) -> _Shown:
    return _Shown(_of_state_without_code(cast, draft), _is_local(cast, draft) or _home_force(cast, draft), _rules(cast, draft))


def _by_scene(cast: Cast, event: EventMention, draft: Draft, parties: tuple[Draft, ...], home: str | None, shown: _Shown) -> None:
    """By where the event is, for those who are of the place; by the text's one country, for its government and leaders."""
    local = shown.local
    for back, feature in ((0, "country-of-the-scene"), (BACK, "country-of-the-last-place")) if local else ():
        codes = _scene(cast, event.sentence, back)
        if codes:
            if len(codes) == 1:
                _set(draft, next(iter(codes)), feature)
            return
    rules = shown.rules
    if not local and not rules:
        return
    if local and home is not None:
        _set(draft, home, "country-of-the-dateline")
        return
    against = {p.country for p in parties if p is not draft and p.kind in {"state", "government", "armed_force", "person"}}
    only = next(iter(cast.nearby)) if len(cast.nearby) == 1 else None
    if rules and only is not None and not _about(cast, event, only):
        only = None
    document = cast.reading.document
    published = publisher_country(document.publisher, document.url, cast.resources) if rules else None
    if only is not None and only not in against and published in {None, only}:
        _set(draft, only, "only-country-of-the-text")
    elif published is not None and published not in against and only is None and not cast.nearby - {published, *against}:
        _set(draft, published, "country-of-the-publisher")


def _about(cast: Cast, event: EventMention, code: str) -> bool:
    """Whether a text of one country speaks of what goes on in it, not of a stranger's dealings with it."""
    if code not in cast.domestic:
        cast.domestic[code] = _domestic(cast, code)
    known = cast.domestic[code]
    if known is not None:
        return known
    return event.plain_type not in ABROAD and code in _scene(cast, event.sentence, 0)


def _domestic(cast: Cast, code: str) -> bool | None:
    """True where a text names people or bodies of a country, False where it names somebody's colleagues or partners there, else None."""
    its = [d for d in cast.drafts if d.country == code]
    if any(_heads(cast, d) & (TRAVELLERS | NOT_THE_OWNERS) for d in its):
        return False
    bodies = cast.resources.directory.bodies
    return True if any(d.entry in bodies or (d.kind in AT_HOME and not d.named) for d in its) else None


def _home(cast: Cast) -> str | None:
    """The country in which the text says that it was written, where the people and bodies of no other act in it."""
    lines = [s.span for s in cast.reading.document.sections if s.kind == "dateline"]
    written = {p.country for p in cast.places if p.outcome == "resolved" and any(s.overlaps(p.span) for s in lines)}
    bodies = cast.resources.directory.bodies
    acting = {d.country for d in cast.drafts if d.kind in AT_HOME and d.country and (d.entry in bodies or not d.named)}
    return next(iter(written)) if len(written) == 1 and written == acting else None


def _by_own_words(cast: Cast, draft: Draft) -> None:
    for mention in draft.mentions:
        if mention.form == "pronoun" or draft.entry in cast.resources.directory.bodies:
            continue
        if (body := _body_of(cast, mention)) is not None:
            _like_its_body(cast, draft, mention, body)
            if draft.country is not None or _international(draft):
                return
        for index in range(mention.first, mention.last):
            place = cast.place_at.get(index)
            if place is not None and place.country and place.outcome == "resolved" and _belongs(cast, mention, index, draft):
                if mention.form == "name" and _only_there(cast, place):
                    continue
                _set(draft, place.country, "place-in-its-name")
                return


def _only_there(cast: Cast, place: Place) -> bool:
    """Whether a town or an unclear place in a name is of a country of which the text says nothing else, while it speaks of others."""
    if place.feature in {"country", "demonym", "region"}:
        return False
    spoken = {p.country for p in cast.places if p.name != place.name} | {m.country for m in cast.reading.mentions}
    return place.country not in spoken and bool(spoken - {None})


def _like_its_body(cast: Cast, draft: Draft, mention: Mention, body: Draft) -> None:
    """Gives somebody the country of the body he belongs to, and its sectors where it is no government ("UN mediators", "fighters of the front")."""
    noun = noun_at(cast.reading, cast.reading.tokens[mention.head], cast.resources)
    governs = noun is not None and noun.collective and noun.kind == "government" and not _international(body)
    if (
        body.kind in {"organization", "group", "party", "armed_force", "media"}
        and body.entry is not None
        and not draft.named
        and not governs
    ):
        own = tuple(s for s in draft.sectors if s != "GOV")
        draft.sectors = tuple(dict.fromkeys((*body.sectors, *own)))
    if body.country:
        _set(draft, body.country, "country-of-its-body")


def _international(draft: Draft) -> bool:
    return "IGO" in draft.sectors


def _belongs(cast: Cast, mention: Mention, index: int, draft: Draft) -> bool:
    """Whether a place inside a mention says where its head is from: any "of" or demonym; "in" only for those who are of the place."""
    tokens = cast.reading.tokens[mention.first : mention.last]
    loose = cast.reading.tokens[mention.head].lemma.lower() in NOT_THE_OWNERS and cast.place_at[index].feature != "demonym"
    if loose or sided(cast.reading, index) or any(t.text.lower() in {"ethnic", "foreign"} for t in tokens):
        return False
    before = cast.reading.tokens[max(mention.first, index - 3) : index]
    locative = any(t.text.lower() in {"in", "at", "near", "on", "around", "outside", "inside", "throughout", "across"} for t in before)
    inside = set(draft.sectors) & INSIDE and not any(t.text.lower() in FROM_ELSEWHERE for t in tokens)
    return not locative or _is_local(cast, draft) or bool(inside)


def _body_of(cast: Cast, mention: Mention) -> Draft | None:
    """The body, or the person, a mention's words attach it to ("fighters of the movement", "the front's leader", "Mbeki's supporters")."""
    reading = cast.reading
    loose = reading.tokens[mention.head].lemma.lower() in NOT_THE_OWNERS
    sent = reading.tokens[mention.head].lemma.lower() in SENT
    after = complement(reading, mention.head, "of", "from") if sent else complement(reading, mention.head, "of", "from", "for")
    near = [] if loose else [owner(reading, mention.head), after]
    for token in (*near, *qualifiers(reading, mention.head)):
        found = cast.at(token.index) if token is not None and not sided(reading, token.index) else None
        if found is None or token is None or found.kind in {"unknown", "population"}:
            continue
        if (found.kind != "person" and (found.country or _international(found))) or (
            found.kind == "person" and found.country and token in near
        ):
            return found
    return None


def _of_state_without_code(cast: Cast, draft: Draft) -> bool:
    """Whether his own words give him a country that ISO has no code for ("Kosovo police")."""
    for mention in draft.mentions:
        if mention.form != "pronoun":
            near = [
                owner(cast.reading, mention.head),
                complement(cast.reading, mention.head, "of"),
                *qualifiers(cast.reading, mention.head),
            ]
            found = [cast.at(t.index) for t in near if t is not None]
            if any(f is not None and f.kind == "state" and f.entry is not None and f.country is None for f in found):
                return True
    return False


def _scene(cast: Cast, sentence: int, back: int) -> set[str]:
    """The countries that the places of a sentence, and of so many before it, lie in; those of the nearest sentence that has any."""
    for number in range(sentence, max(-1, sentence - back - 1), -1):
        if number not in cast.scenes:
            where = cast.reading.sentences[number]
            cast.scenes[number] = {
                p.country
                for i in range(where.first, where.last)
                if (p := cast.place_at.get(i)) and p.outcome == "resolved" and p.country and _locates(cast, i, p)
            }
        if cast.scenes[number]:
            return cast.scenes[number]
    return set()


def _locates(cast: Cast, index: int, place: Place) -> bool:
    """Whether a place says where something is: a town or district does unless it is a government's seat that acts, a country after a word for where."""
    at = cast.by_head.get(index, -1)
    if place.feature == "demonym" or index in cast.inside_names or (at >= 0 and cast.reading.mentions[at].basis.rule == SEAT):
        return False
    if place.feature != "country":
        return True
    tokens = cast.reading.tokens
    while index and tokens[index - 1].sentence == tokens[index].sentence and tokens[index - 1].end > place.span.start:
        index -= 1
    before = [t.text.lower() for t in tokens[max(0, index - 3) : index] if t.sentence == tokens[index].sentence]
    before = [w for w in before if w not in _BETWEEN]
    return bool(before) and before[-1] in _WHERE


def _heads(cast: Cast, draft: Draft) -> set[str]:
    return {cast.reading.tokens[m.head].lemma.lower() for m in draft.mentions if m.form == "nominal"}


def _is_local(cast: Cast, draft: Draft) -> bool:
    heads = _heads(cast, draft)
    if draft.named or not heads or heads & (TRAVELLERS | NOT_THE_OWNERS):
        return False
    if any(cast.reading.tokens[m.head].tag == "NNS" and cast.reading.tokens[m.head].lemma.lower() in OF_SEVERAL for m in draft.mentions):
        return False
    return draft.kind in LOCAL or bool(set(draft.sectors) & LOCAL_SECTORS)


def _home_force(cast: Cast, draft: Draft) -> bool:
    """Whether it is "the army", or troops called the government's."""
    if draft.named or draft.kind != "armed_force":
        return False
    for mention in draft.mentions:
        token = cast.reading.tokens[mention.head]
        if mention.form != "nominal" or token.lemma.lower() not in HOME_FORCES:
            continue
        words = {q.text.lower() for q in qualifiers(cast.reading, token.index)}
        bare = token.tag == "NN" and not words and token.lemma.lower() in {"army", "military", "navy"}
        if words & OWN or (bare and determined(cast.reading, token.index) == "definite"):
            return True
    return False


def _rules(cast: Cast, draft: Draft) -> bool:
    """Whether his title is of a state and the text does not say of which ("President Moreau")."""
    title = cast.resources.directory.titles.get(draft.title or "")
    office = title is not None and title.rank == "office" and title.stands == "state"
    return office and draft.kind == "person" and draft.office_of is None and not (_heads(cast, draft) | {draft.title or ""}) & TRAVELLERS


def _set(draft: Draft, code: str, feature: str) -> None:
    draft.country = code
    draft.basis = replace(draft.basis, reasons=(*draft.basis.reasons, Reason(feature, 1.0, code)))
