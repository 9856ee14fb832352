"""The fixed part of the page tree: site, home page, and the first page of each room."""

from wagtail.models import Page, Site

from claims.models import ClaimIndexPage
from explainer.actors.models import ActorIndexPage
from explainer.articles.models import ArticleIndexPage
from explainer.catalogs.models import CatalogIndexPage
from explainer.glossary.models import GlossaryPage
from explainer.models import HomePage
from explainer.systems.models import SystemsPage
from explainer.timeline.models import TimelinePage

# Slug of a room's first page → its model. What it is called until an edition says so is the slug, capitalised.
ROOMS = {
    "claims": ClaimIndexPage,
    "timeline": TimelinePage,
    "actors": ActorIndexPage,
    "catalogs": CatalogIndexPage,
    "glossary": GlossaryPage,
    "systems": SystemsPage,
    "explainers": ArticleIndexPage,
}


def site() -> Site:
    return Site.objects.get(is_default_site=True)


def ensure_tree(home: HomePage) -> HomePage:
    """Put ``home`` and the first pages of the rooms into the tree, unless they are there. Wagtail's welcome page goes."""
    if home.pk is None:
        root = Page.get_first_root_node()
        welcome = root.get_children().filter(slug="home").first()
        if welcome is not None and welcome.specific_class is Page:
            welcome.slug = "welcome"
            welcome.save()
        root = Page.get_first_root_node()
        root.add_child(instance=home)
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": home.title}
        )
        if welcome is not None and welcome.specific_class is Page:
            Page.objects.get(pk=welcome.pk).delete()
    for slug, model in ROOMS.items():
        if not model.objects.exists():
            Page.objects.get(pk=home.pk).add_child(instance=model(title=slug.capitalize(), slug=slug))
            home.refresh_from_db(fields=["numchild"])
    return home
