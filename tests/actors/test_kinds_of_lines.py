"""A map that is about some kinds of relations draws no others."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django import forms
from wagtail.admin.admin_url_finder import AdminURLFinder

from explainer.actors.models import ActorMap
from sources.gates import PublicationRefused
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]


@pytest.fixture
def ends():
    court, firm = make.actor("court"), make.actor("firm")
    make.relation(court, firm, slug="handing-on", verb="shares-records")
    make.relation(court, firm, slug="watching", verb="regulates")
    return [court, firm]


def test_only_those_are_drawn_and_listed(client, ends):
    found = make.actor_map(actors=ends, verbs=["shares-records"])
    assert list(found.layout["edges"]) == ["handing-on"]
    assert "gives its records to" in client.get("/actors/export.svg?view=overview").text
    assert "regulates" not in client.get("/actors/export.svg?view=overview").text
    listed = list(csv.DictReader(io.StringIO(client.get("/actors/export.csv?view=overview").content.decode("utf-8-sig"))))
    assert [row["key"] for row in listed] == ["handing-on"]


def test_none_named_means_every_kind(ends):
    found = make.actor_map(actors=ends)
    assert sorted(found.layout["edges"]) == ["handing-on", "watching"]


def test_the_text_points_to_none_that_is_left_out(ends):
    found = make.actor_map(actors=ends, verbs=["shares-records"])
    found.body = "<p>See this.[^watching]</p>"
    with pytest.raises(PublicationRefused, match="no line of the map has that key"):
        found.save_revision().publish()


def test_an_editor_ticks_them(admin_client_of, ends):
    found = make.actor_map(actors=ends, verbs=["shares-records"])
    editor = admin_client_of("editor")
    form = BeautifulSoup(editor.get(AdminURLFinder(editor.user).get_edit_url(found)).text, "html.parser")
    ticked = [box["value"] for box in form.select('input[name="verbs"][checked]')]
    assert ticked == ["shares-records"]
    field = ActorMap._meta.get_field("verbs").formfield()
    assert field.clean(["regulates", "owns"]) == ["regulates", "owns"]
    with pytest.raises(forms.ValidationError):
        field.clean(["adores"])
