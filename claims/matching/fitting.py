"""Fits the weights of the judge on public sets: a soft choice among candidates, then a logistic decision.

Every set counts the same, and within a set every query. Only numpy; the same sets give the same weights.
"""

import numpy as np

from claims.matching.benchmark import Set
from claims.matching.judging import DECIDE, DECIDE_MEANING, RANK, RANK_MEANING
from claims.matching.matcher import Matcher
from claims.matching.meaning import Meaning

RIDGE = 0.01
STEPS, RATE, MOMENTUM = 4000, 0.3, 0.9


def fit(sets: list[Set], meaning: Meaning | None = None) -> dict[str, dict[str, float]]:
    rank_names = [*RANK, *(RANK_MEANING if meaning else [])]
    decide_names = [*DECIDE, *(DECIDE_MEANING if meaning else [])]
    asked, unasked = [], []
    for one in sets:
        matcher = Matcher(one.wordings(), meaning=meaning)
        asked.append([(*_measured(matcher, text), relevant) for text, relevant in one.queries])
        unasked.append([_measured(matcher, text) for text in one.nomatch])
    rank = _fit_rank(asked, rank_names)

    def top(claims, measures):
        score = sum(rank[name] * measures[name] for name in rank_names)
        best = int(np.argmax(score))
        return claims[best], np.array([{**measures, "rank": score}[name][best] for name in decide_names])

    rows, labels, shares = [], [], []
    for with_match, without in zip(asked, unasked, strict=True):
        # A wrong first answer to a question that has a right one teaches nothing about either.
        tops = [(top(claims, measures), relevant) for claims, measures, relevant in with_match if len(claims)]
        right = [row for (claim, row), relevant in tops if claim in relevant]
        wrong = [top(claims, measures)[1] for claims, measures in without if len(claims)]
        rows += [*right, *wrong]
        labels += [1] * len(right) + [0] * len(wrong)
        shares += [1 / len(right)] * len(right) + [1 / len(wrong)] * len(wrong)
    return {"rank": rank, "decide": _fit_logistic(np.array(rows), np.array(labels), np.array(shares), decide_names)}


def _measured(matcher, text):
    vector = matcher.vectors([text])[0]
    best, measures = matcher.measured(text, vector)
    return [matcher.wordings[i].claim for i in best], measures


def _fit_rank(asked, names) -> dict[str, float]:
    tables, chosen, shares = [], [], []
    for queries in asked:
        usable = [(c, m, r) for c, m, r in queries if any(claim in r for claim in c)]
        for claims, measures, relevant in usable:
            tables.append(np.column_stack([measures[name] for name in names]))
            chosen.append(np.array([claim in relevant for claim in claims]))
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
