"""Closed lists of the actor map, with the words that make a relation a sentence."""

from django.db import models


class Band(models.TextChoices):
    """A row of the map, from top to bottom."""

    PARTY_STATE = "party-state", "Party and state"
    COURTS = "courts", "Courts"
    REGULATORS = "regulators", "Regulators and registries"
    LOCAL = "local", "Local governments and their schemes"
    COMPANIES = "companies", "Companies"
    VOICES = "voices", "Press, scholars, advocates"


class ActorKind(models.TextChoices):
    PARTY_ORGAN = "party-organ", "Party organ"
    STATE_ORGAN = "state-organ", "State organ"
    LEGISLATURE = "legislature", "Legislature"
    POLITICIAN = "politician", "Politician"
    COURT = "court", "Court"
    REGULATOR = "regulator", "Regulator"
    DOCUMENT_BODY = "document-body", "Body that issues documents"
    STATE_COMPANY = "state-company", "State-owned company"
    LOCAL_GOVERNMENT = "local-government", "Local government"
    PILOT = "pilot", "Local pilot"
    COMPANY = "company", "Company"
    ASSOCIATION = "association", "Industry association"
    OUTLET = "outlet", "News outlet or publisher"
    EXPERT = "expert", "Expert"
    NGO = "ngo", "Non-governmental organisation"

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


class Sector(models.TextChoices):
    PUBLIC = "public", "Public"
    PRIVATE = "private", "Private"
    MIXED = "mixed", "Part public, part private"
    CIVIL = "civil", "Press, scholars, civil society"

    @property
    def meaning(self) -> str:
        return {
            "public": "part of a state or of its ruling party, or owned by it",
            "private": "a company that belongs to private owners",
            "mixed": "public and private owners together",
            "civil": "reports on the others, or studies them",
        }[self.value]


class Status(models.TextChoices):
    """How well we know of a relation. Each has its own line on the map."""

    DOCUMENTED = "documented", "Documented"
    REPORTED = "reported", "Reported"
    PLANNED = "planned", "Planned"
    DISPUTED = "disputed", "Disputed"
    ENDED = "ended", "Ended"

    @property
    def meaning(self) -> str:
        return {
            "documented": "a document or a statement of those concerned says so",
            "reported": "the press says so; no document is known to us",
            "planned": "announced or ordered, not shown to have happened",
            "disputed": "sources contradict each other",
            "ended": "was so, and is no longer",
        }[self.value]

    @property
    def opening(self) -> str:
        """What the sentence of such a relation begins with."""
        return {"reported": "Reported:", "planned": "Planned:", "disputed": "Disputed:"}.get(self.value, "")


class Verb(models.TextChoices):
    """What one actor does to another. Add a verb only if none of these can be made to say it with ``detail``."""

    ESTABLISHED = "established", "established"
    LEADS = "leads", "leads"
    OVERSEES = "oversees", "oversees"
    REGULATES = "regulates", "regulates"
    LICENSED = "licensed", "licensed"
    REFUSED_LICENCE = "refused-licence", "did not license"
    INSTRUCTED = "instructed", "told"
    HALTED = "halted", "stopped"
    CERTIFIED = "certified", "certified"
    GRADES = "grades", "grades"
    LIMITS = "limits", "set limits for"
    OPERATES = "operates", "operates"
    OWNS = "owns", "owns a share of"
    PARENT_OF = "parent-of", "is the parent of"
    PART_OF = "part-of", "is part of"
    SHARES_RECORDS = "shares-records", "gives its records to"
    ENFORCES_FOR = "enforces-for", "enforces the limits of"
    ISSUES_WITH = "issues-with", "issues rules with"
    WORKS_WITH = "works-with", "works with"
    WARNED = "warned", "warned"
    REPORTED_ON = "reported-on", "reported on"
    PRESENTED_AS = "presented-as", "presented"
    CONTRADICTED = "contradicted", "contradicted"

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
