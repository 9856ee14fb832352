from django import template

from sources.jsonld import breadcrumbs, graph, json_ld
from sources.structured_data import source_page

register = template.Library()


@register.simple_tag(takes_context=True)
def structured(context, thing, *crumbs):
    """A public page for machines: ``thing`` (a dictionary or nothing) and the way to it, as ``breadcrumbs`` takes it."""
    if is_preview(context):
        return ""
    return json_ld(graph(thing, breadcrumbs(*crumbs) if crumbs else None)) if thing or crumbs else ""


@register.simple_tag(takes_context=True)
def source_data(context, source):
    return None if is_preview(context) else source_page(source)


def is_preview(context) -> bool:
    """A preview is of a draft; machines are told only what is public."""
    return getattr(context.get("request"), "is_preview", False)
