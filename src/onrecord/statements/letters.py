"""Reading -> Letters: the document itself where its layout shows one, and letters that a text says somebody wrote."""

import re
from dataclasses import replace

from onrecord.basis import Basis
from onrecord.reading.reading import Token
from onrecord.reading.tree import head_of
from onrecord.span import Span
from onrecord.statements.answers import LETTER_NOUNS, answered, date_near
from onrecord.statements.draft import Draft
from onrecord.statements.letter import Letter
from onrecord.statements.letter_parts import own_letters
from onrecord.statements.sources import source_of_verb
from onrecord.statements.syntax import Syntax, coordinated, noun_phrase

_SENDING = frozenset({"send", "write", "address", "deliver", "dispatch", "hand", "forward", "transmit", "present", "submit", "convey", "direct", "pen", "cable", "fire"})  # fmt: skip
_GETTING = frozenset({"receive", "get", "obtain"})
_PERSONAL = frozenset({"i", "we", "you", "it", "they", "this", "that", "them"})


def find_letters(syntax: Syntax) -> tuple[Letter, ...]:
    """The document's own letter first, then those it relays, in text order; one for each sender and recipient."""
    found = own_letters(syntax)
    own = next(iter(found), None)
    inside = [x.span for x in found[1:]]
    seen: set[tuple[str, str]] = set()
    text = syntax.reading.document.text
    for token in syntax.reading.tokens:
        letter = _relayed(syntax, token)
        if letter is None or (own is not None and (_is_own(letter, text) or any(s.contains(token.span) for s in inside))):
            continue
        key = (letter.sender.of(text).lower() if letter.sender else "", letter.recipients[0].of(text).lower() if letter.recipients else "")
        if key not in seen:
            seen.add(key)
            found.append(letter)
    return tuple(replace(x, id=f"l{n}") for n, x in enumerate(found, 1))


_MINE = re.compile(r"(?:my|our) (?:government|delegation|country|ministry|mission|embassy|nation|people|authorities|side)$", re.I)
_SELF = re.compile(r"the (?:permanent )?(?P<body>mission|embassy|ministry|delegation|secretariat|consulate|commission|office)$", re.I)


def speaks_as_itself(letters: tuple[Letter, ...], text: str, words: str) -> bool:
    """Whether words are how a letter's author speaks of himself in it: "my Government", and in a note verbale "the Mission"."""
    own = next((x for x in letters if not x.relayed), None)
    if own is None:
        return False
    if _MINE.match(words):
        return True
    body = _SELF.match(words)
    return (
        body is not None
        and own.basis.rule == "note-verbale"
        and own.sender is not None
        and body["body"].lower() in own.sender.of(text).lower()
    )


def enclosed_letters(syntax: Syntax, letters: tuple[Letter, ...]) -> list[Draft]:
    """A statement by its writer for each letter that stands whole in another: what is in it is his claim, and its "I" and "we" are his."""
    found = []
    for letter in letters:
        if letter.body and letter.sender is not None:
            head = head_of(syntax.reading, letter.sender)
            index = head.index if head is not None else None
            rule = letter.basis.rule
            found.append(Draft((letter.sender,), index, (), None, letter.body, "direct", "asserts", rule, addressees=letter.recipients))
    return found


def _is_own(letter: Letter, text: str) -> bool:
    """Whether a letter that a letter speaks of is itself: "I write to you", "in reply to your note"."""
    return letter.basis.rule == "answers-letter" or (letter.sender is not None and letter.sender.of(text).lower() in _PERSONAL)


def _relayed(syntax: Syntax, token: Token) -> Letter | None:
    if token.pos == "NOUN" and token.lemma.lower() in LETTER_NOUNS:
        return _by_noun(syntax, token)
    if (
        token.pos == "VERB"
        and token.lemma.lower() == "write"
        and not any(t.lemma.lower() in LETTER_NOUNS for t in syntax.kids(token.index))
    ):
        return _by_verb(syntax, token)
    return None


def _by_verb(syntax: Syntax, verb: Token) -> Letter | None:
    """X has written to Y."""
    recipients = _to(syntax, verb)
    source = source_of_verb(syntax, verb.index)
    if not recipients or source is None or not source.spans:
        return None
    return _letter(syntax, verb, source.spans[0], recipients, "wrote-to")


def _by_noun(syntax: Syntax, noun: Token) -> Letter | None:
    """X sent Y a letter, Y received a letter from X, in a letter to Y X wrote, X's letter to Y."""
    head, recipients = syntax.head(noun), _to(syntax, noun)
    answer = answered(syntax, noun)
    if answer is not None and answer.by is not None:
        return _answering(syntax, noun)
    sender = _possessor(syntax, noun) or _from(syntax, noun)
    if head is not None and noun.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        lemma, source = head.lemma.lower(), source_of_verb(syntax, head.index)
        subject = source.spans[0] if source is not None and source.spans else None
        if lemma in _GETTING and (sender := sender or _from(syntax, head)) is not None:
            return _letter(syntax, noun, sender, (subject,) if subject else (), "received-letter")
        if lemma in _SENDING and (recipients := recipients or _to(syntax, head) or _dative(syntax, head)):
            return _letter(syntax, noun, subject or sender, recipients, "sent-letter")
    if not recipients:
        return None
    if head is not None and head.pos == "ADP" and head.text.lower() in ("in", "by") and (verb := syntax.head(head)) is not None:
        source = source_of_verb(syntax, verb.index) if verb.pos in ("VERB", "AUX") else None
        if source is not None and source.spans:
            return _letter(syntax, noun, source.spans[0], recipients, "in-letter-to")
    return _letter(syntax, noun, sender, recipients, "letter-from-to") if sender is not None else None


def _answering(syntax: Syntax, noun: Token) -> Letter | None:
    """A text that says somebody answers a letter: his words are an answer to it."""
    verb = next((t for t in syntax.up(noun) if t.pos == "VERB" and t.dep in ("ROOT", "ccomp", "conj")), None)
    answer = answered(syntax, noun)
    source = source_of_verb(syntax, verb.index) if verb is not None else None
    if (
        source is None
        or not source.spans
        or answer is None
        or answer.by is None
        or source.spans[0].of(syntax.reading.document.text).lower() in _PERSONAL
    ):
        return None
    made = _letter(syntax, noun, source.spans[0], (answer.by,), "answers-letter")
    return Letter(made.id, made.span, made.sender, made.recipients, None, None, None, True, answer, made.basis)


def _letter(syntax: Syntax, at: Token, sender: Span | None, recipients: tuple[Span, ...], rule: str) -> Letter:
    sentence = syntax.reading.sentences[at.sentence]
    date = date_near(syntax, at) if at.pos == "NOUN" else None
    return Letter("", sentence.span, sender, recipients, date, None, None, True, None, Basis(rule))


def _to(syntax: Syntax, head: Token) -> tuple[Span, ...]:
    """Those a letter or a writing verb is directed to."""
    for preposition in syntax.kids(head.index, "prep", "dative", "acl"):
        inner = preposition if preposition.dep != "acl" else syntax.kid(preposition.index, "prep", "dative")
        if inner is None or (preposition.dep == "acl" and preposition.lemma.lower() not in _SENDING) or inner.text.lower() != "to":
            continue
        thing = syntax.kid(inner.index, "pobj")
        if thing is not None and thing.pos in ("NOUN", "PROPN"):
            return tuple(noun_phrase(syntax, i) for i in coordinated(syntax, thing.index))
    return ()


def _dative(syntax: Syntax, verb: Token) -> tuple[Span, ...]:
    person = syntax.kid(verb.index, "dative")
    return (noun_phrase(syntax, person.index),) if person is not None and person.pos in ("NOUN", "PROPN") else ()


def _possessor(syntax: Syntax, noun: Token) -> Span | None:
    owner = syntax.kid(noun.index, "poss")
    return noun_phrase(syntax, owner.index) if owner is not None and owner.pos in ("NOUN", "PROPN") else None


def _from(syntax: Syntax, head: Token) -> Span | None:
    for preposition in syntax.kids(head.index, "prep"):
        if preposition.text.lower() in ("from", "by") and (thing := syntax.kid(preposition.index, "pobj")) is not None:
            return noun_phrase(syntax, thing.index)
    return None
