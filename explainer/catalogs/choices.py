"""Closed lists of catalogs: what can be known of a scheme, how well, and what a behaviour does."""

from django.db import models


class State(models.TextChoices):
    """The answer to one question about one place. No row at all is the fourth answer: not checked."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_FOUND = "not-found", "Looked, not found"


NOT_CHECKED = "not-checked"
STATE_WORDS = {**dict(State.choices), NOT_CHECKED: "Not checked"}


class FactKind(models.TextChoices):
    ANNOUNCED = "announced", "Announced"
    IMPLEMENTED = "implemented", "Put into practice"
    OBSERVED = "observed", "Seen in use"
    ENDED = "ended", "Ended"
    OPERATOR = "operator", "Who runs it"
    COVERS = "covers", "Whom it covers"
    VOLUNTARY = "voluntary", "Voluntary"
    START_VALUE = "start-value", "Everyone starts with"
    SCALE = "scale", "Scale"
    GRADES = "grades", "Grades"
    PUNISHES = "punishes", "Brings penalties"
    PUBLIC_LOOKUP = "public-lookup", "Others can look it up"
    LEGAL_BASIS = "legal-basis", "Legal basis"
    OBJECTION = "objection", "One can object or repair"
    ENROLMENT = "enrolment", "How many take part"

    @property
    def asks_what(self) -> bool:
        """Whether the answer is a thing (who, how many) and not a yes or a no."""
        return self in OPEN_QUESTIONS


OPEN_QUESTIONS = {
    FactKind.OPERATOR,
    FactKind.COVERS,
    FactKind.START_VALUE,
    FactKind.SCALE,
    FactKind.GRADES,
    FactKind.LEGAL_BASIS,
    FactKind.ENROLMENT,
}


class Effect(models.TextChoices):
    POINTS = "points", "Points"
    LIST = "list", "Blacklist"
    RECORD = "record", "Entry in a record"
    GRADE = "grade", "Grade"
    WARNING = "warning", "Warning"
    FINE = "fine", "Fine"
    PUBLICITY = "publicity", "Named in public"
    NONE = "none", "No effect"


class EntryStatus(models.TextChoices):
    IN_FORCE = "in-force", "In force when last seen"
    ANNOUNCED = "announced", "Announced"
    PLANNED = "planned", "Planned"
    REPORTED = "reported", "Reported"
    ENDED = "ended", "Ended"
    DISPUTED = "disputed", "Disputed"
    UNSUPPORTED = "unsupported", "Not supported by its source"

    @property
    def meaning(self) -> str:
        return {
            "in-force": "a rule says so, and it was in force when we last saw it",
            "announced": "a document announced it; that it was applied is not shown",
            "planned": "intended, by those who run it",
            "reported": "the press or a paper says so; no rule is known to us",
            "ended": "was so, and no longer is",
            "disputed": "sources contradict each other",
            "unsupported": "somebody says so, but the source they give does not",
        }[self.value]


class ConsequenceKind(models.TextChoices):
    REWARD = "reward", "Reward"
    SANCTION = "sanction", "Sanction"
