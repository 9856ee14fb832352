"""Writing a version: part of the publication, in its transaction."""

from django.db.models import Max, Q
from django.template.loader import render_to_string
from django.utils import timezone

from claims.models.version import ClaimVersion
from claims.versions.facts import facts


def keep(page) -> int:
    """Keep what readers of a public claim see now, unless the last version says the same. Returns the newest number."""
    context = page.get_context(None)
    told = facts(page, context["evidence"], context["appearances"])
    last = page.versions.order_by("-number").defer("html").first()
    if last and last.content == told:
        return last.number
    taken = ClaimVersion.objects.filter(Q(claim=page) | Q(slug=page.slug)).aggregate(newest=Max("number"))["newest"]
    page.version = (taken or 0) + 1
    ClaimVersion.objects.create(
        claim_id=page.pk,
        number=page.version,
        slug=page.slug,
        published_at=page.last_published_at or timezone.now(),
        title=page.title,
        verdict=page.verdict,
        verdict_count=len(told["verdicts"]),
        correction_count=len(told["corrections"]),
        content=told,
        html=render_to_string("claims/claim_main.html", context | {"fixed": True}).strip(),
    )
    return page.version
