"""Closed lists of systems: how near they stand to the topic, what comes out of them, and whether they run."""

from django.db import models


class Standing(models.TextChoices):
    PART = "part", "Part of it"
    BESIDE = "beside", "Beside it"
    FORERUNNER = "forerunner", "Forerunners"
    ELSEWHERE = "elsewhere", "Comparisons from elsewhere"
    IDEA = "idea", "Ideas never built"

    @property
    def meaning(self) -> str:
        return {
            "part": "belongs to what the state means by the name",
            "beside": "another system, often told as part of it",
            "forerunner": "older arrangements that stories take for it, or for its root",
            "elsewhere": "systems of other countries and firms that it is compared with",
            "idea": "proposed or foretold; no document shows that they were built",
        }[self.value]


class Output(models.TextChoices):
    SCORE = "score", "A score"
    LIST = "list", "A list of names"
    RECORD = "record", "A record"
    CODE = "code", "A number that identifies"
    LABEL = "label", "Grades, stars or badges"
    IMAGES = "images", "Images"
    SCREEN = "screen", "A public screen"
    ACCESS = "access", "A perk or a block"
    OTHER = "other", "Something else"


class State(models.TextChoices):
    RUNNING = "running", "Running when last seen"
    ENDED = "ended", "Ended"
    REPLACED = "replaced", "Replaced"
    PLANNED = "planned", "Planned"
    PROPOSED = "proposed", "Proposed"
    NOT_FOUND = "not-found", "Looked, no document found"
    UNCLEAR = "unclear", "Not checked"
