"""The only answers of the site that others may put into a frame."""

from functools import wraps

from csp.decorators import csp_replace
from django.utils.cache import patch_cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

SECONDS = 300  # so long may an answer be kept


def framed(view):
    """May stand in a frame of any site, what goes wrong in it too. Not for search engines: they are to know the page itself."""

    @require_safe
    @xframe_options_exempt
    @csp_replace({"frame-ancestors": ["*"]})
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        patch_cache_control(response, public=True, max_age=SECONDS)
        return response

    return wrapped
