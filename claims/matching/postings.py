"""An inverted index in three arrays: which documents hold a term, and how much it weighs there (BM25)."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

K1, B = 1.2, 0.75


class Postings:
    """One kind of term over all documents.

    ``spread`` (documents a term is in) and ``size`` (documents counted) may come from a larger body of text than the
    documents themselves, so that a small collection knows which words are common in its field.
    """

    def __init__(self, documents: Sequence[list[str]], spread: Counter | None = None, size: int = 0):
        self.count = len(documents)
        self.number: dict[str, int] = {}
        docs, terms, counts = [], [], []
        lengths = np.zeros(self.count, dtype=np.float32)
        for n, document in enumerate(documents):
            lengths[n] = len(document)
            for term, count in Counter(document).items():
                docs.append(n)
                terms.append(self.number.setdefault(term, len(self.number)))
                counts.append(count)
        docs, terms = np.array(docs, dtype=np.int32), np.array(terms, dtype=np.int32)
        counts = np.array(counts, dtype=np.float32)
        order = np.argsort(terms, kind="stable")
        self.start = np.searchsorted(terms[order], np.arange(len(self.number) + 1))
        self.docs = docs[order]
        within = np.diff(self.start).astype(np.float64)
        total = self.count + size
        if spread:
            within += np.array([spread.get(term, 0) for term in self.number], dtype=np.float64)
        self.rarest = math.log(1 + (total + 0.5) / 0.5)
        self.idf = np.log(1 + (total - within + 0.5) / (within + 0.5)).astype(np.float32)
        mean = lengths.mean() if self.count and lengths.any() else 1.0
        norm = K1 * (1 - B + B * lengths / mean)
        counts = counts[order]
        self.weights = (self.idf[terms[order]] * counts / (counts + norm[self.docs])).astype(np.float32)

    def known(self, terms: Iterable[str]) -> np.ndarray:
        """Numbers of the terms that occur, each once."""
        return np.array(sorted({n for t in terms if (n := self.number.get(t)) is not None}), dtype=np.int64)

    def score(self, numbers: np.ndarray, weights: np.ndarray | None = None) -> np.ndarray:
        """BM25 of every document for these terms; ``weights`` multiply each term's share."""
        at, term = stretches(self.start, numbers)
        held = self.weights[at] if weights is None else self.weights[at] * weights[term]
        return np.bincount(self.docs[at], weights=held, minlength=self.count).astype(np.float32)


class Contents:
    """What each document holds, each term once, with the numbers and the rarity of ``postings``."""

    def __init__(self, documents: Sequence[list[str]], postings: Postings):
        numbered = [postings.known(document) for document in documents]
        self.start = np.concatenate([[0], np.cumsum([len(held) for held in numbered])]).astype(np.int64)
        self.terms = np.concatenate([*numbered, np.array([], dtype=np.int64)]).astype(np.int32)
        self.idf = postings.idf
        of = np.repeat(np.arange(len(documents)), np.diff(self.start))
        self.mass = np.bincount(of, weights=self.idf[self.terms], minlength=len(documents)).astype(np.float32)

    def of(self, documents: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The terms of these documents one after the other, and for each the position of its document."""
        at, owner = stretches(self.start, documents)
        return self.terms[at], owner


def stretches(start: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places from ``start[n]`` up to ``start[n + 1]`` for each number, one after the other; and of each place, which
    of the numbers it is for."""
    starts, sizes = start[numbers], start[numbers + 1] - start[numbers]
    owner = np.repeat(np.arange(len(numbers)), sizes)
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    return np.arange(len(owner)) + np.repeat(starts - first, sizes), owner
