"""JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/"""

import json

from django.core.paginator import Page
from django.utils.translation import get_language

from explainer.api.feeds.atom import stamp
from explainer.api.feeds.entry import Entry, News
from explainer.api.lists import absolute

CONTENT_TYPE = "application/feed+json; charset=utf-8"


def write(news: News, page: Page, entries: list[Entry], site_name: str) -> bytes:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{news.title} · {site_name}",
        "description": news.about,
        "home_page_url": absolute(news.page),
        "feed_url": news.address("json", page.number),
        "next_url": news.address("json", page.next_page_number()) if page.has_next() else None,
        "language": get_language() or "en",
        "authors": [{"name": site_name, "url": absolute("/")}],
        "_list": {
            "about": absolute("/api/v1/docs"),
            "count": page.paginator.count,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "updated": stamp(news.updated),
        },
        "items": [_item(entry) for entry in entries],
    }
    return json.dumps({name: value for name, value in told.items() if value is not None}, ensure_ascii=False, indent=1).encode()


def _item(entry: Entry) -> dict:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": stamp(entry.published),
        "date_modified": stamp(entry.updated),
        "tags": [tag.label for tag in entry.tags],
    }
