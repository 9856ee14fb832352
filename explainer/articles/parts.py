"""The parts of an article as its template prints them: each a template and what it needs.

What has been unpublished since drops out of a part, and a part with nothing left is not shown.
"""

import re
from html import unescape
from itertools import count

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from claims import prose
from claims.models import ClaimPage
from explainer.actors.choices import Status
from explainer.actors.views import actor_context, map_context
from explainer.articles.models import ArticlePage
from explainer.catalogs.models import CatalogPage, Entry
from explainer.catalogs.scale import draw
from explainer.catalogs.views import with_behaviours
from explainer.timeline.models import Event
from explainer.timeline.views import with_sources
from sources.essays import numbered
from sources.models.citation import attach_sources

HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.S)
REFERENCE_LINK = re.compile(r'<a class="ref".*?</a>')


def article_context(article: ArticlePage) -> dict:
    citations = numbered(article.citations.all())
    numbers = {row.key: row.number for row in citations}
    parts, below_heading = [], False
    headings: list[tuple[str, str]] = []
    for n, block in enumerate(article.body):
        part = (
            {"text": with_ids(prose.render(block.value.source, numbers), headings)}
            if block.block_type == "text"
            else PARTS[block.block_type](block.value)
        )
        # Headings inside a part stand one step below that of the text around it.
        below_heading = below_heading or (block.block_type == "text" and "<h2" in block.value.source)
        if part:
            level = "h3" if below_heading else "h2"
            parts.append({"template": f"articles/parts/{block.block_type}.html", "n": n, "level": level, **part})
    others = [row for row in ArticlePage.objects.in_order() if row.pk != article.pk]
    return {
        "citations": citations,
        "parts": parts,
        "headings": headings,
        "others": others,
        "minutes": max(1, round(article.words / 220)),
        "statuses": list(Status),
    }


def with_ids(html: SafeString, headings: list[tuple[str, str]]) -> SafeString:
    """The headings of a text get ids, so that one can point to them; each is added to ``headings``: (id, words)."""

    def name(found):
        words = unescape(strip_tags(REFERENCE_LINK.sub("", found[1]))).strip()
        stem = f"on-{slugify(words)[:60].strip('-') or len(headings) + 1}"
        taken = {key for key, _ in headings}
        key = next(key for n in count(1) if (key := stem if n == 1 else f"{stem}-{n}") not in taken)
        headings.append((key, words))
        return f'<h2 id="{key}">{found[1]}</h2>'

    return mark_safe(HEADING.sub(name, html))  # noqa: S308 - Wagtail's own HTML, and ids of letters and hyphens


def claims(pages) -> dict | None:
    found = ClaimPage.objects.published().for_listing().in_bulk([page.pk for page in pages if page])
    rows = [found[page.pk] for page in pages if page and page.pk in found]
    return {"claims": rows} if rows else None


def events(records) -> dict | None:
    keys = [record.pk for record in records if record]
    found = with_sources(list(Event.objects.published().filter(pk__in=keys).for_rows().in_order()))
    return {"events": found} if found else None


def neighbours(actor) -> dict | None:
    return actor_context(actor) if actor and actor.live else None


def actor_map(record) -> dict | None:
    return map_context(record, {}) if record and record.live else None


def catalog(value) -> dict | None:
    page = value["catalog"]
    found = CatalogPage.objects.published().select_related("place").filter(pk=page.pk).first() if page else None
    if found is None:
        return None
    rows = found.entries.select_related("behaviour__group").prefetch_related("citations")
    if value["group"]:
        rows = rows.filter(behaviour__group=value["group"])
    return _entries(list(rows)) | {"catalog": found, "group": value["group"]} if rows else None


def rests_on(source) -> dict | None:
    source = source and source.stands_as
    if not source or not source.live:
        return None
    rows = (
        Entry.objects.filter(citations__source=source, catalog__in=CatalogPage.objects.published())
        .distinct()
        .select_related("catalog__place")
        .prefetch_related("citations")
        .order_by("catalog__place__name", "sort_order")
    )
    return _entries(with_behaviours(list(rows))) | {"source": source} if rows else None


def _entries(rows: list[Entry]) -> dict:
    attach_sources([citation for row in rows for citation in row.citations.all()])
    draw(rows)
    return {"entries": rows}


PARTS = {
    "claims": claims,
    "events": events,
    "neighbours": neighbours,
    "map": actor_map,
    "catalog": catalog,
    "rests_on": rests_on,
}
