"""A claim page for machines: schema.org ClaimReview.

Sources: https://schema.org/ClaimReview, https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

from django.conf import settings

from claims.models import Appearance, ClaimPage, VerdictChange


def claim_review(page: ClaimPage, verdict: VerdictChange, appearances: list[Appearance], site_name: str) -> dict:
    """The page as ClaimReview, from the objects its template prints. A verdict without a number carries its name alone."""
    address = settings.PUBLIC_URL + page.get_absolute_url()
    rating = {"@type": "Rating", "alternateName": verdict.get_verdict_display(), "ratingExplanation": verdict.reason}
    if verdict.scale.rating is not None:
        rating |= {"ratingValue": verdict.scale.rating, "worstRating": 1, "bestRating": 5}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"{address}#review",
        "url": address,
        "claimReviewed": page.title,
        "datePublished": (page.first_published_at.date() if page.first_published_at else verdict.on).isoformat(),
        "author": {"@type": "Organization", "name": site_name, "url": settings.PUBLIC_URL + "/"},
        "itemReviewed": {"@type": "Claim", "appearance": [_appearance(row) for row in appearances]},
        "reviewRating": rating,
    }


def _appearance(row) -> dict:
    work = {
        "@type": "CreativeWork",
        "name": row.source.title,
        "url": row.source.url,
        "datePublished": row.said_date.iso if row.said_date else "",
    }
    return {name: value for name, value in work.items() if value}
