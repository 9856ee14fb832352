from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from claims.models import ClaimPage
from explainer.actors.models import Relation
from explainer.catalogs.coverage import answers
from explainer.catalogs.models import CatalogPage
from explainer.catalogs.views import rows_of
from explainer.embedding.embeds import MOST_ENTRIES, MOST_EVENTS, chosen_words, find, understood, verdict_of
from explainer.embedding.framing import framed
from explainer.timeline.filters import event_listing
from explainer.timeline.models import Event
from explainer.timeline.years import bars, count
from sources.models.citation import attach_sources
from sources.origins import independence

AUTO = "auto"  # ?auto=1: the card tells the page around it how high it is


@framed
def claim(request, slug):
    """A claim with its verdict: the one that stands, or with ``?as-of=`` that of a day, and then whether it still stands."""
    page = ClaimPage.objects.published().filter(slug=slug).first()
    if page is None:
        return _no_claim(request, slug)
    day = request.GET.get("as-of", "")
    verdict, now = verdict_of(page, day), page.current_verdict
    if verdict is None:
        days = sorted((row.on for row in page.verdicts.all()), reverse=True)
        return _nothing(request, "There is no verdict of that day.", page=page, days=days, status=404)
    context = {
        "page": page,
        "verdict": verdict,
        "now": now,
        "frozen": bool(day),
        "origins": independence(page.evidence.values_list("source", flat=True)),
    }
    return _card(request, "claim", page.get_absolute_url(), context)


def _no_claim(request, slug: str):
    if target := find(f"/claims/{slug}/"):  # it may stand under another address now
        query = request.GET.urlencode()
        return HttpResponsePermanentRedirect(target.path + (f"?{query}" if query else ""))
    if ClaimPage.objects.filter(slug=slug, live=False, first_published_at__isnull=False).exists():
        return _nothing(request, "The claim that stood here has been withdrawn, and its verdict with it.", status=410)
    return _nothing(request, "There is no such claim.")


@framed
def event(request, slug):
    record = Event.objects.published().filter(slug=slug).first()
    if record is None:
        return _nothing(request, "There is no such event.")
    return _card(request, "event", record.get_absolute_url(), {"event": record, "citations": _cited(record)})


@framed
def timeline(request):
    """The events that fit the filters of the timeline: the first of them, and how many there are."""
    listing = event_listing(request.GET)
    if not understood(listing, request.GET):
        return _nothing(request, "The timeline knows no such filter: see how its address ends.")
    total = listing.filters.qs.count()
    context = {
        "events": list(listing.filters.qs[:MOST_EVENTS]),
        "total": total,
        "bars": bars(count(listing.filters.qs)),
        "chosen": chosen_words(listing),
        "claim": listing.filters.form.cleaned_data.get("claim"),
        "query": listing.params.urlencode(),
    }
    address = reverse("timeline:timeline") + (f"?{context['query']}" if listing.params else "")
    return _card(request, "timeline", address, context)


@framed
def relation(request, slug):
    record = Relation.objects.published().filter(slug=slug).select_related("subject", "object").first()
    if record is None:
        return _nothing(request, "There is no such relation.")
    return _card(request, "relation", record.get_absolute_url(), {"relation": record, "citations": _cited(record)})


@framed
def catalog(request, slug):
    """What a place scores: the first rows of its catalog, and how many there are; without rows, the key facts."""
    page = CatalogPage.objects.published().filter(slug=slug).select_related("place").first()
    if page is None:
        if target := find(f"/catalogs/{slug}/"):
            return HttpResponsePermanentRedirect(target.path)
        return _nothing(request, "There is no such catalog.")
    facts, entries, _ = rows_of(page)
    entries.sort(key=lambda row: (row.behaviour.group.position, row.behaviour.position, row.sort_order or 0))
    context = {
        "page": page,
        "entries": entries[:MOST_ENTRIES],
        "total": len(entries),
        "answers": [] if entries else answers(facts),
    }
    return _card(request, "catalog", page.get_absolute_url(), context)


def fit(request):
    """For a page that embeds with ``?auto=1``: frames of ours take the height their cards tell. Its address stays the same."""
    script = (settings.BASE_DIR / "static/js/embed-fit.js").read_text()
    return HttpResponse(script, content_type="text/javascript", headers={"Access-Control-Allow-Origin": "*"})


def _cited(record) -> list:
    citations = list(record.citations.all())
    attach_sources(citations)
    return citations


def _card(request, kind: str, address: str, context: dict):
    shared = {"canonical_url": settings.PUBLIC_URL + address, "auto": AUTO in request.GET}
    return render(request, f"embedding/{kind}.html", context | shared)


def _nothing(request, reason: str, page=None, days=(), status: int = 404):
    """Says in the frame what is missing; an empty frame on another site would say nothing."""
    address = page.get_absolute_url() if page else "/"
    context = {"reason": reason, "page": page, "days": days, "canonical_url": settings.PUBLIC_URL + address}
    return render(request, "embedding/nothing.html", context, status=status)
