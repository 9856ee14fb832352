from collections.abc import Iterator

from django.db import models

from sources.edtf import parse
from sources.fields import EDTFField


class Scoped(models.Model):
    """Where and when a claim is about. Abstract; which system it is about is said by its layers."""

    scope_place = models.CharField(
        "where",
        max_length=160,
        blank=True,
        help_text="The places the claim speaks of, as a reader knows them: a country, a city.",
    )
    scope_period = EDTFField(
        "when", blank=True, help_text="The time the claim speaks of, not when it was made: 2014/2020, or 2014/.. if it goes on."
    )

    class Meta:
        abstract = True

    @property
    def period_shown(self):
        return parse(self.scope_period) if self.scope_period else None

    def problems_of_scope(self) -> Iterator[tuple[str, str]]:
        """(field, reason) for the gate."""
        if not self.scope_place.strip():
            yield "scope_place", "it does not say where: which place is the claim about?"
        if not self.scope_period:
            yield "scope_period", "it does not say when: which time is the claim about?"
