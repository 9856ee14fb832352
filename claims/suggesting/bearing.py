"""Sources that may bear on a claim and are not cited in it yet."""

from dataclasses import dataclass

import numpy as np

from claims.matching.postings import Postings
from claims.matching.text import terms
from claims.models import Bearing, ClaimPage
from sources.models import Capture, Source
from sources.picking.stored import newest_captures

MOST = 10
LEAST_OF_TITLE = 0.25  # of the weight of the title's words


@dataclass(frozen=True)
class Candidate:
    """``bearing`` is its best passage; None where only the title speaks for it."""

    source: Source
    score: float
    capture: Capture | None = None
    bearing: Bearing | None = None


def candidates(claim: ClaimPage) -> list[Candidate]:
    """The likeliest first. By the stored texts, as they were read; and by titles, for sources without a text."""
    cited = {row.source_id for rows in (claim.evidence.all(), claim.appearances.all()) for row in rows}
    sources = {
        source.pk: source for source in Source.objects.exclude(pk__in=cited).filter(retired_on=None).select_related("publisher")
    }
    captures = {capture.pk: capture for capture in newest_captures(list(sources)).defer("text")}
    found = {
        bearing.capture.source_id: Candidate(
            sources[bearing.capture.source_id], bearing.score, captures[bearing.capture_id], bearing
        )
        for bearing in Bearing.objects.filter(claim=claim.pk, capture__in=captures)
        .select_related("capture")
        .defer("capture__text")
    }
    by_source = {capture.source_id: capture for capture in captures.values()}
    for source, score in _by_title(claim, list(sources.values())):
        found.setdefault(source.pk, Candidate(source, score, by_source.get(source.pk)))
    return sorted(found.values(), key=lambda one: (-one.score, one.source.title))[:MOST]


def _by_title(claim: ClaimPage, sources: list[Source]) -> list[tuple[Source, float]]:
    wanted = terms("\n".join([claim.title, claim.statement, claim.wordings, claim.phrases]))
    titles = Postings([terms(f"{source.title}\n{source.title_original}") for source in sources])
    numbers = titles.known(wanted)
    if not len(numbers):
        return []
    scores = titles.score(numbers)
    # As a share of what a title could have at most, so that it can be held against a chance.
    best = float(np.sort(titles.idf[numbers])[-3:].sum()) or 1.0
    shares = np.minimum(scores / best, 1.0)
    return [(sources[n], float(shares[n])) for n in np.flatnonzero(shares >= LEAST_OF_TITLE)]
