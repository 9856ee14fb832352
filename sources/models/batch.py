from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from sources.choices import one_of


class BatchState(models.TextChoices):
    PREVIEW = "preview", "To be looked over"
    DONE = "done", "Taken in"
    UNDONE = "undone", "Undone"
    DISCARDED = "discarded", "Discarded"


class ImportBatch(models.Model):
    """A list that came in: what stood in it, what somebody chose, what was done, and what was there before.

    ``rows`` are ``sources.exchange.rows.Row``. The file itself is not kept, only its name and hash.
    """

    kind = models.CharField(max_length=20)  # of sources.exchange.kinds
    format = models.CharField(max_length=10)
    file = models.CharField("file name", max_length=200, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.PREVIEW)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField("read at", default=timezone.now)
    done_at = models.DateTimeField("taken in at", null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)  # state of a row → how many; and what was done
    rows = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "import"
        constraints = [one_of("state", BatchState)]

    def __str__(self):
        return self.file or "Pasted text"

    def get_absolute_url(self) -> str:
        return reverse("imports:edit", args=[self.pk])
