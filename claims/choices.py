"""The verdict scale and the stances of evidence. Part of the method, so in code, with the words readers see."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sources.closed_list import ClosedList


class Verdict(ClosedList):
    FALSE = "false", _("False")
    MOSTLY_FALSE = "mostly-false", _("Mostly false")
    MISLEADING = "misleading", _("Misleading")
    MIXED = "mixed", _("Mixed")
    MOSTLY_TRUE = "mostly-true", _("Mostly true")
    TRUE = "true", _("True")
    OUTDATED = "outdated", _("Outdated")
    UNPROVEN = "unproven", _("Unproven")
    NOT_CHECKABLE = "not-checkable", _("Not checkable")

    @property
    def meaning(self) -> str:
        return str(MEANINGS[self.value])

    @property
    def rating(self) -> int | None:
        """The number ClaimReview wants, from 1 (false) to 5 (true); None where a number would say what we do not know."""
        return RATINGS.get(self.value)

    @property
    def other_side(self) -> tuple[str, ...]:
        """Stances of the evidence that would weigh against this verdict."""
        return OTHER_SIDE.get(self.value, ("supports", "contradicts"))


MEANINGS = {
    "false": _("The documents say otherwise, or the thing described does not exist."),
    "mostly-false": _("A small part is so; the claim as a whole is not."),
    "misleading": _("The parts may be so, but what they are made to say is not."),
    "mixed": _("Some of it is documented and some of it is contradicted, in like measure."),
    "mostly-true": _("It is so, with a limit or a detail that matters."),
    "true": _("The documents say so, and nothing of weight says otherwise."),
    "outdated": _("It was so at the time and no longer is."),
    "unproven": _("We looked, and found neither a document for it nor one against it."),
    "not-checkable": _("A forecast, an opinion or a secret: no document could settle it."),
}
OTHER_SIDE = {
    "false": ("supports",),
    "mostly-false": ("supports",),
    "misleading": ("supports",),
    "true": ("contradicts",),
    "mostly-true": ("contradicts",),
    "not-checkable": (),
}
RATINGS = {"false": 1, "mostly-false": 2, "misleading": 2, "mixed": 3, "mostly-true": 4, "true": 5}


class Stance(ClosedList):
    """What a piece of evidence does to the claim, seen from the claim."""

    CONTRADICTS = "contradicts", _("Contradicts")
    SUPPORTS = "supports", _("Supports")
    CONTEXT = "context", pgettext_lazy("stance", "Context")

    @property
    def heading(self) -> str:
        headings = {
            "contradicts": _("Against the claim"),
            "supports": _("For the claim"),
            "context": pgettext_lazy("stance", "Context"),
        }
        return str(headings[self.value])

    @property
    def empty(self) -> str:
        words = {
            "contradicts": _("We looked for documents that contradict the claim and list none."),
            "supports": _("We looked for documents that support the claim and list none."),
            "context": "",
        }
        return str(words[self.value])


class Degree(ClosedList):
    """How a source words a number it does not give to the last digit."""

    ABOUT = "about", pgettext_lazy("degree", "About")
    OVER = "over", pgettext_lazy("degree", "Over")
    NEARLY = "nearly", pgettext_lazy("degree", "Nearly")


class Gate(ClosedList):
    """Standards a claim may be published without, if two people answer for it in public."""

    ORIGINS = "origins", _("Two independent origins")
    PRIMARY = "primary", _("A primary source")
    COUNTER = "counter", _("Evidence against the verdict")
    ANCHOR = "anchor", _("Every passage found in the stored copy")
