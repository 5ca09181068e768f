"""Reading, Trigger -> arguments: actors, recipients, instruments, places and times, by syntax."""

from collections.abc import Iterable

from onrecord.events.arguments_governed import blamed, taking_part, undergone
from onrecord.events.arguments_paths import fill
from onrecord.events.arguments_phrases import (
    authors,
    can_act,
    coordinated,
    forces_before,
    measured,
    nations,
    of_class,
    owners,
    phrase_span,
    tellers,
)
from onrecord.events.arguments_settings import find_instruments, find_places, find_times, toponym_at
from onrecord.events.arguments_subjects import HARM, OUTCOME_PREPOSITIONS, Filler, deep_object, deep_subject, is_passive
from onrecord.events.event import Argument, Role, Trigger
from onrecord.reading.reading import Reading, Token
from onrecord.reading.tree import children, first_conjunct
from onrecord.resources.noun_classes import NounClasses
from onrecord.resources.resources import Resources
from onrecord.resources.triggers import TriggerEntry

_WHOSE = frozenset({"owner-possessor", "owner-name-before-noun", "owner-by-phrase", "owner-forces-before-noun"})
"""Rules that name who stands behind a weapon."""


def find_arguments(reading: Reading, trigger: Trigger, *, resources: Resources) -> tuple[Argument, ...]:
    """The arguments of a trigger, each with the rule that found it: actors, recipients, instruments, places, times, each in text order."""
    entry = resources.triggers.entries[trigger.entry]
    classes = resources.noun_classes
    taken = {trigger.head}
    recipients = _role(reading, trigger, entry, entry.recipient, resources, taken, things=True)
    taken |= {f.token.index for f in recipients}
    actors = _role(reading, trigger, entry, entry.actor, resources, taken, things=False)
    if not recipients and not trigger.symmetric:
        taken |= {f.token.index for f in actors}
        recipients = _role(reading, trigger, entry, entry.recipient, resources, taken, things=True)
    outcome, hit = _outcome(reading, trigger, entry), list[Filler]()
    if outcome is not None:
        # "the rebels killed six in an attack": one event; who did it and whom it hit stand with the verb of harm
        actors = actors or _spread(reading, [deep_subject(reading, outcome)], resources, taken, things=False)
        hit = recipients or _spread(reading, [deep_object(reading, outcome)], resources, taken, things=True)
    if entry.form == "noun":
        actors, recipients = _governed(reading, trigger, actors, recipients, resources, taken)
    if trigger.symmetric:
        actors, recipients = [*actors, *(f for f in recipients if can_act(reading, f.token, classes))], []
    recipients = _apart(reading, hit or recipients, actors)
    if not actors:
        actors = _whose_forces(reading, trigger, entry, resources)
    if trigger.type in ("ASSAULT", "COERCE"):
        # "shelled Oruma Hospital": what is hit is a place, whatever its capitals
        recipients = [f for f in recipients if f.token.pos != "PROPN" or not of_class(f.token, classes, "site", "setting")]
    elif trigger.type == "ACCUSE":
        harmed = [(f, act) for f in recipients if (act := _harm_to(reading, f, resources)) is not None]
        recipients = [f for f in recipients if f not in [h for h, _ in harmed]]
        recipients = recipients or [o for _, act in harmed[:1] for o in _in_whose(reading, act, classes)]
    instruments = find_instruments(reading, trigger, entry, classes)
    # whoever flies or steers a platform stands with it: "Israeli jets" are both who and with what
    used = {f.token.index for f in instruments if not f.rule.endswith("-platform")}
    if entry.form == "verb":
        # "Ukrainian drones struck": the drones are the means, whose they are acts
        steered = [f for f in actors if f.token.index in used]
        actors += [o for f in steered for o in owners(reading, f.token, classes) if o.rule in _WHOSE]
    # "the US strike": who did it, not where
    named = {f.token.index for f in actors if f.rule == "name-before-noun"}
    found = [
        *_arguments(reading, "actor", (f for f in actors if f.token.index not in used)),
        *_arguments(reading, "recipient", (f for f in recipients if f.token.index not in used)),
        *_arguments(reading, "instrument", instruments),
        *_arguments(reading, "place", (f for f in find_places(reading, trigger, entry, classes) if f.token.index not in named)),
    ]
    return (*found, *find_times(reading, trigger))


def _role(
    reading: Reading, trigger: Trigger, entry: TriggerEntry, slots: Iterable[str], resources: Resources, taken: set[int], *, things: bool
) -> list[Filler]:
    """The fillers of the first filled slot; a slot list with "+" before a name adds to what was found ("subj", "+with")."""
    found: list[Filler] = []
    for slot in slots:
        if found and not slot.startswith("+"):
            continue
        fillers = fill(reading, trigger.head, entry, slot.lstrip("+"), resources.noun_classes)
        if entry.type == "ASSAULT" and not things:
            fillers = [f for f in fillers if f.rule != "name-before-noun" or not _scene(reading, f.token, resources)]
        found += _spread(reading, fillers, resources, taken, things=things)
    return found


def _governed(
    reading: Reading, trigger: Trigger, actors: list[Filler], recipients: list[Filler], resources: Resources, taken: set[int]
) -> tuple[list[Filler], list[Filler]]:
    """Actors and recipients of an event noun with those whom the words that govern it name."""
    if trigger.type in ("ASSAULT", "COERCE") and not trigger.symmetric:
        hit, doer = undergone(reading, trigger.head)
        if hit is not None:
            actors = [f for f in actors if f.token.index != hit.token.index] or _spread(reading, [doer], resources, taken, things=False)
            recipients = recipients or _spread(reading, [hit], resources, taken | {f.token.index for f in actors}, things=True)
    if not actors:
        # "the raid was blamed on rebels": whom it is blamed on is not whom it fell on
        actors = _spread(reading, [blamed(reading, trigger.head)], resources, {trigger.head}, things=False)
        recipients = [f for f in recipients if f.token.index not in {a.token.index for a in actors}]
    return actors, recipients


def _apart(reading: Reading, recipients: list[Filler], actors: list[Filler]) -> list[Filler]:
    """The recipients without what only says whose the doer is ("a raid by a boat of the navy": not the navy)."""
    spans = [phrase_span(reading, f.token.index) for f in actors if f.rule.endswith("-phrase")]
    inside = [f for f in recipients if f.rule == "of-phrase" and any(s.contains(f.token.span) for s in spans)]
    return [f for f in recipients if f not in inside]


def _whose_forces(reading: Reading, trigger: Trigger, entry: TriggerEntry, resources: Resources) -> list[Filler]:
    """Who does it where no phrase says so: the forces before a deed ("rebel shelling"), who takes part in it, whose troops are moved."""
    token, classes = reading.tokens[trigger.head], resources.noun_classes
    if entry.form == "noun" and trigger.type == "ASSAULT":
        if of_class(token, classes, "deed") and (held := forces_before(reading, token, classes)) is not None:
            return [Filler(held, "forces-before-noun")]
        return _spread(reading, [taking_part(reading, token)], resources, {token.index}, things=False)
    if entry.form == "verb" and trigger.type == "MOBILIZE" and is_passive(reading, token.index):
        moved = deep_object(reading, token.index)
        troops = [t for t in coordinated(reading, moved.token.index) if of_class(t, classes, "forces")] if moved is not None else []
        return [f for t in troops for f in owners(reading, t, classes) if f.rule in _WHOSE]
    return []


_VICTIMS = frozenset({"owner-on-phrase", "owner-against-phrase", "owner-of-phrase"})


def _harm_to(reading: Reading, filler: Filler, resources: Resources) -> Token | None:
    """The harm that is condemned or looked into, where a filler is who suffers it ("condemned the raid on farmers"): nobody accuses them."""
    if filler.rule.removesuffix("-and") not in _VICTIMS:
        return None
    act = reading.tokens[reading.tokens[first_conjunct(reading, filler.token).head].head]
    harmful = any(e.type in ("ASSAULT", "COERCE") for e in resources.triggers.find("noun", act.lemma.lower(), act.text.lower()))
    return act if harmful else None


def _in_whose(reading: Reading, act: Token, classes: NounClasses) -> list[Filler]:
    """Whose operation a harm was part of ("the killing of herders during Ethiopian raids")."""
    phrases = [
        *(p for p in children(reading, act.index, "prep") if p.lemma in ("during", "in")),
        *(p for p in children(reading, act.head, "prep") if p.lemma == "during" and p.index > act.index),
    ]
    wider = [t for p in phrases for t in children(reading, p.index, "pobj")]
    return [f for t in wider if t.pos == "NOUN" for f in owners(reading, t, classes) if f.rule in _WHOSE]


def _scene(reading: Reading, token: Token, resources: Resources) -> bool:
    """Whether the name before an attack says where it was ("the Baghdad bombing"), not who did it ("the US strike", "the Syrian raid")."""
    toponym = toponym_at(reading, token)
    if toponym is None or toponym.feature == "demonym" or token.text.isupper() or "." in token.text:
        return False
    return token.tag in ("NNP", "NNPS") and resources.countries.lookup(token.text) is None


def _spread(reading: Reading, fillers: Iterable[Filler | None], resources: Resources, taken: set[int], *, things: bool) -> list[Filler]:
    """Every member of the phrases that are not taken."""
    return [
        member
        for filler in fillers
        if filler is not None and filler.token.index not in taken
        for member in _members(reading, filler, resources, things=things)
    ]


def _outcome(reading: Reading, trigger: Trigger, entry: TriggerEntry) -> int | None:
    """The verb of harm whose outcome stands beside an attack that is named by a noun: "killed six in an attack", "died in the shelling"."""
    token = reading.tokens[trigger.head]
    preposition = reading.tokens[token.head]
    if entry.form != "noun" or entry.type != "ASSAULT" or token.dep != "pobj" or preposition.lemma not in OUTCOME_PREPOSITIONS:
        return None
    verb = reading.tokens[preposition.head]
    if verb.dep in ("dobj", "nsubjpass"):
        # "killed six in an air strike": a parser may hang the phrase on the six
        verb = reading.tokens[verb.head]
    return verb.index if verb.lemma in HARM and verb.pos == "VERB" else None


def _members(reading: Reading, filler: Filler, resources: Resources, *, things: bool) -> list[Filler]:
    """Each coordinated member that can act; for a thing, its owner where a recipient is sought."""
    classes = resources.noun_classes
    found: list[Filler] = []
    for n, token in enumerate(measured(reading, t) for t in coordinated(reading, filler.token.index)):
        rule = filler.rule if n == 0 else f"{filler.rule}-and"
        if token.entity in ("DATE", "TIME"):
            continue
        if joint := nations(reading, token, resources.countries):
            found += [Filler(t, f"{rule}-nation") for t in joint]
        elif of_class(token, classes, "text") and not things:
            # "a leaflet signed by the Front vowed": who speaks through it
            found += authors(reading, token, classes) or [Filler(token, rule)]
        elif can_act(reading, token, classes):
            found.append(Filler(token, rule))
        elif things:
            found += owners(reading, token, classes)
        elif _machine(token, classes):
            # "a Russian missile hit": the name before the weapon acts
            named = [f for f in owners(reading, token, classes) if f.rule in _WHOSE]
            found += named or tellers(reading, token, classes)
    return found


def _machine(token: Token, classes: NounClasses) -> bool:
    return of_class(token, classes, "deed", "weapon", "forces", "abstract")


def _arguments(reading: Reading, role: Role, found: Iterable[Filler]) -> list[Argument]:
    seen: dict[int, Argument] = {}
    for filler in found:
        if filler.token.index not in seen:
            seen[filler.token.index] = Argument(role, phrase_span(reading, filler.token.index), filler.token.index, filler.rule)
    return [seen[i] for i in sorted(seen)]
