"""Imports as an editor does them, in the admin."""

import csv
import io
import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from explainer.accounts import ensure_roles
from explainer.timeline.models import Event
from sources.models import ImportBatch, Source
from tests import make
from tests.exchange.files import table, zotero

pytestmark = pytest.mark.django_db
READ = "/admin/imports/from/references/"


@pytest.fixture
def editor(client, user):
    client.force_login(user)
    return client


def upload(client, data, name="list.json", kind="references", follow=True):
    return client.post(reverse("imports:read", args=[kind]), {"file": SimpleUploadedFile(name, data)}, follow=follow)


def chosen(response) -> dict:
    """All that the form of a preview sends if nothing in it is touched."""
    from bs4 import BeautifulSoup

    form = BeautifulSoup(response.content, "html.parser").select_one("form.imports")
    sent: dict[str, list] = {}
    for one in form.select("input[name], select[name]"):
        if one.name == "select":
            value = (one.select_one("option[selected]") or one.select_one("option"))["value"]
        elif one["type"] == "checkbox" and not one.has_attr("checked"):
            continue
        else:
            value = one.get("value", "on")
        sent.setdefault(one["name"], []).append(value)
    return sent


def test_a_list_is_read_looked_over_taken_in_and_taken_back(editor):
    response = upload(editor, zotero(3))
    batch = ImportBatch.objects.get()
    assert response.redirect_chain[-1][0] == batch.get_absolute_url()
    page = response.content.decode()
    assert "As chosen: 3 new, 0 changed" in page
    assert "On lists, part 2 of many" in page
    sent = chosen(response) | {"action-2": "skip", "option-3-tier": "primary", "do": "commit"}
    page = editor.post(batch.get_absolute_url(), sent, follow=True).content.decode()
    assert "Taken in as drafts: 2 new sources." in page
    assert sorted(Source.objects.values_list("title", "tier", "live")) == [
        ("On lists, part 2 of many", "primary", False),
        ("关于名单的通知第0号", "secondary", False),
    ]
    page = editor.post(batch.get_absolute_url(), {"do": "undo:all"}, follow=True).content.decode()
    assert "It was undone." in page
    assert not Source.objects.exists()
    page = editor.post(batch.get_absolute_url(), {"do": "commit"}, follow=True).content.decode()
    assert "This was settled already" in page


def test_what_comes_back_says_no_changes(editor, client):
    make.event("one")
    page = upload(editor, client.get("/data/events.csv").getvalue(), "events.csv", "events").content.decode()
    assert "0 changes" in page
    assert "Take it in" not in page


def test_a_choice_is_kept_from_page_to_page(editor):
    response = upload(editor, zotero(101))
    batch = ImportBatch.objects.get()
    sent = chosen(response) | {"action-1": "skip", "do": "show::2"}
    page = editor.post(batch.get_absolute_url(), sent, follow=True)
    assert "As chosen: 100 new" in page.content.decode()
    assert "Page 2 of 2" in page.content.decode()


def test_a_bad_file_is_told_beside_the_form_and_leaves_nothing(editor):
    response = upload(editor, b'[{"type": "novel"}]')
    assert response.status_code == 422
    assert "entry 1: its “type” must be one of those of CSL, and is “novel”" in response.content.decode()
    assert "Nothing is stored." in response.content.decode()
    assert upload(editor, b"x" * 6_000_000).status_code == 422
    assert editor.post(READ, {}).status_code == 422
    assert not ImportBatch.objects.exists()


def test_what_a_file_says_is_never_markup(editor):
    item = {"type": "book", "title": "<script>alert(1)</script>", "publisher": "<b>x", "note": "<img src=x onerror=alert(1)>"}
    page = upload(editor, json.dumps([item]).encode(), name="<i>.json").content.decode()
    assert "<script>alert" not in page
    assert "<b>x" not in page
    assert "<img src=x" not in page


def test_nonsense_that_is_sent_to_a_preview_is_passed_over(editor):
    upload(editor, zotero(1))
    batch = ImportBatch.objects.get()
    sent = {"shown": ["1", "x", "99999", "²"], "action-1": "publish", "option-1-kind": "spell", "take-1": "slug"}
    for do in ("", "show:nowhere:x", "take:x", "nothing", "undo:rest"):
        assert editor.post(batch.get_absolute_url(), sent | {"do": do}, follow=True).status_code == 200
    assert editor.get(batch.get_absolute_url() + "?state=x&page=y").status_code == 200
    batch.refresh_from_db()
    assert (batch.rows[0]["action"], batch.rows[0]["options"]["kind"]) == ("create", "news")


def test_a_correction_of_a_hundred_rows_is_one_button(editor, client):
    make.source("plan")
    events = [make.event(f"event-no-{n}", title=f"It opns, no. {n}") for n in range(3)]
    data = client.get("/data/events.csv").getvalue().replace(b"opns", b"opens")
    upload(editor, data, "events.csv", "events")
    batch = ImportBatch.objects.get()
    page = editor.post(batch.get_absolute_url(), {"do": "take:theirs:"}, follow=True).content.decode()
    assert "As chosen: 0 new, 3 changed" in page
    editor.post(batch.get_absolute_url(), {"do": "commit"})
    drafts = [Event.objects.get(pk=event.pk).get_latest_revision_as_object().title for event in events]
    assert drafts == ["It opens, no. 0", "It opens, no. 1", "It opens, no. 2"]


def test_a_template_has_the_columns_that_are_read(editor):
    for kind in ("events", "entries"):
        response = editor.get(reverse("imports:template", args=[kind]))
        (columns,) = csv.reader(io.StringIO(response.content.decode()))
        assert {"sources", "says"} <= set(columns)
        assert upload(editor, table(" ".join(columns), [""] * len(columns)), "x.csv", kind).status_code == 422
    assert editor.get(reverse("imports:template", args=["references"])).status_code == 404


def test_the_list_says_who_when_and_how_much(editor):
    upload(editor, zotero(2))
    page = editor.get(reverse("imports:index")).content.decode()
    for words in (
        "list.json",
        "To be looked over",
        "2 new",
        "root",
        "Import references",
        "Import events",
        "Import catalog entries",
    ):
        assert words in page


def test_each_list_leads_to_its_import(editor):
    make.home()
    for address, kind in (
        (reverse("wagtailsnippets_sources_source:list"), "references"),
        (reverse("wagtailsnippets_timeline_event:list"), "events"),
        (reverse("catalog_list:index"), "entries"),
    ):
        assert reverse("imports:read", args=[kind]) in editor.get(address).content.decode()


# role → kinds of import
ROLES = {
    "Researchers": {"references", "events", "entries"},
    "Editors": {"references", "events", "entries"},
    "Second readers": set(),
    "Data stewards": {"references", "events"},
    "Publishers": set(),
}
SEE_ALL = {"Editors", "Data stewards"}  # also what others have taken in


@pytest.mark.parametrize("role", ROLES)
def test_who_may_import_what(client, django_user_model, role):
    ensure_roles()
    person = django_user_model.objects.create_user("somebody")
    person.groups.add(Group.objects.get(name=role))
    client.force_login(person)
    others = ImportBatch.objects.create(kind="events", format="csv", sha256="x")
    found = {
        kind for kind in ("references", "events", "entries") if client.get(f"/admin/imports/from/{kind}/").status_code == 200
    }
    assert found == ROLES[role]
    assert (client.get(others.get_absolute_url()).status_code == 200) is (role in SEE_ALL)
    assert (reverse("imports:index") in client.get("/admin/").content.decode()) is bool(ROLES[role])


def test_who_is_nobody_imports_nothing(client):
    assert client.get(READ).status_code == 302
    assert client.post(READ, {"text": "[]"}).status_code == 302
