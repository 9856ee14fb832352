"""Events and the chapters of years."""

from explainer.editions.kinds import citation
from explainer.editions.kinds.base import Kind, RecordKind, choice, rows
from explainer.editions.prose import to_html, to_markdown
from explainer.editions.schema import Field, edtf, line, prose, text
from explainer.timeline.choices import EventKind, Lane
from explainer.timeline.models import ChapterCitation, ChapterPage, Event, EventCitation, TimelinePage

SECTIONS = {"decided": "What was decided", "said": "What was said", "not_so": "What was not"}


class EventRecords(RecordKind):
    name = "event"
    model = Event
    plain = ("title", "date", "lane", "kind", "text")
    rows = {"citations": ()}
    fields = (
        Field("title", line, required=True),
        Field("date", edtf, required=True),
        Field("lane", choice(Lane), required=True),
        Field("kind", choice(EventKind), required=True),
        Field("text", text, required=True),
        Field("actors", refers_to="actor", many=True, as_set=True),
        Field("places", refers_to="place", many=True, as_set=True),
        Field("claims", refers_to="claim", many=True, as_set=True),
        Field("citations", many=True, required=True, of=citation.FIELDS),
    )

    def build(self, key, record, refs, instance=None):
        event = super().build(key, record, refs, instance)
        for kind in ("actor", "place", "claim"):
            setattr(event, f"{kind}s", [refs.get(kind, name) for name in record.get(f"{kind}s", [])])
        event.citations = rows(EventCitation, record["citations"], lambda row: citation.to_columns(row, refs))
        return event

    def read(self, event):
        return super().read(event) | {
            **{name: sorted(row.slug for row in getattr(event, name).all()) for name in ("actors", "places", "claims")},
            "citations": citation.from_rows(event.citations),
        }


class ChapterRecords(Kind):
    name = "chapter"
    model = ChapterPage
    plain = ("title", "summary")
    sections = SECTIONS
    rows = {"citations": ()}
    fields = (
        Field("title", line, required=True),
        Field("summary", line, required=True),
        Field("citations", many=True, required=True, of=citation.KEYED),
        *(Field(name, prose, required=True) for name in SECTIONS),
    )

    def build(self, key, record, refs, instance=None):
        chapter = super().build(key, record, refs, instance)
        chapter.draft_title = chapter.title
        for name in SECTIONS:
            setattr(chapter, name, to_html(record.get(name, "")))
        chapter.citations = rows(ChapterCitation, record["citations"], lambda row: citation.to_keyed_columns(row, refs))
        return chapter

    def read(self, chapter):
        return super().read(chapter) | {
            "citations": citation.from_keyed_rows(chapter.citations),
            **{name: to_markdown(getattr(chapter, name)) for name in SECTIONS},
        }

    def save(self, chapter, is_new):
        self.save_page(chapter, TimelinePage.objects.get() if is_new else None)
