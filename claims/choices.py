"""The verdict scale and the stances of evidence. Part of the method, so in code, with the words readers see."""

from django.db import models


class Verdict(models.TextChoices):
    FALSE = "false", "False"
    MOSTLY_FALSE = "mostly-false", "Mostly false"
    MISLEADING = "misleading", "Misleading"
    MIXED = "mixed", "Mixed"
    MOSTLY_TRUE = "mostly-true", "Mostly true"
    TRUE = "true", "True"
    OUTDATED = "outdated", "Outdated"
    UNPROVEN = "unproven", "Unproven"
    NOT_CHECKABLE = "not-checkable", "Not checkable"

    @property
    def meaning(self) -> str:
        return MEANINGS[self.value]

    @property
    def rating(self) -> int | None:
        """The number ClaimReview wants, from 1 (false) to 5 (true); None where a number would say what we do not know."""
        return RATINGS.get(self.value)

    @property
    def other_side(self) -> tuple[str, ...]:
        """Stances of the evidence that would weigh against this verdict."""
        return OTHER_SIDE.get(self.value, ("supports", "contradicts"))


MEANINGS = {
    "false": "The documents say otherwise, or the thing described does not exist.",
    "mostly-false": "A small part is so; the claim as a whole is not.",
    "misleading": "The parts may be so, but what they are made to say is not.",
    "mixed": "Some of it is documented and some of it is contradicted, in like measure.",
    "mostly-true": "It is so, with a limit or a detail that matters.",
    "true": "The documents say so, and nothing of weight says otherwise.",
    "outdated": "It was so at the time and no longer is.",
    "unproven": "We looked, and found neither a document for it nor one against it.",
    "not-checkable": "A forecast, an opinion or a secret: no document could settle it.",
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


class Stance(models.TextChoices):
    """What a piece of evidence does to the claim, seen from the claim."""

    CONTRADICTS = "contradicts", "Contradicts"
    SUPPORTS = "supports", "Supports"
    CONTEXT = "context", "Context"

    @property
    def heading(self) -> str:
        return {"contradicts": "Against the claim", "supports": "For the claim", "context": "Context"}[self.value]

    @property
    def empty(self) -> str:
        return {
            "contradicts": "We looked for documents that contradict the claim and list none.",
            "supports": "We looked for documents that support the claim and list none.",
            "context": "",
        }[self.value]


class Degree(models.TextChoices):
    """How a source words a number it does not give to the last digit."""

    ABOUT = "about", "About"
    OVER = "over", "Over"
    NEARLY = "nearly", "Nearly"


class Gate(models.TextChoices):
    """Standards a claim may be published without, if two people answer for it in public."""

    ORIGINS = "origins", "Two independent origins"
    PRIMARY = "primary", "A primary source"
    COUNTER = "counter", "Evidence against the verdict"
    ANCHOR = "anchor", "Every passage found in the stored copy"
