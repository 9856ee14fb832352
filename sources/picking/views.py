"""Stored copies in the admin: read, searched, and picked from. The text is other people's: for editors only."""

import json
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.admin_url_finder import AdminURLFinder

from sources.anchors import Anchor
from sources.drift import suggestion
from sources.models import Capture
from sources.picking.anchoring import Unanchorable, passage, quotation
from sources.picking.blocks import locator
from sources.picking.portions import hits, portion_of
from sources.picking.sources_shown import offered
from sources.picking.stored import copy_of
from sources.picking.uses import cited_elsewhere, cited_here

LONGEST_QUESTION = 200
FAR = 10**9
PARTS = ("start", "end", "prefix", "suffix")


def may_read_copies(user) -> bool:
    return user.has_perm("sources.view_capture") or user.has_perm("sources.change_source")


def for_readers_of_copies(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_read_copies(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def stored(pk: int) -> tuple[Capture, object]:
    capture = get_object_or_404(Capture.objects.select_related("source__publisher"), pk=pk)
    return capture, copy_of(capture.text)


def number(value, default: int = 0) -> int:
    """Whatever was sent: a number of characters, or ``default``."""
    try:
        return max(0, min(int(value), FAR))
    except (TypeError, ValueError, OverflowError):
        return default


def words(request) -> str:
    return request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST_QUESTION]


@require_GET
@for_readers_of_copies
def text(request, pk):
    """A stored copy as a plain page."""
    capture, copy = stored(pk)
    question = words(request)
    found = hits(copy, question)
    at = number(request.GET.get("at"), found[0].start if found else 0)
    uses = sorted(cited_elsewhere(copy, capture.source, request.user), key=lambda mark: mark.start)
    return render(
        request,
        "sources/picking/text.html",
        {
            "capture": capture,
            "copy": copy,
            "portion": portion_of(copy, at, [*found, *uses]),
            "uses": uses,
            "q": question,
            "found": found,
            "header_icon": "lock",
            "page_title": "Passages of this copy",
            "page_subtitle": str(capture.source),
        },
    )


@require_GET
@for_readers_of_copies
def dialog(request):
    """The picker itself, without a text yet."""
    return render(request, "sources/picking/dialog.html", {"offered": offered(_cited(request), "")})


@require_GET
@for_readers_of_copies
def sources(request):
    return render(
        request, "sources/picking/sources.html", {"offered": offered(_cited(request), words(request)), "q": words(request)}
    )


def _cited(request) -> list[int]:
    return [int(pk) for pk in request.GET.get("cited", "").split(",")[:200] if pk.isdecimal() and len(pk) < 10]


@require_POST
@for_readers_of_copies
def portion(request, pk):
    """A portion as HTML, with the passages marked that the form at hand or other records cite."""
    capture, copy = stored(pk)
    asked = _sent(request)
    if asked is None:
        return JsonResponse({"error": "The request was not understood."}, status=400)
    rows = [row for row in asked.get("rows") or [] if isinstance(row, dict)][:200]
    editing, question = str(asked.get("editing") or "")[:500], str(asked.get("q") or "")[:LONGEST_QUESTION]
    uses = [*cited_here(copy, rows), *cited_elsewhere(copy, capture.source, request.user, editing)]
    shown = portion_of(copy, number(asked.get("at")), [*hits(copy, question), *uses])
    context = {"portion": shown, "capture": capture}
    return JsonResponse(
        {
            "html": render_to_string("sources/picking/portion.html", context | {"picking": True}),
            "uses": render_to_string("sources/picking/uses.html", {"uses": sorted(uses, key=lambda mark: mark.start)}),
            "pages": copy.pages,
            "headings": [[block.start, copy.text[block.start : block.end]] for block in copy.headings[:300]],
            "start": shown.start,
            "end": shown.end,
            "before": shown.before,
            "after": shown.after,
            "percent": shown.percent,
        }
    )


def _sent(request) -> dict | None:
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return None
    return sent if isinstance(sent, dict) and isinstance(sent.get("rows") or [], list) else None


@require_GET
@for_readers_of_copies
def find(request, pk):
    _, copy = stored(pk)
    return JsonResponse({"places": copy.find(words(request))})


@require_GET
@for_readers_of_copies
def cite(request, pk):
    """What a citation of the passage between ``start`` and ``end`` holds, or why there can be none."""
    capture, copy = stored(pk)
    try:
        found = passage(copy, number(request.GET.get("start")), number(request.GET.get("end")))
    except Unanchorable as reason:
        return JsonResponse({"error": str(reason)}, status=422)
    source = capture.source
    return JsonResponse(
        {
            "start": found.start,
            "end": found.end,
            "words": found.words,
            "anchor": {part: getattr(found.anchor, part) for part in PARTS},
            "locator": locator(copy.blocks, found.start, found.end),
            "language": source.language_name,
            "quotation": quotation(found.words),
            "said_by": source.publisher.name,
            "said_on": source.issued,
            "source": {
                "id": source.pk,
                "string": str(source),
                "edit_url": AdminURLFinder(request.user).get_edit_url(source) or "",
            },
        }
    )


@require_GET
@for_readers_of_copies
def locate(request, pk):
    """Where an anchor finds its passage; if nowhere, the place nearest to it."""
    _, copy = stored(pk)
    anchor = Anchor(*(request.GET.get(part, "").replace("\0", " ")[:LONGEST_QUESTION] for part in PARTS))
    places = copy.places(anchor)
    near = suggestion(copy, anchor) if len(places) != 1 and anchor else {}
    return JsonResponse({"places": places[:20], "nearest": near, "text": reverse("sources_captures:text", args=[pk])})
