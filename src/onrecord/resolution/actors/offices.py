"""Titles -> offices: of which state or body, for whom their holders speak, who held them then, and where the text gives one to another."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from onrecord.basis import Basis, Candidate, Flag, Reason
from onrecord.reading.mentions_phrases import complement, owner, phrase, qualifiers
from onrecord.reading.reading import Mention, Reading
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resources.directory import Directory, Held, Person
from onrecord.resources.phrase_index import fold_words

SPEAKERS = frozenset({"spokesman", "spokeswoman"})
FORMER = frozenset(
    {
        "former",
        "ex",
        "then",
        "ex-",
        "late",
        "past",
        "onetime",
        "erstwhile",
        "future",
        "incoming",
        "outgoing",
        "designate",
        "would-be",
        "acting",
    }
)


def find_offices(cast: Cast) -> None:
    """Fills each person's office and whom he speaks for."""
    _by_line_below(cast)
    for draft in list(cast.drafts):
        if draft.kind != "person":
            continue
        for mention in draft.mentions:
            if mention.form == "pronoun":
                continue
            of = _office_of(cast, draft, mention)
            if of is not None and of is not draft and draft.office_of is None:
                draft.office_of = of
            if draft.speaks_for is None and (body := _speaks_for(cast, mention)) is not None and body is not draft:
                draft.speaks_for = body
        if draft.title in SPEAKERS and draft.office_of is not None:
            draft.speaks_for = draft.speaks_for or draft.office_of
        headed = draft.office_of.name if draft.office_of is not None and _acts_for_states(cast, draft) else _body_headed(cast, draft)
        if headed is not None:
            # his own country is no party to what he does in that office
            draft.country = None
            draft.sectors = tuple(dict.fromkeys(("IGO", *(s for s in draft.sectors if s != "GOV"))))
            draft.basis = replace(draft.basis, reasons=(*draft.basis.reasons, Reason("acts-for-an-international-body", 1.0, headed)))
        elif draft.office_of is not None and draft.country is None:
            draft.country = draft.office_of.country


def _acts_for_states(cast: Cast, draft: Draft) -> bool:
    """Whether somebody's office is of an international body, and he speaks for it ("the UN Secretary General", "an AU envoy")."""
    of, title = draft.office_of, cast.resources.directory.titles.get(draft.title or "")
    return (
        of is not None
        and of.country is None
        and "IGO" in of.sectors
        and title is not None
        and title.stands == "body"
        and not _qualified(cast, draft)
    )


def _body_headed(cast: Cast, draft: Draft) -> str | None:
    """The international body of which somebody named without his office ("António Guterres") holds one on the text's day, and no other, as the directory has it."""
    directory = cast.resources.directory
    person = directory.persons.get(draft.entry or "")
    if person is None or draft.office_of is not None or _qualified(cast, draft):
        return None
    held = [h for h in person.offices if cast.day is None or h.years.may_hold(cast.day)]
    of = [b for h in held if (b := directory.bodies.get(h.of)) and b.country is None and "IGO" in b.sectors]
    fits = draft.title is None or draft.title in {h.title for h in held}
    return of[0].name if of and fits and len(of) == len(held) else None


def _office_of(cast: Cast, draft: Draft, mention: Mention) -> Draft | None:
    """The body or state a title is of: its possessor, what follows by "of" or "for", or what stands before it."""
    reading = cast.reading
    if mention.title is None and draft.title is None:
        return None
    title = cast.resources.directory.titles.get(mention.title or draft.title or "")
    envoy = title is not None and title.stands == "state"
    if (following := _right_after(cast, mention, envoy=envoy)) is not None:
        return following
    if envoy and (sending := _sending(cast, mention)) is not None:
        return sending
    near = [owner(reading, mention.head), complement(reading, mention.head, *(_OF_WHOM if envoy else (*_OF_WHOM, "at", "in", "to")))]
    for token in reading.tokens[mention.first : mention.last]:
        if token.index != mention.head:
            near.append(complement(reading, token.index, "of", "for") if token.dep in {"compound", "nmod"} else None)
    for beside in near:
        if beside is None:
            continue
        found = cast.at(beside.index)
        if found is not None and found.kind not in {"person", "unknown", "population"}:
            return found
    for token in reversed(qualifiers(reading, mention.head)):
        found = cast.at(token.index)
        if found is not None and found.kind in {"state", "organization", "government", "armed_force", "party", "media"}:
            return found
    if envoy and (mention.country or draft.country):
        return cast.state_by_code(mention.country or draft.country or "")
    return None


_OF_WHOM = ("of", "for")
"""What names whom an envoy represents; "to" and "in" name where he is sent."""


def _sending(cast: Cast, mention: Mention) -> Draft | None:
    """A state that is in no list, of which somebody is an envoy ("the Permanent Representative of the Republic of Kavara to the United Nations")."""
    state = complement(cast.reading, mention.head, "of")
    name = complement(cast.reading, state.index, "of") if state is not None and cast.at(state.index) is None else None
    found = cast.at(name.index) if name is not None else None
    return found if found is not None and found.named and found.kind in {"unknown", "organization"} else None


def _by_line_below(cast: Cast) -> None:
    """Gives a body on a line of its own the country of the line below ("Ministry of External Affairs", "Government of Sri Lanka")."""
    text = cast.reading.document.text
    for here, below in pairwise(cast.reading.mentions):
        gap = text[here.span.end : below.span.start]
        if here.form != "name" or below.form != "name" or "\n" not in gap or gap.strip(" \t,\n") or gap.count("\n") > 2:
            continue
        body, state = cast.at(here.head), cast.at(below.head)
        if body is None or state is None or state.kind not in {"state", "government"} or state.country is None:
            continue
        if body.kind == "government" and body.country is None and "IGO" not in body.sectors:
            body.country = state.country
            body.basis = replace(body.basis, reasons=(*body.basis.reasons, Reason("country-on-the-line-below", 1.0, state.country)))


_OF = re.compile(r"(?:[ \t]+(?:for|of)(?:[ \t]+(?:and[ \t]+)?[A-ZÀ-Þ][\w-]+){1,5})?[ \t]+(?:of|to|for)[ \t]+(?:the[ \t]+)?")


def _right_after(cast: Cast, mention: Mention, *, envoy: bool) -> Draft | None:
    """The body that follows a title on its line by "of", "to" or "for" ("Secretary to the Ministry of Works"), however the parse hangs what stands below."""
    mentions, text = cast.reading.mentions, cast.reading.document.text
    at = cast.first_from(mention.span.end)
    if at >= len(mentions) or not _OF.fullmatch(text, mention.span.end, mentions[at].span.start):
        return None
    if envoy and " to " in text[mention.span.end : mentions[at].span.start]:
        return None
    found = cast.at(mentions[at].head)
    return found if found is not None and found.kind in {"state", "organization", "government", "armed_force", "party"} else None


def _speaks_for(cast: Cast, mention: Mention) -> Draft | None:
    """The body named in "who speaks for the landowners"."""
    reading = cast.reading
    for index in reading.children[mention.head]:
        clause = reading.tokens[index]
        if clause.dep == "relcl" and clause.lemma == "speak":
            body = complement(reading, index, "for")
            return cast.at(body.index) if body is not None else None
    return None


def resolve_holders(cast: Cast) -> None:
    """Gives a title without a name the person who, as the directory has it, held the office then; the name stays the text's."""
    if cast.day is None:
        return
    for draft in cast.drafts:
        if (
            draft.kind != "person"
            or draft.named
            or draft.entry
            or draft.title is None
            or draft.office_of is None
            or _qualified(cast, draft)
        ):
            continue
        held = _holders_then(cast.resources.directory, draft, cast.day)
        sure = [p for p, h in held if h.years.surely_holds(cast.day)]
        draft.candidates = tuple(Candidate(p.id, round(1 / len(held), 2)) for p, _ in held)
        if len(sure) == 1:
            draft.entry, draft.outcome = sure[0].id, "resolved"
            draft.basis = Basis("office-held-then", None, (Reason("held-office", 1.0, f"{sure[0].name} on {cast.day}"),))
        elif len(held) > 1:
            draft.outcome = "ambiguous"


def _holders_then(directory: Directory, draft: Draft, day: date) -> list[tuple[Person, Held]]:
    of = _key(draft.office_of)
    return [(p, h) for p, h in directory.holders(draft.title or "", of or "") if h.years.may_hold(day)]


def _key(of: Draft | None) -> str | None:
    """How the directory calls a body or state that an office is of."""
    if of is None:
        return None
    return of.country if of.kind == "state" else of.entry


def _qualified(cast: Cast, draft: Draft) -> bool:
    """Whether any mention calls the office former, then or future, or names a deputy."""
    tokens = cast.reading.tokens
    for mention in draft.mentions:
        words = {t.text.lower() for t in tokens[max(0, mention.first - 2) : mention.last]}
        if words & FORMER:
            return True
    return False


def differing(cast: Cast) -> list[Flag]:
    """A flag for each person whom the text gives an office that the directory, for that day, gives to another."""
    directory = cast.resources.directory
    flags: list[Flag] = []
    if cast.day is None:
        return flags
    for draft in cast.drafts:
        of = _key(draft.office_of)
        if draft.kind != "person" or not draft.named or draft.title is None or of is None or _qualified(cast, draft):
            continue
        holders = directory.holders(draft.title, of)
        then = [(p, h) for p, h in holders if h.years.may_hold(cast.day)]
        sure = [(p, h) for p, h in then if h.years.surely_holds(cast.day)]
        if len(sure) != 1 or any(_same_person(p, draft) for p, _ in then):
            continue
        flags.append(_flag(cast.reading, directory, draft, *sure[0]))
    return flags


def _same_person(person: Person, draft: Draft) -> bool:
    if draft.entry == person.id:
        return True
    last = {fold_words(n)[-1] for n in person.names}
    return any(m.name and fold_words(m.name)[-1:] and fold_words(m.name)[-1] in last for m in draft.mentions if m.form == "name")


def _flag(reading: Reading, directory: Directory, draft: Draft, holder: Person, held: Held) -> Flag:
    assert draft.office_of is not None
    mention = next((m for m in draft.mentions if m.title), draft.mentions[0])
    title, body = draft.title_words or draft.title, _with_article(draft.office_of.name, draft.office_of.kind)
    told = f"The text calls {draft.name} {title} of {body}; the directory has {holder.name}{_since(held)}"
    own = directory.persons.get(draft.entry or "")
    for other in own.offices if own else ():
        of = _with_article(directory.bodies[other.of].name, "organization") if other.of in directory.bodies else other.of
        told += f"; {draft.name} was {directory.titles[other.title].words[0]} of {of}{_since(other)}"
    return Flag(
        "office_differs", phrase(reading, mention.head).span(reading) if mention.form == "nominal" else mention.span, f"{told}.", holder.id
    )


def _with_article(name: str, kind: str) -> str:
    """A body's name as a sentence takes it up."""
    return name if kind == "state" or " " not in name or name.startswith("The ") else f"the {name}"


def _since(held: Held) -> str:
    """When an office was held, in words."""
    first, last = held.years.since, held.years.until
    if first and last:
        return f" ({first.year} to {last.year})"
    return f" (from {first.year})" if first else f" (until {last.year})" if last else ""
