"""By what the files know that something public has changed, so that they are made once and not for each reader."""

import datetime
import hashlib
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Max
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site

from explainer.api.data.tables import TABLES
from explainer.editions.models import LoadedRecord
from sources.models import Record


@cache
def published_models() -> list[type]:
    """Whatever is published, and may be taken down again: pages, which are of one table, and the kinds of records."""
    return [Page, *(model for model in apps.get_models() if issubclass(model, Record))]


def last_published() -> datetime.date | None:
    """The day on which something was last published."""
    times = [model.objects.filter(live=True).aggregate(at=Max("last_published_at"))["at"] for model in published_models()]
    newest = max(filter(None, times), default=None)
    return newest and newest.date()


def state() -> str:
    """Changes with every publication, every edit in the admin, every load, and with the tables themselves.

    What is changed past all of these, by hand in the database, is seen with the next of them.
    """
    told = [
        model.objects.filter(live=True).aggregate(Count("pk"), Max("pk"), Max("last_published_at"))
        for model in published_models()
    ]
    told += [log.objects.aggregate(Max("pk")) for log in (PageLogEntry, ModelLogEntry)]
    told += [LoadedRecord.objects.aggregate(Count("pk"), Max("loaded_at"))]
    told += [(table.name, table.title, table.about, table.columns) for table in TABLES.values()]
    told += [site_name(), settings.PUBLIC_URL, settings.DATA_LICENCE]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:24]


def site_name() -> str:
    name = Site.objects.filter(is_default_site=True).values_list("site_name", flat=True).first()
    return name or settings.WAGTAIL_SITE_NAME
