"""Two sums of the measures: one to rank the wordings of a sentence, one to decide whether to answer at all.

What ranks well inside a sentence (parts of what it could reach) says nothing between sentences, and the other way
round, so each has weights of its own: ``weights.json``, made by ``manage.py fit_matching`` from the public halves.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

RANK = [
    "words",
    "pairs",
    "letters",
    "feedback",
    "prior",
    "text_said",
    "headline_said",
    "rarest",
    "second_rarest",
    "shared",
    "raw_words",
    "raw_letters",
]
DECIDE = [
    "rank",
    "ahead",
    "alike",
    "alike_much",
    "text_said",
    "headline_said",
    "letters",
    "raw_letters",
    "pairs",
    "shared",
    "figures",
    "long",
]
# With the semantic extra. Ranking goes by the whole meaning, the decision by what is more in it than the common subject.
RANK_MEANING, DECIDE_MEANING = ["means_text", "means_headline"], ["apart_text", "apart_headline"]
FILE = Path(__file__).with_name("weights.json")
# How far ahead a wording is of the claims that follow its own: of how many, at most how far, and what is taken where none
# follows.
FOLLOWING, FAR, ALONE = 10, 6.0, 2.0


class Judge:
    def __init__(self, weights: dict):
        self.rank_names, self.rank_weights = list(weights["rank"]), np.array(list(weights["rank"].values()))
        decide = dict(weights["decide"])
        self.bias = decide.pop("bias")
        self.decide_names, self.decide_weights = list(decide), np.array(list(decide.values()))

    @classmethod
    def stored(cls, with_meaning: bool) -> "Judge":
        return cls(json.loads(FILE.read_text())["meaning" if with_meaning else "letters"])

    def rank(self, measures: dict[str, np.ndarray]) -> np.ndarray:
        return np.column_stack([measures[name] for name in self.rank_names]) @ self.rank_weights

    def decide(self, measures: dict[str, np.ndarray], rank: np.ndarray, claims: Sequence[str]) -> np.ndarray:
        """Log odds that the wording is what the sentence says; ``claims`` are those the wordings tell."""
        known = {**measures, "rank": rank, "ahead": ahead(rank, claims)}
        return np.column_stack([known[name] for name in self.decide_names]) @ self.decide_weights + self.bias


def ahead(rank: np.ndarray, claims: Sequence[str]) -> np.ndarray:
    """A claim that is told stands out from the next ones; among many that are all as near, none is told."""
    best: dict[str, float] = {}
    for i in np.argsort(-rank, kind="stable"):
        best.setdefault(claims[i], float(rank[i]))
    places, ranks = {claim: n for n, claim in enumerate(best, 1)}, np.array(list(best.values()))
    follow = [ranks[n : n + FOLLOWING] for n in places.values()]
    means = {claim: some.mean() if len(some) else None for claim, some in zip(places, follow, strict=True)}
    return np.array([ALONE if means[claim] is None else min(rank[i] - means[claim], FAR) for i, claim in enumerate(claims)])
