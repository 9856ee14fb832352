from collections.abc import Iterator

from django.db import models


class Checked(models.Model):
    """Somebody went through it on a day, and somebody must do so again. Abstract."""

    last_checked = models.DateField(null=True, blank=True, help_text="When someone last went through the evidence.")
    next_review = models.DateField(null=True, blank=True, help_text="When someone must do so again.")

    class Meta:
        abstract = True

    def problems_of_checks(self) -> Iterator[tuple[str, str]]:
        """(field, reason) for the gate."""
        if not self.last_checked:
            yield "last_checked", "the day it was last checked is missing."
        if not self.next_review:
            yield "next_review", "the day of its next review is missing."
        if self.last_checked and self.next_review and self.next_review <= self.last_checked:
            yield "next_review", "the next review must come after the last check."
