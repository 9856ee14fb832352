from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from claims.models import RoomPage
from explainer.systems.choices import Output, Standing, State
from sources.choices import one_of
from sources.gates import Problem
from sources.models import Citation, Record
from sources.models.citation import uncited_problems


class System(Record):
    """Something a story may be about: who keeps it, what comes out of it, and how a reader tells it from the others."""

    name = models.CharField(max_length=120)
    name_original = models.CharField("name in its own script", max_length=120, blank=True)
    language = models.CharField("language of that name", max_length=12, blank=True, help_text="A language code such as zh.")
    aliases = models.TextField("other names", blank=True, help_text="One a line.")
    standing = models.CharField(max_length=10, choices=Standing)
    layer = models.ForeignKey("claims.Layer", null=True, blank=True, on_delete=models.PROTECT, related_name="systems")
    keeper = models.CharField("who keeps it", max_length=80, help_text="“The courts”, “a company”.")
    output = models.CharField("what comes out", max_length=10, choices=Output)
    tell = models.CharField("how to recognise it", max_length=160, help_text="What a story about it mentions.")
    what = models.TextField("what it is", help_text="One or two sentences, with the time.")
    state = models.CharField(max_length=10, choices=State)
    scale_low = models.IntegerField("lowest value", null=True, blank=True)
    scale_high = models.IntegerField("highest value", null=True, blank=True)
    scale_start = models.IntegerField("everyone begins with", null=True, blank=True)
    actors = ParentalManyToManyField("actors.Actor", blank=True, related_name="systems")
    places = ParentalManyToManyField("places.Place", blank=True, related_name="systems")
    terms = ParentalManyToManyField("glossary.Term", blank=True, related_name="systems")
    claims = ParentalManyToManyField("claims.ClaimPage", blank=True, related_name="systems")

    slug_from = "name"

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("name_original"), FieldPanel("language")]),
                FieldPanel("aliases"),
            ],
            heading="Names",
        ),
        FieldRowPanel([FieldPanel("standing", required_on_save=True), FieldPanel("layer")]),
        FieldRowPanel([FieldPanel("keeper", required_on_save=True), FieldPanel("output", required_on_save=True)]),
        FieldPanel("tell", required_on_save=True),
        FieldPanel("what", required_on_save=True),
        FieldPanel("state", required_on_save=True),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("scale_low"), FieldPanel("scale_high"), FieldPanel("scale_start")])],
            heading="Its numbers, as far as a document gives them",
        ),
        MultiFieldPanel(
            [FieldPanel("actors"), FieldPanel("places"), FieldPanel("terms"), FieldPanel("claims")], heading="Read more in"
        ),
        InlinePanel("citations", heading="Citations", label="Citation", help_text="At least one."),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("name_original"),
        index.SearchField("aliases"),
        index.SearchField("tell"),
        index.SearchField("what"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
        index.FilterField("standing"),
    ]

    class Meta:
        ordering = ["name"]
        constraints = [one_of("standing", Standing), one_of("output", Output), one_of("state", State)]

    def get_absolute_url(self) -> str:
        return reverse("systems:system", args=[self.slug])

    @property
    def alias_list(self) -> list[str]:
        return [name for name in map(str.strip, self.aliases.splitlines()) if name]

    def publication_problems(self) -> list[Problem]:
        item = f"System “{self.name}”"
        problems = []
        if self.standing in (Standing.PART, Standing.BESIDE) and not self.layer_id:
            problems.append(Problem(item, "it belongs to the topic or stands beside it; say in which layer.", ("layer",)))
        return problems + self._scale_problems(item) + uncited_problems(item, list(self.citations.all()))

    @property
    def has_scale(self) -> bool:
        return any(value is not None for value in (self.scale_low, self.scale_high, self.scale_start))

    def _scale_problems(self, item: str) -> list[Problem]:
        if not self.has_scale:
            return []
        problems = []
        low, high, start = self.scale_low, self.scale_high, self.scale_start
        if low is not None and high is not None and low >= high:
            problems.append(Problem(item, f"its lowest value, {low}, is not below its highest, {high}.", ("scale_low",)))
        if start is not None and ((low is not None and start < low) or (high is not None and start > high)):
            problems.append(Problem(item, f"what everyone begins with, {start}, is outside of its scale.", ("scale_start",)))
        if not any(row.gives_scale for row in self.citations.all()):
            problems.append(Problem(item, "no citation is marked as the one that gives its numbers.", ("citations",)))
        return problems

    def get_preview_template(self, request, mode_name):
        return "systems/system_detail.html"

    def get_preview_context(self, request, mode_name):
        from explainer.systems.views import system_context

        return {"request": request, **system_context(self)}


class SystemCitation(Citation):
    system = ParentalKey(System, on_delete=models.CASCADE, related_name="citations")
    gives_scale = models.BooleanField("gives the numbers above", default=False)

    panels = [*Citation.citation_panels, FieldPanel("gives_scale")]
    parent_field = "system"
    use_heading = _("Systems")

    class Meta(Citation.Meta):
        abstract = False


class SystemsPage(RoomPage):
    """``/systems/``: which system is meant?"""

    class Meta:
        verbose_name = "list of systems"

    def room_context(self, params):
        from explainer.systems.views import systems_context

        return systems_context(params)
