"""Reads a text sentence by sentence and says which known claims it tells, corrects or touches. Keeps nothing of it."""

import math
from dataclasses import dataclass, field, replace

from claims.matching.figures import found_in
from claims.matching.matcher import Match, Matcher
from claims.matching.sentences import spans
from claims.matching.stance import Stance, bare, stance
from claims.matching.text import plain

LONGEST_TEXT = 50_000  # characters
MOST = 3  # claims a sentence
# Log odds, as the judge gives them and raised by words that stand side by side in both: names and common words alone
# accuse nobody. Below the first a sentence is passed over in silence; from the second on it tells the claim. Set on the
# phrases of the first edition, half of them known and half of them looked for, and on five articles read by eye.
SIDE_BY_SIDE = 2.0
RELATED, TOLD = 1.6, 6.9
# Chances: who tells a claim does so likely by the judge alone; who denies it is accused of nothing.
LIKELY, CORRECTED = 0.93, 0.5
SHARED_BY = 2  # claims that may have a figure in common which is in the title of none


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
        met = [_found(matcher, sentences[i], match, following) for match in matches if touches(match)]
        met = _cleared(sorted(met, key=lambda match: -match.score))
        found.append(Sentence(start, end, text[start:end], met, _met_figures(sentences[i], known_figures)))
    return found


def _cleared(met: list[Found]) -> list[Found]:
    """Who corrects one claim is not accused of telling its sibling with the same words. ``met`` has the likeliest first."""
    if any(match.stance == Stance.CORRECTS and (match.score >= LIKELY or match is met[0]) for match in met):
        return [replace(match, stance=Stance.RELATED) if match.stance == Stance.REPEATS else match for match in met]
    return met


def _found(matcher, sentence, match, following) -> Found:
    wording = matcher.wordings[match.wording].text
    said = stance(sentence, wording, following)
    known = (said == Stance.CORRECTS and match.score >= CORRECTED) or tells(match)
    return Found(match.claim, wording, match.score, said if known else Stance.RELATED)


def touches(match: Match) -> bool:
    return _sure(match.by_letters, match) >= RELATED or tells(match)


def tells(match: Match) -> bool:
    """By meaning, all sentences on the subject are near to some claim; an accusation needs words in common as well."""
    return match.score >= LIKELY and _sure(match.score, match) >= TOLD and _sure(match.by_letters, match) >= RELATED


def _sure(chance: float, match: Match) -> float:
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(chance / (1 - chance)) + SIDE_BY_SIDE * match.in_a_row


def _figures_of(matcher) -> dict[float, tuple[str, ...]]:
    """Figures named in the wordings, each with its claims. One that many name and none is about, as the number of people
    of a country, is a figure of none."""
    named: dict[float, dict[str, None]] = {}
    about = set()
    for wording in matcher.wordings:
        for value, _, _ in found_in(f"{wording.text} {wording.headline}"):
            named.setdefault(value, {})[wording.claim] = None
            if wording.headline:
                about.add(value)
    return {value: tuple(claims) for value, claims in named.items() if value in about or len(claims) <= SHARED_BY}


def _met_figures(sentence, known) -> list[Figure]:
    return [Figure(sentence[start:end].strip(), known[value]) for value, start, end in found_in(sentence) if value in known]
