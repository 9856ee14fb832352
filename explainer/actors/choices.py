"""Closed lists of the actor map, with the words that make a relation a sentence."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from sources.closed_list import ClosedList


class Band(ClosedList):
    """A row of the map, from top to bottom."""

    PARTY_STATE = "party-state", _("Party and state")
    COURTS = "courts", _("Courts")
    REGULATORS = "regulators", _("Regulators and registries")
    LOCAL = "local", _("Local governments and their schemes")
    COMPANIES = "companies", _("Companies")
    VOICES = "voices", _("Press, scholars, advocates")


class ActorKind(ClosedList):
    PARTY_ORGAN = "party-organ", _("Party organ")
    STATE_ORGAN = "state-organ", _("State organ")
    LEGISLATURE = "legislature", _("Legislature")
    POLITICIAN = "politician", _("Politician")
    COURT = "court", _("Court")
    REGULATOR = "regulator", _("Regulator")
    DOCUMENT_BODY = "document-body", _("Body that issues documents")
    STATE_COMPANY = "state-company", _("State-owned company")
    LOCAL_GOVERNMENT = "local-government", _("Local government")
    PILOT = "pilot", _("Local pilot")
    COMPANY = "company", _("Company")
    ASSOCIATION = "association", _("Industry association")
    OUTLET = "outlet", _("News outlet or publisher")
    EXPERT = "expert", _("Expert")
    NGO = "ngo", _("Non-governmental organisation")

    @property
    def band(self) -> Band:
        return BANDS[self]


BANDS = {
    ActorKind.PARTY_ORGAN: Band.PARTY_STATE,
    ActorKind.STATE_ORGAN: Band.PARTY_STATE,
    ActorKind.LEGISLATURE: Band.PARTY_STATE,
    ActorKind.POLITICIAN: Band.VOICES,
    ActorKind.COURT: Band.COURTS,
    ActorKind.REGULATOR: Band.REGULATORS,
    ActorKind.DOCUMENT_BODY: Band.REGULATORS,
    ActorKind.STATE_COMPANY: Band.REGULATORS,
    ActorKind.LOCAL_GOVERNMENT: Band.LOCAL,
    ActorKind.PILOT: Band.LOCAL,
    ActorKind.COMPANY: Band.COMPANIES,
    ActorKind.ASSOCIATION: Band.COMPANIES,
    ActorKind.OUTLET: Band.VOICES,
    ActorKind.EXPERT: Band.VOICES,
    ActorKind.NGO: Band.VOICES,
}


class Sector(ClosedList):
    PUBLIC = "public", _("Public")
    PRIVATE = "private", _("Private")
    MIXED = "mixed", _("Part public, part private")
    CIVIL = "civil", _("Press, scholars, civil society")

    @property
    def meaning(self) -> str:
        meanings = {
            "public": _("part of a state or of its ruling party, or owned by it"),
            "private": _("a company that belongs to private owners"),
            "mixed": _("public and private owners together"),
            "civil": _("reports on the others, or studies them"),
        }
        return str(meanings[self.value])


class Status(ClosedList):
    """How well we know of a relation. Each has its own line on the map."""

    DOCUMENTED = "documented", _("Documented")
    REPORTED = "reported", _("Reported")
    PLANNED = "planned", _("Planned")
    DISPUTED = "disputed", _("Disputed")
    ENDED = "ended", _("Ended")

    @property
    def meaning(self) -> str:
        meanings = {
            "documented": _("a document or a statement of those concerned says so"),
            "reported": _("the press says so; no document is known to us"),
            "planned": _("announced or ordered, not shown to have happened"),
            "disputed": _("sources contradict each other"),
            "ended": _("was so, and is no longer"),
        }
        return str(meanings[self.value])

    @property
    def opening(self) -> str:
        """What the sentence of such a relation begins with."""
        return {"reported": "Reported:", "planned": "Planned:", "disputed": "Disputed:"}.get(self.value, "")


class Verb(ClosedList):
    """What one actor does to another. Add a verb only if none of these can be made to say it with ``detail``."""

    ESTABLISHED = "established", gettext_noop("established")
    LEADS = "leads", gettext_noop("leads")
    OVERSEES = "oversees", gettext_noop("oversees")
    REGULATES = "regulates", gettext_noop("regulates")
    LICENSED = "licensed", gettext_noop("licensed")
    REFUSED_LICENCE = "refused-licence", gettext_noop("did not license")
    INSTRUCTED = "instructed", gettext_noop("told")
    HALTED = "halted", gettext_noop("stopped")
    CERTIFIED = "certified", gettext_noop("certified")
    GRADES = "grades", gettext_noop("grades")
    LIMITS = "limits", gettext_noop("set limits for")
    OPERATES = "operates", gettext_noop("operates")
    OWNS = "owns", gettext_noop("owns a share of")
    PARENT_OF = "parent-of", gettext_noop("is the parent of")
    PART_OF = "part-of", gettext_noop("is part of")
    SHARES_RECORDS = "shares-records", gettext_noop("gives its records to")
    ENFORCES_FOR = "enforces-for", gettext_noop("enforces the limits of")
    ISSUES_WITH = "issues-with", gettext_noop("issues rules with")
    WORKS_WITH = "works-with", gettext_noop("works with")
    WARNED = "warned", gettext_noop("warned")
    REPORTED_ON = "reported-on", gettext_noop("reported on")
    PRESENTED_AS = "presented-as", gettext_noop("presented")
    CONTRADICTED = "contradicted", gettext_noop("contradicted")

    @property
    def past(self) -> str:
        return PAST.get(self.value, self.label)


PAST = {
    "leads": "led",
    "oversees": "oversaw",
    "regulates": "regulated",
    "grades": "graded",
    "operates": "operated",
    "owns": "owned a share of",
    "parent-of": "was the parent of",
    "part-of": "was part of",
    "shares-records": "gave its records to",
    "enforces-for": "enforced the limits of",
    "issues-with": "issued rules with",
    "works-with": "worked with",
}
