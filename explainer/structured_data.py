"""Pages of the rooms for machines. Each tells only what it shows.

Not here on purpose: schema.org Event, which search engines take for something one can attend, and any badge of a network of
fact-checkers, which the site has not got.

Sources: https://schema.org/Dataset, https://schema.org/DefinedTerm, https://schema.org/NewsMediaOrganization
"""

from django.conf import settings

from explainer.catalogs.models import CatalogPage
from explainer.glossary.models import Term
from explainer.models import CorrectionsPage, MethodPage, ProsePage
from sources.jsonld import known, site

FORMS = {"csv": "text/csv", "json": "application/json"}


def organization(name: str) -> dict:
    """The site itself, with its rules as far as it has published any."""
    method = _of_site(MethodPage)
    return site(name) | known(
        {
            "@type": "NewsMediaOrganization",
            "publishingPrinciples": method,
            "verificationFactCheckingPolicy": method,
            "correctionsPolicy": _of_site(CorrectionsPage),
        }
    )


def dataset(catalog: CatalogPage, entries: list, site_name: str) -> dict | None:
    """The rows of a catalog as a dataset, with the documents they rest on. None without rows."""
    if not entries:
        return None
    here, place = _address(catalog), catalog.place
    sources = {row.source.pk: row.source for entry in entries for row in entry.citations.all()}
    licence = settings.DATA_LICENCE.partition(" ")[2]
    return known(
        {
            "@type": "Dataset",
            "@id": f"{here}#entries",
            "url": here,
            "name": f"{catalog.title}: what behaviour does",
            "alternateName": catalog.scheme,
            "description": f"{catalog.summary} Entries: {len(entries)}.",
            "inLanguage": settings.LANGUAGE_CODE,
            "creator": site(site_name),
            "license": licence,
            "isAccessibleForFree": True,
            "spatialCoverage": known({"@type": "Place", "name": place.name, "alternateName": place.name_original}),
            "isBasedOn": [_address(sources[pk]) for pk in sorted(sources)],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": f"Entries, {form.upper()}",
                    "contentUrl": f"{settings.PUBLIC_URL}/data/entries.{form}?place={place.slug}",
                    "encodingFormat": kind,
                }
                for form, kind in FORMS.items()
            ],
        }
    )


def defined_term(term: Term) -> dict:
    glossary = settings.PUBLIC_URL + "/glossary/"
    return known(
        {
            "@type": "DefinedTerm",
            "@id": _address(term),
            "url": _address(term),
            "name": term.name,
            "alternateName": [name for name in (term.name_original, term.pinyin) if name],
            "description": term.meaning,
            "inLanguage": settings.LANGUAGE_CODE,
            "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": glossary, "url": glossary},
        }
    )


def _address(thing) -> str:
    return settings.PUBLIC_URL + thing.get_absolute_url()


def _of_site(kind: type[ProsePage]) -> str:
    """The address of such a page under the home page, or nothing if there is none."""
    page = kind.objects.live().first()
    return f"{settings.PUBLIC_URL}/{page.slug}/" if page else ""
