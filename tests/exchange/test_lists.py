"""Lists of the admin as files: what somebody else wrote never runs in a spreadsheet."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from sources.models import ImportBatch
from sources.spreadsheet import bare, cell
from tests import make

pytestmark = pytest.mark.django_db
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "'=quoted", "''=twice")


@pytest.mark.parametrize("text", [*FORMULAS, "-50", "+10", "-50..-10", "'plain", "'", "", "’=", "-"])
def test_a_guarded_cell_comes_back_as_it_was(text):
    assert bare(cell(text)) == text
    assert not cell(text).startswith(("=", "@", "\t", "＝"))


def addresses():
    make.source("plan", title="=1+1\x0b", publisher=make.publisher("evil", name="@SUM(A1)"))
    make.actor("firm", name="+firm", role="=role")
    make.event("one", title="=event", text="-text()")
    ImportBatch.objects.create(kind="references", format="ris", file="=file.ris", sha256="x")
    return [
        reverse("wagtailsnippets_sources_source:list"),
        reverse("wagtailsnippets_actors_actor:list"),
        reverse("wagtailsnippets_timeline_event:list"),
        reverse("imports:index"),
        reverse("wagtailadmin_reports:site_history"),
    ]


def test_no_list_of_the_admin_exports_a_live_formula(client, user):
    client.force_login(user)
    seen = ""
    for address in addresses():
        written = client.get(address, {"export": "csv"}).getvalue().decode()
        cells = [one for row in csv.reader(io.StringIO(written)) for one in row]
        assert not [one for one in cells if one.startswith(("=", "+", "-", "@"))], address
        seen += written
        book = load_workbook(io.BytesIO(client.get(address, {"export": "xlsx"}).getvalue()))
        assert not [one for row in book.active for one in row if one.data_type == "f"], address
    for guarded in ("'=1+1", "'@SUM(A1)", "'+firm", "'=role", "'=event", "'-text()", "'=file.ris"):
        assert guarded in seen
