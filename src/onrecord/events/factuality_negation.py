"""A predicate -> the words that negate it: not, never, neither, "no" in its subject or object, with their scope."""

from collections.abc import Iterator

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import child, children
from onrecord.resources.markers import Markers
from onrecord.span import Span

NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "neither"})
ZERO = frozenset({"no", "neither", "zero", "0", "hardly", "scarcely"})
FOCUS = frozenset({"only", "just", "merely", "simply", "until", "till", "necessarily"})
OCCASION = frozenset({"time", "way", "circumstance", "means", "account", "condition", "point", "case", "event", "moment"})
COMPARED = frozenset({"fewer", "less", "more", "later", "sooner", "earlier"})
PAST = frozenset({"did", "was", "were", "had"})
UNTIL = frozenset({"until", "till"})
SOME = frozenset({"a", "the", "these", "those", "his", "her", "its", "their", "our", "my", "quite"})


def subject(reading: Reading, index: int) -> Token | None:
    """The grammatical subject of a verb's own clause."""
    return child(reading, index, "nsubj", "nsubjpass", "csubj", "expl")


def negations(reading: Reading, token: Token, markers: Markers, *, skip: int | None = None) -> Iterator[Span]:
    """The words that negate a verb: not, never, neither, "no" in its subject or object, "at no time"."""
    for t in [reading.tokens[i] for i in reading.children[token.index]]:
        word = t.text.lower()
        if t.dep == "neg" or (t.dep == "advmod" and (m := markers.adverbs.get(word)) and m.effect == "not" and m.rule == "never"):
            if not _focus(reading, t) and not _till_then(reading, token):
                yield t.span
        elif t.dep in ("preconj", "cc") and word in ("neither", "nor"):
            if t.index < token.index:
                yield t.span
        elif t.dep == "advmod" and word in ("longer", "yet") and (no := child(reading, t.index, "neg", "det")):
            yield no.span
        elif t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl", "dative") and t.index != skip:
            yield from _nothing(reading, t)
            yield from _few(reading, token, t)
        elif t.dep == "prep" and (at := child(reading, t.index, "pobj")) and at.lemma.lower() in OCCASION:
            yield from _nothing(reading, at)
    if token.dep == "conj":
        yield from _shared_negation(reading, token)


def _focus(reading: Reading, negation: Token) -> bool:
    """Whether a "not" or "no" belongs to "not only" or "no fewer than" and their like, which negate no event."""
    after = [t.text.lower() for t in reading.tokens[negation.index + 1 : negation.index + 3]]
    return bool(after) and (after[0] in FOCUS or (after[0] in COMPARED and after[1:] == ["than"]))


def _till_then(reading: Reading, token: Token) -> bool:
    """Whether a verb in the past did not happen until something, and then did: "did not leave until the shelling stopped"."""
    if not any(t.text.lower() in PAST for t in children(reading, token.index, "aux", "auxpass")):
        return False
    clauses = [t for t in children(reading, token.index, "advcl") if t.index > token.index]
    openers = [t for c in clauses for t in children(reading, c.index, "mark", "advmod", "prep")]
    return any(t.text.lower() in UNTIL for t in (*openers, *children(reading, token.index, "prep")) if t.index > token.index)


def _few(reading: Reading, verb: Token, who: Token) -> Iterator[Span]:
    """The "few" whose doubt or belief nobody shares: it negates a verb that has a clause below it, not a count of people."""
    if child(reading, verb.index, "ccomp", "xcomp") is None:
        return
    for t in (who, *children(reading, who.index, "amod", "nummod")):
        if t.text.lower() == "few" and not any(d.text.lower() in SOME for d in children(reading, who.index, "det", "poss", "quantmod")):
            yield t.span
            return


def _nothing(reading: Reading, noun: Token) -> Iterator[Span]:
    if noun.text.lower() in NOBODY:
        yield noun.span
        return
    # "and no ceasefire violations": parsers hang the "no" on the noun before the noun
    before = [b for b in children(reading, noun.index, "compound", "nmod") if b.index < noun.index] if noun.dep == "conj" else []
    for t in (
        *children(reading, noun.index, "det", "neg", "preconj", "cc", "nummod", "amod", "advmod"),
        *(d for b in before for d in children(reading, b.index, "det", "neg") if d.text.lower() in ZERO),
    ):
        word = t.text.lower()
        if (word in ZERO or (t.dep == "neg" and t.index < noun.index)) and not _focus(reading, t):
            yield t.span
            return


def _shared_negation(reading: Reading, token: Token) -> Iterator[Span]:
    """What negates the first conjunct and reaches this one: "did not stop or search", "neither A nor B"."""
    first = reading.tokens[token.head]
    joined = {t.text.lower() for t in children(reading, first.index, "cc")}
    nor = next((t for t in children(reading, first.index, "cc") if t.text.lower() == "nor"), None)
    if nor is not None:
        yield nor.span
    elif "but" not in joined and not subject(reading, token.index) and not children(reading, token.index, "aux", "auxpass", "neg"):
        for t in children(reading, first.index, "neg"):
            if ("or" in joined or token.tag == "VB" == first.tag) and not _focus(reading, t):
                yield t.span


def without_grounds(reading: Reading, verb: Token) -> Span | None:
    """The "no" of a noun that a verb of saying or thinking is the infinitive of ("has no reason to believe", "had no grounds to deny")."""
    noun = reading.tokens[verb.head]
    infinitive = verb.dep in ("acl", "relcl") and any(t.tag == "TO" for t in children(reading, verb.index, "aux"))
    return noun_negation(reading, noun) if infinitive and noun.pos == "NOUN" else None


def noun_negation(reading: Reading, token: Token) -> Span | None:
    """The "no" of "no attack", "neither attack", "zero deaths", that of the first conjunct too ("no deaths or injuries")."""
    found = next(_nothing(reading, token), None)
    if found is None and token.dep == "conj":
        first = reading.tokens[token.head]
        if {t.text.lower() for t in children(reading, first.index, "cc")} & {"or", "nor"}:
            found = next(_nothing(reading, first), None)
    return found
