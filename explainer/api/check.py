"""``POST /api/v1/check``: the answer of the page ``/check/`` as JSON."""

from typing import Literal

from ninja import Field, Router, Schema, Status

from claims.matching.checking import LONGEST_TEXT, check
from claims.matching.known import known
from claims.models import ClaimPage
from explainer.api.lists import absolute
from explainer.api.schemas import Problem, Problems

router = Router(tags=["check"])


class Text(Schema):
    text: str = Field(description=f"English or Chinese, at most {LONGEST_TEXT:,} characters. Not stored, not logged.")


class MatchOut(Schema):
    slug: str
    url: str
    claim: str = Field(description="The claim as it circulates.")
    verdict: str = Field(description="A value of the published scale.")
    reason: str = Field(description="The reason of the verdict, in one sentence.")
    score: float = Field(ge=0, le=1, description="Chance that the sentence tells this claim.")
    stance: Literal["repeats", "corrects", "related"]


class FigureOut(Schema):
    figure: str = Field(description="As it stands in the text.")
    slugs: list[str] = Field(description="Claims about this figure: what it counts is often misread.")


class SentenceOut(Schema):
    start: int = Field(description="First character, counted from 0 in Unicode code points.")
    end: int = Field(description="The character after the last.")
    text: str
    matches: list[MatchOut] = Field(description="Best first; empty where nothing is known.")
    figures: list[FigureOut]


class Checked(Schema):
    sentences: list[SentenceOut]


@router.post(
    "",
    response={200: Checked, 400: Problem, 413: Problem, 422: Problems},
    summary="Which known claims does this text tell?",
    operation_id="check",
)
def check_text(request, body: Text):
    if len(body.text) > LONGEST_TEXT:
        return Status(
            413, {"detail": f"The text has {len(body.text):,} characters; at most {LONGEST_TEXT:,} can be checked at once."}
        )
    sentences = check(body.text, known().matcher)
    slugs = {match.claim for sentence in sentences for match in sentence.matches}
    claims = {claim.slug: claim for claim in ClaimPage.objects.published().filter(slug__in=slugs).prefetch_related("verdicts")}
    return Status(
        200,
        {
            "sentences": [
                {
                    "start": sentence.start,
                    "end": sentence.end,
                    "text": sentence.text,
                    "matches": [_match(claims[match.claim], match) for match in sentence.matches if match.claim in claims],
                    "figures": [{"figure": figure.text, "slugs": figure.claims} for figure in sentence.figures],
                }
                for sentence in sentences
            ]
        },
    )


def _match(claim, match):
    return {
        "slug": claim.slug,
        "url": absolute(claim.get_absolute_url()),
        "claim": claim.title,
        "verdict": claim.verdict,
        "reason": claim.current_verdict.reason if claim.current_verdict else "",
        "score": round(match.score, 3),
        "stance": match.stance,
    }
