from django import template

from sources.citing.coins import coins
from sources.citing.csl import csl_item

register = template.Library()


@register.inclusion_tag("sources/coins.html")
def coins_of(*sources):
    """The references to these sources, for reference managers."""
    return {"references": [coins(csl_item(source)) for source in sources]}


@register.inclusion_tag("sources/coins.html")
def coins_of_cited(citations):
    """Of what these citations cite, each source once."""
    sources = {citation.source_id: citation.source for citation in citations}
    return {"references": [coins(csl_item(source)) for source in sources.values()]}
