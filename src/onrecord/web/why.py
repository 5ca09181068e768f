"""A claim of an account -> for every value: the words it rests on, the rule that made it, its reasons; and the run and the last decision."""

from collections.abc import Iterable
from typing import Any

from onrecord.basis import Basis
from onrecord.comparison.differences import figure
from onrecord.exports import telling
from onrecord.record.claim import Account, Claim, Loss, Said
from onrecord.record.decisions import Decision
from onrecord.record.readings import ReadIn
from onrecord.record.told import Told
from onrecord.resolution.resolution import Actor
from onrecord.resources.countries import Countries
from onrecord.span import Span
from onrecord.timespan import Timespan
from onrecord.web.wording import BONDS, FIELDS, HAPPENED, KINDS, SAID, SURE, dated, reason, value


class Reasons:
    """Why each value of an account's claims stands."""

    def __init__(self, account: Account, countries: Countries) -> None:
        self.account, self.countries = account, countries
        self.text = account.document.text
        self.said = {s.id: s for s in account.statements}
        self.actors = {a.id: a for a in account.actors}
        self.places = {p.id: p for p in account.places}
        self.times = {t.id: t for t in account.times}
        self.bonds = {c.id: c for c in account.commitments}

    def of(self, claim: Claim) -> list[dict[str, Any]]:
        """The values of a claim in the order of its card."""
        when = [self.times[t].span for t in claim.times if t in self.times]
        return [
            *(self._speaker(s) for s in self._chain(claim)),
            self._row("what", KINDS.get(claim.type, claim.type.lower()), [claim.span], claim.basis),
            *(self._actor("who", self.actors[a], claim) for a in claim.actors if a in self.actors),
            *(self._actor("to whom", self.actors[a], claim) for a in claim.recipients if a in self.actors),
            *(self._row("where", p.name, [p.span], p.basis) for i in claim.places if (p := self.places.get(i))),
            self._row("when", telling.when_words(claim.when), when, claim.when_basis),
            *(self._row("toll", self._toll(t), [t.span], Basis(t.rule)) for t in claim.tolls),
            *(self._row("with", i.kind or i.span.of(self.text), [i.span], Basis("named-instrument")) for i in claim.instruments),
            *(self._row(BONDS[k.relation], c.name, [c.span], c.basis) for k in claim.commitments if (c := self.bonds.get(k.commitment))),
            *(self._row("loaded words", f.word, [f.span], Basis("lexicon-of-loaded-words")) for f in claim.framing),
            self._row("standing", self._standing(claim), claim.factuality.markers, Basis(claim.factuality.rule)),
        ]

    def _row(self, field: str, value: str, spans: Iterable[Span], basis: Basis) -> dict[str, Any]:
        quotes = [{"words": " ".join(s.of(self.text).split()), "start": s.start, "end": s.end} for s in spans]
        reasons = [reason(r.feature, r.detail, self.countries) for r in basis.reasons]
        return {"field": field, "value": value, "quotes": quotes, "rule": basis.rule, "score": basis.score, "reasons": reasons}

    def _chain(self, claim: Claim) -> list[Said]:
        found: list[Said] = []
        here = self.said.get(claim.statement or "")
        while here is not None and here not in found:
            found.append(here)
            here = self.said.get(here.parent or "")
        return found[::-1]

    def _speaker(self, said: Said) -> dict[str, Any]:
        named = [self.actors[a].name for a in said.source_actors if a in self.actors]
        return self._row("says so", telling.listed(named) or "somebody not named", (*said.source, *said.cue), said.basis)

    def _actor(self, field: str, actor: Actor, claim: Claim) -> dict[str, Any]:
        spans = sorted((m.span for m in actor.mentions), key=lambda s: (not s.overlaps(claim.sentence), abs(s.start - claim.span.start)))
        return self._row(field, actor.name, spans[:1], actor.basis)

    def _toll(self, toll: Loss) -> str:
        return (
            f"{telling.TOLLS[toll.kind]}: {figure(toll.low, toll.high, toll.of)}"
            if (toll.low, toll.high) != (None, None)
            else telling.TOLLS[toll.kind]
        )

    def _standing(self, claim: Claim) -> str:
        happened, sure = HAPPENED[claim.factuality.happened], SURE[claim.factuality.certainty]
        return f"{SAID[claim.status]}; for who says so {happened}, {sure}"


def run_words(run: ReadIn | None) -> dict[str, Any] | None:
    """The run that read a document, as plain values."""
    return (
        {"number": run.number, "day": run.started[:10], "dated": dated(run.started[:10]), "version": run.version, "parser": run.parser}
        if run
        else None
    )


def decision_words(decision: Decision | None) -> dict[str, Any] | None:
    """A decision as plain values."""
    if decision is None:
        return None
    return {"id": decision.id, "words": decided(decision), "undone": decision.undone}


def decided(decision: Decision) -> str:
    """A decision in a line: the day, who, what, and why."""
    deed = decision.deed()
    if decision.kind == "correct" and decision.field:
        now, was = value(decision.field, decision.value), value(decision.field, decision.machine)
        deed = f"corrected {FIELDS.get(decision.field, decision.field)}: {now} (the machine had {was}){f': {decision.why}' if decision.why else ''}"
    return f"{dated(decision.made[:10])}, {decision.who}: {deed}{' (undone)' if decision.undone else ''}"


def mended(claim: Claim, told: Told) -> list[str]:
    """What the machine had where a person corrected it."""
    if told.verdict != "corrected":
        return []
    machine = {"type": claim.type, "status": claim.status, "certainty": claim.factuality.certainty, "happened": claim.factuality.happened,
               "when": claim.when}  # fmt: skip
    return [
        f"{FIELDS.get(k, k)}: {telling.when_words(v) if isinstance(v, Timespan) else value(k, v)}"
        for k, v in machine.items()
        if getattr(told, k) != v
    ]
