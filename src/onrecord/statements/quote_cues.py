"""The words beside a quotation -> its cue and speaker: after it, before it, signed after a dash, or announced by a colon."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from onrecord.reading.reading import Token
from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.cues import cue_words
from onrecord.statements.quotations import Quotation
from onrecord.statements.sources import Source, issued_text, source_of, source_of_verb
from onrecord.statements.syntax import Syntax, is_word

REACH = 60
"""Tokens on either side of a quotation in which its cue is sought."""
_ENDS = frozenset({".", "?", "!", ";"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(slots=True)
class Speech:
    """A statement in the making: quotations are added while its speaker goes on."""

    source: Source
    cue: tuple[Span, ...]
    cue_head: int | None
    content: list[Span]
    rule: str
    stance: str = "asserts"
    mixed: bool = False


@dataclass(slots=True)
class Walk:
    syntax: Syntax
    lexicon: CueLexicon
    quotations: list[Quotation]
    paragraphs: list[Span]
    starts: list[int]
    datelines: list[int]
    speeches: list[Speech] = field(default_factory=list)
    by_cue: dict[int, Speech] = field(default_factory=dict)
    of_quote: dict[int, Speech] = field(default_factory=dict)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def dateline(self, offset: int) -> int:
        """Where the last dateline before an offset ends, 0 where there is none: no words of a sentence stand in it."""
        at = bisect_right(self.datelines, offset) - 1
        return self.datelines[at] if at >= 0 else 0

    def paragraph(self, offset: int) -> int:
        return bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1


def last_mark(text: str, quotation: Quotation) -> str:
    return text[quotation.inner.start : quotation.inner.end].rstrip()[-1:] or " "


def lead_of(walk: Walk, quotation: Quotation, low: int) -> list[Token]:
    """The words of a quotation's sentence that stand before it, back to the quotation before."""
    first = last = walk.at(quotation.span.start)
    tokens = walk.syntax.reading.tokens
    low = max(low, walk.dateline(quotation.span.start))
    while first > 0 and tokens[first - 1].start >= low and tokens[first - 1].text not in _ENDS | {":", "--", "—"}:
        first -= 1
    return [t for t in tokens[first:last] if is_word(t)]


def _quote_cue(walk: Walk, token: Token) -> str | None:
    """The stance of a verb that may introduce direct speech, None for other tokens."""
    if token.pos not in ("VERB", "AUX") and token.tag != "VBD":
        return None
    for cue in walk.lexicon.of("verb", token.lemma.lower()):
        if ("quote" in cue.takes or "as" in cue.prepositions) and (not cue.particle or _next_is(walk, token, cue.particle)):
            return cue.stance
    return None


def _next_is(walk: Walk, token: Token, particle: str) -> bool:
    tokens = walk.syntax.reading.tokens
    return token.index + 1 < len(tokens) and tokens[token.index + 1].text.lower() == particle.split()[0]


def cue_after(walk: Walk, quotation: Quotation, low: int, high: int, *, strict: bool) -> Speech | None:
    """The cue in the words after a quotation: "..." said X, "..." X said, "..." according to X, "..." — X."""
    tokens, first = walk.syntax.reading.tokens, walk.at(quotation.span.end)
    region: list[Token] = []
    for token in tokens[first : first + REACH]:
        if token.start >= high or (token.text in _ENDS and not _inside_brackets(walk, token)):
            break
        region.append(token)
    words = [t for t in region if is_word(t)]
    if not words:
        return None
    if dash := _DASH.match(walk.syntax.reading.document.text, quotation.span.end):
        return _signed(words, Span(dash.start("dash"), dash.end("dash")))
    if strict and not (words[0].text.islower() and _quote_cue(walk, words[0])) and not _only_credits(walk, words):
        return None
    lead = lead_of(walk, quotation, low)
    if any(_quote_cue(walk, t) and t.dep != "amod" for t in lead):
        return None
    if words[0].text.lower() == "according" and (thing := _according(walk, words[0])) is not None:
        return Speech(source_of(walk.syntax, thing, "according-to"), (words[0].span,), words[0].index, [], "quotation-before-cue")
    return _cue_among(walk, words, fronted=bool(lead))


_SIMPLY = frozenset({"say", "tell", "add", "write", "reply", "respond"})


def _only_credits(walk: Walk, words: list[Token]) -> bool:
    """Whether a sentence after a quotation only names the speaker and that he spoke ('"... the bridge." Musa said.')."""
    last = words[-1]
    if len(words) > 8 or last.lemma.lower() not in _SIMPLY or last.tag != "VBD":
        return False
    return (
        all(t.pos in ("PROPN", "NOUN", "PRON", "DET", "ADJ", "ADP") and t.tag not in ("WP", "WDT") for t in words[:-1]) and len(words) > 1
    )


def _cue_among(walk: Walk, words: list[Token], *, fronted: bool) -> Speech | None:
    """The first cue with its speaker beside it; none where an earlier verb has another, or a clause follows what is quoted in passing."""
    for token in words:
        stance = _quote_cue(walk, token)
        if stance is None:
            continue
        if fronted and any(t.index > token.index for t in walk.syntax.kids(token.index, "ccomp")):
            return None
        source = _speakercue_after(walk, token, words)
        if source is not None:
            return Speech(source, cue_words(walk.syntax, token), token.index, [], "quotation-before-cue", stance)
        if token.dep not in ("relcl", "acl", "advcl", "amod"):
            return None
    return None


_DASH = re.compile(r"\s*(?P<dash>[—–―]|--|-)\s*(?=[^\W\d_a-z])")


def _inside_brackets(walk: Walk, stop: Token) -> bool:
    """Whether a full stop belongs to an abbreviation in brackets or before a small letter ("(D-Va.) said")."""
    tokens = walk.syntax.reading.tokens
    following = tokens[stop.index + 1] if stop.index + 1 < len(tokens) else None
    return (
        stop.text == "." and following is not None and (following.text == ")" or (following.text.islower() and following.start > stop.end))
    )


def _signed(words: list[Token], dash: Span) -> Speech | None:
    """A name after a dash, with no verb of its own."""
    if words[0].pos != "PROPN" or any(t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return None
    last = 0
    while last + 1 < len(words) and words[last + 1].pos == "PROPN" and words[last + 1].index == words[last].index + 1:
        last += 1
    span = Span(words[0].start, words[last].end)
    return Speech(Source((span,), words[last].index, words[last].index, "signed"), (dash,), None, [], "signed-quotation")


def _according(walk: Walk, token: Token) -> Token | None:
    to = walk.syntax.kid(token.index, "prep")
    return walk.syntax.kid(to.index, "pobj") if to is not None else None


def _speakercue_after(walk: Walk, verb: Token, words: list[Token]) -> Source | None:
    """The speaker beside a cue after a quotation: what the parse says where that lies there, or the first noun on the right side."""
    inside = {t.index for t in words}
    parsed = source_of_verb(walk.syntax, verb.index)
    lead = [t for t in words if t.index < verb.index]
    beside = next((t for t in walk.syntax.kids(verb.index, "nsubj") if t.index in inside), None)
    if beside is not None and parsed is not None and parsed.rule == "subject":
        parsed = source_of(walk.syntax, beside, "subject")
    if parsed is not None and parsed.subject is not None and parsed.subject in inside:
        if parsed.subject > verb.index or not lead or _opens(walk, parsed.subject, lead):
            return parsed
        return None
    if parsed is not None and (lead or verb.tag == "VBN" or parsed.rule == "unnamed"):
        return None
    nominal = [t for t in lead if t.pos in _NOMINAL] if lead else [t for t in words if t.index > verb.index and t.pos in _NOMINAL][:12]
    if not nominal or (lead and any(t.pos == "VERB" for t in lead)):
        return None
    head = nominal[0]
    for above in walk.syntax.up(head, 12):
        if above.index not in inside or above.pos not in _NOMINAL or above.index == verb.index:
            break
        head = above
    return source_of(walk.syntax, head, "beside-cue")


def _opens(walk: Walk, subject: int, lead: list[Token]) -> bool:
    """Whether a subject's phrase begins right after the quotation, adverbs and "and" apart."""
    start = walk.syntax.left[subject]
    return all(t.index >= start or (t.pos in ("ADV", "CCONJ") and t.dep != "mark") for t in lead)


def cue_before(walk: Walk, quotation: Quotation, low: int) -> Speech | None:
    """The cue in the words before a quotation: X said: "...", X said, "...", X told Y "..."; also at the end of the paragraph before."""
    tokens, last = walk.syntax.reading.tokens, walk.at(quotation.span.start) - 1
    number = walk.paragraph(quotation.span.start)
    if last >= 0 and tokens[last].start < low and number and low == walk.paragraphs[number].start and tokens[last].text == ":":
        low = walk.paragraphs[number - 1].start
    region: list[Token] = []
    for index in range(last, max(-1, last - REACH), -1):
        token = tokens[index]
        if token.start < low or (token.text in _ENDS and index != last):
            break
        region.append(token)
    words = [t for t in region if is_word(t)]
    if not words or region[0].text in _ENDS:
        return None
    colon, comma = region[0].text == ":", region[0].text in (",", "—", "–", "--", "-")
    if not colon and words[0].text.lower() in ("that", "as", "a", "an", "the", "of"):
        return None
    for distance, token in enumerate(words):
        stance = _quote_cue(walk, token)
        if stance is None:
            if not colon and token.pos == "VERB" and token.dep not in ("relcl", "acl", "amod"):
                return None
            continue
        if not colon and not _only_between(walk, token, quotation, words[:distance], comma=comma):
            return None
        source = source_of_verb(walk.syntax, token.index) or (
            _speakercue_after(walk, token, words[::-1]) if distance == len(words) - 1 else None
        )
        if source is None:
            continue
        rule = "quotation-after-colon" if colon else "quotation-after-cue"
        return Speech(source, cue_words(walk.syntax, token), token.index, [], rule, stance)
    return _colon(walk, region[0]) if colon else None


_BETWEEN = frozenset({"dobj", "dative", "prep", "advmod", "npadvmod", "prt", "agent", "oprd", "nsubj", "pobj"})


def _only_between(walk: Walk, verb: Token, quotation: Quotation, words: list[Token], *, comma: bool) -> bool:
    """Whether what stands between a cue and a quotation is only whom, where and when, and the quotation no part of a clause.

    Without a comma the quotation must be more than a piece of a clause that goes on after it ('said "reforms" would help').
    """
    syntax, start = walk.syntax, walk.at(quotation.span.start)
    reach = [(syntax.left[t.index], syntax.right[t.index]) for t in syntax.kids(verb.index) if t.dep in _BETWEEN and t.index > verb.index]
    if not all(any(a <= t.index <= b for a, b in reach) or t.pos == "ADV" or t.index < verb.index for t in words):
        return False
    if comma:
        return True
    if any(a <= t.index <= b and b >= start for t in words for a, b in reach):
        return False
    text = syntax.reading.document.text
    rest = text[quotation.span.end : quotation.span.end + 2]
    goes_on = last_mark(text, quotation).isalnum() and rest[:1] == " " and rest[1:2].isalpha()
    return not goes_on and (len(quotation.inner.of(text).split()) > 2 or not words)


def _colon(walk: Walk, colon: Token) -> Speech | None:
    """A sentence about somebody that ends in a colon before a quotation: he is the speaker."""
    if (issued := issued_text(walk.syntax, walk.syntax.reading.sentences[colon.sentence].span)) is not None:
        noun, named = issued
        return Speech(named, (noun.span,), noun.index, [], "quotation-after-colon")
    root = walk.syntax.token(walk.syntax.reading.sentences[colon.sentence].root)
    source = source_of_verb(walk.syntax, root.index) if root.pos in ("VERB", "AUX") else None
    if source is None or not source.spans:
        return None
    return Speech(source, (root.span,), root.index, [], "quotation-after-colon")


_SPEAKING = frozenset({"denies", "accuses", "demands", "threatens", "promises", "concedes", "praises"})
"""Stances of verbs that are words said, where they take no quotation."""


def speaker_of_sentence_before(walk: Walk, quotation: Quotation, low: int) -> Speech | None:
    """Who speaks in the sentence before, where a whole sentence in marks follows it with no cue: The bishop described the raid. "They burned ..." """
    text, first = walk.syntax.reading.document.text, walk.at(quotation.span.start)
    inner = quotation.inner.of(text).strip()
    if not first or len(inner.split()) < 3 or not inner[0].isupper() or inner[-1] not in ".!?":
        return None
    sentence = walk.syntax.reading.sentences[walk.syntax.token(first - 1).sentence]
    verb = walk.syntax.token(sentence.root)
    if sentence.span.start < low or walk.syntax.token(first - 1).text not in _ENDS or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    if not any("quote" in c.takes or c.stance in _SPEAKING for c in walk.lexicon.of("verb", verb.lemma.lower())):
        return None
    source = source_of_verb(walk.syntax, verb.index)
    if source is None or not source.spans or source.rule != "subject":
        return None
    return Speech(source, (), None, [], "quotation-after-sentence")
