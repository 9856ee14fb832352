"""oEmbed 1.0: another program gives an address of ours and gets the frame for it. Source: https://oembed.com"""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from explainer.context import site
from explainer.embedding.embeds import Embed, find

WIDTH = 600  # of a frame for which no other is asked
NARROWEST, WIDEST = 200, 4000
CACHE_AGE = 3600  # seconds; a verdict can change, and the frame shows it without a new answer from here
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Refused(Exception):
    def __init__(self, status: int, reason: str):
        super().__init__(reason)
        self.status, self.reason = status, reason


@require_safe
def oembed(request):
    try:
        write = _writer(request.GET.get("format", "json"))
        embed = _asked_for(request)
        response = write(_answer(embed, site(request)["site_name"], _most(request, "maxwidth"), _most(request, "maxheight")))
    except Refused as refused:
        return HttpResponse(f"{refused.reason}\n", status=refused.status, content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=300)
    return response


def _asked_for(request) -> Embed:
    url = request.GET.get("url", "").strip()
    if not url:
        raise Refused(400, "url is missing: give the address of a page of this site.")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Refused(400, f"url: “{url[:200]}” is not an address.") from None
    if parts.scheme not in ("http", "https") or parts.hostname not in _hosts(request):
        raise Refused(400, f"url: “{url[:200]}” is not an address of this site; those begin with {settings.PUBLIC_URL}/.")
    embed = find(url)
    if embed is None:
        raise Refused(404, f"url: nothing that can be embedded stands at “{url[:200]}”.")
    return embed


def _hosts(request) -> set[str]:
    """The name the site goes by, and the one it was asked under."""
    return {urlsplit(settings.PUBLIC_URL).hostname, urlsplit(f"//{request.get_host()}").hostname}


def _most(request, name: str) -> int | None:
    value = request.GET.get(name, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) < 10 and int(value)):
        raise Refused(400, f"{name}: “{value[:20]}” is not a number of pixels.")
    return int(value)


def _answer(embed: Embed, name: str, most_width: int | None, most_height: int | None) -> dict:
    width = min(most_width or WIDTH, WIDEST)
    height = embed.height(max(width, NARROWEST))
    height = min(height, most_height or height)
    return {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": name,
        "provider_url": settings.PUBLIC_URL + "/",
        "cache_age": CACHE_AGE,
        "width": width,
        "height": height,
        "html": str(embed.frame(width, height)),
    }


def _writer(form: str):
    if form not in WRITERS:
        raise Refused(501, f"format: “{form[:20]}” is not offered; there are {' and '.join(WRITERS)}.")
    return WRITERS[form]


def _json(answer: dict) -> HttpResponse:
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _xml(answer: dict) -> HttpResponse:
    response = HttpResponse(content_type="text/xml; charset=utf-8")
    out = SimplerXMLGenerator(response, "utf-8")
    out.startDocument()
    out.startElement("oembed", {})
    for name, value in answer.items():
        out.addQuickElement(name, NOT_IN_XML.sub("", str(value)))
    out.endElement("oembed")
    out.endDocument()
    return response


WRITERS = {"json": _json, "xml": _xml}
