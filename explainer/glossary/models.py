from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from claims.models import RoomPage
from sources.gates import Problem
from sources.models import Citation, Record
from sources.models.citation import uncited_problems


class Term(Record):
    """A word of the topic: in its own script, how it sounds, what it means, and how it is mistaken."""

    name = models.CharField("term", max_length=100, help_text="As the texts of this site use it.")
    name_original = models.CharField("in its own script", max_length=60, blank=True)
    language = models.CharField("language of that", max_length=12, blank=True, help_text="A language code such as zh.")
    pinyin = models.CharField("how it is read", max_length=100, blank=True, help_text="With tone marks: shīxìn.")
    meaning = models.TextField(help_text="In one to three plain sentences.")
    beware = models.TextField(blank=True, help_text="The mistranslation or misunderstanding to beware of.")
    match = models.TextField(
        "words that lead here",
        blank=True,
        help_text="One a line, as they stand in running text. Their first occurrence on a page becomes a link.",
    )
    layers = ParentalManyToManyField("claims.Layer", blank=True, related_name="terms", help_text="Which systems it belongs to.")
    claims = ParentalManyToManyField("claims.ClaimPage", blank=True, related_name="terms", help_text="Claims that turn on it.")

    slug_from = "name"

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("name_original"), FieldPanel("language"), FieldPanel("pinyin")]),
            ],
            heading="Term",
        ),
        FieldPanel("meaning", required_on_save=True),
        FieldPanel("beware"),
        FieldPanel("match"),
        FieldRowPanel([FieldPanel("layers"), FieldPanel("claims")]),
        InlinePanel("citations", heading="Citations", label="Citation", help_text="Where the word stands or is explained."),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("name_original"),
        index.SearchField("pinyin"),
        index.SearchField("meaning"),
        index.SearchField("match"),
        index.AutocompleteField("name"),
        index.FilterField("live"),
    ]

    class Meta:
        ordering = ["name"]

    def get_absolute_url(self) -> str:
        return reverse("glossary:term", args=[self.slug])

    @property
    def phrases(self) -> list[str]:
        return [phrase for phrase in map(str.strip, self.match.splitlines()) if phrase]

    def publication_problems(self) -> list[Problem]:
        item = f"Term “{self.name}”"
        problems = []
        if not self.meaning.strip():
            problems.append(Problem(item, "it does not say what it means.", ("meaning",)))
        return problems + uncited_problems(item, list(self.citations.all()))

    def get_preview_template(self, request, mode_name):
        return "glossary/term_detail.html"

    def get_preview_context(self, request, mode_name):
        from explainer.glossary.views import term_context

        return {"request": request, **term_context(self)}


class TermCitation(Citation):
    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "term"
    use_heading = _("Words of the glossary")

    class Meta(Citation.Meta):
        abstract = False


class GlossaryPage(RoomPage):
    """``/glossary/``: every term."""

    class Meta:
        verbose_name = "glossary"

    def room_context(self, params):
        from explainer.glossary.views import glossary_context

        return glossary_context()
