from django import template
from django.utils.html import format_html, format_html_join

from sources.intake.office import PAGE_END

register = template.Library()


@register.filter
def at(mapping, key):
    return mapping.get(key)


@register.filter
def best(findings, name):
    return findings.best(name)


@register.filter
def in_words(confidence):
    return {"high": "sure", "medium": "likely", "low": "a guess"}[confidence]


@register.filter
def with_pages(text):
    """Paragraphs, and before each page but the first its number."""
    pages = text.split(PAGE_END)
    numbered = ((format_html('<hr data-page="p. {}">', n) if n > 1 else "", page) for n, page in enumerate(pages, 1))
    return format_html_join("", "{}{}", numbered)
