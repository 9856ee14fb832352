from django.shortcuts import get_object_or_404, render

from claims.models import ClaimPage
from explainer.glossary.models import GlossaryPage, Term
from sources.models.citation import attach_sources
from sources.serving import serve


def glossary(request):
    """Every term, by letter."""
    return serve(get_object_or_404(GlossaryPage.objects.live()), request)


def glossary_context() -> dict:
    letters: dict[str, list[Term]] = {}
    for term in sorted(Term.objects.published(), key=lambda term: term.name.casefold()):
        letters.setdefault(term.name[0].upper(), []).append(term)
    return {"letters": list(letters.items()), "term_count": sum(map(len, letters.values()))}


def term(request, slug):
    """One term: what it means, how it is mistaken, and where that stands."""
    record = get_object_or_404(Term.objects.published(), slug=slug)
    return render(request, "glossary/term_detail.html", term_context(record))


def term_context(record: Term) -> dict:
    citations = list(record.citations.all())
    attach_sources(citations)
    return {
        "term": record,
        "citations": citations,
        "layers": list(record.layers.all()),
        "claims": ClaimPage.objects.published().for_listing().filter(terms=record).order_by("title") if record.pk else [],
    }
