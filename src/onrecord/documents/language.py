"""Text -> its language, and the omission that stands for a document in a language not read."""

import re
from functools import cache
from typing import Any

from onrecord.basis import Omission
from onrecord.documents.document import Document
from onrecord.span import Span

READ = frozenset({"en"})
"""Languages that are read."""
SAMPLE = 20_000
"""Characters looked at."""
ENOUGH = 60
"""Letters below which a text is too short to tell; it is then taken for English. In another script a third of them is enough."""
LAST_LATIN = "\u024f"
SURE = 0.95
"""Probability above which another language is believed."""
FUNCTION_WORDS = 0.15
"""Share of English function words above which a text is English whatever the identifier says; English prose has 0.3 to 0.5."""
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "was",
        "for",
        "that",
        "on",
        "with",
        "as",
        "by",
        "he",
        "at",
        "from",
        "it",
        "his",
        "has",
        "are",
        "an",
        "have",
        "be",
        "were",
        "had",
        "but",
        "not",
        "this",
        "who",
        "which",
        "said",
        "will",
        "or",
        "they",
        "their",
        "been",
        "its",
        "after",
        "would",
        "about",
        "into",
        "than",
        "we",
        "our",
        "you",
        "i",
    ]
)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def name_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; "en" where there is too little text to tell, "und" for another script that has no name."""
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    foreign = sum(len(w) for w in words if w[0] > LAST_LATIN)
    if 2 * foreign > letters >= ENOUGH // 3:
        code = str(_identifier().classify(sample)[0])
        return "und" if code == "en" else code
    if letters < ENOUGH:
        return "en"
    if sum(w in _ENGLISH for w in words) > FUNCTION_WORDS * len(words):
        return "en"
    code, probability = _identifier().classify(sample)
    return str(code) if probability > SURE else "en"


def language_code(given: str) -> str:
    """A language tag ("en-GB", "ENG") as the code used here."""
    tag = re.split(r"[-_]", given.strip().lower())[0]
    return {"eng": "en", "english": "en"}.get(tag, tag) or "en"


def language_omission(document: Document) -> Omission | None:
    """The omission that stands for the whole document where its language is not read, else None."""
    if document.language in READ:
        return None
    return Omission(Span(0, len(document.text)), "documents", f"language not read yet: {document.language}")
