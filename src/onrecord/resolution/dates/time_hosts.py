"""Reading, times -> what each time stands on: the event noun or the clause that its words hang on, and how (since, by, from ...)."""

from dataclasses import dataclass

from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import ancestors, children, head_of, tokens_in
from onrecord.resolution.resolution import Time

CLAUSAL = ("VERB", "AUX")
_BEFORE_NOUN = frozenset(("compound", "nmod", "amod", "nummod", "poss", "quantmod"))
TIME_NOUNS = frozenset(
    (
        "day", "night", "morning", "evening", "afternoon", "week", "weekend", "month", "year", "hour", "minute", "decade", "century", "period",
        "beginning", "start", "end", "middle", "close", "part", "half", "eve", "course", "time", "summer", "winter", "autumn", "spring", "date",
    )
)  # fmt: skip
_LETTERS = frozenset(
    ("letter", "reply", "statement", "note", "speech", "interview", "message", "address", "communique", "communiqué", "report")
)
"""Nouns whose date is the date of what is said in them ("in its reply of 9 May it rejected ...")."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """A time on its host: the host's token index, the preposition that leads it, whether it stands before its clause's verb."""

    time: Time
    host: int
    preposition: str
    fronted: bool
    head: int


def host_times(reading: Reading, times: tuple[Time, ...], triggers: frozenset[int]) -> dict[int, list[Hosted]]:
    """Times by the token they stand on: an event noun above them where there is one, else the nearest verb.

    A time that only names something else is left out: "the 2000 agreement", "the constitution of 1958".
    """
    found: dict[int, list[Hosted]] = {}
    for time in times:
        if not dates_something(time):
            continue
        head = head_of(reading, time.span)
        if head is None:
            continue
        hosted = _host(reading, time, head, triggers)
        if hosted is not None:
            found.setdefault(hosted.host, []).append(hosted)
    return found


def dates_something(time: Time) -> bool:
    """Whether a time can date an event: a date or time of the calendar, or a length that lies beside one."""
    if time.type in ("DATE", "TIME"):
        return time.timespan.known or time.timespan.edtf is not None
    return time.type == "DURATION" and time.timespan.known


def _host(reading: Reading, time: Time, head: Token, triggers: frozenset[int]) -> Hosted | None:
    preposition, below = "", head
    opening = _opens_sentence(reading, time, head)
    for above in ancestors(reading, head.index):
        if above.pos == "ADP" or (above.pos == "SCONJ" and above.dep in ("prep", "mark")):
            preposition = preposition or above.text.lower()
        elif above.index in triggers and above.pos not in CLAUSAL:
            return Hosted(time, above.index, preposition, False, head.index)
        elif above.pos in CLAUSAL and not _names_means(above, triggers):
            if preposition == "to" and time.basis.rule == "rel-unit":
                return None
            if (told := _told_of(reading, above, head, triggers)) is not None:
                return Hosted(time, told, preposition, False, head.index)
            return Hosted(time, above.index, preposition, head.index < above.index, head.index)
        elif above.pos not in CLAUSAL and not opening and not _passes(above, below, preposition):
            return None
        below = above
    return None


def _told_of(reading: Reading, verb: Token, time: Token, triggers: frozenset[int]) -> int | None:
    """The event that a verb of the present has as its object, before a time: "condemns the shelling of the hospital, on 26 May" dates the shelling."""
    if verb.tag not in ("VBZ", "VBP") or verb.index not in triggers or time.index < verb.index:
        return None
    if children(reading, verb.index, "aux"):
        return None
    return next((t.index for t in children(reading, verb.index, "dobj") if t.index in triggers and t.index < time.index), None)


def _names_means(verb: Token, triggers: frozenset[int]) -> bool:
    """Whether a participle only says with what the deed above it was done ("attacked ..., using mortars on Sunday"): its time is that deed's."""
    return verb.index not in triggers and verb.tag == "VBG" and verb.dep in ("advcl", "acl") and verb.lemma in ("use", "employ")


def _passes(noun: Token, below: Token, preposition: str) -> bool:
    """Whether a time may belong to the clause although a noun stands between them."""
    if noun.lemma.lower() in TIME_NOUNS or noun.entity in ("DATE", "TIME"):
        return True
    if below.dep in _BEFORE_NOUN or noun.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return False
    if preposition == "of":
        return noun.lemma.lower() in _LETTERS
    return preposition not in ("from", "since") or noun.lemma.lower() in _LETTERS


def _opens_sentence(reading: Reading, time: Time, head: Token) -> bool:
    """Whether nothing but a preposition stands before a time in its sentence: then it dates the clause, however it was attached."""
    first = reading.sentences[head.sentence].first
    inside = tokens_in(reading, time.span)
    return (
        bool(inside)
        and head.dep != "poss"
        and inside[0].index - first <= 1
        and all(t.pos in ("ADP", "SCONJ") for t in reading.tokens[first : inside[0].index])
    )
