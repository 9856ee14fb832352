from django.conf import settings
from wagtail.models import Site


def site(request):
    """Name and address of the site, for every template. Depends on published content alone."""
    found = Site.find_for_request(request)
    return {
        "site_name": (found and found.site_name) or settings.WAGTAIL_SITE_NAME,
        "canonical_url": settings.PUBLIC_URL + request.path,
    }
