"""Third-person pronouns -> entities: by number, gender and kind, then by how near and how salient (after Lappin and Leass 1994)."""

from dataclasses import dataclass

from onrecord.reading import tree
from onrecord.reading.coreference_content import sayers
from onrecord.reading.coreference_entities import Entities, Entity
from onrecord.reading.reading import Mention, Token

WINDOW = 3
"""Sentences back to which a pronoun may reach."""
MOST = 60
"""Mentions looked at for one pronoun."""
RECENCY, SUBJECT, OBJECT, PARALLEL, NAMED, FIRST, SAYER = 3.0, 2.0, 0.8, 0.7, 0.5, 0.4, 4.0
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "agent"})
_SPEECH = frozenset(
    {
        "say",
        "tell",
        "add",
        "announce",
        "warn",
        "declare",
        "deny",
        "claim",
        "state",
        "accuse",
        "condemn",
        "urge",
        "ask",
        "demand",
        "call",
        "reject",
        "promise",
        "threaten",
        "agree",
        "vow",
        "pledge",
        "offer",
    }
)
"""Verbs whose subject is somebody, so that "it" is no thing there."""


_OF_THINGS = frozenset(
    {"deny", "confirm", "admit", "verify", "violate", "breach", "break", "sign", "ratify", "implement", "honour", "honor", "observe", "uphold",
     "publish", "say", "claim", "announce", "cancel", "postpone", "scrap", "renew", "extend"}
)  # fmt: skip
"""Verbs whose object, where it is "it", is what is said, agreed or done, and nobody."""
_PAPERS = frozenset(
    {"letter", "statement", "note", "report", "leaflet", "message", "document", "petition", "resolution", "communique", "declaration"}
)
"""Papers, the only things that speak."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    entity: Entity | None
    token: Token
    score: float


def link_pronouns(entities: Entities) -> None:
    """Every third-person pronoun in the entity it most likely stands for; one that fits nobody stays alone."""
    quoted = _quoted(entities)
    for index, mention in enumerate(entities.mentions):
        if mention.form != "pronoun" or entities.token(index).text.lower()[:2] in {"i", "me", "my", "we", "us", "ou", "yo", "mi"}:
            continue
        found = _antecedent(entities, index, mention, quoted)
        if found is not None:
            entities.add(found, index)


def _quoted(entities: Entities) -> list[int]:
    """For each token the number of the quotation it stands in, 0 outside; a quotation ends at the latest with its block."""
    found: list[int] = []
    number, inside, text, last = 0, False, entities.reading.document.text, 0
    for token in entities.reading.tokens:
        if inside and "\n\n" in text[last : token.start]:
            inside = False
        last = token.end
        if token.text in {'"', "“", "”", "„", "«", "»", "``", "''"}:
            closing = token.text in {"”", "»"} or (token.text in {'"', "''"} and inside)
            inside = not closing
            number += int(inside)
            found.append(0)
            continue
        found.append(number if inside else 0)
    return found


def _antecedent(entities: Entities, index: int, mention: Mention, quoted: list[int]) -> Entity | None:
    here = entities.token(index)
    if here.text.lower() == "it" and here.dep == "dobj" and entities.reading.tokens[here.head].lemma in _OF_THINGS:
        return None
    candidates = _candidates(entities, index, mention, here, quoted)
    if mention.kind == "unknown" and not mention.plural:
        candidates += _things(entities, here)
    best = max(candidates, key=lambda c: (c.score, c.token.index), default=None)
    return best.entity if best is not None else None


def _candidates(entities: Entities, index: int, mention: Mention, here: Token, quoted: list[int]) -> list[_Candidate]:
    found = []
    barred = _clause_subject(entities, here)
    around = entities.mentions[barred[1]] if barred else None
    sayer, accuser = sayers(entities, here)
    for other in range(index - 1, max(-1, index - MOST), -1):
        token = entities.token(other)
        if here.sentence - token.sentence > WINDOW:
            break
        entity = entities.of.get(other)
        if (
            entity is None
            or (barred is not None and entity is barred[0])
            or (accuser is not None and entity is entities.of.get(accuser))
            or not _agrees(mention, entity, entities.mentions[other])
            or _bound(entities, here, token, other)
        ):
            continue
        if around is not None and around.first <= token.index < around.last:
            continue
        if quoted[here.index] and not quoted[token.index] and _says(entities, token, here, quoted):
            continue
        score = _salience(entities, here, token, entities.mentions[other])
        score -= 1.0 if quoted[token.index] != quoted[here.index] and quoted[token.index] else 0.0
        score += SAYER if other == sayer and quoted[token.index] == quoted[here.index] else 0.0
        found.append(_Candidate(entity, token, score))
    return found


def _clause_subject(entities: Entities, here: Token) -> tuple[Entity, int] | None:
    """The subject of a pronoun's own clause, which the pronoun as its object cannot be, and its mention."""
    if here.tag != "PRP" or here.dep in _SUBJECTS or here.text.lower().endswith(("self", "selves")):
        return None
    above = entities.reading.tokens[here.head]
    verb = above.head if above.dep == "prep" else above.index
    subject = tree.child(entities.reading, verb, "nsubj", "nsubjpass")
    index = entities.by_head.get(subject.index, -1) if subject is not None else -1
    return (entities.of[index], index) if index in entities.of else None


def _agrees(mention: Mention, entity: Entity, other: Mention) -> bool:
    """Whether number, gender and kind allow it."""
    if mention.kind == "person":
        return entity.person and not (entity.genders and mention.gender not in entity.genders)
    if mention.plural:
        several = (
            entity.plural
            or other.plural
            or bool(entity.kinds & {"group", "population", "armed_force", "organization", "party", "government"})
        )
        return several and "person" not in entity.kinds
    return entity.body and not entity.plural and "person" not in entity.kinds


def _bound(entities: Entities, here: Token, token: Token, other: int) -> bool:
    """Whether a mention's phrase holds the pronoun."""
    mention = entities.mentions[other]
    return mention.first <= here.index < mention.last or any(t.index == token.index for t in _few_ancestors(entities, here))


def _few_ancestors(entities: Entities, here: Token) -> list[Token]:
    found: list[Token] = []
    for token in tree.ancestors(entities.reading, here.index):
        if token.pos in {"VERB", "AUX"} or len(found) > 6:
            break
        found.append(token)
    return found


def _says(entities: Entities, token: Token, here: Token, quoted: list[int]) -> bool:
    """Whether a token is the speaker of the quotation a pronoun stands in: subject of a speech verb right beside it."""
    verb = entities.reading.tokens[token.head]
    return token.dep in _SUBJECTS and verb.lemma in _SPEECH and abs(here.sentence - token.sentence) <= 1


def _salience(entities: Entities, here: Token, token: Token, mention: Mention) -> float:
    score = RECENCY * (1.0 - (here.sentence - token.sentence) / (WINDOW + 1))
    role = token.dep
    if role == "conj":
        role = entities.reading.tokens[token.head].dep
    score += SUBJECT if role in _SUBJECTS else OBJECT if role in _OBJECTS else 0.0
    score += PARALLEL if role in _SUBJECTS and here.dep in _SUBJECTS else 0.0
    score -= 1.0 if role == "poss" else 0.0
    score += NAMED if mention.form == "name" else 0.0
    first = entities.reading.sentences[token.sentence].first
    score += FIRST if token.index - first < 6 else 0.0
    if here.sentence == token.sentence and here.tag == "PRP$" and entities.reading.tokens[here.head].head == token.head:
        score += 1.0
    return score - (here.index - token.index) * 0.005


def _things(entities: Entities, here: Token) -> list[_Candidate]:
    """Singular things that "it" may stand for, so that it is not forced on somebody."""
    tokens = entities.reading.tokens
    speaks = here.dep in _SUBJECTS and tokens[here.head].lemma in _SPEECH
    first = entities.reading.sentences[max(0, here.sentence - 1)].first
    found = []
    for token in tokens[max(first, here.index - MOST * 2) : here.index]:
        if token.pos != "NOUN" or token.tag == "NNS" or token.index in entities.by_head or token.dep not in _SUBJECTS | _OBJECTS:
            continue
        if speaks and token.lemma.lower() not in _PAPERS:
            continue
        if token.head == here.head or (here.tag == "PRP$" and here.head == token.index):
            continue
        score = RECENCY * (1.0 - (here.sentence - token.sentence) / (WINDOW + 1))
        score += SUBJECT if token.dep in _SUBJECTS else OBJECT
        score += 0.7 if speaks else -0.3
        found.append(_Candidate(None, token, score - (here.index - token.index) * 0.005))
    return found
