"""Lines -> the parts of a news text: headline, byline, dateline, and what surrounds it on a page (boilerplate)."""

import re
from dataclasses import replace

from onrecord.documents.letter_layout import DATE_LINE, DAY, MONTH, is_header
from onrecord.documents.lines import Kinds, Line, is_sentence, joined, paragraphs, split_line, title_like

_NAME = r"[A-ZÀ-Þ][\w.'’\-]*"
_PLACE = rf"{_NAME}(?:(?: ?[,/] ?| )(?:(?:of|the|de|la|el|and|al|du|des|del|do|on|upon)\b ?)?{_NAME}){{0,6}}"
_TAG = r"\[[^\]\n]{1,60}\]"
_AGENCY = r"(?:\( ?(?P<agency>[^()\n]{2,60}?) ?\)|/(?P<slashed>[A-Z][\w .-]{1,30})/)"
_WHEN = rf"(?:(?i:\w+day,?\s+)?(?i:{DAY})|NO DATE)"
_PLACE_AND_DAY = (
    rf"(?P<place>{_PLACE})(?: \([A-ZÀ-Þ][^()\n]{{1,40}}\)(?=,? ?(?:\d|NO DATE|(?i:{MONTH}))))?(?P<day>[,.]?\s*{_WHEN}\.?)?,?\s*"
)
_DATELINE = re.compile(rf"^{_PLACE_AND_DAY}{_AGENCY}?\s*(?P<dash>--+|[—–_]+|-(?=\s|$)|:(?=\s)|$)(?:\s*{_TAG})*\s*")
_AGENCY_STOPPED = re.compile(rf"^{_PLACE_AND_DAY}{_AGENCY}\s*\.(?=\s|$)\s*")
_TAGS = re.compile(rf"^(?:--+\s*)?(?:{_TAG}\s*)+")
_LABELS = frozenset(
    ("EXCLUSIVE", "UPDATE", "BREAKING", "ANALYSIS", "OPINION", "LIVE", "VIDEO", "WATCH", "NOTE", "CORRECTION", "EDITORIAL", "INTERVIEW",
     "FEATURE", "QUOTE", "FACTBOX", "TIMELINE", "QUESTION", "Q", "A", "ANSWER", "REPORTER", "JOURNALIST")
)  # fmt: skip
"""Words in capitals that stand before a dash and are no place."""
_FULL_STOPPED = re.compile(
    rf"^(?P<place>{_PLACE})[.,] (?P<day>(?i:{DAY}))[.,]? (?P<agency>/?[A-Z][\w-]+/?)\s*(?:[.–—-]+\s+|$)"
)  # "Moscow. March 3. Interfax - ...", "Baku, October 23, AZERTAC"
_BRACKETED_ONLY = re.compile(rf"^\((?P<agency>[A-Z][\w .&-]{{1,30}})\)\s*(?:--+|[—–]|-)\s+(?:{_TAG}\s*)*")
_PLAIN_DASH = re.compile(rf"^(?P<place>{_NAME}(?:[ /,]{{1,2}}{_NAME}){{0,2}}) ?[—–] (?=[A-Z“\"])")
_SMALL = re.compile(
    rf"^(?P<place>[a-zà-þ][\w.'’\-]*(?:(?:, ?|/| )[a-zà-þ][\w.'’\-]*){{0,3}}?),? (?P<day>(?:\w+day,? )?{DAY}),?\s*(?:\((?P<agency>[^()\n]{{2,40}})\))?\s*(?:--+|[—–-]|:)\s+(?=[a-zà-þ\"“])",
    re.I,
)
_NO_PLACE = frozenset(
    {"the", "a", "an", "on", "in", "by", "from", "since", "until", "of", "at", "after", "before", "to", "and", "for", "this", "that"}
)
"""Words that begin a sentence and no dateline in copy all in small letters."""
_BYLINE = re.compile(
    r"^(?:by|written by|text by|story by|report by|compiled by|analysis by|reported by)\s+(?P<who>[A-ZÀ-Þ][^!?:;]{1,110})$", re.I
)
_STAFF = re.compile(
    r"^(?:(?:[A-Z][\w.-]+ ){0,3}(?:Staff|Press|Diplomatic|Foreign|Special|Political|Military)? ?(?:Writers?|Correspondents?|Reporters?|Editor)|Staff)$",
    re.I,
)
_CREDITS = re.compile(r"^[(\[]?(?:(?:additional )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by)\b.{3,300}$", re.I)
_BOILERPLATE = re.compile(
    r"^(?:©|\(c\) ?\d{4}|copyright\b.{0,120}$|all rights reserved|sign up (?:for|to)\b|subscribe (?:to|now|today)|follow us\b|share (?:this|on|via)\b"
    r"|read (?:more|also|next)\b|related(?: (?:articles?|stories|news|topics))?:|advertisement$|click here|download (?:our|the) app|terms of (?:use|service)"
    r"|privacy policy|cookie|for (?:more|further) information,? |(?:media |press )?contacts?:|for media (?:enquiries|inquiries)|media enquiries|contact us|print this|email this|### ?$|-? ?30 ?-?$"
    r"|-?ends-?$|[*#=_~-]{3,}$|most (?:read|popular)|skip to|back to top|loading\b|photo gallery|watch:|-? ?\d{1,4} ?-?$|page \d+(?: of \d+)?$|\d+/\d+$"
    r"|this (?:story|article|material) (?:may not|is published|was originally)|no (?:part|reproduction)\b|reproduction (?:of|in))",
    re.I,
)
ABOUT = re.compile(r"^About (?:the )?(?P<who>[A-ZÀ-Þ][^.:;!?\n]{2,80}?)(?: \([^)\n]{2,20}\))?:?$")
"""The line over what the issuer of a release says of itself ("About Relief Chad")."""
_ACT = re.compile(
    r"^(?:resolution|decision|presidential statement|(?:joint |final )?communiqu[ée]|declaration|(?:joint |press )?statement|press release)\b(?: [\w/().-]+)*$",
    re.I,
)
_MIXED_CASE = frozenset({"Reuters", "Bloomberg", "Xinhua", "Kyodo", "Yonhap", "Interfax", "Anadolu"})
TOP = 14
"""Paragraphs in which a text's head is looked for."""
BOILERPLATE_WORDS = 60
HEADLINE_WORDS = 32
LOWER = 120
"""Characters without a capital that show copy all in small letters."""
ABOVE_DATELINE = 90
"""Words of headlines, bylines and summaries that may stand above a dateline."""


def split_dateline(lines: list[Line], text: str) -> list[Line]:
    """The lines with a dateline cut off from the sentence that follows it."""
    capitals, above = _mostly_capitals(lines), 0
    for index in range(min(TOP, len(lines))):
        line = lines[index]
        if line.runs_on:
            continue
        end = dateline_end(line.text, capitals=capitals)
        if end is not None:
            return lines[:index] + _cut_off(lines[index], end, lines[index + 1 :], text)
        above += line.words
        if above > ABOVE_DATELINE:
            break
    return lines


def _cut_off(line: Line, end: int, after: list[Line], text: str) -> list[Line]:
    """A line and those after it with the dateline on lines of its own, the bracketed tags at the next line's start among them."""
    if end < len(line.text):
        first, *rest = split_line(line, end, text)
        return [replace(first, dateline=bool(rest)), *rest, *after]
    line = replace(line, dateline=True)
    if after and not after[0].gap:
        following = replace(after[0], runs_on=False)
        tags = _TAGS.match(following.text)
        if tags is None:
            return [line, following, *after[1:]]
        first, *rest = split_line(following, tags.end(), text)
        return [line, replace(first, dateline=True), *rest, *after[1:]]
    return [line, *after]


def dateline_end(text: str, *, capitals: bool = False) -> int | None:
    """Where the dateline at a line's start ends (before the first word of the sentence), None where there is none."""
    if match := _BRACKETED_ONLY.match(text):
        return match.end()
    if text[:LOWER] == text[:LOWER].lower() and (match := _SMALL.match(text)) and not _NO_PLACE & set(match["place"].split()):
        return match.end()
    if (match := _FULL_STOPPED.match(text)) or (match := _AGENCY_STOPPED.match(text)):
        return match.end()
    if (match := _DATELINE.match(text)) and match["place"] and _is_dateline(match, capitals=capitals):
        return match.end()
    if (
        not capitals
        and (match := _PLAIN_DASH.match(text))
        and match["place"] not in _LABELS
        and not re.search(r"[—–]", text[match.end() : match.end() + 90])
    ):
        return match.end()
    return None


def _is_dateline(match: re.Match[str], *, capitals: bool) -> bool:
    """Whether place, day, agency and dash together are a dateline: capitals before a dash, or a day or agency between place and dash."""
    place, agency = match["place"], match["agency"] or match["slashed"]
    if len(place) > 70 or len(place.split()) > 8 or place.rstrip(".").upper() in _LABELS:
        return False
    shouted = not capitals and re.match(r"[A-ZÀ-Þ.'’-]{3,}(?![a-z])", place) is not None
    if match["dash"] == "":
        return bool(match["day"] and agency)
    if match["dash"] == ":":
        return bool(agency or match["day"]) and place[0].isupper()
    return bool(agency or match["day"] or shouted) and place[0].isupper()


def agency_of(text: str) -> str | None:
    """The agency that a dateline names."""
    small = (_SMALL,) if text[:LOWER] == text[:LOWER].lower() else ()
    for pattern in (_BRACKETED_ONLY, *small, _FULL_STOPPED, _AGENCY_STOPPED, _DATELINE):
        if match := pattern.match(text):
            found = match.groupdict()
            name = (found.get("agency") or found.get("slashed") or "").strip(" /")
            if name and (pattern is not _BRACKETED_ONLY or name.isupper() or name in _MIXED_CASE):  # "(Beirut) –" is a place
                return name
    return None


def _mostly_capitals(lines: list[Line]) -> bool:
    sample = "".join(line.text for line in lines[:20])
    letters = [c for c in sample if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def is_byline(text: str) -> bool:
    """Whether a short line names who wrote the text."""
    match = _BYLINE.match(text)
    if match is None:
        return False
    words = [
        w
        for w in match["who"].split()
        if w[0].isalpha() and w.lower() not in ("and", "of", "the", "for", "in", "de", "al", "bin", "von", "van")
    ]
    return len(words) <= 14 and sum(w[0].isupper() for w in words) >= 0.8 * len(words) and not (text.endswith(".") and len(words) > 5)


def mark_boilerplate(lines: list[Line], kinds: Kinds) -> None:
    """Marks short paragraphs of a page's furniture: rights, invitations to subscribe or share, rules, page numbers; and writers' credits at the end."""
    for index, line in enumerate(lines):
        if kinds[index] is not None or line.runs_on or not line.whole or line.words > BOILERPLATE_WORDS:
            continue
        if _BOILERPLATE.match(line.text):
            kinds[index] = "boilerplate"
        elif index > 2 and index + 1 < len(lines) and ABOUT.match(line.text) and len(line.text.split()) <= 12:
            end = next((i for i in range(index + 2, len(lines)) if not lines[i].runs_on), len(lines))
            _set(kinds, index, end, "boilerplate")
        elif index > len(lines) - 8 and _CREDITS.match(line.text):
            kinds[index] = "byline"


def mark_top(lines: list[Line], kinds: Kinds, *, official: bool) -> None:
    """Marks headline, byline, dateline and header lines above the first running sentence. `official`: the text has a letter's or resolution's form."""
    end = _top_end(lines, kinds)
    free: list[tuple[int, int]] = []
    days: list[tuple[int, int]] = []
    headed = official or any(k == "header" for k in kinds[:end])
    for a, b in paragraphs(lines, 0, end):
        text = joined(lines, a, b)
        if kinds[a] is not None:
            continue
        if is_byline(text) or (_STAFF.match(text) and a and kinds[a - 1] == "byline"):
            _set(kinds, a, b, "byline")
        elif lines[a].dateline:
            _set(kinds, a, b, "dateline")
        elif DATE_LINE.match(text):
            days.append((a, b))
        elif is_header(text):
            _set(kinds, a, b, "header")
            headed = True
        elif a and b == end < len(lines) and _is_place_alone(text, lines):
            _set(kinds, a, b, "dateline")
        else:
            free.append((a, b))
    for a, b in days:
        _set(kinds, a, b, "header" if headed else "dateline")
    if end < len(lines):
        _mark_headline(lines, kinds, free, headed=headed)


def _is_place_alone(text: str, lines: list[Line]) -> bool:
    """Whether a line is a place in capitals between the title and the first sentence ("ANKARA", "VESNA, Norland")."""
    place = re.match(rf"^[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{2,30}}(?:, {_NAME}(?: {_NAME})?)?$", text)
    return bool(place) and not _ACT.match(text) and len(text.split()) <= 5 and not _mostly_capitals(lines)


def _mark_headline(lines: list[Line], kinds: Kinds, free: list[tuple[int, int]], *, headed: bool) -> None:
    """Marks the title and the line below it. Below a letterhead the last title-like line is the title, and what stands above it is header."""
    titles = [(a, b) for a, b in free if _is_title(joined(lines, a, b))]
    if not titles or any(k == "headline" for k in kinds):
        for a, b in titles:
            if headed:
                _set(kinds, a, b, "header")
        return
    if headed:
        chosen = max(titles, key=lambda r: (bool(_ACT.match(joined(lines, *r))), len(joined(lines, *r).split()) >= 4, r[0]))
        for a, b in titles:
            _set(kinds, a, b, "headline" if (a, b) == chosen else "header")
        return
    first = free[0]
    if first == titles[0] and all(k in ("boilerplate", "byline", "dateline") for k in kinds[: first[0]]):
        _set(kinds, *first, "headline")
        deck = joined(lines, *titles[1]) if len(titles) > 1 and titles[1][0] == first[1] else ""
        if len(free) <= 4 and len(deck.split()) > 4 and (not deck.endswith(".") or title_like(deck)):
            _set(kinds, *titles[1], "headline")


def _is_title(text: str) -> bool:
    """Whether a short paragraph can be a headline: some words without the stop of a sentence, unless capitals show a title."""
    words = len(text.split())
    if _ACT.match(text):
        return True
    return 2 <= words <= HEADLINE_WORDS and not text.endswith((":", ",", ";")) and (not text.endswith(".") or words >= 4)


def _top_end(lines: list[Line], kinds: Kinds) -> int:
    """The index of the first line of running text (or of a part already found that ends the head): what follows the dateline, where there is one."""
    after = _after_dateline(lines, kinds)
    for count, (a, b) in enumerate(paragraphs(lines), 1):
        if kinds[a] in ("salutation", "preamble", "operative", "question", "answer", "signature", "annex", "body"):
            return a
        text = joined(lines, a, b)
        if a >= after and kinds[a] is None and is_sentence(text) and not (is_header(text) or is_byline(text) or lines[a].dateline):
            return a
        if count > TOP:
            return 0
    return len(lines)


def _after_dateline(lines: list[Line], kinds: Kinds) -> int:
    """The index after a dateline that ends the head, 0 where there is none."""
    above = 0
    for index, line in enumerate(lines[:TOP]):
        if kinds[index] is None and line.dateline and index + 1 < len(lines):
            return index + 1
        above += line.words
        if above > ABOVE_DATELINE:
            break
    return 0


def _set(kinds: Kinds, first: int, last: int, kind: str) -> None:
    for i in range(first, last):
        kinds[i] = kind  # type: ignore[call-overload]
