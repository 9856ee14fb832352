"""What a claim must rest on before it is public, beyond being complete: the standards of the desk.

Some of them can be waived, in public, with a reason and two names (``Waiver``).
"""

from collections.abc import Iterator

from claims.choices import Gate, Stance, Verdict
from sources import drift
from sources.choices import Tier
from sources.gates import Reason
from sources.origins import independence


def reasons_against(claim) -> Iterator[tuple[str, str]]:
    """(field, reason) for each standard that ``claim`` neither meets nor has a waiver for."""
    waived = {row.gate for row in claim.waivers.all()}
    for field, reason in _all(claim):
        if getattr(reason, "code", "") not in waived:
            yield field, reason


def anchors_lost(claim) -> Iterator[tuple[str, int, Reason]]:
    """(relation, row, reason) for each passage that is not found in the stored copy of its source."""
    if any(row.gate == Gate.ANCHOR for row in claim.waivers.all()):
        return
    rows = [
        (relation, n, row)
        for relation in ("evidence", "appearances")
        for n, row in enumerate(getattr(claim, relation).all())
        # A check of files has no database, and so no copies.
        if row.source_id and not row.source._state.adding
    ]
    for at, reason in drift.reasons_against([row for _, _, row in rows]).items():
        relation, n, _ = rows[at]
        yield relation, n, Reason(reason, Gate.ANCHOR)


def _all(claim) -> Iterator[tuple[str, str]]:
    evidence = [row for row in claim.evidence.all() if row.source_id or row.source]
    if evidence:
        yield from _sources(evidence)
    yield from _other_side(claim, {row.stance for row in evidence})
    if claim.private_person and not claim.private_person_reason.strip():
        yield "private_person_reason", "it names a private person without saying why it must."
    if claim.pk and (open_comments := claim.wagtail_admin_comments.filter(resolved_at__isnull=True).count()):
        words = "a comment is" if open_comments == 1 else f"{open_comments} comments are"
        yield "title", Reason(f"{words} not resolved.", "comments")


def _sources(evidence) -> Iterator[tuple[str, str]]:
    sources = [row.source for row in evidence]
    # A check of files has no database to follow the derivations in; the load has.
    if not any(source._state.adding for source in sources):
        count = independence({source.pk for source in sources}).count
        if count < 2:
            yield "evidence", Reason("its evidence goes back to one origin; it needs two that are independent.", Gate.ORIGINS)
    if not any(source.tier == Tier.PRIMARY for source in sources):
        yield "evidence", Reason("it cites no primary source.", Gate.PRIMARY)


def _other_side(claim, stances: set[str]) -> Iterator[tuple[str, str]]:
    """Whoever gives a verdict has looked for what speaks against it, and lists it or says where they looked."""
    current = claim.current_verdict
    if current is None or claim.counter_search.strip():
        return
    missing = [stance for stance in Verdict(current.verdict).other_side if stance not in stances]
    if missing:
        words = " and none that ".join(f"{Stance(stance).label.lower()} it" for stance in missing)
        yield (
            "counter_search",
            Reason(f"it lists no evidence that {words}. Add it, or say where it was looked for and not found.", Gate.COUNTER),
        )
