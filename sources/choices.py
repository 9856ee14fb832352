"""Closed lists of the record keeper. Each is also a check constraint, because choices alone do not bind the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.closed_list import ClosedList


class Tier(ClosedList):
    PRIMARY = "primary", _("Primary")
    SECONDARY = "secondary", _("Secondary")
    TERTIARY = "tertiary", _("Tertiary")

    @property
    def meaning(self) -> str:
        return str(
            {
                "primary": _("the thing itself: the plan, the notice, the regulation, the statement"),
                "secondary": _("reporting or scholarship on it"),
                "tertiary": _("repeats what others reported"),
            }[self.value]
        )


class PublisherKind(ClosedList):
    STATE_ORGAN = "state-organ", _("State organ")
    PARTY_ORGAN = "party-organ", _("Party organ")
    LEGISLATURE = "legislature", _("Legislature")
    COURT = "court", _("Court")
    LOCAL_GOVERNMENT = "local-government", _("Local government")
    COMPANY = "company", _("Company")
    NEWS = "news", _("Newspaper, agency or broadcaster")
    MAGAZINE = "magazine", _("Magazine")
    THINK_TANK = "think-tank", _("Think tank")
    UNIVERSITY = "university", _("University or journal")
    NGO = "ngo", _("Non-governmental organisation")
    PRESS = "press", _("Book publisher")
    INDIVIDUAL = "individual", _("Individual")
    INTERNATIONAL = "international", _("International body")


class SourceKind(ClosedList):
    LAW = "law", _("Law")
    REGULATION = "regulation", _("Regulation")
    JUDICIAL_INTERPRETATION = "judicial-interpretation", _("Judicial interpretation")
    PLAN = "plan", _("Plan")
    POLICY = "policy", _("Policy document")
    NOTICE = "notice", _("Notice")
    DRAFT_LAW = "draft-law", _("Draft law")
    STATISTICS = "statistics", _("Statistics")
    OFFICIAL_STATEMENT = "official-statement", _("Official statement")
    COMPANY_STATEMENT = "company-statement", _("Company statement")
    NEWS = "news", _("News report")
    FEATURE = "feature", _("Feature")
    BLOG = "blog", _("Blog post")
    ESSAY = "essay", _("Essay")
    PAPER = "paper", _("Paper")
    REPORT = "report", _("Report")
    BOOK = "book", _("Book")
    INTERVIEW = "interview", _("Interview")
    VIDEO = "video", _("Video")
    WEBSITE = "website", _("Website")
    SOCIAL_POST = "social-post", _("Social media post")


class LinkKind(ClosedList):
    TRANSLATION = "translation", _("Translation")
    MIRROR = "mirror", _("Copy elsewhere")
    ARCHIVE = "archive", _("Archived copy")
    FILE = "file", _("File")
    REPORT = "report", _("Report of it")


class Reading(ClosedList):
    FULL = "full", _("Read in full")
    PART = "part", _("Read in part")
    SECONDHAND = "secondhand", _("Known through other sources")


class CaptureState(ClosedList):
    REQUESTED = "requested", _("Asked for")
    CAPTURED = "captured", _("Stored, not yet read")
    CHECKED = "checked", _("Read by a person")
    FAILED = "failed", _("Failed")


class DerivationKind(ClosedList):
    """How B came from A, as in “B *translates* A”."""

    REPUBLISHES = "republishes", _("republishes")
    TRANSLATES = "translates", _("translates")
    PARAPHRASES = "paraphrases", _("paraphrases")
    SUMMARISES = "summarises", _("summarises")
    REBUTS = "rebuts", _("rebuts")
    CORRECTS = "corrects", _("corrects")


class ChangeKind(ClosedList):
    """Why words that stood in public were changed. Readers see these words on the page of corrections."""

    CORRECTION = "correction", _("Correction")
    UPDATE = "update", _("Update")
    CLARIFICATION = "clarification", _("Clarification")

    @property
    def meaning(self) -> str:
        return str(
            {
                "correction": _("something that stood here was wrong"),
                "update": _("nothing was wrong when it was written; a new document or a new event changed what is known"),
                "clarification": _("the words could be misread; what they are meant to say is the same"),
            }[self.value]
        )


class Corrected(ClosedList):
    """What of a source was put right."""

    DOCUMENT = "document", _("The document")
    RECORD = "record", _("Our record of it")


class Outcome(ClosedList):
    """What became of something that rests on a corrected source."""

    NOTHING = "nothing", _("Nothing to change")
    CHANGED = "changed", _("Changed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# A rebuttal or a correction is work of its own; the others carry what the origin says and count with it as one.
DEPENDENT = frozenset({"republishes", "translates", "paraphrases", "summarises"})


def one_of(field: str, choices: type[models.TextChoices], blank: bool = False) -> models.CheckConstraint:
    """A constraint that holds ``field`` to ``choices``; the name is unique per model."""
    values = list(choices.values) + ([""] if blank else [])
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": values}), name=f"%(app_label)s_%(class)s_{field}_known")
