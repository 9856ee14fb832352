"""News of every other list: what was published, newest first. Later edits of these are no news."""

from collections.abc import Callable

from django.db.models import F
from django.http import QueryDict

from explainer.api.feeds.changed import last_changed
from explainer.api.feeds.entry import SINCE, Entry, News, Tag, link, paragraphs, tag_uri
from explainer.api.feeds.filtered import Filtered
from explainer.api.kinds import COLLECTIONS
from explainer.api.lists import absolute
from explainer.timeline.choices import Lane

# Each gives the title, the texts of which the first is the summary, and the tags as (value, its name).
Told = tuple[str, list[str], list[tuple[str, str]]]


def source(record) -> Told:
    facts = [record.publisher.name, str(record.issued_date or ""), record.get_kind_display()]
    title = f"Retired: {record.title}" if record.retired_on else record.title
    texts = [", ".join(filter(None, facts)) + ".", record.title_original, record.retired_reason, record.reliability]
    return title, texts, [(record.tier, record.get_tier_display()), (record.kind, record.get_kind_display())]


def event(record) -> Told:
    """What was being said is never told as what happened."""
    title = f"{record.get_lane_display()}: {record.title}" if record.lane == Lane.REPORTED else record.title
    tags = [(record.lane, record.get_lane_display()), (record.kind, record.get_kind_display())]
    return title, [f"{record.when}. {record.text}"], tags


def actor(record) -> Told:
    tags = [(record.sector, record.get_sector_display()), (record.kind, record.get_kind_display())]
    return record.name, [record.role, record.about], tags


def relation(record) -> Told:
    tags = [(record.status, record.get_status_display()), (record.verb, record.get_verb_display())]
    return record.sentence, [f"{record.get_status_display()}.", record.note], tags


def catalog(record) -> Told:
    return record.title, [record.summary], [(record.place.level, record.place.get_level_display())]


def term(record) -> Told:
    return record.name, [record.meaning, record.beware], []


def system(record) -> Told:
    tags = [(record.standing, record.get_standing_display()), (record.state, record.get_state_display())]
    return record.name, [record.what, record.get_state_display() + "."], tags


def article(record) -> Told:
    return record.title, [record.summary], []


# The lists that have a page. Places and entries of catalogs have none, and are news with their catalog.
KINDS: dict[str, Callable[..., Told]] = {
    "sources": source,
    "events": event,
    "actors": actor,
    "relations": relation,
    "catalogs": catalog,
    "glossary": term,
    "systems": system,
    "articles": article,
}


def records(name: str, params: QueryDict) -> News:
    collection = COLLECTIONS[name]
    found = Filtered.by(collection, params)
    newest = found.records.order_by(F("first_published_at").desc(nulls_last=True), "-pk")
    return News(
        name=name,
        title=found.title(collection.title),
        about=f"{collection.about}. What is new comes first.",
        page=found.page,
        query=found.query,
        things=newest,
        entries=lambda some: [_entry(name, record, *KINDS[name](record)) for record in some],
        updated=newest.values_list("first_published_at", flat=True).first() or SINCE,
        changed=last_changed(newest.model),
    )


def _entry(name: str, record, title: str, texts: list[str], tags: list[tuple[str, str]]) -> Entry:
    url, day = absolute(record.get_absolute_url()), record.first_published_at or SINCE
    return Entry(
        id=tag_uri(f"/{name}/{record.slug}/"),
        url=url,
        title=title,
        summary=texts[0],
        html=paragraphs(*texts) + link(url, "What it rests on"),
        published=day,
        updated=day,
        tags=[Tag(value, label) for value, label in tags],
    )
