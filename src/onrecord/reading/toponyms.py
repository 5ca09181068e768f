"""Reading -> toponyms: names of places and demonyms, by gazetteer and context; the parser's statistics are a weak hint."""

from onrecord.basis import Basis, Reason
from onrecord.reading.reading import Feature, Reading, Token, Toponym
from onrecord.reading.toponym_candidates import NameRun, name_runs
from onrecord.reading.toponym_judgement import ACCEPT, judge_run, surroundings
from onrecord.reading.toponym_links import link_within
from onrecord.reading.toponym_unknown import unknown_runs
from onrecord.resources.place_words import PlaceWords
from onrecord.resources.resources import Resources

REPEATED = 1.2
"""What it weighs that the same name stands for a place elsewhere in the document, beyond doubt."""

LISTED = 0.8
"""What it weighs that a name stands in a list after a place ("Idlib and al-Hasakah")."""


JOINED = 1.2
"""The same where the parser joins it to a place ("in Pulwama, Shopian and Anantnag")."""


def _joined(reading: Reading, run: NameRun, towns: set[int]) -> bool:
    """Whether the parser coordinates a name with a place found before."""
    token = reading.tokens[head_token(reading, run)]
    for _ in range(8):
        if token.dep != "conj":
            return False
        token = reading.tokens[token.head]
        if token.index in towns:
            return True
    return False


def _listed(reading: Reading, last: int, run: NameRun) -> bool:
    """Whether only a comma or an "and" stands between the place that ends before token `last` and a run."""
    between = [t.text.lower() for t in reading.tokens[last : run.first]] if run.first - last <= 2 else ["?"]
    return bool(between) and all(w in (",", "and", "or", "&") for w in between)


def find_toponyms(reading: Reading, *, resources: Resources) -> tuple[Toponym, ...]:
    """The toponyms of a parsed document, in text order."""
    words = resources.place_words
    around = surroundings(reading, words)
    judged = [(run, *judge_run(reading, run, around, words)) for run in name_runs(reading, resources=resources)]
    sure = {run.name for run, score, _ in judged if score >= ACCEPT + REPEATED}
    taken: list[Toponym] = []
    towns: set[int] = set()
    beside = -1
    for run, score, reasons in judged:
        extra = []
        if run.name in sure and score < ACCEPT:
            extra.append(Reason("sure-elsewhere-in-document", REPEATED))
        if taken and beside >= 0 and _listed(reading, beside, run):
            extra.append(Reason("listed-with-a-place", JOINED if _joined(reading, run, towns) else LISTED))
        total = score + sum(r.score for r in extra)
        if total >= ACCEPT:
            taken.append(_toponym(reading, run, total, (*reasons, *extra), words))
            towns |= set() if any(m.entry.feature == "country" for m in run.matches) else {taken[-1].head}
            beside = run.last
    taken += _unknown(reading, taken, towns, words)
    return link_within(reading, _apart(taken), words)


def _apart(taken: list[Toponym]) -> tuple[Toponym, ...]:
    """The toponyms in text order, without those that begin inside the one before ("Georgia Lake Georgia")."""
    kept: list[Toponym] = []
    for toponym in sorted(taken, key=lambda t: t.span):
        if not kept or kept[-1].span.end <= toponym.span.start:
            kept.append(toponym)
    return tuple(kept)


def _unknown(reading: Reading, taken: list[Toponym], towns: set[int], words: PlaceWords) -> list[Toponym]:
    covered = {i for t in taken for i in range(t.span.start, t.span.end)}
    made = []
    for run in unknown_runs(reading, words, towns):
        span = run.span(reading)
        if not any(i in covered for i in range(span.start, span.end)):
            made.append(Toponym(span, run.name, head_token(reading, run), Basis(run.rule, 0.6, (Reason(run.rule, 1.0),)), run.feature))
    return made


def _toponym(reading: Reading, run: NameRun, score: float, reasons: tuple[Reason, ...], words: PlaceWords) -> Toponym:
    demonym = bool(run.matches) and all(
        m.naming == "adjective" for m in run.matches if m.entry.feature == "country" or m.naming == "adjective"
    )
    demonym = demonym and any(m.naming == "adjective" for m in run.matches) and _adjectival(reading, run)
    feature: Feature | None = "demonym" if demonym else run.feature or kind_beside(reading, run, words)
    sure = max(0.0, min(1.0, 0.5 + (score - ACCEPT) / 8))
    return Toponym(run.span(reading), run.name, head_token(reading, run), Basis(run.rule, round(sure, 3), reasons), feature)


def head_token(reading: Reading, run: NameRun) -> int:
    """The token of a name on which the others hang ("Strait" of "Strait of Hormuz"): the last whose own head lies outside the name."""
    outside = [i for i in range(run.first, run.last) if not run.first <= reading.tokens[i].head < run.last or reading.tokens[i].head == i]
    return outside[-1] if outside else run.last - 1


def _adjectival(reading: Reading, run: NameRun) -> bool:
    return not any(m.naming != "adjective" and m.entry.population > 200_000 for m in run.matches)


def kind_beside(reading: Reading, run: NameRun, words: PlaceWords) -> Feature | None:
    """What a kind word beside a name says it is: "the city of NAME", "NAME district"."""
    tokens = reading.tokens
    sentence = reading.sentences[tokens[run.first].sentence]
    if run.last < sentence.last and (
        kind := words.kind_after.get(_two(tokens, run.last, sentence.last)) or words.kind_after.get(tokens[run.last].text.lower())
    ):
        return kind
    if run.first - 2 >= sentence.first and tokens[run.first - 1].text.lower() == "of":
        return words.kind_of.get(tokens[run.first - 2].text.lower())
    return None


def _two(tokens: tuple[Token, ...], at: int, last: int) -> str:
    return f"{tokens[at].text} {tokens[at + 1].text}".lower() if at + 1 < last else ""
