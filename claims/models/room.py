from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from claims import prose
from sources.gates import Gated


class RoomPage(Gated, Page):
    """First page of a room: its title, an introduction, and below them what the room lists. Abstract."""

    intro = RichTextField(features=prose.FEATURES, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["explainer.HomePage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    max_count = 1

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.room_context(request.GET)

    def room_context(self, params) -> dict:
        """What the template prints below the introduction; ``params`` is the query of the address."""
        return {}
