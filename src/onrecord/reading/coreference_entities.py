"""Mentions that are one, while they are being linked: what is known of each so far."""

from bisect import insort
from dataclasses import dataclass, field

from onrecord.reading.mentions_phrases import complement, determined, owner
from onrecord.reading.mentions_words import Words
from onrecord.reading.reading import Mention, Reading, Token
from onrecord.resources.directory import Directory
from onrecord.resources.phrase_index import fold_words

_IN_TITLES = frozenset({"state", "government", "staff", "parliament", "police", "party", "mission", "delegation"})
"""What stands after "of" in a title itself ("head of state"), and says nothing of whose it is."""
BODIES = frozenset({"organization", "government", "armed_force", "party", "media", "group"})


@dataclass(slots=True)
class Entity:
    """Mentions taken for one, by their indices, with what they say together."""

    number: int
    mentions: list[int] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    plural: bool = False
    named: bool = False

    @property
    def person(self) -> bool:
        """Whether it may be one person."""
        return not self.plural and bool(self.kinds & {"person", "unknown"}) and not self.kinds & (BODIES | {"state", "population"})

    @property
    def body(self) -> bool:
        """Whether it may be a body, a state or a group."""
        return bool(self.kinds & (BODIES | {"state", "population"})) or (self.kinds == {"unknown"})


class Entities:
    """All entities of a document, with the mention each index belongs to."""

    def __init__(self, reading: Reading, mentions: tuple[Mention, ...], words: Words, directory: Directory) -> None:
        self.reading, self.mentions, self.words, self.directory = reading, mentions, words, directory
        self.of: dict[int, Entity] = {}
        self.by_head = {m.head: i for i, m in enumerate(mentions)}
        self.by_first: dict[int, int] = {}
        for i, m in enumerate(mentions):
            self.by_first.setdefault(m.first, i)
        self._made = 0

    def token(self, index: int) -> Token:
        """The head token of a mention."""
        return self.reading.tokens[self.mentions[index].head]

    def start(self, index: int) -> Entity:
        """A new entity that holds one mention."""
        self._made += 1
        entity = Entity(self._made)
        self.add(entity, index)
        return entity

    def add(self, entity: Entity, index: int) -> None:
        """Let a mention belong to an entity."""
        mention, head = self.mentions[index], self.token(index)
        insort(entity.mentions, index)
        self.of[index] = entity
        if mention.name and mention.form == "name":
            entity.names.add(fold_words(mention.name))
            entity.named = True
        if mention.form == "nominal" and (of := qualified(self.reading, mention)) is not None:
            entity.qualifiers.add(of)
        if mention.form != "pronoun":
            entity.roles |= roles_of(self.reading, mention)
            entity.kinds.add(mention.kind)
            # "the Houthis" are they; a body whose name ends in "Forces" may be "it" as well
            collective = mention.kind in {"organization", "government", "party", "media", "state", "unknown"} or (
                mention.form == "name" and mention.kind in BODIES and mention.last - mention.first > 1
            )
            collective &= mention.form == "name" or mention.kind != "government" or head.tag != "NNS"
            if mention.form == "name" or not entity.named:  # "the paramilitary Rapid Support Forces": its name says whether it is one
                entity.plural |= mention.plural and not collective
        entity.titles |= {mention.title} if mention.title else set()
        entity.entries |= set(mention.entries)
        entity.genders |= {mention.gender} if mention.gender else set()
        entity.countries |= {mention.country} if mention.country and mention.form != "pronoun" else set()
        if mention.form == "name" and head.tag == "NNPS" and not _one(mention):
            entity.plural = True

    def merge(self, kept: Entity, gone: Entity) -> Entity:
        """Let two entities be one; a person's word on kind comes from either."""
        if kept is gone:
            return kept
        for index in gone.mentions:
            self.of[index] = kept
        kept.mentions = sorted((*kept.mentions, *gone.mentions))
        kept.qualifiers |= gone.qualifiers
        kept.names |= gone.names
        kept.roles |= gone.roles
        kept.titles |= gone.titles
        kept.entries |= gone.entries
        kept.kinds = (kept.kinds | gone.kinds) - {"unknown"} or {"unknown"}
        kept.genders |= gone.genders
        kept.countries |= gone.countries
        kept.plural = (kept if kept.named else gone).plural if kept.named != gone.named else kept.plural or gone.plural
        kept.named |= gone.named
        return kept


def _one(mention: Mention) -> bool:
    """Whether a name that looks like a plural is one all the same: a body by a longer name, a person with a given name."""
    return (mention.kind in BODIES and mention.last - mention.first > 1) or (mention.kind == "person" and " " in (mention.name or ""))


def roles_of(reading: Reading, mention: Mention) -> set[str]:
    """The nouns by which a mention may be taken up again: its head for a nominal, the words before a name that are nouns or titles."""
    tokens = reading.tokens
    if mention.form == "nominal":
        return {noun_of(reading, mention.head)}
    if mention.kind == "person":
        before = [t for t in tokens[mention.first : mention.last] if t.dep in {"compound", "nmod", "amod", "appos"} or t.pos == "NOUN"]
        return {t.lemma.lower() for t in before}
    return {tokens[mention.last - 1].lemma.lower(), tokens[mention.head].lemma.lower()}


def noun_of(reading: Reading, head: int) -> str:
    """The noun a nominal goes by, whole where a hyphen joins it to another ("secretary-general" is no "general")."""
    tokens, lemma = reading.tokens, reading.tokens[head].lemma.lower()
    joined = (
        head > 1
        and tokens[head - 1].text == "-"
        and tokens[head - 2].end == tokens[head - 1].start
        and tokens[head - 1].end == tokens[head].start
    )
    return f"{tokens[head - 2].lemma.lower()}-{lemma}" if joined else lemma


def qualified(reading: Reading, mention: Mention) -> str | None:
    """Whose or of what a nominal is, as a folded word, or None ("sweden" for "Sweden's minister" and "minister of Sweden")."""
    of = owner(reading, mention.head) or complement(reading, mention.head, "of", "for")
    if of is not None and mention.title is not None and of.lemma.lower() in _IN_TITLES:
        return None
    return of.lemma.lower() if of is not None and of.tag != "PRP$" else None


def taken_up(reading: Reading, mention: Mention) -> bool:
    """Whether a nominal takes up somebody already named: definite, or a bare singular title written large."""
    how = determined(reading, mention.head)
    bare_title = how == "bare" and mention.title is not None and not mention.plural
    return how == "definite" or bare_title
