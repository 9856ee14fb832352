"""Which page of the site an address means."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import gettext
from wagtail.models import Page, Site

from claims.models import ClaimPage
from explainer.actors.models import Actor
from explainer.articles.models import ArticlePage
from explainer.catalogs.models import CatalogPage
from explainer.glossary.models import Term
from explainer.places.models import Place
from explainer.systems.models import System
from explainer.timeline.models import ChapterPage, Event
from sources.languages import in_content_language, without_prefix
from sources.models import Source

LONGEST = 300
# What is behind the key in an address, by the room; a place without a catalog has a page too.
ROOMS = {
    "claims": [ClaimPage],
    "sources": [Source],
    "timeline": [Event],
    "actors": [Actor],
    "catalogs": [CatalogPage, Place],
    "glossary": [Term],
    "systems": [System],
    "articles": [ArticlePage],
}


@dataclass(frozen=True)
class Thing:
    """A page: where it stands, what it is called, and the record behind it, if there is one that is public."""

    address: str = ""
    title: str = ""
    record: object = None


@in_content_language
def at(typed: str) -> Thing:
    """Any text may come here. An address of ours without a record behind it is kept as it is; what is no address is nothing."""
    try:
        path = without_prefix(unquote(urlsplit(typed.strip()).path).replace("\0", ""))
    except ValueError:
        return Thing()
    # What a browser could take for the name of another host is no address of ours
    if not path.startswith("/") or path.startswith("//") or "\\" in path or len(path) > LONGEST:
        return Thing()
    record = record_at(path)
    return Thing(path, str(record)[:LONGEST] if record else "", record)


@in_content_language
def record_at(path: str):
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if "slug" in match.kwargs and match.url_name != "behaviour":
        models, key = ROOMS.get(match.namespace, []), match.kwargs["slug"]
        found = (model._default_manager.filter(slug=key, live=True).first() for model in models)
        return next(filter(None, found), None)
    if match.view_name == "timeline:year":
        return ChapterPage.objects.live().filter(slug=match.kwargs["year"]).first()
    return page_at(path)


def page_at(path: str) -> Page | None:
    """A page of the tree, by Wagtail's own way of writing addresses."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site and Page.objects.live().filter(url_path=site.root_page.url_path + path.lstrip("/")).first()


def choices() -> list:
    """Pages to choose from, where no address has said which."""
    groups = (
        (gettext("Claims"), ClaimPage.objects.published()),
        (gettext("Places"), CatalogPage.objects.published()),
        (gettext("Explainers"), ArticlePage.objects.live()),
    )
    found = [("", gettext("The site as a whole, or a page that is not in this list"))]
    for name, public in groups:
        pages = [(without_prefix(page.get_absolute_url()), page.title) for page in public.order_by("title").only("title", "slug")]
        if pages:
            found.append((name, pages))
    return found
