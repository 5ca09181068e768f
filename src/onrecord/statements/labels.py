"""Paragraphs with a label -> statements: turns of a transcript, "Minister: ..." in a headline, "X said:" over unquoted paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from onrecord.reading.reading import Token
from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.cues import cue_words
from onrecord.statements.draft import Draft
from onrecord.statements.sources import issued_text, source_of_verb
from onrecord.statements.syntax import Syntax, is_word, words_in

_TURN = re.compile(
    r"[\"“'‘]?(?P<label>(?:Q|A|Question|QUESTION|Answer|ANSWER)(?: \d{1,3})?(?= ?\([^)\n]{1,60}\):|[:.])|[A-ZÀ-Þ][\w.’'\-]*(?: [\w.’'\-]+){0,6}(?: \([^)\n]{1,60}\))?(?=:))(?: ?\([^)\n]{1,60}\)(?=:))?[:.]\s+"
)
_HEADLINE_END = re.compile(r":\s+(?P<label>[^:\n]{2,40})$")
_NO_SPEAKER = frozenset(
    {"breaking", "update", "updated", "exclusive", "video", "watch", "photos", "photo", "analysis", "opinion", "live", "explainer",
     "factbox", "timeline", "review", "editorial", "debate", "note", "notes", "source", "sources", "contact", "from", "to", "date",
     "subject", "re", "cc", "bcc", "tel", "fax", "phone", "email", "e-mail", "location", "time", "place", "total", "correction",
     "summary", "background", "caption", "read", "more", "related", "warning", "image", "listen", "column", "commentary", "letter",
     "letters", "first", "second", "third", "also", "however", "finally", "yes", "no", "question", "questions", "election", "politics",
     "world", "news", "sports", "business", "profile", "obituary", "preview", "recap", "highlights", "transcript"}
)  # fmt: skip
_SPEAKING_THINGS = frozenset(
    {"report", "poll", "study", "survey", "police", "officials", "official", "sources", "source", "minister", "ministry", "army", "un",
     "military", "government", "president", "spokesman", "spokeswoman", "spokesperson", "general", "court", "judge", "prosecutor",
     "prosecutors", "lawyer", "union", "mayor", "governor", "agency", "media", "state", "experts", "expert", "analysts", "analyst",
     "witnesses", "residents", "doctors", "data", "figures", "document", "documents", "memo", "embassy", "kremlin", "pentagon",
     "opposition", "rebels", "commander", "senator", "king", "pope", "bank"}
)  # fmt: skip
_QA = re.compile(r"^(?:Q|A|Question|Answer)(?: \d{1,3})?$", re.I)
BLOCK = 12
"""Paragraphs without marks that a "X said:" may stand over."""
FEWEST = 3
"""Labelled paragraphs that make a transcript."""


def labelled_speech(syntax: Syntax, lexicon: CueLexicon, paragraphs: list[Span]) -> list[Draft]:
    """The turns of a transcript, and the headline's speaker."""
    text = syntax.reading.document.text
    labels = ((n, m) for n, p in enumerate(paragraphs) if (m := _TURN.match(text, p.start, p.end)))
    turns = [(n, m) for n, m in labels if _QA.match(m["label"]) or _may_speak(m["label"])]
    if len(turns) >= FEWEST and _repeats([m["label"][0] if _QA.match(m["label"]) else m["label"] for _, m in turns]):
        return _spoken_to(syntax, list(_turns(syntax, paragraphs, turns)))
    drafts = [d for n, m in turns if n and len(m["label"].split()) <= 4 and (d := _named(syntax, paragraphs[n], m)) is not None]
    return drafts + _headline(syntax, lexicon, paragraphs)


def _may_speak(label: str) -> bool:
    return label.split()[0].lower() not in _NO_SPEAKER and label.lower() not in _NO_SPEAKER


def _repeats(labels: list[str]) -> bool:
    return len(set(labels)) < len(labels) and len(set(labels)) > 1


def _turns(syntax: Syntax, paragraphs: list[Span], turns: list[tuple[int, re.Match[str]]]) -> Iterator[Draft]:
    interviewed = _interviewed(syntax, max(turns[0][1].start(), paragraphs[0].end))
    for position, (number, match) in enumerate(turns):
        last = turns[position + 1][0] - 1 if position + 1 < len(turns) else number
        content = [Span(match.end(), paragraphs[number].end)] if match.end() < paragraphs[number].end else []
        content += [paragraphs[n] for n in range(number + 1, last + 1) if not _aside(syntax, paragraphs[n])]
        if content:
            yield _asking(
                syntax, _draft(syntax, match, tuple(content), "transcript-turn"), interviewed if _ANSWER.match(match["label"]) else None
            )


def _spoken_to(syntax: Syntax, turns: list[Draft]) -> list[Draft]:
    """The turns with whom each speaks to: a question to who answers it, an answer to who asked."""
    text, found = syntax.reading.document.text, []
    for number, turn in enumerate(turns):
        before, after = turns[number - 1 : number], turns[number + 1 : number + 2]
        other = after if _ends_asking(text, turn) else before if before and _ends_asking(text, before[0]) else []
        words = {s.of(text).lower() for s in turn.source}
        who = tuple(s for d in other for s in d.source if s.of(text).lower() not in words)
        found.append(replace(turn, addressees=who) if who else turn)
    return found


def _ends_asking(text: str, turn: Draft) -> bool:
    return turn.content[-1].of(text).rstrip("\"”'’ \n").endswith("?")


def without_labels(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that take a turn's label for what is said ("Ali Sow: I cannot say")."""
    ends = {(d.source or d.cue)[0].start: d.cue[0].end for d in drafts if d.rule == "transcript-turn" and d.cue}
    labels = sorted(ends)
    return [d for d in drafts if not labels or d.rule == "transcript-turn" or not _in_label(d, labels, ends)]


def _in_label(draft: Draft, labels: list[int], ends: dict[int, int]) -> bool:
    at = [bisect_right(labels, c.start) - 1 for c in draft.content]
    return bool(at) and all(n >= 0 and c.end <= ends[labels[n]] for n, c in zip(at, draft.content, strict=True))


_ANSWER = re.compile(r"^A(?:nswer)?(?: \d{1,3})?$", re.I)
_INTERVIEW = re.compile(
    r"\b(?i:interviews?|conversation|q ?& ?a|q and a|questions and answers|press conference|briefing)\b(?: (?:given|granted|held))? (?:of|with|by) (?P<who>[^\n;:]{3,160})"
)


_HIS_INTERVIEW = re.compile(
    r"(?:^|[:,–—-] | of | from )(?P<who>[A-ZÀ-Þ][^\n;:]{3,90}?)['’]s? (?:[\w-]+ ){0,3}(?i:interview|press conference|briefing|remarks)\b",
    re.M,
)


def _interviewed(syntax: Syntax, end: int) -> Span | None:
    """Whom the title or the words above a transcript say it is an interview of: the person named there first."""
    text, end = syntax.reading.document.text, min(end, 1_500)
    match = _INTERVIEW.search(text, 0, end) or _HIS_INTERVIEW.search(text, 0, end)
    if match is None:
        return None
    start = match.start("who")
    for part in re.finditer(r"[^,]+?(?=,| with | by | at | in | on |$)", match["who"]):
        words = part.group().split()
        named = [w for w in words if w[:1].isupper() and w.rstrip(".").lower() not in _ROLES]
        if len(named) >= 2 and len(named) == len([w for w in words if w.rstrip(".").lower() not in _ROLES]):
            first = start + part.start() + part.group().index(named[0])
            return Span(first, start + part.start() + len(part.group().rstrip()))
    return None


_ROLES = frozenset({"the", "mr", "mrs", "ms", "dr", "col", "gen", "lt", "capt", "maj", "sir", "president", "minister", "prime", "foreign", "general", "colonel", "ambassador", "his", "her", "excellency", "h.e", "secretary", "secretary-general", "spokesman", "spokeswoman"})  # fmt: skip


def _asking(syntax: Syntax, draft: Draft, answering: Span | None) -> Draft:
    """A turn that only asks asks; an answer without a name is that of who is interviewed."""
    text = syntax.reading.document.text
    if _ends_asking(text, draft) and not re.search(r"[.!] ", draft.content[0].of(text)):
        draft = replace(draft, stance="asks")
    if answering is None or draft.source:
        return draft
    head = next((t for t in reversed(words_in(syntax, answering)) if is_word(t)), None)
    return replace(draft, source=(answering,), source_head=head.index if head else None)


def _aside(syntax: Syntax, span: Span) -> bool:
    """A stage direction such as "(CROSSTALK)"."""
    words = span.of(syntax.reading.document.text).strip("\"“”'. ")
    return words.startswith(("(", "[")) and words.endswith((")", "]"))


def _draft(syntax: Syntax, match: re.Match[str], content: tuple[Span, ...], rule: str) -> Draft:
    named = Span(match.start("label"), match.end("label"))
    tokens = [] if _QA.match(match["label"]) else [t for t in words_in(syntax, named) if is_word(t)]
    head = next((t for t in reversed(tokens) if t.pos in ("PROPN", "NOUN", "PRON")), tokens[-1] if tokens else None)
    # a headline's speaker stands after the mark, every other before it ("QUESTION (Reuters):" has an outlet between)
    after = match.group()[named.end - match.start() :]
    mark = match.start() if not after else named.end + max(0, after.find(":"))
    colon = Span(mark, mark + 1)
    return Draft((named,) if tokens else (), head.index if head else None, (colon,), None, content, "direct", "asserts", rule)


def _named(syntax: Syntax, paragraph: Span, match: re.Match[str]) -> Draft | None:
    """A paragraph that a name and a colon open, outside a transcript: only where a quotation follows."""
    text = syntax.reading.document.text
    if text[match.end() : match.end() + 1] not in "\"“‘'" or not _is_somebody(syntax, Span(match.start("label"), match.end("label"))):
        return None
    return _draft(syntax, match, (Span(match.end(), paragraph.end),), "named-before-colon")


def _is_topic(syntax: Syntax, lexicon: CueLexicon, label: Span, head: Span) -> bool:
    """Whether a headline's label is where it happened and no speaker: a place before words that somebody else says ("Kashmir: Army says")."""
    places = any(t.entity in ("GPE", "LOC") for t in words_in(syntax, label)) or any(
        p.span.overlaps(label) for p in syntax.reading.toponyms[:12] if p.feature != "demonym"
    )
    if not places:
        return False
    told = (t for t in words_in(syntax, Span(label.end, head.end)) if t.pos == "VERB" and t.tag in ("VBZ", "VBP", "VBD"))
    return any(
        any("quote" in c.takes for c in lexicon.of("verb", t.lemma.lower())) and syntax.kid(t.index, "nsubj") is not None for t in told
    )


def _headline(syntax: Syntax, lexicon: CueLexicon, paragraphs: list[Span]) -> list[Draft]:
    """The speaker of a headline, before its colon or after its last one."""
    document = syntax.reading.document
    heads = [s.span for s in document.sections if s.kind == "headline"][:3] or paragraphs[:1]
    found = []
    for head in heads:
        if len(head) > 220:
            continue
        match = _TURN.match(document.text, head.start, head.end)
        if match and _is_topic(syntax, lexicon, Span(match.start("label"), match.end("label")), head):
            continue
        if match and _is_somebody(syntax, Span(match.start("label"), match.end("label"))) and match.end() < head.end:
            found.append(_draft(syntax, match, (_without_stop(document.text, match.end(), head.end),), "headline-speaker"))
        elif (match := _HEADLINE_END.search(document.text, head.start, head.end)) and len(match["label"].split()) <= 4:
            label = Span(match.start("label"), match.end("label"))
            content = _without_stop(document.text, head.start, match.start())
            if len(content) and _is_somebody(syntax, label) and _may_speak(match["label"]):
                found.append(_draft(syntax, match, (content,), "headline-speaker-after"))
    return found


def _without_stop(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in ". \n":
        end -= 1
    return Span(start, end)


def _is_somebody(syntax: Syntax, span: Span) -> bool:
    """Whether words name a person, body or document that can speak: by the parser's entities, or by their last word."""
    tokens = [t for t in words_in(syntax, span) if is_word(t)]
    if (
        not tokens
        or len(tokens) > 6
        or any(t.pos in ("VERB", "AUX") and t.dep in ("ROOT", "ccomp") and t.tag in ("VBD", "VBZ", "VBP") for t in tokens)
    ):
        return False
    last = tokens[-1].text.lower()
    return _may_speak(span.of(syntax.reading.document.text)) and (
        last in _SPEAKING_THINGS
        or tokens[0].entity in ("PERSON", "ORG", "GPE", "NORP")
        or (len(tokens) <= 2 and all(t.pos in ("PROPN", "NOUN") and t.text[0].isupper() for t in tokens))
    )


def announced_speech(syntax: Syntax, lexicon: CueLexicon, paragraphs: list[Span], taken: set[int]) -> list[Draft]:
    """A paragraph that ends "X said:" and the unquoted paragraphs under it, up to another one, a title or the end of the text's body."""
    text, found = syntax.reading.document.text, []
    number = 0
    while number < len(paragraphs) - 1:
        opening = paragraphs[number] if text[paragraphs[number].end - 1] == ":" else None
        issued = issued_text(syntax, opening) if opening is not None else None
        cue = issued[0] if issued else _opening_cue(syntax, lexicon, opening) if opening is not None else None
        number += 1
        if cue is None or cue.index in taken or text[paragraphs[number].start] in "\"“”‘'«„`":
            continue
        source = issued[1] if issued else source_of_verb(syntax, cue.index)
        if source is None or not source.spans:
            continue
        content: list[Span] = []
        while number < len(paragraphs) and len(content) < BLOCK and _goes_on(syntax, lexicon, paragraphs[number]):
            content.append(paragraphs[number])
            number += 1
        if content:
            joined = (Span(content[0].start, content[-1].end),)
            found.append(
                Draft(source.spans, source.head, cue_words(syntax, cue), cue.index, joined, "direct", "asserts", "announced-statement")
            )
    return found


def _opening_cue(syntax: Syntax, lexicon: CueLexicon, paragraph: Span) -> Token | None:
    tokens = words_in(syntax, paragraph)[-30:]
    return next(
        (t for t in reversed(tokens) if t.pos == "VERB" and any("quote" in c.takes for c in lexicon.of("verb", t.lemma.lower()))), None
    )


_FURNITURE = re.compile(
    r"(?:further information|notes? (?:to|for) editors|background|ends|contact|for more information|media enquiries|follow |read |###|-30-)",
    re.I,
)


def _goes_on(syntax: Syntax, lexicon: CueLexicon, paragraph: Span) -> bool:
    """Whether a paragraph may still be the announced text: no furniture, no new "X said:", no quotation marks at its head."""
    text = syntax.reading.document.text
    if _FURNITURE.match(text, paragraph.start) or text[paragraph.start] in "\"“‘'«„`":
        return False
    if any(
        s.kind in ("boilerplate", "annex", "signature", "headline") and s.span.overlaps(paragraph) for s in syntax.reading.document.sections
    ):
        return False
    return not (text[paragraph.end - 1] == ":" and _opening_cue(syntax, lexicon, paragraph) is not None)
