"""Reads a stored copy for known claims, with the retrieval of ``/check/``, and keeps what it finds."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from claims.matching.checking import LONGEST_TEXT, check
from claims.matching.known import known
from claims.matching.stance import Stance
from claims.models import Bearing, CaptureReading, ClaimPage, Decision, Suggestion
from sources.models import Capture
from sources.picking.stored import Copy, copy_of

MOST_CLAIMS = 5  # looked at for each paragraph
LEAST_BEARING = 0.02  # chance; what is less likely bears on nothing
MOST_WORDS = 600  # characters of a passage that are kept to show it


def read(capture: Capture) -> int:
    """Gives the number of open suggestions. Reading twice changes nothing; what a person decided stays."""
    copy, matcher = copy_of(capture.text), known().matcher
    claims = dict(ClaimPage.objects.published().values_list("slug", "pk"))
    suggestions, sentences = [], 0
    for start, end in pieces(copy):
        for sentence in check(copy.text[start:end], matcher):
            sentences += 1
            suggestions += [
                Suggestion(
                    capture=capture,
                    claim_id=claims[match.claim],
                    start=start + sentence.start,
                    end=start + sentence.end,
                    sentence=sentence.text,
                    stance=match.stance,
                    score=match.score,
                )
                for match in sentence.matches
                if match.claim in claims and match.stance != Stance.RELATED
            ]
    bearings = _bearings(capture, copy, matcher, claims)
    with transaction.atomic():
        CaptureReading.objects.update_or_create(
            capture=capture, defaults={"sha256": capture.sha256, "sentences": sentences, "read_at": timezone.now()}
        )
        capture.suggestions.filter(decision=Decision.OPEN).delete()
        Suggestion.objects.bulk_create(suggestions, ignore_conflicts=True)
        capture.bearings.all().delete()
        Bearing.objects.bulk_create(bearings, ignore_conflicts=True)
    return capture.suggestions.filter(decision=Decision.OPEN).count()


def pieces(copy: Copy) -> Iterator[tuple[int, int]]:
    """Stretches of whole paragraphs, none longer than a check takes at once."""
    start = end = None
    for block in copy.blocks:
        if start is not None and block.end - start > LONGEST_TEXT:
            yield start, end
            start = None
        start = block.start if start is None else start
        end = block.end
    if start is not None:
        yield start, end


def _bearings(capture, copy, matcher, claims) -> list[Bearing]:
    """For each claim the paragraph nearest to it."""
    texts = [copy.text[block.start : block.end] for block in copy.blocks]
    nearest = {}
    for block, matches in zip(copy.blocks, matcher.match_all(texts, MOST_CLAIMS), strict=True):
        for match in matches:
            if match.claim in claims and match.score >= max(LEAST_BEARING, nearest.get(match.claim, (0, None))[0]):
                nearest[match.claim] = (match.score, block)
    return [
        Bearing(
            capture=capture,
            claim_id=claims[slug],
            start=block.start,
            end=block.end,
            words=" ".join(copy.text[block.start : block.end].split())[:MOST_WORDS],
            score=score,
        )
        for slug, (score, block) in nearest.items()
    ]
