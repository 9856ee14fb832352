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
    terms = Term.objects.published().exclude(match="").order_by("slug").only("slug", "match")
    phrases = [(phrase, reverse("glossary:term", args=[term.slug])) for term in terms for phrase in term.phrases]
    return mark_safe(link_terms(content, phrases))  # noqa: S308 - a rendered page, to which links of ours are added
