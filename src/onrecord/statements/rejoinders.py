"""Drafts -> drafts with the denials of what another said: a charge Khartoum denies, which Belgrade denied, Asmara rejected this, Accra said it was untrue."""

from bisect import bisect_right
from dataclasses import replace

from onrecord.reading.reading import Token
from onrecord.resources.cues import CueLexicon
from onrecord.span import Span
from onrecord.statements.called_false import PRONOUNS, is_claim, is_falsity
from onrecord.statements.cues import cue_words, unsaid
from onrecord.statements.draft import Draft
from onrecord.statements.sources import Source, source_of_verb
from onrecord.statements.syntax import Syntax, trimmed, words_in

_THINGS = frozenset({"something", "thing", "version"})
_TAKEN = frozenset({"asserts", "accuses", "denies", "concedes", "threatens"})
_TURNING = frozenset({"denies", "doubts"})
PAST_PRONOUN, PAST_NOUN = 2, 4
"""Sentences back that "this" and "the accusation" may reach to what they mean."""


def rejoinders(syntax: Syntax, lexicon: CueLexicon, taken: set[int]) -> list[Draft]:
    """Denials by a clause that hangs on what was said ("a charge Khartoum denies", ", which Belgrade denied") and by pronoun ("rejected this")."""
    found: list[Draft] = []
    for token in syntax.reading.tokens:
        draft = None
        if token.text.lower() in ("which", "that") or is_claim(lexicon, token) or token.lemma.lower() in _THINGS:
            draft = _hanging(syntax, lexicon, token)
        elif token.dep == "dobj" and token.text.lower() in PRONOUNS:
            draft = _of_pronoun(syntax, lexicon, token)
        if draft is not None and draft.cue_head not in taken | {d.cue_head for d in found[-1:]}:
            found.append(draft)
    return found


def _denying(syntax: Syntax, lexicon: CueLexicon, verb: Token) -> str | None:
    """The stance of a verb that denies or doubts a thing, None for others and for one that is negated."""
    if verb.pos != "VERB" or unsaid(syntax, verb) or any(t.tag == "MD" for t in syntax.kids(verb.index, "aux")):
        return None
    classes = lexicon.of("verb", verb.lemma.lower())
    return next((c.stance for c in classes if c.stance in _TURNING and "object" in c.takes and not c.particle), None)


def _draft(
    syntax: Syntax, verb: Token, source: Source | None, content: Span, stance: str, rule: str, takes_up: tuple[Span, ...] = ()
) -> Draft | None:
    if source is None or not source.spans:
        return None
    cue = cue_words(syntax, verb)
    return Draft(source.spans, source.head, cue, verb.index, (content,), "indirect", stance, rule, takes_up=takes_up)  # type: ignore[arg-type]


def _hanging(syntax: Syntax, lexicon: CueLexicon, token: Token) -> Draft | None:
    """ ", a charge (which) X denies", ", an accusation denied by X", ", which X denied": what hangs on the clause before it by a comma or dash."""
    first = _phrase_start(syntax, token)
    if first < 2 or syntax.token(first - 1).text not in (",", "–", "—", "--", "-") or syntax.token(first - 1).sentence != token.sentence:
        return None
    end = min(syntax.reading.sentences[token.sentence].last, token.index + 14)
    verb = next((t for t in syntax.reading.tokens[token.index + 1 : end] if t.pos == "VERB" or t.text in (",", ";")), None)
    if verb is None or (stance := _denying(syntax, lexicon, verb)) is None or _has_object(syntax, verb, token):
        return None
    host = _clause_before(syntax, first - 1)
    if host is None:
        return None
    content = syntax.span(first, token.index)
    return _draft(syntax, verb, source_of_verb(syntax, verb.index), content, stance, "rejoinder-by-clause", (host,))


def _phrase_start(syntax: Syntax, token: Token) -> int:
    """Where the noun phrase of a claim begins: its article and adjectives before it."""
    first = token.index
    while first > 0 and syntax.token(first - 1).pos in ("DET", "ADJ", "ADV") and token.index - first < 4:
        first -= 1
    return first


def _has_object(syntax: Syntax, verb: Token, token: Token) -> bool:
    """Whether the verb denies a thing of its own, after it; the noun or pronoun before it is then only its subject."""
    own = [t for t in syntax.kids(verb.index, "dobj", "ccomp", "xcomp") if t.index > verb.index]
    return bool(own) or any(t.index == token.index and t.dep in ("nsubj", "nsubjpass") for t in syntax.kids(verb.index))


def _clause_before(syntax: Syntax, comma: int) -> Span | None:
    """The words of a sentence up to a comma, back to its start."""
    sentence = syntax.reading.sentences[syntax.token(comma).sentence]
    return trimmed(syntax, sentence.first, comma - 1)


def _of_pronoun(syntax: Syntax, lexicon: CueLexicon, token: Token) -> Draft | None:
    """X denied this, X rejects it: what it means is found later."""
    verb = syntax.head(token)
    if (
        verb is None
        or token.index < verb.index
        or syntax.kid(verb.index, "ccomp", "xcomp") is not None
        or (stance := _denying(syntax, lexicon, verb)) is None
    ):
        return None
    return _draft(syntax, verb, source_of_verb(syntax, verb.index), token.span, stance, "rejoinder-by-pronoun")


def with_what_they_take_up(syntax: Syntax, lexicon: CueLexicon, drafts: list[Draft]) -> list[Draft]:
    """The drafts; each denial of what stands before it with the spans it takes up, and no content running on into a clause that denies it."""
    hanging = [d for d in drafts if d.rule == "rejoinder-by-clause"]
    drafts = [_before(d, hanging) for d in drafts]
    said = sorted((d for d in drafts if d.stance in _TAKEN and d.content), key=lambda d: d.content[-1].end)
    ends = [d.content[-1].end for d in said]
    return [_answering(syntax, lexicon, d, said, ends) for d in drafts]


def _before(draft: Draft, hanging: list[Draft]) -> Draft:
    """A content ends before the clause that denies it."""
    at = bisect_right(hanging, draft.content[0].start, key=lambda d: d.content[0].start) if draft.content else len(hanging)
    if at == len(hanging) or draft is hanging[at]:
        return draft
    here, cut = hanging[at], hanging[at].takes_up[0].end
    if not any(c.contains(here.content[0]) for c in draft.content) or (draft.cue and here.cue[0].start <= draft.cue[0].start):
        return draft
    content = tuple(Span(c.start, min(c.end, cut)) for c in draft.content if c.start < cut)
    return replace(draft, content=content) if content else draft


def _answering(syntax: Syntax, lexicon: CueLexicon, draft: Draft, said: list[Draft], ends: list[int]) -> Draft:
    """A denial with what it takes up."""
    if draft.takes_up:
        last = bisect_right(ends, draft.takes_up[0].end)
        inside = next((d for d in reversed(said[max(0, last - 8) : last]) if draft.takes_up[0].overlaps(d.content[-1])), None)
        return replace(draft, takes_up=inside.content) if inside is not None and inside.source != draft.source else draft
    if draft.quotation == "direct" and (found := _false_sentence(syntax, lexicon, draft, said, ends)) is not None:
        return replace(draft, takes_up=found.content)
    own_part = _denies_own_part(syntax, draft)
    meant = PAST_NOUN if own_part else _meant(syntax, lexicon, draft)
    if not meant or not draft.source:
        return draft
    start = min(draft.cue[0].start, draft.source[0].start, draft.content[0].start) if draft.cue else draft.content[0].start
    sentence = syntax.token(draft.cue_head).sentence if draft.cue_head is not None else 0
    text = syntax.reading.document.text
    who = draft.source[0].of(text).lower()
    for other in reversed(said[max(0, bisect_right(ends, start) - 6) : bisect_right(ends, start)]):
        back = sentence - (words_in(syntax, other.content[-1])[-1:] or [syntax.token(0)])[0].sentence
        if back > meant:
            break
        if (
            other is not draft
            and (not own_part or _tells_of(syntax, other, who))
            and not (other.stance == draft.stance == "denies")
            and not (other.source and other.source[0].of(text).lower() == who)
        ):
            return replace(draft, takes_up=other.content, stance="denies" if draft.stance == "asserts" else draft.stance)
    if meant == PAST_PRONOUN and sentence:
        before = syntax.reading.sentences[sentence - 1].span
        at = bisect_right(ends, before.start)
        near = said[at : at + 12]
        if text[before.end : start].count("\n") == 0 and not any(c.overlaps(before) for d in near for c in d.content):
            return replace(draft, takes_up=(before,), stance="denies" if draft.stance == "asserts" else draft.stance)
    return draft


_OWN_PART = frozenset({"responsibility", "involvement", "role", "part", "complicity", "wrongdoing", "participation"})


def _denies_own_part(syntax: Syntax, draft: Draft) -> bool:
    """Whether somebody denies that it was he, and does not say what ("denied responsibility", "denied any role")."""
    words = [t for t in words_in(syntax, draft.content[0]) if t.pos != "PUNCT"] if draft.content and draft.stance == "denies" else []
    return 0 < len(words) <= 3 and words[-1].lemma.lower() in _OWN_PART and draft.rule.startswith("deny/")


def _tells_of(syntax: Syntax, said: Draft, who: str) -> bool:
    """Whether what was said tells of a deed by him who denies his part: of whom he is accused, or the subject of what is claimed."""
    words = words_in(syntax, said.content[-1])
    if said.stance == "accuses":
        return any(t.tag == "VBG" and t.index and syntax.token(t.index - 1).text.lower() == "of" for t in words)
    name = who.removeprefix("the ")
    return any(t.dep == "nsubj" and name.split()[-1:] == [t.text.lower()] for t in words)


def _false_sentence(syntax: Syntax, lexicon: CueLexicon, draft: Draft, said: list[Draft], ends: list[int]) -> Draft | None:
    """What a sentence of a quotation or turn says is false ("That is not true. We never fired."): what was last said before it."""
    words = words_in(syntax, draft.content[0])
    first = words[0].sentence if words else 0
    for number in range(first, min(first + OPENING, len(syntax.reading.sentences))):
        sentence = syntax.reading.sentences[number]
        held = [t for t in words_in(syntax, sentence.span) if t.pos != "PUNCT" and draft.content[0].contains(t.span)]
        if len(held) > 8 or not held or held[0].text.lower() not in PRONOUNS or not _says_false(syntax, lexicon, held):
            continue
        last = bisect_right(ends, sentence.span.start)
        return next(
            (
                d
                for d in reversed(said[max(0, last - LAST) : last])
                if (d.source != draft.source or not d.source) and d.content[-1].end > sentence.span.start - NEAR
            ),
            None,
        )
    return None


OPENING = 6
"""Sentences at the head of a quotation in which it may say that something is false."""
LAST = 6
"""Statements back that are looked at for what is called false."""
NEAR = 400
"""Characters back that "that" in an answer may reach."""


def _meant(syntax: Syntax, lexicon: CueLexicon, draft: Draft) -> int:
    """How many sentences back what a denial denies may lie; 0 where it says itself what that is."""
    words = [t for t in words_in(syntax, draft.content[0]) if t.pos != "PUNCT"] if draft.content else []
    if not words or len(words) > 12:
        return 0
    if draft.stance in _TURNING:
        if len(words) == 1:
            return PAST_PRONOUN if words[0].text.lower() in PRONOUNS else PAST_NOUN if is_claim(lexicon, words[0]) else 0
        if draft.rule.startswith("called-false") and words[0].text.lower() in PRONOUNS:
            return PAST_PRONOUN
        return PAST_NOUN if _is_bare_claim(syntax, lexicon, words) else 0
    if draft.stance == "asserts" and _says_false(syntax, lexicon, words):
        return PAST_PRONOUN if words[0].text.lower() in PRONOUNS else PAST_NOUN
    return 0


def _says_false(syntax: Syntax, lexicon: CueLexicon, words: list[Token]) -> bool:
    """Whether words say of "this" or "the claim" that it is not true ("this was untrue", "the charges are a complete lie", "it is not true")."""
    be = next((n for n, t in enumerate(words) if t.lemma.lower() == "be" or t.text.lower() in ("'s", "is", "was", "are", "were")), None)
    if be is None or be + 1 >= len(words) or not (words[0].text.lower() in PRONOUNS or _is_bare_claim(syntax, lexicon, words[:be])):
        return False
    negated = words[be + 1].dep == "neg" or words[be + 1].text.lower() in ("not", "n't")
    said = words[-1].text.lower()
    return (said in ("true", "correct", "accurate")) if negated else is_falsity(lexicon, words[-1])


def _is_bare_claim(syntax: Syntax, lexicon: CueLexicon, words: list[Token]) -> bool:
    """Whether words are a definite claim without what was claimed ("the accusation", "these reports", "all the charges against it")."""
    head = next((t for t in words if is_claim(lexicon, t)), None)
    if head is None or words[0].text.lower() in ("a", "an", "no"):
        return False
    return not any(
        t.dep in ("acl", "relcl", "ccomp") or (t.dep == "prep" and t.text.lower() in ("of", "about")) for t in syntax.kids(head.index)
    )
