"""Closed lists of systems: how near they stand to the topic, what comes out of them, and whether they run."""

from django.utils.translation import gettext_lazy as _

from sources.closed_list import ClosedList


class Standing(ClosedList):
    PART = "part", _("Part of it")
    BESIDE = "beside", _("Beside it")
    FORERUNNER = "forerunner", _("Forerunners")
    ELSEWHERE = "elsewhere", _("Comparisons from elsewhere")
    IDEA = "idea", _("Ideas never built")

    @property
    def meaning(self) -> str:
        meanings = {
            "part": _("belongs to what the state means by the name"),
            "beside": _("another system, often told as part of it"),
            "forerunner": _("older arrangements that stories take for it, or for its root"),
            "elsewhere": _("systems of other countries and firms that it is compared with"),
            "idea": _("proposed or foretold; no document shows that they were built"),
        }
        return str(meanings[self.value])


class Output(ClosedList):
    SCORE = "score", _("A score")
    LIST = "list", _("A list of names")
    RECORD = "record", _("A record")
    CODE = "code", _("A number that identifies")
    LABEL = "label", _("Grades, stars or badges")
    IMAGES = "images", _("Images")
    SCREEN = "screen", _("A public screen")
    ACCESS = "access", _("A perk or a block")
    OTHER = "other", _("Something else")


class State(ClosedList):
    RUNNING = "running", _("Running when last seen")
    ENDED = "ended", _("Ended")
    REPLACED = "replaced", _("Replaced")
    PLANNED = "planned", _("Planned")
    PROPOSED = "proposed", _("Proposed")
    NOT_FOUND = "not-found", _("Looked, no document found")
    UNCLEAR = "unclear", _("Not checked")
