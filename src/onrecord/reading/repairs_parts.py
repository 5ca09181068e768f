"""Parsed tokens -> the same, with words that a small parser takes for another part of speech told apart: "Requests the Panel to ...", "shot dead a boy".

Each rule mends one shape that English does not allow as it was parsed (a noun with an object, a verb joined to a noun), and nothing else.
"""

from dataclasses import replace

from onrecord.reading.reading import Token
from onrecord.reading.repairs_joined import HELPERS, SUBJECTS, Under, after_infinitive, claimed, joined_infinitive

REACH = 60
"""Words from one to what hangs on it at most."""
_STANCES = frozenset(
    {
        "welcome", "hail", "applaud", "praise", "laud", "salute", "condemn", "denounce", "deplore", "decry", "criticise", "criticize", "reject", "regret",
        "support", "back", "endorse", "violate", "breach", "break", "honour", "honor", "respect", "implement", "sign", "celebrate", "commend", "recall",
    }
)  # fmt: skip
"""Verbs that take a noun and never a bare clause: "welcomed the truce signed in Doha" has no clause."""
_OPERATIVE = frozenset(
    {
        "request", "demand", "urge", "call", "authorize", "authorise", "welcome", "note", "express", "stress", "emphasize", "emphasise", "affirm",
        "reaffirm", "reiterate", "recall", "condemn", "deplore", "encourage", "invite", "commend", "appeal", "decide", "endorse", "support", "extend",
        "renew", "approve", "direct", "instruct", "remind", "underline", "underscore", "acknowledge", "regret", "reject", "denounce", "proclaim",
    }
)  # fmt: skip
"""Verbs that open the paragraphs of resolutions, without a subject of their own."""
_SPEECH = _OPERATIVE | {"repeat", "ask", "warn", "thank", "deny", "insist", "remain"} - {"extend", "direct"}
_DUE_TO = frozenset(
    {
        "host",
        "visit",
        "attend",
        "address",
        "chair",
        "sign",
        "release",
        "launch",
        "hold",
        "meet",
        "open",
        "leave",
        "begin",
        "resume",
        "stage",
    }
)
_UNNAMED_DUE = frozenset({"delay", "lack", "loss", "failure", "rise", "fall", "drop", "shortage", "closure", "increase", "damage", "cut", "death", "it", "this", "that"})  # fmt: skip
"""What is due to a cause, and is not due to do anything."""


def with_parts_mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The same tokens with some tags, heads and relations mended; offsets and sentences stay as they are."""
    mended: dict[int, Token] = {}
    under = _hanging(tokens)
    for token in tokens:
        if token.index in mended:
            continue
        for rule in _RULES:
            if found := rule(token, tokens, under):
                mended |= found
                break
    return tuple(mended.get(t.index, t) for t in tokens) if mended else tokens


def _hanging(tokens: tuple[Token, ...]) -> Under:
    """The tokens that hang on one, within some words of it."""
    on: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head != token.index and -REACH <= token.index - token.head < REACH:
            on.setdefault(token.head, []).append(token)
    return lambda head: on.get(head.index, [])


def _operative_verb(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Requests the Panel to report", "Reaffirms its support": a verb in -s that opens a sentence and has an object or a clause is no noun and no command."""
    if token.head != token.index or token.tag not in ("NNS", "VB", "NNPS") or not token.text.lower().endswith("s"):
        return {}
    lemma = token.lemma.lower()
    lemma = lemma if lemma in _OPERATIVE else lemma.removesuffix("s")
    if lemma not in _OPERATIVE:
        return {}
    below = under(token)
    if any(t.index < token.index and t.dep not in ("meta", "punct", "advmod", "nummod", "dep", "cc") for t in below):
        return {}
    held = [t for t in below if t.index > token.index]
    clause = next((t for t in held if t.dep in ("acl", "relcl", "ccomp") and any(m.dep == "mark" for m in under(t))), None)
    if clause is None and not any(t.dep in ("dobj", "xcomp", "ccomp") for t in held):
        return {}
    moved = {token.index: replace(token, pos="VERB", tag="VBZ", lemma=lemma)}
    return moved | ({clause.index: replace(clause, dep="ccomp")} if clause is not None else {})


def _verb_in_s(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "The republic reserves the right": a noun in -s that has an object is a verb, and the noun before it its subject."""
    if token.tag != "NNS" or token.head != token.index:
        return {}
    below = under(token)
    subject = next((t for t in below if t.index == token.index - 1 and t.dep == "compound" and t.tag in ("NN", "NNP")), None)
    held = next((t for t in below if t.dep == "dobj" and t.index > token.index), None)
    if subject is None or held is None:
        return {}
    moved = {
        token.index: replace(token, pos="VERB", tag="VBZ", lemma=_stem(token)),
        subject.index: replace(subject, dep="nsubj"),
    }
    for other in below:
        if other.index < subject.index and other.dep in ("det", "poss", "amod", "compound", "nmod", "nummod"):
            moved[other.index] = replace(other, head=subject.index)
    return moved


def _second_speech(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "We fear that these will not be the last, and repeat our call": after a comma, a second verb of speech is of who spoke first, not of the clause."""
    clause = tokens[token.head]
    above = tokens[clause.head]
    if token.dep != "conj" or token.tag not in ("VB", "VBP") or token.lemma.lower() not in _SPEECH or clause.dep != "ccomp":
        return {}
    apart = token.index >= 2 and tokens[token.index - 1].dep == "cc" and tokens[token.index - 2].text == ","
    if not apart or above.tag != "VBP" or above.index >= clause.index or not any(t.tag == "MD" for t in under(clause)):
        return {}
    if any(t.dep in SUBJECTS or t.dep in HELPERS for t in under(token)):
        return {}
    joint = tokens[token.index - 1]
    return {token.index: replace(token, head=above.index, tag="VBP"), joint.index: replace(joint, head=above.index)}


def _stem(token: Token) -> str:
    """The verb that a form in -s, tagged as a noun, is of."""
    small = token.text.lower()
    return token.lemma.lower() if token.lemma.lower() != small else small.removesuffix("s")


def _joined_participle(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Looted the store and abducted two nurses": a noun that is joined to a verb is the object of the participle before it."""
    above = tokens[token.head]
    if token.dep != "conj" or token.pos not in ("NOUN", "PROPN") or above.tag not in ("VBD", "VBZ", "VBP") or above.index >= token.index:
        return {}
    below = under(token)
    verb = next((t for t in below if t.tag in ("VBN", "VBD") and t.dep in ("amod", "nmod") and t.index < token.index), None)
    if verb is None or above.tag != "VBD" or tokens[verb.index - 1].dep not in ("cc", "punct", "advmod"):
        return {}
    return {
        verb.index: replace(verb, head=above.index, dep="conj", pos="VERB", tag="VBD"),
        token.index: replace(token, head=verb.index, dep="dobj"),
    }


def _shot_dead(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Soldiers shot dead a boy": "shot" before "dead" is a verb, and what follows its object."""
    if (
        token.dep == "amod"
        and token.text.lower() == "dead"
        and token.index
        and tokens[token.index - 1].tag == "VBD"
        and tokens[token.index - 1].text.lower() == "shot"
    ):
        return {token.index: replace(token, head=token.index - 1, dep="oprd")}
    if token.text.lower() != "shot" or not token.tag.startswith("NN") or token.index + 1 >= len(tokens):
        return {}
    dead = tokens[token.index + 1]
    if dead.text.lower() != "dead" or dead.sentence != token.sentence:
        return {}
    root = dead.head == dead.index or dead.head == token.index
    head, dep = (token.index, "ROOT") if root else (dead.head, dead.dep)
    moved = {
        token.index: replace(token, pos="VERB", tag="VBD", lemma="shoot", head=head, dep=dep),
        dead.index: replace(dead, head=token.index, dep="oprd"),
    }
    for other in under(dead) + under(token):
        if other.index not in moved:
            moved[other.index] = replace(
                other, head=token.index, dep="nsubj" if other.dep in ("compound", "nmod") and other.index < token.index else other.dep
            )
    after = tokens[dead.index + 1 : dead.index + 12]
    known = any(t.dep == "dobj" and t.index > dead.index for t in moved.values())
    objects = (
        t
        for t in after
        if t.dep in ("dobj", "attr", "appos", "npadvmod") and t.pos in ("NOUN", "PROPN", "NUM", "PRON") and t.head <= dead.index
    )
    if not known and (held := next(objects, None)) is not None:
        moved[held.index] = replace(held, head=token.index, dep="dobj")
    return moved


def _clause_after_stance(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Welcomed the truce signed in Doha": a participle without helper is no clause; its subject is what is welcomed."""
    above = tokens[token.head]
    if token.dep != "ccomp" or token.tag not in ("VBN", "VBD") or above.lemma.lower() not in _STANCES or above.index >= token.index:
        return {}
    below = under(token)
    subject = next((t for t in below if t.dep in SUBJECTS and above.index < t.index < token.index), None)
    if (
        subject is None
        or any(t.dep in HELPERS for t in below)
        or subject.pos not in ("NOUN", "PROPN")
        or any(t.dep == "dobj" for t in below)
    ):
        return {}
    return {
        subject.index: replace(subject, head=above.index, dep="dobj"),
        token.index: replace(token, head=subject.index, dep="acl", tag="VBN"),
    }


def _due_to_do(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Is due to host talks": somebody who is due to do a thing, where the parser reads a cause ("due to host failure")."""
    if token.dep != "compound" or token.text.lower() not in _DUE_TO or token.index < 2:
        return {}
    to, due = tokens[token.index - 1], tokens[token.index - 2]
    noun = tokens[token.head]
    if (to.text.lower(), due.text.lower()) != ("to", "due") or noun.dep != "pobj" or noun.head != to.index or due.dep != "acomp":
        return {}
    subject = next((t for t in under(tokens[due.head]) if t.dep in SUBJECTS), None)
    if subject is None or subject.lemma.lower() in _UNNAMED_DUE:
        return {}
    return {
        token.index: replace(token, head=due.index, dep="xcomp", pos="VERB", tag="VB", lemma=token.text.lower()),
        to.index: replace(to, head=token.index, dep="aux", pos="PART", tag="TO"),
        noun.index: replace(noun, head=token.index, dep="dobj"),
    }


_RULES = (
    _operative_verb,
    _verb_in_s,
    _second_speech,
    _joined_participle,
    _shot_dead,
    _clause_after_stance,
    _due_to_do,
    joined_infinitive,
    after_infinitive,
    claimed,
)
