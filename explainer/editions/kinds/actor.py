"""Actors, the relations between them, and the maps that show them."""

import datetime

from claims.prose import references
from explainer.actors.choices import ActorKind, Sector, Status, Verb
from explainer.actors.models import Actor, ActorCitation, ActorMap, MapNode, Relation, RelationCitation
from explainer.actors.models.map import not_drawn
from explainer.editions.kinds import citation
from explainer.editions.kinds.base import RecordKind, choice, lean, rows
from explainer.editions.prose import to_html, to_markdown
from explainer.editions.schema import Field, Invalid, day, edtf, line, number, prose, text, url

CITATIONS = Field("citations", many=True, required=True, of=citation.FIELDS)


class ActorRecords(RecordKind):
    name = "actor"
    model = Actor
    plain = (
        "name", "article", "name_original", "language", "short", "kind", "sector", "role", "about",
        "period", "url", "wikidata", "credit_code",
    )  # fmt: skip
    rows = {"citations": ()}
    fields = (
        Field("name", line, required=True),
        Field("article", line),
        Field("name_original", line),
        Field("language", line),
        Field("aliases", line, many=True),
        Field("short", line, required=True),
        Field("kind", choice(ActorKind), required=True),
        Field("sector", choice(Sector), required=True),
        Field("role", line, required=True),
        Field("about", text),
        Field("layers", refers_to="layer", many=True, as_set=True),
        Field("period", edtf),
        Field("place", refers_to="place"),
        Field("url", url),
        Field("wikidata", line),
        Field("credit_code", line),
        Field("claims", refers_to="claim", many=True, as_set=True),
        CITATIONS,
    )

    def build(self, key, record, refs, instance=None):
        actor = super().build(key, record, refs, instance)
        actor.aliases = "\n".join(record.get("aliases", []))
        actor.place = refs.get("place", record["place"]) if "place" in record else None
        actor.layers = [refs.get("layer", name) for name in record.get("layers", [])]
        actor.claims = [refs.get("claim", name) for name in record.get("claims", [])]
        actor.citations = rows(ActorCitation, record["citations"], lambda row: citation.to_columns(row, refs))
        return actor

    def read(self, actor):
        return super().read(actor) | {
            "aliases": actor.alias_list,
            "place": actor.place.slug if actor.place else "",
            "layers": sorted(row.slug for row in actor.layers.all()),
            "claims": sorted(row.slug for row in actor.claims.all()),
            "citations": citation.from_rows(actor.citations),
        }


class RelationRecords(RecordKind):
    name = "relation"
    model = Relation
    plain = ("verb", "detail", "period", "status", "note")
    rows = {"citations": ()}
    fields = (
        Field("subject", refers_to="actor", required=True),
        Field("verb", choice(Verb), required=True),
        Field("object", refers_to="actor", required=True),
        Field("detail", line),
        Field("period", edtf),
        Field("status", choice(Status), required=True),
        Field("checked", day),
        Field("note", text),
        CITATIONS,
    )

    def build(self, key, record, refs, instance=None):
        relation = super().build(key, record, refs, instance)
        relation.checked = datetime.date.fromisoformat(record["checked"]) if record.get("checked") else None
        relation.subject, relation.object = refs.get("actor", record["subject"]), refs.get("actor", record["object"])
        relation.citations = rows(RelationCitation, record["citations"], lambda row: citation.to_columns(row, refs))
        return relation

    def read(self, relation):
        return super().read(relation) | {
            "subject": relation.subject.slug,
            "object": relation.object.slug,
            "checked": relation.checked.isoformat() if relation.checked else "",
            "citations": citation.from_rows(relation.citations),
        }


def steps(value: str) -> str:
    try:
        found = int(value)
    except ValueError as error:
        raise Invalid(f"“{value}” is not a whole number.") from error
    if abs(found) > 1000:
        raise Invalid(f"“{value}” is off the picture, which is 1000 wide.")
    return str(found) if found else ""


class MapRecords(RecordKind):
    name = "map"
    model = ActorMap
    plain = ("title", "summary")
    body = "body"
    rows = {"nodes": ()}
    fields = (
        Field("title", line, required=True),
        Field("position", number, required=True),
        Field("summary", line, required=True),
        Field("actors", many=True, required=True, refers_to="actor"),
        Field("verbs", choice(Verb), many=True, as_set=True),
        Field("marks", many=True, of=(Field("actor", refers_to="actor", required=True), Field("words", line, required=True))),
        Field(
            "nudges",
            many=True,
            of=(Field("actor", refers_to="actor", required=True), Field("right", steps), Field("down", steps)),
        ),
        Field("body", prose, required=True),
    )

    def problems(self, record, records):
        shown, verbs = set(record["actors"]), record.get("verbs") or Verb.values
        relations = {key: row for (kind, key), row in records.items() if kind == "relation" and row["verb"] in verbs}
        drawn = {key for key, row in relations.items() if {row["subject"], row["object"]} <= shown}
        return [(("body",), not_drawn(key)) for key in references(record["body"]) if key not in drawn]

    def build(self, key, record, refs, instance=None):
        found = super().build(key, record, refs, instance)
        found.position = int(record["position"])
        found.body = to_html(record["body"])
        found.verbs = [verb for verb in Verb.values if verb in record.get("verbs", [])]
        marks = {row["actor"]: row["words"] for row in record.get("marks", [])}
        nudges = {row["actor"]: row for row in record.get("nudges", [])}
        found.nodes = [
            MapNode(
                sort_order=n,
                actor=refs.get("actor", name),
                mark=marks.get(name, ""),
                nudge_x=int(nudges.get(name, {}).get("right", 0)),
                nudge_y=int(nudges.get(name, {}).get("down", 0)),
            )
            for n, name in enumerate(record["actors"])
        ]
        return found

    def read(self, found):
        nodes = list(found.nodes.select_related("actor"))
        return super().read(found) | {
            "position": str(found.position),
            "verbs": sorted(found.verbs),
            "actors": [row.actor.slug for row in nodes],
            "marks": [{"actor": row.actor.slug, "words": row.mark} for row in nodes if row.mark],
            "nudges": [
                lean({"actor": row.actor.slug, "right": str(row.nudge_x or ""), "down": str(row.nudge_y or "")})
                for row in nodes
                if row.nudge_x or row.nudge_y
            ],
            "body": to_markdown(found.body),
        }
