"""Actors and relations as files that other tools open."""

import csv
import io
import json
from xml.etree import ElementTree as ET

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string

from explainer.actors.choices import ActorKind, Status, Verb
from sources.spreadsheet import cell


def download(content, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def svg(found, context) -> HttpResponse:
    """A picture that stands alone: its links name the site, its arrow heads come along."""
    own = {
        "title": found.title,
        "summary": found.summary,
        "statuses": list(Status),
        "site": settings.PUBLIC_URL,
        "base": settings.PUBLIC_URL + found.get_absolute_url(),
    }
    text = render_to_string("actors/map.svg", context | own)
    return download(text, f"{found.slug}.svg", "image/svg+xml")


def table(name, actors, relations) -> HttpResponse:
    """One line a relation. Columns are told in the first line."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(
        [
            "key",
            "sentence",
            "subject",
            "subject_name",
            "verb",
            "object",
            "object_name",
            "detail",
            "period",
            "status",
            "note",
            "sources",
        ]
    )
    for row in relations:
        sources = " ".join(citation.source.slug for citation in row.citations.all())
        values = (
            row.slug, row.sentence, row.subject.slug, row.subject.name, row.verb, row.object.slug, row.object.name,
            row.detail, row.period, row.status, row.note, sources,
        )  # fmt: skip
        rows.writerow([cell(value) for value in values])
    return download("\ufeff" + out.getvalue(), f"{name}.csv", "text/csv; charset=utf-8")


def graphml(name, actors, relations) -> HttpResponse:
    """GraphML, http://graphml.graphdrawing.org/specification.html"""
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    node_keys = ("name", "name_original", "kind", "sector", "role", "wikidata", "address")
    edge_keys = ("verb", "detail", "period", "status", "sentence")
    for target, names in (("node", node_keys), ("edge", edge_keys)):
        for key in names:
            ET.SubElement(root, "key", {"id": f"{target}-{key}", "for": target, "attr.name": key, "attr.type": "string"})
    graph = ET.SubElement(root, "graph", id=name, edgedefault="directed")
    for actor in actors:
        node = ET.SubElement(graph, "node", id=actor.slug)
        for key in node_keys:
            value = settings.PUBLIC_URL + actor.get_absolute_url() if key == "address" else getattr(actor, key)
            if value:
                ET.SubElement(node, "data", key=f"node-{key}").text = value
    known = {actor.slug for actor in actors}
    for row in relations:
        if {row.subject.slug, row.object.slug} <= known:
            edge = ET.SubElement(graph, "edge", id=row.slug, source=row.subject.slug, target=row.object.slug)
            for key in edge_keys:
                if value := getattr(row, key):
                    ET.SubElement(edge, "data", key=f"edge-{key}").text = value
    ET.indent(root)
    return download(ET.tostring(root, encoding="utf-8", xml_declaration=True), f"{name}.graphml", "application/graphml+xml")


FTM_SCHEMA = {
    ActorKind.COMPANY: "Company",
    ActorKind.STATE_COMPANY: "Company",
    ActorKind.EXPERT: "Person",
    ActorKind.POLITICIAN: "Person",
    ActorKind.ASSOCIATION: "Organization",
    ActorKind.OUTLET: "Organization",
    ActorKind.NGO: "Organization",
}


def follow_the_money(name, actors, relations) -> HttpResponse:
    """FollowTheMoney entities, one JSON object a line. https://followthemoney.tech/explorer/"""
    lines = []
    for actor in actors:
        properties = {
            "name": [actor.name],
            "alias": [other for other in (actor.name_original, *actor.alias_list) if other],
            "summary": [actor.role],
            "wikidataId": [actor.wikidata],
            "registrationNumber": [actor.credit_code],
            "website": [actor.url],
            "sourceUrl": [settings.PUBLIC_URL + actor.get_absolute_url()],
        }
        schema = FTM_SCHEMA.get(ActorKind(actor.kind), "PublicBody")
        if schema == "Person":
            properties.pop("registrationNumber")
        lines.append(_entity(f"actor-{actor.slug}", schema, properties))
    known = {actor.pk for actor in actors}
    for row in relations:
        if not {row.subject_id, row.object_id} <= known:
            continue
        # Only a company is an asset there.
        owned = row.verb in (Verb.OWNS, Verb.PARENT_OF) and FTM_SCHEMA.get(ActorKind(row.object.kind)) == "Company"
        ends = ("owner", "asset") if owned else ("subject", "object")
        period = row.period_date
        properties = {
            ends[0]: [f"actor-{row.subject.slug}"],
            ends[1]: [f"actor-{row.object.slug}"],
            "role": [f"{row.words} {row.detail}".strip()],
            "status": [row.get_status_display()],
            "summary": [row.sentence],
            "startDate": [period.start.iso if period and period.start else ""],
            "endDate": [period.end.iso if period and period.end and period.is_interval else ""],
            "sourceUrl": [settings.PUBLIC_URL + row.get_absolute_url()],
        }
        lines.append(_entity(f"relation-{row.slug}", "Ownership" if ends[0] == "owner" else "UnknownLink", properties))
    return download("".join(lines), f"{name}.ftm.json", "application/json")


def _entity(key, schema, properties) -> str:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    entity = {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}
    return json.dumps(entity, ensure_ascii=False) + "\n"


FORMS = {"csv": table, "graphml": graphml, "ftm.json": follow_the_money}
