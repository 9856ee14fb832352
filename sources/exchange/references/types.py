"""Which of our kinds a type of CSL is, and what that suggests. A person may choose otherwise before anything is made."""

from sources.choices import PublisherKind, SourceKind, Tier

KINDS = {
    "article": SourceKind.PAPER,
    "article-journal": SourceKind.PAPER,
    "article-magazine": SourceKind.FEATURE,
    "article-newspaper": SourceKind.NEWS,
    "bill": SourceKind.DRAFT_LAW,
    "book": SourceKind.BOOK,
    "broadcast": SourceKind.VIDEO,
    "chapter": SourceKind.BOOK,
    "classic": SourceKind.BOOK,
    "dataset": SourceKind.STATISTICS,
    "document": SourceKind.REPORT,
    "entry": SourceKind.ESSAY,
    "entry-dictionary": SourceKind.ESSAY,
    "entry-encyclopedia": SourceKind.ESSAY,
    "hearing": SourceKind.OFFICIAL_STATEMENT,
    "interview": SourceKind.INTERVIEW,
    "legal_case": SourceKind.JUDICIAL_INTERPRETATION,
    "legislation": SourceKind.LAW,
    "manuscript": SourceKind.PAPER,
    "motion_picture": SourceKind.VIDEO,
    "pamphlet": SourceKind.REPORT,
    "paper-conference": SourceKind.PAPER,
    "periodical": SourceKind.FEATURE,
    "personal_communication": SourceKind.INTERVIEW,
    "post": SourceKind.SOCIAL_POST,
    "post-weblog": SourceKind.BLOG,
    "regulation": SourceKind.REGULATION,
    "report": SourceKind.REPORT,
    "review": SourceKind.ESSAY,
    "review-book": SourceKind.ESSAY,
    "software": SourceKind.WEBSITE,
    "speech": SourceKind.OFFICIAL_STATEMENT,
    "standard": SourceKind.REGULATION,
    "thesis": SourceKind.PAPER,
    "treaty": SourceKind.LAW,
    "webpage": SourceKind.WEBSITE,
}
NAMES = {label.casefold(): value for value, label in SourceKind.choices}
PRIMARY = {
    SourceKind.LAW, SourceKind.REGULATION, SourceKind.JUDICIAL_INTERPRETATION, SourceKind.PLAN, SourceKind.POLICY,
    SourceKind.NOTICE, SourceKind.DRAFT_LAW, SourceKind.STATISTICS, SourceKind.OFFICIAL_STATEMENT,
    SourceKind.COMPANY_STATEMENT, SourceKind.INTERVIEW,
}  # fmt: skip
OFFICES = {
    PublisherKind.STATE_ORGAN,
    PublisherKind.PARTY_ORGAN,
    PublisherKind.LEGISLATURE,
    PublisherKind.COURT,
    PublisherKind.LOCAL_GOVERNMENT,
}
ISSUERS = {
    SourceKind.LAW: PublisherKind.LEGISLATURE,
    SourceKind.DRAFT_LAW: PublisherKind.LEGISLATURE,
    SourceKind.REGULATION: PublisherKind.STATE_ORGAN,
    SourceKind.JUDICIAL_INTERPRETATION: PublisherKind.COURT,
    SourceKind.PLAN: PublisherKind.STATE_ORGAN,
    SourceKind.POLICY: PublisherKind.STATE_ORGAN,
    SourceKind.NOTICE: PublisherKind.STATE_ORGAN,
    SourceKind.STATISTICS: PublisherKind.STATE_ORGAN,
    SourceKind.OFFICIAL_STATEMENT: PublisherKind.STATE_ORGAN,
    SourceKind.COMPANY_STATEMENT: PublisherKind.COMPANY,
    SourceKind.NEWS: PublisherKind.NEWS,
    SourceKind.VIDEO: PublisherKind.NEWS,
    SourceKind.FEATURE: PublisherKind.MAGAZINE,
    SourceKind.ESSAY: PublisherKind.MAGAZINE,
    SourceKind.PAPER: PublisherKind.UNIVERSITY,
    SourceKind.REPORT: PublisherKind.THINK_TANK,
    SourceKind.BOOK: PublisherKind.PRESS,
}


def kind_of(csl_type: str, genre: str) -> str:
    """What the file calls it, if that is one of our words; otherwise what its type stands for. Empty if it is no document."""
    return NAMES.get(genre.casefold()) or KINDS.get(csl_type, "")


def tier_of(kind: str, publisher_kind: str) -> str:
    issued = kind == SourceKind.REPORT and publisher_kind in OFFICES
    return Tier.PRIMARY if issued or SourceKind(kind) in PRIMARY else Tier.SECONDARY


def issuer_of(kind: str) -> str:
    return ISSUERS.get(SourceKind(kind), PublisherKind.INDIVIDUAL)
