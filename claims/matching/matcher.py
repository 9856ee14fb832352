"""Which known claims does a sentence tell? One retrieval for checking, suggestions, duplicate warnings and intake."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from claims.matching.judging import Judge
from claims.matching.lexical import Lexical, Wording
from claims.matching.meaning import Meaning
from claims.matching.text import HANDLES, LINKS, is_chinese

VERBATIM = 0.8  # how alike; 1 is the same words
NEAREST = 20  # wordings near in meaning that join those near in letters
# A sentence that is like several wordings of one claim tells it the more surely: how much more, and how many are asked.
# Set on the phrases of the first edition, half of them known and half of them looked for.
AGREEMENT, ASKED = 1.5, 8


@dataclass(frozen=True)
class Match:
    """``score`` is the chance, 0 to 1, that the sentence tells this claim; ``by_letters`` the same chance without the
    semantic extra; ``in_a_row`` how much of it stands in the same neighbourhoods of words; ``rank`` orders within one
    sentence only."""

    claim: str
    wording: int
    score: float
    by_letters: float
    in_a_row: float
    rank: float


class Matcher:
    def __init__(
        self,
        wordings: Sequence[Wording],
        background: Sequence[str] = (),
        meaning: Meaning | None = None,
        judge: Judge | None = None,
        embed: Callable[[list[str]], np.ndarray] | None = None,
    ):
        """``embed`` makes the vectors of the wordings where they are remembered; otherwise ``meaning`` does."""
        self.wordings = list(wordings)
        self.lexical = Lexical(self.wordings, background)
        self.meaning = meaning
        self._judge = judge
        if meaning:
            embed = embed or meaning.vectors
            self.text_vectors = embed([wording.text for wording in self.wordings])
            self.headline_vectors = embed([wording.headline or wording.text for wording in self.wordings])
            # What all wordings have in common, the subject, tells none of them apart.
            self.common = (self.text_vectors.mean(0) + self.headline_vectors.mean(0)) / 2

    @cached_property
    def judge(self) -> Judge:
        return self._judge or Judge.stored(with_meaning=self.meaning is not None)

    @cached_property
    def judge_of_letters(self) -> Judge:
        return Judge.stored(with_meaning=False)

    def match(self, sentence: str, most: int = 5) -> list[Match]:
        """Claims, likeliest first, each once. Empty where no word is known; look at ``score`` before believing one."""
        return self.match_all([sentence], most)[0]

    def match_all(self, sentences: Sequence[str], most: int = 5) -> list[list[Match]]:
        if not self.wordings:
            return [[] for _ in sentences]
        vectors = self.vectors(sentences)
        return [self._match(sentence, vectors[i], most) for i, sentence in enumerate(sentences)]

    def vectors(self, sentences: Sequence[str]):
        """One a sentence, or None where the extra is not there or does not know the language: its model is English."""
        found = [None] * len(sentences)
        known = [i for i, sentence in enumerate(sentences) if not is_chinese(sentence)] if self.meaning else []
        if known:
            vectors = self.meaning.vectors([HANDLES.sub(" ", LINKS.sub(" ", sentences[i])) for i in known])
            for i, vector in zip(known, vectors, strict=True):
                found[i] = vector
        return found

    def measured(self, sentence: str, vector=None) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Candidates and their measures: what the judge weighs, and what its weights are fitted on."""
        if vector is None:
            return self.lexical.candidates(sentence)
        near_text, near_headline = self.text_vectors @ vector, self.headline_vectors @ vector
        near = near_text + near_headline
        count = min(NEAREST, len(near))
        best, measures = self.lexical.candidates(sentence, np.argpartition(-near, count - 1)[:count])
        own = self._apart(vector)
        return best, {
            **measures,
            "means_text": near_text[best],
            "means_headline": near_headline[best],
            "apart_text": self._apart(self.text_vectors[best]) @ own,
            "apart_headline": self._apart(self.headline_vectors[best]) @ own,
        }

    def _apart(self, vectors: np.ndarray) -> np.ndarray:
        """What sets them apart from the subject, as unit vectors again."""
        vectors = vectors - self.common
        return vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + np.float32(1e-9))

    def _match(self, sentence, vector, most) -> list[Match]:
        best, measures = self.measured(sentence, vector)
        if not len(best):
            return []
        judge = self.judge if vector is not None or self._judge else self.judge_of_letters
        rank = judge.rank(measures)
        claims = [self.wordings[i].claim for i in best]
        score = _scores(judge, measures, rank, claims)
        letters = self.judge_of_letters
        by_letters = score if judge is letters else _scores(letters, measures, letters.rank(measures), claims)
        order = np.argsort(-rank, kind="stable")
        groups: dict[str, list[int]] = {}
        for i in order:
            groups.setdefault(claims[i], []).append(int(i))
        found = [
            Match(
                claim,
                int(best[rows[0]]),
                _together([score[i] for i in rows[:ASKED]]),
                _together([by_letters[i] for i in rows[:ASKED]]),
                float(measures["raw_pairs"][rows[0]]),
                float(rank[rows[0]]) + AGREEMENT * math.log(sum(math.exp(rank[i] - rank[rows[0]]) for i in rows[:ASKED])),
            )
            for claim, rows in groups.items()
        ]
        return sorted(found, key=lambda match: -match.rank)[:most]


def _together(chances: list[float]) -> float:
    """The chance that a claim is told, from those that each of its wordings is: the first, raised by those that agree."""
    first = min(max(chances[0], 1e-9), 1 - 1e-9)
    if len(chances) == 1:
        return chances[0]
    odds = first / (1 - first) * (sum(chances) / first) ** AGREEMENT
    return odds / (1 + odds)


def _scores(judge, measures, rank, claims) -> list[float]:
    chance = 1 / (1 + np.exp(-judge.decide(measures, rank, claims)))
    # Said word for word it is told, however few claims there are to set it apart from.
    verbatim = (measures["alike"] >= VERBATIM) & (measures["text_said"] >= VERBATIM) & (measures["shared"] >= np.log1p(3))
    return np.where(verbatim, np.maximum(chance, measures["alike"]), chance).clip(0, 1).tolist()
