"""Pages of the site itself. Their words come from the edition."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from claims import prose
from claims.choices import Verdict
from claims.models import ClaimPage, Layer, MixUp
from sources import approval
from sources.choices import ChangeKind, Tier
from sources.gates import Gated

PAGE_FEATURES = ["h2", *prose.FEATURES]


class HomePage(Gated, Page):
    """``/``: the question, the short answer, what people mix up, and a door for each kind of visitor."""

    question = models.CharField(max_length=150, blank=True, help_text="What the whole site answers, as a visitor would ask it.")
    edition_key = models.SlugField("key of the edition", max_length=80, blank=True, editable=False)
    edition_name = models.CharField("name of the site", max_length=60, blank=True, help_text="Stands at the top of every page.")
    answer = RichTextField(
        features=prose.FEATURES, blank=True, help_text="Two or three sentences. The claims below carry the sources."
    )

    told_as = models.CharField(
        "told as one", max_length=80, blank=True, help_text="What stories make of the systems below, in their words."
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("edition_name"),
        FieldPanel("question"),
        FieldPanel("answer"),
        MultiFieldPanel(
            [FieldPanel("told_as"), InlinePanel("mixed_up", label="System", max_num=4)],
            heading="What people mix up, as a picture",
        ),
        InlinePanel("featured", heading="Claims to start with", label="Claim"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "claims.ClaimIndexPage",
        "timeline.TimelinePage",
        "actors.ActorIndexPage",
        "catalogs.CatalogIndexPage",
        "glossary.GlossaryPage",
        "systems.SystemsPage",
        "articles.ArticleIndexPage",
        "explainer.TextPage",
        "explainer.MethodPage",
        "explainer.CorrectionsPage",
    ]
    private_page_options: list[str] = []
    max_count = 1

    def get_context(self, request, *args, **kwargs):
        # The rooms hang below this page, so their models are loaded after it.
        from explainer.home import home_context

        return super().get_context(request, *args, **kwargs) | home_context(self)


class FeaturedClaim(Orderable):
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
    claim = models.ForeignKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="homepage_features")

    panels = [PageChooserPanel("claim", "claims.ClaimPage")]


class MixedUp(Orderable):
    """One of the few systems that are told as one."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="mixed_up")
    layer = models.ForeignKey("claims.Layer", on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("layer")]


class ProsePage(Gated, Page):
    """A page of prose under the home page. Abstract."""

    summary = models.CharField(max_length=300, blank=True, help_text="One sentence under the title.")
    body = RichTextField(features=PAGE_FEATURES, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    parent_page_types = ["explainer.HomePage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []

    class Meta:
        abstract = True


class TextPage(ProsePage):
    """Such as ``/about/``."""

    class Meta:
        verbose_name = "text page"


class MethodPage(ProsePage):
    """``/method/``: how verdicts are made, with the scale and the vocabulary as they stand."""

    max_count = 1

    class Meta:
        verbose_name = "method page"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "two_person_rule": approval.in_force(),
            "scale": list(Verdict),
            "tiers": list(Tier),
            "layers": Layer.objects.with_claim_counts(),
            "mixups": MixUp.objects.with_claim_counts(),
        }


class CorrectionsPage(ProsePage):
    """``/corrections/``: how errors are put right, and every one that was."""

    max_count = 1

    class Meta:
        verbose_name = "corrections page"

    def get_context(self, request, *args, **kwargs):
        from claims.corrections import correction_listing, told

        listing = correction_listing(request.GET)
        return super().get_context(request, *args, **kwargs) | {
            "listing": listing,
            "rows": told(listing.page.object_list),
            "change_kinds": list(ChangeKind),
            "claim_count": ClaimPage.objects.published().count(),
        }
