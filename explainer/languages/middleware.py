"""The language of a page is in its address and nowhere else: no cookie, no header of the reader's (DESIGN, rule 1)."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.utils import translation
from django.utils.translation import get_language_from_path

from sources.languages import without_prefix


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
        if response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", language)
        return response
