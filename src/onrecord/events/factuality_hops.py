"""A predicate -> the word that governs it and the frames by which it hangs there: one hop up the tree."""

from dataclasses import dataclass, replace

from onrecord.events.arguments_subjects import REACHING, SPOKEN
from onrecord.events.factuality_clause import is_infinitive, opener_of, provided
from onrecord.events.factuality_negation import subject
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Markers, Signature
from onrecord.statements.grounds import missing_ground

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "each", "every", "such"})
TOP = frozenset({"ROOT", "parataxis", "dep", "meta", "intj", "punct", "discourse"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "pcomp"})
WH = frozenset({"WRB", "WP", "WDT"})


@dataclass(frozen=True, slots=True)
class Hop:
    """The governing token, the frames to look up in order, and the kind of link where no signature is found."""

    governor: Token
    frames: tuple[str, ...]
    kind: str
    word: Token | None = None


def indefinite(reading: Reading, noun: Token) -> bool:
    """Whether a noun phrase names no known thing: "a", "any", "no" or a bare noun, without possessor."""
    if noun.pos == "PROPN":
        return False
    found = children(reading, noun.index, "det", "poss")
    return not any(t.dep == "poss" or t.text.lower() in DEFINITE for t in found)


def lemma_keys(reading: Reading, token: Token) -> list[str]:
    """The lexicon keys of a governor, particle verbs and "say no" first ("call off", "call")."""
    lemma = token.lemma.lower()
    keys = [
        f"{lemma} {t.text.lower()}"
        for t in children(reading, token.index, "prt", "prep", "advmod", "intj")
        if t.dep in ("prt", "intj") or t.tag in ("RP", "IN", "RB")
    ]
    return [*keys, lemma, *(f for f in _unbent(token.text.lower()) if f != lemma)]


def _unbent(word: str) -> list[str]:
    """Forms a word may be bent from, for where the parser's lemma is wrong ("hopes" as of "hop")."""
    endings = (("s", ""), ("d", ""), ("ing", "e"), ("ing", ""), ("ed", ""))
    return [word[: -len(end)] + put for end, put in endings if word.endswith(end) and len(word) > len(end) + 2]


def signature_of(reading: Reading, hop: Hop, markers: Markers) -> Signature | None:
    """The lexicon's signature of a hop's governor in the first of its frames that has one."""
    pos = {"PROPN": "NOUN", "AUX": "VERB"}.get(hop.governor.pos, hop.governor.pos)
    for key in lemma_keys(reading, hop.governor):
        for frame in hop.frames:
            if found := markers.governors.get((pos, key, frame)):
                return found
    return None


def past_object(reading: Reading, hop: Hop, markers: Markers) -> Hop | None:
    """The same hop from the verb above, where a phrase hung on the verb's object belongs to the verb ("acquitted the man of murder")."""
    noun = hop.governor
    verb = reading.tokens[noun.head]
    if (
        hop.kind in ("prepositional", "gerund")
        and hop.word is not None
        and noun.dep in ("dobj", "nsubjpass", "pobj", "dative")
        and verb.pos == "VERB"
    ):
        above = Hop(verb, hop.frames, hop.kind, hop.word)
        return above if signature_of(reading, above, markers) else None
    return None


def beside_object(reading: Reading, hop: Hop, markers: Markers) -> Hop | None:
    """The same hop from the noun just before the preposition, where the parser hung its phrase on the verb ("offered a reward for")."""
    if hop.kind not in ("prepositional", "gerund") or hop.word is None or hop.governor.pos != "VERB" or not hop.word.index:
        return None
    noun = reading.tokens[hop.word.index - 1]
    if noun.pos != "NOUN" or noun.head != hop.governor.index or noun.dep not in ("dobj", "nsubjpass", "attr"):
        return None
    beside = Hop(noun, hop.frames, hop.kind, hop.word)
    bound = hop.word.text.lower() in ("on", "of", "for") and ("NOUN", noun.lemma.lower(), "obligation-of") in markers.governors
    return beside if bound or signature_of(reading, beside, markers) is not None else None


def hop_of(reading: Reading, token: Token, markers: Markers) -> Hop | None:
    """One hop up from a predicate; None at the top of its sentence. What somebody is called or visited to be told has a frame of its own."""
    hop = _hop_of(reading, token, markers)
    if hop is None or hop.kind not in ("inf", "purpose") or hop.governor.lemma not in REACHING or token.lemma not in SPOKEN:
        return hop
    return replace(hop, frames=("to-say", *hop.frames))


def _hop_of(reading: Reading, token: Token, markers: Markers) -> Hop | None:
    head = reading.tokens[token.head]
    if token.head == token.index or token.dep in TOP:
        return None
    if token.dep in CLAUSES:
        hop = _clause(reading, token, head, markers)
        return None if _beside(reading, token, hop) and signature_of(reading, hop, markers) is None else hop
    if token.dep == "advcl":
        return _adverbial(reading, token, head, markers)
    if token.dep in ("acl", "relcl"):
        return _noun_clause(reading, token, head, markers)
    if token.dep == "pobj":
        return _prepositional(reading, token, head)
    if token.dep in ("dobj", "dative", "attr", "oprd", "nsubjpass", "obj"):
        copular = head.lemma.lower() == "be" and token.dep == "attr"
        frames = ("object",) if not indefinite(reading, token) else ("indefinite", "object")
        return Hop(head, () if copular else frames, "copular" if copular else "object")
    if token.dep == "nsubj":
        return _subject(reading, token, head, markers)
    if token.dep == "acomp":
        return Hop(head, (), "copular")
    if token.dep in ("compound", "nmod") and head.pos in ("NOUN", "PROPN"):
        return Hop(head, ("compound",), "compound")
    return Hop(head, (), "aside")


def _beside(reading: Reading, token: Token, hop: Hop) -> bool:
    """Whether a clause only stands before another, with a comma or dash between, and nothing opens it."""
    return token.dep == "ccomp" and hop.kind == "that" and token.index < hop.governor.index and opener_of(reading, token) is None


def _clause(reading: Reading, token: Token, head: Token, markers: Markers) -> Hop:
    if token.dep == "pcomp":
        return _after_preposition(reading, token, head, markers)
    opener = opener_of(reading, token)
    if provided(reading, head, markers):
        return Hop(head, (), "adverbial", head)
    governor = _predicate_of_copula(reading, token, head)
    if is_infinitive(reading, token):
        if governor.lemma.lower() == "be" and governor.pos in ("AUX", "VERB") and token.dep in ("xcomp", "ccomp"):
            return _arrangement(reading, governor, markers)
        if ("VERB", governor.lemma.lower(), "inf") not in markers.governors and (
            noun := _noun_before(reading, token, head, markers)
        ) is not None:
            return Hop(noun, ("inf",), "inf", noun)
        passive = governor.pos in ("VERB", "AUX") and bool(children(reading, governor.index, "auxpass"))
        first = ("passive-inf",) if passive else ("going-to",) if governor.text.lower() in ("going", "gon") else ()
        return Hop(governor, (*first, "inf"), "inf", governor)
    if opener is not None and (opener.text.lower() in ("whether", "if") or opener.tag in WH):
        asked = "whether" if opener.tag not in WH else "wh"
        return Hop(governor, ("fiction", asked) if fictional(reading, governor) else (asked,), "whether", opener)
    if token.tag == "VBG" and not children(reading, token.index, "aux"):
        return Hop(governor, ("fiction", "ing") if fictional(reading, governor) else ("ing",), "gerund", governor)
    bare = token.tag == "VB" and not children(reading, token.index, "aux")
    if bare and token.dep == "xcomp":
        return Hop(governor, ("bare", "inf"), "bare", governor)
    if bare:
        with_that = any(t.dep == "mark" for t in children(reading, token.index)) or subject(reading, token.index) is not None
        return Hop(governor, ("subjunctive", "bare", "inf") if with_that else ("bare", "inf"), "bare", governor)
    if token.dep == "xcomp" and token.pos != "VERB":
        return Hop(governor, ("object",), "copular", governor)
    passive = token.dep == "xcomp" and token.tag == "VBN"
    return Hop(governor, ("fiction", "that") if fictional(reading, governor) else ("object",) if passive else ("that",), "that", governor)


def _after_preposition(reading: Reading, token: Token, head: Token, markers: Markers) -> Hop:
    """The hop of a gerund or clause after a preposition."""
    opener = opener_of(reading, token)
    governor = _above_preposition(reading, head)
    if opener is not None and opener.text.lower() in ("whether", "if"):
        return Hop(governor, ("whether",), "whether", opener)
    if (compound := _compound_opener(reading, head, markers)) is not None:
        return Hop(governor, (), "gerund", compound)
    word = head.text.lower()
    return Hop(governor, (f"{word}-ing", word, *(("ing",) if word in ("to", "of", "from", "on", "about") else ())), "gerund", head)


def _compound_opener(reading: Reading, preposition: Token, markers: Markers) -> Token | None:
    """The first word of a compound opener that decides: "instead of", "rather than", "far from"."""
    if preposition.text.lower() not in ("of", "than", "from"):
        return None
    beside = [t for t in (reading.tokens[preposition.head], *children(reading, preposition.index, "advmod")) if t.index < preposition.index]
    for word in beside:
        found = markers.subordinators.get(word.text.lower()) if word.pos in ("ADV", "SCONJ", "ADP") else None
        if found is not None and found.effect == "not":
            return word
    return None


def _arrangement(reading: Reading, be: Token, markers: Markers) -> Hop:
    """The governor of "is to address": the subject where it is a plan or a duty ("the aim is to leave"), else the arrangement itself."""
    who = subject(reading, be.index)
    if who is not None and who.pos == "NOUN" and ("NOUN", who.lemma.lower(), "inf") in markers.governors:
        return Hop(who, ("inf",), "inf", who)
    return Hop(be, (), "be-to", be)


def fictional(reading: Reading, governor: Token) -> bool:
    """Whether a verb's subject is a work of fiction."""
    who = subject(reading, governor.index)
    return who is not None and who.lemma.lower() in FICTION


FICTION = frozenset(
    {"film", "movie", "novel", "drama", "series", "sitcom", "opera", "play", "game", "videogame", "comic", "cartoon", "thriller", "fable"}
)


def _predicate_of_copula(reading: Reading, token: Token, head: Token) -> Token:
    """The adjective or noun of "it is likely that", for a clause that hangs on the "is"."""
    if head.lemma.lower() in ("be", "seem", "appear", "become", "remain", "make", "deem") and token.dep != "attr":
        found = next((t for t in children(reading, head.index, "acomp", "attr", "oprd") if t.index < token.index), None)
        return found or head
    return head


def _above_preposition(reading: Reading, preposition: Token) -> Token:
    above = reading.tokens[preposition.head]
    for _ in range(3):
        if above.dep not in ("prep", "pcomp", "agent") or above.pos not in ("ADP", "SCONJ"):
            break
        above = reading.tokens[above.head]
    if above.pos == "ADV" and above.dep == "advmod":
        above = reading.tokens[above.head]
    return _predicate_of_copula(reading, preposition, above) if above.index < preposition.index else above


def _adverbial(reading: Reading, token: Token, head: Token, markers: Markers) -> Hop:
    if is_infinitive(reading, token):
        noun = _noun_before(reading, token, head, markers)
        return Hop(noun, ("inf",), "inf", noun) if noun else Hop(head, ("inf",), "purpose", head)
    return Hop(head, (), "adverbial", opener_of(reading, token))


def _noun_before(reading: Reading, token: Token, head: Token, markers: Markers) -> Token | None:
    """The noun just before a to-infinitive that takes one ("foiled a plot to bomb"), where the parser hung it on the verb."""
    found = [t for t in children(reading, head.index, "dobj", "attr", "nsubjpass", "nsubj", "pobj") if t.index < token.index]
    return next((t for t in reversed(found) if t.pos == "NOUN" and ("NOUN", t.lemma.lower(), "inf") in markers.governors), None)


def _noun_clause(reading: Reading, token: Token, head: Token, markers: Markers) -> Hop:
    if is_infinitive(reading, token):
        before = reading.tokens[head.index - 1] if head.index else head
        if head.text.lower() == "order" and before.text.lower() == "in":
            return Hop(head, (), "purpose", head)
        return Hop(head, ("inf",), "inf", head)
    if (head.pos, head.lemma.lower(), "that") in markers.governors:
        after = reading.tokens[head.index + 1]
        named = reading.tokens[after.index + 1].pos in ("PROPN", "DET", "PRON") if after.index + 1 < len(reading.tokens) else False
        own_subject = after.dep in ("nsubj", "nsubjpass") and after.head == token.index and not named
        marked = any(t.dep == "mark" and t.text.lower() == "that" for t in children(reading, token.index))
        if marked or (after.text.lower() == "that" and not own_subject):
            return Hop(head, ("that",), "that", head)
    if (claim := _claim_before(reading, token, head, markers)) is not None:
        return Hop(claim, ("that",), "that", claim)
    return Hop(head, (), "relative")


def _claim_before(reading: Reading, token: Token, head: Token, markers: Markers) -> Token | None:
    """The claim whose clause the parser hung on the claimant ("accusations by Azerbaijan that its forces shelled the town")."""
    if not any(t.text.lower() == "that" and t.dep == "mark" for t in children(reading, token.index)):
        return None
    preposition = reading.tokens[head.head]
    noun = reading.tokens[preposition.head]
    made_by = head.dep == "pobj" and preposition.text.lower() in ("by", "from", "of") and noun.pos == "NOUN"
    return noun if made_by and (noun.pos, noun.lemma.lower(), "that") in markers.governors else None


def _prepositional(reading: Reading, token: Token, preposition: Token) -> Hop:
    governor, word = _above_preposition(reading, preposition), preposition.text.lower()
    outer = reading.tokens[preposition.head]
    if preposition.dep == "agent":
        return Hop(governor, ("subject",), "subject", preposition)
    if outer.pos in ("ADP", "SCONJ") and preposition.dep in ("prep", "pcomp"):
        preposition = outer
    frames = [word]
    if governor.lemma.lower() in ("event", "case") and word == "of" and reading.tokens[governor.head].text.lower() == "in":
        frames.insert(0, "in-of")
    return Hop(governor, tuple(frames), "prepositional", preposition)


def _subject(reading: Reading, token: Token, head: Token, markers: Markers) -> Hop:
    """A subject's governor: past a raising verb to its infinitive ("seemed to begin"), past a copula to its adjective."""
    below = child(reading, head.index, "xcomp")
    if below is not None and is_infinitive(reading, below) and ("VERB", below.lemma.lower(), "subject") in markers.governors:
        return Hop(below, ("subject",), "subject", below)
    adjective = child(reading, head.index, "acomp") if head.lemma.lower() == "be" else None
    if adjective is not None and ("ADJ", adjective.lemma.lower(), "subject") in markers.governors:
        return Hop(adjective, ("subject",), "subject", adjective)
    noun = child(reading, head.index, "attr") if head.lemma.lower() == "be" else None
    if noun is not None and ("NOUN", noun.lemma.lower(), "subject") in markers.governors:
        return Hop(noun, ("subject",), "subject", noun)
    if (ground := missing_ground(reading, head, markers)) is not None:
        return Hop(ground, ("groundless",), "subject", ground)
    taken = child(reading, head.index, "dobj")
    if head.lemma.lower() == "take" and (taken is None or taken.lemma.lower() not in ("place", "effect")):
        return Hop(head, (), "subject", head)
    if head.lemma.lower() == "be" and child(reading, head.index, "acomp", "attr") is not None:
        return Hop(head, (), "subject", head)
    return Hop(head, ("subject",), "subject", head)
