"""When a kind of content last changed in public, for readers who ask by date."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from explainer.api.feeds.entry import SINCE

TAKEN_DOWN = ("wagtail.unpublish", "wagtail.delete")


def last_changed(model) -> datetime.datetime:
    """When one of them was last published or taken down."""
    log = PageLogEntry if issubclass(model, Page) else ModelLogEntry
    removals = log.objects.filter(content_type=ContentType.objects.get_for_model(model), action__in=TAKEN_DOWN)
    times = [
        model.objects.aggregate(at=Max("last_published_at"))["at"],
        removals.aggregate(at=Max("timestamp"))["at"],
    ]
    return max(filter(None, times), default=SINCE)
