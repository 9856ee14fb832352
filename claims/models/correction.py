from collections.abc import Iterator

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from sources.choices import ChangeKind, one_of


class CorrectionQuerySet(models.QuerySet):
    def public(self):
        return self.filter(claim__live=True)


class Correction(Orderable):
    """Something on the page of a claim that was put right, and left the verdict as it was."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="corrections")
    on = models.DateField("date")
    kind = models.CharField(max_length=13, choices=ChangeKind)
    wrong = models.TextField("what was wrong", help_text="What stood here, so that who read it knows it again.")
    now = models.TextField("what stands now")
    reviewer = models.CharField("who answers", max_length=100, help_text="A name or a desk.")

    objects = CorrectionQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("kind", required_on_save=True), FieldPanel("on")]),
        FieldPanel("wrong", required_on_save=True),
        FieldPanel("now", required_on_save=True),
        FieldPanel("reviewer"),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            one_of("kind", ChangeKind),
            models.CheckConstraint(condition=~models.Q(wrong="") & ~models.Q(now=""), name="claims_correction_says_what"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} of {self.on}"

    @property
    def stood(self) -> tuple:
        """What of it may not change any more once it was public."""
        return self.on.isoformat(), self.kind

    def reasons_against(self) -> Iterator[str]:
        if not self.wrong.strip():
            yield "it does not say what was wrong."
        if not self.now.strip():
            yield "it does not say what stands now."
