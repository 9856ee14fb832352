from django.shortcuts import get_object_or_404, render

from sources.choices import Tier
from sources.filters import source_listing
from sources.models import Source
from sources.models.citation import attach_sources


def library(request):
    """Every public source, filtered and paged."""
    return render(request, "sources/source_list.html", {"listing": source_listing(request.GET), "tiers": Tier})


def source(request, slug):
    """One source and everything that rests on it."""
    record = get_object_or_404(
        Source.objects.published().select_related("publisher", "replaced_by").prefetch_related("links", "derivations__origin", "derived__source"),
        slug=slug,
    )
    return render(request, "sources/source_detail.html", source_context(record))


def source_context(record: Source) -> dict:
    """What the template of a source prints; also for a preview of a draft."""
    uses = record.uses() if record.pk else []
    for _, citations in uses:
        attach_sources(citations)
    derived = [row for row in record.derived.all() if row.source.live] if record.pk else []
    return {
        "source": record,
        "tier": Tier(record.tier),
        "uses": uses,
        "use_count": sum(len(citations) for _, citations in uses),
        "derivations": list(record.derivations.all()),
        "derived": derived,
    }
