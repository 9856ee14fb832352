from django.http import Http404
from django.shortcuts import get_object_or_404, render

from claims.models import ClaimPage, Layer
from explainer.systems import scales, sorting
from explainer.systems.choices import Output, Standing
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
        "scales": [] if listing.chosen else scales.bars(),
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


def sort(request, output=None, keeper=None):
    """“Which system is meant?” as two questions; each answer is an address."""
    if output is None:
        return render(request, "systems/sort.html", {"shown": sorting.shown()})
    if output not in Output.values or not (answers := sorting.kept(Output(output))):
        raise Http404(f"No system shows “{output}”.")
    context = {"output": Output(output), "answers": answers}
    if keeper is None and len(answers) > 1:
        return render(request, "systems/sort.html", context | {"unsaid": sorting.UNSAID})
    chosen = [answer for answer in answers if keeper in (answer.slug, sorting.UNSAID, None)]
    if not chosen:
        raise Http404(f"Nothing that shows “{output}” is kept by “{keeper}”.")
    layers = [answer.layer for answer in chosen if answer.layer]
    result = {"chosen": chosen, "claims": sorting.claims_about(layers), "mixups": sorting.mixups_about(layers)}
    return render(request, "systems/sorted.html", context | result | {"layers": layers, "keeper": keeper})


def of_actor(actor) -> tuple[str, dict] | None:
    """For the page of an actor: the systems that lead to it."""
    found = list(actor.systems.published().order_by("name")) if actor.pk else []
    return ("systems/on_page.html", {"systems": found}) if found else None
