"""``{% sign "tier" source.tier source.get_tier_display %}``: a drawing and its word; ``{% symbol "tier" source.tier %}``: the drawing."""

from django import template

from sources import symbols

register = template.Library()
register.simple_tag(symbols.sign)
register.simple_tag(symbols.symbol)
