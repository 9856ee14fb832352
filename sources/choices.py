"""Closed lists of the record keeper. Each is also a check constraint, because choices alone do not bind the database."""

from django.db import models


class Tier(models.TextChoices):
    PRIMARY = "primary", "Primary"
    SECONDARY = "secondary", "Secondary"
    TERTIARY = "tertiary", "Tertiary"

    @property
    def meaning(self) -> str:
        return {
            "primary": "the thing itself: the plan, the notice, the regulation, the statement",
            "secondary": "reporting or scholarship on it",
            "tertiary": "repeats what others reported",
        }[self.value]


class PublisherKind(models.TextChoices):
    STATE_ORGAN = "state-organ", "State organ"
    PARTY_ORGAN = "party-organ", "Party organ"
    LEGISLATURE = "legislature", "Legislature"
    COURT = "court", "Court"
    LOCAL_GOVERNMENT = "local-government", "Local government"
    COMPANY = "company", "Company"
    NEWS = "news", "Newspaper, agency or broadcaster"
    MAGAZINE = "magazine", "Magazine"
    THINK_TANK = "think-tank", "Think tank"
    UNIVERSITY = "university", "University or journal"
    NGO = "ngo", "Non-governmental organisation"
    PRESS = "press", "Book publisher"
    INDIVIDUAL = "individual", "Individual"
    INTERNATIONAL = "international", "International body"


class SourceKind(models.TextChoices):
    LAW = "law", "Law"
    REGULATION = "regulation", "Regulation"
    JUDICIAL_INTERPRETATION = "judicial-interpretation", "Judicial interpretation"
    PLAN = "plan", "Plan"
    POLICY = "policy", "Policy document"
    NOTICE = "notice", "Notice"
    DRAFT_LAW = "draft-law", "Draft law"
    STATISTICS = "statistics", "Statistics"
    OFFICIAL_STATEMENT = "official-statement", "Official statement"
    COMPANY_STATEMENT = "company-statement", "Company statement"
    NEWS = "news", "News report"
    FEATURE = "feature", "Feature"
    BLOG = "blog", "Blog post"
    ESSAY = "essay", "Essay"
    PAPER = "paper", "Paper"
    REPORT = "report", "Report"
    BOOK = "book", "Book"
    INTERVIEW = "interview", "Interview"
    VIDEO = "video", "Video"
    WEBSITE = "website", "Website"
    SOCIAL_POST = "social-post", "Social media post"


class LinkKind(models.TextChoices):
    TRANSLATION = "translation", "Translation"
    MIRROR = "mirror", "Copy elsewhere"
    ARCHIVE = "archive", "Archived copy"
    FILE = "file", "File"
    REPORT = "report", "Report of it"


class Reading(models.TextChoices):
    FULL = "full", "Read in full"
    PART = "part", "Read in part"
    SECONDHAND = "secondhand", "Known through other sources"


class CaptureState(models.TextChoices):
    REQUESTED = "requested", "Asked for"
    CAPTURED = "captured", "Stored, not yet read"
    CHECKED = "checked", "Read by a person"
    FAILED = "failed", "Failed"


class DerivationKind(models.TextChoices):
    """How B came from A, as in “B *translates* A”."""

    REPUBLISHES = "republishes", "republishes"
    TRANSLATES = "translates", "translates"
    PARAPHRASES = "paraphrases", "paraphrases"
    SUMMARISES = "summarises", "summarises"
    REBUTS = "rebuts", "rebuts"
    CORRECTS = "corrects", "corrects"


class ChangeKind(models.TextChoices):
    """Why words that stood in public were changed. Readers see these words on the page of corrections."""

    CORRECTION = "correction", "Correction"
    UPDATE = "update", "Update"
    CLARIFICATION = "clarification", "Clarification"

    @property
    def meaning(self) -> str:
        return {
            "correction": "something that stood here was wrong",
            "update": "nothing was wrong when it was written; a new document or a new event changed what is known",
            "clarification": "the words could be misread; what they are meant to say is the same",
        }[self.value]


class Corrected(models.TextChoices):
    """What of a source was put right."""

    DOCUMENT = "document", "The document"
    RECORD = "record", "Our record of it"


class Outcome(models.TextChoices):
    """What became of something that rests on a corrected source."""

    NOTHING = "nothing", "Nothing to change"
    CHANGED = "changed", "Changed"
    WITHDRAWN = "withdrawn", "Withdrawn"


# A rebuttal or a correction is work of its own; the others carry what the origin says and count with it as one.
DEPENDENT = frozenset({"republishes", "translates", "paraphrases", "summarises"})


def one_of(field: str, choices: type[models.TextChoices], blank: bool = False) -> models.CheckConstraint:
    """A constraint that holds ``field`` to ``choices``; the name is unique per model."""
    values = list(choices.values) + ([""] if blank else [])
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": values}), name=f"%(app_label)s_%(class)s_{field}_known")
