"""Prepositions, adverbs and adjectives that credit -> statements: according to X, as X put it, reportedly, the alleged attack."""

from dataclasses import replace

from onrecord.reading.reading import Token
from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.draft import Draft
from onrecord.statements.sources import Source, source_of, source_of_verb
from onrecord.statements.syntax import CLAUSAL, Syntax, trimmed

_MARKS = frozenset({",", "(", ")", "-", "–", "—", "--"})


def credited_by_phrases(syntax: Syntax, lexicon: CueLexicon, taken: set[int]) -> list[Draft]:
    """Statements of "according to X" and its like, and of clauses with "as": "as X put it"."""
    found = []
    for token in syntax.reading.tokens:
        if token.index in taken:
            continue
        word = token.text.lower()
        if (
            (cues := lexicon.of("preposition", word)) and (draft := _of_preposition(syntax, token, [c.particle for c in cues])) is not None
        ) or (lexicon.of("adverbial-clause", word) and (draft := _of_as_clause(syntax, lexicon, token)) is not None):
            found.append(draft)
    return found


def credited_to_nobody(syntax: Syntax, lexicon: CueLexicon) -> list[Draft]:
    """Statements of adverbs and adjectives: somebody says so, and the text does not say who."""
    found = []
    for token in syntax.reading.tokens:
        word = token.text.lower()
        if token.pos == "ADV" and lexicon.of("adverb", word):
            host = next((t for t in syntax.up(token) if t.pos in ("VERB", "AUX")), None)
            if host is not None:
                found.append(
                    _draft(Source(), (token.span,), token.index, _clause_without(syntax, host, token.index, token.index), "reportedly")
                )
        elif lexicon.of("adjective-before-noun", word) and token.dep in ("amod", "nmod", "compound"):
            noun = syntax.head(token)
            if noun is not None and noun.pos in ("NOUN", "PROPN") and noun.index > token.index:
                span = trimmed(syntax, token.index + 1, noun.index)
                found.append(_draft(Source(), (token.span,), token.index, [span] if span else [], "alleged"))
    return [d for d in found if d.content]


def _draft(source: Source, cue: tuple[Span, ...], cue_head: int, content: list[Span], rule: str) -> Draft:
    return Draft(source.spans, source.head, cue, cue_head, tuple(content), "indirect", "asserts", rule)


def _of_preposition(syntax: Syntax, token: Token, tails: list[str]) -> Draft | None:
    """According to X, in the words of X: the words up to the source, and the clause they stand in."""
    tokens = syntax.reading.tokens
    for tail in tails:
        words = tail.split()
        last = token.index + len(words)
        if last + 1 >= len(tokens) or [t.text.lower() for t in tokens[token.index + 1 : last + 1]] != words:
            continue
        noun = syntax.kid(last, "pobj") or next((t for t in tokens[last + 1 : last + 12] if t.pos in ("NOUN", "PROPN", "PRON")), None)
        if noun is None or noun.sentence != token.sentence:
            return None
        source = source_of(syntax, noun, "according-to")
        end = max(noun.index, syntax.right[noun.index] if syntax.left[noun.index] > last else noun.index)
        sentence = syntax.reading.sentences[token.sentence]
        closing = end + 1 >= sentence.last - 1 or tokens[end + 1].text in _MARKS
        opening = token.index == sentence.first or tokens[token.index - 1].text in _MARKS
        host = next((t for t in syntax.up(token) if t.pos in ("VERB", "AUX") and t.dep in CLAUSAL), None)
        if end + 1 >= sentence.last - 1 and opening:
            host = tokens[sentence.root]
        if host is None and token.index == sentence.first and (rest := _behind_comma(syntax, noun.index, sentence.last)) is not None:
            first_name = replace(source, spans=(syntax.span(syntax.left[noun.index], noun.index),))
            return _draft(first_name, (syntax.span(token.index, last),), token.index, [rest], "according-to")
        if host is None or not (opening or closing):
            return None
        return _draft(
            source, (syntax.span(token.index, last),), token.index, _clause_without(syntax, host, token.index, end), "according-to"
        )
    return None


def _behind_comma(syntax: Syntax, noun: int, last: int) -> Span | None:
    """The rest of a sentence behind the comma after a name, where the parse saw no verb in it ("According to the host, the move reeks of fear")."""
    comma = next((i for i in range(noun + 1, min(noun + 12, last)) if syntax.token(i).text == ","), None)
    return trimmed(syntax, comma + 1, last - 1) if comma is not None and last - comma > 3 else None


def _of_as_clause(syntax: Syntax, lexicon: CueLexicon, token: Token) -> Draft | None:
    """As X said, as X put it: the clause that "as" opens, and the clause it stands in."""
    verb = syntax.head(token)
    if verb is None or verb.pos != "VERB" or verb.dep not in ("advcl", "ccomp", "parataxis", "relcl") or verb.index < token.index:
        return None
    if verb.lemma.lower() == "put":
        if not any(t.text.lower() == "it" and t.index == verb.index + 1 for t in syntax.kids(verb.index)):
            return None
    elif not any("quote" in c.takes for c in lexicon.of("verb", verb.lemma.lower())) or _does_more(syntax, lexicon, verb):
        return None
    source, host = source_of_verb(syntax, verb.index), syntax.head(verb)
    if (
        source is None
        or host is None
        or syntax.left[verb.index] != token.index
        or (syntax.kid(verb.index, "ccomp", "dobj") not in (None,) and verb.lemma.lower() != "put")
    ):
        return None
    content = _clause_without(syntax, host, token.index, syntax.right[verb.index])
    return _draft(source, (verb.span,), verb.index, content, "as-somebody-says") if content else None


_WHEN_WHERE = frozenset({"in", "on", "at", "during", "before", "after", "to"})


def _does_more(syntax: Syntax, lexicon: CueLexicon, verb: Token) -> bool:
    """Whether a verb has more beside it than when, where and to whom, or only decides: "as the nation decides on a successor" is a time."""
    if verb.lemma.lower() in ("decide", "rule", "judge", "read", "sing", "cry", "laugh", "answer", "begin", "go"):
        return True
    own = {c.particle for c in lexicon.of("verb", verb.lemma.lower())}
    if any(t.text.lower() in own and syntax.kid(t.index, "pobj", "pcomp") is not None for t in syntax.kids(verb.index, "prep")):
        return True
    return any(
        t.index > verb.index
        and t.text.lower() not in own
        and (t.dep in ("prt", "advcl", "xcomp", "oprd", "acomp") or (t.dep == "prep" and t.text.lower() not in _WHEN_WHERE))
        for t in syntax.kids(verb.index)
    )


def _clause_without(syntax: Syntax, host: Token, first: int, last: int) -> list[Span]:
    """The clause of a verb without tokens first to last: one span, or two around them."""
    left, right = min(syntax.left[host.index], first), max(syntax.right[host.index], last)
    pieces = [trimmed(syntax, left, first - 1) if first > left else None, trimmed(syntax, last + 1, right) if right > last else None]
    return [p for p in pieces if p is not None and len(p) > 1]
