from django.http import Http404
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

    def route(self, request, path_components):
        # Straight to the claim: the walk through the page tree costs a query more.
        if len(path_components) != 1:
            return super().route(request, path_components)
        from claims.models.claim import ClaimPage

        claim = ClaimPage.objects.child_of(self).filter(slug=path_components[0]).first()
        if claim is None:
            raise Http404
        return claim.route(request, [])

    def get_context(self, request, *args, **kwargs):
        from claims.filters import claim_listing

        return super().get_context(request, *args, **kwargs) | {"listing": claim_listing(request.GET)}
