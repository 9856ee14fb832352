"""Pages of the site itself. Their words come from the edition."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from claims import prose
from claims.choices import Verdict
from claims.models import ClaimPage, Layer, MixUp
from sources import approval
from sources.choices import ChangeKind, Tier
from sources.gates import Gated
from sources.models import Source

PAGE_FEATURES = ["h2", *prose.FEATURES]


class HomePage(Gated, Page):
    """``/``: the question, the short answer, what people mix up, and a door for each kind of visitor."""

    question = models.CharField(max_length=150, blank=True, help_text="What the whole site answers, as a visitor would ask it.")
    edition_key = models.SlugField("key of the edition", max_length=80, blank=True, editable=False)
    edition_name = models.CharField("name of the site", max_length=60, blank=True, help_text="Stands at the top of every page.")
    answer = RichTextField(
        features=prose.FEATURES, blank=True, help_text="Two or three sentences. The claims below carry the sources."
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("edition_name"),
        FieldPanel("question"),
        FieldPanel("answer"),
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
        from explainer.actors.models import Actor
        from explainer.articles.models import ArticlePage
        from explainer.catalogs.models import CatalogPage
        from explainer.glossary.models import Term
        from explainer.systems.models import System
        from explainer.timeline.models import Event

        claims = ClaimPage.objects.published()
        featured = claims.for_listing().filter(homepage_features__home=self).order_by("homepage_features__sort_order")
        return super().get_context(request, *args, **kwargs) | {
            "featured": featured,
            "layers": Layer.objects.with_claim_counts().filter(claim_count__gt=0),
            "mixups": MixUp.objects.with_claim_counts().filter(claim_count__gt=0),
            "claim_count": claims.count(),
            "source_count": Source.objects.published().count(),
            "event_count": Event.objects.published().count(),
            "actor_count": Actor.objects.published().count(),
            "articles": ArticlePage.objects.in_order(),
            "system_count": System.objects.published().count(),
            "term_count": Term.objects.published().count(),
            "catalog_count": CatalogPage.objects.published().count(),
            "primary_count": Source.objects.published().filter(tier=Tier.PRIMARY).count(),
            "primary": Tier.PRIMARY,
        }


class FeaturedClaim(Orderable):
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
    claim = models.ForeignKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="homepage_features")

    panels = [PageChooserPanel("claim", "claims.ClaimPage")]


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
