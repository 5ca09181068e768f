"""Nominals -> entities: "the minister", "the ministry", "the group", each the last one that it can take up again."""

from bisect import bisect_left

from onrecord.reading.coreference_entities import BODIES, Entities, Entity, noun_of, qualified, taken_up
from onrecord.reading.mentions_phrases import qualifiers
from onrecord.reading.reading import Mention

REACH = 12
"""Sentences back to which a nominal may take somebody up by the same noun or title."""
NEAR = 3
"""Sentences back to which a general noun ("the group") may take up a body by name."""
GENERAL: dict[str, frozenset[str]] = {
    **dict.fromkeys(("group", "organisation", "organization", "movement", "body", "faction", "bloc", "network"), BODIES - {"media", "government"}),
    **dict.fromkeys(("militia", "insurgency", "rebellion"), frozenset({"group", "armed_force", "organization"})),
    **dict.fromkeys(("alliance", "coalition", "union", "agency", "watchdog", "mission", "court", "tribunal"), frozenset({"organization", "armed_force", "government"})),
    **dict.fromkeys(("country", "nation", "republic", "kingdom", "state"), frozenset({"state"})),
    **dict.fromkeys(("party",), frozenset({"party", "organization"})),
    **dict.fromkeys(("company", "firm"), frozenset({"organization"})),
    **dict.fromkeys(("newspaper", "broadcaster", "agency", "channel"), frozenset({"media"})),
}  # fmt: skip
"""Nouns that may stand for a body of another name, by the kinds it may have."""
_TYPICAL = {
    "organization": frozenset({"organisation", "organization", "body", "agency", "watchdog", "alliance", "union", "movement"}),
    "group": frozenset({"group", "movement", "militia", "faction"}),
}
"""The general nouns that most often take up a body of a kind."""
PERSONAL = frozenset({"man", "woman", "official", "diplomat", "politician", "leader", "officer", "cleric", "statesman", "lawmaker"})
REBELS = frozenset({"rebel", "insurgent", "guerrilla", "militant", "separatist", "insurgency", "rebellion"})
"""Nouns that take up the one armed group a text has named ("the rebels"), never one of two."""
BEGUN = 4
"""Letters by which a word of a name is known again: "defense" and "defence", "border" and "borders"."""
OF_MINISTRIES = frozenset({"foreign", "interior", "internal", "naval", "national", "federal", "regional", "local", "provincial"})
"""Adjectives that tell ministries, services and councils apart."""
_SELDOM = frozenset(
    {"member", "man", "people", "person", "woman", "child", "side", "party", "force", "family", "victim", "civilian", "one"}
)
"""Plural nouns too general to be the same only because the word is."""


def link_nominals(entities: Entities) -> None:
    """Every nominal in its entity; one that takes nobody up begins its own."""
    recent: dict[str, list[Entity]] = {}
    order: list[tuple[int, Entity]] = []
    rebels: dict[str, Entity] = {}
    for index, mention in enumerate(entities.mentions):
        if mention.form == "pronoun":
            continue
        entity = entities.of.get(index)
        if entity is None:
            found = _antecedent(entities, index, mention, recent, order, rebels) if mention.form == "nominal" else None
            if found is not None:
                entities.add(found, index)
            entity = found or entities.start(index)
        for role in entity.roles | {f"title:{t}" for t in entity.titles}:
            held = recent.setdefault(role, [])
            if not held or held[-1] is not entity:
                held.append(entity)
        rebels |= {e: entity for e in entity.entries if e in entities.directory.bodies and "REB" in entities.directory.bodies[e].sectors}
        order.append((index, entity))


def _antecedent(
    entities: Entities,
    index: int,
    mention: Mention,
    recent: dict[str, list[Entity]],
    order: list[tuple[int, Entity]],
    rebels: dict[str, Entity],
) -> Entity | None:
    if (named := _named_beside(entities, mention)) is not None:
        return named
    if not taken_up(entities.reading, mention):
        return None
    here = entities.token(index)
    if here.lemma.lower() in REBELS and (group := _the_one_group(entities, index, mention, rebels)) is not None:
        return group
    keys = [f"title:{mention.title}"] if mention.title else []
    keys += [noun_of(entities.reading, mention.head)]
    for key in keys:
        for entity in reversed(recent.get(key, ())[-4:]):
            if _same(entities, entity, mention, index):
                return entity
    return _by_general_noun(entities, index, mention, order)


def _the_one_group(entities: Entities, index: int, mention: Mention, rebels: dict[str, Entity]) -> Entity | None:
    """The one armed group that the text has named so far, within reach and of no other country."""
    if len(rebels) != 1 or qualified(entities.reading, mention) is not None or qualifiers(entities.reading, mention.head):
        return None
    group = next(iter(rebels.values()))
    before = group.mentions[max(0, bisect_left(group.mentions, index) - 1)]
    near = entities.token(index).sentence - entities.token(before).sentence <= REACH
    return group if near and not (mention.country and group.countries and mention.country not in group.countries) else None


def _named_beside(entities: Entities, mention: Mention) -> Entity | None:
    """The body that a general noun has by name before it ("the larger FARC group"), which it is; so it takes up no other."""
    if mention.title is not None or entities.reading.tokens[mention.head].lemma.lower() not in GENERAL:
        return None
    for token in qualifiers(entities.reading, mention.head):
        index = entities.by_head.get(token.index)
        if index is not None and entities.mentions[index].form == "name" and entities.mentions[index].kind in BODIES:
            return entities.of.get(index)
    return None


def _same(entities: Entities, entity: Entity, mention: Mention, index: int) -> bool:
    """Whether nothing sets a nominal apart from an entity that goes by the same noun or title."""
    sentence = entities.token(index).sentence
    at = bisect_left(entity.mentions, index)
    if at == 0:
        return False
    last = entity.mentions[at - 1]
    if sentence - entities.token(last).sentence > REACH:
        return False
    if mention.plural != entity.plural and not (entity.named and not entity.person):
        return False
    if mention.plural and entities.token(index).lemma.lower() in _SELDOM:
        return False
    if mention.country and entity.countries and mention.country not in entity.countries:
        return False
    if mention.gender and entity.genders and mention.gender not in entity.genders:
        return False
    if entity.kinds & {"person"} and mention.kind not in {"person"}:
        return False
    if _of_another_kind(entities, entity, mention):
        return False
    own = qualified(entities.reading, mention)
    return own is None or not entity.qualifiers or own in entity.qualifiers


def _of_another_kind(entities: Entities, entity: Entity, mention: Mention) -> bool:
    """Whether the words before a nominal say that it is no body of an entity's names: "the air force" is no People's Defence Force, "the foreign ministry" no Defence Ministry."""
    words = {w for name in entity.names for w in name}
    if mention.title is not None or entities.reading.tokens[mention.head].lemma.lower() not in words:
        return False
    begun = {w[:BEGUN] for w in words}
    before = (t for t in qualifiers(entities.reading, mention.head) if t.tag in ("NN", "NNS") or t.text.lower() in OF_MINISTRIES)
    return any(t.lemma.lower() not in REBELS and t.text.lower()[:BEGUN] not in begun for t in before)


def _by_general_noun(entities: Entities, index: int, mention: Mention, order: list[tuple[int, Entity]]) -> Entity | None:
    """The last body, state or person that a general noun may stand for."""
    here = entities.token(index)
    kinds = GENERAL.get(here.lemma.lower())
    if mention.plural or qualified(entities.reading, mention) is not None or mention.country:
        return None
    personal = here.lemma.lower() in PERSONAL
    if kinds is None and not personal:
        return None
    best: tuple[float, Entity] | None = None
    for other, entity in reversed(order[-20:]):
        token = entities.token(other)
        if here.sentence - token.sentence > NEAR:
            break
        if personal and entity.person and entity.named and not (mention.gender and entity.genders and mention.gender not in entity.genders):
            return entity
        if (
            kinds is not None
            and entity.named
            and entity.kinds & kinds
            and "person" not in entity.kinds
            and not _inside(entities, index, other)
        ):
            score = 2.0 * (here.lemma.lower() in _TYPICAL.get(next(iter(entity.kinds)), frozenset())) + (
                token.dep in {"nsubj", "nsubjpass"}
            )
            score -= 0.6 * (here.sentence - token.sentence)
            best = (score, entity) if best is None or score > best[0] else best
    return best[1] if best is not None else None


def _inside(entities: Entities, index: int, other: int) -> bool:
    return entities.mentions[index].span.overlaps(entities.mentions[other].span)
