from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from claims.choices import Stance
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.models import Citation, KeyedCitation


class Evidence(KeyedCitation):
    """A citation with a stance on a claim."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="evidence")
    stance = models.CharField(max_length=12, choices=Stance)

    panels = [FieldRowPanel([FieldPanel("stance", required_on_save=True), FieldPanel("key")]), *Citation.citation_panels]
    parent_field = "claim"
    use_heading = _("Evidence on claims")

    class Meta(KeyedCitation.Meta):
        abstract = False
        verbose_name_plural = "evidence"
        # That no two share a key is for the gate to say: a draft on its way there may be anything.
        constraints = [*KeyedCitation.Meta.constraints, one_of("stance", Stance)]

    @property
    def cite_url(self) -> str:
        return reverse("claims:passage", args=[self.claim.slug, self.key]) if self.key and self.claim.slug else super().cite_url


class Appearance(Citation):
    """One place where the claim was made: the source, who said it, when."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="appearances")
    said_by = models.CharField(max_length=200, help_text="Who made the claim, in what role: a person, an outlet, a programme.")
    said_on = EDTFField(blank=True, bounds=("said_earliest", "said_latest"))
    said_earliest = models.DateField(null=True, blank=True, editable=False)
    said_latest = models.DateField(null=True, blank=True, editable=False)
    first_known = models.BooleanField("first known appearance", default=False)

    panels = [
        FieldRowPanel([FieldPanel("said_by"), FieldPanel("said_on")]),
        FieldPanel("first_known"),
        *Citation.citation_panels,
    ]
    parent_field = "claim"
    use_heading = _("Where claims were made")

    class Meta(Citation.Meta):
        pass

    @property
    def said_date(self):
        return parse(self.said_on) if self.said_on else None
