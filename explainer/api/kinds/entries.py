"""Entries of catalogs. They have no address of their own, so a row holds all there is of one."""

import datetime

from ninja import Field, Schema

from explainer.api.collection import Collection, each
from explainer.api.lists import absolute
from explainer.api.schemas import PassageOut, choice, cited, passage
from explainer.catalogs.choices import Effect, EntryStatus, State
from explainer.catalogs.filters import EntryFilter, entry_listing
from explainer.catalogs.models import Entry


class EntryRow(Schema):
    url: str = Field(description="Where it stands on the page of its catalog: in this group of behaviours.")
    catalog: str = Field(description="Slug of its catalog.")
    place: str = Field(description="Slug of the place whose catalog it is.")
    behaviour: str = Field(description="Key of the behaviour, the same in every catalog.")
    behaviour_name: str = Field(description="The behaviour as a short phrase.")
    group: str = Field(description="Key of the group of behaviours: a field of life.")
    wording: str = Field(description="How the rule of this place puts it, in the words of this site.")
    state: str = choice("Whether it has an effect here; not-found: we looked and found nothing.", State)
    effect: str = choice("What the effect is; empty if there is none.", Effect)
    points: str = Field(description="How many points: a number such as -50, or a range such as -50..-10.")
    points_low: float | None = Field(description="The lowest number of points.")
    points_high: float | None = Field(description="The highest number of points.")
    grade: str = Field(description="Which grade, if the effect is one.")
    conditions: str = Field(description="Under which conditions.")
    status: str = choice("How well it is known, and whether it holds.", EntryStatus)
    period: str = Field(description="When it holds or held, as an EDTF date or period.")
    checked: datetime.date | None = Field(description="The day we looked, if nothing was found.")
    sources: list[str] = Field(description="Slugs of the documents it rests on.")
    citations: list[PassageOut] = Field(description="The passages it rests on.")


def row_of(entry: Entry) -> dict:
    catalog, group = entry.catalog, entry.behaviour.group
    return {
        "url": absolute(f"{catalog.get_absolute_url()}#group-{group.slug}"),
        "catalog": catalog.slug,
        "place": catalog.place.slug,
        "behaviour": entry.behaviour.slug,
        "behaviour_name": entry.behaviour.name,
        "group": group.slug,
        "wording": entry.wording,
        "state": entry.state,
        "effect": entry.effect,
        "points": entry.points,
        "points_low": None if entry.low is None else float(entry.low),
        "points_high": None if entry.high is None else float(entry.high),
        "grade": entry.grade,
        "conditions": entry.conditions,
        "status": entry.status,
        "period": entry.period,
        "checked": entry.checked,
        "sources": cited(entry),
        "citations": [passage(row) for row in entry.citations.all()],
    }


ENTRIES = Collection(
    name="entries",
    title="Entries of catalogs",
    about="What one behaviour does in one place",
    row=EntryRow,
    filters=EntryFilter,
    listing=entry_listing,
    rows=each(row_of, "citations__source"),
    page="",
)
