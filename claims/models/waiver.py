from collections.abc import Iterator

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from claims.choices import Gate
from sources.choices import one_of


class WaiverQuerySet(models.QuerySet):
    def public(self):
        return self.filter(claim__live=True).order_by("-on", "claim__title", "pk")


class Waiver(Orderable):
    """One gate that a claim passed without meeting it, with the reason and two names. Readers see it."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="waivers")
    gate = models.CharField(max_length=10, choices=Gate)
    reason = models.TextField(help_text="Why the page may stand without it. Readers see this.")
    given_by = models.CharField(max_length=100, help_text="Who asks for it: a name or a desk.")
    seconded_by = models.CharField("seconded by", max_length=100, help_text="Who else answers for it.")
    on = models.DateField()

    objects = WaiverQuerySet.as_manager()

    panels = [
        FieldPanel("gate", required_on_save=True),
        FieldPanel("reason"),
        FieldRowPanel([FieldPanel("given_by"), FieldPanel("seconded_by"), FieldPanel("on")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [one_of("gate", Gate)]

    def __str__(self):
        return self.get_gate_display()

    def reasons_against(self) -> Iterator[str]:
        if not self.reason.strip():
            yield "it gives no reason."
        if not self.given_by.strip() or not self.seconded_by.strip():
            yield "it needs two names."
        elif self.given_by.strip().casefold() == self.seconded_by.strip().casefold():
            yield "nobody seconds their own waiver; it needs a second name."
        if not self.on:
            yield "it has no date."
