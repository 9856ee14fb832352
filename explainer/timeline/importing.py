"""Import of events: rows of a CSV file become drafts."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from wagtail.models import ReferenceIndex

from claims.models import ClaimPage
from explainer.actors.models import Actor
from explainer.places.models import Place
from explainer.timeline.choices import EventKind, Lane
from explainer.timeline.models import Event, EventCitation
from sources.exchange.kinds import register
from sources.exchange.references.known import fold, parts
from sources.exchange.revisions import log_import, put_back, save_draft, why_no_draft, why_not
from sources.exchange.rows import CREATE, Change, Row, State, settle
from sources.exchange.tables.columns import SOURCES, Column, changes, problems_of
from sources.exchange.tables.kind import TableKind
from sources.exchange.tables.known import Documents, Named, NotKnown
from sources.exchange.tables.passages import added, as_change, named_in

LISTS = {"actors": Actor, "places": Place, "claims": ClaimPage}
COLUMNS = (
    Column("slug", "Its key, by which it is known again. A new one may have none.", "list-opened", compared=False),
    Column("title", "What happened, as a short statement.", "The list opens", required=True),
    Column("date", "When, as EDTF; in a spreadsheet as text.", "2014-06-14", required=True),
    Column("lane", "Whether it happened or was being said.", "documented", required=True, choices=Lane.choices),
    Column("kind", "What kind of event it is.", "adopted", required=True, choices=EventKind.choices),
    Column("text", "What happened, in one to three sentences.", "The office opens the list.", required=True),
    *SOURCES,
    *(Column(name, f"Keys of the {name} it belongs to.", "one|two", compared=False) for name in LISTS),
)
PLAIN = [column.name for column in COLUMNS if column.compared]


class Known:
    """All that a file names, and the events it may mean, asked once."""

    def __init__(self, items: list[dict]):
        cells = [item["cells"] for item in items]
        self.documents = Documents(named_in(items))
        self.lists = {
            name: Named(model._default_manager.all(), (row.get(name, "") for row in cells)) for name, model in LISTS.items()
        }
        self.by_slug, self.by_day = {}, defaultdict(list)
        for some in parts(cells):
            wanted = Q(slug__in={row.get("slug") for row in some}) | Q(date__in={row.get("date") for row in some})
            found = Event.objects.filter(wanted).select_related("latest_revision")
            for event in found.prefetch_related("citations__source__merged_into", *LISTS):
                draft = event.get_latest_revision_as_object() if event.has_unpublished_changes else event
                self.by_slug[event.slug] = draft
                self.by_day[draft.date, fold(draft.title)].append(draft)


@register
class Events(TableKind):
    name = "events"
    title = "Import events"
    things = ("event", "events")
    order = 1
    icon = "calendar-alt"
    lead = (
        "From a CSV file, one event a row. The file of events that the open data offer is such a file. You see what would happen "
        "before anything is kept; what is taken in are drafts."
    )
    columns = COLUMNS
    must = frozenset({"title"})
    passed_over = frozenset({"url", "year"})

    def allowed(self, user):
        return user.has_perms(["timeline.add_event", "timeline.change_event"])

    def plan(self, items, form, user):
        known, rows, seen = Known(items), [], {}
        for n, item in enumerate(items, 1):
            cells = item["cells"]
            title = cells.get("title") or cells.get("slug") or "Without a title"
            row = Row(n, f"line {item['line']}", title, about(cells), item=item)
            self._place(row, cells, known, user)
            mark = row.target or cells.get("slug") or (cells.get("date"), fold(title))
            if row.state != State.CANNOT and mark in seen:
                row.state, row.reasons = State.DUPLICATE, [f"It is the same event as {seen[mark]} of this file.", *row.reasons]
                row.action = row.actions[0]
            seen.setdefault(mark, row.where)
            rows.append(row)
        return rows

    @staticmethod
    def _place(row: Row, cells: dict, known: Known, user) -> None:
        event = known.by_slug.get(cells.get("slug"))
        alike = [] if event else known.by_day.get((cells.get("date"), fold(cells.get("title", ""))), [])
        target = event or next(iter(alike), None)
        _, problems = filled(Event(), cells, new=target is None)
        passages, wrong = added(
            cells, [one.source for one in target.citations.all()] if target else [], known.documents, EventCitation
        )
        problems += wrong
        if not target and not passages and not wrong:
            problems.append("Column sources: it is empty. Nothing documented is uncited.")
        more = {}
        for name, named in known.lists.items():
            try:
                more[name] = named.of(cells.get(name, ""))
            except NotKnown as error:
                problems.append(f"Column {name}: {error}")
        if target:
            row.target, row.target_label = str(target.pk), target.title
            row.changes = changes(COLUMNS, cells, target) + joined(target, more) + as_change(passages, known.documents)
            row.reasons = ["It has the same key." if event else "It has the same day and title."]
            settle(row)
            reason = why_no_draft(target, user) if row.changes else ""
            if alike:
                row.state = State.DUPLICATE
            if reason:
                problems.append(reason)
        if problems:
            row.state, row.reasons, row.changes = State.CANNOT, problems, []
        row.action = row.actions[0]

    def commit(self, rows, batch, user):
        known = Known([row.item for row in rows])
        for row in rows:
            row.done = make(row, known, user) if row.action == CREATE else change(row, known, user)
            log_import(Event.objects.get(pk=row.done.get("made") or row.done["changed"]), row, batch, user)

    def objections(self, rows, batch):
        events = Event.objects.select_related("latest_revision__user").in_bulk(
            [row.done.get("made") or row.done["changed"] for row in rows]
        )
        found = {}
        for row in rows:
            event = events.get(row.done.get("made") or row.done["changed"])
            reason = why_not(event, row.done["revision"])
            if not reason and "made" in row.done and ReferenceIndex.get_references_to(event).exists():
                reason = "Something points to it."
            if reason:
                found[row.n] = reason
        return found

    def undo(self, rows, batch, user):
        # Never public and used by nothing: as if they had not been taken in. The batch keeps what it said.
        Event.objects.filter(pk__in=[row.done["made"] for row in rows if "made" in row.done]).delete()
        for row in rows:
            if "changed" in row.done:
                put_back(Event.objects.get(pk=row.done["changed"]), row.done, user)

    def edit_url(self, target, user):
        return reverse(Event.snippet_viewset.get_url_name("edit"), args=[target])


def about(cells: dict) -> str:
    lane, kind = dict(Lane.choices).get(cells.get("lane"), ""), dict(EventKind.choices).get(cells.get("kind"), "")
    return " · ".join(filter(None, (cells.get("date"), str(lane), str(kind))))


def filled(event: Event, cells: dict, new: bool) -> tuple[Event, list[str]]:
    """``event`` with what the cells say of its fields; and what the model has against that."""
    for name in PLAIN:
        if name in cells:
            setattr(event, name, cells[name])
    problems = problems_of(event, cells, new, COLUMNS)
    if new and "slug" in cells:
        event.slug = cells["slug"]
        try:
            event.clean_fields(exclude={field.name for field in Event._meta.fields} - {"slug"})
            event.clean()
        except ValidationError as error:
            problems += [f"Column slug: {reason}" for reason in error.messages]
    return event, problems


def joined(event: Event, more: dict[str, list]) -> list[Change]:
    found = []
    for name, records in more.items():
        have = {record.pk for record in getattr(event, name).all()}
        if new := [record for record in records if record.pk not in have]:
            found.append(Change(name, f"{name.capitalize()}, added", "", ", ".join(map(str, new))))
    return found


def make(row: Row, known: Known, user) -> dict:
    cells = row.item["cells"]
    event, _ = filled(Event(live=False), cells, new=True)
    if Event.objects.filter(slug=event.slug).exists():
        event.slug = ""  # made from its title
    passages, _ = added(cells, [], known.documents, EventCitation)
    event.citations = [passage.citation(EventCitation, known.documents) for passage in passages]
    for name, named in known.lists.items():
        setattr(event, name, named.of(cells.get(name, "")))
    event.save()
    return {"made": event.pk, "revision": event.save_revision(user=user, clean=False).pk}


def change(row: Row, known: Known, user) -> dict:
    cells, taken = row.item["cells"], {change.name for change in row.taken}
    event = Event.objects.get(pk=row.target)
    draft = event.get_latest_revision_as_object()
    filled(draft, {name: value for name, value in cells.items() if name in taken and name in PLAIN}, new=False)
    if "sources" in taken:
        rows = list(draft.citations.all())
        passages, _ = added(cells, [one.source for one in rows], known.documents, EventCitation)
        draft.citations = [*rows, *(passage.citation(EventCitation, known.documents) for passage in passages)]
    for name, named in known.lists.items():
        if name in taken:
            setattr(draft, name, list(dict.fromkeys([*getattr(draft, name).all(), *named.of(cells[name])])))
    return save_draft(event, draft, user) | {"changed": event.pk}
