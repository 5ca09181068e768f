"""Claims -> words, as a person would write them: days, chains of speakers, events, figures."""

import datetime

from onrecord.comparison.differences import figure
from onrecord.record.told import Figure, Party, Told, Voice
from onrecord.timespan import Timespan

EVENTS: dict[str, tuple[str, str, str]] = {
    "AGREE": ("agreement to act", "by", "with"),
    "CONSULT": ("talks", "by", "with"),
    "SUPPORT": ("support or accord", "by", "for"),
    "CONCEDE": ("concession", "by", "to"),
    "COOPERATE": ("cooperation", "by", "with"),
    "AID": ("aid", "by", "to"),
    "RETREAT": ("withdrawal, release or truce", "by", "towards"),
    "REQUEST": ("demand or appeal", "by", "to"),
    "ACCUSE": ("accusation or condemnation", "by", "of"),
    "REJECT": ("refusal or denial", "by", "towards"),
    "THREATEN": ("threat", "by", "to"),
    "PROTEST": ("protest", "by", "against"),
    "SANCTION": ("sanction or breaking of ties", "by", "against"),
    "MOBILIZE": ("mobilisation", "by", "against"),
    "COERCE": ("coercion, seizure or arrest", "by", "against"),
    "ASSAULT": ("attack or fighting", "by", "on"),
}
"""Each PLOVER type as a noun, with the words before who does it and whom it is done to."""
TOLLS = {"killed": "killed", "wounded": "wounded", "captured": "captured", "missing": "missing", "displaced": "displaced"}
UNREAL = {
    "planned": "planned", "demanded": "demanded", "offered": "offered", "promised": "promised", "threatened": "threatened",
    "hypothetical": "spoken of as a possibility", "general": "spoken of in general",
}  # fmt: skip
VERDICTS = {
    "accepted": "accepted by a person",
    "corrected": "corrected by a person",
    "rejected": "rejected by a person",
    "disputed": "marked as disputed",
}


def listed(names: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Names in a row: "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""


def day_words(day: datetime.date) -> str:
    """A day: "27 September 2020"."""
    return f"{day.day} {day:%B} {day.year}"


def when_words(when: Timespan) -> str:
    """An interval with the precision it has: "27 September 2020", "October 2020", "1988", "13 to 15 July 2020", "by 23 October 2020", "no date given"."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        if first is None and last is None:
            return "no date given"
        return f"by {day_words(last)}" if last else f"from {day_words(first)}" if first else ""
    if first == last:
        return day_words(first)
    next_day = last + datetime.timedelta(days=1) if last < datetime.date.max else last
    if first.day == 1 and next_day.day == 1:
        if first.month == 1 and last.month == 12:
            return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
        return f"{first:%B} {first.year} to {last:%B} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def party_words(party: Party) -> str:
    """Somebody with whom they speak for, or their country: "Ilham Aliyev (President, Azerbaijan)"."""
    beside = [x for x in (party.office, party.body) if x and x.casefold() not in party.name.casefold()]
    return f"{party.name} ({', '.join(beside)})" if beside else party.name


def event_words(claim: Told) -> str:
    """What a claim says was done, by whom, to whom, where, with what, to how many."""
    noun, by, to = EVENTS.get(claim.type, (claim.type.lower(), "by", "to"))
    if claim.mode:
        noun = f"{noun.split(', ')[0].split(' or ')[0]} ({claim.mode.replace('_', ' ').replace('-', ' ')})"
    actors, recipients = [p.name for p in claim.actors], [p.name for p in claim.recipients]
    parts = [noun]
    if (claim.actors and not recipients) and len(actors) > 1 and by == "by":
        parts.append(f"between {listed(actors)}" if claim.type in ("CONSULT", "AGREE", "COOPERATE", "ASSAULT") else f"by {listed(actors)}")
    elif actors:
        parts.append(f"{by} {listed(actors)}")
    if recipients:
        parts.append(f"{to} {listed(recipients)}")
    places = list(dict.fromkeys(p.name for p in claim.places if p.feature != "demonym"))
    if places:
        parts.append(f"({listed(places)})")
    words = " ".join(parts)
    return words + "".join(f"; {toll_words(t)}" for t in claim.tolls if not t.part)


def toll_words(toll: Figure) -> str:
    """A toll: "killed: at least 3 civilians"."""
    if toll.low is None and toll.high is None:
        return f"{TOLLS[toll.kind]}: no figure given"
    many = figure(toll.low, toll.high, toll.of)
    noun = many.rpartition(" ")[2]
    if toll.whose and noun.isalpha() and toll.whose.casefold().endswith(f" {noun}"):
        return f"{TOLLS[toll.kind]}: {many.removesuffix(noun)}{toll.whose}"  # "17 British soldiers", not "17 soldiers of British soldiers"
    if toll.whose and not noun.isalpha() and toll.whose[-1:].isalpha() and toll.whose.rpartition(" ")[2].islower():
        return f"{TOLLS[toll.kind]}: {many} ({toll.whose})"  # "1 (Argentine officer)": they may be the dead themselves
    return f"{TOLLS[toll.kind]}: {many}{f' of {toll.whose}' if toll.whose else ''}"


def reality_words(claim: Told) -> str:
    """Whether it happened, for who says so: "stated as fact", "said not to have happened", "refused", "said to be possible", "planned" ..."""
    if claim.happened is False and claim.act == "refusal":
        return "refused"
    if claim.happened is False:
        return "said not to have happened" if claim.certainty == "certain" else "said probably not to have happened"
    if claim.happened is None:
        return UNREAL.get(claim.status, "not said to have happened")
    told = {
        "certain": "stated as fact",
        "probable": "said to be probable",
        "possible": "said to be possible",
        "uncommitted": "reported without taking a position",
    }
    words = told[claim.certainty]
    return f"{words}, going on" if claim.status == "ongoing" else words


def own_voice(claim: Told) -> str:
    """Whose own voice a document is, in words."""
    if claim.voice:
        return party_words(claim.voice)
    return claim.publisher or f"“{claim.called}”"


def voice_words(voice: Voice) -> str:
    """One speaker of a chain, with the words that credit them where these name nobody known."""
    if voice.parties:
        return listed([party_words(p) for p in voice.parties])
    return voice.source or "somebody not named"


def chain_words(claim: Told, *, worded: bool = False) -> str:
    """Who says it, outermost first, as a person would write it: "Trend, reporting a letter of Hadi Soleimanpour". `worded`: those without a name
    with the article they have in the text ("a villager")."""
    if not claim.chain:
        return f"{own_voice(claim)}, in its own voice" if claim.voice is None or claim.voice.kind != "person" else own_voice(claim)
    said = list(claim.chain)
    words: list[str] = []
    # A letter or statement whose author is also the first to speak in it needs naming once.
    itself = bool(claim.publisher) and [p.name.casefold().startswith(f"{claim.publisher} ".casefold()) for p in said[0].parties] == [True]
    if not (claim.voice and claim.voice in said[0].parties) and not itself:
        words.append(own_voice(claim))
    for at, voice in enumerate(said):
        if at and voice.parties and voice.parties == said[at - 1].parties:
            continue  # who says it twice is named once
        if at + 1 < len(said) and not voice.parties and not voice.source:
            continue  # "was quoted as saying": by whom is not said
        name = _as_worded(voice) if worded else voice_words(voice)
        words.append(f"a letter of {name}" if voice.letter and (at or words) else name)
    return ", reporting ".join(words)


def _as_worded(voice: Voice) -> str:
    """One speaker with the article that the text gives him."""
    article, _, rest = voice.source.partition(" ")
    if len(voice.parties) == 1 and article.lower() in ("a", "an", "the") and rest.casefold() == voice.parties[0].name.casefold():
        return f"{article.lower()} {voice_words(voice)}"
    return voice_words(voice)


SAYS = {
    "asserts": "said", "denies": "denied", "doubts": "doubted", "concedes": "conceded", "asks": "asked", "demands": "demanded", "promises": "promised",
    "offers": "offered", "threatens": "threatened", "accuses": "accused", "praises": "praised", "other": "spoke of it",
}  # fmt: skip
"""What a speaker did by saying it, in the past, so that it goes with one and with many."""


def telling_words(claim: Told) -> str:
    """The chain as a sentence that a quotation follows: "Trend, reporting a letter of Hadi Soleimanpour, who writes"."""
    if not claim.chain:
        return chain_words(claim)
    last = claim.chain[-1]
    verb = "writes" if last.letter and len(claim.chain) == 1 else SAYS[last.stance]
    people = all(p.kind in ("person", "group", "population", "unknown") or p.name[:1].islower() for p in last.parties)
    return f"{chain_words(claim, worded=True)}, {'who' if people else 'which'} {verb}"


def stance_words(claim: Told) -> str:
    """How the innermost speaker is credited, quoting the text: “denied”."""
    cue = claim.chain[-1].cue if claim.chain else ""
    return f"“{cue}”" if cue else ""


def quote(text: str, limit: int = 220) -> str:
    """A passage between quotation marks on one line, cut at a word beyond the limit."""
    plain = " ".join(text.split()).strip('"“”')
    if len(plain) > limit:
        plain = plain[:limit].rsplit(" ", 1)[0] + " …"
    return f"“{plain}”"
