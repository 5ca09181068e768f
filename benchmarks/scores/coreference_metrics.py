"""The coreference scores: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998), entity CEAF (Luo 2005) and their mean, as CoNLL 2012 used it."""

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

Clusters = Sequence[frozenset[Hashable]]


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Clusters, found: Clusters) -> float:
    """Links needed and links found."""

    def recall(one: Clusters, other: Clusters) -> float:
        where = {m: n for n, c in enumerate(other) for m in c}
        kept = sum(len(c) - len({where.get(m, ("alone", m)) for m in c}) for c in one)
        total = sum(len(c) - 1 for c in one)
        return kept / total if total else 0.0

    return f1(recall(found, gold), recall(gold, found))


def b_cubed(gold: Clusters, found: Clusters) -> float:
    """For each mention, how much of its cluster is right."""

    def recall(one: Clusters, other: Clusters) -> float:
        where = {m: c for c in other for m in c}
        shares = [len(c & where.get(m, frozenset({m}))) / len(c) for c in one for m in c]
        return sum(shares) / len(shares) if shares else 0.0

    return f1(recall(found, gold), recall(gold, found))


def ceaf_e(gold: Clusters, found: Clusters) -> float:
    """Clusters matched one to one, as well as they can be."""
    overlap: dict[tuple[int, int], float] = {}
    where = {m: n for n, c in enumerate(found) for m in c}
    for n, cluster in enumerate(gold):
        for other in {where[m] for m in cluster if m in where}:
            overlap[n, other] = 2 * len(cluster & found[other]) / (len(cluster) + len(found[other]))
    total = assign(overlap)
    return f1(total / len(found) if found else 0.0, total / len(gold) if gold else 0.0)


def assign(weights: dict[tuple[int, int], float]) -> float:
    """The greatest sum of weights of a one-to-one matching: each connected part by the Hungarian method."""
    parts: dict[int, list[tuple[int, int]]] = {}
    owner: dict[tuple[str, int], int] = {}
    for pair in weights:
        ends = [("gold", pair[0]), ("found", pair[1])]
        joined = sorted({owner[e] for e in ends if e in owner})
        home = joined[0] if joined else len(owner) + len(weights) + len(parts)
        merged = [p for j in joined for p in parts.pop(j)] + [pair]
        parts[home] = merged
        for one, other in merged:
            owner["gold", one] = owner["found", other] = home
    return sum(_hungarian(weights, pairs) for pairs in parts.values())


def _hungarian(weights: dict[tuple[int, int], float], pairs: Iterable[tuple[int, int]]) -> float:
    listed = list(pairs)
    rows, columns = sorted({a for a, _ in listed}), sorted({b for _, b in listed})
    size = max(len(rows), len(columns))
    cost = np.zeros((size + 1, size + 1))
    for a, b in listed:
        cost[rows.index(a) + 1, columns.index(b) + 1] = -weights[a, b]
    u, v = np.zeros(size + 1), np.zeros(size + 1)
    match = np.zeros(size + 1, dtype=int)
    for row in range(1, size + 1):
        match[0], column = row, 0
        least, before, used = np.full(size + 1, np.inf), np.zeros(size + 1, dtype=int), np.zeros(size + 1, dtype=bool)
        while True:
            used[column] = True
            here = match[column]
            reduced = cost[here] - u[here] - v
            better = ~used & (reduced < least)
            better[0] = False
            least[better], before[better] = reduced[better], column
            free = np.where(used, np.inf, least)
            free[0] = np.inf
            following = int(np.argmin(free))
            step = free[following]
            u[match[used]] += step
            v[used] -= step
            least[~used] -= step
            column = following
            if match[column] == 0:
                break
        while column:
            match[column], column = match[before[column]], before[column]
    return float(-sum(cost[match[j], j] for j in range(1, size + 1)))


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """All three and their mean."""
    scores = {"muc": muc(gold, found), "b_cubed": b_cubed(gold, found), "ceaf_e": ceaf_e(gold, found)}
    return scores | {"conll": sum(scores.values()) / 3}
