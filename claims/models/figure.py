from collections.abc import Iterator

from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from claims.choices import Degree
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField


class Figure(Orderable):
    """A number that a piece of evidence gives: of what, up to when; and how it was misread."""

    claim = ParentalKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="figures")
    counted = models.CharField(max_length=60, help_text="What was counted. Numbers of the same count are joined by a line.")
    up_to = EDTFField("up to", help_text="The day, month or year up to which it was counted.")
    degree = models.CharField(max_length=6, choices=Degree, blank=True, help_text="Empty: as given.")
    value = models.BigIntegerField("number", validators=[MinValueValidator(0)])
    given_by = models.SlugField(
        "given by", max_length=80, db_index=False, help_text="Key of the piece of evidence that gives it."
    )
    read_as = models.CharField(
        "misread as", max_length=60, blank=True, help_text="What it was taken for: people; the count of one year."
    )
    read_over = EDTFField(
        "misread as of the time", blank=True, help_text="If it was taken for the count of some time: 2018, 2018-06/2019-02."
    )
    read_by = models.SlugField(
        "misread in", max_length=80, blank=True, db_index=False, help_text="Key of the piece of evidence that misreads it."
    )

    FACTS = ("counted", "up_to", "degree", "value", "given_by", "read_as", "read_over", "read_by")
    panels = [
        FieldRowPanel([FieldPanel("counted", required_on_save=True), FieldPanel("up_to", required_on_save=True)]),
        FieldRowPanel(
            [FieldPanel("degree"), FieldPanel("value", required_on_save=True), FieldPanel("given_by", required_on_save=True)]
        ),
        FieldRowPanel([FieldPanel("read_as"), FieldPanel("read_over"), FieldPanel("read_by")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [one_of("degree", Degree, blank=True)]

    def __str__(self):
        return f"{self.number_shown} ({self.counted})"

    @property
    def facts(self) -> dict:
        """All that it says, by the names of its columns."""
        return {name: getattr(self, name) for name in self.FACTS}

    @property
    def number_shown(self) -> str:
        return f"{self.get_degree_display()} {self.value:,}".strip().lower()

    @property
    def until(self):
        return parse(self.up_to)

    @property
    def misread_time(self):
        return parse(self.read_over) if self.read_over else None

    @property
    def evidence_keys(self) -> list[str]:
        return [key for key in (self.given_by, self.read_by) if key]

    def reasons_against(self) -> Iterator[str]:
        if self.until.latest is None:
            yield f"“{self.up_to}” has no end; a number is counted up to some day."
        if bool(self.read_as) != bool(self.read_by):
            yield "a misreading needs both: what it was taken for, and the piece of evidence that does so."
        if self.read_over and not self.read_as:
            yield "it names the time of a misreading and does not say what the number was taken for."
        time = self.misread_time
        if time and (time.earliest is None or time.latest is None):
            yield f"“{self.read_over}” is not a time with two ends."
