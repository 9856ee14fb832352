"""Every correction on the site as one list: verdicts that changed, what else was put right on claims, and sources."""

from collections.abc import Iterable
from dataclasses import dataclass

import django_filters
from django.db import models
from django.db.models import Prefetch, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from claims.models import ClaimPage, ClaimVersion, Correction, VerdictChange
from claims.models.version import changed_in
from sources.choices import ChangeKind
from sources.closed_list import ClosedList
from sources.listing import Listing, RecordChoiceFilter, listing
from sources.models import Source, SourceCorrection


class What(ClosedList):
    """What was put right."""

    VERDICT = "verdict", _("A verdict")
    CLAIM = "claim", _("The page of a claim")
    SOURCE = "source", _("A source")


# What → its public rows, and the fields in which words are looked for
PARTS = {
    What.VERDICT: (lambda: VerdictChange.objects.later_ones(), ("reason", "claim__title")),
    What.CLAIM: (lambda: Correction.objects.public(), ("wrong", "now", "claim__title")),
    What.SOURCE: (lambda: SourceCorrection.objects.public(), ("note", "source__title")),
}


class CorrectionFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=ChangeKind.choices, label=_("Kind"), empty_label=_("Any kind"))
    what = django_filters.ChoiceFilter(choices=What.choices, label=_("What"), empty_label=_("Anything"))
    year = django_filters.NumberFilter(label=_("Year"), min_value=1, max_value=9999)
    claim = RecordChoiceFilter(
        queryset=ClaimPage.objects.published().order_by("title"),
        to_field_name="slug",
        label=_("Claim"),
        empty_label=_("Any claim"),
    )
    source = RecordChoiceFilter(
        queryset=Source.objects.published(), to_field_name="slug", label=_("Source"), empty_label=_("Any source")
    )
    q = django_filters.CharFilter(label=_("Words"))

    class Meta:
        model = Correction
        fields: list[str] = []

    def filter_queryset(self, queryset):
        """(what, pk, on) of every one chosen, the newest first. The rows live in three tables; ``told`` fetches them."""
        chosen = {name: value for name, value in self.form.cleaned_data.items() if value}
        parts = [self._part(what, chosen) for what in What if self._may_hold(what, chosen)]
        if not parts:
            return queryset.none()
        first, *others = parts
        return first.union(*others, all=True).order_by("-on", "what", "-pk")

    @staticmethod
    def _may_hold(what: What, chosen: dict) -> bool:
        of_source = what == What.SOURCE
        return (
            chosen.get("what", what) == what
            and not (of_source and "claim" in chosen)
            and not (not of_source and "source" in chosen)
        )

    @staticmethod
    def _part(what: What, chosen: dict) -> QuerySet:
        rows, searched = PARTS[what]
        wanted = Q()
        for name, lookup in (("kind", "kind"), ("year", "on__year"), ("claim", "claim"), ("source", "source")):
            if name in chosen:
                wanted &= Q(**{lookup: int(chosen[name]) if name == "year" else chosen[name]})
        for word in chosen.get("q", "").split():
            wanted &= Q(*((f"{field}__icontains", word) for field in searched), _connector=Q.OR)
        return rows().filter(wanted).order_by().values("pk", "on", what=Value(what.value, models.CharField()))


def correction_listing(params) -> Listing:
    return listing(CorrectionFilter, params, Correction.objects.none())


@dataclass(frozen=True)
class Told:
    """One correction with what a list says of it. ``place`` is its number in the history it belongs to, from 1."""

    what: What
    row: VerdictChange | Correction | SourceCorrection
    place: int
    before: VerdictChange | None = None  # the verdict that stood until then
    version: ClaimVersion | None = None  # the last version without it

    @property
    def about(self) -> ClaimPage | Source:
        return self.row.source if self.what == What.SOURCE else self.row.claim

    @property
    def url(self) -> str:
        anchor = {What.VERDICT: "history", What.CLAIM: f"correction-{self.place}", What.SOURCE: f"correction-{self.place}"}
        return f"{self.about.get_absolute_url()}#{anchor[self.what]}"


def told(entries: Iterable[dict]) -> list[Told]:
    """The corrections that a list names, in its order; as many queries for many as for few."""
    entries = list(entries)
    keys = {what: [entry["pk"] for entry in entries if entry["what"] == what] for what in What}
    of_claims = [
        Prefetch("claim__verdicts", VerdictChange.objects.order_by("on", "sort_order", "pk")),
        Prefetch("claim__corrections", Correction.objects.order_by("on", "sort_order", "pk")),
        Prefetch("claim__versions", ClaimVersion.objects.light().order_by("number")),
        "claim__layers",
    ]
    of_sources = [Prefetch("source__corrections", SourceCorrection.objects.order_by("on", "pk"))]
    rows = {
        What.VERDICT: VerdictChange.objects.select_related("claim").prefetch_related(*of_claims).in_bulk(keys[What.VERDICT]),
        What.CLAIM: Correction.objects.select_related("claim").prefetch_related(*of_claims).in_bulk(keys[What.CLAIM]),
        What.SOURCE: SourceCorrection.objects.select_related("source__publisher")
        .prefetch_related(*of_sources)
        .in_bulk(keys[What.SOURCE]),
    }
    return [_told(What(entry["what"]), rows[What(entry["what"])][entry["pk"]]) for entry in entries]


def _told(what: What, row) -> Told:
    if what == What.SOURCE:
        return Told(what, row, list(row.source.corrections.all()).index(row) + 1)
    name = "verdict" if what == What.VERDICT else "correction"
    history = list(getattr(row.claim, f"{name}s").all())
    place = history.index(row)
    version = changed_in(list(row.claim.versions.all()), name, place)
    return Told(what, row, place + 1, history[place - 1] if what == What.VERDICT and place else None, version)
