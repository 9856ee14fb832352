from django.core.validators import validate_slug
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from claims.choices import Stance
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.models import Citation


class Evidence(Citation):
    """A citation with a stance on a claim."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="evidence")
    key = models.CharField(
        max_length=80,
        blank=True,
        validators=[validate_slug],
        help_text="Short name, to point to it from the text as [^key]. Taken from the source if left empty.",
    )
    stance = models.CharField(max_length=12, choices=Stance)

    panels = [FieldRowPanel([FieldPanel("stance", required_on_save=True), FieldPanel("key")]), *Citation.citation_panels]
    parent_field = "claim"
    use_heading = "Evidence on claims"

    class Meta(Citation.Meta):
        verbose_name_plural = "evidence"
        # That no two share a key is for the gate to say: a draft on its way there may be anything.
        constraints = [*Citation.Meta.constraints, one_of("stance", Stance)]

    def clean(self):
        super().clean()
        if not self.key and self.source_id:
            self.key = self.source.slug[:80]


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
    use_heading = "Where claims were made"

    class Meta(Citation.Meta):
        pass

    @property
    def said_date(self):
        return parse(self.said_on) if self.said_on else None
