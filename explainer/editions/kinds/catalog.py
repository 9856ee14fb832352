"""Catalogs of places, and the behaviours that match one with another."""

import datetime

from explainer.catalogs.choices import ConsequenceKind, Effect, EntryStatus, FactKind, State
from explainer.catalogs.models import (
    Behaviour,
    BehaviourGroup,
    CatalogCitation,
    CatalogIndexPage,
    CatalogPage,
    Consequence,
    ConsequenceCitation,
    Entry,
    EntryCitation,
    Fact,
    FactCitation,
)
from explainer.catalogs.models.rows import POINTS
from explainer.editions.kinds import citation
from explainer.editions.kinds.base import Kind, choice, lean, rows
from explainer.editions.kinds.vocabulary import TermRecords
from explainer.editions.prose import to_html, to_markdown
from explainer.editions.schema import Field, Invalid, day, edtf, key, line, number, prose

SECTIONS = {"what_it_is": "What it is", "what_is_said": "What is said about it"}


def points(value: str) -> str:
    if not POINTS.fullmatch(value):
        raise Invalid(f"“{value}” is not a number of points or a range of them: -50, 10, -50..-10.")
    return value


class BehaviourGroupRecords(TermRecords):
    name = "behaviour-group"
    model = BehaviourGroup


class BehaviourRecords(Kind):
    name = "behaviour"
    model = Behaviour
    plain = ("name",)
    fields = (
        Field("key", key, required=True),
        Field("group", refers_to="behaviour-group", required=True),
        Field("position", number, required=True),
        Field("name", line, required=True),
    )

    def all(self):
        return self.model.objects.select_related("group").order_by("group__position", "group__slug", "position", "slug")

    def build(self, key, record, refs, instance=None):
        behaviour = super().build(key, record, refs, instance)
        behaviour.group = refs.get("behaviour-group", record["group"])
        behaviour.position = int(record["position"])
        return behaviour

    def read(self, behaviour):
        return super().read(behaviour) | {
            "key": behaviour.slug,
            "group": behaviour.group.slug,
            "position": str(behaviour.position),
        }


CITATIONS = Field("citations", many=True, of=citation.FIELDS)


class CatalogRecords(Kind):
    name = "catalog"
    model = CatalogPage
    plain = ("title", "scheme", "scheme_original", "language", "summary")
    sections = SECTIONS
    rows = {"facts": ("citations",), "entries": ("citations",), "consequences": ("citations",), "citations": ()}
    fields = (
        Field("title", line, required=True),
        Field("place", refers_to="place", required=True),
        Field("scheme", line),
        Field("scheme_original", line),
        Field("language", line),
        Field("summary", line, required=True),
        Field("operator", refers_to="actor"),
        Field("layer", refers_to="layer"),
        Field("claims", refers_to="claim", many=True, as_set=True),
        Field("last_checked", day, required=True),
        Field("next_review", day, required=True),
        Field(
            "facts",
            many=True,
            of=(
                Field("fact", choice(FactKind), required=True),
                Field("state", choice(State), required=True),
                Field("value", line),
                Field("date", edtf),
                Field("checked", day),
                CITATIONS,
            ),
        ),
        Field(
            "entries",
            many=True,
            of=(
                Field("behaviour", refers_to="behaviour", required=True),
                Field("wording", line, required=True),
                Field("state", choice(State), required=True),
                Field("effect", choice(Effect)),
                Field("points", points),
                Field("grade", line),
                Field("conditions", line),
                Field("period", edtf),
                Field("status", choice(EntryStatus), required=True),
                Field("checked", day),
                CITATIONS,
            ),
        ),
        Field(
            "consequences",
            many=True,
            of=(
                Field("kind", choice(ConsequenceKind), required=True),
                Field("what", line, required=True),
                Field("who", line),
                Field("period", edtf),
                Field("status", choice(EntryStatus), required=True),
                CITATIONS,
            ),
        ),
        Field("citations", many=True, of=citation.KEYED),
        Field("what_it_is", prose, required=True),
        Field("what_is_said", prose),
    )

    def build(self, key, record, refs, instance=None):
        catalog = super().build(key, record, refs, instance)
        catalog.draft_title = catalog.title
        catalog.place = refs.get("place", record["place"])
        catalog.operator = refs.get("actor", record["operator"]) if "operator" in record else None
        catalog.layer = refs.get("layer", record["layer"]) if "layer" in record else None
        catalog.claims = [refs.get("claim", name) for name in record.get("claims", [])]
        for name in ("last_checked", "next_review"):
            setattr(catalog, name, datetime.date.fromisoformat(record[name]))
        for name in SECTIONS:
            setattr(catalog, name, to_html(record.get(name, "")))
        catalog.citations = rows(CatalogCitation, record.get("citations", []), lambda row: citation.to_keyed_columns(row, refs))
        catalog.facts = self._rows(Fact, FactCitation, record.get("facts", []), refs, self._fact)
        catalog.entries = self._rows(Entry, EntryCitation, record.get("entries", []), refs, self._entry)
        catalog.consequences = self._rows(
            Consequence, ConsequenceCitation, record.get("consequences", []), refs, self._consequence
        )
        return catalog

    @staticmethod
    def _rows(model, citation_model, records, refs, columns):
        made = rows(model, records, lambda record: columns(record, refs))
        for row, record in zip(made, records, strict=True):
            row.citations = rows(citation_model, record.get("citations", []), lambda one: citation.to_columns(one, refs))
        return made

    @staticmethod
    def _fact(record, refs):
        return {
            "kind": record["fact"],
            "state": record["state"],
            "value": record.get("value", ""),
            "date": record.get("date", ""),
            "checked": as_date(record.get("checked")),
        }

    @staticmethod
    def _entry(record, refs):
        plain = ("wording", "state", "effect", "points", "grade", "conditions", "period", "status")
        return {
            "behaviour": refs.get("behaviour", record["behaviour"]),
            "checked": as_date(record.get("checked")),
            **{name: record.get(name, "") for name in plain},
        }

    @staticmethod
    def _consequence(record, refs):
        return {name: record.get(name, "") for name in ("kind", "what", "who", "period", "status")}

    def read(self, catalog):
        return super().read(catalog) | {
            "place": catalog.place.slug,
            "operator": catalog.operator.slug if catalog.operator else "",
            "layer": catalog.layer.slug if catalog.layer else "",
            "claims": sorted(row.slug for row in catalog.claims.all()),
            "last_checked": catalog.last_checked.isoformat(),
            "next_review": catalog.next_review.isoformat(),
            "facts": [
                lean(
                    {
                        "fact": row.kind,
                        "state": row.state,
                        "value": row.value,
                        "date": row.date,
                        "checked": row.checked.isoformat() if row.checked else "",
                        "citations": citation.from_rows(row.citations),
                    }
                )
                for row in catalog.facts.all()
            ],
            "entries": [self._entry_as_read(row) for row in catalog.entries.select_related("behaviour")],
            "consequences": [
                lean(
                    {name: getattr(row, name) for name in ("kind", "what", "who", "period", "status")}
                    | {"citations": citation.from_rows(row.citations)}
                )
                for row in catalog.consequences.all()
            ],
            "citations": citation.from_keyed_rows(catalog.citations),
            **{name: to_markdown(getattr(catalog, name)) for name in SECTIONS},
        }

    @staticmethod
    def _entry_as_read(row):
        plain = ("wording", "state", "effect", "points", "grade", "conditions", "period", "status")
        return lean(
            {
                "behaviour": row.behaviour.slug,
                **{name: getattr(row, name) for name in plain},
                "checked": row.checked.isoformat() if row.checked else "",
                "citations": citation.from_rows(row.citations),
            }
        )

    def save(self, catalog, is_new):
        self.save_page(catalog, CatalogIndexPage.objects.get() if is_new else None)


def as_date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
