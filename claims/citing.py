"""References to a claim for other programs: the page itself, and the documents it rests on, which are to be named first."""

from django.conf import settings
from django.shortcuts import get_object_or_404

from claims.models import ClaimPage, VerdictChange
from sources.citing.csl import csl_item
from sources.citing.views import as_file
from sources.models import Source


def cite_claim(request, slug, extension):
    claim = _claim(slug)
    return as_file([csl_claim(claim, claim.current_verdict)], slug, extension)


def cite_sources(request, slug, extension):
    """Every source of its evidence, each once, and the page last."""
    claim = _claim(slug)
    cited = Source.objects.published().filter(pk__in=claim.evidence.values("source")).select_related("publisher").order_by("slug")
    return as_file([*map(csl_item, cited), csl_claim(claim, claim.current_verdict)], f"{slug}-sources", extension)


def csl_claim(claim: ClaimPage, verdict: VerdictChange | None) -> dict:
    """The page as an item of CSL-JSON. Its title says the verdict: a reference must not spread the claim."""
    item = {
        "id": claim.slug,
        "type": "webpage",
        "title": f"“{claim.title}”: {verdict.get_verdict_display().lower()}" if verdict else f"“{claim.title}”",
        "author": [{"literal": settings.WAGTAIL_SITE_NAME}],
        "container-title": settings.WAGTAIL_SITE_NAME,
        "issued": {"date-parts": [[claim.last_checked.year, claim.last_checked.month, claim.last_checked.day]]},
        "language": "en",
        "URL": settings.PUBLIC_URL + claim.get_absolute_url(),
        "note": verdict.reason if verdict else "",
    }
    return {name: value for name, value in item.items() if value}


def _claim(slug: str) -> ClaimPage:
    return get_object_or_404(ClaimPage.objects.published(), slug=slug)
