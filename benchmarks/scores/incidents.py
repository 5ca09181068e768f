"""Sets with other type systems than ours: each is mapped onto PLOVER openly here, and scored as far as the mapping carries."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from benchmarks.bench import Bench
from onrecord.events.event import EventMention
from onrecord.pipeline import Stages

ACLED: dict[str, set[str]] = {
    **{
        key: {"ASSAULT"}
        for key in ("ARMED_CLASH", "GRENADE", "ART_MISS_ATTACK", "AIR_STRIKE", "ATTACK", "SUIC_BOMB", "REM_EXPLOS", "SEX_VIOL")
    },
    **{key: {"ASSAULT", "COERCE"} for key in ("CHEM_WEAP", "ABDUCT_DISSAP", "MOB_VIOL", "PROPERTY_DISTRUCT", "ORG_CRIME")},
    **{key: {"PROTEST"} for key in ("PEACE_PROTEST", "VIOL_DEMONSTR")},
    **{key: {"PROTEST", "ASSAULT", "COERCE"} for key in ("FORCE_AGAINST_PROTEST", "PROTEST_WITH_INTER")},
    **{key: {"COERCE", "ASSAULT"} for key in ("GOV_REGAINS_TERIT", "NON_STATE_ACTOR_OVERTAKES_TER")},
    "ARREST": {"COERCE"},
    "DISR_WEAP": {"COERCE", "ASSAULT"},
    "DIPLO": {"CONSULT", "AGREE", "SUPPORT", "COOPERATE"},
    "AGREEMENT": {"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT"},
    "NON_VIOL_TERRIT_TRANSFER": {"RETREAT", "CONCEDE", "COERCE"},
}
"""CASE 2021's ACLED-like types as PLOVER types. Types with no counterpart (disasters, headquarters, changes within a group) are not scored."""

KAIROS: dict[str, set[str]] = {
    "Conflict.Attack": {"ASSAULT"},
    "Life.Die": {"ASSAULT"},
    "Life.Injure": {"ASSAULT"},
    "Justice.ArrestJailDetain": {"COERCE"},
    "Justice.ReleaseParole": {"RETREAT", "CONCEDE"},
    "Contact.Contact.Meet": {"CONSULT", "AGREE"},
    "Contact.ThreatenCoerce": {"THREATEN"},
    "Conflict.Demonstrate": {"PROTEST"},
}
"""WikiEvents' types as PLOVER types, by the beginning of their names."""


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (found + wanted) if right else 0.0


def score_case21(bench: Bench) -> dict[str, float]:
    """How often a snippet's type, mapped, is among ours."""
    items = [i for i in bench.gold("events/case21_task2") if any(e["acled_subtype"] in ACLED for e in i["events"])]
    items = bench.sample(items, 150)
    hits = 0
    for item in items:
        types = {e.type for e in bench.read(item["text"]).events.events}
        hits += any(types & ACLED.get(e["acled_subtype"], set()) for e in item["events"])
    return {"type_hit": hits / len(items)}


def labels(events: Iterable[EventMention]) -> set[str]:
    """What a sentence's events come to in the terms of IndiaPoliceEvents: somebody was killed, somebody was arrested."""
    found = set()
    for event in events:
        if event.factuality.happened is True:
            if any(t.kind == "killed" for t in event.tolls) or event.trigger.entry.startswith(("kill", "murder", "execute")):
                found.add("KILL")
            if event.type == "COERCE" and event.mode == "arrest":
                found.add("ARREST")
    return found


def score_indiapolice(bench: Bench) -> dict[str, float]:
    """F1 of killings and of arrests by sentence. The gold asks for those by police; ours are of anybody, so precision is a lower bound."""
    counts = {"KILL": [0, 0, 0], "ARREST": [0, 0, 0]}
    for item in bench.sample(bench.gold("events/indiapolice"), 60):
        events = bench.read(item["text"], published=item["date"]).events.events
        for sentence in item["sentences"]:
            inside = [e for e in events if sentence["start"] <= e.trigger.span.start < sentence["end"]]
            ours = labels(inside)
            for label, count in counts.items():
                count[0] += label in ours and label in sentence["labels"]
                count[1] += label in ours
                count[2] += label in sentence["labels"]
    return {f"{label.lower()}_recall": c[0] / c[2] if c[2] else 0.0 for label, c in counts.items()} | {
        f"{label.lower()}_f1": f1(*c) for label, c in counts.items()
    }


def score_wikievents(bench: Bench) -> dict[str, float]:
    """Recall of the triggers whose types have a PLOVER counterpart: found at all, and with a fitting type."""
    found = typed = total = 0
    for item in bench.gold("events/wikievents"):
        events = bench.read(item["text"]).events.events
        for gold in item["events"]:
            wanted = next((types for name, types in KAIROS.items() if gold["type"].startswith(name)), None)
            if wanted is None:
                continue
            total += 1
            start, end = gold["trigger"]["start"], gold["trigger"]["end"]
            at = [e for e in events if e.trigger.span.start < end and start < e.trigger.span.end]
            found += bool(at)
            typed += any(e.type in wanted for e in at)
    return {"trigger_recall": found / total, "typed_recall": typed / total}


def score_muc4(bench: Bench) -> dict[str, float]:
    """Documents with an incident told from those without, and named perpetrators found as doers of an assault or coercion."""
    right = ours = gold = named = doing = 0
    for item in bench.sample(bench.gold("events/muc4"), 60):
        stages = bench.read(item["text"])
        incidents = [e for e in item["events"] if not e["optional"]]
        acts = {e.id for e in stages.events.events if e.type in ("ASSAULT", "COERCE") and e.factuality.happened is True}
        right += bool(incidents) and bool(acts)
        ours += bool(acts)
        gold += bool(incidents)
        doers = doer_words(stages, acts, item["text"])
        for incident in incidents:
            for slot in incident["perp_org"]:
                named += 1
                doing += any(s.casefold() in doers for s in slot["strings"])
    return {"relevant_f1": f1(right, ours, gold), "perpetrator_recall": doing / named if named else 0.0}


def doer_words(stages: Stages, acts: set[str], text: str) -> str:
    """All mentions of the doers of some events, in small letters."""
    doers = {a for r in stages.resolution.roles if r.event in acts for a in r.actors}
    return "|".join(m.span.of(text) for a in stages.resolution.actors if a.id in doers for m in a.mentions).casefold()


def score_meantime_entities(bench: Bench) -> dict[str, float]:
    """Pairs of gold mentions within a document that are one entity, and are mentions of one actor of ours."""
    right = ours = gold = 0
    for item in bench.gold("coref/meantime"):
        r, o, g = pairs(item, bench.read(item["text"], published=item["dct"]))
        right, ours, gold = right + r, ours + o, gold + g
    return {"pair_precision": right / ours if ours else 0.0, "pair_recall": right / gold if gold else 0.0}


def pairs(item: dict[str, Any], stages: Stages) -> tuple[int, int, int]:
    """Right pairs, pairs of ours among gold mentions, and gold pairs; persons and organisations only."""
    mentions = [m for m in item["entities"] if m["ent_type"] in ("PER", "ORG")]
    clusters = [m["cluster"] for m in mentions]
    actors = [actor_at(stages, *m["spans"][0]) for m in mentions]
    right = found = wanted = 0
    for i, j in combinations(range(len(mentions)), 2):
        same, joined = clusters[i] == clusters[j], actors[i] is not None and actors[i] == actors[j]
        right, found, wanted = right + (same and joined), found + joined, wanted + same
    return right, found, wanted


def actor_at(stages: Stages, start: int, end: int) -> str | None:
    """The actor with the mention that shares most characters with a span, at least half of the shorter."""
    best: tuple[int, str | None] = (0, None)
    for actor in stages.resolution.actors:
        for mention in actor.mentions:
            shared = min(end, mention.span.end) - max(start, mention.span.start)
            if 2 * shared >= min(end - start, len(mention.span)) and shared > best[0]:
                best = (shared, actor.id)
    return best[1]


SETS = {
    "events/case21": score_case21,
    "events/indiapolice": score_indiapolice,
    "events/muc4": score_muc4,
    "events/wikievents": score_wikievents,
    "coref/meantime": score_meantime_entities,
}
