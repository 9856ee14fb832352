"""Do anchors still find their passage? Held against the newest stored copy of each source that has a text."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

from sources.anchors import Anchor, places_in_folded
from sources.models import AnchorCheck, Capture, Citation, Source
from sources.picking.anchoring import Unanchorable, passage, tidy
from sources.picking.nearest import nearest
from sources.picking.stored import Copy, copy_of, newest_captures

SHOWN = 200  # characters of the nearest place
KEPT_UP = ["source", "capture", "found", "checked_at", "broken_since", "nearest"]


@dataclass(frozen=True)
class Drift:
    """A citation whose anchor finds no passage, or several. ``nearest`` is a suggestion for its repair, or empty."""

    citation: Citation
    found: int
    nearest: dict


@transaction.atomic
def recheck(source: Source) -> list[Drift]:
    """Hold every citation of the source against its newest copy, and remember what was found."""
    capture = newest_captures([source.pk]).first()
    since = {(check.content_type_id, check.object_id): check.broken_since for check in AnchorCheck.objects.filter(source=source)}
    checks, drifts = [], []
    for citation in _anchored(source) if capture else ():
        check = _check(capture, citation, since)
        checks.append(check)
        if check.found != 1:
            drifts.append(Drift(citation, check.found, check.nearest))
    AnchorCheck.objects.bulk_create(
        checks, update_conflicts=True, unique_fields=["content_type", "object_id"], update_fields=KEPT_UP
    )
    kept = {(check.content_type_id, check.object_id) for check in checks}
    AnchorCheck.objects.filter(
        pk__in=[
            check.pk
            for check in AnchorCheck.objects.filter(source=source)
            if (check.content_type_id, check.object_id) not in kept
        ]
    ).delete()
    return drifts


def _anchored(source):
    for kind in Citation.kinds():
        yield from kind.objects.filter(source=source).exclude(anchor_start="").order_by("pk")


def _check(capture: Capture, citation: Citation, since: dict) -> AnchorCheck:
    copy, now = copy_of(capture.text), timezone.now()
    kind = ContentType.objects.get_for_model(citation)
    found = count(copy, citation.anchor)
    return AnchorCheck(
        content_type=kind,
        object_id=citation.pk,
        source_id=citation.source_id,
        capture=capture,
        found=found,
        checked_at=now,
        broken_since=None if found == 1 else since.get((kind.pk, citation.pk)) or now,
        nearest={} if found == 1 else suggestion(copy, citation.anchor),
    )


def count(copy: Copy, anchor: Anchor) -> int:
    return sum(1 for _ in places_in_folded(copy.folded.text, anchor))


def suggestion(copy: Copy, anchor: Anchor) -> dict:
    """The likeliest place as start, end, its words and the anchor that finds it; of several places, the first."""
    several = copy.places(anchor)
    place = several[0] if several else nearest(copy, anchor)
    if not place:
        return {}
    try:
        found = passage(copy, *place)
    except Unanchorable:
        return {"start": place[0], "end": place[1], "words": tidy(copy.text[slice(*place)])[:SHOWN]}
    return {"start": found.start, "end": found.end, "words": found.words[:SHOWN], "anchor": asdict(found.anchor)}


def reasons_against(citations: Sequence[Citation]) -> dict[int, str]:
    """For the gate: what is wrong with the anchors of these rows, by their position. One query, rows in memory included.

    Where a source has no stored text there is nothing to say.
    """
    anchored = [(n, row) for n, row in enumerate(citations) if row.source_id and row.anchor]
    if not anchored:
        return {}
    captures = newest_captures({row.source_id for _, row in anchored}).select_related("source")
    stored = {capture.source_id: capture for capture in captures}
    reasons = {}
    for n, row in anchored:
        capture = stored.get(row.source_id)
        found = count(copy_of(capture.text), row.anchor) if capture else 1
        if found != 1:
            problem = "is not found" if not found else f"finds {found} passages, not one,"
            reasons[n] = f"its passage {problem} in the stored copy of “{capture.source}”. Find the passage anew."
    return reasons
