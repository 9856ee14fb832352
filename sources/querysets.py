from django.db import models
from django.db.models import F


class RecordQuerySet(models.QuerySet):
    def published(self):
        return self.filter(live=True)


class SourceQuerySet(RecordQuerySet):
    def newest_first(self):
        return self.order_by(F("issued_earliest").desc(nulls_last=True), "title", "pk")

    def oldest_first(self):
        return self.order_by(F("issued_earliest").asc(nulls_last=True), "title", "pk")
