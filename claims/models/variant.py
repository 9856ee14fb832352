from collections.abc import Iterator

from django.core.validators import validate_slug
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable


class Variant(Orderable):
    """Another wording of a claim, with what is different about it."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="variants")
    key = models.CharField(
        max_length=80, validators=[validate_slug], help_text="Short name; the wording can be linked to as #variant-key."
    )
    wording = models.CharField(max_length=160, help_text="As it circulates, never negated.")
    answer = RichTextField(
        features=["bold", "italic", "link"], blank=True, help_text="One sentence. Point to evidence as [^key] after each fact."
    )

    panels = [FieldPanel("wording"), FieldPanel("key"), FieldPanel("answer", required_on_save=True)]

    class Meta(Orderable.Meta):
        verbose_name = "wording"

    def __str__(self):
        return self.wording

    def reasons_against(self) -> Iterator[str]:
        if not self.answer:
            yield "it has no answer."
