from django.conf import settings
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Site

from explainer.languages.pages import in_each
from sources.languages import language_name, without_prefix, written_in

NAME_FOR = 60  # seconds; Wagtail keeps the paths of its sites in the same way


def site(request):
    """Name and address of the site, for every template. Depends on published content alone."""
    key = f"site-name:{request.get_host()}"
    if (name := cache.get(key)) is None:
        found = Site.find_for_request(request)
        name = (found and found.site_name) or settings.WAGTAIL_SITE_NAME
        cache.set(key, name, NAME_FOR)
    return {
        "site_name": name,
        "canonical_url": settings.PUBLIC_URL + request.path,
        "languages": in_each(request),
        "content_language": language_name(written_in()),
        "plain_path": without_prefix(request.path),
    }


@receiver([post_save, post_delete], sender=Site)
def forget_names(**kwargs):
    cache.clear()
