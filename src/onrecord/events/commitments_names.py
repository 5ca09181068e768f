"""A commitment's noun -> its whole name, date, parties and number: "the 1994 ceasefire agreement", "four UN Security Council resolutions"."""

import re
from dataclasses import dataclass

from onrecord.events.tolls_numbers import number_at
from onrecord.reading.reading import Reading, Sentence, Token
from onrecord.reading.tree import child, children, conjuncts, subtree_span
from onrecord.resources.commitments import CommitmentTerm
from onrecord.span import Span

MODIFIERS = frozenset({
    "peace", "border", "trilateral", "bilateral", "quadripartite", "tripartite", "joint", "comprehensive", "interim", "preliminary",
    "final", "partial", "permanent", "humanitarian", "trade", "nuclear", "arms", "defence", "defense", "security", "military",
    "prisoner", "exchange", "disengagement", "withdrawal", "fragile", "shaky", "uneasy", "nationwide", "local", "unilateral", "mutual",
    "immediate", "un", "u.n.", "unsc", "unga", "international", "customary", "fundamental", "relevant", "binding", "new", "draft",
    "friendship", "non-aggression", "water", "gas", "transit", "power-sharing", "three-day", "two-week", "month", "week", "ten-day",
    "24-hour", "72-hour", "seven-day", "secret", "oral", "written", "tacit", "existing", "previous", "long-standing",
})  # fmt: skip
JOINERS = frozenset({"of", "on", "for", "against", "and", "the", "concerning", "relating"})
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_MONTH = "|".join(MONTHS)
_AFTER = re.compile(
    rf"[\s,]*\(?(?:(?:of|dated|signed|reached|concluded|adopted|agreed|from|brokered|on|in|at|[A-Z]\w+)\s+){{0,4}}"
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTH})\s+(?P<y>\d{{4}})|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}})"
    rf"|(?P<m3>{_MONTH})\s+(?P<y3>\d{{4}})|(?P<y4>(?:19|20)\d{{2}}|1[5-8]\d{{2}}))\b"
)
PASSING = frozenset({"adopt", "pass", "approve"})
_YEAR = re.compile(r"\b(1[5-9]\d{2}|20\d{2})\b")
_NUMBER = re.compile(r"\d{1,4}|[IVX]{2,}|\d+/\d+|[SA]/RES/\d+(?:/\d+)?")


@dataclass(frozen=True, slots=True)
class Extent:
    """Tokens `first` up to `last` of a commitment's name, its head token, how many are meant, and its kind where the name changes it."""

    first: int
    last: int
    head: int
    count: int | None = None
    kind: str | None = None


def extent_of(reading: Reading, sentence: Sentence, term: CommitmentTerm, first: int, last: int) -> Extent | None:
    """The whole name around a term, or None where nothing shows that a commitment is meant."""
    head = last - 1
    begin = _leftwards(reading, sentence, first)
    end = _rightwards(reading, sentence, term, last)
    named = begin < first or end > last
    if term.after_name and not (begin < first and reading.tokens[head].text[:1].isupper() and reading.tokens[first - 1].text[:1].isupper()):
        return None
    if term.kind == "resolution":
        return _resolution(reading, sentence, begin, end, head)
    token = reading.tokens[head]
    if token.pos == "VERB" or (token.pos in ("PROPN", "NOUN") and _part_of_name(reading, sentence, last)):
        return None
    if not term.bare and not named and not _shown(reading, token):
        return None
    kind = "treaty" if term.kind == "agreement" and "treaty" in [t.text.lower() for t in reading.tokens[begin:end]] else None
    return Extent(begin, end, head, _count(reading, sentence, begin), kind)


def _shown(reading: Reading, noun: Token) -> bool:
    """Whether a bare "agreement" or "treaty" is one: definite, or signed, broken, reached."""
    governor = reading.tokens[noun.head]
    acted = governor.lemma.lower() in (
        "sign",
        "reach",
        "violate",
        "break",
        "conclude",
        "ratify",
        "breach",
        "implement",
        "denounce",
        "broker",
        "draft",
    )
    definite = any(t.text.lower() in ("the", "this", "that", "these", "those") for t in children(reading, noun.index, "det"))
    if noun.lemma.lower() == "convention":
        return acted
    return acted or (definite and noun.lemma.lower() in ("treaty", "accord", "agreement", "pact", "memorandum"))


def _part_of_name(reading: Reading, sentence: Sentence, last: int) -> bool:
    """Whether the noun only modifies another that is no commitment ("treaty organisation", "convention centre")."""
    after = reading.tokens[last] if last < sentence.last else None
    words = (
        "organization",
        "organisation",
        "centre",
        "center",
        "hall",
        "room",
        "officer",
        "talks",
        "monitor",
        "monitors",
        "delegate",
        "delegates",
    )
    return after is not None and after.text.lower() in words


def _leftwards(reading: Reading, sentence: Sentence, first: int) -> int:
    """Where the name begins: back over capitals, years, and the adjectives that belong to names of commitments."""
    at = first
    while at > sentence.first and first - at < 8:
        token = reading.tokens[at - 1]
        capital = token.text[:1].isupper() and at - 1 > sentence.first and token.pos in ("PROPN", "ADJ", "NOUN", "NUM")
        opening = at - 1 == sentence.first and token.text[:1].isupper() and token.pos == "PROPN"
        linked = token.text in ("-", "–", "'s", "’s") and at - 1 > sentence.first and reading.tokens[at - 2].text[:1].isupper()
        if not (capital or opening or linked or token.text.lower() in MODIFIERS or _YEAR.fullmatch(token.text)):
            break
        at -= 1
    while at < first and reading.tokens[at].text in ("-", "–", "'s", "’s", "and"):
        at += 1
    return at


def _rightwards(reading: Reading, sentence: Sentence, term: CommitmentTerm, last: int) -> int:
    """Where the name ends: over "of Peace and Friendship" after a capital, over a number after "resolution"."""
    at = last
    if term.kind == "resolution":
        return _numbers(reading, sentence, last)
    if not reading.tokens[last - 1].text[:1].isupper() or term.kind in ("principle", "ceasefire"):
        return last
    while at < sentence.last and at - last < 12:
        token = reading.tokens[at]
        if token.text.lower() == "on" and at + 1 < sentence.last and reading.tokens[at + 1].text.isdigit():
            break  # "signed the Lomar Declaration on 11 May": the day of the deed
        if (
            token.text[:1].isupper()
            or _NUMBER.fullmatch(token.text)
            or (token.text.lower() in JOINERS and _capital_after(reading, sentence, at))
        ):
            at += 1
        else:
            break
    while at > last and reading.tokens[at - 1].text.lower() in JOINERS:
        at -= 1
    return last if at > last and reading.tokens[last].text.lower() == "and" else at


def _capital_after(reading: Reading, sentence: Sentence, at: int) -> bool:
    return any(t.text[:1].isupper() for t in reading.tokens[at + 1 : min(at + 3, sentence.last)])


def _numbers(reading: Reading, sentence: Sentence, last: int) -> int:
    at = last
    while at < sentence.last and at - last < 14:
        token = reading.tokens[at]
        if _NUMBER.fullmatch(token.text) or re.fullmatch(r"\(\d{4}\)", token.text):
            at += 1
        elif token.text in (",", "and", "(", ")", "No", "no", "No.", "no.", "&") and at + 1 < sentence.last:
            following = reading.tokens[at + 1].text
            if not (_NUMBER.fullmatch(following) or following in ("and", "(", ")", "resolution")) and token.text != ")":
                break
            at += 1
        else:
            break
    while at > last and reading.tokens[at - 1].text in (",", "and", "(", "No", "no"):
        at -= 1
    return at


def _resolution(reading: Reading, sentence: Sentence, begin: int, end: int, head: int) -> Extent | None:
    """A resolution is one by its number, its body, or its count; "my resolution" is none."""
    words = [t.text.lower() for t in reading.tokens[begin:end]]
    numbered = any(_NUMBER.fullmatch(t.text) for t in reading.tokens[head + 1 : end])
    body = {
        "council",
        "assembly",
        "un",
        "u.n.",
        "unsc",
        "unga",
        "nations",
        "parliament",
        "congress",
        "senate",
        "oic",
        "au",
        "commission",
        "organization",
        "organisation",
        "league",
        "union",
    }
    after = [t.text.lower() for t in reading.tokens[end : min(end + 6, sentence.last)]]
    named = after[1:] if after[:1] and after[0] in ("adopted", "passed", "approved") else after
    of_body = named[:1] in (["of"], ["by"]) and any(w in named for w in body)
    governor = reading.tokens[reading.tokens[head].head].lemma.lower()
    adopted = governor in ("adopt", "pass", "veto", "implement", "violate", "table") or any(
        t.lemma.lower() in ("condemn", "demand", "call") for t in children(reading, head, "acl", "relcl")
    )
    if not (numbered or body & set(words) or of_body or adopted):
        return None
    listed = sum(1 for t in reading.tokens[head + 1 : end] if t.text.isdigit() and reading.tokens[t.index - 1].text != "(")
    count = _count(reading, sentence, begin) or (listed if listed > 1 else None)
    return Extent(begin, end, head, count, "resolution")


def _count(reading: Reading, sentence: Sentence, begin: int) -> int | None:
    """The number before a name ("four resolutions")."""
    if begin <= sentence.first:
        return None
    size, value = number_at([reading.tokens[begin - 1].text.lower()], 0)
    return value if size and 1 < value < 1000 else None


def date_of(text: str, span: Span) -> str | None:
    """The date in a name or right after it, as EDTF: a day, a month or a year."""
    if match := _AFTER.match(text, span.end):
        day = match["d"] or match["d2"]
        month = match["m"] or match["m2"] or match["m3"]
        year = match["y"] or match["y2"] or match["y3"] or match["y4"]
        if month and day:
            return f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
        return f"{year}-{MONTHS.index(month) + 1:02d}" if month else str(year)
    found = [m.group() for m in _YEAR.finditer(span.of(text))]
    numbered = re.search(r"(?i)resolutions?\s+(?:no\.?\s*)?(\d{4})", span.of(text))
    found = [y for y in found if not (numbered and y == numbered.group(1))]
    return found[0] if len(found) == 1 else None


def parties_of(reading: Reading, extent: Extent) -> tuple[Span, ...]:
    """Whose it is: those it is between, its possessor, or the body that passed it."""
    for prep in children(reading, extent.head, "prep"):
        first = child(reading, prep.index, "pobj")
        if prep.text.lower() == "between" and first is not None:
            return tuple(t.span for t in conjuncts(reading, first.index)[:10])
    owner = child(reading, extent.head, "poss")
    if owner is not None and owner.pos != "PRON":
        return (subtree_span(reading, owner.index, without=frozenset({"case"})),)
    if extent.kind == "resolution" and (bodies := _passed_by(reading, extent.head, extent.last)):
        return bodies
    if extent.kind == "resolution":
        body = [t for t in reading.tokens[extent.first : extent.head] if t.text[:1].isupper()]
        if body:
            return (Span(body[0].start, body[-1].end),)
    return ()


def _passed_by(reading: Reading, head: int, after: int) -> tuple[Span, ...]:
    """The bodies after a resolution: "by the OIC and the Security Council", "of the General Assembly", "adopted by the African Union"."""
    adopting = [t.index for t in children(reading, head, "acl", "relcl") if t.lemma.lower() in PASSING]
    among = [p for noun in (head, *adopting) for p in children(reading, noun, "prep", "agent")]
    # The parser may hang the phrase higher up: what stands right after the name is of it.
    for prep in (*among, *reading.tokens[after : after + 1]):
        body = child(reading, prep.index, "pobj") if prep.text.lower() in ("by", "of") else None
        if body is not None and body.text[:1].isupper():
            return tuple(t.span for t in conjuncts(reading, body.index)[:10] if t.text[:1].isupper())
    return ()
