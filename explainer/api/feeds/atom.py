"""Atom 1.0 (RFC 4287), with pages as in RFC 5005 and the count of the whole list as OpenSearch tells it."""

import datetime
import re
from xml.etree import ElementTree as ET

from django.core.paginator import Page
from django.utils.translation import get_language

from explainer.api.feeds.entry import Entry, News
from explainer.api.lists import absolute

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
COUNTS = "http://a9.com/-/spec/opensearch/1.1/"
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(news: News, page: Page, entries: list[Entry], site_name: str) -> bytes:
    root = ET.Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:opensearch": COUNTS, "xml:lang": get_language() or "en"}
    )
    _add(root, "id", news.id)
    _add(root, "title", f"{news.title} · {site_name}")
    _add(root, "subtitle", news.about)
    _add(root, "updated", stamp(news.updated))
    author = _add(root, "author")
    _add(author, "name", site_name)
    _add(author, "uri", absolute("/"))
    _link(root, "alternate", absolute(news.page), "text/html")
    _link(root, "self", news.address("atom", page.number), CONTENT_TYPE.partition(";")[0])
    _pages(root, news, page)
    for name, number in (
        ("totalResults", page.paginator.count),
        ("startIndex", page.start_index()),
        ("itemsPerPage", page.paginator.per_page),
    ):
        _add(root, f"opensearch:{name}", str(number))
    for entry in entries:
        _entry(root, entry)
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _pages(root: ET.Element, news: News, page: Page) -> None:
    if page.has_other_pages():
        _link(root, "first", news.address("atom"))
        _link(root, "last", news.address("atom", page.paginator.num_pages))
    if page.has_previous():
        _link(root, "previous", news.address("atom", page.previous_page_number()))
    if page.has_next():
        _link(root, "next", news.address("atom", page.next_page_number()))


def _entry(root: ET.Element, entry: Entry) -> None:
    made = _add(root, "entry")
    _add(made, "id", entry.id)
    _add(made, "title", entry.title)
    _link(made, "alternate", entry.url, "text/html")
    _add(made, "published", stamp(entry.published))
    _add(made, "updated", stamp(entry.updated))
    for tag in entry.tags:
        _add(made, "category", term=tag.term, label=tag.label)
    _add(made, "summary", entry.summary)
    _add(made, "content", entry.html, type="html")


def _link(parent: ET.Element, rel: str, href: str, kind: str = "") -> None:
    _add(parent, "link", rel=rel, href=href, **({"type": kind} if kind else {}))


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, {key: NOT_IN_XML.sub("", value) for key, value in attributes.items()})
    made.text = None if text is None else NOT_IN_XML.sub("", text)
    return made


def stamp(when: datetime.datetime) -> str:
    """RFC 3339, to the second."""
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
