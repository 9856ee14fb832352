"""What the weights of the judge are fitted on: sentences, how near they are to known claims, and which would be right.

There are three kinds of bases. A public set as a whole. Parts of it: it has thousands of claims and a site some hundred,
and what stands out among a hundred says less. And the claims of a site, which are all of one subject: half of their phrases
are known and the other half looked for.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from claims.matching.benchmark import Set
from claims.matching.known import Told
from claims.matching.matcher import Matcher
from claims.matching.meaning import Meaning

# Of a part: queries, with their claims; other claims; sentences without a match; texts to learn from which words are common.
QUERIES, OTHERS, UNASKED, BACKGROUND = 60, 120, 150, 1500
PARTS_COUNT, OWN_COUNT = 0.5, 0.5  # all parts of a set, and each half of our own, of what a whole set counts


@dataclass(frozen=True)
class Measured:
    """A sentence: the claims that its candidates tell, the measures of these, and which claims are right, if any is."""

    claims: list[str]
    measures: dict[str, np.ndarray]
    right: set[str]


@dataclass(frozen=True)
class Base:
    """``siblings``: a wrong claim for a sentence that tells another one is a mistake to learn from. It is not in public
    sets, where a sentence may well tell both."""

    rows: list[Measured]
    counts: float
    siblings: bool = False


def wholes_and_parts(one: Set, meaning: Meaning | None) -> tuple[Base, Base]:
    matcher = Matcher(one.wordings(), meaning=meaning)
    parts = [row for part, queries, nomatch in _parts(one, matcher) for row in _measured(part, queries, nomatch)]
    return Base(_measured(matcher, one.queries, one.nomatch), 1), Base(parts, PARTS_COUNT)


def halves(claims: list[Told], background: list[str], sets: list[Set], meaning: Meaning | None) -> Iterator[Base]:
    unasked = [text for one in sets for text in _some(one.nomatch, UNASKED, random.Random(0))]  # noqa: S311
    for known, asked in ((0, 1), (1, 0)):
        wordings = [wording for claim in claims for wording in claim.wordings(claim.phrases[known::2])]
        queries = [(phrase, {claim.slug}) for claim in claims for phrase in claim.phrases[asked::2]]
        yield Base(_measured(Matcher(wordings, background, meaning), queries, unasked), OWN_COUNT, siblings=True)


def _measured(matcher: Matcher, queries: list[tuple[str, set[str]]], nomatch: list[str]) -> list[Measured]:
    rows = []
    for text, right in [*queries, *((text, set()) for text in nomatch)]:
        best, measures = matcher.measured(text, matcher.vectors([text])[0])
        if len(best):
            rows.append(Measured([matcher.wordings[i].claim for i in best], measures, right))
    return rows


def _parts(one: Set, whole: Matcher) -> Iterator[tuple[Matcher, list, list[str]]]:
    dice = random.Random(0)  # noqa: S311 - a sample, the same each time
    wordings, queries = one.wordings(), _some(one.queries, len(one.queries), dice)
    remembered = dict(_remembered(whole)) if whole.meaning else {}
    for start in range(0, len(queries), QUERIES):
        some = queries[start : start + QUERIES]
        told = set().union(*(right for _, right in some))
        known = [wording for wording in wordings if wording.claim in told]
        known += [wording for wording in _some(wordings, OTHERS, dice) if wording.claim not in told]
        background = [wording.text for wording in _some(wordings, BACKGROUND, dice)]
        matcher = Matcher(known, background, whole.meaning, embed=lambda texts: np.array([remembered[text] for text in texts]))
        yield matcher, some, _some(one.nomatch, UNASKED, dice)


def _remembered(matcher: Matcher) -> Iterator[tuple[str, np.ndarray]]:
    for n, wording in enumerate(matcher.wordings):
        yield wording.text, matcher.text_vectors[n]
        yield wording.headline or wording.text, matcher.headline_vectors[n]


def _some(things: list, most: int, dice: random.Random) -> list:
    return dice.sample(things, min(most, len(things)))
