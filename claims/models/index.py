from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from claims import prose


class ClaimIndexPage(Page):
    """All claims: ``/claims/``."""

    intro = RichTextField(features=prose.FEATURES, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["explainer.HomePage"]
    subpage_types = ["claims.ClaimPage"]
    private_page_options: list[str] = []
    max_count = 1

    class Meta:
        verbose_name = "list of claims"

    def get_absolute_url(self) -> str:
        return self.url or ""

    def get_context(self, request, *args, **kwargs):
        from claims.filters import claim_listing

        return super().get_context(request, *args, **kwargs) | {"listing": claim_listing(request.GET)}
