import hashlib

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from claims.models import ClaimPage
from explainer.api.feeds import atom, jsonfeed
from explainer.api.feeds.claims import claims, one_claim, verdicts
from explainer.api.feeds.corrections import corrections
from explainer.api.feeds.entry import PER_PAGE, News
from explainer.api.feeds.records import KINDS, records
from explainer.api.lists import SECONDS, BadQuery, refusal
from explainer.context import site

FORMS = {"atom": atom, "json": jsonfeed}
OF_CLAIMS = {"claims": claims, "verdicts": verdicts, "corrections": corrections}


@require_safe
def feed(request, name, form):
    """What is new in a list, with any filter of its page."""
    if name not in OF_CLAIMS and name not in KINDS:
        raise Http404(f"There is no feed “{name}”.")
    try:
        news = OF_CLAIMS[name](request.GET) if name in OF_CLAIMS else records(name, request.GET)
        return send(request, news, form)
    except BadQuery as error:
        return refusal(error, form)


@require_safe
def claim_feed(request, slug, form):
    """The verdict on one claim, and each that takes its place."""
    claim = get_object_or_404(ClaimPage.objects.published(), slug=slug)
    try:
        return send(request, one_claim(claim), form)
    except BadQuery as error:
        return refusal(error, form)


def send(request, news: News, form: str) -> HttpResponse:
    """One page of it, sent again only if it has changed."""
    page = page_asked_for(news, request.GET.get("page", ""))
    entries = news.entries(page.object_list)
    made = FORMS[form]
    body = made.write(news, page, entries, site(request)["site_name"])
    etag, changed = f'"{hashlib.sha256(body).hexdigest()[:32]}"', int(news.changed.timestamp())
    whole = HttpResponse(body, content_type=made.CONTENT_TYPE)
    response = get_conditional_response(request, etag=etag, last_modified=changed, response=whole)
    response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def page_asked_for(news: News, number: str) -> Page:
    pages = Paginator(news.things, PER_PAGE)
    if not number:
        return pages.page(1)
    if not (number.isascii() and number.isdecimal() and len(number) < 10 and int(number)):
        raise BadQuery("page", f"“{number[:60]}” is no number of a page.")
    if int(number) > pages.num_pages:
        raise BadQuery("page", f"There is no page {int(number)}; the last is {pages.num_pages}.", 404)
    return pages.page(int(number))
