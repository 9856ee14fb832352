"""Fits the weights of the judge: a soft choice among candidates on public sets, then a logistic decision.

Every set counts the same, and within a set every query. Only numpy; the same sets give the same weights.
"""

import numpy as np

from claims.matching.benchmark import Set
from claims.matching.fitted_on import Base, Measured, halves, wholes_and_parts
from claims.matching.judging import DECIDE, DECIDE_MEANING, RANK, RANK_MEANING, ahead
from claims.matching.known import Told
from claims.matching.meaning import Meaning

RIDGE = 0.01
STEPS, RATE, MOMENTUM = 4000, 0.3, 0.9


def fit(
    sets: list[Set], claims: list[Told], background: list[str], meaning: Meaning | None = None
) -> dict[str, dict[str, float]]:
    both = [wholes_and_parts(one, meaning) for one in sets]
    rank = _fit_rank([whole.rows for whole, _ in both], [*RANK, *(RANK_MEANING if meaning else [])])
    bases = [*(base for pair in both for base in pair), *halves(claims, background, sets, meaning)]
    return {"rank": rank, "decide": _fit_decision(bases, rank, [*DECIDE, *(DECIDE_MEANING if meaning else [])])}


def _fit_decision(bases: list[Base], rank: dict[str, float], names: list[str]) -> dict[str, float]:
    rows, labels, shares = [], [], []
    for base in bases:
        right, wrong, siblings = [], [], []
        for row in base.rows:
            score = sum(weight * row.measures.get(name, 0) for name, weight in rank.items())
            best = int(np.argmax(score))
            known = {**row.measures, "rank": score, "ahead": ahead(score, row.claims)}
            if any(name not in known for name in names):
                continue  # in a language that the semantic extra does not know
            kind = wrong if not row.right else right if row.claims[best] in row.right else siblings
            kind.append([known[name][best] for name in names])
        kinds = [(1, right), (0, wrong), (0, siblings)] if base.siblings else [(1, right), (0, wrong)]
        for label, some in kinds:
            share = base.counts if label or not base.siblings else base.counts / 2
            rows += some
            labels += [label] * len(some)
            shares += [share / len(some)] * len(some)
    return _fit_logistic(np.array(rows), np.array(labels), np.array(shares), names)


def _fit_rank(asked: list[list[Measured]], names: list[str]) -> dict[str, float]:
    tables, chosen, shares = [], [], []
    for rows in asked:
        usable = [row for row in rows if any(claim in row.right for claim in row.claims)]
        for row in usable:
            tables.append(np.column_stack([row.measures[name] for name in names]))
            chosen.append(np.array([claim in row.right for claim in row.claims]))
            shares.append(1 / len(usable) / len(asked))
    x, y = np.concatenate(tables), np.concatenate(chosen)
    starts = np.concatenate([[0], np.cumsum([len(table) for table in tables])[:-1]])
    group = np.repeat(np.arange(len(tables)), [len(table) for table in tables])
    share = np.array(shares)[group]
    scale = x.std(0) + 1e-9
    x = x / scale

    def slope(v):
        z = x @ v
        p = np.exp(z - np.maximum.reduceat(z, starts)[group])
        p /= np.add.reduceat(p, starts)[group]
        right = p * y
        right /= np.add.reduceat(right, starts)[group] + 1e-12
        return ((p - right) * share) @ x + RIDGE * v

    return dict(zip(names, (_descended(slope, x.shape[1]) / scale).round(4).tolist(), strict=True))


def _fit_logistic(x, y, share, names) -> dict[str, float]:
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack([(x - mean) / scale, np.ones(len(x))])
    share = share / share.sum()
    ridge = np.array([0.001] * (z.shape[1] - 1) + [0])

    def slope(v):
        return ((1 / (1 + np.exp(-(z @ v))) - y) * share) @ z + ridge * v

    v = _descended(slope, z.shape[1])
    weights = v[:-1] / scale
    return {**dict(zip(names, weights.round(4).tolist(), strict=True)), "bias": round(float(v[-1] - weights @ mean), 4)}


def _descended(slope, size) -> np.ndarray:
    v, speed = np.zeros(size), np.zeros(size)
    for _ in range(STEPS):
        speed = MOMENTUM * speed - RATE * slope(v + MOMENTUM * speed)
        v = v + speed
    return v
