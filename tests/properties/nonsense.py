"""Parsers that are wrong on purpose: every stage must bear what they return."""

import random
import re
from dataclasses import dataclass

from onrecord.documents.document import Document
from onrecord.reading.parse import Parse
from onrecord.reading.reading import Sentence, Token
from onrecord.span import Span

DEPS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "agent",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "relcl",
    "conj",
    "cc",
    "amod",
    "compound",
    "poss",
    "det",
    "aux",
    "auxpass",
    "neg",
    "mark",
    "appos",
    "advmod",
    "nummod",
    "parataxis",
    "punct",
    "npadvmod",
    "dative",
    "oprd",
    "attr",
    "acomp",
    "pcomp",
    "prt",
    "case",
    "expl",
    "dep",
]
TAGS = (("NOUN", "NN"), ("NOUN", "NNS"), ("PROPN", "NNP"), ("VERB", "VBD"), ("VERB", "VBN"), ("VERB", "VBZ"), ("VERB", "VB"),
        ("AUX", "MD"), ("ADJ", "JJ"), ("ADV", "RB"), ("ADP", "IN"), ("DET", "DT"), ("PRON", "PRP"), ("NUM", "CD"), ("PUNCT", ","))  # fmt: skip


@dataclass
class NonsenseParser:
    """Words and marks as tokens, a sentence break at each full stop or line break; tags, relations and heads drawn at random, circles allowed."""

    seed: int
    identity: str = "nonsense"

    def parse(self, document: Document) -> Parse:
        """The same nonsense for the same text and seed."""
        draw = random.Random(f"{self.seed}{document.text}")
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for found in re.finditer(r"[^.\n]+[.\n]?", document.text):
            words = [m.span() for m in re.finditer(r"\w+|[^\w\s]", document.text[found.start() : found.end()])]
            if not words:
                continue
            first, count = len(tokens), len(words)
            for start, end in words:
                start, end = start + found.start(), end + found.start()
                pos, tag = draw.choice(TAGS)
                text = document.text[start:end]
                tokens.append(
                    Token(
                        len(tokens),
                        start,
                        end,
                        text,
                        text.lower(),
                        pos,
                        tag,
                        draw.choice(DEPS),
                        first + draw.randrange(count),
                        len(sentences),
                    )
                )
            span = Span(tokens[first].start, tokens[-1].end)
            sentences.append(Sentence(len(sentences), span, first, len(tokens), first + draw.randrange(count)))
        return Parse(tuple(tokens), tuple(sentences))
