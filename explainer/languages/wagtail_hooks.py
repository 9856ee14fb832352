from urllib.parse import urlsplit

from django.utils.html import format_html
from wagtail import hooks
from wagtail.rich_text import LinkHandler

from sources.languages import prefix


class AddressHandler(LinkHandler):
    """A link that was typed as an address: one to a page of this site stays in the language of the page."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict) -> str:
        href = attrs.get("href", "")
        ours = href.startswith("/") and not href.startswith("//")
        of_page = ours and urlsplit(href).path.endswith("/") and not href.startswith(("/api/", "/admin/"))
        return format_html('<a href="{}">', prefix() + href if of_page else href)


@hooks.register("register_rich_text_features")
def links_in_the_language(features):
    features.register_link_type(AddressHandler)
