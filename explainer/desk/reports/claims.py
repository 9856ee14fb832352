"""Claims that rest on little, and verdicts that have changed."""

import django_filters
from django.db.models import OuterRef, Subquery
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from claims.choices import Gate, Verdict
from claims.models import ClaimPage, VerdictChange, Waiver
from claims.sourcing import ENOUGH, Sourcing, sourcing
from explainer.desk.reports.base import DeskReport, EditColumn

LACKS = {
    Gate.ORIGINS.value: "Fewer than two independent origins",
    Gate.PRIMARY.value: "No primary source",
    Gate.COUNTER.value: "Nothing against the verdict, and not said where it was looked for",
}


def lacks(claim) -> list[str]:
    found = claim.sourcing
    tests = {
        Gate.ORIGINS.value: found.origins < ENOUGH,
        Gate.PRIMARY.value: not found.primary,
        Gate.COUNTER.value: not (claim.counter_search.strip() or found.lists_other_side(claim.verdict)),
    }
    return [name for name, is_so in tests.items() if is_so]


class WeakFilterSet(WagtailFilterSet):
    lacks = django_filters.ChoiceFilter(label="Lacks", choices=list(LACKS.items()))
    waived = django_filters.ChoiceFilter(label="Waivers", choices=[("no", "Something not waived"), ("yes", "All of it waived")])
    live = django_filters.ChoiceFilter(label="Public", choices=[("yes", "Public"), ("no", "Draft")])

    class Meta:
        model = ClaimPage
        fields = []

    def filter_queryset(self, queryset):
        wanted, waived, live = (self.form.cleaned_data.get(name) for name in ("lacks", "waived", "live"))
        return [
            claim
            for claim in queryset
            if (not wanted or wanted in claim.lacks)
            and (not waived or (set(claim.lacks) <= claim.waived) is (waived == "yes"))
            and (not live or claim.live is (live == "yes"))
        ]


class WeakSourcing(DeskReport):
    slug = "weak-sourcing"
    page_title = "Weak sourcing"
    words = (
        "Claims whose evidence goes back to fewer than two independent origins, names no primary source, or lists nothing "
        "that weighs against the verdict. A waiver explains it to readers; it does not take the claim off this list."
    )
    empty = "Every claim rests on two origins and a primary source, and lists what weighs against its verdict."
    header_icon = icon = "warning"
    filterset_class = WeakFilterSet
    columns = [
        EditColumn("title", label="Claim"),
        Column("verdict", label="Verdict", accessor="get_verdict_display"),
        Column("origins", label="Origins", accessor="sourcing.origins"),
        Column("primary", label="Primary sources", accessor="sourcing.primary"),
        Column("lacks", label="What it lacks", accessor=lambda claim: ". ".join(LACKS[name] for name in claim.lacks)),
        Column("waived", label="Waived", accessor=lambda claim: ", ".join(Gate(name).label for name in sorted(claim.waived))),
        Column("status", label="Public", accessor=lambda claim: "Public" if claim.live else "Draft"),
    ]

    @classmethod
    def rows(cls, user):
        known, weak = sourcing(), []
        claims = ClaimPage.objects.filter(withdrawn_on=None).only("title", "verdict", "live", "counter_search")
        for claim in claims.prefetch_related("waivers").order_by("title"):
            claim.sourcing = known.get(claim.pk) or Sourcing()
            claim.waived = {row.gate for row in claim.waivers.all()}
            claim.lacks = lacks(claim)
            if claim.lacks:
                weak.append(claim)
        return weak


class VerdictFilterSet(WagtailFilterSet):
    on = django_filters.DateFromToRangeFilter(label="Changed", widget=DateRangePickerWidget)
    verdict = django_filters.ChoiceFilter(label="To", choices=Verdict.choices)

    class Meta:
        model = VerdictChange
        fields = []


class VerdictsChanged(DeskReport):
    slug = "verdicts"
    page_title = "Verdicts changed"
    words = "Every verdict that replaced another in public, the newest first."
    empty = "No public verdict has changed yet."
    header_icon = icon = "rotate"
    filterset_class = VerdictFilterSet
    columns = [
        EditColumn("claim", label="Claim", of=lambda row: row.claim),
        Column("on", label="On", sort_key="on"),
        Column("before", label="From", accessor=lambda row: Verdict(row.before).label),
        Column("verdict", label="To", accessor="get_verdict_display"),
        Column("reason", label="Reason"),
        Column("reviewer", label="Answers for it"),
    ]

    @classmethod
    def rows(cls, user):
        same = VerdictChange.objects.filter(claim=OuterRef("claim")).exclude(pk=OuterRef("pk"))
        earlier = same.filter(on__lt=OuterRef("on")) | same.filter(on=OuterRef("on"), sort_order__lt=OuterRef("sort_order"))
        before = earlier.order_by("-on", "-sort_order").values("verdict")[:1]
        return VerdictChange.objects.later_ones().select_related("claim").annotate(before=Subquery(before))


class WaiverFilterSet(WagtailFilterSet):
    gate = django_filters.ChoiceFilter(label="Of", choices=Gate.choices)
    on = django_filters.DateFromToRangeFilter(label="Given", widget=DateRangePickerWidget)

    class Meta:
        model = Waiver
        fields = []


class Waivers(DeskReport):
    slug = "waivers"
    page_title = "Waivers"
    words = "Standards that a public claim was published without, who asked for it and who seconded it."
    empty = "Every public claim meets every standard."
    header_icon = icon = "key"
    filterset_class = WaiverFilterSet
    columns = [
        EditColumn("claim", label="Claim", of=lambda row: row.claim),
        Column("gate", label="Of", accessor="get_gate_display"),
        Column("reason", label="Reason"),
        Column("given_by", label="Asked for by"),
        Column("seconded_by", label="Seconded by"),
        Column("on", label="On", sort_key="on"),
    ]

    @classmethod
    def rows(cls, user):
        return Waiver.objects.public().select_related("claim")
