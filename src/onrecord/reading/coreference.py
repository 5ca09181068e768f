"""Mentions -> mentions with their chains: names, nominals and third-person pronouns that are one.

The sure links come first, as in a sieve (Lee et al. 2013): names, then what grammar sets beside a name, then nominals, then pronouns.
First and second person are `resolution`'s, which knows who speaks.
"""

from dataclasses import replace

from onrecord.reading.coreference_entities import Entities
from onrecord.reading.coreference_names import link_beside, link_names
from onrecord.reading.coreference_nominals import link_nominals
from onrecord.reading.coreference_pronouns import link_pronouns
from onrecord.reading.mentions_words import words_of
from onrecord.reading.reading import Mention, Reading
from onrecord.resources.resources import Resources


def link_mentions(reading: Reading, mentions: tuple[Mention, ...], *, resources: Resources) -> tuple[Mention, ...]:
    """The same mentions with `chain` filled in, numbered from 1 in the order of their first mention; None for one that stands alone."""
    entities = Entities(reading, mentions, words_of(reading), resources.directory)
    link_names(entities)
    link_beside(entities)
    link_nominals(entities)
    link_pronouns(entities)
    numbers: dict[int, int] = {}
    linked = []
    for index, mention in enumerate(mentions):
        entity = entities.of.get(index)
        if entity is None or len(entity.mentions) < 2:
            linked.append(mention)
            continue
        number = numbers.setdefault(entity.number, len(numbers) + 1)
        kind = mention.kind
        if kind == "unknown" and mention.form == "name" and entity.kinds == {"person"}:
            kind = "person"
        linked.append(replace(mention, chain=number, kind=kind))
    return tuple(linked)
