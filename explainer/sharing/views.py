from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from explainer.context import site
from explainer.sharing.cards import address
from explainer.sharing.keeping import picture
from explainer.sharing.kinds import KINDS

FOR_GOOD = 31_536_000  # seconds: what the address names never changes
SECONDS = 300


@require_safe
def card(request, kind, slug, digest):
    """The picture of a public page. The address of an earlier one leads to that of now."""
    page = get_object_or_404(KINDS[kind].model.objects.live(), slug=slug)
    shown = KINDS[kind].card(page, site(request)["site_name"])
    if shown is None:
        raise Http404("This page has no card.")
    if digest != shown.digest:
        response = HttpResponseRedirect(address(kind, slug, shown))
        patch_cache_control(response, public=True, max_age=SECONDS)
        return response
    etag = f'"{digest}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(picture(kind, slug, shown), content_type="image/png")
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FOR_GOOD, immutable=True)
    return response
