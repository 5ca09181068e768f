"""The same event across documents, on ECB+'s gold mentions of selected sentences, within gold topics: the record's own pair score and groups."""

import sys
from collections import defaultdict
from typing import Any

from benchmarks.bench import Bench
from benchmarks.scores.coreference_metrics import conll
from onrecord.comparison.features import Features
from onrecord.comparison.grouping import group
from onrecord.comparison.same_event import THRESHOLD, score
from onrecord.comparison.wording import names_in, stem
from onrecord.documents.document import new_document
from onrecord.reading.reading import Reading, Sentence, Token
from onrecord.reading.tree import head_of
from onrecord.record.told import Told
from onrecord.span import Span
from onrecord.timespan import Timespan

BASE = -1.6
"""Chosen on the training part: documents of one topic are known to be on related stories, so less speaks against two of their mentions."""


def told(document: str, nth: int, span: Span, head: Token, sentence: Sentence, text: str) -> Told:
    """A gold mention as the record would hold it: its words only; type, time, place and parties are for the stages that find events."""
    return Told(
        id=f"{document}/{nth}", local="", document=document, span=span, trigger=span.of(text), lemma=head.lemma.lower(), sentence_span=sentence.span,
        sentence=sentence.span.of(text), type="", plain_type="", mode=None, contexts=(), cameo=None, status="actual", certainty="certain", happened=True,
        actors=(), recipients=(), places=(), when=Timespan(), tolls=(), instruments=(), commitments=(), framing=(), chain=(), voice=None,
        publisher=None, called=document, published=None,
    )  # fmt: skip


def mentions(bench: Bench, split: str) -> dict[str, list[tuple[Features, str]]]:
    """By topic, each mention's features and its gold cluster (its own id where it is alone)."""
    found: dict[str, list[tuple[Features, str]]] = defaultdict(list)
    for item in bench.gold("coref/ecbplus"):
        if item["split"] == split:
            found[item["topic"]] += _of_document(bench, item)
    return found


def _of_document(bench: Bench, item: dict[str, Any]) -> list[tuple[Features, str]]:
    text, made = item["text"], []
    parse = bench.parser.parse(new_document(text))
    reading = Reading(new_document(text), parse.tokens, parse.sentences)
    names = names_in(text)
    for nth, mention in enumerate(m for m in item["mentions"] if m["kind"] == "event" and m["in_selected_sentence"]):
        span = Span(mention["spans"][0][0], mention["spans"][-1][1])
        head = head_of(reading, span)
        if head is not None:
            claim = told(item["doc_id"], nth, span, head, reading.sentences[head.sentence], text)
            made.append((Features(claim, names), mention["cluster"] or claim.id))
    return made


def clusters(listed: list[tuple[Features, str]], *, base: float) -> list[list[int]]:
    """The groups that the record's score makes of some mentions."""
    links = []
    for a, (one, _) in enumerate(listed):
        for b in range(a):
            sure, _reasons = score(one, listed[b][0], base=base)
            if sure >= THRESHOLD:
                links.append((sure, b, a))
    return group(range(len(listed)), sorted(links, key=lambda x: (-x[0], x[1], x[2])), contradict=lambda a, b: False)


def score_same_event(bench: Bench, *, split: str = "dev", base: float = BASE) -> dict[str, float]:
    """CoNLL F1 and its parts, with that of the same stem alone beside it."""
    gold: dict[str, set[str]] = defaultdict(set)
    found: list[frozenset[str]] = []
    plain: dict[tuple[str, str], set[str]] = defaultdict(set)
    for topic, listed in mentions(bench, split).items():
        for features, cluster in listed:
            gold[f"{topic}/{cluster}"].add(features.claim.id)
            plain[topic, stem(features.claim.lemma)].add(features.claim.id)
        found += [frozenset(listed[n][0].claim.id for n in members) for members in clusters(listed, base=base)]
    right = [frozenset(c) for c in gold.values()]
    return conll(right, found) | {"same_stem_conll": conll(right, [frozenset(c) for c in plain.values()])["conll"]}


SETS = {"same_event": score_same_event}

if __name__ == "__main__":
    for tried in map(float, sys.argv[1:] or [str(BASE)]):
        for part in ("train", "dev"):
            sys.stdout.write(f"{tried} {part} {score_same_event(Bench(), split=part, base=tried)}\n")
