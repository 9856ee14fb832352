"""What the home page shows. Every number is counted from what is public, and the words are the edition's."""

from claims.corrections import correction_listing, told
from claims.models import ClaimPage, Layer, MixUp
from explainer.actors.views import by_sector
from explainer.articles.models import ArticlePage
from explainer.catalogs.grid import grid
from explainer.catalogs.models import CatalogPage
from explainer.glossary.models import Term
from explainer.systems.models import System
from explainer.timeline.models import ChapterPage, Event
from explainer.timeline.years import bars, count
from sources.choices import Tier
from sources.models import Source

LATEST = 3  # corrections that stand on the home page; the others on their own
WIDTH = 300  # of the lines that run together in the picture


def home_context(home) -> dict:
    claims = ClaimPage.objects.published()
    events = Event.objects.published()
    sources = Source.objects.published()
    sectors = by_sector()
    mixed_up = [row.layer for row in home.mixed_up.select_related("layer")]
    return {
        "mixed_up": mixed_up,
        "lines": lines(len(mixed_up)),
        "featured": claims.for_listing().filter(homepage_features__home=home).order_by("homepage_features__sort_order"),
        "layers": Layer.objects.with_claim_counts().filter(claim_count__gt=0),
        "mixups": MixUp.objects.with_claim_counts().filter(claim_count__gt=0),
        "bars": bars(count(events)),
        "chapters": ChapterPage.objects.live().order_by("slug").only("title", "slug", "summary", "url_path"),
        "sectors": sectors,
        "grid": grid(),
        "articles": ArticlePage.objects.in_order(),
        "corrections": told(correction_listing({}).filters.qs[:LATEST]),
        "claim_count": claims.count(),
        "source_count": sources.count(),
        "primary_count": sources.filter(tier=Tier.PRIMARY).count(),
        "primary": Tier.PRIMARY,
        "event_count": events.count(),
        "actor_count": sum(number for _, number in sectors),
        "catalog_count": CatalogPage.objects.published().count(),
        "system_count": System.objects.published().count(),
        "term_count": Term.objects.published().count(),
    }


def lines(number: int) -> list[int]:
    """Where each of so many things side by side has its middle, on WIDTH units."""
    return [round(WIDTH * (2 * n + 1) / (2 * number)) for n in range(number)]
