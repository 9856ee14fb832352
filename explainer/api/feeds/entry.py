"""What every feed is made of, whatever form it is written in."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import format_html, format_html_join

PER_PAGE = 50
# Since when the names below are given, and the date of what has none. A feed must have one, and a clock is no content.
SINCE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Tag:
    term: str
    label: str


@dataclass(frozen=True)
class Entry:
    """``id`` and ``updated`` are what makes a reader show it again; corrected words must leave both as they are."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime.datetime
    updated: datetime.datetime
    tags: list[Tag] = field(default_factory=list)


@dataclass(frozen=True)
class News:
    """What a feed tells of. ``things`` come newest first, and ``entries`` makes entries of some of them."""

    name: str  # its address under /feeds/, without what it is written in
    title: str
    about: str
    page: str  # where the same can be read on the site
    query: str  # the filter in use
    things: Sequence
    entries: Callable[[Iterable], list[Entry]]
    updated: datetime.datetime  # when there was news last
    changed: datetime.datetime  # when something it could tell of was last published or taken down

    @property
    def id(self) -> str:
        return tag_uri(f"/feeds/{self.name}" + (f"?{self.query}" if self.query else ""))

    def address(self, form: str, page: int = 1) -> str:
        query = "&".join(part for part in (self.query, f"page={page}" if page > 1 else "") if part)
        return f"{settings.PUBLIC_URL}/feeds/{self.name}.{form}" + (f"?{query}" if query else "")


def tag_uri(path: str) -> str:
    """A name for what stands at an address, that outlives a change of http to https or of port (RFC 4151)."""
    return f"tag:{urlsplit(settings.PUBLIC_URL).hostname},{SINCE.year}:{path}"


def on_day(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def paragraphs(*texts: str) -> str:
    """Plain texts as HTML, a paragraph a line."""
    return format_html_join("", "<p>{}</p>", ((line,) for text in texts for line in text.splitlines() if line.strip()))


def link(url: str, words: str) -> str:
    return format_html('<p><a href="{}">{}</a></p>', url, words)


def with_absolute_links(html: str) -> str:
    """A feed is read elsewhere, where an address without a host leads nowhere."""
    return re.sub(r'\b(href|src)="/(?!/)', rf'\1="{settings.PUBLIC_URL}/', html)
