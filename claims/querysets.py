from django.db.models import Count, Prefetch
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class ClaimQuerySet(PageQuerySet):
    def published(self):
        return self.live()

    def for_listing(self):
        """What a row of a list shows, in four queries however many rows."""
        from claims.models import VerdictChange

        return self.annotate(evidence_count=Count("evidence", distinct=True)).prefetch_related(
            Prefetch("verdicts", VerdictChange.objects.order_by("on", "sort_order")), "layers", "mixups"
        )

    def resting_on(self, source):
        """Claims with evidence or an appearance in ``source``."""
        return self.filter(pk__in=self._parents_of(source))

    @staticmethod
    def _parents_of(source):
        from claims.models import Appearance, Evidence

        rows = [model.objects.filter(source=source).values("claim_id") for model in (Evidence, Appearance)]
        return rows[0].union(rows[1])


ClaimManager = PageManager.from_queryset(ClaimQuerySet)
