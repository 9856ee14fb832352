"""Checks of addresses as background work."""

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from sources.health.addresses import follow
from sources.health.run import Run, claim_due, with_sources
from sources.models import LinkState, Source

# Small runs, often: an editor who waits for a page to be fetched does not wait for these.
MOST = 12  # addresses
LONGEST = 120.0  # seconds


@task(backend="desk", queue_name="desk", priority=-10)
def check_due_links() -> dict:
    """Check the addresses of sources that are due."""
    if not settings.LINK_CHECKS:
        return {}
    follow()
    return dict(Run(longest=LONGEST).check(claim_due(timezone.now(), MOST)).outcomes)


@task(backend="desk", queue_name="desk")
def check_source_links(source_id: int) -> dict:
    """Check the addresses of one source."""
    follow(Source.objects.filter(pk=source_id))
    links = LinkState.objects.current().filter(source=source_id)
    return dict(Run().check(with_sources(list(links))).outcomes)
