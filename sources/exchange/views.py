"""Import: hand in a list, look at what would happen, take it in; and take it back."""

import csv
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from sources.exchange import flow
from sources.exchange.forms import ImportForm, choices_of
from sources.exchange.kinds import KINDS, LARGEST, ImportKind, allowed_kinds
from sources.exchange.rows import CREATE, UPDATE, Row, State
from sources.intake.files import UnreadableFile
from sources.models import ImportBatch
from sources.models.batch import BatchState
from sources.permissions import may_see_batch

PER_PAGE = 100
LATELY = 6


class ImportScreen(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "upload"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self):
        imports = {"url": reverse("imports:index"), "label": "Imports"}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, imports, here]


class ReadView(ImportScreen):
    """Hand in a file. ``kind`` is in the address."""

    template_name = "sources/exchange/read.html"

    def setup(self, request, *args, kind="", **kwargs):
        super().setup(request, *args, **kwargs)
        allowed = allowed_kinds(request.user)
        if kind and kind not in KINDS:
            raise Http404
        self.kind: ImportKind | None = KINDS[kind] if kind else next(iter(allowed), None)
        if self.kind not in allowed:
            raise PermissionDenied

    def get_page_title(self):
        return self.kind.title

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(kind.title, url=reverse("imports:read", args=[kind.name]), icon_name=kind.icon, priority=n)
            for n, kind in enumerate(allowed_kinds(self.request.user))
            if kind is not self.kind
        ]

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ImportForm(accepts=self.kind.accepts))
        lately = ImportBatch.objects.filter(kind=self.kind.name).select_related("by").defer("rows")
        shown = [batch for batch in lately[: LATELY * 4] if may_see_batch(self.request.user, batch)]
        return super().get_context_data(
            kind=self.kind, told=self.kind.told(), largest=LARGEST // 1024 // 1024, lately=shown[:LATELY], **kwargs
        )

    def post(self, request, *args, **kwargs):
        form = ImportForm(request.POST, request.FILES, accepts=self.kind.accepts)
        if form.is_valid():
            try:
                batch = flow.prepare(self.kind, *form.what, request.user)
            except UnreadableFile as error:
                form.add_error(None, f"{error} Nothing is stored.")
            else:
                return redirect(batch.get_absolute_url())
        return self.render_to_response(self.get_context_data(form=form), status=422)


def template(request, kind: str):
    """A file with the names of the columns, to fill in."""
    found = next((one for one in allowed_kinds(request.user) if one.name == kind and one.template_columns), None)
    if found is None:
        raise Http404
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
    csv.writer(response).writerow(found.template_columns)
    return response


class BatchView(ImportScreen):
    """One import in its state: looked over, taken in, undone."""

    template_name = "sources/exchange/batch.html"

    def setup(self, request, *args, pk, **kwargs):
        super().setup(request, *args, **kwargs)
        self.batch = get_object_or_404(ImportBatch.objects.select_related("by", "undone_by"), pk=pk)
        self.kind = KINDS[self.batch.kind]
        if not may_see_batch(request.user, self.batch):
            raise PermissionDenied

    def get_page_title(self):
        return self.kind.title

    def get_page_subtitle(self):
        return str(self.batch)[:60]

    @cached_property
    def header_buttons(self):
        return [HeaderButton("Import another", url=reverse("imports:read", args=[self.kind.name]), icon_name="plus")]

    def get_context_data(self, different: list[Row] | None = None, **kwargs):
        batch, rows = self.batch, flow.rows_of(self.batch)
        state = self.request.GET.get("state", "")
        state = state if state in State.values and different is None else ""
        chosen = [row for row in rows if not state or row.state == state] if different is None else different
        if different is None:
            chosen.sort(key=lambda row: (ORDER.index(row.state), row.n))
        page = Paginator(chosen, PER_PAGE).get_page(self.request.GET.get("page"))
        objections = {}
        if batch.state == BatchState.DONE:
            done = [row for row in rows if row.done]
            objections = self.kind.objections(done, batch)
        titles = {row.n: row.title for row in rows}
        return super().get_context_data(
            batch=batch,
            kind=self.kind,
            state=state,
            page=page,
            shown=[self._shown(row) for row in page],
            counts=[(State(name), batch.counts.get(name, 0)) for name in ORDER if batch.counts.get(name)],
            total=len(rows),
            makes=sum(row.does == CREATE for row in rows),
            changes=sum(row.does == UPDATE for row in rows),
            nothing_new=all(row.state == State.UNCHANGED for row in rows),
            conflicts=batch.counts.get(State.CONFLICT, 0) if batch.state == BatchState.PREVIEW else 0,
            summary=list(self.kind.summary(rows)) if batch.state == BatchState.PREVIEW else [],
            different=different,
            objections=[(n, titles[n], reason) for n, reason in objections.items()],
            undoable=sum(bool(row.done) for row in rows) - len(objections),
            **kwargs,
        )

    def _shown(self, row: Row) -> dict:
        made = str(row.done.get("made") or row.done.get("changed") or "")
        gone = row.done.get("undone") and "made" in row.done
        return {
            "row": row,
            "target_url": self.kind.edit_url(row.target, self.request.user) if row.target else "",
            "done_url": self.kind.edit_url(made, self.request.user) if made and not gone else "",
            "options": [
                (name, row.options[name], self.kind.option_choices[name])
                for name in self.kind.option_choices
                if name in row.options
            ],
        }

    def post(self, request, *args, **kwargs):
        do, _, where = request.POST.get("do", "").partition(":")
        steps = {"show": self.show, "take": self.take, "commit": self.commit, "discard": self.discard, "undo": self.undo}
        try:
            return steps.get(do, self.show)(where)
        except flow.Settled:
            messages.error(request, "This was settled already, perhaps in another window.")
            return redirect(self.batch.get_absolute_url())

    def show(self, where):
        """Another part of the list; what was chosen on this one is kept."""
        if self.batch.state == BatchState.PREVIEW:
            flow.choose(self.batch, choices_of(self.request.POST))
        state, _, page = where.partition(":")
        params = {name: value for name, value in (("state", state), ("page", page)) if value}
        return redirect(f"{self.batch.get_absolute_url()}?{urlencode(params)}" if params else self.batch.get_absolute_url())

    def take(self, where):
        """What differs, of every row: as the file has it, or as it is with us."""
        flow.choose(self.batch, choices_of(self.request.POST))
        whose, _, where = where.partition(":")
        flow.choose_side(self.batch, theirs=whose == "theirs")
        return redirect(f"{self.batch.get_absolute_url()}?state={where}" if where else self.batch.get_absolute_url())

    def commit(self, where):
        if not self.kind.allowed(self.request.user):
            raise PermissionDenied
        flow.choose(self.batch, choices_of(self.request.POST))
        try:
            done = flow.commit(self.batch, self.request.user)
        except flow.LooksDifferent as error:
            self.batch.refresh_from_db()
            return self.render_to_response(self.get_context_data(different=error.rows), status=409)
        messages.success(self.request, f"{told(done.counts, self.kind)} All of it can be undone below.")
        return redirect(done.get_absolute_url())

    def discard(self, where):
        flow.discard(self.batch)
        messages.success(self.request, f"“{self.batch}” was discarded. Nothing was taken in.")
        return redirect("imports:index")

    def undo(self, where):
        if not self.kind.allowed(self.request.user):
            raise PermissionDenied
        try:
            left = flow.undo(self.batch, self.request.user, leave=where == "rest")
        except flow.CannotUndo as error:
            messages.error(self.request, f"Nothing was undone: {len(error.objections)} of them cannot be. See below.")
        else:
            messages.success(self.request, f"It was undone, except {len(left)}." if left else "It was undone.")
        return redirect(self.batch.get_absolute_url())


ORDER = [State.CONFLICT, State.DUPLICATE, State.CANNOT, State.UPDATE, State.NEW, State.UNCHANGED]


def told(counts: dict, kind: ImportKind) -> str:
    one, several = kind.things
    made, changed = counts.get("created", 0), counts.get("updated", 0)
    parts = [f"{made} new {one if made == 1 else several}"] if made else []
    parts += [f"{changed} known {one if changed == 1 else several}"] if changed else []
    return f"Taken in as drafts: {' and '.join(parts)}." if parts else "Nothing was to be taken in."
