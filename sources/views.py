from django.shortcuts import get_object_or_404, redirect, render

from sources.chains import goes_back_to, made_from
from sources.choices import Tier
from sources.citing.csl import csl_item
from sources.citing.meta import meta_tags
from sources.citing.references import references
from sources.filters import source_listing
from sources.health.reached import addresses_to_open
from sources.models import Citation, Source
from sources.origins import independence, origins_of, same_origin, upstream


def library(request):
    """Every public source, filtered and paged."""
    return render(request, "sources/source_list.html", {"listing": source_listing(request.GET), "tiers": Tier})


def source(request, slug):
    """One source and everything that rests on it."""
    public = (
        Source.objects.published().select_related("publisher", "replaced_by").prefetch_related("links", "derivations__origin")
    )
    record = public.filter(slug=slug).first()
    if record is None:
        return redirect(get_object_or_404(Source.objects.published(), merged_from__slug=slug), permanent=True)
    return render(request, "sources/source_detail.html", source_context(record))


def source_context(record: Source) -> dict:
    """What the template of a source prints; also for a preview of a draft."""
    uses = record.uses() if record.pk else []
    for _, citations in uses:
        for citation in citations:
            citation.source = record
    parents = count_origins([citation for _, citations in uses for citation in citations])
    return {
        "source": record,
        "addresses": addresses_to_open(record),
        "tags": meta_tags(csl_item(record)) if record.kind and record.publisher_id else [],
        "references": references(record) if record.kind and record.publisher_id else [],
        "tier": Tier(record.tier) if record.tier else None,
        "corrections": list(record.corrections.order_by("-on", "-pk")) if record.pk else [],
        "uses": uses,
        "use_count": sum(len(citations) for _, citations in uses),
        "parent_count": parents,
        "derivations": [row for row in record.derivations.all() if row.origin.live],
        **(chain_context(record) if record.pk else {}),
    }


def chain_context(record: Source) -> dict:
    """Where it comes from and what was made from it, beyond its own derivations."""
    public, derives = Source.objects.published(), bool(record.derivations.all())
    origins = origins_of(record.pk) if derives else {record.pk}
    return {
        "further_back": [link for link in goes_back_to(record) if link.between] if derives else [],
        "derived": made_from(record),
        "origins": list(public.filter(pk__in=origins - {record.pk})),
        "is_origin": record.pk in origins,
        "one_origin": list(public.filter(pk__in=same_origin(record.pk))),
    }


def count_origins(citations) -> int:
    """Tell each citation how many independent origins its page has in all. Returns the number of pages."""
    parents: dict = {}
    for citation in citations:
        parents.setdefault((citation.counted_as(), citation.used_by.pk), []).append(citation)
    behind: dict = {}
    for kind in Citation.kinds():
        wanted = {pk for name, pk in parents if name == kind.counted_as()}
        for pk, sources in (kind.sources_by_parent(wanted) if wanted else {}).items():
            behind.setdefault((kind.counted_as(), pk), set()).update(sources)
    edges = upstream({pk for sources in behind.values() for pk in sources})
    for parent, rows in parents.items():
        count = independence(behind.get(parent, ()), edges).count
        for citation in rows:
            citation.parent_origins = count
    return len({(type(rows[0].used_by), pk) for (_, pk), rows in parents.items()})
