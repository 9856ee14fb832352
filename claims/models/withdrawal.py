from collections.abc import Iterator

from django.db import models


class Withdrawable(models.Model):
    """A page that we no longer stand by: it leaves every list, and its address says why. Abstract."""

    withdrawn_on = models.DateField(
        null=True, blank=True, help_text="From this day we no longer stand by the page. Its address stays and gives the reason."
    )
    withdrawn_reason = models.TextField("why it was withdrawn", blank=True, help_text="Readers see this in place of the page.")

    class Meta:
        abstract = True

    def problems_of_withdrawal(self) -> Iterator[tuple[str, str]]:
        """(field, reason) for the gate."""
        if self.withdrawn_on and not self.withdrawn_reason.strip():
            yield "withdrawn_reason", "it is withdrawn without a reason."
        if self.withdrawn_reason.strip() and not self.withdrawn_on:
            yield "withdrawn_on", "it gives a reason for withdrawing it, but no day."
