"""What a page is to those who share its address: Open Graph, and the little that Twitter wants besides.

Sources: https://ogp.me, https://developer.x.com/en/docs/x-for-websites/cards
"""

import html
import re
from dataclasses import dataclass

from django.conf import settings
from django.template import Context

from explainer.sharing.cards import HEIGHT, WIDTH, Card, address
from explainer.sharing.kinds import KINDS, kind_of

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)">', re.DOTALL)
CANONICAL = re.compile(r'<link rel="canonical" href="(.*?)">')
SIZE = {"width": WIDTH, "height": HEIGHT}


@dataclass(frozen=True)
class Head:
    type: str
    title: str
    description: str
    url: str
    image: str = ""
    alt: str = ""


def head(context: Context, written: str) -> Head | None:
    """By what stands in the head of a page already. None for a page that is not to be found."""
    url = _found(CANONICAL, written)
    if not url:
        return None
    if own := _card(context):
        kind, slug, card = own
        image = settings.PUBLIC_URL + address(kind, slug, card)
        return Head("article", card.heading, card.text, url, image, card.alt)
    title = _found(TITLE, written).removesuffix(f" · {context['site_name']}")
    return Head("website", title, _found(DESCRIPTION, written), url)


def _card(context: Context) -> tuple[str, str, Card] | None:
    """Of the page itself: what else is told of it, such as its versions, has another address."""
    page = context.get("page")
    kind = kind_of(page)
    if kind is None or context["request"].path != page.get_absolute_url():
        return None
    known = {"verdict": context.get("verdict")} if kind == "claims" else {}
    card = KINDS[kind].card(page, context["site_name"], **known)
    return (kind, page.slug, card) if card else None


def _found(pattern: re.Pattern, written: str) -> str:
    match = pattern.search(written)
    return " ".join(html.unescape(match[1]).split()) if match else ""
