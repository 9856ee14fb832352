from django import template

from explainer import structured_data
from sources.templatetags.structured import is_preview

register = template.Library()


@register.simple_tag(takes_context=True)
def site_data(context, page):
    """The site as an organisation, on the page that tells who it is."""
    return structured_data.organization(context["site_name"]) if page.slug == "about" and not is_preview(context) else None


@register.simple_tag(takes_context=True)
def catalog_data(context, catalog, entries):
    return None if is_preview(context) else structured_data.dataset(catalog, entries, context["site_name"])


@register.simple_tag(takes_context=True)
def term_data(context, term):
    return None if is_preview(context) else structured_data.defined_term(term)
