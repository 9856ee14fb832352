"""A warning on a public page: what one person may do at once, while the correction is being read by others.

It is no part of what the page says: not of its drafts, versions or files, and nobody has to approve it.
"""

from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log

LONGEST = 500
WARN, LIFT = "desk.warn", "desk.lift_warning"
PERMISSION = "sources.put_warning"


class Warned(models.Model):
    """Abstract. Readers see ``warning`` above all else on the page."""

    warning = models.TextField(blank=True, default="", editable=False, serialize=False)
    warned_on = models.DateField(null=True, editable=False, serialize=False)

    class Meta:
        abstract = True

    def with_content_json(self, content):
        record = super().with_content_json(content)
        record.warning, record.warned_on = self.warning, self.warned_on
        return record


def warn(record: Warned, user, words: str) -> None:
    """Shown from now on; other words take the place of those that stand there."""
    _set(record, words, timezone.localdate(), user, WARN)


def lift(record: Warned, user) -> None:
    _set(record, "", None, user, LIFT)


@transaction.atomic
def _set(record, words, day, user, action) -> None:
    before = record.warning
    record.warning, record.warned_on = words, day
    type(record)._default_manager.filter(pk=record.pk).update(warning=words, warned_on=day)
    log(instance=record, action=action, user=user, data={"words": words or before})
