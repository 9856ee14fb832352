"""What a page offers those who want to embed it: the code to copy, and the way to oEmbed in its head."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from claims.models import ClaimPage
from explainer.embedding.embeds import of_catalog, of_claim, of_event, of_timeline
from explainer.timeline.models import Event
from sources.languages import in_content_language
from sources.listing import Listing

NARROW = 360  # a frame as high as this width needs is high enough in a wider one
FORMS = {"json": "application/json+oembed", "xml": "text/xml+oembed"}


@in_content_language
def offer(thing) -> tuple[str, dict] | None:
    """For the page of a record, or of a filtered list of events. Nothing for a draft."""
    verdict = None
    if isinstance(thing, Listing):
        embed = of_timeline(thing.params)
    elif not _is_public(thing):
        return None
    elif isinstance(thing, ClaimPage):
        verdict = thing.current_verdict
        embed = of_claim(thing, verdict=verdict)
    else:
        embed = of_event(thing) if isinstance(thing, Event) else of_catalog(thing)
    height = embed.height(NARROW)
    frozen = of_claim(thing, verdict.on.isoformat(), verdict) if verdict else None
    joint = "&" if "?" in embed.path else "?"
    script = f'<script src="{settings.PUBLIC_URL}{reverse("embed:fit")}" async></script>'
    return "embedding/offer.html", {
        "embed": embed,
        "live": embed.frame("100%", height),
        "frozen": frozen and frozen.frame("100%", height),
        "verdict": verdict,
        "fitting": f"{embed.frame('100%', height, f'{embed.path}{joint}auto=1')}\n{script}",
    }


@in_content_language
def discovery(thing) -> tuple[str, dict] | None:
    if isinstance(thing, Listing):
        embed = of_timeline(thing.params)
        page, title = embed.page, embed.title
    elif not _is_public(thing):
        return None
    else:
        page = thing.get_absolute_url()
        title = f"{thing.get_verdict_display()}: “{thing.title}”" if isinstance(thing, ClaimPage) else thing.title
    endpoint, url = settings.PUBLIC_URL + reverse("oembed"), settings.PUBLIC_URL + page
    links = [(kind, f"{endpoint}?{urlencode({'url': url, 'format': form})}") for form, kind in FORMS.items()]
    return "embedding/discovery.html", {"links": links, "title": title}


def _is_public(record) -> bool:
    return bool(record.pk and record.live)
