from django.utils.translation import gettext_lazy as _

from sources.closed_list import ClosedList


class Lane(ClosedList):
    DOCUMENTED = "documented", _("Documented")
    REPORTED = "reported", _("Reported")

    @property
    def meaning(self) -> str:
        meanings = {
            "documented": _("what happened, and what a document says"),
            "reported": _("what was being said at the time"),
        }
        return str(meanings[self.value])


class EventKind(ClosedList):
    ADOPTED = "adopted", _("Adopted")
    IN_FORCE = "in-force", _("In force")
    ANNOUNCED = "announced", _("Announced")
    LAUNCHED = "launched", _("Launched")
    ENDED = "ended", _("Ended")
    DECIDED = "decided", _("Decided")
    PUBLISHED = "published", _("Published")
    SAID = "said", _("Said")
    CORRECTED = "corrected", _("Corrected")
    FIGURES = "figures", _("Figures")
