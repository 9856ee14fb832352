from django.conf import settings
from django.db import models

from claims.matching.stance import Stance
from sources.choices import one_of


class Decision(models.TextChoices):
    OPEN = "open", "Open"
    ADDED = "added", "Added as an appearance"
    DISMISSED = "dismissed", "Not one"


class CaptureReading(models.Model):
    """A stored copy was read for known claims. Without this row nobody looked yet; with it, none found means none."""

    capture = models.OneToOneField("sources.Capture", on_delete=models.CASCADE, related_name="reading")
    sha256 = models.CharField(max_length=64)
    sentences = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    def __str__(self):
        return f"{self.capture}, {self.sentences} sentences"


class Suggestion(models.Model):
    """A sentence of a stored copy that seems to tell a known claim. A person decides whether it does."""

    capture = models.ForeignKey("sources.Capture", on_delete=models.CASCADE, related_name="suggestions")
    claim = models.ForeignKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="suggestions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence = models.TextField()
    stance = models.CharField(max_length=10, choices=[(stance.value, stance.value) for stance in Stance])
    score = models.FloatField(help_text="The chance, 0 to 1, that the sentence tells the claim.")
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN, db_index=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["start", "-score", "pk"]
        constraints = [
            # What was decided of a sentence stays decided when the copy is read again.
            models.UniqueConstraint(fields=["capture", "claim", "start", "end"], name="claims_suggestion_once"),
            one_of("decision", Decision),
        ]

    def __str__(self):
        return self.sentence


class Bearing(models.Model):
    """The passage of a stored copy that is nearest to a claim, whether it tells it or not: where to look for evidence."""

    capture = models.ForeignKey("sources.Capture", on_delete=models.CASCADE, related_name="bearings")
    claim = models.ForeignKey("claims.ClaimPage", on_delete=models.CASCADE, related_name="bearings")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    score = models.FloatField()

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [models.UniqueConstraint(fields=["capture", "claim"], name="claims_bearing_once")]

    def __str__(self):
        return self.words
