from datetime import date

from django.shortcuts import get_object_or_404
from ninja import Schema

from claims.filters import ClaimFilter, claim_listing
from claims.models import ClaimPage
from claims.prose import plain
from explainer.api.collection import Collection
from explainer.api.lists import absolute, answer
from explainer.api.schemas import Place, Problem, passage
from sources.models.citation import attach_sources
from sources.origins import independence


class ClaimRow(Schema):
    slug: str
    url: str
    claim: str
    statement: str
    verdict: str
    verdict_name: str
    reason: str
    layers: list[str]
    mixups: list[str]
    last_checked: date | None


class EvidenceOut(Place):
    key: str
    stance: str


class AppearanceOut(Place):
    said_by: str
    said_on: str
    first_known: bool


class VerdictOut(Schema):
    verdict: str
    date: date
    reason: str
    reviewer: str


class VariantOut(Schema):
    key: str
    wording: str
    answer: str


class ClaimOut(ClaimRow):
    short_answer: str
    variants: list[VariantOut]
    evidence: list[EvidenceOut]
    independent_origins: int
    appearances: list[AppearanceOut]
    verdicts: list[VerdictOut]


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
    rows=lambda page: [row_of(claim) for claim in page],
    page="/claims/?",
)
router = CLAIMS.router()


@router.get("/{slug:slug}", response={200: ClaimOut, 404: Problem}, summary="One claim with its evidence")
def claim(request, slug: str):
    found = get_object_or_404(ClaimPage.objects.published().for_listing(), slug=slug)
    evidence, appearances = list(found.evidence.all()), list(found.appearances.all())
    attach_sources([*evidence, *appearances])
    return answer(
        request,
        row_of(found)
        | {
            "short_answer": plain(found.short_answer),
            "variants": [{"key": row.key, "wording": row.wording, "answer": plain(row.answer)} for row in found.variants.all()],
            "evidence": [{"key": row.key, "stance": row.stance, **passage(row)} for row in evidence],
            "independent_origins": independence({row.source_id for row in evidence}).count,
            "appearances": [
                {"said_by": row.said_by, "said_on": row.said_on, "first_known": row.first_known, **passage(row)}
                for row in appearances
            ],
            "verdicts": [
                {"verdict": row.verdict, "date": row.on, "reason": row.reason, "reviewer": row.reviewer}
                for row in found.verdicts.all()
            ],
        },
    )
