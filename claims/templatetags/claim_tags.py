import json

from django import template
from django.utils.safestring import mark_safe

from claims import structured_data

register = template.Library()
# Inside a script element these would end it, or be read as HTML.
ESCAPES = {ord(c): f"\\u{ord(c):04X}" for c in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def claim_review(context, page):
    """The ClaimReview of a claim page, as JSON-LD."""
    data = structured_data.claim_review(page, context["verdict"], context["appearances"], context["site_name"])
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above
