"""Words of the topic."""

from explainer.editions.kinds import citation
from explainer.editions.kinds.base import RecordKind, rows
from explainer.editions.schema import Field, line, text
from explainer.glossary.models import Term, TermCitation


class TermRecords(RecordKind):
    name = "term"
    model = Term
    plain = ("name", "name_original", "language", "pinyin", "meaning", "beware")
    rows = {"citations": ()}
    fields = (
        Field("name", line, required=True),
        Field("name_original", line),
        Field("language", line),
        Field("pinyin", line),
        Field("meaning", text, required=True),
        Field("beware", text),
        Field("match", line, many=True, as_set=True),
        Field("layers", refers_to="layer", many=True, as_set=True),
        Field("claims", refers_to="claim", many=True, as_set=True),
        Field("citations", many=True, required=True, of=citation.FIELDS),
    )

    def build(self, key, record, refs, instance=None):
        term = super().build(key, record, refs, instance)
        term.match = "\n".join(record.get("match", []))
        term.layers = [refs.get("layer", name) for name in record.get("layers", [])]
        term.claims = [refs.get("claim", name) for name in record.get("claims", [])]
        term.citations = rows(TermCitation, record["citations"], lambda row: citation.to_columns(row, refs))
        return term

    def read(self, term):
        return super().read(term) | {
            "match": sorted(set(term.phrases)),
            "layers": sorted(row.slug for row in term.layers.all()),
            "claims": sorted(row.slug for row in term.claims.all()),
            "citations": citation.from_rows(term.citations),
        }
