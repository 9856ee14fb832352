from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render

from claims.citing import csl_version
from claims.models import ClaimPage, ClaimVersion
from claims.versions.comparing import compare
from sources.citing.references import references_of_page
from sources.citing.views import as_file


def versions(request, slug):
    """Every version of a claim, the newest first; of a withdrawn claim too."""
    claim = ClaimPage.objects.filter(slug=slug).first()
    if claim is None:
        moved = ClaimVersion.objects.light().filter(slug=slug).select_related("claim").first()
        if moved is None:
            raise Http404("There is no such claim.")
        return redirect("claims:versions", moved.claim.slug, permanent=True)
    found = list(claim.versions.light().order_by("-number"))
    if not found:
        raise Http404("It was never public.")
    context = {"claim": claim, "newest": found[0], "versions": found} | _address(claim)
    return render(request, "claims/versions.html", context)


def version(request, slug, number):
    """A claim as it stood at one version: the bytes that were written then."""
    found, elsewhere = _version(slug, number)
    if elsewhere:
        return redirect(found, permanent=True)
    claim = found.claim
    following = claim.versions.light().filter(number__gt=number).order_by("number")
    context = {
        "claim": claim,
        "version": found,
        "next": following.first(),
        "newest": claim.versions.light().order_by("-number").first(),
        "references": references_of_page(csl_version(found)),
        "as_it_stood": True,
    }
    return render(request, "claims/version.html", context | _address(claim))


def diff(request, slug, number):
    """From one version to the next."""
    before, elsewhere = _version(slug, number)
    if elsewhere:
        return redirect(before.diff_url, permanent=True)
    after = before.claim.versions.filter(number__gt=number).order_by("number").first()
    if after is None:
        raise Http404("This is the newest version.")
    context = {
        "claim": before.claim,
        "before": before,
        "after": after,
        "parts": compare(before.content, after.content),
        "as_it_stood": True,
    }
    return render(request, "claims/version_diff.html", context | _address(before.claim))


def cite(request, slug, number, extension):
    found, elsewhere = _version(slug, number)
    if elsewhere:
        return redirect("claims:cite-version", found.slug, found.number, extension, permanent=True)
    return as_file([csl_version(found)], f"{slug}-v{number}", extension)


def _version(slug: str, number: int) -> tuple[ClaimVersion, bool]:
    """The version, and whether its address is another one: a claim that moves leaves its versions where they are."""
    found = ClaimVersion.objects.select_related("claim").at(slug, number)
    if found is None:
        raise Http404("There is no such version.")
    return found, found.slug != slug


def _address(claim: ClaimPage) -> dict:
    """For search engines there is one page, that of the claim; while it is public."""
    return {"canonical_url": settings.PUBLIC_URL + claim.get_absolute_url()} if claim.live else {}
