from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AnchorCheckQuerySet(models.QuerySet):
    def drifted(self):
        """Anchors that no longer find exactly one passage in the newest copy of their source."""
        return self.exclude(found=1)


class AnchorCheck(models.Model):
    """What a citation's anchor found in the newest stored copy of its source. Worked out, never entered.

    A table of its own: a citation is content and goes with drafts and editions; this is about a copy that only the desk has.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    citation = GenericForeignKey()
    source = models.ForeignKey("sources.Source", on_delete=models.CASCADE, related_name="anchor_checks")
    capture = models.ForeignKey("sources.Capture", on_delete=models.CASCADE, related_name="anchor_checks")
    found = models.PositiveIntegerField(help_text="Passages found: one is right, none or several is a broken anchor.")
    checked_at = models.DateTimeField()
    broken_since = models.DateTimeField(null=True, blank=True, help_text="When it was first seen broken.")
    # The likeliest place by now: where it stands in the copy, and the anchor that would find it
    nearest = models.JSONField(default=dict, blank=True)

    objects = AnchorCheckQuerySet.as_manager()

    class Meta:
        ordering = ["broken_since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="sources_anchorcheck_once"),
            models.CheckConstraint(
                condition=models.Q(found=1, broken_since=None) | (~models.Q(found=1) & ~models.Q(broken_since=None)),
                name="sources_anchorcheck_broken_since_when",
            ),
        ]

    def __str__(self):
        return f"{self.source}: {self.state}"

    @property
    def state(self) -> str:
        return {0: "passage not found", 1: "one passage"}.get(self.found, f"{self.found} passages")
