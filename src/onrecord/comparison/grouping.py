"""Links between claims -> events: groups of claims, the surest links first, never across what excludes each other."""

from collections.abc import Callable, Iterable, Mapping

SAMPLE = 8
"""Claims of a group that are held against another group's."""
APART = 1 / 5
"""The share of pairs that may contradict each other in one event."""


def group(
    claims: Iterable[int],
    links: Iterable[tuple[float, int, int]],
    *,
    contradict: Callable[[int, int], bool],
    together: Iterable[tuple[int, int]] = (),
    apart: frozenset[int] = frozenset(),
    before: Mapping[int, str] | None = None,
) -> list[list[int]]:
    """The groups of claims. `together` are pairs people joined, `apart` claims they took out; claims with the same `before` begin as one group.

    The order of the claims does not matter; that of the links is the order in which they are tried.
    """
    groups: dict[int, list[int]] = {}
    started: dict[str, list[int]] = {}
    for claim in sorted(set(claims)):
        began = None if before is None or claim in apart else started.get(before.get(claim, ""))
        if began is None:
            began = groups[claim] = []
            if before is not None and claim in before and claim not in apart:
                started[before[claim]] = began
        began.append(claim)
        groups[claim] = began

    def join(a: int, b: int) -> None:
        first, second = sorted((groups[a], groups[b]), key=min)
        first.extend(second)
        for claim in second:
            groups[claim] = first

    for a, b in together:
        if a in groups and b in groups and groups[a] is not groups[b]:
            join(a, b)
    for _, a, b in links:
        if groups[a] is groups[b] or a in apart or b in apart:
            continue
        pairs = [(x, y) for x in groups[a][:SAMPLE] for y in groups[b][:SAMPLE]]
        if sum(contradict(x, y) for x, y in pairs) <= APART * len(pairs):
            join(a, b)
    distinct = {id(g): sorted(g) for g in groups.values()}
    return sorted(distinct.values())
