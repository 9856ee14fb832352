"""``GET /api/v1/changes``: what was published, changed or withdrawn since a reader last asked.

A record stands in the answer once, with the last thing that happened to it. So a page can be followed by the next while
editors work: what changes in between moves to the end, and nothing is passed over.
"""

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import Literal

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Model
from ninja import Field, Query, Router, Schema
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from claims.models import ClaimPage
from explainer.actors.models import Actor, Relation
from explainer.api.lists import MOST_PER_PAGE, BadQuery, absolute, answer
from explainer.api.schemas import Problems
from explainer.articles.models import ArticlePage
from explainer.catalogs.models import CatalogPage
from explainer.glossary.models import Term
from explainer.places.models import Place
from explainer.systems.models import System
from explainer.timeline.models import Event
from sources.models import Source

# By their names in the API; relations, which need more thought, are told below.
MODELS = {
    "actors": Actor,
    "articles": ArticlePage,
    "catalogs": CatalogPage,
    "claims": ClaimPage,
    "events": Event,
    "glossary": Term,
    "places": Place,
    "sources": Source,
    "systems": System,
}
RELATIONS = Relation.objects.select_related("subject")
KINDS = ", ".join(sorted([*MODELS, "relations"]))
LONG_AGO = datetime.min.replace(tzinfo=UTC)
PROMISE = """Ask without a cursor for everything public, page by page; keep the last `next`, and ask with it later.
An answer always has a `next`, also when nothing has changed.

- Each record stands here once, with the last thing that happened to it, the oldest first. Read *changed* as: fetch it again,
  whether you have it or not. It is said of a record published again, with other content or after it was withdrawn.
- *withdrawn* says that the record is not public any more. Its address says so too.
- An entry of a catalog changes with its catalog; a relation goes and comes back with its two actors.
- Loading the same edition again changes nothing. An editor who publishes again without a change is told as a change.
- Words that lists are sorted by (layers, mix-ups, behaviours) and publishers have no date and are not here.
- Times are those of the publication. What is written in one long step, such as the loading of an edition, becomes visible at its
  end; if somebody else publishes meanwhile, a reader who asks in between may miss a part. Start again without a cursor
  from time to time if you must have everything.
"""

router = Router(tags=["changes"])


@dataclass(frozen=True, order=True)
class Moment:
    """The place of a record in the order of changes."""

    at: datetime = LONG_AGO
    kind: str = ""
    slug: str = ""

    def cursor(self) -> str:
        at, *rest = astuple(self)
        return base64.urlsafe_b64encode(json.dumps([at.isoformat(), *rest]).encode()).decode().rstrip("=")

    @classmethod
    def of_cursor(cls, text: str) -> "Moment":
        try:
            at, kind, slug = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True))
            found = cls(datetime.fromisoformat(at), kind, slug)
            if found.cursor() == text:
                return found
        except (binascii.Error, UnicodeError, ValueError, TypeError, RecursionError):
            pass
        raise BadQuery("since", f"“{text[:60]}” is no cursor; take the `next` of an earlier answer as it is.")


@dataclass(frozen=True, order=True)
class Change:
    moment: Moment
    change: str


class ChangeOut(Schema):
    kind: str = Field(description=f"As in the addresses of the API. One of: {KINDS}.")
    slug: str = Field(description="Key of the record.")
    url: str = Field(description="Its page on this site.")
    change: Literal["published", "changed", "withdrawn"] = Field(description="The last thing that happened to it.")
    at: datetime | None = Field(description="When. Null for a record older than its first date.")


class Changes(Schema):
    results: list[ChangeOut] = Field(description="The oldest change first.")
    next: str = Field(description="Cursor to ask with the next time.")
    more: bool = Field(description="Whether more is waiting already.")


class ChangesQuery(Schema):
    since: str = Field("", max_length=500, description="The `next` of an earlier answer. Without it everything is told.")
    per_page: int = Field(100, ge=1, le=MOST_PER_PAGE, description="How many changes to give at once.")


@router.get(
    "",
    response={200: Changes, 422: Problems},
    summary="What was published, changed or withdrawn since a cursor",
    description=PROMISE,
    operation_id="list_changes",
)
def changes(request, query: Query[ChangesQuery]):
    since = Moment.of_cursor(query.since) if query.since else Moment()
    waiting = sorted(change for change in every_change() if change.moment > since)
    given = waiting[: query.per_page]
    return answer(
        request,
        {
            "results": told(given),
            "next": (given[-1].moment if given else since).cursor(),
            "more": len(waiting) > len(given),
        },
    )


def told(changes: list[Change]) -> list[dict]:
    slugs: dict[str, list[str]] = {}
    for change in changes:
        slugs.setdefault(change.moment.kind, []).append(change.moment.slug)
    addresses = {
        (kind, record.slug): absolute(record.get_absolute_url())
        for kind, some in slugs.items()
        for record in (RELATIONS if kind == "relations" else MODELS[kind].objects).filter(slug__in=some)
    }
    return [
        {
            "kind": (moment := change.moment).kind,
            "slug": moment.slug,
            "url": addresses[moment.kind, moment.slug],
            "change": change.change,
            "at": None if moment.at == LONG_AGO else moment.at,
        }
        for change in changes
    ]


def every_change() -> Iterator[Change]:
    for kind, model in MODELS.items():
        withdrawn = last_withdrawals(model)
        names = ["pk", "slug", "live", "first_published_at", "last_published_at"]
        names += ["withdrawn_on"] if model is ClaimPage else []
        for record in model.objects.values_list(*names, named=True):
            if record.live and not getattr(record, "withdrawn_on", None):
                yield _published(kind, record, record.last_published_at)
            elif record.pk in withdrawn or record.first_published_at:
                yield _withdrawn(kind, record, withdrawn.get(record.pk) or record.last_published_at)
    yield from _of_relations()


def _of_relations() -> Iterator[Change]:
    """A relation is public while both its actors are: one that is withdrawn takes it along, and brings it back."""
    withdrawn, gone = last_withdrawals(Relation), last_withdrawals(Actor)
    actors = {row.pk: row for row in Actor.objects.values_list("pk", "live", "last_published_at", named=True)}
    names = ("pk", "slug", "live", "first_published_at", "last_published_at", "subject_id", "object_id")
    for record in Relation.objects.values_list(*names, named=True):
        own = record.last_published_at or LONG_AGO
        ends = [actors[pk] for pk in (record.subject_id, record.object_id)]
        moved = [end for end in ends if gone.get(end.pk, LONG_AGO) > own]
        if not record.live:
            if record.pk in withdrawn or record.first_published_at:
                yield _withdrawn("relations", record, withdrawn.get(record.pk) or own)
        elif all(end.live for end in ends):
            yield _published("relations", record, max([own, *(end.last_published_at or LONG_AGO for end in moved)]))
        else:
            yield _withdrawn("relations", record, max([own, *(gone.get(end.pk, LONG_AGO) for end in ends if not end.live)]))


def _published(kind: str, record, at: datetime | None) -> Change:
    return Change(Moment(at or LONG_AGO, kind, record.slug), "published" if at == record.first_published_at else "changed")


def _withdrawn(kind: str, record, at: datetime | None) -> Change:
    return Change(Moment(at or LONG_AGO, kind, record.slug), "withdrawn")


def last_withdrawals(model: type[Model]) -> dict[int, datetime]:
    """Key → when it was last taken down."""
    if issubclass(model, Page):
        log, key = PageLogEntry.objects.filter(page__in=model.objects.values("pk")), "page_id"
    else:
        log, key = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model)), "object_id"
    last = log.filter(action="wagtail.unpublish").order_by().values_list(key).annotate(Max("timestamp"))
    return {int(one): at for one, at in last}
