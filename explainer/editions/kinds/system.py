"""Systems a story may be about."""

from explainer.editions.kinds import citation
from explainer.editions.kinds.base import RecordKind, choice, lean, rows
from explainer.editions.schema import Field, line, text, whole_number, yes
from explainer.systems.choices import Output, Standing, State
from explainer.systems.models import System, SystemCitation

SCALE = ("scale_low", "scale_high", "scale_start")
LINKS = ("actor", "place", "term", "claim")


class SystemRecords(RecordKind):
    name = "system"
    model = System
    plain = ("name", "name_original", "language", "standing", "keeper", "output", "tell", "what", "state")
    rows = {"citations": ()}
    fields = (
        Field("name", line, required=True),
        Field("name_original", line),
        Field("language", line),
        Field("aliases", line, many=True),
        Field("standing", choice(Standing), required=True),
        Field("layer", refers_to="layer"),
        Field("keeper", line, required=True),
        Field("output", choice(Output), required=True),
        Field("tell", line, required=True),
        Field("what", text, required=True),
        Field("state", choice(State), required=True),
        *(Field(name, whole_number) for name in SCALE),
        *(Field(f"{kind}s", refers_to=kind, many=True, as_set=True) for kind in LINKS),
        Field("citations", many=True, required=True, of=(*citation.FIELDS, Field("gives_scale", yes))),
    )

    def build(self, key, record, refs, instance=None):
        system = super().build(key, record, refs, instance)
        system.aliases = "\n".join(record.get("aliases", []))
        system.layer = refs.get("layer", record["layer"]) if "layer" in record else None
        for name in SCALE:
            setattr(system, name, int(record[name]) if name in record else None)
        for kind in LINKS:
            setattr(system, f"{kind}s", [refs.get(kind, name) for name in record.get(f"{kind}s", [])])
        system.citations = rows(
            SystemCitation,
            record["citations"],
            lambda row: citation.to_columns(row, refs) | {"gives_scale": "gives_scale" in row},
        )
        return system

    def read(self, system):
        return super().read(system) | {
            "aliases": system.alias_list,
            "layer": system.layer.slug if system.layer else "",
            **{f"{kind}s": sorted(row.slug for row in getattr(system, f"{kind}s").all()) for kind in LINKS},
            **{name: "" if (value := getattr(system, name)) is None else str(value) for name in SCALE},
            "citations": [
                lean(citation.from_row(row) | {"gives_scale": "yes" if row.gives_scale else ""})
                for row in system.citations.select_related("source")
            ],
        }
