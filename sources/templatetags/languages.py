"""What every template needs to be read in more than one language. Loaded everywhere (settings, ``builtins``).

``{% at %}/claims/``: an address in the language of the page. ``{{ on|day }}``: a day. ``{{ title|told }}``: words of the content
in the middle of a sentence of the site; ``<p{% lang_of text %}>``: an element that holds words of the content and nothing else.
"""

from django import template

from sources import languages

register = template.Library()
register.simple_tag(languages.prefix, name="at")
register.filter("day", languages.day, expects_localtime=True)
register.filter("moment", languages.moment, expects_localtime=True)
register.filter("told", languages.told)
register.simple_tag(languages.attribute, name="lang_of")
