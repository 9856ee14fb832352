import json

from django import template
from django.utils.safestring import mark_safe

from claims import structured_data
from claims.citing import csl_claim
from sources.citing.meta import meta_tags

register = template.Library()
# Inside a script element these would end it, or be read as HTML.
ESCAPES = {ord(c): f"\\u{ord(c):04X}" for c in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def claim_review(context, page):
    """The ClaimReview of a claim page, as JSON-LD."""
    data = structured_data.claim_review(page, context["verdict"], context["appearances"], context["site_name"])
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above


@register.inclusion_tag("sources/reference_meta.html", takes_context=True)
def claim_meta(context, page):
    """The reference to a claim page, for Zotero and catalogues."""
    return {"tags": meta_tags(csl_claim(page, context["verdict"]))}
