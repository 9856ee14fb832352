"""Import of entries: rows of a CSV file become one draft of each catalog that they belong to."""

from collections import Counter, defaultdict

from django.urls import reverse
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from explainer.catalogs.choices import Effect, EntryStatus, State
from explainer.catalogs.models import Behaviour, CatalogPage, Entry, EntryCitation
from sources.exchange.kinds import register
from sources.exchange.revisions import log_import, put_back, save_draft, why_no_draft, why_not
from sources.exchange.rows import CREATE, Row, settle
from sources.exchange.rows import State as RowState
from sources.exchange.tables.columns import SOURCES, Column, as_text, changes, problems_of
from sources.exchange.tables.kind import TableKind
from sources.exchange.tables.known import Documents, Named, NotKnown
from sources.exchange.tables.passages import added, as_change, named_in
from sources.models.citation import attach_sources

COLUMNS = (
    Column("catalog", "Key of its catalog.", "harbour", required=True, compared=False),
    Column("behaviour", "Key of the behaviour.", "red-light", required=True, compared=False),
    Column("wording", "How this rule puts it, in your own words.", "Crossing at red", required=True),
    Column("state", "Whether it has an effect here.", "yes", required=True, choices=State.choices),
    Column("effect", "What the effect is.", "points", choices=Effect.choices),
    Column("points", "A number or a range.", "-50..-10"),
    Column("grade", "If the effect is a grade: which."),
    Column("conditions", "Under which conditions."),
    Column("status", "How well it is known, and whether it holds.", "in-force", required=True, choices=EntryStatus.choices),
    Column("period", "When it holds or held, as EDTF.", "2014/.."),
    Column("checked", "If nothing was found: the day we looked.", "2026-01-31"),
    *SOURCES,
    Column("citations", "Passages as the open data write them; instead of the four columns before.", "", compared=False),
)
FIELDS = [column.name for column in COLUMNS if column.compared]


class Known:
    """The catalogs that a file names, as their newest drafts, and the rest that it names."""

    def __init__(self, items: list[dict], user):
        cells = [item["cells"] for item in items]
        self.documents = Documents(named_in(items))
        self.behaviours = Named(Behaviour.objects.all(), (row.get("behaviour", "") for row in cells))
        pages = CatalogPage.objects.filter(slug__in={row.get("catalog", "") for row in cells}).select_related("latest_revision")
        self.catalogs = {page.slug: page.get_latest_revision_as_object() for page in pages}
        self.entries = {slug: list(page.entries.all()) for slug, page in self.catalogs.items()}
        attach_sources([one for entries in self.entries.values() for entry in entries for one in entry.citations.all()])
        self.refusals = {slug: self._refusal(page, user) for slug, page in self.catalogs.items()}
        self.taken: set[tuple[str, int]] = set()  # entries that a row of the file stands for

    @staticmethod
    def _refusal(page, user) -> str:
        if not page.permissions_for_user(user).can_edit():
            return "You may not edit its catalog."
        return why_no_draft(page, user)

    def free(self, cells: dict) -> list[int]:
        """Places of the entries on the behaviour that no row stands for yet."""
        slug = cells["catalog"]
        behaviour = self.behaviours.by_slug[cells["behaviour"]].pk
        return [n for n, one in enumerate(self.entries[slug]) if one.behaviour_id == behaviour and (slug, n) not in self.taken]


@register
class Entries(TableKind):
    name = "entries"
    title = "Import catalog entries"
    things = ("entry", "entries")
    order = 2
    icon = "list-ul"
    lead = (
        "From a CSV file, one entry a row, for catalogs that are there already. The file of entries that the open data offer is "
        "such a file. You see what would happen before anything is kept; what is taken in becomes one draft of each catalog."
    )
    columns = COLUMNS
    must = frozenset({"catalog", "behaviour", "wording"})
    passed_over = frozenset({"url", "place", "behaviour_name", "group", "points_low", "points_high"})

    def allowed(self, user):
        # Whoever writes pages; of each catalog it is asked again whether they may edit it.
        return PagePermissionPolicy(Page).user_has_permission(user, "add")

    def plan(self, items, form, user):
        known = Known(items, user)
        rows = [
            Row(n, f"line {item['line']}", item["cells"].get("wording") or "Without a wording", about(item["cells"]), item=item)
            for n, item in enumerate(items, 1)
        ]
        readable = [row for row in rows if not self._unreadable(row, known)]
        # An entry has no key. What is alike in all stands for it before what is alike in little.
        matched = {}
        for ways in (same_in_all, same_wording):
            for row in readable:
                cells = row.item["cells"]
                found = next((n for n in known.free(cells) if ways(known.entries[cells["catalog"]][n], cells)), None)
                if row.n not in matched and found is not None:
                    matched[row.n] = found
                    known.taken.add((cells["catalog"], found))
        seen = {}
        for row in readable:
            self._place(row, matched.get(row.n), known)
            mark = tuple(sorted(row.item["cells"].items()))
            if row.n not in matched and row.state != RowState.CANNOT and mark in seen:
                row.state, row.reasons = RowState.DUPLICATE, [f"It says the same as {seen[mark]} of this file."]
                row.changes, row.action = [], row.actions[0]
            seen.setdefault(mark, row.where)
        return rows

    @staticmethod
    def _unreadable(row: Row, known: Known) -> bool:
        """Whether it cannot be said which catalog and which behaviour it is about."""
        cells, problems = row.item["cells"], []
        if cells.get("catalog", "") not in known.catalogs:
            name = cells.get("catalog")
            problems.append(f"Column catalog: no catalog has the key “{name[:100]}”." if name else "Column catalog: it is empty.")
        try:
            if len(known.behaviours.of(cells.get("behaviour", ""))) != 1:
                problems.append("Column behaviour: give the key of one behaviour.")
        except NotKnown as error:
            problems.append(f"Column behaviour: {error}")
        if problems:
            row.state, row.reasons = RowState.CANNOT, problems
            row.action = row.actions[0]
        return bool(problems)

    @staticmethod
    def _place(row: Row, at: int | None, known: Known) -> None:
        cells = row.item["cells"]
        slug, sure = cells["catalog"], at is not None
        if not sure:
            at = next(iter(known.free(cells)), None)
        entry = known.entries[slug][at] if at is not None else None
        problems = filled(Entry(), cells, new=entry is None)[1]
        passages, wrong = added(
            cells, [one.source for one in entry.citations.all()] if entry else [], known.documents, EntryCitation
        )
        problems += wrong
        if not entry and not passages and not wrong and cells.get("state") != State.NOT_FOUND:
            problems.append("Column sources: it is empty. Nothing documented is uncited.")
        if entry:
            row.target, row.target_label = f"{known.catalogs[slug].pk}:{at}", f"{known.catalogs[slug].title}: {entry.wording}"
            row.changes = changes(COLUMNS, cells, entry) + as_change(passages, known.documents)
            row.reasons = [] if sure else ["It is about the same behaviour in the same place."]
            settle(row)
            known.taken.add((slug, at))
            if not sure:
                row.state = RowState.DUPLICATE
        if (row.changes or not entry) and known.refusals[slug]:
            problems.append(known.refusals[slug])
        if problems:
            row.state, row.reasons, row.changes = RowState.CANNOT, problems, []
        row.action = row.actions[0]

    def commit(self, rows, batch, user):
        known = Known([row.item for row in rows], user)
        by_catalog = defaultdict(list)
        for row in rows:
            by_catalog[row.item["cells"]["catalog"]].append(row)
        for slug, some in by_catalog.items():
            draft, entries = known.catalogs[slug], known.entries[slug]
            for row in some:
                if row.action == CREATE:
                    entries.append(made(row, known, len(entries)))
                else:
                    change(row, entries[int(row.target.partition(":")[2])], known)
            draft.entries = entries
            page = CatalogPage.objects.get(pk=draft.pk)
            done = save_draft(page, draft, user) | {"changed": page.pk}
            for row in some:
                row.done = done
                log_import(page, row, batch, user)

    def objections(self, rows, batch):
        pages = CatalogPage.objects.select_related("latest_revision__user").in_bulk({row.done["changed"] for row in rows})
        reasons = {(row.done["changed"], row.done["revision"]) for row in rows}
        against = {pk: why_not(pages.get(pk), revision) for pk, revision in reasons}
        return {row.n: against[row.done["changed"]] for row in rows if against[row.done["changed"]]}

    def undo(self, rows, batch, user):
        # All that came into one catalog came in one draft.
        for pk, done in {row.done["changed"]: row.done for row in rows}.items():
            put_back(CatalogPage.objects.get(pk=pk), done, user)

    def edit_url(self, target, user):
        return reverse("wagtailadmin_pages:edit", args=[target.partition(":")[0]])

    def summary(self, rows):
        doing: dict[str, Counter] = defaultdict(Counter)
        for row in rows:
            if row.does != "skip":
                doing[row.item["cells"]["catalog"]][row.does] += 1
        if doing:
            parts = [f"{slug}: {does['create']} new, {does['update']} changed" for slug, does in sorted(doing.items())]
            yield f"{len(doing)} catalog{'s' if len(doing) > 1 else ''} would have a new draft", "; ".join(parts) + "."


def about(cells: dict) -> str:
    shown = (cells.get("catalog"), cells.get("behaviour"), cells.get("points") or cells.get("effect"), cells.get("status"))
    return " · ".join(filter(None, shown))


def same_wording(entry: Entry, cells: dict) -> bool:
    return " ".join(entry.wording.casefold().split()) == " ".join(cells.get("wording", "").casefold().split())


def same_in_all(entry: Entry, cells: dict) -> bool:
    return same_wording(entry, cells) and all(cells.get(name, "") == as_text(getattr(entry, name)) for name in FIELDS)


def filled(entry: Entry, cells: dict, new: bool) -> tuple[Entry, list[str]]:
    """``entry`` with what the cells say of its fields; and what the model has against that."""
    for name in FIELDS:
        if name in cells:
            setattr(entry, name, cells[name])
    problems = problems_of(entry, cells, new, COLUMNS)
    low, high = entry.bounds()
    if low is not None and low > high:
        problems.append("Column points: of a range the lower number comes first: -50..-10.")
    return entry, problems


def made(row: Row, known: Known, position: int) -> Entry:
    cells = row.item["cells"]
    entry, _ = filled(Entry(sort_order=position), cells, new=True)
    entry.behaviour = known.behaviours.by_slug[cells["behaviour"]]
    passages, _ = added(cells, [], known.documents, EntryCitation)
    entry.citations = [passage.citation(EntryCitation, known.documents) for passage in passages]
    return entry


def change(row: Row, entry: Entry, known: Known) -> None:
    cells, taken = row.item["cells"], {change.name for change in row.taken}
    filled(entry, {name: value for name, value in cells.items() if name in taken and name in FIELDS}, new=False)
    if "sources" in taken:
        rows = list(entry.citations.all())
        passages, _ = added(cells, [one.source for one in rows], known.documents, EntryCitation)
        entry.citations = [*rows, *(passage.citation(EntryCitation, known.documents) for passage in passages)]
