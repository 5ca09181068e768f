"""Lines -> the turns of a transcript: questions and answers, by their labels or by their form."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from onrecord.documents.lines import Kinds, Line, joined, paragraphs

_LABEL = re.compile(
    r"^(?:(?P<qa>Q|A|Question|Answer)(?: \d{1,3})?(?: \([^)\n]{1,60}\))?\s*[:.]"
    r"|\[(?P<bracket>[A-ZÀ-Þ][A-ZÀ-Þ .,'’-]{1,50})\]"
    r"|(?P<caps>[A-ZÀ-Þ][A-ZÀ-Þ0-9 .,'’\-]{1,60}(?: \([^)\n]{1,60}\))?):"
    r"|(?P<name>(?:[A-ZÀ-Þ][\w.'’-]*|of|the|al|de|bin)(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|the|al|de|bin|for)){0,7}(?: \([^)\n]{1,60}\))?):)(?=\s|$)",
)
_ASKS = re.compile(
    r"^(?:q|question|reporter|journalist|interviewer|moderator|host|press|correspondent|anchor|media|operator|editor|participant)\b", re.I
)
_ANSWERS = re.compile(r"^(?:a|answer|interviewee|guest|witness)$", re.I)
_NO_SPEAKER = re.compile(
    r"^(?:from|to|cc|date|subject|re|ref|note|notes|source|sources|contact|tel|fax|phone|e-?mail|photo|image|caption|read more|related|location|time|place|total"
    r"|killed|wounded|injured|background|summary|update|correction|quote|unquote|text|original|distr|language|agenda|annex|warning|editor's note)$",
    re.I,
)
_ASKED = re.compile(r"^(?:q|question)$", re.I)
_ENDED = re.compile(r"\[END (?:RECORDING|INTERVIEW|TRANSCRIPT)|\b(?:end of (?:transcript|interview))\b", re.I)
FEWEST = 4
"""Turns that make a transcript."""
ASKING = 4
"""Paragraphs that are questions and are answered, in an interview without labels."""
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b")


def mark_transcript(lines: list[Line], kinds: Kinds) -> bool:
    """Marks the turns of a transcript or interview; whether the text is one."""
    turns = [(a, who) for a, _ in paragraphs(lines) if kinds[a] is None and (who := _speaker(lines[a].text))]
    if turns and turns[0][0] == 0 and not _ASKS.match(turns[0][1]) and [who for _, who in turns].count(turns[0][1]) == 1:
        turns = turns[1:]  # a headline with a colon
    if _is_transcript([who for _, who in turns]) and _speak(lines, turns):
        asking = _askers(lines, turns)
        for (a, who), (after, _) in zip(turns, [*turns[1:], (len(lines), "")], strict=True):
            for i in range(a, after):
                kinds[i] = kinds[i] or ("question" if who in asking else "answer")
                if _ENDED.search(lines[i].text):
                    break
        return True
    return _mark_unlabelled(lines, kinds)


def label_end(text: str) -> int:
    """Where a turn's words begin after its label, 0 where it has none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def _speaker(text: str) -> str:
    """The label of a turn ("Q", "MODERATOR", "Ms. Okafor"), "" for a line without one."""
    match = _LABEL.match(text)
    if match is None:
        return ""
    name = re.sub(r" \([^)]*\)$", "", next(g for g in match.groups() if g)).strip(" .")
    return "" if _NO_SPEAKER.match(name) else name


def _speak(lines: list[Line], turns: list[tuple[int, str]]) -> bool:
    """Whether most turns hold more than a word or two: a table of names and figures is no talk."""
    if any(_ASKED.match(who) for _, who in turns):
        return True
    long = sum(lines[a].words > 3 or (a + 1 < len(lines) and lines[a].text.endswith(":") and lines[a + 1].words > 1) for a, _ in turns)
    return 2 * long >= len(turns)


def _is_transcript(speakers: list[str]) -> bool:
    counts = Counter(speakers)
    if len(counts) > 1 and any(_ASKED.match(s) for s in speakers):
        return True
    again = [s for s, n in counts.items() if n > 1]
    return (
        len(speakers) >= FEWEST and len(counts) > 1 and (len(again) > 1 or (len(again) == 1 and 2 * counts[again[0]] >= len(speakers) - 1))
    )


def _askers(lines: list[Line], turns: list[tuple[int, str]]) -> set[str]:
    """Speakers whose label says they ask, or most of whose turns end in a question."""
    asked: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for (_, who), (after, _) in zip(turns, [*turns[1:], (len(lines), "")], strict=True):
        total[who] += 1
        asked[who] += lines[after - 1].text.rstrip('"”’)').endswith("?")
    found = {who for who in total if _ASKS.match(who) or (asked[who] * 2 > total[who] and not _ANSWERS.match(who))}
    # where everybody seems to ask, only those named for it do
    return found if len(found) < len(total) else {who for who in found if _ASKS.match(who)}


def _mark_unlabelled(lines: list[Line], kinds: Kinds) -> bool:
    """Marks an interview whose questions are paragraphs of their own, each answered by paragraphs that mostly speak in the first person."""
    units = [(a, b, joined(lines, a, b)) for a, b in _blocks(lines) if all(k is None for k in kinds[a:b])]
    asks = [
        n for n, (_, b, text) in enumerate(units) if lines[b - 1].text.endswith("?") and len(text.split()) <= 80 and text[0] not in "\"“'‘"
    ]
    answered = [n for n in asks if n + 1 < len(units) and n + 1 not in asks]
    if len(answered) < ASKING or len(answered) < 0.12 * (len(units) - answered[0]):
        return False
    replies = [units[n + 1][2] for n in answered]
    if sum(bool(_FIRST_PERSON.search(r)) and r[0] not in '"“' for r in replies) < 0.6 * len(replies):
        return False
    asking, begun = set(asks), False
    for n, (a, b, _) in enumerate(units):
        begun = begun or n == answered[0]
        if begun:
            for i in range(a, b):
                kinds[i] = "question" if n in asking else "answer"
    return True


def _blocks(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Index ranges of the lines between blank lines."""
    starts = [i for i, line in enumerate(lines) if line.gap]
    yield from pairwise([*starts, len(lines)])
