"""What a page that opened may be instead of the document: an error page, a login, a wall against machines. Pure."""

import re
from urllib.parse import urlsplit

LONGEST_ERROR_PAGE = 1500  # characters of text; a document that speaks of errors is longer
NOT_FOUND = re.compile(
    r"\b404\b|not found|page (?:you requested )?(?:cannot|can't|could not|couldn't) be found|no longer (?:exists|available)"
    r"|does(?: not|n't) exist|页面不存在|頁面不存在|页面未找到|找不到(?:该|此|您)?.{0,6}(?:页|頁|网)|您访问的页面|已被删除|nicht gefunden|page introuvable",
    re.IGNORECASE,
)
WALL = re.compile(
    r"captcha|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|just a moment\.\.\.|checking your browser"
    r"|enable javascript and cookies|access denied|unusual traffic|安全验证|访问过于频繁",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth|passport|account/login)(?:[/.?]|$)", re.IGNORECASE)
PASSWORD_FIELD = re.compile(rb"""<input[^>]{0,300}type\s*=\s*["']?password""", re.IGNORECASE)
TITLE = re.compile(rb"<title[^>]{0,200}>(.{0,500}?)</title", re.IGNORECASE | re.DOTALL)
FRONT_PAGE = re.compile(r"^/?(?:index\.\w+|home|default\.\w+)?/?$", re.IGNORECASE)


def title_of(data: bytes) -> str:
    found = TITLE.search(data[:65_536])
    return " ".join(found[1].decode("utf-8", "replace").split()) if found else ""


def is_wall(title: str, text: str) -> bool:
    return len(text) < LONGEST_ERROR_PAGE and bool(WALL.search(f"{title}\n{text}"))


def is_login(asked: str, found: str, data: bytes, text: str) -> bool:
    led_there = asked != found and bool(LOGIN_PATH.search(urlsplit(found).path))
    return led_there or (len(text) < LONGEST_ERROR_PAGE and bool(PASSWORD_FIELD.search(data)))


def is_error_page(asked: str, found: str, title: str, text: str) -> bool:
    return leads_to_front_page(asked, found) or (
        len(text) < LONGEST_ERROR_PAGE and bool(NOT_FOUND.search(title) or NOT_FOUND.search(text[:400]))
    )


def leads_to_front_page(asked: str, found: str) -> bool:
    """What had a page of its own now gives the front page: a usual way to say that it is gone."""
    before, after = urlsplit(asked), urlsplit(found)
    deep = not FRONT_PAGE.match(before.path) or before.query
    return bool(deep and FRONT_PAGE.match(after.path) and not after.query)


def is_elsewhere(asked: str, found: str) -> bool:
    """Another address, not the same one with https, www or a slash more."""
    return _same(asked) != _same(found)


def _same(url: str) -> tuple:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
