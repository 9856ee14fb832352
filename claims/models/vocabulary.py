"""The words a topic sorts its claims by. They are content: every edition brings its own."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from sources.choices import one_of
from sources.symbols import Symbol, sign


class TermQuerySet(models.QuerySet):
    def with_claim_counts(self):
        """Each with ``claim_count``, the number of public claims that carry it; in their order."""
        live = models.Count("claims", filter=models.Q(claims__live=True), distinct=True)
        # Counting groups the rows, and a grouped query forgets the order of Meta.
        return self.annotate(claim_count=live).order_by("position", "name")


class Term(index.Indexed, models.Model):
    slug = models.SlugField("key", unique=True, max_length=80, help_text="Part of addresses. Never changes.")
    name = models.CharField(max_length=100)
    short = models.CharField("short name", max_length=40, help_text="Two or three words, for marks and lists.")
    description = models.TextField(help_text="A sentence or two for readers.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in which they are shown.")

    objects = TermQuerySet.as_manager()

    panels = [FieldPanel(name) for name in ("name", "short", "description", "position", "slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        abstract = True
        ordering = ["position", "name"]

    def __str__(self):
        return self.name


class Layer(Term):
    """Which system a claim is about."""

    review_months = models.PositiveSmallIntegerField(
        "is looked at again after",
        choices=[(6, "6 months"), (12, "12 months"), (24, "24 months")],
        default=12,
        help_text="What changes often needs it sooner: six months for a local scheme, two years for what is history.",
    )

    symbol = models.CharField(max_length=10, choices=Symbol, blank=True, help_text="The small picture that it is known by.")
    keeper = models.CharField(
        "who keeps it", max_length=60, blank=True, help_text="As a story would say it, such as “a court” or “a company”."
    )

    panels = [*Term.panels, FieldPanel("symbol"), FieldPanel("keeper"), FieldPanel("review_months")]

    class Meta(Term.Meta):
        constraints = [one_of("symbol", Symbol, blank=True)]

    @property
    def sign(self) -> str:
        """Picture and short name."""
        return sign("layer", self.symbol, self.short) if self.symbol else self.short


class MixUp(Term):
    """What a claim confuses."""

    class Meta(Term.Meta):
        verbose_name = "mix-up"
