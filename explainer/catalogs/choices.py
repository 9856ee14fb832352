"""Closed lists of catalogs: what can be known of a scheme, how well, and what a behaviour does."""

from django.utils.translation import gettext_lazy as _

from sources.closed_list import ClosedList


class State(ClosedList):
    """The answer to one question about one place. No row at all is the fourth answer: not checked."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_FOUND = "not-found", _("Looked, not found")


NOT_CHECKED = "not-checked"
STATE_WORDS = {**dict(State.choices), NOT_CHECKED: _("Not checked")}


class FactKind(ClosedList):
    ANNOUNCED = "announced", _("Announced")
    IMPLEMENTED = "implemented", _("Put into practice")
    OBSERVED = "observed", _("Seen in use")
    ENDED = "ended", _("Ended")
    OPERATOR = "operator", _("Who runs it")
    COVERS = "covers", _("Whom it covers")
    VOLUNTARY = "voluntary", _("Voluntary")
    START_VALUE = "start-value", _("Everyone starts with")
    SCALE = "scale", _("Scale")
    GRADES = "grades", _("Grades")
    PUNISHES = "punishes", _("Brings penalties")
    PUBLIC_LOOKUP = "public-lookup", _("Others can look it up")
    LEGAL_BASIS = "legal-basis", _("Legal basis")
    OBJECTION = "objection", _("One can object or repair")
    ENROLMENT = "enrolment", _("How many take part")

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


class Effect(ClosedList):
    POINTS = "points", _("Points")
    LIST = "list", _("Blacklist")
    RECORD = "record", _("Entry in a record")
    GRADE = "grade", _("Grade")
    WARNING = "warning", _("Warning")
    FINE = "fine", _("Fine")
    PUBLICITY = "publicity", _("Named in public")
    NONE = "none", _("No effect")


class EntryStatus(ClosedList):
    IN_FORCE = "in-force", _("In force when last seen")
    ANNOUNCED = "announced", _("Announced")
    PLANNED = "planned", _("Planned")
    REPORTED = "reported", _("Reported")
    ENDED = "ended", _("Ended")
    DISPUTED = "disputed", _("Disputed")
    UNSUPPORTED = "unsupported", _("Not supported by its source")

    @property
    def meaning(self) -> str:
        meanings = {
            "in-force": _("a rule says so, and it was in force when we last saw it"),
            "announced": _("a document announced it; that it was applied is not shown"),
            "planned": _("intended, by those who run it"),
            "reported": _("the press or a paper says so; no rule is known to us"),
            "ended": _("was so, and no longer is"),
            "disputed": _("sources contradict each other"),
            "unsupported": _("somebody says so, but the source they give does not"),
        }
        return str(meanings[self.value])


class ConsequenceKind(ClosedList):
    REWARD = "reward", _("Reward")
    SANCTION = "sanction", _("Sanction")

    @property
    def plural(self) -> str:
        return str(_("Rewards") if self == ConsequenceKind.REWARD else _("Sanctions"))
