from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from sources.choices import ChangeKind, Corrected, Outcome, one_of


class SourceCorrectionQuerySet(models.QuerySet):
    def public(self):
        return self.filter(source__live=True)

    def open(self):
        return self.filter(closed_at=None)


class SourceCorrection(models.Model):
    """A document was corrected, or our record of it was wrong. Open until all that rests on the source was looked at."""

    source = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="corrections")
    on = models.DateField("date", help_text="When the document was corrected, or when we found our record wrong.")
    kind = models.CharField(max_length=13, choices=ChangeKind, default=ChangeKind.CORRECTION)
    changed = models.CharField("what was put right", max_length=8, choices=Corrected, default=Corrected.DOCUMENT)
    note = models.TextField("what changed", help_text="For readers: what it said before, what it says now. Public at once.")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SourceCorrectionQuerySet.as_manager()

    panels = [
        FieldPanel("source"),
        FieldRowPanel([FieldPanel("on"), FieldPanel("kind"), FieldPanel("changed")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = "correction of a source"
        verbose_name_plural = "corrections of sources"
        ordering = ["-on", "-pk"]
        constraints = [
            one_of("kind", ChangeKind),
            one_of("changed", Corrected),
            models.CheckConstraint(condition=~models.Q(note=""), name="sources_correction_says_what"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} of {self.on}: {self.source}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def handle(self, record: models.Model, user, outcome: str, note: str = "") -> "Handled":
        """Somebody has looked at something that rests on the source. Said again, the last word holds."""
        if not self.is_open:
            raise ValidationError("This correction is closed.")
        return self.handled.update_or_create(
            content_type=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            defaults={"outcome": outcome, "note": note, "by": user, "at": timezone.now()},
        )[0]

    @transaction.atomic
    def close(self, user) -> None:
        """Refused, with the names, while something is left."""
        from sources.resting import uses_of

        if left := [use for use in uses_of(self) if not use.handled]:
            names = "; ".join(str(use) for use in left)
            raise ValidationError(f"Not closed: {len(left)} of what rests on the source is still to be looked at: {names}.")
        self.closed_at, self.closed_by = timezone.now(), user
        self.save(update_fields=["closed_at", "closed_by"])


class Handled(models.Model):
    """Something that rests on a corrected source was looked at: by whom, when, and what came of it."""

    correction = models.ForeignKey(SourceCorrection, on_delete=models.CASCADE, related_name="handled")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    outcome = models.CharField(max_length=9, choices=Outcome)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "handled"
        ordering = ["at", "pk"]
        constraints = [
            one_of("outcome", Outcome),
            models.UniqueConstraint(fields=["correction", "content_type", "object_id"], name="sources_handled_once"),
        ]

    def __str__(self):
        return f"{self.get_outcome_display()}: {self.record}"
