"""The language of a page is in its address and nowhere else: no cookie, no header of the reader's (DESIGN, rule 1)."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect

from sources.languages import prefix, without_prefix


class LanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        if language != settings.LANGUAGE_CODE and "." in request.path_info.rpartition("/")[2]:
            # Files are for programs, and the same in every language.
            query = request.META.get("QUERY_STRING")
            return HttpResponsePermanentRedirect(without_prefix(request.path) + (f"?{query}" if query else ""))
        with translation.override(language):
            response = self.get_response(request)
            if response.status_code == 404 and language != settings.LANGUAGE_CODE:
                response = moved(request) or response
        if response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", language)
        return response


def moved(request):
    """Redirects are kept for the addresses of the content; they hold in each language."""
    found = get_redirect(request, Redirect.normalise_path(without_prefix(request.get_full_path()), decode_unicode=False))
    if found is None or found.link is None:
        return None
    link = found.link if found.redirect_page_id or not found.link.startswith("/") else prefix() + found.link
    return HttpResponsePermanentRedirect(link) if found.is_permanent else HttpResponseRedirect(link)
