"""What was scheduled is published, and what has expired taken down, each by itself: one refusal holds up no other."""

import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from wagtail.models import DraftStateMixin, Page, Revision

from sources.gates import PublicationRefused


def publish_due(now: datetime.datetime) -> list[str]:
    """Returns what was refused, as sentences. A refused schedule is cancelled, so that it is told once."""
    refused = []
    for record in expired(now):
        try:
            with transaction.atomic():
                record.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        except PublicationRefused as error:
            refused += error.messages
    for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except PublicationRefused as error:
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            refused += error.messages
    return refused


def expired(now: datetime.datetime) -> list[Model]:
    records = [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]
    return [record for model in (Page, *records) for record in model.objects.filter(live=True, expire_at__lt=now)]
