from django.shortcuts import get_object_or_404, render

from claims.models import ClaimPage, Layer
from explainer.systems.choices import Standing
from explainer.systems.filters import system_listing
from explainer.systems.models import System, SystemsPage
from sources.models.citation import attach_sources
from sources.serving import serve


def systems(request):
    """Every system, sorted by the layer it belongs to; then what stands outside of the layers."""
    return serve(get_object_or_404(SystemsPage.objects.live()), request)


def systems_context(params) -> dict:
    listing = system_listing(params)
    found = list(listing.page)
    near = (Standing.PART, Standing.BESIDE)
    by_layer = [
        (layer, sorted((row for row in found if row.layer_id == layer.pk and row.standing in near), key=_nearest_first))
        for layer in Layer.objects.order_by("position", "name")
    ]
    others = [(standing, [row for row in found if row.standing == standing]) for standing in Standing if standing not in near]
    return {
        "listing": listing,
        "by_layer": [(layer, rows) for layer, rows in by_layer if rows],
        "others": [(standing, rows) for standing, rows in others if rows],
        "nearness": [standing for standing in Standing if standing in near],
    }


def _nearest_first(system: System) -> tuple:
    return (list(Standing).index(Standing(system.standing)), system.name)


def system(request, slug):
    """One system: what it is, how to recognise it, and where to read on."""
    record = get_object_or_404(System.objects.published().select_related("layer"), slug=slug)
    return render(request, "systems/system_detail.html", system_context(record))


def system_context(record: System) -> dict:
    citations = list(record.citations.all())
    attach_sources(citations)
    return {
        "system": record,
        "standing": Standing(record.standing) if record.standing else None,
        "citations": citations,
        "actors": [row for row in record.actors.all() if row.live],
        "places": [row for row in record.places.all() if row.live],
        "terms": [row for row in record.terms.all() if row.live],
        "claims": ClaimPage.objects.published().for_listing().filter(systems=record).order_by("title") if record.pk else [],
    }


def of_actor(actor) -> tuple[str, dict] | None:
    """For the page of an actor: the systems that lead to it."""
    found = list(actor.systems.published().order_by("name")) if actor.pk else []
    return ("systems/on_page.html", {"systems": found}) if found else None
