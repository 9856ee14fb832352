from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from explainer.actors.choices import ActorKind, Band, Sector
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.gates import Problem
from sources.models import Citation, Record
from sources.models.citation import uncited_problems


class Actor(Record):
    """A state organ, court, company, pilot, outlet, or person in a public role."""

    name = models.CharField(max_length=120)
    article = models.CharField(max_length=5, blank=True, help_text="“the”, if the name needs it inside a sentence.")
    name_original = models.CharField("name in its own script", max_length=120, blank=True)
    language = models.CharField("language of that name", max_length=12, blank=True, help_text="A language code such as zh.")
    aliases = models.TextField("other names", blank=True, help_text="One a line.")
    short = models.CharField("name on the map", max_length=20)
    kind = models.CharField(max_length=20, choices=ActorKind)
    sector = models.CharField(max_length=8, choices=Sector)
    role = models.CharField(max_length=160, help_text="In one sentence, what it does in this topic.")
    about = models.TextField(blank=True, help_text="A few sentences. Every fact in them stands in a citation below.")
    layers = ParentalManyToManyField("claims.Layer", blank=True, related_name="actors", help_text="Which systems it belongs to.")
    claims = ParentalManyToManyField("claims.ClaimPage", blank=True, related_name="actors", help_text="Claims that concern it.")
    period = EDTFField("existed or active", blank=True, bounds=("period_earliest", "period_latest"))
    period_earliest = models.DateField(null=True, blank=True, editable=False)
    period_latest = models.DateField(null=True, blank=True, editable=False)
    place = models.ForeignKey("places.Place", null=True, blank=True, on_delete=models.PROTECT, related_name="actors")
    url = models.URLField("its own site", max_length=500, blank=True)
    wikidata = models.CharField(
        max_length=15, blank=True, validators=[RegexValidator(r"^Q[1-9]\d*$", "A Wikidata id is Q and digits.")]
    )
    credit_code = models.CharField(
        "registration code of organisations",
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^[0-9A-HJ-NPQRTUWXY]{18}$", "The code has 18 digits and capital letters.")],
    )
    # Where the picture of its neighbourhood puts whom; worked out when it or a relation of it is published.
    neighbourhood = models.JSONField(default=dict, editable=False)

    slug_from = "name"

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("article"), FieldPanel("name")]),
                FieldRowPanel([FieldPanel("name_original"), FieldPanel("language")]),
                FieldRowPanel([FieldPanel("short", required_on_save=True), FieldPanel("aliases")]),
            ],
            heading="Names",
        ),
        FieldRowPanel([FieldPanel("kind", required_on_save=True), FieldPanel("sector", required_on_save=True)]),
        FieldPanel("role", required_on_save=True),
        FieldPanel("about"),
        FieldRowPanel([FieldPanel("layers"), FieldPanel("claims")]),
        FieldRowPanel([FieldPanel("period"), FieldPanel("place")]),
        FieldRowPanel([FieldPanel("url"), FieldPanel("wikidata"), FieldPanel("credit_code")]),
        InlinePanel("citations", heading="Citations", label="Citation", help_text="What the documents say of it. At least one."),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("name_original"),
        index.SearchField("aliases"),
        index.SearchField("role"),
        index.AutocompleteField("name"),
        index.AutocompleteField("name_original"),
        index.FilterField("live"),
        index.FilterField("kind"),
        index.FilterField("sector"),
    ]

    class Meta:
        ordering = ["name"]
        constraints = [one_of("kind", ActorKind), one_of("sector", Sector)]

    def get_absolute_url(self) -> str:
        return reverse("actors:actor", args=[self.slug])

    @property
    def band(self) -> Band:
        return ActorKind(self.kind).band

    @property
    def in_sentence(self) -> str:
        return f"{self.article} {self.name}" if self.article else self.name

    @property
    def period_date(self):
        return parse(self.period) if self.period else None

    @property
    def alias_list(self) -> list[str]:
        return [name for name in map(str.strip, self.aliases.splitlines()) if name]

    def publication_problems(self) -> list[Problem]:
        return uncited_problems(f"Actor “{self.name}”", list(self.citations.all()))

    def get_preview_template(self, request, mode_name):
        return "actors/actor_detail.html"

    def get_preview_context(self, request, mode_name):
        from explainer.actors.views import actor_context

        return {"request": request, **actor_context(self)}


class ActorCitation(Citation):
    actor = ParentalKey(Actor, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "actor"
    use_heading = _("Actors")

    class Meta(Citation.Meta):
        abstract = False
