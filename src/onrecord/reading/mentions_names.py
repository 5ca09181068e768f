"""Parsed tokens -> mentions by name: bodies of the directory, countries, organisations by the shape of their names, persons."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.basis import Basis
from onrecord.reading.mentions_words import Hit, Words, body_hits, country_at, is_name, parted, placed, timed, words_of
from onrecord.reading.reading import ActorKind, Mention, Reading, Token
from onrecord.resources.directory import Noun, Title
from onrecord.resources.resources import Resources
from onrecord.span import Span

JOINERS = frozenset(
    {"-", "al", "al-", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "do", "dos", "del", "della", "la", "le", "van", "von", "der", "den", "ben", "ter", "y", "e", "'", "’"}
)  # fmt: skip
"""Small words and marks that join the parts of a name."""
GROUP_ENDS = frozenset({"tv", "news", "times", "post", "gazette", "herald", "tribune", "journal", "radio", "television", "press"})


@dataclass(frozen=True, slots=True)
class _Scan:
    """What every rule here looks at."""

    reading: Reading
    words: Words
    resources: Resources
    places: frozenset[int]
    times: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens


def find_names(reading: Reading, *, resources: Resources) -> list[Mention]:
    """The mentions by name, in text order; a country inside a longer name has none of its own."""
    words = words_of(reading)
    scan = _Scan(reading, words, resources, placed(reading), timed(reading))
    found: list[Mention] = []
    hits = {h.first: h for h in body_hits(reading, words, resources)}
    starts = frozenset(hits)
    index = 0
    while index < len(reading.tokens):
        hit = hits.get(index)
        if hit is not None and not (shaped := _longer_shape(scan, hit, starts)):
            found.append(_body(scan, hit))
            index = hit.last
        elif hit is not None and shaped:
            found.append(_organisation(scan, hit.first, shaped))
            index = shaped
        elif is_name(reading.tokens[index]) and index not in scan.times:
            last = _run(scan, index, starts)
            if last == index + 1 and _bare_noun(scan, index) and not _shape_end(scan, index, last):
                index = last
                continue
            found += _read_run(scan, index, last)
            index = max(last, found[-1].last if found else 0)
        else:
            if (country := country_at(reading, words, resources, index)) is not None:
                found += _country(scan, *country)
                index = country[0].last
            else:
                index += 1
    alone = {reading.tokens[m.last - 1].text for m in found if not _modifies(reading, m)}
    return [m for m in found if not _modifies(reading, m) or reading.tokens[m.last - 1].text in alone]


def _modifies(reading: Reading, mention: Mention) -> bool:
    """Whether a name of no known body only stands before a common noun ("Barrio Norte" in "the Barrio Norte gang")."""
    token = reading.tokens[mention.head]
    above = reading.tokens[token.head]
    loose = mention.kind in {"unknown", "person", "group"} and not mention.entries and mention.title is None
    return loose and token.dep in {"compound", "amod", "nmod"} and above.index >= mention.last and above.tag in {"NN", "NNS"}


def _run(scan: _Scan, first: int, starts: frozenset[int]) -> int:
    """The end of the unbroken run of name tokens from `first`, small joining words included."""
    tokens, last, sentence = scan.tokens, first + 1, scan.tokens[first].sentence
    while last < len(tokens) and tokens[last].sentence == sentence and last - first < 14 and last not in scan.times:
        if last in starts or parted(scan.reading, last):
            break
        if is_name(tokens[last]):
            last += 1
            continue
        ahead = last
        while ahead < len(tokens) and ahead - last < 3 and tokens[ahead].text.lower() in JOINERS:
            ahead += 1
        joined = ahead > last and ahead < len(tokens) and tokens[ahead].sentence == sentence and is_name(tokens[ahead])
        if not joined or ahead in starts or ahead in scan.times:
            break
        last = ahead + 1
    return last


def _read_run(scan: _Scan, first: int, last: int) -> Iterator[Mention]:
    """The mentions a run of name tokens holds: countries and titles are peeled off the front, what is left is a name."""
    start, title, country = first, _title_before(scan, first), None
    end = _shape_end(scan, first, last)
    if end:
        yield _organisation(scan, first, end)
        return
    while start < last:
        if (peeled := scan.words.longest(scan.resources.directory.title_words, start, scan.reading)) and peeled.last <= last:
            title, start = scan.resources.directory.titles[peeled.ids[0]], peeled.last
        elif (nation := country_at(scan.reading, scan.words, scan.resources, start)) and nation[0].last <= last:
            if nation[0].last == last or not nation[1]:
                yield from _country(scan, *nation)
            country, start = nation[0].ids[0], nation[0].last
        else:
            break
    if start >= last:
        if title is not None and scan.tokens[last - 1].pos in {"NOUN", "PROPN"} and _is_title(scan, first, last):
            yield _titled(scan, first, last, title, country)
        return
    if (end := _shape_end(scan, start, last)) and title is None:
        yield _organisation(scan, start, end, country)
        return
    if title is None and all(i in scan.places for i in range(start, last)):
        return
    yield _person_or_unknown(scan, first, start, last, title, country)


def _bare_noun(scan: _Scan, index: int) -> bool:
    """Whether a run of one word is a common noun for a body or people, written large ("my Government", "the Ministry")."""
    token = scan.tokens[index]
    return index not in scan.places and not token.text.isupper() and _noun(scan, token) is not None


def _title_before(scan: _Scan, first: int) -> Title | None:
    """A title in small letters that ends right before a token ("rebel leader" before a name)."""
    directory, sentence = scan.resources.directory, scan.tokens[first].sentence
    for start in range(max(0, first - 4), first):
        if scan.tokens[start].sentence != sentence:
            continue
        hit = scan.words.longest(directory.title_words, start, scan.reading)
        if hit is not None and hit.last == first:
            return directory.titles[hit.ids[0]]
    return None


def _is_title(scan: _Scan, first: int, last: int) -> bool:
    """Whether the last words of a run are a title."""
    return any(
        (hit := scan.words.longest(scan.resources.directory.title_words, start, scan.reading)) is not None and hit.last == last
        for start in range(max(first, last - 5), last)
    )


def _noun(scan: _Scan, token: Token) -> Noun | None:
    known = scan.resources.directory.noun_words
    return known.get(token.lemma.lower()) or known.get(token.text.lower()) or known.get(token.text.lower().rstrip("s"))


def _shape_end(scan: _Scan, first: int, last: int) -> int:
    """Where an organisation's name by shape ends: a run that ends in, or begins with, a noun for a body; 0 where there is none."""
    tokens = scan.tokens
    final = _noun(scan, tokens[last - 1])
    opener = _noun(scan, tokens[first])
    if final is not None and final.collective and last - first > 1 and final.kind != "state":
        return _extended(scan, last)
    follows = last < len(tokens) and tokens[last].text.lower() in {"of", "for"} and tokens[last].sentence == tokens[first].sentence
    if follows and last - first == 1 and opener is not None and opener.collective and opener.kind != "state":
        end = _extended(scan, last)
        return end if end > last else 0
    if last - first > 1 and tokens[last - 1].text.lower() in GROUP_ENDS:
        return last
    return 0


def _extended(scan: _Scan, last: int) -> int:
    """The end of a body's name that goes on by "of" or "for" ("Ministry of Foreign Affairs of the Republic of Peru")."""
    tokens, end = scan.tokens, last
    sentence = tokens[last - 1].sentence
    while end < len(tokens) and tokens[end].sentence == sentence and end - last < 14:
        ahead = end
        while ahead < len(tokens) and tokens[ahead].text.lower() in {"of", "for", "the", "and", "on", "&"} and ahead - end < 3:
            ahead += 1
        link = tokens[end].text.lower()
        if ahead == end or ahead >= len(tokens) or link == "the" or not _may_follow(scan, ahead, link, sentence):
            break
        end = ahead
        while end < len(tokens) and tokens[end].sentence == sentence and is_name(tokens[end]) and end not in scan.times:
            end += 1
    return end


def _may_follow(scan: _Scan, ahead: int, link: str, sentence: int) -> bool:
    token = scan.tokens[ahead]
    if token.sentence != sentence or not is_name(token) or ahead in scan.times:
        return False
    if link not in {"and", "&", "on"}:
        return True
    # "Foreign Affairs and Trade" goes on, "Government of Kenya and Uganda" does not.
    return ahead not in scan.places and country_at(scan.reading, scan.words, scan.resources, ahead) is None and token.entity in {"", "ORG"}


def _longer_shape(scan: _Scan, hit: Hit, starts: frozenset[int]) -> int:
    """The end of a longer organisation's name that begins with a known one ("NATO Training Mission"); 0 where there is none."""
    tokens = scan.tokens
    if (
        hit.last >= len(tokens)
        or hit.last in starts
        or not is_name(tokens[hit.last])
        or tokens[hit.last].sentence != tokens[hit.first].sentence
    ):
        return 0
    last = _run(scan, hit.last, starts)
    final = _noun(scan, tokens[last - 1])
    titled = scan.words.longest(scan.resources.directory.title_words, hit.last, scan.reading)
    if final is None or not final.collective or titled is not None:
        return 0
    return _extended(scan, last)


def head_in(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token of a range whose head lies outside it; the last such, as a broken parse may leave several."""
    outside = [t.index for t in tokens[first:last] if not first <= t.head < last or t.head == t.index]
    return outside[-1] if outside else last - 1


def _made(scan: _Scan, first: int, last: int, kind: ActorKind, rule: str, **more: object) -> Mention:
    tokens = scan.tokens
    span = Span(tokens[first].start, tokens[last - 1].end)
    values: dict[str, object] = {"name": span.of(scan.reading.document.text), **more}
    head = head_in(tokens, first, last)
    return Mention(span, "name", head, first, last, kind, Basis(rule), **values)  # type: ignore[arg-type]


def _body(scan: _Scan, hit: Hit) -> Mention:
    bodies = [scan.resources.directory.bodies[i] for i in hit.ids]
    countries = {b.country for b in bodies}
    plural = scan.tokens[hit.last - 1].tag == "NNPS"
    return _made(
        scan, hit.first, hit.last, bodies[0].kind, "name-in-directory", entries=hit.ids, plural=plural,
        country=bodies[0].country if len(countries) == 1 else None,
    )  # fmt: skip


def _country(scan: _Scan, hit: Hit, demonym: bool) -> Iterator[Mention]:
    """A country named; a demonym only where it stands for people by itself ("the French", "two Danes")."""
    token = scan.tokens[hit.last - 1]
    code = scan.resources.countries.by_id[hit.ids[0]].code
    if not demonym:
        yield _made(scan, hit.first, hit.last, "state", "name-of-country", country=code, entries=(hit.ids[0],))
    elif token.dep not in {"amod", "compound", "nmod"} and token.pos in {"NOUN", "PROPN", "ADJ"}:
        plural = token.tag in {"NNS", "NNPS"} or token.pos == "ADJ"
        yield _made(scan, hit.first, hit.last, "population" if plural else "person", "people-by-demonym", country=code, plural=plural)


def _organisation(scan: _Scan, first: int, last: int, country: str | None = None) -> Mention:
    tokens = scan.tokens
    while first < last and tokens[first].text.lower() in {"the", "a", "an"}:
        first += 1
    opening = (_noun(scan, t) for t in (tokens[first],) if last - first > 2 and tokens[first + 1].text.lower() in {"of", "for"})
    noun = next((n for n in opening if n and n.collective), None)
    if noun is None:
        before_of = next((i for i in range(first + 1, last) if tokens[i].text.lower() in {"of", "for", "on"}), last)
        noun = _noun(scan, tokens[before_of - 1]) or _noun(scan, tokens[last - 1])
    if country is None and (nation := country_at(scan.reading, scan.words, scan.resources, first)):
        country = scan.resources.countries.by_id[nation[0].ids[0]].code
    kind: ActorKind = noun.kind if noun is not None else "media" if tokens[last - 1].text.lower() in GROUP_ENDS else "organization"
    plural = tokens[last - 1].tag in {"NNPS", "NNS"}
    return _made(scan, first, last, kind, "name-by-shape", country=country, plural=plural)


def _titled(scan: _Scan, first: int, last: int, title: Title, country: str | None) -> Mention:
    made = _made(scan, first, last, "person", "title-alone", title=title.id, country=country, name=None, gender=title.gender)
    return Mention(
        made.span, "nominal", made.head, first, last, "person", made.basis, country=country, title=title.id, gender=title.gender,
        plural=scan.tokens[last - 1].tag in {"NNS", "NNPS"},
    )  # fmt: skip


def _person_or_unknown(scan: _Scan, first: int, start: int, last: int, title: Title | None, country: str | None) -> Mention:
    """A name that is neither body, country nor place: a person where a title, the statistics or the grammar say so."""
    tokens = scan.tokens
    text = Span(tokens[start].start, tokens[last - 1].end).of(scan.reading.document.text)
    known = scan.resources.directory.person_names.ids(text)
    entities = {t.entity for t in tokens[start:last]}
    code = scan.resources.countries.by_id[country].code if country else None
    rule, kind = "name-of-unknown-kind", "unknown"
    if known:
        rule, kind = "person-in-directory", "person"
    elif title is not None:
        rule, kind = "name-after-title", "person"
    elif last - start == 1 and text.isupper() and len(text) > 1:
        rule, kind = "abbreviation-by-shape", "organization"
    elif tokens[last - 1].tag == "NNPS":
        rule, kind = "plural-name", "group"
    elif "PERSON" in entities or (last - start > 1 and not entities & {"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "LAW"}):
        rule, kind = "person-by-statistics", "person"
    gender = title.gender if title else None
    return _made(
        scan, first, last, kind, rule, name=text, title=title.id if title else None, entries=known, country=code, gender=gender,  # type: ignore[arg-type]
        plural=kind == "group",
    )  # fmt: skip
