"""Results as a page or a program gets them: documents with what was looked for marked, and facets in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from claims.choices import Verdict
from claims.models import Layer, MixUp
from explainer.actors.choices import Sector
from explainer.search.finding import FACETS, Found, Hit
from explainer.search.highlight import excerpt, marked
from explainer.search.models import Document, Kind
from explainer.timeline.choices import Lane
from sources.choices import SourceKind, Tier
from sources.languages import Translated, language_name

HEADINGS = {
    "layer": pgettext_lazy("a claim is about", "About"),
    "verdict": _("Verdict"),
    "mixup": _("Mix-up"),
    "tier": _("Tier"),
    "form": _("Kind of document"),
    "language": _("Language"),
    "lane": _("Lane"),
    "sector": _("Public or private"),
}
CHOICES = {"verdict": Verdict, "tier": Tier, "form": SourceKind, "lane": Lane, "sector": Sector}
MOST_VALUES = 12


@dataclass
class Result:
    """One document to show. ``title``, ``original`` and ``excerpt`` are safe HTML with marks."""

    kind: Kind
    key: str
    address: str
    title: SafeString
    original: SafeString
    language: str
    note: str
    excerpt: SafeString
    verdict: Verdict | None


def results(found: Found, hits: Iterable[Hit]) -> list[Result]:
    hits = list(hits)
    documents = Document.objects.defer("folded", "names").in_bulk([hit.document for hit in hits])
    return [_result(found, documents[hit.document]) for hit in hits if hit.document in documents]


def _result(found: Found, document: Document) -> Result:
    verdict = document.facets.get("verdict")
    lead = excerpt(document.lead, found.stems)
    return Result(
        kind=Kind(document.kind),
        key=document.key,
        address=document.address,
        title=marked(document.title, found.stems),
        original=marked(document.original, found.stems),
        language=document.language,
        note=_note(document),
        excerpt=lead or excerpt(document.text, found.stems) or excerpt(document.lead, found.stems, anyway=True),
        verdict=Verdict(verdict[0]) if verdict else None,
    )


def _note(document: Document) -> str:
    """What an actor or a place is stands in the index as a word of the site."""
    if document.note and document.kind in (Kind.ACTOR, Kind.PLACE):
        return Translated(gettext(document.note))
    return document.note


@dataclass
class Value:
    value: str
    label: str
    count: int
    chosen: bool
    query: str  # the query string that chooses it, or takes it back


@dataclass
class Facet:
    name: str
    heading: str
    values: list[Value]


def facets(found: Found, kind: str, chosen: dict[str, str]) -> list[Facet]:
    """The kinds first; of the rest those that tell the results apart."""
    counts = found.counts(kind, **chosen)
    base = {"q": found.query.text, "kind": kind} | chosen
    kinds = [
        Value(k.value, Translated(k.plural), counts["kind"][k.value], k.value == kind, query_of(base, "kind", k.value, chosen))
        for k in Kind
    ]
    shown = [Facet("kind", gettext("Kind"), [value for value in kinds if value.count])]
    for name in FACETS:
        labels = labels_of(name, counts[name])
        values = [
            Value(value, labels[value], count, chosen.get(name) == value, query_of(base, name, value, chosen))
            for value, count in sorted(counts[name].items(), key=lambda row: (-row[1], row[0]))
            if value in labels
        ]
        if len(values) > 1 or chosen.get(name):
            shown.append(Facet(name, HEADINGS[name], values[:MOST_VALUES]))
    return shown


def query_of(base: dict[str, str], name: str, value: str, chosen: dict[str, str]) -> str:
    """The query with this value chosen; if it is already, without it. Another kind has other facets."""
    params = QueryDict(mutable=True)
    kept = {"q": base["q"], "layer": chosen.get("layer", "")} if name == "kind" else dict(base)
    kept[name] = "" if base.get(name) == value else value
    for key, one in kept.items():
        if one:
            params[key] = one
    return params.urlencode()


def labels_of(name: str, values: Iterable[str]) -> dict[str, str]:
    if name == "layer":
        return dict(Layer.objects.filter(slug__in=list(values)).values_list("slug", "name"))
    if name == "mixup":
        return dict(MixUp.objects.filter(slug__in=list(values)).values_list("slug", "name"))
    if name == "language":
        return {value: Translated(language_name(value)) for value in values}
    labels = dict(CHOICES[name].choices)
    return {value: Translated(labels[value]) for value in values if value in labels}
