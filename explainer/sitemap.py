"""``/sitemap.xml``: every public page in each language of the site (https://www.sitemaps.org/protocol.html).

Records are those that the search knows, which are the public ones; rooms and texts are pages near the top of the tree.
"""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from explainer.languages.pages import address_in
from explainer.search.models import Document

PER_FILE = 10_000  # a file may name 50,000 addresses, and each page has one in every language
ROOMS = ("sources:library", "check", "systems:sort", "catalogs:behaviours", "data:index")  # that are no pages of the tree
ROOMS_DEPTH = 3  # the home page and what stands right below it
KIND = "application/xml"


@require_safe
def index(request):
    """The files that name the pages."""
    files = [f"{settings.PUBLIC_URL}/sitemap-{number}.xml" for number in pages().page_range]
    return render(request, "sitemap_index.xml", {"files": files}, content_type=KIND)


@require_safe
def part(request, number):
    if number not in pages().page_range:
        raise Http404(f"The sitemap has no part {number}.")
    codes = [code for code, _ in settings.LANGUAGES]
    entries = [
        [(code, settings.PUBLIC_URL + address_in(code, path)) for code in codes] for path in pages().page(number).object_list
    ]
    return render(request, "sitemap.xml", {"entries": entries}, content_type=KIND)


def pages() -> Paginator:
    rooms = [reverse(name) for name in ROOMS]
    rooms += [page.get_url() for page in Page.objects.live().filter(depth__gt=1, depth__lte=ROOMS_DEPTH).order_by("path")]
    records = Document.objects.order_by("kind", "key").values_list("address", flat=True)
    return Paginator(list(dict.fromkeys([*filter(None, rooms), *records])), PER_FILE)
