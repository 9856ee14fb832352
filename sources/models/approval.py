from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone


class Approval(models.Model):
    """Somebody has read one state of a record and would have it published.

    ``digest`` is that of the content that was read (``sources.approval``): a comma more, and nobody has approved it.
    Approvals are kept for good.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    record = GenericForeignKey("content_type", "object_id", for_concrete_model=False)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="approvals")
    name = models.CharField(max_length=150, help_text="Who it was, as they were called then; or the edition that vouches for it.")
    comment = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        permissions = [("put_warning", "Can put a warning on a public page, and lift it")]
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "digest"], name="sources_approval_of")]

    def __str__(self):
        return f"{self.name}, {self.at:%Y-%m-%d}"
