from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe

from explainer.glossary.links import link_terms
from explainer.glossary.models import Term

register = template.Library()


@register.simple_block_tag(takes_context=True)
def glossary_links(context, content):
    """The page between the tags, with the first occurrence of each term linked. The glossary itself is left as it is,
    and what is kept as it stood."""
    if 'class="prose' not in content or context.get("term") is not None or context.get("as_it_stood"):
        return content
    terms = Term.objects.published().exclude(match="").order_by("slug").only("slug", "match", "meaning")
    addresses = [(reverse("glossary:term", args=[term.slug]), term) for term in terms]
    phrases = [(phrase, address) for address, term in addresses for phrase in term.phrases]
    meanings = {address: term.meaning for address, term in addresses}
    return mark_safe(link_terms(content, phrases, meanings))  # noqa: S308 - a rendered page, to which links of ours are added
