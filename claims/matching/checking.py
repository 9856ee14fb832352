"""Reads a text sentence by sentence and says which known claims it tells, corrects or touches. Keeps nothing of it."""

import math
from dataclasses import dataclass, field, replace

from claims.matching.figures import found_in
from claims.matching.matcher import Matcher
from claims.matching.sentences import spans
from claims.matching.stance import Stance, bare, stance
from claims.matching.text import plain

LONGEST_TEXT = 50_000  # characters
MOST = 3  # claims a sentence
# Chances, as the judge gives them. Below the first a sentence is passed over in silence; from the second on it tells the
# claim. Set on texts of our own (tests/matching/texts.py): what has nothing to do with a claim stays below 0.1.
RELATED, TOLD = 0.12, 0.5
# By meaning, all sentences on the subject are near to some claim; an accusation needs words in common as well, and some of
# them side by side: names and common words alone make a sentence only related. Set on five articles read by eye.
EARNED = 0.15
SIDE_BY_SIDE, PLAIN = 1.2, 3.5


class TextTooLong(ValueError):
    pass


@dataclass(frozen=True)
class Found:
    claim: str
    wording: str
    score: float
    stance: Stance


@dataclass(frozen=True)
class Figure:
    """A figure of a known claim met in a text: ``claims`` tell what it counts."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    start: int
    end: int
    text: str
    matches: list[Found] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def check(text: str, matcher: Matcher) -> list[Sentence]:
    """Raises ``TextTooLong``. Offsets count characters of ``text`` as it was given."""
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(f"The text has {len(text):,} characters; at most {LONGEST_TEXT:,} can be checked at once.")
    seen = plain(text)
    places = list(spans(seen))
    sentences = [seen[start:end] for start, end in places]
    known_figures = _figures_of(matcher)
    answers = matcher.match_all([bare(sentence) for sentence in sentences], MOST)
    found = []
    for i, ((start, end), matches) in enumerate(zip(places, answers, strict=True)):
        following = sentences[i + 1] if i + 1 < len(sentences) else ""
        met = [
            _found(matcher, sentences[i], match, following)
            for match in matches
            if match.by_letters >= RELATED or match.score >= TOLD
        ]
        met = _cleared(sorted(met, key=lambda match: -match.score))
        found.append(Sentence(start, end, text[start:end], met, _met_figures(sentences[i], known_figures)))
    return found


def _cleared(met: list[Found]) -> list[Found]:
    """Who corrects one claim is not accused of telling its sibling with the same words."""
    if any(match.stance == Stance.CORRECTS for match in met):
        return [replace(match, stance=Stance.RELATED) if match.stance == Stance.REPEATS else match for match in met]
    return met


def _found(matcher, sentence, match, following) -> Found:
    wording = matcher.wordings[match.wording].text
    return Found(match.claim, wording, match.score, stance(sentence, wording, following) if _earned(match) else Stance.RELATED)


def _earned(match) -> bool:
    if match.score < TOLD or match.by_letters < EARNED:
        return False
    odds = match.score / max(1 - match.score, 1e-6)
    return math.log(odds) + SIDE_BY_SIDE * match.in_a_row >= PLAIN


def _figures_of(matcher) -> dict[float, tuple[str, ...]]:
    """Figures named in the wordings, each with its claims."""
    named: dict[float, dict[str, None]] = {}
    for wording in matcher.wordings:
        for value, _, _ in found_in(f"{wording.text} {wording.headline}"):
            named.setdefault(value, {})[wording.claim] = None
    return {value: tuple(claims) for value, claims in named.items()}


def _met_figures(sentence, known) -> list[Figure]:
    return [Figure(sentence[start:end].strip(), known[value]) for value, start, end in found_in(sentence) if value in known]
