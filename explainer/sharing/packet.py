"""A claim to take away: verdict, sources, references and the card in one ZIP, for those who write about it."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from claims.citing import csl_claim, csl_sources
from claims.models import ClaimPage
from claims.prose import REFERENCE, plain
from explainer.api.data.caveats import licence
from explainer.api.kinds.claims import in_full
from explainer.context import site
from explainer.sharing.cards import of_claim
from explainer.sharing.keeping import picture
from sources.citing.formats import FORMATS

SECONDS = 300
EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP can tell


@require_safe
def packet(request, slug):
    page = get_object_or_404(ClaimPage.objects.live().for_listing(), slug=slug)
    body = zipped(page, dict(files(page, page.get_context(request), site(request)["site_name"])))
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{slug}-packet.zip"'
    response = get_conditional_response(request, etag=etag, response=response)
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def files(page: ClaimPage, shown: dict, site_name: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of each. Of a withdrawn claim there is nothing by which to cite it as if we stood by it."""
    told = {
        "page": page,
        "verdict": shown["verdict"],
        "ledger": [(stance, rows) for stance, rows in shown["ledger"] if rows],
        "origins": shown["origins"],
        "short_answer": _numbered(plain(page.short_answer), shown["evidence"]),
        "site_name": site_name,
        "host": settings.PUBLIC_URL,
        "licence": licence(),
    }
    yield "README.txt", render_to_string("sharing/packet/readme.txt", told).encode()
    yield "sources.txt", render_to_string("sharing/packet/sources.txt", told).encode()
    items = csl_sources(page)
    if not page.withdrawn_on:
        own = csl_claim(page, shown["verdict"])
        items.append(own)
        for extension, form in FORMATS.items():
            yield f"claim.{extension}", form.write([own]).encode()
        facts = json.dumps(in_full(page), ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
        yield "claim-data.json", f"{facts}\n".encode()
    for extension, form in FORMATS.items():
        yield f"sources.{extension}", form.write(items).encode()
    if card := of_claim(page, site_name, shown["verdict"]):
        yield "card.png", picture("claims", page.slug, card)


def zipped(page: ClaimPage, parts: dict[str, bytes]) -> bytes:
    """The same bytes as long as what is in it is the same."""
    at = page.last_published_at
    day = max(at.timetuple()[:6], EARLIEST) if at else EARLIEST
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, day)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            file.writestr(member, content)
    return out.getvalue()


def _numbered(text: str, evidence: list) -> str:
    """``[^key]`` as the number that the piece of evidence has on the page, and in the list of sources."""
    numbers = {row.key: row.number for row in evidence}
    told = REFERENCE.sub(lambda match: f" [{numbers[match[1]]}]" if match[1] in numbers else match[0], text)
    return "\n".join(" ".join(line.split()) for line in told.splitlines())
