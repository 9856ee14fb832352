"""The page of a source for machines: a web page about a document, and the document as what it is.

Sources: https://schema.org/Legislation, https://schema.org/CreativeWork
"""

from django.conf import settings

from sources.choices import PublisherKind, SourceKind
from sources.edtf import Edtf
from sources.jsonld import known
from sources.models import Publisher, Source

LAWS = {SourceKind.LAW, SourceKind.REGULATION, SourceKind.JUDICIAL_INTERPRETATION, SourceKind.DRAFT_LAW}
# The others are called what they surely are, and else a work.
WORKS = {
    SourceKind.NEWS: "NewsArticle",
    SourceKind.FEATURE: "Article",
    SourceKind.ESSAY: "Article",
    SourceKind.BLOG: "BlogPosting",
    SourceKind.SOCIAL_POST: "SocialMediaPosting",
    SourceKind.PAPER: "ScholarlyArticle",
    SourceKind.REPORT: "Report",
    SourceKind.BOOK: "Book",
}
LAWGIVERS = {
    PublisherKind.STATE_ORGAN,
    PublisherKind.PARTY_ORGAN,
    PublisherKind.LEGISLATURE,
    PublisherKind.COURT,
    PublisherKind.LOCAL_GOVERNMENT,
}


def source_page(source: Source) -> dict:
    address = settings.PUBLIC_URL + source.get_absolute_url()
    return {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": source.title,
        "inLanguage": settings.LANGUAGE_CODE,
        "mainEntity": legislation(source) if source.kind in LAWS else work(source),
    }


def legislation(source: Source) -> dict:
    """Whoever printed a law did not pass it, and nobody has passed a draft."""
    passed = source.kind != SourceKind.DRAFT_LAW and source.publisher.kind in LAWGIVERS
    in_force = source.in_force_date
    return known(
        {
            "@type": "Legislation",
            **_named(source),
            "legislationType": source.get_kind_display(),
            "legislationIdentifier": source.document_number,
            "legislationDate": exact(source.issued_date),
            "legislationDateOfApplicability": in_force.start.iso
            if in_force and in_force.start and not in_force.start.mark
            else "",
            "legislationPassedBy" if passed else "publisher": publisher(source.publisher),
        }
    )


def work(source: Source) -> dict:
    return known(
        {
            "@type": WORKS.get(SourceKind(source.kind), "CreativeWork"),
            **_named(source),
            "datePublished": exact(source.issued_date),
            "publisher": publisher(source.publisher),
            "author": [{"@type": "Person", "name": name} for name in source.author_names],
        }
    )


def publisher(issuer: Publisher) -> dict:
    kind = "Person" if issuer.kind == PublisherKind.INDIVIDUAL else "Organization"
    return known({"@type": kind, "name": issuer.name, "alternateName": issuer.name_original, "url": issuer.url})


def exact(date: Edtf | None) -> str:
    """A date for programs that know no “about”: such a one is left out, and so is a period."""
    return date.iso if date and not date.is_interval and not date.start.mark else ""


def _named(source: Source) -> dict:
    return {
        "name": source.title,
        "alternateName": source.title_original,
        "inLanguage": source.language,
        "url": source.url,
        "archivedAt": [link.url for link in source.links.all() if link.kind == "archive"],
    }
