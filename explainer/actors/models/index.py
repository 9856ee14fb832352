from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from claims import prose


class ActorIndexPage(Page):
    """``/actors/``: the map and every actor."""

    intro = RichTextField(features=prose.FEATURES, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["explainer.HomePage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    max_count = 1

    class Meta:
        verbose_name = "actor map"

    def get_context(self, request, *args, **kwargs):
        from explainer.actors.views import index_context

        return super().get_context(request, *args, **kwargs) | index_context(request.GET)
