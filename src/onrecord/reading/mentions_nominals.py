"""Parsed tokens, names found -> nominal mentions: noun phrases whose head is a title or a noun that people and bodies go by; and pronouns."""

from collections.abc import Iterator

from onrecord.basis import Basis
from onrecord.reading import tree
from onrecord.reading.mentions_phrases import INSIDE, NOT_THE_OWNERS, Phrase, complement, owner, phrase, qualifiers, sided
from onrecord.reading.mentions_words import SETTLED, Words, country_at, words_of
from onrecord.reading.reading import ActorKind, Mention, Reading, Token
from onrecord.resources.directory import Gender, Noun, Title
from onrecord.resources.resources import Resources

PRONOUNS: dict[str, tuple[ActorKind, bool, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", False, "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", False, "female")),
    **dict.fromkeys(("it", "its", "itself"), ("unknown", False, None)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("unknown", True, None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("person", False, None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("unknown", True, None)),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), ("unknown", False, None)),
}
FEMALE = frozenset(
    {"woman", "girl", "mother", "sister", "daughter", "wife", "aunt", "niece", "widow", "queen", "nun", "lady", "actress", "waitress"}
)
MALE = frozenset({"man", "boy", "father", "brother", "son", "husband", "uncle", "nephew", "king", "monk", "friar", "gentleman", "priest"})
PEOPLE = frozenset(
    {"people", "police", "troops", "personnel", "staff", "clergy", "cattle", "elderly", "wounded", "injured", "poor", "dead", "public"}
)
"""Nouns that are plural without looking so."""
_ABSTRACT = frozenset(
    {
        "force",
        "power",
        "command",
        "resistance",
        "mission",
        "press",
        "opposition",
        "leadership",
        "office",
        "school",
        "church",
        "side",
        "staff",
        "state",
        "duty",
        "custody",
        "congress",
        "court",
        "bank",
        "intelligence",
        "administration",
        "delegation",
        "agency",
    }
)
"""Nouns that, without any word of their own, name no body ("in power", "by force")."""
_EXPLETIVE = frozenset({"be", "seem", "appear", "remain", "become", "take", "emerge", "follow", "happen", "turn"})


_RAISING = frozenset(
    {"think", "believe", "say", "report", "know", "expect", "allege", "understand", "claim", "suspect", "rumour", "rumor", "deem", "feel", "suppose", "estimate",
     "consider", "assume", "presume", "see", "hear", "ask", "force", "urge", "oblige", "require", "order", "call", "set", "schedule"}
)  # fmt: skip
"""Verbs whose passive takes its subject from the infinitive after it."""


def find_nominals(reading: Reading, names: list[Mention], *, resources: Resources) -> Iterator[Mention]:
    """The nominal mentions outside names, in text order."""
    words = words_of(reading)
    named = {i for m in names for i in range(m.first, m.last)}
    for token in reading.tokens:
        if token.index in named or not _heads_phrase(reading, token) or _inside_title(reading, words, token, resources):
            continue
        title = title_at(reading, words, token, resources)
        noun = noun_at(reading, token, resources)
        if title is None and noun is None:
            continue
        yield _nominal(reading, words, token, title, noun, resources)


def _heads_phrase(reading: Reading, token: Token) -> bool:
    """Whether a token is a noun, or an adjective used as one, that heads a phrase."""
    if token.pos not in {"NOUN", "PROPN", "ADJ"} or len(token.text) < 2:
        return False
    if token.dep in INSIDE and reading.tokens[token.head].pos in {"NOUN", "PROPN", "ADJ", "NUM"} and token.head > token.index:
        return False
    return token.pos != "ADJ" or (
        token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"} and tree.child(reading, token.index, "det") is not None
    )


def _inside_title(reading: Reading, words: Words, token: Token, resources: Resources) -> bool:
    """Whether a token ends a title whose head stands before it ("state" in "head of state")."""
    if token.dep != "pobj":
        return False
    start = max(reading.sentences[token.sentence].first, token.index - 2)
    hit = words.longest(resources.directory.title_words, start, reading)
    return hit is not None and hit.last > token.index


def title_at(reading: Reading, words: Words, token: Token, resources: Resources) -> Title | None:
    """The longest title whose words hold a token as their head ("head of state" at "head"); singular only."""
    if token.tag in {"NNS", "NNPS"}:
        return None
    directory = resources.directory
    for start in range(max(reading.sentences[token.sentence].first, token.index - 4), token.index + 1):
        hit = words.longest(directory.title_words, start, reading)
        if (
            hit is not None
            and hit.first <= token.index < hit.last
            and (token.head == token.index or not hit.first <= token.head < hit.last)
        ):
            title = directory.titles[hit.ids[0]]
            return title if title.rank != "honorific" else None
    return None


def _no_body(reading: Reading, token: Token) -> bool:
    """Whether a noun for a body is none here: "by force", "the ceasefire regime", "a state of emergency"."""
    word = token.text.lower()
    if word == "regime":
        return any(t.pos == "NOUN" for t in tree.children(reading, token.index, "compound"))
    if word == "state":
        of = complement(reading, token.index, "of")
        return of is not None and of.pos == "NOUN"
    bare = not reading.children[token.index] or all(reading.tokens[i].pos == "PUNCT" for i in reading.children[token.index])
    return word in _ABSTRACT and bare and token.dep in {"pobj", "dobj"}


def noun_at(reading: Reading, token: Token, resources: Resources) -> Noun | None:
    """The class of nouns a token belongs to, with the word before it where the two together are known."""
    if _no_body(reading, token):
        return None
    known = resources.directory.noun_words
    lemma, plain = token.lemma.lower(), token.text.lower()
    if token.index and reading.tokens[token.index - 1].sentence == token.sentence:
        before = reading.tokens[token.index - 1].text.lower()
        if (pair := known.get(f"{before} {lemma}") or known.get(f"{before} {plain}")) is not None:
            return pair
    return known.get(plain) or known.get(lemma) or (known.get(plain[:-1]) if plain.endswith("s") else None)


def _nominal(reading: Reading, words: Words, token: Token, title: Title | None, noun: Noun | None, resources: Resources) -> Mention:
    found = phrase(reading, token.index)
    plural = token.tag in {"NNS", "NNPS"} or token.text.lower() in PEOPLE or token.pos == "ADJ" or token.text.endswith(("men", "women"))
    human = title is not None or (noun is not None and not noun.collective)
    kind: ActorKind = "person" if human and not plural else noun.kind if noun is not None else "person"
    lemma = token.lemma.lower()
    gender = title.gender if title else "female" if lemma in FEMALE or lemma.endswith("woman") else "male" if lemma in MALE else None
    rule = "title-alone" if title is not None else "noun-for-people-or-body"
    return Mention(
        found.span(reading), "nominal", token.index, found.first, found.last, kind, Basis(rule), country=nation_of(reading, words, found, resources),
        title=title.id if title else None, plural=plural, gender=gender,
    )  # fmt: skip


def nation_of(reading: Reading, words: Words, found: Phrase, resources: Resources) -> str | None:
    """The country a phrase's own words give its head: by demonym, possessor, or "of" and a country."""
    head = found.head
    own = reading.tokens[head].lemma.lower() not in NOT_THE_OWNERS
    owning, of = (owner(reading, head), complement(reading, head, "of")) if own else (None, None)
    near = [t.index for t in qualifiers(reading, head)]
    near += [owning.index] if owning else []
    near += [of.index] if of else []
    said: str | None = None
    for index in near:
        start = index
        while start > found.first and reading.tokens[start - 1].head == index and reading.tokens[start - 1].dep in {"compound", "amod"}:
            start -= 1
        for begin in range(start, index + 1):
            hit = country_at(reading, words, resources, begin)
            if (
                hit is not None
                and hit[0].last > index
                and not sided(reading, hit[0].last - 1)
                and not sided(reading, begin)
                and not (begin and reading.tokens[begin - 1].text.lower() == "ethnic")
            ):
                country = resources.countries.by_id[hit[0].ids[0]]
                said = country.code if said is None or country.code in SETTLED else said
    return said


def find_pronouns(reading: Reading) -> Iterator[Mention]:
    """The personal and possessive pronouns that stand for somebody, in text order."""
    for token in reading.tokens:
        if token.tag not in {"PRP", "PRP$"} or (known := PRONOUNS.get(token.text.lower())) is None:
            continue
        if token.text == "US" or (token.text.lower() == "it" and _expletive(reading, token)):
            continue
        kind, plural, gender = known
        yield Mention(
            token.span, "pronoun", token.index, token.index, token.index + 1, kind, Basis("pronoun"), plural=plural, gender=gender
        )


def _expletive(reading: Reading, token: Token) -> bool:
    """Whether "it" stands for nothing ("it is reported that", "it was agreed to")."""
    if token.dep == "expl":
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = reading.tokens[token.head]
    below = {t.dep for t in tree.children(reading, verb.index)}
    if token.dep == "nsubjpass" and verb.lemma in _RAISING and "xcomp" in below and not below & {"ccomp", "csubj"}:
        # "it is thought to have bombed the depot": somebody is
        return False
    clause = bool(below & {"ccomp", "csubj", "xcomp"})
    return clause and (token.dep == "nsubjpass" or (verb.lemma in _EXPLETIVE and bool(below & {"acomp", "attr"} or verb.lemma != "be")))
