from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from claims import prose


class CatalogIndexPage(Page):
    """``/catalogs/``: every place that has one, on a grid and in a table."""

    intro = RichTextField(features=prose.FEATURES, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["explainer.HomePage"]
    subpage_types = ["catalogs.CatalogPage"]
    private_page_options: list[str] = []
    max_count = 1

    class Meta:
        verbose_name = "list of catalogs"

    def get_context(self, request, *args, **kwargs):
        from explainer.catalogs.views import index_context

        return super().get_context(request, *args, **kwargs) | index_context(request.GET)
