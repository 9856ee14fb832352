from django import template
from django.template.loader import render_to_string

from explainer.sharing.heads import SIZE, head

register = template.Library()


@register.tag
def shared(parser, token):
    """The title, description and canonical address of a page between the tags, and the same for those who share it."""
    nodelist = parser.parse(["endshared"])
    parser.delete_first_token()
    return Shared(nodelist)


class Shared(template.Node):
    """A node of its own: of the short way to write such a tag, a page that builds upon a block cannot see the blocks within."""

    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        written, request = self.nodelist.render(context), context.get("request")
        if request is None or getattr(request, "is_preview", False) or (found := head(context, written)) is None:
            return written
        told = render_to_string("sharing/head.html", {"head": found, "size": SIZE, "site_name": context["site_name"]})
        return written + told
