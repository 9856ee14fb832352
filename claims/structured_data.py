"""A claim page for machines: schema.org ClaimReview.

Sources: https://schema.org/ClaimReview, https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

from django.conf import settings

from claims.models import Appearance, ClaimPage, VerdictChange
from sources.choices import PublisherKind
from sources.jsonld import known, site
from sources.structured_data import publisher

WORST, BEST = 1, 5


def claim_review(page: ClaimPage, verdict: VerdictChange, appearances: list[Appearance], site_name: str) -> dict:
    """The page as ClaimReview, from the objects its template prints. A verdict without a number carries its name alone."""
    address = settings.PUBLIC_URL + page.get_absolute_url()
    rating = {"@type": "Rating", "alternateName": verdict.get_verdict_display(), "ratingExplanation": verdict.reason}
    if verdict.scale.rating is not None:
        rating |= {"ratingValue": verdict.scale.rating, "worstRating": WORST, "bestRating": BEST}
    published = page.first_published_at.date() if page.first_published_at else verdict.on
    return known(
        {
            "@type": "ClaimReview",
            "@id": f"{address}#review",
            "url": address,
            "claimReviewed": page.title,
            "inLanguage": settings.LANGUAGE_CODE,
            "datePublished": published.isoformat(),
            # What changes a review is another verdict; a mended comma does not.
            "dateModified": verdict.on.isoformat() if verdict.on > published else "",
            "author": site(site_name),
            "itemReviewed": _claim(page, appearances),
            "reviewRating": rating,
        }
    )


def _claim(page: ClaimPage, appearances: list[Appearance]) -> dict:
    """The claim with every place where it was made; dated and ascribed as in the first known one, or the earliest."""
    first = next((row for row in appearances if row.first_known), None)
    reviewed = first or next(iter(appearances), None)
    return known(
        {
            "@type": "Claim",
            "name": page.title,
            "text": page.statement,
            "author": _organisation(reviewed) if reviewed else None,
            "datePublished": _said(reviewed) if reviewed else "",
            "firstAppearance": _appearance(first) if first else None,
            "appearance": [_appearance(row) for row in appearances],
        }
    )


def _appearance(row: Appearance) -> dict:
    source = row.source
    return known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "inLanguage": source.language,
            "datePublished": _said(row),
            "creditText": row.said_by,
            "publisher": publisher(source.publisher),
            "archivedAt": [link.url for link in source.links.all() if link.kind == "archive"],
        }
    )


def _said(row: Appearance) -> str:
    return row.said_date.iso if row.said_date else ""


def _organisation(row: Appearance) -> dict | None:
    """Who made the claim, if the words name the publisher of the document. Else they may name a person, or nobody."""
    issuer = row.source.publisher
    if issuer.kind == PublisherKind.INDIVIDUAL or not row.said_by.startswith(issuer.name):
        return None
    return publisher(issuer)
