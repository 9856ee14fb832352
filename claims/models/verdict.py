from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from claims.choices import Verdict
from sources.choices import ChangeKind, one_of


class VerdictChangeQuerySet(models.QuerySet):
    def public(self):
        """Every verdict on a public claim, newest first."""
        return self.filter(claim__live=True).order_by("-on", "-sort_order", "-pk")

    def later_ones(self):
        """Changes of verdicts that stood in public: every row of a public claim but its first, newest first."""
        first = self.model.objects.filter(claim=models.OuterRef("claim")).order_by("on", "sort_order").values("pk")[:1]
        return self.public().exclude(pk=models.Subquery(first))


class VerdictChange(Orderable):
    """One entry of a claim's dated verdict history. The newest is the verdict that stands."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="verdicts")
    verdict = models.CharField(max_length=15, choices=Verdict)
    on = models.DateField("since")
    kind = models.CharField(
        "kind of change", max_length=13, choices=ChangeKind, blank=True, help_text="Of every verdict but the first of a claim."
    )
    reason = models.TextField(help_text="One sentence: what a reader must know. It stands beside the verdict.")
    reviewer = models.CharField(max_length=100, help_text="Who answers for it: a name or a desk.")

    objects = VerdictChangeQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("verdict", required_on_save=True), FieldPanel("on"), FieldPanel("kind")]),
        FieldPanel("reason", required_on_save=True),
        FieldPanel("reviewer"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "verdict"
        constraints = [
            one_of("verdict", Verdict),
            one_of("kind", ChangeKind, blank=True),
            models.CheckConstraint(condition=~models.Q(reason=""), name="claims_verdictchange_has_reason"),
        ]

    def __str__(self):
        return f"{self.get_verdict_display()} since {self.on}"

    @property
    def stood(self) -> tuple:
        """What of it may not change any more once it was public."""
        return self.on.isoformat(), self.verdict

    @property
    def scale(self) -> Verdict:
        return Verdict(self.verdict)
