from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from sources.slots import fillings

register = template.Library()


@register.simple_tag
def slot(name, record):
    """What rooms above put here for this record."""
    parts = [render_to_string(template_name, context) for template_name, context in fillings(name, record)]
    return mark_safe("".join(parts))  # noqa: S308 - rendered templates, escaped there
