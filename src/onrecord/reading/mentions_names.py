"""Parsed tokens -> mentions by name: bodies of the directory, countries, organisations by the shape of their names, persons."""

from collections.abc import Iterator

from onrecord.basis import Basis
from onrecord.reading.coreference_content import CHARGES, CLAIMS
from onrecord.reading.mentions_phrases import INSIDE, sided
from onrecord.reading.mentions_shapes import GROUP_ENDS, Scan, body_noun, longer_shape, opens_turn, run_from, shape_end
from onrecord.reading.mentions_words import SETTLED, Hit, body_hits, country_at, placed, timed, words_of
from onrecord.reading.reading import ActorKind, Mention, Reading, Token
from onrecord.resources.directory import Title
from onrecord.resources.resources import Resources
from onrecord.span import Span

SEAT = "capital-for-its-government"


def find_names(reading: Reading, *, resources: Resources) -> list[Mention]:
    """The mentions by name, in text order; a country inside a longer name has none of its own."""
    words = words_of(reading)
    scan = Scan(reading, words, resources, placed(reading), timed(reading))
    found: list[Mention] = []
    hits = {h.first: h for h in body_hits(reading, words, resources)}
    starts = frozenset(hits)
    index = 0
    while index < len(reading.tokens):
        hit = hits.get(index)
        if hit is not None and not (shaped := longer_shape(scan, hit, starts)):
            found.append(_body(scan, hit))
            index = hit.last
        elif hit is not None and shaped:
            found.append(_organisation(scan, hit.first, shaped))
            index = shaped
        elif (whole := _whole_country(scan, index)) is not None:
            found += _country(scan, whole, False)
            index = whole.last
        elif scan.named(reading.tokens[index]) and index not in scan.times:
            last = _over_title(scan, index, run_from(scan, index, starts), starts)
            if last == index + 1 and _barebody_noun(scan, index) and not shape_end(scan, index, last):
                index = last
                continue
            found += _readrun_from(scan, index, last)
            index = max(last, found[-1].last if found else 0)
        else:
            if (country := country_at(reading, words, resources, index)) is not None:
                found += _country(scan, *country)
                index = country[0].last
            else:
                index += 1
    found = _with_surnames(scan, found)
    alone = {reading.tokens[m.last - 1].text for m in found if not _modifies(reading, m)}
    return [m for m in found if not _modifies(reading, m) or reading.tokens[m.last - 1].text in alone]


def _over_title(scan: Scan, first: int, last: int, starts: frozenset[int]) -> int:
    """The end of a run of name tokens, over the "of" of a title that leads to a name ("Secretary of State Ada Obi")."""
    for start in range(first, last):
        hit = scan.words.longest(scan.resources.directory.title_words, start, scan.reading)
        if hit is not None and last < hit.last < len(scan.tokens) and scan.named(scan.tokens[hit.last]) and hit.last not in starts:
            return run_from(scan, hit.last - 1, starts)
    return last


def _with_surnames(scan: Scan, found: list[Mention]) -> list[Mention]:
    """The same mentions with the surnames, standing alone, that a parser took for common nouns ("Santos" as a plural), after the full name."""
    since: dict[str, int] = {}
    for mention in found:
        words = (mention.name or "").split()
        if mention.kind == "person" and len(words) > 1 and words[-1].isalpha() and len(words[-1]) > 2:
            since.setdefault(words[-1], mention.last)
    taken = {i for m in found for i in range(m.first, m.last)}
    more = [
        _made(scan, t.index, t.index + 1, "person", "surname-of-a-person-named-before")
        for t in scan.tokens
        if since.get(t.text, t.index) < t.index and t.index not in taken and t.pos in {"NOUN", "X"} and t.dep not in INSIDE
    ]
    return sorted([*found, *more], key=lambda m: m.first) if more else found


def _modifies(reading: Reading, mention: Mention) -> bool:
    """Whether a name of no known body only stands before a common noun ("Barrio Norte" in "the Barrio Norte gang")."""
    token = reading.tokens[mention.head]
    above = reading.tokens[token.head]
    loose = mention.kind in {"unknown", "person", "group"} and not mention.entries and mention.title is None
    return loose and token.dep in {"compound", "amod", "nmod"} and above.index >= mention.last and above.tag in {"NN", "NNS"}


def _readrun_from(scan: Scan, first: int, last: int) -> Iterator[Mention]:
    """The mentions a run of name tokens holds: countries and titles are peeled off the front, what is left is a name."""
    start, title, country = first, _title_before(scan, first), None
    end = shape_end(scan, first, last)
    if end:
        yield _organisation(scan, first, end)
        return
    while start < last:
        if (peeled := scan.words.longest(scan.resources.directory.title_words, start, scan.reading)) and peeled.last <= last:
            title, start = scan.resources.directory.titles[peeled.ids[0]], peeled.last
        elif (nation := country_at(scan.reading, scan.words, scan.resources, start)) and nation[0].last <= last:
            if nation[0].last == last or not nation[1]:
                yield from _country(scan, *nation, lived_in=country)
            country, start = nation[0].ids[0], nation[0].last
        else:
            break
    if start >= last:
        if title is not None and scan.tokens[last - 1].pos in {"NOUN", "PROPN"} and _is_title(scan, first, last):
            yield _titled(scan, first, last, title, country)
        return
    if (end := shape_end(scan, start, last)) and title is None:
        yield _organisation(scan, start, end, country)
        return
    if title is None and all(i in scan.places for i in range(start, last)):
        yield from _seat(scan, start, last)
        return
    if title is None and (_titles_of_several(scan, start, last) or _business(scan, start, last)):
        return
    if title is None and last - start > 1 and (office := _office_at_end(scan, start, last)) is not None:
        yield _titled(scan, first, last, office, country)
        return
    yield _person_or_unknown(scan, first, start, last, title, country)


def _whole_country(scan: Scan, index: int) -> Hit | None:
    """A country's name of several words that begins at a token and is no part of a longer name."""
    nation = country_at(scan.reading, scan.words, scan.resources, index)
    if nation is None or nation[1] or nation[0].last - index < 2:
        return None
    last = nation[0].last
    longer = last < len(scan.tokens) and scan.named(scan.tokens[last]) and scan.tokens[last].sentence == scan.tokens[index].sentence
    return None if longer else nation[0]


def _barebody_noun(scan: Scan, index: int) -> bool:
    """Whether a run of one word is a common noun for a body or people, written large ("my Government", "the Ministry")."""
    token = scan.tokens[index]
    return index not in scan.places and not token.text.isupper() and body_noun(scan, token) is not None


def _title_before(scan: Scan, first: int) -> Title | None:
    """A title in small letters that ends right before a token ("rebel leader" before a name)."""
    directory, sentence = scan.resources.directory, scan.tokens[first].sentence
    for start in range(max(0, first - 4), first):
        if scan.tokens[start].sentence != sentence:
            continue
        hit = scan.words.longest(directory.title_words, start, scan.reading)
        if hit is not None and hit.last == first:
            return directory.titles[hit.ids[0]]
    return None


def _seat(scan: Scan, first: int, last: int) -> Iterator[Mention]:
    """A capital that does something to somebody or says something, and so stands for its government ("Ankara accused Athens")."""
    token = scan.tokens[head_in(scan.tokens, first, last)]
    written = scan.reading.document.text[scan.tokens[first].start : scan.tokens[last - 1].end]
    country = scan.resources.countries.by_seat(written)
    deps = {scan.tokens[i].dep for i in scan.reading.children[token.head]}
    if country is not None and token.dep == "nsubj" and deps & {"dobj", "ccomp", "xcomp"} and scan.tokens[token.head].pos == "VERB":
        yield _made(scan, first, last, "state", SEAT, country=country.code, entries=(country.id,))


def _titles_of_several(scan: Scan, first: int, last: int) -> bool:
    """Whether a run is an office of several, written large: nobody's name ("the Foreign Ministers of Chad and Niger")."""
    written = scan.reading.document.text[scan.tokens[first].start : scan.tokens[last - 1].end]
    single = written[:-3] + "y" if written.endswith("ies") else written[:-1] if written.endswith("s") else ""
    return bool(single and scan.resources.directory.title_words.ids(single))


def _business(scan: Scan, first: int, last: int) -> bool:
    """Whether a run is what an office is for, and nobody ("Foreign Affairs" in "the Minister for Foreign Affairs")."""
    return (
        last - first < 4
        and scan.tokens[last - 1].text.lower() in {"affairs", "relations"}
        and scan.tokens[first - 1].text.lower() in {"for", "of"}
    )


def _office_at_end(scan: Scan, first: int, last: int) -> Title | None:
    """The office or role that the last words of a run name ("Foreign Office Minister"); a rank may be a surname."""
    directory = scan.resources.directory
    for start in range(first, last):
        hit = scan.words.longest(directory.title_words, start, scan.reading)
        title = directory.titles[hit.ids[0]] if hit is not None and hit.last == last else None
        if title is not None and title.rank in {"office", "role"}:
            return title
    return None


def _is_title(scan: Scan, first: int, last: int) -> bool:
    """Whether the last words of a run are a title."""
    return any(
        (hit := scan.words.longest(scan.resources.directory.title_words, start, scan.reading)) is not None and hit.last == last
        for start in range(max(first, last - 5), last)
    )


def head_in(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token of a range whose head lies outside it; the last such, as a broken parse may leave several."""
    outside = [t.index for t in tokens[first:last] if not first <= t.head < last or t.head == t.index]
    return outside[-1] if outside else last - 1


def _made(scan: Scan, first: int, last: int, kind: ActorKind, rule: str, **more: object) -> Mention:
    tokens = scan.tokens
    span = Span(tokens[first].start, tokens[last - 1].end)
    values: dict[str, object] = {"name": span.of(scan.reading.document.text), **more}
    head = head_in(tokens, first, last)
    return Mention(span, "name", head, first, last, kind, Basis(rule), **values)  # type: ignore[arg-type]


def _body(scan: Scan, hit: Hit) -> Mention:
    bodies = [scan.resources.directory.bodies[i] for i in hit.ids]
    countries = {b.country for b in bodies}
    plural = scan.tokens[hit.last - 1].tag == "NNPS"
    return _made(
        scan, hit.first, hit.last, bodies[0].kind, "name-in-directory", entries=hit.ids, plural=plural,
        country=bodies[0].country if len(countries) == 1 else None,
    )  # fmt: skip


def _country(scan: Scan, hit: Hit, demonym: bool, lived_in: str | None = None) -> Iterator[Mention]:
    """A country named; a demonym only where it stands for people ("the French") or says whose claim it is; "Bosnian Serbs" are Bosnia's."""
    token = scan.tokens[hit.last - 1]
    code = scan.resources.countries.by_id[hit.ids[0]].code
    if demonym and hit.first and scan.tokens[hit.first - 1].text.lower() == "ethnic":
        code = None
    elif demonym and lived_in is not None and code not in SETTLED:
        code = scan.resources.countries.by_id[lived_in].code
    if not demonym:
        yield _made(scan, hit.first, hit.last, "state", "name-of-country", country=code, entries=(hit.ids[0],))
    elif token.dep not in {"amod", "compound", "nmod"} and token.pos in {"NOUN", "PROPN", "ADJ"} and not sided(scan.reading, token.index):
        plural = token.tag in {"NNS", "NNPS"} or token.pos == "ADJ"
        yield _made(scan, hit.first, hit.last, "population" if plural else "person", "people-by-demonym", country=code, plural=plural)
    elif (noun := scan.tokens[token.head]).lemma.lower() in CLAIMS | CHARGES and noun.index > token.index:
        yield _made(scan, hit.first, hit.last, "state", "demonym-whose-claim", country=code, entries=(hit.ids[0],))


def _organisation(scan: Scan, first: int, last: int, country: str | None = None) -> Mention:
    tokens = scan.tokens
    while first < last and tokens[first].text.lower() in {"the", "a", "an"}:
        first += 1
    opening = (body_noun(scan, t) for t in (tokens[first],) if last - first > 2 and tokens[first + 1].text.lower() in {"of", "for"})
    noun = next((n for n in opening if n and n.collective), None)
    if noun is None:
        before_of = next((i for i in range(first + 1, last) if tokens[i].text.lower() in {"of", "for", "on"}), last)
        noun = body_noun(scan, tokens[before_of - 1]) or body_noun(scan, tokens[last - 1])
    if country is None and (nation := country_at(scan.reading, scan.words, scan.resources, first)):
        country = scan.resources.countries.by_id[nation[0].ids[0]].code
    country = country or _country_after_of(scan, first, last)
    kind: ActorKind = noun.kind if noun is not None else "media" if tokens[last - 1].text.lower() in GROUP_ENDS else "organization"
    plural = tokens[last - 1].tag in {"NNPS", "NNS"}
    return _made(scan, first, last, kind, "name-by-shape", country=country, plural=plural)


def _country_after_of(scan: Scan, first: int, last: int) -> str | None:
    """The country that a body's name says it is of ("Ministry of Justice of the Republic of Peru", "Embassy of Chad")."""
    for at in range(first + 2, last):
        before = scan.tokens[at - 2 : at] if scan.tokens[at - 1].text.lower() == "the" else scan.tokens[at - 1 : at]
        if before[0].text.lower() != "of":
            continue
        hit = country_at(scan.reading, scan.words, scan.resources, at)
        if hit is not None and not hit[1] and len(scan.resources.countries.matches(scan.tokens[hit[0].last - 1].text)) < 2:
            return scan.resources.countries.by_id[hit[0].ids[0]].code
    return None


def _titled(scan: Scan, first: int, last: int, title: Title, country: str | None) -> Mention:
    made = _made(scan, first, last, "person", "title-alone", title=title.id, country=country, name=None, gender=title.gender)
    return Mention(
        made.span, "nominal", made.head, first, last, "person", made.basis, country=country, title=title.id, gender=title.gender,
        plural=scan.tokens[last - 1].tag in {"NNS", "NNPS"},
    )  # fmt: skip


def _person_or_unknown(scan: Scan, first: int, start: int, last: int, title: Title | None, country: str | None) -> Mention:
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
    elif last - start == 1 and text.isupper() and len(text) > 2 and opens_turn(scan, start, last):
        rule, kind = "speaker-of-transcript", "person"
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
