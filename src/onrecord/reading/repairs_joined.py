"""Parsed verbs joined to the wrong verb, and claims parted from what is claimed -> the same, hung where English has them."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.reading.reading import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
HELPERS = frozenset({"aux", "auxpass", "mark", "neg"})
Under = Callable[[Token], list[Token]]
"""A token -> those that hang on it, within some words of it."""


def joined_infinitive(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Vowed to free the crew, lift the siege and pay": a bare verb is joined to the infinitive before it, not to the finite verb above that."""
    above = tokens[token.head]
    if token.dep not in ("conj", "advcl") or token.tag not in ("VB", "VBP") or above.index >= token.index or not above.tag.startswith("VB"):
        return {}
    below = under(above)
    helpers = [t for t in below if t.dep in ("aux", "auxpass")]
    finite = above.tag in ("VBD", "VBZ") or (bool(helpers) and helpers[0].tag in ("VBD", "VBZ", "VBP"))
    plain = token.tag == "VB" or above.tag == "VBD" or any(t.tag in ("VBZ", "VBD") for t in helpers) or above.tag == "VBZ"
    if not finite or not plain or any(t.dep in SUBJECTS | HELPERS or t.tag in ("WRB", "WDT", "WP") for t in under(token)):
        return {}
    goal = next((t for t in reversed(below) if t.dep in ("xcomp", "ccomp") and above.index < t.index < token.index and t.tag == "VB"), None)
    if goal is None or not any(t.tag == "TO" for t in under(goal)):
        return {}
    if any(t.dep in ("conj", "advcl") and t.index < token.index and t.index > goal.index and t.tag not in ("VB", "VBP") for t in below):
        return {}
    return {token.index: replace(token, head=goal.index, dep="conj", tag="VB")}


_DENIALS = frozenset({"deny", "reject", "accuse", "say", "add", "insist", "warn", "claim", "condemn", "blame", "vow", "pledge", "call", "urge", "dismiss", "describe"})  # fmt: skip


def after_infinitive(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Ordered them to leave and burned the huts": a past verb is not joined to an infinitive, but to the finite verb above; one of speech, to who spoke."""
    above = tokens[token.head]
    if token.dep != "conj" or token.tag != "VBD" or above.tag != "VB" or above.index >= token.index:
        return {}
    helped = any(t.dep in SUBJECTS | HELPERS for t in under(token))
    if helped or not any(t.tag == "TO" for t in under(above)) or any(t.dep == "auxpass" for t in under(above)):
        return {}
    here, steps, speech = above, 0, token.lemma.lower() in _DENIALS
    while steps < 5 and here.head != here.index:
        here, steps = tokens[here.head], steps + 1
        if here.tag == "VBD" or (here.tag == "VBN" and not speech and any(t.text.lower() == "had" for t in under(here))):
            break
    if here.tag not in ("VBD", "VBN") or here.index >= above.index or here.pos != "VERB":
        return {}
    joint = tokens[token.index - 1]
    moved = {token.index: replace(token, head=here.index)}
    return moved | ({joint.index: replace(joint, head=here.index)} if joint.dep == "cc" and joint.head == above.index else {})


_CLAIMS = frozenset({"allegations", "allegation", "rumours", "rumors", "accusations", "accusation", "claims", "suspicions"})


def claimed(token: Token, tokens: tuple[Token, ...], under: Under) -> dict[int, Token]:
    """ "Was \"aware of allegations\" that troops fired": a clause right behind a claim, marks apart, is what is claimed."""
    above = tokens[token.head]
    if token.dep != "ccomp" or above.lemma.lower() != "be" or above.index >= token.index:
        return {}
    opener = next((t for t in under(token) if t.dep == "mark" and t.text.lower() == "that"), None)
    if opener is None or opener.index < 2:
        return {}
    before = opener.index - 1
    while before > above.index and tokens[before].dep == "punct":
        before -= 1
    noun = tokens[before]
    if noun.text.lower() not in _CLAIMS or noun.dep != "pobj" or not any(t.dep == "acomp" for t in under(above)):
        return {}
    return {token.index: replace(token, head=noun.index, dep="acl")}
