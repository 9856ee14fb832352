from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from sources.choices import one_of


class IntakeWay(models.TextChoices):
    ADDRESS = "address", "Address"
    FILE = "file", "File"
    PASTE = "paste", "Pasted text"


class IntakeState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    FETCHING = "fetching", "Being fetched"
    READY = "ready", "To be reviewed"
    FAILED = "failed", "Failed"
    USED = "used", "Made a source"
    DISCARDED = "discarded", "Discarded"


class Intake(models.Model):
    """A document on its way to become a source: how it came, what was found in it, what became of it.

    Its text is kept until it has become a capture or was discarded. The document itself is not kept.
    """

    way = models.CharField(max_length=10, choices=IntakeWay)
    address = models.CharField(max_length=1000, blank=True)
    file = models.CharField("file name", max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=IntakeState, default=IntakeState.WAITING)
    error = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField("begun at", default=timezone.now)
    taken_at = models.DateTimeField(null=True)
    findings = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    file_sha256 = models.CharField("SHA-256 of the file", max_length=64, blank=True)
    source = models.ForeignKey("sources.Source", null=True, on_delete=models.PROTECT, related_name="intakes")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [one_of("way", IntakeWay), one_of("state", IntakeState)]

    def __str__(self):
        return self.address or self.file or "Pasted text"

    @property
    def is_running(self) -> bool:
        return self.state in (IntakeState.WAITING, IntakeState.FETCHING)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.state not in (IntakeState.USED, IntakeState.DISCARDED)

    @property
    def origin(self) -> str:
        """Where a capture of it comes from, in the words of the capture."""
        if self.way == IntakeWay.ADDRESS:
            return self.address[:500]
        return f"File “{self.file}”, handed in at the desk" if self.way == IntakeWay.FILE else "Pasted at the desk"

    def get_absolute_url(self) -> str:
        return reverse("intake:edit", args=[self.pk])
