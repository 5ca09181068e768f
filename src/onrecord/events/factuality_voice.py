"""Statements -> the voice a predicate is judged in: its innermost statement, where its content ends, and what each speaker of the chain holds."""

from dataclasses import dataclass, replace

from onrecord.events.event import Certainty, Factuality, Status, View
from onrecord.events.factuality_stand import ASSERTED, Stand, unreal
from onrecord.reading.reading import Reading, Token
from onrecord.statements.nesting import HOLDING, chain, holding, taking_up
from onrecord.statements.statement import Statement, Statements

FLAVOURS: dict[str, Status] = {"promises": "promised", "offers": "offered", "threatens": "threatened", "demands": "demanded"}
"""The status that a cue of a stance gives to what its content leaves open."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The statement a predicate is hung on (None: the document's own voice), the chain above it, a claimant whose claim it denies, and whoever else denies it."""

    statement: Statement | None = None
    above: tuple[Statement, ...] = ()
    claimant: Statement | None = None
    answering: tuple[Statement, ...] = ()

    @property
    def flavour(self) -> Status | None:
        """The status that the cue's stance gives to a future or non-finite content."""
        return FLAVOURS.get(self.statement.stance) if self.statement else None

    @property
    def denies(self) -> bool:
        """Whether the statement denies its content."""
        return self.statement is not None and self.statement.stance == "denies"

    def governs(self, index: int) -> bool:
        """Whether a token is the statement's cue or the cue of the claim it denies."""
        heads = {s.cue_head for s in (self.statement, self.claimant) if s}
        return index in heads

    def rejects(self, reading: Reading, governor: Token) -> bool:
        """Whether a governor is the verb of a relative clause by which a denied thing says what is denied ("rejected a report which said that")."""
        claimed = self.claimant is not None and self.claimant.cue_head == governor.index
        return self.denies and claimed and governor.pos == "VERB" and governor.dep == "relcl"

    def ends_at(self, reading: Reading, token: Token) -> bool:
        """Whether a token is the top of the statement's content: it lies inside and its governor outside."""
        if self.statement is None:
            return False
        head = reading.tokens[token.head].span
        return not any(c.contains(head) for c in self.statement.content)

    def base(self, *, finite: bool = True) -> Stand:
        """What is held at the top of the content, by stance alone."""
        if self.statement is None:
            return ASSERTED
        stance = self.statement.stance
        if self.statement.hold == "withheld":
            return unreal(ASSERTED, "hypothetical", "uncommitted", "withheld-content", *self.statement.cue)
        if stance == "denies":
            return Stand(False, rule="denied-content", markers=self.statement.cue, denied=True)
        if stance == "doubts":
            return Stand(False, "possible", rule="doubted-content", markers=self.statement.cue)
        if stance == "asks":
            return unreal(ASSERTED, "hypothetical", "uncommitted", "asked-content", *self.statement.cue)
        if (flavour := self.flavour) is not None:
            if finite:
                return replace(ASSERTED, future=flavour, said=True, rule="stated")
            return unreal(ASSERTED, flavour, "uncommitted", f"{flavour}-content", *self.statement.cue)
        return replace(ASSERTED, said=True, rule="stated")

    def turns(self, effect: str) -> bool:
        """Whether the statement's stance decides against what its cue's signature makes of the content ("described the claim as a lie")."""
        if self.statement is None:
            return False
        return self.statement.hold == "withheld" or (self.denies and effect in ("named", "said", "fact"))

    def checked(self, stand: Stand, *, eventive: bool) -> Stand:
        """A cue's signature under a statement whose stance says otherwise: the stance decides where the content claims nothing of itself."""
        if self.flavour and stand.unreal and not eventive and stand.status not in FLAVOURS.values():
            return replace(stand, status=self.flavour)
        return stand


def voice_of(reading: Reading, head: int, statements: Statements) -> Voice:
    """The voice a predicate is judged in. The content of a claim that another denies hangs on the denier."""
    span = reading.tokens[head].span
    held = holding(statements, span)
    inner = next((s for s in reversed(held) if s.hold in HOLDING), None)
    claimant = next((s for s in reversed(held) if s.hold == "rejected"), None)
    answering = tuple(s for s in taking_up(statements, span) if s is not inner)
    if inner is None:
        return Voice(claimant=claimant, answering=answering)
    line = chain(statements, inner)
    above = line[:-1]
    if above and above[-1].stance in ("denies", "doubts") and inner.cue_head is not None and reading.tokens[inner.cue_head].pos == "NOUN":
        inner, above, claimant = above[-1], above[:-1], inner
    return Voice(inner, tuple(above), claimant, answering)


def views_of(voice: Voice, factuality: Factuality) -> tuple[View, ...]:
    """What every speaker of the chain who takes a position holds, outermost first; then those who deny it from outside the chain."""
    answers = tuple(
        View(s.id, "possible" if s.stance == "doubts" else "certain", not factuality.happened)
        for s in voice.answering
        if factuality.happened is not None
    )
    found = [View(voice.statement.id if voice.statement else None, factuality.certainty, factuality.happened)]
    if voice.claimant is not None and voice.claimant.source and factuality.happened is not None:
        certainty: Certainty = "certain"
        found.append(View(voice.claimant.id, certainty, not factuality.happened if factuality.certainty == "certain" else True))
    outer = voice.above[-1] if voice.above else None
    if outer is not None and outer.stance in ("denies", "doubts") and factuality.happened is not None:
        found.insert(0, View(outer.id, "certain" if outer.stance == "denies" else "possible", not factuality.happened))
    return (*found, *answers)
