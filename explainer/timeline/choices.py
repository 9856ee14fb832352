from django.db import models


class Lane(models.TextChoices):
    DOCUMENTED = "documented", "Documented"
    REPORTED = "reported", "Reported"

    @property
    def meaning(self) -> str:
        return {"documented": "what happened, and what a document says", "reported": "what was being said at the time"}[
            self.value
        ]


class EventKind(models.TextChoices):
    ADOPTED = "adopted", "Adopted"
    IN_FORCE = "in-force", "In force"
    ANNOUNCED = "announced", "Announced"
    LAUNCHED = "launched", "Launched"
    ENDED = "ended", "Ended"
    DECIDED = "decided", "Decided"
    PUBLISHED = "published", "Published"
    SAID = "said", "Said"
    CORRECTED = "corrected", "Corrected"
    FIGURES = "figures", "Figures"
