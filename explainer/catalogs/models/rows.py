"""Rows of a catalog: facts about the scheme, what behaviour costs or earns, and what a score brings."""

import re
from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from explainer.catalogs.choices import ConsequenceKind, Effect, EntryStatus, FactKind, State
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.gates import Reason
from sources.models import Citation

POINTS = re.compile(r"(-?\d{1,4}(?:\.\d)?)(?:\.\.(-?\d{1,4}(?:\.\d)?))?")


class Row(Orderable, ClusterableModel):
    """A row that carries citations of its own. Abstract."""

    class Meta(Orderable.Meta):
        abstract = True

    def reasons_against(self) -> Iterator[str]:
        if not self.citations.all():
            yield "it has no citation. Nothing is published unsourced."
        for n, citation in enumerate(self.citations.all(), 1):
            for reason in citation.reasons_against():
                yield Reason(reason, getattr(reason, "code", ""), getattr(reason, "record", None)).within(f"citation {n}")


class Fact(Row):
    """The answer to one question about a scheme."""

    catalog = ParentalKey("catalogs.CatalogPage", on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField("question", max_length=15, choices=FactKind)
    state = models.CharField("answer", max_length=10, choices=State)
    value = models.CharField("in words", max_length=200, blank=True)
    date = EDTFField(blank=True)
    checked = models.DateField(null=True, blank=True, help_text="The day we looked, if nothing was found.")

    panels = [
        FieldRowPanel([FieldPanel("kind", required_on_save=True), FieldPanel("state", required_on_save=True)]),
        FieldPanel("value"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("checked")]),
        InlinePanel("citations", heading="Citations", label="Citation"),
    ]

    class Meta(Row.Meta):
        constraints = [one_of("kind", FactKind), one_of("state", State)]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.get_state_display()}"

    @property
    def when(self):
        return parse(self.date) if self.date else None

    def reasons_against(self):
        if self.state == State.NOT_FOUND:
            if not self.checked:
                yield "nothing was found; say on which day you looked."
        else:
            yield from super().reasons_against()
            if not self.value and not self.date:
                yield "it says yes or no, and no word more: give the value or the date."


class Entry(Row):
    """What one behaviour does, as the rules of this place put it."""

    catalog = ParentalKey("catalogs.CatalogPage", on_delete=models.CASCADE, related_name="entries")
    behaviour = models.ForeignKey("catalogs.Behaviour", on_delete=models.PROTECT, related_name="entries")
    wording = models.CharField(max_length=200, help_text="How this rule puts it, in your own words.")
    state = models.CharField("has an effect here", max_length=10, choices=State, default=State.YES)
    effect = models.CharField(max_length=10, choices=Effect, blank=True)
    points = models.CharField(
        max_length=15,
        blank=True,
        validators=[RegexValidator(rf"^{POINTS.pattern}$", "Points are a number or a range: -50, 10, -50..-10.")],
        help_text="-50, 10, or a range: -50..-10.",
    )
    low = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True, editable=False)
    high = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True, editable=False)
    grade = models.CharField(max_length=60, blank=True, help_text="If the effect is a grade: which.")
    conditions = models.CharField(max_length=250, blank=True)
    period = EDTFField(blank=True)
    status = models.CharField(max_length=12, choices=EntryStatus)
    checked = models.DateField(null=True, blank=True, help_text="The day we looked, if nothing was found.")

    panels = [
        FieldPanel("behaviour"),
        FieldPanel("wording", required_on_save=True),
        FieldRowPanel([FieldPanel("state", required_on_save=True), FieldPanel("status", required_on_save=True)]),
        FieldRowPanel([FieldPanel("effect"), FieldPanel("points"), FieldPanel("grade")]),
        FieldPanel("conditions"),
        FieldRowPanel([FieldPanel("period"), FieldPanel("checked")]),
        InlinePanel("citations", heading="Citations", label="Citation"),
    ]

    class Meta(Row.Meta):
        verbose_name_plural = "entries"
        constraints = [one_of("state", State), one_of("effect", Effect, blank=True), one_of("status", EntryStatus)]

    def __str__(self):
        return self.wording

    def clean(self):
        super().clean()
        low, high = self.bounds()
        if low is not None and low > high:
            raise ValidationError({"points": "Of a range the lower number comes first: -50..-10."})

    def save(self, *args, **kwargs):
        self.low, self.high = self.bounds()
        super().save(*args, **kwargs)

    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """Lowest and highest number of points, or None and None."""
        match = POINTS.fullmatch(self.points)
        if not match:
            return None, None
        return Decimal(match[1]), Decimal(match[2] or match[1])

    @property
    def when(self):
        return parse(self.period) if self.period else None

    @property
    def points_words(self) -> str:
        """−50, +10, −50 to −10: with the signs that print needs."""
        low, high = self.bounds()
        if low is None:
            return ""
        return signed(low) if low == high else gettext("%(low)s to %(high)s") % {"low": signed(low), "high": signed(high)}

    def reasons_against(self):
        if self.state == State.NOT_FOUND:
            if not self.checked:
                yield "nothing was found; say on which day you looked."
        else:
            yield from super().reasons_against()
        if self.state == State.YES and not self.effect:
            yield "it has an effect, but does not say which."
        if self.points and self.state != State.YES:
            yield "it has no effect here, or none was found; so it cannot give points."
        if self.points and self.effect != Effect.POINTS:
            yield "it gives points, so its effect must be “points”."


class Consequence(Row):
    """What a score or a grade brings: a reward or a sanction."""

    catalog = ParentalKey("catalogs.CatalogPage", on_delete=models.CASCADE, related_name="consequences")
    kind = models.CharField(max_length=10, choices=ConsequenceKind)
    what = models.CharField(max_length=200)
    who = models.CharField("for whom", max_length=100, blank=True, help_text="Which score or grade.")
    period = EDTFField(blank=True)
    status = models.CharField(max_length=12, choices=EntryStatus)

    panels = [
        FieldRowPanel([FieldPanel("kind", required_on_save=True), FieldPanel("status", required_on_save=True)]),
        FieldPanel("what", required_on_save=True),
        FieldRowPanel([FieldPanel("who"), FieldPanel("period")]),
        InlinePanel("citations", heading="Citations", label="Citation"),
    ]

    class Meta(Row.Meta):
        constraints = [one_of("kind", ConsequenceKind), one_of("status", EntryStatus)]

    def __str__(self):
        return self.what

    @property
    def when(self):
        return parse(self.period) if self.period else None


class FactCitation(Citation):
    fact = ParentalKey(Fact, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "fact__catalog"
    origins_with = "catalog"
    use_heading = _("Facts about local schemes")

    class Meta(Citation.Meta):
        abstract = False


class EntryCitation(Citation):
    entry = ParentalKey(Entry, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "entry__catalog"
    origins_with = "catalog"
    use_heading = _("Entries of catalogs")

    class Meta(Citation.Meta):
        abstract = False


class ConsequenceCitation(Citation):
    consequence = ParentalKey(Consequence, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "consequence__catalog"
    origins_with = "catalog"
    use_heading = _("Rewards and sanctions of catalogs")

    class Meta(Citation.Meta):
        abstract = False


def signed(number: Decimal) -> str:
    shown = f"{abs(number).normalize():f}"
    return f"−{shown}" if number < 0 else f"+{shown}" if number > 0 else shown
