"""Lines -> the parts of a letter or note: header, subject, salutation, signature, annex."""

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.documents.document import SectionKind
from onrecord.documents.lines import Kinds, Line, is_sentence, joined, paragraphs, split_line

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?[ -]?(?:of )?{MONTH},?(?:[ -]?\d{{2,4}})?|{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?:[,.]? ?\d{{4}})?|{MONTH} \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)"
DATE_LINE = re.compile(
    rf"^(?:dated?:? ?)?(?-i:[A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ][\w.'’-]*){{0,4}},? )??(?:the )?(?:{_WEEKDAY},? )?{DAY}(?:,? (?:at )?\d{{1,2}}[:.]\d{{2}}(?: ?[ap]\.?m\.?| GMT| UTC)?)?\.?$",
    re.I,
)
_PERSON = r"(?:Mr|Mrs|Ms|Madam(?:e)?|Sir|Your Excellenc(?:y|ies)|Excellenc(?:y|ies)|Your (?:Majesty|Highness|Royal Highness|Holiness|Eminence|Honou?r)|Honou?rable|Distinguished|Ladies and gentlemen|Gentlemen|Dear)"
SALUTATION = re.compile(
    r"^(?:(?:My |Our )?dear(?:est)? (?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|St|H|E)\.|[^.?!;:,\n]){1,60}(?:, (?:(?:Mr|Mrs|Ms|Dr|H|E)\.|[^.?!;:,\n]){1,60}){0,3}[,:!–—-]?$|To whom it may concern[,:]?$"
    rf"|{_PERSON}\b\.?(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|for|members?|delegates|colleagues|friends|Council|guests))*(?:, (?:{_PERSON}|[Dd]ear|distinguished|members)[^.?!;:\n]{{0,80}})?[,:!]$)",
    re.I,
)
_DEAR_IN_LINE = re.compile(r"(?<![\w“\"‘'])Dear (?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|&)(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|the|and|&)){0,9}(?:[,:]|$)")
_OPENING = re.compile(
    r"^(?:Dear (?:[A-ZÀ-Þ][\w.'’-]*|of|the|and)(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|the|and)){0,9}|(?:Your )?Excellenc(?:y|ies)|Sir|Madam|Mr\.? (?:Secretary[- ]General|President|Chairman|Minister|Ambassador))[,:] (?=[A-ZÀ-Þ“\"])"
)
_FIELD = re.compile(
    r"^(?:from|to|cc|bcc|c\.c\.|date|sent|subject|re|ref|reference|our ref|your ref|via|fax|tel|telephone|phone|e-?mail|attn|attention|through"
    r"|classification|distribution|distr|original|language|release|contact|media contact|updated|last updated|posted|published|embargo(?:ed)?(?: until)?|in reply refer to|agenda items?)"
    r"\b\.?(?: no\.?| number)?\s*[:.]",
    re.I,
)
_SUBJECT = re.compile(r"^(?:subject|re|object|subj)\s*[:.]\s*\S", re.I)
_REFERENCE = re.compile(
    r"^(?:[A-Z]{1,8}(?:/[A-Z0-9][\w.()*-]*){1,7}\*{0,2}|(?:ref|reference|no|nr|letter no|doc)\b\.?:? ?[\w/.() -]*\d[\w/.() -]*|\d{2,}[-/][\w/-]+)$",
    re.I,
)
_LETTERHEAD = re.compile(
    r"^(?:the )?(?:united nations|security council|general assembly|economic and social council|permanent mission|embassy|ministry|high commission|consulate"
    r"|office of|government of|department of|delegation of|secretariat|state department|press (?:release|service|office|department|secretary)|press statement"
    r"|media (?:release|advisory|statement)|news release|for immediate release|note verbale|non-paper|aide[- ]m[ée]moire|unofficial translation"
    r"|courtesy translation|translated from|urgent|confidential|restricted|provisional|limited|distr|[\w-]+(?: session| year| meeting)$)",
    re.I,
)
_CONTACT = re.compile(
    r"@\w|https?://|www\.\w|^P\.? ?O\.? Box|\+\d[\d ().-]{7,}\d|\(\d{2,5}\) ?\d|^\d+ .*(?:Street|Avenue|Road|Plaza|Square|Blvd|Floor)\b",
    re.I,
)
_ADOPTED = re.compile(r"^adopted (?:by|at|on|unanimously)\b|^-{2,} ?(?:original|forwarded) message ?-{2,}$", re.I)
_LETTER_TITLE = re.compile(
    r"\b(?:letters?|note verbale|notes? verbales?|memorandum|message|telegram)\b.{0,80}\b(?:dated|from|to|addressed)\b", re.I
)
_DATED_TITLE = re.compile(r"^(?:identical )?(?:letters?|notes? verbales?)\b.{0,40}\bdated? \S", re.I)
"""How the title of a letter that is circulated begins: "Letter dated 11 June 2019 from ... addressed to ..."."""
_CLOSING = re.compile(
    r"^(?:(?:(?:yours|very|most|ever)\b[\w ,]{0,30}|(?:respectfully|sincerely|faithfully|cordially|fraternally|warmly|truly|gratefully)(?: yours| submitted)?"
    r"|(?:(?:with|my|our) ){0,2}(?:all )?(?:very )?(?:best|kind|kindest|warm|warmest|sincere|deepest|high|highest)? ?(?:personal )?(?:regards|wishes|respects?|esteem|love)"
    r"(?: (?:to|from) [\w ]{1,30})?|love(?: ya| always| and [\w ]{1,20})?)[,.!]?$"
    r"|(?:please,? )?accept,? .{0,200}\b(?:assurances?|expressions?)\b|.{0,160}\b(?:renew|convey|express|reiterate|extend)s?\b.{0,100}\bassurances? of (?:my|our|its|their) "
    r"|i (?:have the honou?r to )?remain\b.{0,80}$)",
    re.I,
)
_AVAILS = re.compile(r"\bavails? (?:itself|themselves|himself|herself) of this\b", re.I)
_SIGNED = re.compile(r"^(?:\(?\s*signed\b\s*\)?|/s/|s/ |done (?:at|in) [A-Z]|in witness whereof)", re.I)
_TREATY = re.compile(r"^(?:done (?:at|in)|in witness)\b", re.I)
_ANNEX = re.compile(
    r"^(?:annex(?:es)?|enclosures?|appendix|attachment)(?: (?:[IVXLC]{1,5}|\d{1,2}|[A-Z]))?(?:[:.]? ?(?:to|of) .{1,320})?[:.*]*$", re.I
)
_COPY = re.compile(r"^(?:cc|c\.c|copy to|copies to|distribution(?: list)?|encls?|enclosures?|enc)\b\.?\s*[:.]", re.I)
_POSTSCRIPT = re.compile(r"^P\.? ?S\b", re.I)
_WRITTEN = re.compile(r"\b(?:dear(?:est)?|excellenc(?:y|ies)|to whom it may concern)\b", re.I)
_BARE_CALL = re.compile(r"^(?:[A-ZÀ-Þ][\w.'’-]* ){0,3}[A-ZÀ-Þ][\w.'’-]*,$")
GREETED_WITHIN = 4_000
"""Lines in which a salutation is looked for."""
ENCLOSED = 40
"""Annexes in which a letter is looked for."""
SIGNATURE_LINES = 15
"""Lines after a closing formula that may belong to the signature."""
HEADER_LINES = 45
"""Lines before a salutation that may be its header."""


def split_salutation(lines: list[Line], text: str) -> list[Line]:
    """The lines with a salutation on a line of its own, where it stands behind a header or before the first sentence."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        parts = [line]
        if index < HEADER_LINES and line.text[0] not in "“\"'‘":
            inside = _DEAR_IN_LINE.search(line.text[:200])
            if inside and 0 < inside.start() <= 90 and is_header(line.text[: inside.start()].strip()):
                parts = split_line(line, inside.start(), text)
            opening = _OPENING.match(parts[-1].text)
            if opening:
                parts = parts[:-1] + split_line(parts[-1], opening.end(), text)
        found += parts
    return found


def join_title(lines: list[Line]) -> list[Line]:
    """The lines, those after the first of a circulated letter's title running on from it, however short they are."""
    start = next((i for i, line in enumerate(lines[:HEADER_LINES]) if _DATED_TITLE.match(line.text)), None)
    if start is None:
        return lines
    found = list(lines)
    for index in range(start + 1, min(start + 6, len(lines))):
        if lines[index].gap or is_sentence(lines[index].text):
            break
        found[index] = replace(lines[index], runs_on=True)
    return found


def is_header(text: str) -> bool:
    """Whether a short line is by itself one of a letterhead: a date, a reference, a field, an office, an address."""
    if len(text) > 160:
        return False
    if DATE_LINE.match(text) or _FIELD.match(text) or _REFERENCE.match(text) or _CONTACT.search(text) or _ADOPTED.match(text):
        return True
    return bool(_LETTERHEAD.match(text)) and len(text.split()) <= 12 and (text.isupper() or _names(text))


def _names(text: str) -> bool:
    """Whether a line is made of names and not of a sentence: its words are capitalised but for little ones."""
    words = [w for w in text.split() if w[0].isalpha() and len(w) > 3]
    return not text.endswith(".") and sum(w[0].isupper() for w in words) >= 0.6 * len(words)


def mark_letter(lines: list[Line], kinds: Kinds) -> bool:
    """Marks the parts of a letter; whether the text has a letter's form ("Dear", "Excellency", or a closing formula of its own)."""
    end = _mark_annex(lines, kinds)
    _mark_title(lines, kinds, end)
    greeting = next((i for i in range(min(end, GREETED_WITHIN)) if kinds[i] is None and _greets(lines, i, end)), None)
    signed = _mark_signature(lines, kinds, end, letter=greeting is not None)
    if greeting is None and signed:
        greeting = next((i for i in range(min(end, HEADER_LINES)) if kinds[i] is None and _calls(lines, i, end)), None)
    if greeting is None:
        return signed
    kinds[greeting] = "salutation"
    _mark_header(lines, kinds, greeting)
    return signed or bool(_WRITTEN.search(lines[greeting].text))


def _mark_title(lines: list[Line], kinds: Kinds, end: int) -> None:
    """Marks the title of a circulated letter, and what stands above it."""
    start = next((i for i in range(min(end, HEADER_LINES)) if _DATED_TITLE.match(lines[i].text) and not lines[i].runs_on), None)
    if start is None or not lines[start].gap:
        return
    last = start + 1
    while last < end and lines[last].runs_on:
        last += 1
    if last < end and (lines[last].gap or lines[last - 1].words <= 12):
        for i in range(last):
            kinds[i] = kinds[i] or ("header" if i < start else "headline")


def _greets(lines: list[Line], index: int, end: int) -> bool:
    line = lines[index]
    closed = line.text.endswith((",", ":", "!", "-", "–", "—")) or line.words <= 6
    return line.whole and closed and not line.runs_on and index + 1 < end and line.words <= 16 and bool(SALUTATION.match(line.text))


def _calls(lines: list[Line], index: int, end: int) -> bool:
    """Whether a line is a bare name with a comma before the first sentence ("Dr. Achterberg,"): a salutation only in a text that is signed."""
    line = lines[index]
    return index + 1 < end and line.gap and bool(_BARE_CALL.match(line.text)) and is_sentence(joined(lines, index + 1, index + 3))


def _mark_annex(lines: list[Line], kinds: Kinds) -> int:
    """Marks what follows an annex's heading; the index of its first line, or how many lines there are."""
    seen = False
    for index, line in enumerate(lines):
        if seen and line.gap and line.whole and _ANNEX.match(line.text) and index + 1 < len(lines):
            _mark_enclosed(lines, kinds, index)
            return index
        seen = seen or is_sentence(line.text)
    return len(lines)


def _mark_enclosed(lines: list[Line], kinds: Kinds, start: int) -> None:
    """Marks each annex from its heading on; a letter that stands in it has its own header, salutation and signature."""
    heads = [i for i in range(start, len(lines)) if i == start or (lines[i].gap and lines[i].whole and _ANNEX.match(lines[i].text))]
    for first, last in pairwise([*heads[:ENCLOSED], len(lines)]):
        body = next((i for i in range(first + 1, last) if lines[i].gap or not lines[i].runs_on), last)
        own, marks = lines[body:last], kinds[body:last]
        if own and mark_letter(own, marks):
            kinds[body:last] = marks
    for i in range(start, len(lines)):
        kinds[i] = kinds[i] or "annex"


def _mark_header(lines: list[Line], kinds: Kinds, greeting: int) -> None:
    """Marks the lines above a salutation, all of them where they are short, else those that are headers by themselves just above it."""
    above = list(paragraphs(lines, 0, greeting))
    texts = [joined(lines, a, b) for a, b in above]
    first = 0 if greeting <= HEADER_LINES and sum(is_sentence(t) and not _LETTER_TITLE.search(t) for t in texts) == 0 else greeting
    while 0 < first <= greeting and is_header(lines[first - 1].text):
        first -= 1
    for (a, b), text in zip(above, texts, strict=True):
        for i in range(max(a, first), b):
            kinds[i] = kinds[i] or ("subject" if _SUBJECT.match(text) else "headline" if _is_title(text, a, first) else "header")


def _is_title(text: str, at: int, first: int) -> bool:
    return bool(_LETTER_TITLE.search(text)) and not _FIELD.match(text) and len(text.split()) > 3 and at >= first


def _mark_signature(lines: list[Line], kinds: Kinds, end: int, *, letter: bool) -> bool:
    """Marks the closing formula and what is signed below it, from the end up; whether a formula was there."""
    start = formula = None
    for a, b in reversed(list(paragraphs(lines, max(0, end - 60), end))):
        if kinds[a] is not None:
            continue
        text = joined(lines, a, b)
        if len(text) <= 420 and (_SIGNED.match(text) or (_CLOSING.match(text) and lines[a].text[0] not in '“"')):
            start = formula = a
            break
    if start is None and letter:
        copies = next((a for a, _ in paragraphs(lines, max(0, end - 60), end) if kinds[a] is None and _COPY.match(lines[a].text)), end)
        start = _names_at_end(lines, kinds, copies)
    if start is None:
        return False
    while formula is not None and start > 0 and _closes(lines, kinds, start - 1):
        start -= 1
    _mark_signed(lines, kinds, start, end)
    return formula is not None and not _TREATY.match(lines[formula].text)


def _closes(lines: list[Line], kinds: Kinds, index: int) -> bool:
    """Whether the line above is a closing formula too ("Please accept ..." above "(Signed)")."""
    line = lines[index]
    return kinds[index] is None and not line.runs_on and line.whole and bool(_CLOSING.match(line.text))


def _mark_signed(lines: list[Line], kinds: Kinds, start: int, end: int) -> None:
    """Marks what is signed from the closing formula on; a distribution list, and the addressee below a note's date, are header again."""
    note = bool(_AVAILS.search(joined(lines, start, min(end, start + 4))))
    dated = False
    for a, b in paragraphs(lines, start, min(end, start + SIGNATURE_LINES + 5)):
        text = joined(lines, a, b)
        if a > start and _COPY.match(text):
            _fill(kinds, a, end, "header")
            return
        if a > start and note and dated and lines[a].gap:
            _fill(kinds, a, min(end, a + 4), "header")
            return
        long = is_sentence(text) and len(text.split()) > 11 and not _CLOSING.match(text)
        if a > start and (_POSTSCRIPT.match(text) or long or a - start >= SIGNATURE_LINES):
            return
        dated = dated or bool(DATE_LINE.match(text))
        _fill(kinds, a, b, "signature")


def _fill(kinds: Kinds, first: int, last: int, kind: SectionKind) -> None:
    for i in range(first, last):
        kinds[i] = kinds[i] or kind


def _names_at_end(lines: list[Line], kinds: Kinds, end: int) -> int | None:
    """Where a letter without a closing formula ends in a name, a title, a place and day: the first of these short lines."""
    start = end
    while start > 0 and end - start < 8 and kinds[start - 1] is None:
        line = lines[start - 1]
        ends = re.search(r"[.?!:;,][)\"”]*$", line.text) and not DATE_LINE.match(line.text)
        if ends or line.words > 10 or line.runs_on or not (line.text[0].isupper() or line.text[0] in "([0123456789"):
            break
        start -= 1
    return start if 0 < start < end else None


def mark_place_and_day(lines: list[Line], kinds: Kinds) -> None:
    """Marks a place and day alone at the very end, as communiqués and statements are signed."""
    if len(lines) > 3 and kinds[-1] is None and lines[-1].gap and lines[-1].whole and DATE_LINE.match(lines[-1].text):
        kinds[-1] = "signature"
