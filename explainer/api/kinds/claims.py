import datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Schema

from claims.choices import Degree, Stance, Verdict
from claims.filters import ClaimFilter, claim_listing
from claims.models import ClaimPage
from claims.prose import plain
from explainer.api.collection import Collection, each
from explainer.api.kinds.corrections import CorrectionOut, of_claim
from explainer.api.lists import absolute, answer
from explainer.api.schemas import PassageOut, Slug, choice, passage
from sources.choices import ChangeKind
from sources.models.citation import attach_sources
from sources.origins import independence


class ClaimRow(Schema):
    slug: str = Field(description="Key of the claim; it never changes.")
    url: str = Field(description="Page of the claim on this site.")
    claim: str = Field(description="The claim as it circulates, in short.")
    statement: str = Field(description="The claim in full, as people tell it.")
    verdict: str = choice("Value on the published scale.", Verdict)
    verdict_name: str = Field(description="The verdict in words.")
    reason: str = Field(description="Why, in one sentence.")
    layers: list[str] = Field(description="Slugs of the systems it is about.")
    mixups: list[str] = Field(description="Slugs of what it confuses.")
    last_checked: datetime.date | None = Field(description="The day somebody last went through the evidence.")


class EvidenceOut(PassageOut):
    key: str = Field(description="Short name by which the texts of the claim point to it, as [^key].")
    stance: str = choice("What it does to the claim.", Stance)


class AppearanceOut(PassageOut):
    said_by: str = Field(description="Who made the claim, in what role.")
    said_on: str = Field(description="When, as an EDTF date; empty if not known.")
    first_known: bool = Field(description="Whether it is the earliest appearance known to us.")


class VerdictOut(Schema):
    verdict: str = choice("Value on the published scale.", Verdict)
    date: datetime.date = Field(description="The day since which it stands.")
    kind: str = choice("Why it took the place of the one before; empty for the first.", ChangeKind)
    reason: str = Field(description="Why, in one sentence.")
    reviewer: str = Field(description="Who answers for it.")


class VariantOut(Schema):
    key: str = Field(description="Key of the wording within the claim.")
    wording: str = Field(description="Another way the claim is told.")
    answer: str = Field(description="What is to be said to that wording, as plain text.")


class CountOut(Schema):
    counted: str = Field(description="What was counted.")
    up_to: str = Field(description="The day, month or year up to which, as an EDTF date.")
    degree: str = choice("How the source words it; empty if it gives the number itself.", Degree)
    value: int = Field(description="The number.")
    given_by: str = Field(description="Key of the piece of evidence that gives it.")
    read_as: str = Field(description="What it was wrongly taken for; empty if it was not.")
    read_over: str = Field(description="The time it was wrongly taken for the count of, as an EDTF date.")
    read_by: str = Field(description="Key of the piece of evidence that misreads it.")


class ClaimOut(ClaimRow):
    short_answer: str = Field(description="The answer, a line a paragraph, with [^key] where it points to evidence.")
    variants: list[VariantOut] = Field(description="Other ways it is told.")
    evidence: list[EvidenceOut] = Field(description="The passages that bear on it.")
    figures: list[CountOut] = Field(
        description="If it turns on a count: the numbers that the evidence gives, and how they were misread."
    )
    independent_origins: int = Field(description="How many independent origins the evidence has.")
    one_origin: list[list[str]] = Field(description="Groups of documents of the evidence, by slug, that count as one origin.")
    appearances: list[AppearanceOut] = Field(description="Where the claim was made.")
    verdicts: list[VerdictOut] = Field(description="The history of its verdicts; the newest date holds.")
    corrections: list[CorrectionOut] = Field(description="What else was put right on the page, the oldest first.")
    version: int = Field(description="Number of the page as it stands now, among its public versions.")
    version_url: str = Field(description="Where the page stays as it is now, whatever changes later.")


def row_of(claim: ClaimPage) -> dict:
    verdict = claim.current_verdict
    return {
        "slug": claim.slug,
        "url": absolute(claim.get_absolute_url()),
        "claim": claim.title,
        "statement": claim.statement,
        "verdict": claim.verdict,
        "verdict_name": verdict.get_verdict_display() if verdict else "",
        "reason": verdict.reason if verdict else "",
        "layers": sorted(layer.slug for layer in claim.layers.all()),
        "mixups": sorted(mixup.slug for mixup in claim.mixups.all()),
        "last_checked": claim.last_checked,
    }


CLAIMS = Collection(
    name="claims",
    title="Claims",
    about="Claims with their verdicts",
    row=ClaimRow,
    filters=ClaimFilter,
    listing=claim_listing,
    rows=each(row_of),
    page="/claims/?",
)


@CLAIMS.one(ClaimOut, "One claim with its evidence")
def claim(request, slug: Slug):
    return answer(request, in_full(get_object_or_404(ClaimPage.objects.published().for_listing(), slug=slug)))


def in_full(found: ClaimPage) -> dict:
    """All that the API tells of a claim."""
    evidence, appearances = list(found.evidence.all()), list(found.appearances.all())
    attach_sources([*evidence, *appearances])
    slugs = {row.source_id: row.source.slug for row in evidence}
    origins = independence(slugs)
    return row_of(found) | {
        "short_answer": plain(found.short_answer),
        "variants": [{"key": row.key, "wording": row.wording, "answer": plain(row.answer)} for row in found.variants.all()],
        "evidence": [{"key": row.key, "stance": row.stance, **passage(row)} for row in evidence],
        "figures": [row.facts for row in found.figures.all()],
        "independent_origins": origins.count,
        "one_origin": [sorted(slugs[pk] for pk in group) for group in origins.shared],
        "appearances": [
            {"said_by": row.said_by, "said_on": row.said_on, "first_known": row.first_known, **passage(row)}
            for row in appearances
        ],
        "verdicts": [
            {"verdict": row.verdict, "date": row.on, "kind": row.kind, "reason": row.reason, "reviewer": row.reviewer}
            for row in found.verdicts.all()
        ],
        "corrections": of_claim(found),
        "version": found.version,
        "version_url": absolute(found.version_url),
    }
