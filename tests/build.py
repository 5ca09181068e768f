"""Readings made by hand, so that tests of rules need no parser."""

from onrecord.documents.document import Document, new_document
from onrecord.reading.parse import children_of
from onrecord.reading.reading import Reading, Sentence, Token
from onrecord.span import Span


def document(text: str, **given: object) -> Document:
    """A document with this text."""
    return new_document(text, **given)  # type: ignore[arg-type]


def reading(table: str, **given: object) -> Reading:
    """A reading of one or more sentences, from lines "word lemma pos tag dep head" with the head as a number within the sentence (0 first).

    Words are joined by single spaces; a blank line ends a sentence.
    """
    text, tokens, sentences = "", [], []
    for block in table.strip().split("\n\n"):
        first = len(tokens)
        rows = [line.split() for line in block.strip().splitlines()]
        for word, lemma, pos, tag, dep, head in rows:
            text += " " if text else ""
            tokens.append(
                Token(len(tokens), len(text), len(text) + len(word), word, lemma, pos, tag, dep, first + int(head), len(sentences))
            )
            text += word
        root = next((t.index for t in tokens[first:] if t.head == t.index), first)
        span = Span(tokens[first].start, tokens[-1].end)
        sentences.append(Sentence(len(sentences), span, first, len(tokens), root))
    done = tuple(tokens)
    return Reading(document(text, **given), done, tuple(sentences), children_of(done), parser="by hand")
