"""Names -> entities: the same name, a shorter form of it, its abbreviation, and what grammar puts beside it."""

import re
from collections import defaultdict

from onrecord.reading import tree
from onrecord.reading.coreference_entities import Entities, Entity
from onrecord.reading.mentions_phrases import determined
from onrecord.reading.reading import Mention
from onrecord.resources.phrase_index import fold_words

MOST = 30
"""Bearers of one surname that a name is compared with, the last ones first."""
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "a", "an", "de", "la", "to", "al", "el"})
_BRACKETED = re.compile(r"\([^()\n]{1,20}\)")
_ALIAS = re.compile(r"^[\s,(]*(?:also |better |otherwise |locally )?(?:known|called|referred to|abbreviated)(?: as)?(?: the)?[\s\"“']*$")


def link_names(entities: Entities) -> None:
    """Every name mention in its entity; then appositions, predicates and abbreviations beside a name."""
    by_key: dict[object, Entity] = {}
    surnames: dict[str, list[Entity]] = defaultdict(list)
    initials: dict[str, list[Entity]] = defaultdict(list)
    prefixes: dict[tuple[str, ...], Entity] = {}
    firsts: dict[str, Entity] = {}
    for index, mention in enumerate(entities.mentions):
        if mention.form != "name":
            continue
        words = _without_suffix(fold_words(mention.name or ""))
        found = _known(mention, words, by_key, surnames, initials, prefixes, firsts)
        if found is None:
            found = entities.start(index)
        else:
            entities.add(found, index)
        _remember(found, mention, words, by_key, surnames, initials, prefixes)
        if mention.kind == "person" and len(words) > 1:
            firsts[words[0]] = found


def _known(
    mention: Mention,
    words: tuple[str, ...],
    by_key: dict[object, Entity],
    surnames: dict[str, list[Entity]],
    initials: dict[str, list[Entity]],
    prefixes: dict[tuple[str, ...], Entity],
    firsts: dict[str, Entity],
) -> Entity | None:
    for key in (*mention.entries, words):
        if (same := by_key.get(key)) is not None and _may_be_one(same, mention):
            return same
    if not words:
        return None
    if mention.kind in {"person", "unknown"}:
        for other in reversed(surnames.get(words[-1], ())[-MOST:]):
            if _same_person(other, mention, words):
                return other
        first = firsts.get(words[0]) if len(words) == 1 and mention.title else None
        if first is not None and first.person and not (mention.gender and first.genders and mention.gender not in first.genders):
            return first  # "Minister Kang" after "Kang Kyung-wha"
    if len(words) == 1 and (mention.name or "").isupper():
        return next((e for e in reversed(initials.get(words[0], ())) if not e.person), None)
    if len(words) > 1 and mention.kind != "person" and (longer := prefixes.get(words)) is not None and not longer.person:
        return longer
    return None


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without "Jr." and its like, which is no surname."""
    return words[:-1] if len(words) > 2 and words[-1].rstrip(".") in {"jr", "sr", "ii", "iii", "iv"} else words


def _may_be_one(entity: Entity, mention: Mention) -> bool:
    apart = entity.countries and mention.country and mention.country not in entity.countries and entity.kinds & {"state"}
    return not apart and not (mention.kind == "state" and entity.kinds & {"person"})


def _same_person(entity: Entity, mention: Mention, words: tuple[str, ...]) -> bool:
    """Whether a name may be a form of a person's: one is the other's last words, and titles do not set the sexes apart."""
    if not entity.person or (mention.gender and entity.genders and mention.gender not in entity.genders):
        return False
    for other in map(_without_suffix, entity.names):
        short, long = sorted((words, other), key=len)
        fits = set(short) <= set(long) or (
            len(words) > 1 and len(other) > 1 and words[0][0] == other[0][0] and min(len(words[0]), len(other[0])) == 1
        )
        if short[-1] == long[-1] and fits:
            return True
    return False


def _remember(
    entity: Entity,
    mention: Mention,
    words: tuple[str, ...],
    by_key: dict[object, Entity],
    surnames: dict[str, list[Entity]],
    initials: dict[str, list[Entity]],
    prefixes: dict[tuple[str, ...], Entity],
) -> None:
    for key in (*mention.entries, words):
        by_key.setdefault(key, entity)
    if not words:
        return
    if entity.person and (not surnames[words[-1]] or surnames[words[-1]][-1] is not entity):
        surnames[words[-1]].append(entity)
    if len(words) > 1 and not entity.person:
        strong = [w for w in words if w not in _SMALL]
        for short in {"".join(w[0] for w in strong), "".join(w[0] for w in words)}:
            initials[short].append(entity)
        for size in range(2, len(words)):
            prefixes.setdefault(words[:size], entity)


def link_beside(entities: Entities) -> None:
    """Joins a mention with the one that grammar sets beside it: apposition, predicate, abbreviation in brackets, title before a name."""
    for index, mention in enumerate(entities.mentions):
        if mention.form == "pronoun":
            continue
        for other in _beside(entities, index, mention):
            if _fit_together(entities, index, other):
                _join(entities, index, other)


def _beside(entities: Entities, index: int, mention: Mention) -> list[int]:
    """The indices of the mentions set beside a mention."""
    reading, found = entities.reading, []
    token = entities.token(index)
    if token.dep == "appos":
        found += _apposed(entities, mention, token.head)
    if token.dep == "attr" and (verb := reading.tokens[token.head]).lemma == "be" and determined(reading, token.index) != "indefinite":
        subject = tree.child(reading, verb.index, "nsubj")
        negated = tree.child(reading, verb.index, "neg") is not None
        if subject is not None and not negated and subject.index in entities.by_head and subject.tag != "PRP":
            found.append(entities.by_head[subject.index])
    after = _next_to(entities, mention)
    if after is not None:
        found.append(after)
    return [i for i in found if i != index]


def _apposed(entities: Entities, mention: Mention, head: int) -> list[int]:
    """What an apposition stands beside: its head, or for a person's name the person whose phrase holds that head."""
    above = [head, *(t.index for t, _ in zip(tree.ancestors(entities.reading, head), range(4), strict=False))]
    if mention.kind != "person":
        above = above[:1]
    for at in above:
        if entities.reading.tokens[at].pos in {"VERB", "AUX"}:
            break
        index = entities.by_head.get(at)
        if index is None:
            continue
        person = entities.mentions[index].kind == "person"
        if person or (at == head and mention.kind != "person"):
            return [index]
    return []


def _next_to(entities: Entities, mention: Mention) -> int | None:
    """The mention that follows with nothing, a bracket or "known as" between, where the two can be one."""
    tokens, text = entities.reading.tokens, entities.reading.document.text
    for step in range(mention.last, min(mention.last + 14, len(tokens))):
        other = entities.by_first.get(step)
        if other is None:
            continue
        if _officer(entities, mention, other, text):
            return other
        if step >= mention.last + 7:
            break
        gap = _BRACKETED.sub("", text[mention.span.end : tokens[step].start])
        second = entities.mentions[other]
        bracket = gap.strip() == "(" and second.form == "name" and _short_for(second, mention, entities)
        plain = not gap.strip() and "\n\n" not in gap and mention.form == "nominal" and second.form == "name" and mention.title is not None
        if (
            bracket
            or plain
            or (_ALIAS.match(gap) and second.form == "name")
            or _comma_name(entities, mention, second, gap)
            or _signed(mention, second, gap, text)
        ):
            return other
        if second.form == "name" and not (mention.title and _OF.search(gap)):
            return None
    return None


_OF = re.compile(r"^(?: (?:for|of) (?:[A-ZÀ-Þ][\w-]+ ){1,4})?\s*(?:of|for|to)\s+(?:the\s+)?$")
_OFFICER = re.compile(r"^(?:\s+(?:of|for|to|and|the|in|[A-ZÀ-Þ][\w.’'-]*)){1,12},\s*$")


def _officer(entities: Entities, mention: Mention, other: int, text: str) -> bool:
    """A title with all that it is of, a comma, a person's name ("the Minister for Foreign Affairs of the Republic of Peru, Ana Ruiz")."""
    second = entities.mentions[other]
    if mention.form != "nominal" or mention.title is None or mention.plural or second.form != "name" or second.title:
        return False
    following = text[second.span.end : second.span.end + 5]
    if second.kind != "person" and not _closed(second, following):
        return False
    return bool(_OFFICER.match(text[mention.span.end : second.span.start])) and not following.startswith(" and ")


def _closed(name: Mention, following: str) -> bool:
    """Whether a name of unknown kind is of several words, and a comma closes it: "the envoy for Chad, Adem de Nuur, said"."""
    return name.kind == "unknown" and 1 < len((name.name or "").split()) < 5 and following.startswith(",")


def _signed(mention: Mention, second: Mention, gap: str, text: str) -> bool:
    """A name on a line of its own and a title on the next, as letters are signed."""
    titled = mention.form == "name" and mention.kind == "person" and second.form == "nominal" and second.title is not None
    alone = not text[max(0, mention.span.start - 9) : mention.span.start].rstrip(" \t")[-1:].strip()
    return titled and alone and not gap.strip(" \t\n,") and 0 < gap.count("\n") < 3


def _comma_name(entities: Entities, mention: Mention, second: Mention, gap: str) -> bool:
    """A title, a comma, then a person's name with no title but an honorific ("the governor, Musa Adam", "the envoy, Mr. Ogo")."""
    titled = mention.form == "nominal" and mention.kind == "person" and not mention.plural
    own = entities.directory.titles.get(second.title or "")
    plain = second.title is None or (own is not None and own.rank == "honorific")
    return titled and gap.strip() == "," and second.form == "name" and second.kind == "person" and plain


def _short_for(short: Mention, full: Mention, entities: Entities) -> bool:
    """Whether one name may abbreviate another: its letters begin the other's words in order."""
    letters = [c for c in (short.name or "").lower() if c.isalpha()]
    words = fold_words(entities.reading.document.text[full.span.start : full.span.end])
    if len(letters) < 2 or not (short.name or "")[:1].isupper() or sum(c.isupper() for c in short.name or "") < 2:
        return False
    return full.kind != "person" and (full.form == "name" or words[0][:1] == letters[0])


def _fit_together(entities: Entities, index: int, other: int) -> bool:
    """Whether two mentions can be one: a person with a person, a body with a body, the same number, no two countries."""
    a, b = entities.of.get(index), entities.of.get(other)
    first, second = entities.mentions[index], entities.mentions[other]
    if first.plural and second.plural and not (first.form == "name" or second.form == "name"):
        return False
    if first.kind == "state" or second.kind == "state":
        return first.kind == second.kind and first.form != second.form
    person = {m.kind == "person" for m in (first, second) if m.kind != "unknown"}
    if len(person) > 1 or (first.plural != second.plural and "person" in {first.kind, second.kind}):
        return False
    countries = {c for c in (first.country, second.country) if c}
    names = [e for e in (a, b) if e is not None and e.named]
    two_names = len(names) == 2 and a is not b and first.form == second.form == "name" and all(e.person for e in names)
    return len(countries) < 2 and not two_names


def _join(entities: Entities, index: int, other: int) -> None:
    a = entities.of.get(index) or entities.start(index)
    b = entities.of.get(other) or entities.start(other)
    entities.merge(*(x for x in sorted((a, b), key=lambda e: min(e.mentions))))
