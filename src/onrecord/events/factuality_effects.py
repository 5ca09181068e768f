"""A governor's stand and its effect -> the stand of its complement: what each effect of the marker lexicons means."""

from dataclasses import replace
from typing import cast

from onrecord.events.event import Certainty, Status
from onrecord.events.factuality_stand import ASSERTED, Stand, negated, unreal, weakened
from onrecord.resources.markers import Signature
from onrecord.span import Span

UNREAL: dict[str, Certainty] = {
    "planned": "certain", "demanded": "uncommitted", "offered": "uncommitted", "promised": "certain",
    "threatened": "possible", "hypothetical": "uncommitted", "general": "uncommitted",
}  # fmt: skip


def apply(stand: Stand, signature: Signature, word: Span, *, eventive: bool) -> Stand:
    """What a governor with this signature, standing thus, makes of its complement.

    `eventive`: the complement is claimed as something that is or was (a finite clause, a perfect), not named or aimed at (a noun, a bare infinitive).
    """
    effect = signature.effect
    if stand.happened is False:
        effect = signature.negative
        if effect in ("fact", "named", "probable", "possible", "denied"):
            stand = ASSERTED if effect in ("fact", "named", "denied") else replace(ASSERTED, markers=stand.markers)
    return of_effect(stand, effect, signature.rule, word, eventive=eventive)


def of_effect(stand: Stand, effect: str, rule: str, word: Span, *, eventive: bool) -> Stand:
    """What one effect makes of a complement below a governor that stands thus."""
    if effect in ("follows", "light"):
        return replace(stand, rule=stand.rule if stand.rule != "plain-assertion" else rule)
    if effect == "obliged":
        return replace(stand, rule=rule) if stand.happened and not stand.present else unreal(Stand(), "demanded", "uncommitted", rule, word)
    if effect == "continues":
        return replace(stand, status="ongoing" if stand.happened and stand.present else stand.status, rule=rule)
    if effect in ("fact", "named", "because"):
        return replace(ASSERTED, rule=rule, said=stand.said)
    if effect == "aimed":
        return unreal(Stand(), "planned", "possible", rule, word)
    if effect in UNREAL:
        return unreal(Stand(), cast(Status, effect), UNREAL[effect], rule, word)
    if effect == "open":
        return unreal(Stand(), "hypothetical", "uncommitted", rule, word)
    if effect == "ongoing":
        return replace(stand, status="ongoing" if stand.happened else stand.status, markers=(*stand.markers, word), rule=rule)
    if effect.startswith("said"):
        return _said(stand, effect, rule, word, eventive)
    return _of_certainty(stand, effect, rule, word, eventive)


def _said(stand: Stand, effect: str, rule: str, word: Span, eventive: bool) -> Stand:
    base = replace(ASSERTED, rule=rule, said=True, certainty=stand.certainty if stand.happened else "certain")
    kind = effect.partition(":")[2]
    if kind in ("promised", "threatened", "demanded"):
        return replace(base, future=cast(Status, kind), markers=(word,))
    if kind in ("probable", "possible"):
        certainty = cast(Certainty, kind)
        return weakened(base, certainty, rule, word) if eventive else unreal(base, "hypothetical", certainty, rule, word)
    return base


def _of_certainty(stand: Stand, effect: str, rule: str, word: Span, eventive: bool) -> Stand:
    if effect in ("not", "denied"):
        if stand.unreal:
            return unreal(Stand(), "hypothetical", "uncommitted", rule, word)
        return replace(negated(replace(stand, said=False), rule, word), denied=effect == "denied")
    if effect == "attempt":
        done = stand.happened is True and stand.status == "actual"
        return (
            replace(ASSERTED, happened=False, certainty="uncommitted", rule=rule, markers=(word,))
            if done
            else unreal(stand, "planned", "possible", rule, word)
        )
    if effect == "doubted":
        held = replace(ASSERTED, happened=False) if eventive else unreal(ASSERTED, "hypothetical", "possible", rule)
        return weakened(held, "possible", rule, word)
    if effect == "credited":
        if stand.denied or stand.happened is False:
            return replace(ASSERTED, happened=False, certainty=stand.certainty, rule="denied-claim", markers=(*stand.markers, word))
        return weakened(ASSERTED, "possible", rule, word)
    certainty: Certainty = "probable" if effect.startswith(("probable", "seeming")) else "possible"
    base = stand if stand.happened is not None else ASSERTED
    if eventive or effect in ("seeming", "possible-past", "probable-past"):
        return weakened(base, certainty, rule, word)
    return unreal(base, "hypothetical", certainty, rule, word)
