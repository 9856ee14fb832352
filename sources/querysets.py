from django.db import models
from django.db.models import F

from sources.choices import CaptureState
from sources.health.choices import UNREACHABLE


class RecordQuerySet(models.QuerySet):
    def published(self):
        return self.filter(live=True)


class SourceQuerySet(RecordQuerySet):
    # What the desk has to look at

    def with_failing_address(self):
        """One of their addresses fails, or is dead."""
        return self._having(self._links().filter(state__in=UNREACHABLE))

    def with_changed_text(self):
        """What stands at one of their addresses is no longer what was looked at."""
        return self._having(self._links().changed())

    def without_capture(self):
        """Nobody has stored a copy, or none that is the document."""
        return self.exclude(pk__in=self._captures().usable().values("source"))

    def with_unread_capture(self):
        """There is a stored copy, and no person has read whether it is the document."""
        captures = self._captures()
        read = captures.filter(state=CaptureState.CHECKED)
        return self._having(captures.filter(state=CaptureState.CAPTURED)).exclude(pk__in=read.values("source"))

    def _having(self, rows):
        return self.filter(pk__in=rows.values("source"))

    def _links(self):
        return self.model._meta.get_field("link_states").related_model.objects.all()

    def _captures(self):
        return self.model._meta.get_field("captures").related_model.objects.all()

    # In which order
    def published(self):
        return super().published().filter(merged_into=None)

    def newest_first(self):
        return self.order_by(F("issued_earliest").desc(nulls_last=True), "title", "pk")

    def oldest_first(self):
        return self.order_by(F("issued_earliest").asc(nulls_last=True), "title", "pk")
