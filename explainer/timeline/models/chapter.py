from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from claims import prose
from claims.models import RoomPage
from sources.essays import essay_problems, numbered
from sources.forms import GatedPageForm
from sources.gates import Gated, Problem
from sources.models import KeyedCitation
from sources.panels import ChecklistPanel

HEADINGS = {"decided": _("What was decided"), "said": _("What was said"), "not_so": _("What was not")}
SECTIONS = tuple(HEADINGS)


class TimelinePage(RoomPage):
    """``/timeline/``: every event."""

    subpage_types = ["timeline.ChapterPage"]

    class Meta:
        verbose_name = "timeline"

    def room_context(self, params):
        from explainer.timeline.views import timeline_context

        return timeline_context(params)


class ChapterPage(Gated, Page):
    """A year with an essay of its own: ``/timeline/2014/``. Its slug is the year."""

    summary = models.CharField(max_length=250, blank=True, help_text="One sentence under the title.")
    decided = RichTextField("what was decided", features=prose.FEATURES, blank=True, help_text="Each fact with its [^key].")
    said = RichTextField("what was said", features=prose.FEATURES, blank=True, help_text="Each fact with its [^key].")
    not_so = RichTextField("what was not", features=prose.FEATURES, blank=True, help_text="Each fact with its [^key].")

    base_form_class = GatedPageForm
    parent_page_types = ["timeline.TimelinePage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []

    content_panels = [
        ChecklistPanel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("decided"),
        FieldPanel("said"),
        FieldPanel("not_so"),
        InlinePanel("citations", heading="Citations", label="Citation"),
    ]
    search_fields = [*Page.search_fields, *(index.SearchField(name) for name in ("summary", *SECTIONS))]

    class Meta:
        verbose_name = "chapter"

    def get_absolute_url(self) -> str:
        return reverse("timeline:year", args=[int(self.slug)]) if self.slug.isdecimal() else self.url or ""

    def publication_problems(self) -> list[Problem]:
        item = f"Chapter “{self.title}”"
        problems = []
        if not (self.slug.isdecimal() and len(self.slug) == 4):
            problems.append(Problem(item, "its slug must be the year it tells, such as 2014."))
        for name in ("summary", *SECTIONS):
            if not getattr(self, name):
                problems.append(Problem(item, f"“{self._meta.get_field(name).verbose_name}” is missing.", (name,)))
        if not self.citations.all():
            problems.append(Problem(item, "it has no citation. Nothing is published unsourced.", ("citations",)))
        texts = {name: (self._meta.get_field(name).verbose_name, prose.references(getattr(self, name))) for name in SECTIONS}
        return problems + essay_problems(item, texts, list(self.citations.all()))

    def get_context(self, request, *args, **kwargs):
        from explainer.timeline.views import year_context

        citations = numbered(self.citations.all())
        numbers = {row.key: row.number for row in citations}
        return (
            super().get_context(request, *args, **kwargs)
            | {
                "citations": citations,
                "sections": [(name, HEADINGS[name], prose.render(getattr(self, name), numbers)) for name in SECTIONS],
            }
            | year_context(int(self.slug) if self.slug.isdecimal() else 0, request.GET)
        )


class ChapterCitation(KeyedCitation):
    chapter = ParentalKey(ChapterPage, on_delete=models.CASCADE, related_name="citations")

    panels = [FieldPanel("key"), *KeyedCitation.citation_panels]
    parent_field = "chapter"
    use_heading = _("Chapters of the timeline")

    class Meta(KeyedCitation.Meta):
        abstract = False
