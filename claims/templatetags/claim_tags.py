from django import template

from claims import structured_data
from claims.citing import csl_claim
from sources.citing.coins import coins
from sources.citing.meta import meta_tags
from sources.citing.references import references_of_page
from sources.jsonld import breadcrumbs, graph, json_ld

register = template.Library()


@register.simple_tag(takes_context=True)
def claim_review(context, page):
    """The one ClaimReview of a claim page, and the way to the page, as JSON-LD."""
    review = structured_data.claim_review(page, context["verdict"], context["appearances"], context["site_name"])
    return json_ld(graph(review, breadcrumbs("Claim", "/claims/", f"“{page.title}”")))


@register.inclusion_tag("sources/reference_meta.html", takes_context=True)
def claim_meta(context, page):
    """The reference to a claim page, for Zotero and catalogues."""
    return {"tags": meta_tags(csl_claim(page, context["verdict"]))}


@register.inclusion_tag("sources/references.html", takes_context=True)
def claim_references(context, page):
    """The reference to a claim page, in every style."""
    return {"references": references_of_page(csl_claim(page, context["verdict"]))}


@register.inclusion_tag("sources/coins.html")
def claim_coins(claim):
    """The same on a list, for reference managers."""
    return {"references": [coins(csl_claim(claim, None))]}
