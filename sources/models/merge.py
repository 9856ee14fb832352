from django.conf import settings
from django.db import models
from django.utils import timezone


class Merge(models.Model):
    """Two records of one document became one. ``moved`` says what went over, so that it can go back."""

    kept = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="merges_kept")
    merged = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="merges_gone")
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    moved = models.JSONField(default=dict)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(kept=models.F("merged")), name="sources_merge_not_itself"),
            models.UniqueConstraint(fields=["merged"], condition=models.Q(undone_at=None), name="sources_merge_once"),
        ]

    def __str__(self):
        return f"{self.merged} into {self.kept}"
