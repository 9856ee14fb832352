from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from claims import prose
from sources.essays import essay_problems
from sources.forms import GatedPageForm
from sources.gates import Gated, Problem
from sources.models import Checked, KeyedCitation
from sources.panels import ChecklistPanel

SECTIONS = ("what_it_is", "what_is_said")
ROWS = {"facts": "fact", "entries": "entry", "consequences": "consequence"}


class CatalogQuerySet(PageQuerySet):
    def published(self):
        return self.live().filter(place__live=True)


class CatalogPage(Gated, Checked, Page):
    """What one place scores: the scheme, what behaviour costs or earns, and what a score brings."""

    place = models.OneToOneField("places.Place", on_delete=models.PROTECT, related_name="catalog")
    scheme = models.CharField("name of the scheme", max_length=150, blank=True)
    scheme_original = models.CharField("name in its own script", max_length=150, blank=True)
    language = models.CharField("language of that name", max_length=12, blank=True)
    summary = models.CharField(max_length=350, blank=True, help_text="One or two sentences: what it is, and what it is not.")
    operator = models.ForeignKey("actors.Actor", null=True, blank=True, on_delete=models.PROTECT, related_name="catalogs")
    layer = models.ForeignKey("claims.Layer", null=True, blank=True, on_delete=models.PROTECT, related_name="catalogs")
    claims = ParentalManyToManyField("claims.ClaimPage", blank=True, related_name="catalogs")
    what_it_is = RichTextField(features=prose.FEATURES, blank=True, help_text="Each fact with its [^key].")
    what_is_said = RichTextField(
        "what is said about it", features=prose.FEATURES, blank=True, help_text="Each fact with its [^key]."
    )

    objects = PageManager.from_queryset(CatalogQuerySet)()
    base_form_class = GatedPageForm
    parent_page_types = ["catalogs.CatalogIndexPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    ChecklistPanel(),
                    *Page.content_panels,
                    FieldRowPanel([FieldPanel("place"), FieldPanel("layer")]),
                    MultiFieldPanel(
                        [
                            FieldPanel("scheme"),
                            FieldRowPanel([FieldPanel("scheme_original"), FieldPanel("language")]),
                            FieldPanel("operator"),
                        ],
                        heading="Scheme",
                    ),
                    FieldPanel("summary"),
                    FieldPanel("what_it_is"),
                    FieldPanel("what_is_said"),
                    FieldPanel("claims"),
                    InlinePanel("citations", heading="Citations of the text", label="Citation"),
                    FieldRowPanel([FieldPanel("last_checked"), FieldPanel("next_review")], heading="Checks"),
                ],
                heading="Scheme",
            ),
            ObjectList([InlinePanel("facts", heading="Key facts", label="Fact")], heading="Facts"),
            ObjectList([InlinePanel("entries", heading="What behaviour does", label="Entry")], heading="Entries"),
            ObjectList(
                [InlinePanel("consequences", heading="Rewards and sanctions", label="Reward or sanction")],
                heading="Consequences",
            ),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading="Publishing"),
        ]
    )
    search_fields = [
        *Page.search_fields,
        index.SearchField("scheme"),
        index.SearchField("scheme_original"),
        index.SearchField("summary"),
        index.SearchField("what_it_is"),
        index.SearchField("what_is_said"),
    ]

    class Meta:
        verbose_name = "catalog"

    def get_absolute_url(self) -> str:
        return reverse("catalogs:catalog", args=[self.slug])

    # The gate

    def publication_problems(self) -> list[Problem]:
        item = f"Catalog “{self.title}”"
        problems = [Problem(item, reason, (field,)) for field, reason in self._own_problems()]
        for relation, word in ROWS.items():
            for n, row in enumerate(getattr(self, relation).all()):
                problems += [Problem(f"{item}, {word} {n + 1}", reason, (relation, n)) for reason in row.reasons_against()]
        texts = {name: (self._meta.get_field(name).verbose_name, prose.references(getattr(self, name))) for name in SECTIONS}
        return problems + essay_problems(item, texts, list(self.citations.all()))

    def _own_problems(self):
        if self.place_id and self.slug != self.place.slug:
            yield "place", f"its address must be that of its place: “{self.place.slug}”."
        if self.place_id and not self.place.live:
            yield "place", f"its place “{self.place}” is not published."
        for field, words in (("summary", "the summary"), ("what_it_is", "what it is")):
            if not getattr(self, field):
                yield field, f"{words} is missing."
        yield from self.problems_of_checks()
        kinds = [row.kind for row in self.facts.all()]
        for kind in sorted({kind for kind in kinds if kinds.count(kind) > 1}):
            yield "facts", f"the question “{kind}” is answered twice; put both answers into one row."

    # What readers see

    def get_context(self, request, *args, **kwargs):
        from explainer.catalogs.views import catalog_context

        return super().get_context(request, *args, **kwargs) | catalog_context(self)


class CatalogCitation(KeyedCitation):
    catalog = ParentalKey(CatalogPage, on_delete=models.CASCADE, related_name="citations")

    panels = [FieldPanel("key"), *KeyedCitation.citation_panels]
    parent_field = "catalog"
    origins_with = "catalog"
    use_heading = _("Texts of catalogs")

    class Meta(KeyedCitation.Meta):
        abstract = False
