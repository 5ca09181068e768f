"""Parsed tokens -> the same, mended: lemmas that the lemmatiser takes for another verb's, clauses taken for phrases, branches hung on the wrong verb or noun.

Each rule moves one branch, and only where tense, agreement, order or a second doer rule the parser's own choice out.
"""

from dataclasses import replace

from onrecord.reading.parse import children_of
from onrecord.reading.reading import Token
from onrecord.reading.repairs_parts import with_parts_mended
from onrecord.resources.resources import Resources

_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "night", "morning"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_LEMMAS = {
    form: lemma
    for lemma, forms in {
        "hope": "hopes hoped hoping", "stage": "stages staged staging", "wage": "wages waged waging", "rage": "rages raged raging",
        "rape": "rapes raped raping", "fine": "fines fined fining", "snipe": "snipes sniped sniping", "shame": "shames shamed shaming",
        "slate": "slates slated slating", "rate": "rates rated rating", "site": "sited siting", "gripe": "gripes griped griping",
        "cane": "caned caning", "cordon": "cordoned cordoning", "install": "installed installing", "lambaste": "lambastes lambasted lambasting",
        "axe": "axed axing", "airdrop": "airdropped airdropping", "rearrest": "rearrested rearresting", "text": "texted texting",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Verb forms that spaCy's rules give the lemma of a shorter verb ("staged": "stag")."""
REACH = 40
"""Tokens from a verb to the verb of the clause that is its object."""
_SAYING = frozenset({"asserts", "denies", "doubts", "asks", "demands", "promises", "threatens", "accuses", "praises"})


def repaired(tokens: tuple[Token, ...], *, resources: Resources) -> tuple[Token, ...]:
    """The same tokens with some lemmas, heads and relations mended; offsets, tags and sentences stay as they are. The tokens must hold no circle."""
    tokens = _perfect_clauses(with_parts_mended(tuple(_with_lemma(t) for t in tokens)))
    children = children_of(tokens)
    tokens = _said_relatives(tokens, children, resources)
    children = children_of(tokens)
    moved: dict[int, int] = {}
    for verb in dict.fromkeys(t.head for t in tokens if t.dep == "agent" and t.head != t.index):
        moved |= _second_agent(verb, tokens, children)
    for token in tokens:
        if token.pos == "VERB" and token.lemma == "subject":
            moved |= _to_what(token, tokens, children)
        if token.dep != "ccomp" or token.head >= token.index or not _says(tokens[token.head], resources):
            continue
        above = tokens[token.head]
        below = [tokens[i] for i in children[token.index]]
        moved |= {t.index: above.index for t in _of_the_saying(above, token, below, tokens, children)}
        moved |= {t.index: above.index for t in _second_saying(above, token, below, tokens, children, resources)}
    return tuple(replace(t, head=moved[t.index]) if t.index in moved else t for t in tokens) if moved else tokens


def _with_lemma(token: Token) -> Token:
    lemma = _LEMMAS.get(token.text.lower()) if token.tag.startswith("V") else None
    return replace(token, lemma=lemma) if lemma else token


def _perfect_clauses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Denied that it had targeted civilians": a participle with a subject and "had" before it is the verb of a clause, no adjective of its object."""
    mended: dict[int, Token] = {}
    for token in tokens:
        noun = tokens[token.head]
        if token.tag != "VBN" or token.dep != "amod" or noun.index <= token.index or noun.dep != "dobj" or noun.head >= token.index:
            continue
        if token.index - noun.head > REACH:
            continue
        before = [t for t in tokens[noun.head + 1 : token.index] if t.pos != "ADV" and t.dep != "neg"]
        helper = before[-1] if before else token
        subject = next((t for t in before if t.dep in _SUBJECTS and t.head in {helper.index, token.index, noun.index}), None)
        if helper.text.lower() not in {"had", "has", "have"} or subject is None:
            continue
        own = {t.index: replace(t, head=token.index) for t in before if t.head in {helper.index, noun.index} and t.index != helper.index}
        mended |= own | {
            helper.index: replace(helper, head=token.index, dep="aux"),
            token.index: replace(token, head=noun.head, dep="ccomp", pos="VERB"),
            noun.index: replace(noun, head=token.index),
        }
    return tuple(mended.get(t.index, t) for t in tokens) if mended else tokens


def _said_relatives(tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...], resources: Resources) -> tuple[Token, ...]:
    """ "Raids that the group says killed nine": a clause of saying that begins with the subject of what is said is of the noun before it."""
    mended: dict[int, Token] = {}
    for token in tokens:
        if (
            token.dep not in {"advcl", "ccomp", "parataxis"}
            or token.tag not in _FINITE
            or token.head >= token.index
            or not _says(token, resources)
        ):
            continue
        said = next((tokens[i] for i in children[token.index] if tokens[i].dep == "ccomp" and i > token.index), None)
        who = next((tokens[i] for i in children[token.index] if tokens[i].dep in _SUBJECTS), None)
        that = next((tokens[i] for i in children[said.index] if tokens[i].dep in _SUBJECTS), None) if said is not None else None
        if who is None or that is None or that.index >= who.index or that.text.lower() not in {"that", "which", "who"}:
            continue
        noun = tokens[that.index - 1] if that.index else that
        if noun.pos == "NOUN" and noun.sentence == token.sentence and noun.index > token.head:
            mended[token.index] = replace(token, head=noun.index, dep="relcl")
    return tuple(mended.get(t.index, t) for t in tokens) if mended else tokens


def _says(token: Token, resources: Resources) -> bool:
    return token.pos == "VERB" and any(c.stance in _SAYING for c in resources.cues.of("verb", token.lemma))


def _of_the_saying(
    above: Token, clause: Token, below: list[Token], tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]
) -> list[Token]:
    """ "said on Friday it had won": a day between the verb of saying and the subject of a clause without "that" is the day of the saying."""
    subject = next((t for t in below if t.dep in _SUBJECTS), None)
    if subject is None:
        return []
    begins = _leftmost(subject, children)
    found = []
    for token in below:
        if token.index <= above.index or token.index >= begins:
            continue
        if token.dep in {"mark", "punct"} or token.text == ",":
            return []
        held = next((tokens[i] for i in children[token.index] if tokens[i].dep == "pobj"), token)
        if token.dep in {"prep", "npadvmod", "advmod"} and held.text.lower() in _DAYS:
            found.append(token)
    return found


def _second_saying(
    above: Token,
    clause: Token,
    below: list[Token],
    tokens: tuple[Token, ...],
    children: tuple[tuple[int, ...], ...],
    resources: Resources,
) -> list[Token]:
    """ "denied that it had been driven back and accused the army": a verb of saying in the tense of the one above, after a compound tense."""
    helped = any(t.dep in {"aux", "auxpass"} for t in below)
    if not helped or above.tag not in _FINITE:
        return []
    found = []
    for token in below:
        own = [tokens[i] for i in children[token.index]]
        bare = not any(t.dep in _SUBJECTS or t.dep in {"aux", "auxpass", "mark"} for t in own)
        if token.dep == "conj" and token.tag == above.tag != clause.tag and bare and _says(token, resources):
            found += [token, *(t for t in below if t.dep == "cc" and t.index == token.index - 1)]
    return found


def _second_agent(verb: int, tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]) -> dict[int, int]:
    """ "disturbed by the invasion of the islands by troops on 2 April": a verb has one doer, so the second is of the act that the first names."""
    siblings = [tokens[i] for i in children[verb]]
    first, *others = [t for t in siblings if t.dep == "agent"]
    act = next((tokens[i] for i in children[first.index] if tokens[i].dep == "pobj"), None)
    if not others or act is None or act.pos != "NOUN":
        return {}
    return {t.index: act.index for t in siblings if t.index >= others[0].index and t.dep in {"agent", "prep"}}


def _to_what(verb: Token, tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]) -> dict[int, int]:
    """ "Subjected men who had fled Oruma to torture": nobody is subjected but to something, so the "to" is the verb's."""
    own = [tokens[i] for i in children[verb.index]]
    if any(t.dep in {"prep", "dative"} and t.lemma == "to" for t in own):
        return {}
    clauses = [i for t in own if t.dep == "dobj" for i in children[t.index] if tokens[i].dep in {"relcl", "acl"}]
    found = [i for clause in clauses for i in children[clause] if tokens[i].dep == "prep" and tokens[i].lemma == "to"]
    return {found[-1]: verb.index} if found else {}


def _leftmost(token: Token, children: tuple[tuple[int, ...], ...]) -> int:
    """The first token of a branch, by its first children alone."""
    here = token.index
    while children[here] and children[here][0] < here:
        here = children[here][0]
    return here
