"""Quotations -> statements in direct speech: the cue after it, before it, or none where a speaker goes on."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from onrecord.reading.reading import Token
from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.cues import cue_words
from onrecord.statements.draft import Draft
from onrecord.statements.quotations import Quotation
from onrecord.statements.sources import Source, source_of, source_of_verb
from onrecord.statements.syntax import Syntax, is_word

REACH = 60
"""Tokens on either side of a quotation in which its cue is sought."""
_ENDS = frozenset({".", "?", "!", ";"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(slots=True)
class _Speech:
    """A statement in the making: quotations are added while its speaker goes on."""

    source: Source
    cue: tuple[Span, ...]
    cue_head: int | None
    content: list[Span]
    rule: str
    stance: str = "asserts"
    mixed: bool = False


@dataclass(slots=True)
class _Walk:
    syntax: Syntax
    lexicon: CueLexicon
    quotations: list[Quotation]
    paragraphs: list[Span]
    starts: list[int] = field(default_factory=list)
    speeches: list[_Speech] = field(default_factory=list)
    by_cue: dict[int, _Speech] = field(default_factory=dict)
    of_quote: dict[int, _Speech] = field(default_factory=dict)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def paragraph(self, offset: int) -> int:
        return bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1


def direct_speech(syntax: Syntax, lexicon: CueLexicon, quotations: list[Quotation], paragraphs: list[Span]) -> list[Draft]:
    """A statement for each quotation that is speech, those of one speaker in a row together."""
    walk = _Walk(syntax, lexicon, quotations, paragraphs, [t.start for t in syntax.reading.tokens])
    outer = [q for q in quotations if q.depth == 0 and _is_long(syntax.reading.document.text, q)]
    for number, quotation in enumerate(outer):
        previous = outer[number - 1] if number else None
        following = outer[number + 1] if number + 1 < len(outer) else None
        _attribute(walk, quotation, previous, following)
    return [_draft(s) for s in walk.speeches]


def _is_long(text: str, quotation: Quotation) -> bool:
    """Whether a quotation may be speech: a nickname, a title or a word in marks is not."""
    inner = quotation.inner.of(text).strip()
    return len(inner.split()) > 2 or inner[-1:] in ".,!?…;:-—"


def _draft(speech: _Speech) -> Draft:
    return Draft(
        source=speech.source.spans,
        source_head=speech.source.head,
        cue=speech.cue,
        cue_head=speech.cue_head,
        content=tuple(speech.content),
        quotation="mixed" if speech.mixed else "direct",
        stance=speech.stance,  # type: ignore[arg-type]
        rule=speech.rule,
    )


def _attribute(walk: _Walk, quotation: Quotation, previous: Quotation | None, following: Quotation | None) -> None:
    para = walk.paragraphs[walk.paragraph(quotation.span.start)]
    low = previous.span.end if previous is not None and previous.span.end > para.start else para.start
    end_para = walk.paragraphs[walk.paragraph(max(quotation.span.start, quotation.span.end - 1))]
    high = following.span.start if following is not None and following.span.start < end_para.end else end_para.end
    before = _before(walk, quotation, low)
    text = walk.syntax.reading.document.text
    closes_sentence = _last_mark(text, quotation) in ".”" and text[quotation.span.end : quotation.span.end + 1] != ","
    speech = None
    if before is not None and before.cue_head not in walk.by_cue and (closes_sentence or before.rule == "quotation-after-colon"):
        speech = before
    if speech is None:
        speech = _after(walk, quotation, low, high, strict=closes_sentence)
    if speech is None:
        speech = before
    if speech is None:
        speech = _going_on(walk, quotation, previous, para, low)
    if speech is None:
        return
    walk.of_quote[quotation.span.start] = speech
    if speech.cue_head is not None and walk.by_cue.get(speech.cue_head, speech) is not speech:
        speech = walk.by_cue[speech.cue_head]
        walk.of_quote[quotation.span.start] = speech
    if not any(s is speech for s in walk.speeches[-1:]) and speech.cue_head not in walk.by_cue and not speech.content:
        walk.speeches.append(speech)
        if speech.cue_head is not None:
            walk.by_cue[speech.cue_head] = speech
    span, mixed = _with_lead(walk, quotation, low, speech)
    speech.content.append(span)
    speech.mixed |= mixed


def _last_mark(text: str, quotation: Quotation) -> str:
    return text[quotation.inner.start : quotation.inner.end].rstrip()[-1:] or " "


def _with_lead(walk: _Walk, quotation: Quotation, low: int, speech: _Speech) -> tuple[Span, bool]:
    """The quotation, with the words of its sentence before it where the speech began unquoted ("It was a 'bad deal,' he said")."""
    if speech.rule != "quotation-before-cue":
        return quotation.span, False
    lead = _lead(walk, quotation, low)
    if not lead or len(lead) > REACH or walk.syntax.token(walk.at(quotation.span.start) - 1).text == ",":
        return quotation.span, False
    return Span(lead[0].start, quotation.span.end), True


def _lead(walk: _Walk, quotation: Quotation, low: int) -> list[Token]:
    """The words of a quotation's sentence that stand before it, back to the quotation before."""
    first = last = walk.at(quotation.span.start)
    tokens = walk.syntax.reading.tokens
    while first > 0 and tokens[first - 1].start >= low and tokens[first - 1].text not in _ENDS | {":", "--", "—"}:
        first -= 1
    return [t for t in tokens[first:last] if is_word(t)]


def _quote_cue(walk: _Walk, token: Token) -> str | None:
    """The stance of a verb that may introduce direct speech, None for other tokens."""
    if token.pos not in ("VERB", "AUX") and token.tag != "VBD":
        return None
    for cue in walk.lexicon.of("verb", token.lemma.lower()):
        if ("quote" in cue.takes or "as" in cue.prepositions) and (not cue.particle or _next_is(walk, token, cue.particle)):
            return cue.stance
    return None


def _next_is(walk: _Walk, token: Token, particle: str) -> bool:
    tokens = walk.syntax.reading.tokens
    return token.index + 1 < len(tokens) and tokens[token.index + 1].text.lower() == particle.split()[0]


def _after(walk: _Walk, quotation: Quotation, low: int, high: int, *, strict: bool) -> _Speech | None:
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
        return _signed(walk, words, Span(dash.start("dash"), dash.end("dash")))
    if strict and not (words[0].text.islower() and _quote_cue(walk, words[0])):
        return None
    lead = _lead(walk, quotation, low)
    if any(_quote_cue(walk, t) and t.dep != "amod" for t in lead):
        return None
    if words[0].text.lower() == "according" and (thing := _according(walk, words[0])) is not None:
        return _Speech(source_of(walk.syntax, thing, "according-to"), (words[0].span,), words[0].index, [], "quotation-before-cue")
    return _cue_among(walk, words, fronted=bool(lead))


def _cue_among(walk: _Walk, words: list[Token], *, fronted: bool) -> _Speech | None:
    """The first cue with its speaker beside it; none where an earlier verb has another, or a clause follows what is quoted in passing."""
    for token in words:
        stance = _quote_cue(walk, token)
        if stance is None:
            continue
        if fronted and any(t.index > token.index for t in walk.syntax.kids(token.index, "ccomp")):
            return None
        source = _speaker_after(walk, token, words)
        if source is not None:
            return _Speech(source, cue_words(walk.syntax, token), token.index, [], "quotation-before-cue", stance)
        if token.dep not in ("relcl", "acl", "advcl", "amod"):
            return None
    return None


_DASH = re.compile(r"\s*(?P<dash>[—–―]|--|-)\s*(?=[^\W\d_a-z])")


def _inside_brackets(walk: _Walk, stop: Token) -> bool:
    """Whether a full stop belongs to an abbreviation in brackets or before a small letter ("(D-Va.) said")."""
    tokens = walk.syntax.reading.tokens
    following = tokens[stop.index + 1] if stop.index + 1 < len(tokens) else None
    return (
        stop.text == "." and following is not None and (following.text == ")" or (following.text.islower() and following.start > stop.end))
    )


def _signed(walk: _Walk, words: list[Token], dash: Span) -> _Speech | None:
    """A name after a dash, with no verb of its own."""
    if words[0].pos != "PROPN" or any(t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return None
    last = 0
    while last + 1 < len(words) and words[last + 1].pos == "PROPN" and words[last + 1].index == words[last].index + 1:
        last += 1
    span = Span(words[0].start, words[last].end)
    return _Speech(Source((span,), words[last].index, words[last].index, "signed"), (dash,), None, [], "signed-quotation")


def _according(walk: _Walk, token: Token) -> Token | None:
    to = walk.syntax.kid(token.index, "prep")
    return walk.syntax.kid(to.index, "pobj") if to is not None else None


def _speaker_after(walk: _Walk, verb: Token, words: list[Token]) -> Source | None:
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
    while (above := walk.syntax.head(head)) is not None and above.index in inside and above.pos in _NOMINAL and above.index != verb.index:
        head = above
    return source_of(walk.syntax, head, "beside-cue")


def _opens(walk: _Walk, subject: int, lead: list[Token]) -> bool:
    """Whether a subject's phrase begins right after the quotation, adverbs and "and" apart."""
    start = walk.syntax.left[subject]
    return all(t.index >= start or (t.pos in ("ADV", "CCONJ") and t.dep != "mark") for t in lead)


def _before(walk: _Walk, quotation: Quotation, low: int) -> _Speech | None:
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
            _speaker_after(walk, token, words[::-1]) if distance == len(words) - 1 else None
        )
        if source is None:
            continue
        rule = "quotation-after-colon" if colon else "quotation-after-cue"
        return _Speech(source, cue_words(walk.syntax, token), token.index, [], rule, stance)
    return _colon(walk, region[0], words) if colon else None


_BETWEEN = frozenset({"dobj", "dative", "prep", "advmod", "npadvmod", "prt", "agent", "oprd", "nsubj", "pobj"})


def _only_between(walk: _Walk, verb: Token, quotation: Quotation, words: list[Token], *, comma: bool) -> bool:
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
    goes_on = _last_mark(text, quotation).isalnum() and rest[:1] == " " and rest[1:2].isalpha()
    return not goes_on and (len(quotation.inner.of(text).split()) > 2 or not words)


def _colon(walk: _Walk, colon: Token, words: list[Token]) -> _Speech | None:
    """A sentence about somebody that ends in a colon before a quotation: he is the speaker."""
    root = walk.syntax.token(walk.syntax.reading.sentences[colon.sentence].root)
    source = source_of_verb(walk.syntax, root.index) if root.pos in ("VERB", "AUX") else None
    if source is None or not source.spans:
        return None
    return _Speech(source, (root.span,), root.index, [], "quotation-after-colon")


def _going_on(walk: _Walk, quotation: Quotation, previous: Quotation | None, para: Span, low: int) -> _Speech | None:
    """The speaker of the quotation before, where this one goes on: in the same paragraph as a new sentence, or as the next paragraph."""
    text = walk.syntax.reading.document.text
    inner = quotation.inner.of(text).strip()
    if previous is None or len(inner.split()) < 3:
        return None
    speech = walk.of_quote.get(previous.span.start)
    if speech is None:
        return None
    between = text[previous.span.end : quotation.span.start]
    starts_sentence = between.rstrip()[-1:] in ".!?:)" or not between.strip()
    if previous.span.end > para.start:
        return speech if starts_sentence and (inner[0].isupper() or not between.strip()) else None
    return speech if not between.strip() or (starts_sentence and len(between.split()) <= 6 and quotation.span.start == para.start) else None
