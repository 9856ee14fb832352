from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from claims import prose
from claims.models import RoomPage
from explainer.articles.blocks import ArticleBlock
from sources.essays import essay_problems
from sources.forms import GatedPageForm
from sources.gates import Gated, Problem
from sources.models import Checked, KeyedCitation
from sources.panels import ChecklistPanel


class ArticleIndexPage(RoomPage):
    """``/explainers/``: every article."""

    subpage_types = ["articles.ArticlePage"]

    class Meta:
        verbose_name = "list of explainers"

    def room_context(self, params):
        return {"articles": ArticlePage.objects.in_order()}


class ArticleQuerySet(PageQuerySet):
    def in_order(self):
        return self.live().order_by("position", "title")


class ArticlePage(Gated, Checked, Page):
    """An explainer: prose that rests on numbered citations, with claims, events, maps and catalogs in the midst of it."""

    position = models.PositiveSmallIntegerField(default=0, help_text="Articles are listed in this order.")
    summary = models.CharField(max_length=350, blank=True, help_text="The answer, in one or two sentences.")
    body = StreamField(ArticleBlock(), blank=True)

    objects = PageManager.from_queryset(ArticleQuerySet)()
    base_form_class = GatedPageForm
    parent_page_types = ["articles.ArticleIndexPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []

    content_panels = [
        ChecklistPanel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("citations", heading="Citations", label="Citation"),
        FieldRowPanel(
            [FieldPanel("last_checked"), FieldPanel("next_review"), FieldPanel("position")], heading="Checks and order"
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = "explainer"

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.slug])

    @property
    def words(self) -> int:
        """How many words of prose it has, for the time it takes to read."""
        return sum(len(part.value.source.split()) for part in self.body if part.block_type == "text")

    def publication_problems(self) -> list[Problem]:
        item = f"Explainer “{self.title}”"
        problems = [
            Problem(item, f"{words} is missing.", (field,))
            for field, words in (("summary", "the summary"), ("body", "the text"))
            if not getattr(self, field)
        ]
        problems += [Problem(item, reason, (field,)) for field, reason in self.problems_of_checks()]
        if not self.citations.all():
            problems.append(Problem(item, "it has no citation. Nothing is published unsourced.", ("citations",)))
        pointed_to = [key for part in self.body if part.block_type == "text" for key in prose.references(part.value.source)]
        return problems + essay_problems(item, {"body": ("the text", pointed_to)}, list(self.citations.all()))

    def get_context(self, request, *args, **kwargs):
        from explainer.articles.parts import article_context

        return super().get_context(request, *args, **kwargs) | article_context(self)


class ArticleCitation(KeyedCitation):
    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="citations")

    panels = [FieldPanel("key"), *KeyedCitation.citation_panels]
    parent_field = "article"
    use_heading = _("Explainers")

    class Meta(KeyedCitation.Meta):
        abstract = False
