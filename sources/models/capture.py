import datetime
import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel

from sources.choices import CaptureState, one_of

# From where to where, and what is said to who wants to go elsewhere.
TRANSITIONS = {
    CaptureState.REQUESTED: {CaptureState.CAPTURED, CaptureState.FAILED},
    CaptureState.CAPTURED: {CaptureState.CHECKED, CaptureState.FAILED},
    CaptureState.CHECKED: {CaptureState.FAILED},
    CaptureState.FAILED: {CaptureState.REQUESTED, CaptureState.CAPTURED, CaptureState.CHECKED},
}


class TransitionRefused(ValidationError):
    """The message is a full sentence."""


class CaptureQuerySet(models.QuerySet):
    def usable(self):
        """There is a text, here or with another desk, and nobody has found that it is not the document."""
        return self.filter(state__in=[CaptureState.CAPTURED, CaptureState.CHECKED])


class Capture(models.Model):
    """A stored copy of a source's text, for editors only: other people's texts are never published.

    The text may be absent: an edition names a capture by file and hash, and the text stays with the desk that holds it.
    """

    source = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="captures")
    text = models.TextField(blank=True, help_text="The text of the document, as found. Never shown to the public.")
    sha256 = models.CharField(
        "SHA-256", max_length=64, blank=True, db_index=True, help_text="Worked out from the text if left empty."
    )
    file_sha256 = models.CharField("SHA-256 of the file", max_length=64, blank=True, db_index=True, editable=False)
    # To find texts that are nearly the same, see sources.identity.fingerprint
    fingerprint = models.BinaryField(null=True, editable=False)
    file = models.CharField("file name", max_length=200, blank=True)
    origin = models.CharField(max_length=500, help_text="Where this copy comes from: an address, or how it reached the desk.")
    taken_at = models.DateTimeField("stored at", default=timezone.now)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=CaptureState, default=CaptureState.CAPTURED, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    failure = models.CharField("why it failed", max_length=500, blank=True, editable=False)

    objects = CaptureQuerySet.as_manager()

    panels = [FieldPanel(name) for name in ("source", "text", "origin", "taken_at", "file", "sha256", "note")]

    class Meta:
        ordering = ["-taken_at", "pk"]
        constraints = [
            one_of("state", CaptureState),
            models.CheckConstraint(
                condition=~models.Q(sha256="") | models.Q(state__in=[CaptureState.REQUESTED, CaptureState.FAILED]),
                name="sources_capture_has_hash",
            ),
            models.UniqueConstraint(fields=["source", "sha256"], condition=~models.Q(sha256=""), name="sources_capture_once"),
        ]
        permissions = [("check_capture", "Can say that a stored copy is the document, or is not")]

    def __str__(self):
        return f"{self.source} · {self.taken_at:%Y-%m-%d}"

    def clean(self):
        super().clean()
        if self.text and self.sha256 and self.sha256 != self.digest(self.text):
            raise ValidationError({"sha256": "This is not the SHA-256 of the text. Leave it empty to have it worked out."})
        if not self.text and not self.sha256:
            raise ValidationError({"text": "Give the text, or the SHA-256 of a text that is kept elsewhere."})

    def save(self, *args, **kwargs):
        from sources.identity.fingerprint import fingerprint

        if self.text:
            self.sha256 = self.sha256 or self.digest(self.text)
        self.fingerprint = fingerprint(self.text) or None
        super().save(*args, **kwargs)

    def move_to(self, state: CaptureState, *, user=None, why: str = "", now: datetime.datetime | None = None) -> None:
        """The one way from state to state. Refused, with a sentence, if that way is not open."""
        if state not in TRANSITIONS[self.state]:
            raise TransitionRefused(
                f"This copy is “{self.get_state_display().lower()}”; it cannot become “{state.label.lower()}”."
            )
        if state in (CaptureState.CAPTURED, CaptureState.CHECKED) and not self.sha256 and not self.text:
            raise TransitionRefused("There is no text yet that could be stored or read.")
        if state == CaptureState.CHECKED and user is None:
            raise TransitionRefused("Only a person can say that it is the document.")
        if state == CaptureState.FAILED and not why.strip():
            raise TransitionRefused("Say why it is not the document.")
        self.state = state
        self.failure = why.strip()[:500] if state == CaptureState.FAILED else ""
        by_person = user is not None and state in (CaptureState.CHECKED, CaptureState.FAILED)
        self.checked_by, self.checked_at = (user, now or timezone.now()) if by_person else (None, None)
        self.save()

    @staticmethod
    def digest(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()
