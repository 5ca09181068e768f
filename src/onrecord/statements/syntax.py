"""Reading -> the reach of every token's subtree, and noun phrases cut from it; computed once, so that no rule walks a subtree."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import tokens_in
from onrecord.resources.speakers import SpeakerWords
from onrecord.span import Span

CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass"})
WIDEST = 200
"""Children of one token that are looked at: more are no syntax, and every rule stays linear in a sentence of any length."""
_AFTER_NOUN = frozenset({"relcl", "appos", "punct", "conj", "cc", "parataxis", "dep"})
_LEADING = frozenset({"punct", "cc", "preconj", "mark", "intj"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """A reading with, for each token, the first and last token index of its subtree, and the words that tell who speaks."""

    reading: Reading
    left: tuple[int, ...]
    right: tuple[int, ...]
    speakers: SpeakerWords = SpeakerWords()

    def token(self, index: int) -> Token:
        return self.reading.tokens[index]

    def kids(self, index: int, *deps: str) -> list[Token]:
        """Children left to right; only those in the named relations where any are named."""
        tokens = self.reading.tokens
        return [tokens[i] for i in self.reading.children[index][:WIDEST] if not deps or tokens[i].dep in deps]

    def kid(self, index: int, *deps: str) -> Token | None:
        return next(iter(self.kids(index, *deps)), None)

    def head(self, token: Token) -> Token | None:
        """The head of a token, None for a root."""
        return None if token.head == token.index else self.reading.tokens[token.head]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens first to last, both included."""
        return Span(self.reading.tokens[first].start, self.reading.tokens[last].end)

    def up(self, token: Token, limit: int = 40) -> Iterator[Token]:
        """The heads above a token, nearest first, at most `limit` of them."""
        here = self.head(token)
        while here is not None and limit:
            yield here
            here, limit = self.head(here), limit - 1


def syntax_of(reading: Reading, speakers: SpeakerWords) -> Syntax:
    """The reach of each subtree, in one pass from the leaves up; a circle in the heads leaves its tokens as they are."""
    left, right = list(range(len(reading.tokens))), list(range(len(reading.tokens)))
    for sentence in reading.sentences:
        order = [t.index for t in reading.tokens[sentence.first : sentence.last] if t.head == t.index]
        for index in order:  # grows while it is walked: heads before their children
            order.extend(reading.children[index])
        for index in reversed(order):
            head = reading.tokens[index].head
            left[head], right[head] = min(left[head], left[index]), max(right[head], right[index])
    return Syntax(reading, tuple(left), tuple(right), speakers)


def is_word(token: Token) -> bool:
    """Whether a token is more than marks, whatever the parser takes it for."""
    return token.pos != "PUNCT" and any(c.isalnum() for c in token.text)


def noun_phrase(syntax: Syntax, head: int) -> Span:
    """A noun with what belongs to its name: modifiers before it, "of" phrases after it, a name in apposition to a title.

    Relative clauses, descriptions in apposition, brackets and coordinated nouns are left out.
    """
    first = last = head
    for before in syntax.kids(head):
        if before.index < head and before.dep not in _LEADING:
            first = min(first, syntax.left[before.index])
    for after in syntax.kids(head):
        if after.index <= head or (after.dep == "punct" and after.text == "," and _name_follows(syntax, head, after.index)):
            continue
        if after.dep == "appos" and syntax.token(head).pos == "NOUN" and after.pos == "PROPN" and after.index - last <= 6:
            return syntax.span(first, _end_of_name(syntax, after.index))
        if after.dep in _AFTER_NOUN or (
            after.dep in ("acl", "advcl", "amod", "prep") and after.index - 1 > last and _comma(syntax, last + 1)
        ):
            if after.dep == "punct" and after.text in "-–/.'" and after.index == last + 1:
                continue
            break
        last = max(last, syntax.right[after.index])
    return syntax.span(first, last)


def _name_follows(syntax: Syntax, head: int, comma: int) -> bool:
    """Whether a comma stands between a title and the name in apposition to it ("the governor, Musa Adam")."""
    name = syntax.kid(head, "appos")
    return name is not None and syntax.token(head).pos == "NOUN" and name.pos == "PROPN" and syntax.left[name.index] == comma + 1


def _end_of_name(syntax: Syntax, head: int) -> int:
    last = head
    for after in syntax.kids(head):
        if after.index > head:
            if after.dep in _AFTER_NOUN or after.dep in ("acl", "advcl"):
                break
            last = max(last, syntax.right[after.index])
    return last


def _comma(syntax: Syntax, index: int) -> bool:
    return index < len(syntax.reading.tokens) and syntax.token(index).text in (",", "—", "–", "(", "--")


def coordinated(syntax: Syntax, head: int, limit: int = 12) -> list[int]:
    """A noun and those coordinated after it ("A, B and C" from A)."""
    found, here = [head], head
    while (
        len(found) < limit
        and (following := syntax.kid(here, "conj")) is not None
        and following.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    ):
        here = following.index
        found.append(here)
    return found


def trimmed(syntax: Syntax, first: int, last: int) -> Span | None:
    """Tokens first to last without the marks at either end that close or join sentences; quotation marks and brackets stay."""
    tokens = syntax.reading.tokens
    while first <= last and tokens[first].text in (",", ";", ":", "-", "–", "—", "--", ".", ")", "]"):
        first += 1
    while last >= first and tokens[last].text in (",", ";", ":", "-", "–", "—", "--", ".", "(", "["):
        last -= 1
    return syntax.span(first, last) if first <= last else None


def words_in(syntax: Syntax, span: Span) -> list[Token]:
    """The tokens of a span, marks included."""
    return tokens_in(syntax.reading, span)


def borrowed_subject(syntax: Syntax, clause: Token) -> Token | None:
    """The object right before a finite clause without a subject, which is its subject in truth ("told her Ali had fled")."""
    head = syntax.head(clause)
    if clause.dep != "ccomp" or head is None or syntax.kid(clause.index, "nsubj", "nsubjpass", "expl", "mark") is not None:
        return None
    finite = clause.tag in ("VBD", "VBZ", "VBP") or any(t.dep in ("aux", "auxpass") and t.tag != "TO" for t in syntax.kids(clause.index))
    thing = syntax.kid(head.index, "dobj")
    return thing if finite and thing is not None and syntax.right[thing.index] + 1 == syntax.left[clause.index] else None


def is_that_clause(syntax: Syntax, clause: Token) -> bool:
    """Whether "that" or "whether" only opens the clause; read as an object it must be one too many ("that it had sent troops")."""
    kids = syntax.kids(clause.index)
    opener = next((t for t in kids if t.index == syntax.left[clause.index] and t.text.lower() in ("that", "whether")), None)
    if opener is None or opener.dep == "mark":
        return opener is not None
    subject = any(t.dep in ("nsubj", "nsubjpass") and t is not opener for t in kids)
    return opener.dep == "dobj" and subject and any(t.dep in ("dobj", "ccomp", "xcomp") and t is not opener for t in kids)
