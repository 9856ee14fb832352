"""How near a sentence is to a wording of a claim, by its letters: measures for the candidates, no decision yet.

A wording has two fields, as an article has: its text and its headline. The measures were chosen on the public half
of two benchmarks; each is explained where it is computed.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.matching.postings import Contents, Postings
from claims.matching.text import letters, pairs, terms

CANDIDATES = 60
# In a large collection, a group of letters found in more than one document of 25 tells nothing and costs most of the time.
LARGE, COMMON = 5000, math.log(25)
# Terms of the likeliest wordings stand in for words the sentence lacks (relevance feedback).
FEEDBACK_FROM, FEEDBACK_TERMS, FEEDBACK_SHARPNESS = 20, 40, 6.0
MIXTURE = {"letters": 0.6, "pairs": 0.15, "feedback": 0.3, "prior": 0.01}
MOST_FIGURES = 2  # in common, that count


@dataclass(frozen=True)
class Wording:
    """One way a claim is told. ``prior`` is ln(1 + how often its speaker or it was met)."""

    claim: str
    text: str
    headline: str = ""
    prior: float = 0.0


class Lexical:
    def __init__(self, wordings: Sequence[Wording], background: Sequence[str] = ()):
        texts = [terms(wording.text) for wording in wordings]
        headlines = [terms(wording.headline) for wording in wordings]
        both = [[*text, *headline] for text, headline in zip(texts, headlines, strict=True)]
        spread: Counter = Counter()
        for text in background:
            spread.update(set(terms(text)))
        self.words = Postings(both, spread, len(background))
        self.pairs = Postings([[*pairs(a), *pairs(b)] for a, b in zip(texts, headlines, strict=True)])
        self.letters = Postings([letters(found) for found in both])
        self.text = Contents(texts, self.words)
        self.headline = Contents([b or a for a, b in zip(texts, headlines, strict=True)], self.words)
        self.all = Contents(both, self.words)
        self.prior = np.array([wording.prior for wording in wordings], dtype=np.float32)
        self.count = len(wordings)
        self.is_figure = np.array([any(map(str.isdigit, term)) for term in self.words.number], dtype=bool)

    def candidates(self, sentence: str, more: np.ndarray | None = None) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """The likeliest wordings (numbers) and, for each, its measures by name. ``more`` are added to them."""
        found = terms(sentence)
        numbers = self.words.known(found)
        if not len(numbers) and more is None:
            return np.array([], dtype=np.int64), {}
        groups = self.letters.known(letters(found))
        groups = groups[self.letters.idf[groups] > COMMON] if self.count > LARGE else groups
        neighbours = self.pairs.known(pairs(found))
        raw = {
            "words": self.words.score(numbers),
            "letters": self.letters.score(groups),
            "pairs": self.pairs.score(neighbours),
        }
        # Divided by what the sentence could reach at most, so that the three can be added.
        part = {
            "words": raw["words"] / _mass(self.words.idf[numbers]),
            "letters": raw["letters"] / _mass(self.letters.idf[groups]),
            "pairs": raw["pairs"] / _mass(self.pairs.idf[neighbours]),
        }
        total = part["words"] + MIXTURE["letters"] * part["letters"] + MIXTURE["pairs"] * part["pairs"]
        feedback = self._feedback(total, numbers)
        total = total + MIXTURE["feedback"] * feedback + MIXTURE["prior"] * self.prior
        best = _highest(total, CANDIDATES)
        if more is not None:
            best = np.union1d(best, more)
        unknown = len({term for term in found if term not in self.words.number})
        asked = _mass(self.words.idf[numbers]) + unknown * self.words.rarest
        measures = self._measures(best, numbers, asked, raw, part, feedback)
        return best, measures | {"long": np.full(len(best), math.log1p(len(set(found))))}

    def _feedback(self, total: np.ndarray, numbers: np.ndarray) -> np.ndarray:
        best = _highest(total, FEEDBACK_FROM)
        share = np.exp(FEEDBACK_SHARPNESS * (total[best] - total[best].max()))
        held, owner = self.all.of(best)
        lacking, place = np.unique(held[~np.isin(held, numbers)], return_inverse=True)
        if not len(lacking):
            return np.zeros(self.count, dtype=np.float32)
        owner = owner[~np.isin(held, numbers)]
        weight = np.bincount(place, weights=(share / share.sum())[owner]) * self.words.idf[lacking]
        best = _highest(weight, FEEDBACK_TERMS)
        chosen, weight = lacking[best], weight[best] / weight[best].sum()
        return self.words.score(chosen, weight / self.words.idf[chosen])

    def _measures(self, best, numbers, asked, raw, part, feedback) -> dict[str, np.ndarray]:
        idf = self.words.idf
        asked_for = np.zeros(len(idf), dtype=bool)
        asked_for[numbers] = True
        covered = {}
        for name, contents in (("text", self.text), ("headline", self.headline)):
            held, owner = contents.of(best)
            hit = asked_for[held]
            covered[name] = np.bincount(owner[hit], weights=idf[held[hit]], minlength=len(best))
        held, owner = self.all.of(best)
        hit = asked_for[held]
        shared = np.bincount(owner[hit], minlength=len(best))
        rarest, second = np.zeros(len(best)), np.zeros(len(best))
        order = np.lexsort((-idf[held[hit]], owner[hit]))
        sorted_owner, sorted_idf = owner[hit][order], idf[held[hit]][order]
        first = np.searchsorted(sorted_owner, np.arange(len(best)))
        rarest[shared > 0] = sorted_idf[first[shared > 0]]
        second[shared > 1] = sorted_idf[first[shared > 1] + 1]
        figures = np.bincount(owner[hit & self.is_figure[held]], minlength=len(best))
        text_mass, headline_mass = self.text.mass[best] + 1e-6, self.headline.mass[best] + 1e-6
        alike = covered["text"] / np.sqrt(text_mass * asked)
        return {
            "words": part["words"][best],
            "letters": part["letters"][best],
            "pairs": part["pairs"][best],
            "feedback": feedback[best],
            "prior": self.prior[best],
            # How much of the wording the sentence says, and the other way round.
            "text_said": covered["text"] / text_mass,
            "headline_said": covered["headline"] / headline_mass,
            "alike": alike,
            "alike_much": alike * np.log1p(raw["words"][best]),
            "figures": np.minimum(figures, MOST_FIGURES),
            "rarest": rarest / 10,
            "second_rarest": second / 10,
            "shared": np.log1p(shared),
            # Comparable between sentences, which the parts above are not.
            "raw_words": np.log1p(raw["words"][best]),
            "raw_letters": np.log1p(raw["letters"][best]),
            "raw_pairs": np.log1p(raw["pairs"][best]),
        }


def _mass(idf: np.ndarray) -> float:
    return float(idf.sum()) or 1.0


def _highest(values: np.ndarray, count: int) -> np.ndarray:
    """Numbers of the highest values, highest first; of equals the earlier first."""
    if len(values) > count:
        cut = np.partition(values, len(values) - count)[len(values) - count]
        chosen = np.flatnonzero(values >= cut)
    else:
        chosen = np.arange(len(values))
    return chosen[np.argsort(-values[chosen], kind="stable")][:count]
