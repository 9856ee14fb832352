"""References to a claim: the page itself, and the documents it rests on, which are to be named first."""

import datetime

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from claims.models import ClaimPage, ClaimVersion, Evidence, VerdictChange
from sources.citing.csl import csl_item
from sources.citing.filed import filed_item
from sources.citing.references import references, references_of_page
from sources.citing.views import as_file
from sources.languages import in_content_language, written_in
from sources.models import Source
from sources.models.citation import attach_sources


def cite_claim(request, slug, extension):
    claim = _claim(slug)
    return as_file([csl_claim(claim, claim.current_verdict)], slug, extension)


def cite_sources(request, slug, extension):
    """Every source of its evidence, each once, and the page last."""
    claim = _claim(slug)
    return as_file([*csl_sources(claim), csl_claim(claim, claim.current_verdict)], f"{slug}-sources", extension)


def passage(request, slug, key):
    """One piece of evidence with all that it takes to cite it: the document first, then our page."""
    claim = _claim(slug)
    evidence, verdict = _evidence(claim, key), claim.current_verdict
    context = {
        "claim": claim,
        "verdict": verdict,
        "evidence": evidence,
        "source": evidence.source,
        "archived": [link for link in evidence.source.links.all() if link.kind == "archive"],
        "of_document": references(evidence.source, evidence.locator),
        "of_page": references_of_page(csl_claim(claim, verdict)),
        "canonical_url": settings.PUBLIC_URL + claim.get_absolute_url(),
    }
    return render(request, "claims/passage.html", context)


def cite_passage(request, slug, key, extension):
    evidence = _evidence(_claim(slug), key)
    return as_file([csl_passage(evidence)], f"{slug}-{key}", extension)


@in_content_language
def csl_claim(claim: ClaimPage, verdict: VerdictChange | None) -> dict:
    """The page as an item of CSL-JSON, at the address where it stays as it is now."""
    word = (verdict or claim).get_verdict_display()
    return _csl(claim.slug, claim.title, word, claim.last_checked, claim.version_url, verdict.reason if verdict else "")


@in_content_language
def csl_sources(claim: ClaimPage) -> list[dict]:
    """The documents of its evidence, each once."""
    cited = Source.objects.published().filter(pk__in=claim.evidence.values("source")).select_related("publisher")
    return list(map(filed_item, cited.prefetch_related("links").order_by("slug")))


@in_content_language
def csl_version(version: ClaimVersion) -> dict:
    """The page as it stood at one version."""
    facts, verdict = version.content, version.content["verdicts"][-1]
    day = datetime.date.fromisoformat(facts["last_checked"])
    return _csl(version.slug, facts["title"], verdict["word"], day, version.get_absolute_url(), verdict["reason"])


def _csl(slug: str, title: str, word: str, day: datetime.date, path: str, reason: str) -> dict:
    """Its title says the verdict: a reference must not spread the claim."""
    item = {
        "id": slug,
        "type": "webpage",
        "title": f"“{title}”: {word.lower()}" if word else f"“{title}”",
        "author": [{"literal": settings.WAGTAIL_SITE_NAME}],
        "container-title": settings.WAGTAIL_SITE_NAME,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": written_in(),
        "URL": settings.PUBLIC_URL + path,
        "note": reason,
    }
    return {name: value for name, value in item.items() if value}


@in_content_language
def csl_passage(evidence: Evidence) -> dict:
    """The document as an item of CSL-JSON, with the place in it, and what stands there, as its note."""
    words = [f"“{words}”" for words in (evidence.quotation, evidence.translation) if words]
    note = ": ".join(filter(None, [evidence.locator, " = ".join(words) or evidence.says]))
    return csl_item(evidence.source) | {"note": note}


def _claim(slug: str) -> ClaimPage:
    return get_object_or_404(ClaimPage.objects.published(), slug=slug)


def _evidence(claim: ClaimPage, key: str) -> Evidence:
    found = next((row for row in claim.evidence.all() if row.key == key), None)
    if not found:
        raise Http404(f"The claim “{claim}” has no piece of evidence “{key}”.")
    attach_sources([found])
    return found
