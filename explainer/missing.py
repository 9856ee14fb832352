"""What can be said at an address where there is nothing, or nothing any more."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from django.db.models import CharField, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext, gettext_noop
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import registry
from wagtail.models import Page, Site

from claims.choices import Verdict
from claims.models import ClaimPage
from explainer.actors.models import Actor
from explainer.articles.models import ArticlePage
from explainer.glossary.models import Term
from explainer.places.models import Place
from explainer.search.models import Document, Kind
from explainer.systems.models import System
from explainer.timeline.models import Event
from sources.languages import without_prefix
from sources.models import Source

# Namespace of addresses → the records that stand there by their key. Pages are found by their path.
RECORDS: dict[str, type[Model]] = {
    "sources": Source,
    "timeline": Event,
    "actors": Actor,
    "glossary": Term,
    "systems": System,
    "catalogs": Place,
}
PAGE = gettext_noop("a page")
# What a record is, in a word
KINDS: dict[type[Model], str] = {
    ClaimPage: gettext_noop("a claim"),
    Source: gettext_noop("a source"),
    Event: gettext_noop("an event"),
    Actor: gettext_noop("an actor"),
    Place: gettext_noop("a place"),
    System: gettext_noop("a system"),
    Term: gettext_noop("a term"),
    ArticlePage: gettext_noop("an explainer"),
}
ROOMS = frozenset((*RECORDS, "claims", "explainers"))
WORD = re.compile(r"[^\W_]+")
LONGEST = 200
MOST = 5
MOST_READ = 2000  # rows that have one of the words, of which the nearest are chosen
TELLING = 4  # letters; shorter words are in too many addresses
LIKE = 0.6


@dataclass(frozen=True)
class Near:
    kind: str
    title: str
    address: str
    verdict: Verdict | None


@dataclass(frozen=True)
class Missing:
    """``words`` are those of the address; ``gone`` is what was public here and was taken down."""

    words: str
    near: list[Near]
    gone: Model | None = None
    until: datetime | None = None  # when it was taken down
    published: datetime | None = None  # for the last time, if that is all that is known

    @property
    def kind(self) -> str:
        """What it was, in a word. Its name may be why it was taken down."""
        model = self.gone.specific_class if isinstance(self.gone, Page) else type(self.gone)
        return gettext(KINDS.get(model, PAGE))


def look_up(request) -> Missing:
    """One query, unless something was taken down."""
    path = without_prefix(request.path)[:LONGEST].replace("\0", "")
    words = [word.lower() for word in WORD.findall(path)]
    words = words[1:] if words and words[0] in ROOMS else words
    taken_down = _taken_down(request, path)
    rows = _documents(words).union(*map(_as_rows, taken_down), all=True).order_by("kind")[:MOST_READ]
    rows = list(rows)
    near = _nearest(words, [row for row in rows if row[0]])
    if any(not row[0] for row in rows) and not _redirected(request):
        gone = next(filter(None, (records.first() for records in taken_down)))
        return Missing(" ".join(words), near, gone, _until(gone), gone.last_published_at)
    return Missing(" ".join(words), near)


def _taken_down(request, path: str) -> list[QuerySet]:
    """Where that is looked for which was public at this address."""
    match = request.resolver_match
    slug = match.kwargs.get("slug", "") if match else ""
    namespace = match.namespace if match else ""
    if slug and namespace in ROOMS | {"articles"}:
        path = f"/{path.split('/')[1]}/{slug}/"  # of the thing itself, should the address be that of a file of it
    roots = {root.root_path for root in Site.get_site_root_paths()}
    found = [Page.objects.filter(url_path__in=[root + path.lstrip("/") for root in roots])]
    if slug and namespace in RECORDS and match.url_name != "behaviour":
        found.append(RECORDS[namespace]._default_manager.filter(slug=slug))
    return [records.filter(live=False, first_published_at__isnull=False) for records in found]


def _as_rows(records: QuerySet) -> QuerySet:
    """In the columns of ``_documents``. No kind, so that they come first."""
    nothing = Value("", output_field=CharField())
    columns = {"no_kind": nothing, "no_title": nothing, "no_address": nothing, "no_facets": Value("", output_field=TextField())}
    return records.order_by().annotate(**columns).values_list("no_kind", "slug", "no_title", "no_address", "no_facets")


def _documents(words: list[str]) -> QuerySet:
    """Claims and sources whose address has the beginning of one of the words."""
    telling = sorted({word for word in words if len(word) >= TELLING}, key=len, reverse=True)[:MOST]
    having = Q(pk__in=[])
    for word in telling:
        having |= Q(key__contains=word[: TELLING + 1])
    found = Document.objects.filter(having, kind__in=[Kind.CLAIM, Kind.SOURCE])
    return found.annotate(said=Cast("facets", TextField())).values_list("kind", "key", "title", "address", "said")


def _nearest(words: list[str], rows: list[tuple]) -> list[Near]:
    wanted = set(words)

    def shared(row):
        return len(wanted & set(row[1].split("-"))) / (len(wanted) or 1)

    def likeness(row):
        return SequenceMatcher(None, "-".join(words), row[1]).ratio()

    best = sorted(rows, key=shared, reverse=True)[: 8 * MOST]
    scored = [(shared(row) + likeness(row), row) for row in best]
    scored = sorted((pair for pair in scored if pair[0] >= LIKE), key=lambda pair: -pair[0])[:MOST]
    return [_near(*row) for _, row in scored]


def _near(kind: str, key: str, title: str, address: str, facets: str) -> Near:
    verdict = json.loads(facets).get("verdict") if kind == Kind.CLAIM else None
    return Near(kind, title, address, Verdict(verdict[0]) if verdict else None)


def _redirected(request) -> bool:
    """Whether the address leads on; the middleware that sees to it acts on 404 alone."""
    return (
        get_redirect(request, Redirect.normalise_path(without_prefix(request.get_full_path()), decode_unicode=False)) is not None
    )


def _until(gone: Model) -> datetime | None:
    log = registry.get_logs_for_instance(gone).filter(action__startswith="wagtail.unpublish")
    return log.order_by("-timestamp").values_list("timestamp", flat=True).first()
