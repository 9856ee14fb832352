from django.db.models import Count, Prefetch, Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class ClaimQuerySet(PageQuerySet):
    def published(self):
        """What we stand by: public, and not withdrawn."""
        return self.live().filter(withdrawn_on__isnull=True)

    def for_listing(self):
        """What a row of a list shows, in four queries however many rows."""
        from claims.models import VerdictChange

        return self.annotate(evidence_count=Count("evidence", distinct=True)).prefetch_related(
            Prefetch("verdicts", VerdictChange.objects.order_by("on", "sort_order")), "layers", "mixups"
        )

    def resting_on(self, source):
        """Claims with evidence or an appearance in ``source``."""
        from claims.models import Appearance, Evidence

        evidence, appearances = (model.objects.filter(source=source).values("claim_id") for model in (Evidence, Appearance))
        return self.filter(Q(pk__in=evidence) | Q(pk__in=appearances))


ClaimManager = PageManager.from_queryset(ClaimQuerySet)
