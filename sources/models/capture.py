import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel


class Capture(models.Model):
    """A stored copy of a source's text, for editors only: other people's texts are never published.

    The text may be absent: an edition names a capture by file and hash, and the text stays with the desk that holds it.
    """

    source = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="captures")
    text = models.TextField(blank=True, help_text="The text of the document, as found. Never shown to the public.")
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, help_text="Worked out from the text if left empty.")
    file = models.CharField("file name", max_length=200, blank=True)
    origin = models.CharField(max_length=500, help_text="Where this copy comes from: an address, or how it reached the desk.")
    taken_at = models.DateTimeField("stored at", default=timezone.now)
    note = models.TextField(blank=True)

    panels = [FieldPanel(name) for name in ("source", "text", "origin", "taken_at", "file", "sha256", "note")]

    class Meta:
        ordering = ["-taken_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(sha256=""), name="sources_capture_has_hash"),
            models.UniqueConstraint(fields=["source", "sha256"], name="sources_capture_once"),
        ]

    def __str__(self):
        return f"{self.source} · {self.taken_at:%Y-%m-%d}"

    def clean(self):
        super().clean()
        if self.text and self.sha256 and self.sha256 != self.digest(self.text):
            raise ValidationError({"sha256": "This is not the SHA-256 of the text. Leave it empty to have it worked out."})
        if not self.text and not self.sha256:
            raise ValidationError({"text": "Give the text, or the SHA-256 of a text that is kept elsewhere."})

    def save(self, *args, **kwargs):
        self.sha256 = self.sha256 or self.digest(self.text)
        super().save(*args, **kwargs)

    @staticmethod
    def digest(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()
