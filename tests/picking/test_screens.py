"""The stored text beside the form: for the desk only, whatever is asked."""

import json

import pytest
from bs4 import BeautifulSoup

from sources.models import Capture
from tests import make
from tests.picking.conftest import TEXT, cited

pytestmark = pytest.mark.django_db


def places(capture):
    return {
        "text": f"/admin/captures/{capture.pk}/text/",
        "find": f"/admin/captures/{capture.pk}/find/?q=pigeon",
        "cite": f"/admin/captures/{capture.pk}/cite/?start=25&end=40",
        "locate": f"/admin/captures/{capture.pk}/locate/?start=No+pigeon",
        "dialog": "/admin/captures/picker/",
        "sources": "/admin/captures/picker/sources/?q=notice",
    }


@pytest.mark.parametrize("name", ["text", "find", "cite", "locate", "dialog", "sources"])
def test_texts_of_others_are_for_the_desk_alone(client, capture, admin_client_of, django_user_model, name):
    address = places(capture)[name]
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get(address).status_code in (302, 403)
    assert admin_client_of("researcher").get(address).status_code == 200


def test_the_page_shows_the_text_as_text_with_what_is_found_and_cited(capture, home, admin_client_of):
    make.claim(title="Pigeons score", evidence=[cited(capture.source)])
    html = admin_client_of("editor").get(f"/admin/captures/{capture.pk}/text/?q=pigeon").text
    soup = BeautifulSoup(html, "html.parser")
    blocks = [part.get_text() for part in soup.select(".passages-block")]
    assert blocks == TEXT.split("\n\n")
    assert [part.get_text() for part in soup.select("mark.passages-hit")] == ["pigeon", "Pigeon"]
    assert "Pigeons score" in soup.select_one(".passages-uses").get_text()


def test_a_selection_becomes_what_a_citation_holds(capture, admin_client_of):
    at = TEXT.index("No pigeon")
    answer = (
        admin_client_of("editor").get(f"/admin/captures/{capture.pk}/cite/?start={at}&end={TEXT.index(' persons') + 8}").json()
    )
    assert answer["locator"] == "paragraph 2"
    assert answer["language"] == "English"
    assert answer["source"]["id"] == capture.source_id
    assert answer["anchor"]["start"].startswith("No pigeon carries")


@pytest.mark.parametrize("query", ["", "start=&end=", "start=-5&end=zz", f"start={'9' * 400}&end=3", "start=5&end=2", "start=\0"])
def test_places_that_are_none_get_a_reason(capture, admin_client_of, query):
    answer = admin_client_of("editor").get(f"/admin/captures/{capture.pk}/cite/?{query}")
    assert (answer.status_code, answer.json()) == (422, {"error": "Select a passage first."})


@pytest.mark.parametrize(
    "sent",
    [b"", b"\xff", b"[]", b"[" * 5000, b'{"rows": 3}', b'{"rows": [1, {"start": 4}], "at": "x", "q": []}', b'{"at": 1e400}'],
)
def test_a_broken_request_is_refused_or_read_as_far_as_it_goes(capture, admin_client_of, sent):
    answer = admin_client_of("editor").post(f"/admin/captures/{capture.pk}/portion/", sent, content_type="application/json")
    assert answer.status_code in (200, 400)


def test_rows_of_the_open_form_are_marked_before_they_are_saved(capture, home, admin_client_of):
    rows = [{"row": "evidence-0", "label": "pigeons", "start": "Pigeons carry", "end": "working days"}]
    answer = admin_client_of("editor").post(
        f"/admin/captures/{capture.pk}/portion/", json.dumps({"at": 0, "rows": rows}), content_type="application/json"
    )
    soup = BeautifulSoup(answer.json()["html"], "html.parser")
    assert soup.select_one("mark.passages-own").get_text() == "Pigeons carry letters on working days"
    assert "paragraph 3" in answer.json()["uses"]


def test_sources_cited_in_the_form_and_those_with_a_text_come_first(capture, home, admin_client_of):
    bare = make.source("bare", title="A bare notice")
    soup = BeautifulSoup(admin_client_of("editor").get(f"/admin/captures/picker/?cited={bare.pk}").text, "html.parser")
    assert [part.b.get_text() for part in soup.select("[data-source]")] == ["The notice", "A bare notice"]
    assert not soup.select(f'button[data-source="{bare.pk}"]')


def test_a_copy_that_failed_is_not_picked_from(capture, admin_client_of):
    Capture.objects.update(state="failed", failure="Another document.")
    assert 'data-capture="' not in admin_client_of("editor").get("/admin/captures/picker/").text


def test_forms_offer_the_picker(capture, home, admin_client_of):
    claim = make.claim()
    assert "<passage-picker" in admin_client_of("editor").get(f"/admin/pages/{claim.pk}/edit/").text
