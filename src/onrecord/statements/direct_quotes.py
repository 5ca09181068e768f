"""Quotations -> statements in direct speech: the cue after it, before it, or none where a speaker goes on."""

from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.quotations import Quotation
from onrecord.statements.quote_cues import REACH, Speech, Walk, cue_after, cue_before, last_mark, lead_of, speaker_of_sentence_before
from onrecord.statements.syntax import Syntax


def direct_speech(syntax: Syntax, lexicon: CueLexicon, quotations: list[Quotation], paragraphs: list[Span]) -> list[Draft]:
    """A statement for each quotation that is speech, those of one speaker in a row together."""
    datelines = [s.span.end for s in syntax.reading.document.sections if s.kind == "dateline"]
    walk = Walk(syntax, lexicon, quotations, paragraphs, [t.start for t in syntax.reading.tokens], datelines)
    outer = [q for q in quotations if q.depth == 0 and _is_long(syntax.reading.document.text, q)]
    last: Quotation | None = None
    for number, quotation in enumerate(outer):
        previous = outer[number - 1] if number else None
        following = outer[number + 1] if number + 1 < len(outer) else None
        _attribute(walk, quotation, previous, following, last)
        last = quotation if quotation.span.start in walk.of_quote else last
    return [_draft(s) for s in walk.speeches]


def _is_long(text: str, quotation: Quotation) -> bool:
    """Whether a quotation may be speech: a nickname, a title or a word in marks is not."""
    inner = quotation.inner.of(text).strip()
    return len(inner.split()) > 2 or inner[-1:] in ".,!?…;:-—"


def _draft(speech: Speech) -> Draft:
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


def _attribute(walk: Walk, quotation: Quotation, previous: Quotation | None, following: Quotation | None, spoken: Quotation | None) -> None:
    para = walk.paragraphs[walk.paragraph(quotation.span.start)]
    low = previous.span.end if previous is not None and previous.span.end > para.start else para.start
    end_para = walk.paragraphs[walk.paragraph(max(quotation.span.start, quotation.span.end - 1))]
    high = following.span.start if following is not None and following.span.start < end_para.end else end_para.end
    before = cue_before(walk, quotation, low)
    text = walk.syntax.reading.document.text
    closes_sentence = last_mark(text, quotation) in ".”" and text[quotation.span.end : quotation.span.end + 1] != ","
    speech = None
    if before is not None and before.cue_head not in walk.by_cue and (closes_sentence or before.rule == "quotation-after-colon"):
        speech = before
    if speech is None:
        speech = cue_after(walk, quotation, low, high, strict=closes_sentence)
    if speech is None:
        speech = before
    if speech is None:
        before_title = spoken if spoken is not None and spoken.span.start >= para.start else previous
        speech = _going_on(walk, quotation, before_title, para, low) or speaker_of_sentence_before(walk, quotation, low)
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
    span, mixed = _withlead_of(walk, quotation, low, speech)
    speech.content.append(span)
    speech.mixed |= mixed


def _withlead_of(walk: Walk, quotation: Quotation, low: int, speech: Speech) -> tuple[Span, bool]:
    """The quotation, with the words of its sentence before it where the speech began unquoted ("It was a 'bad deal,' he said")."""
    if speech.rule != "quotation-before-cue":
        return quotation.span, False
    lead = lead_of(walk, quotation, low)
    if not lead or len(lead) > REACH or walk.syntax.token(walk.at(quotation.span.start) - 1).text == ",":
        return quotation.span, False
    return Span(lead[0].start, quotation.span.end), True


def _going_on(walk: Walk, quotation: Quotation, previous: Quotation | None, para: Span, low: int) -> Speech | None:
    """The speaker of the quotation before, where this one goes on: in the same paragraph as a new sentence, or as the next paragraph."""
    text = walk.syntax.reading.document.text
    inner = quotation.inner.of(text).strip().lstrip(". …")
    if previous is None or len(inner.split()) < 3:
        return None
    speech = walk.of_quote.get(previous.span.start)
    if speech is None:
        return None
    between = text[previous.span.end : quotation.span.start]
    starts_sentence = between.rstrip(" \t\n\u2015")[-1:] in ".!?:)" or not between.strip() or _after_comma(walk, speech, quotation, inner)
    if previous.span.end > para.start:
        return speech if starts_sentence and (inner[0].isupper() or not between.strip()) else None
    return speech if not between.strip() or (starts_sentence and len(between.split()) <= 6 and quotation.span.start == para.start) else None


def _after_comma(walk: Walk, speech: Speech, quotation: Quotation, inner: str) -> bool:
    """Whether a whole sentence in marks goes on after the words that credit and a comma ("..., he said of them, "But they came back.")."""
    start, end = speech.cue[-1].end if speech.cue else quotation.span.start, quotation.span.start
    if start >= end or speech.content[-1].end > speech.cue[0].start or not (inner[0].isupper() and inner[-1] in ".!?"):
        return False
    between = walk.syntax.reading.tokens[walk.at(start) : walk.at(end)]
    return bool(between) and between[-1].text == "," and not any(t.pos == "VERB" and t.tag != "VBN" for t in between)
