"""The table of queries, on whichever database the tests run: the same must come first on both."""

import json

import pytest
from django.utils.http import urlencode

from explainer.search.finding import find
from explainer.search.models import Document, Posting, Word
from tests.search.queries import FIRST, HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("first_edition")]


def first(words):
    hits = find(words).hits
    return f"{hits[0].kind}:{hits[0].key}" if hits else None


def test_what_must_come_first_does():
    assert len(FIRST) >= 60
    found = {words: first(words) for words in FIRST}
    assert {words: found[words] for words in FIRST if found[words] != FIRST[words]} == {}


def test_everything_public_can_be_found_by_its_name():
    """Within the first ten of its kind; some share a name."""
    lost = []
    for document in Document.objects.exclude(kind__in=["page", "source"]).order_by("pk")[::7]:
        keys = [hit.key for hit in find(document.title).of(document.kind)[:10]]
        lost += [] if document.key in keys else [str(document)]
    assert lost == []


def test_no_query_is_an_error(client):
    for words in HOSTILE:
        query = urlencode({"q": words.encode(errors="surrogatepass")})
        for address in (f"/search/?{query}", f"/search/suggest/?{query}", f"/search/?{query}&kind=claim&page=0"):
            response = client.get(address)
            assert response.status_code == 200, (words, address)
            assert "<script>alert" not in response.text
        assert client.get(f"/api/v1/search?{query}").status_code in (200, 422), words


def test_facets_count_what_they_lead_to(client):
    answer = client.get("/api/v1/search?q=court+list").json()
    assert sum(value["count"] for value in answer["facets"]["kind"]) == answer["count"]
    for name, values in answer["facets"].items():
        for value in values:
            narrowed = client.get(f"/api/v1/search?{urlencode({'q': 'court list', name: value['value']})}").json()
            assert narrowed["count"] == value["count"], (name, value)


def test_pages_of_one_kind_hold_every_result_once(client):
    seen, page, pages = [], 1, 1
    while page <= pages:
        answer = client.get(f"/api/v1/search?q=credit&kind=source&per_page=50&page={page}").json()
        seen += [row["slug"] for row in answer["results"]]
        page, pages = page + 1, answer["pages"]
    assert len(seen) == len(set(seen)) == answer["count"] > 50
    assert client.get(f"/api/v1/search?q=credit&kind=source&per_page=50&page={pages + 1}").status_code == 404


def test_a_kind_that_is_none_is_refused_with_the_kinds_there_are(client):
    response = client.get("/api/v1/search?q=court&kind=colour")
    assert response.status_code == 422
    assert "claim" in json.dumps(response.json())


def test_postings_are_found_by_an_index_though_they_were_just_written():
    """A planner that has not counted takes the tables for empty, and a search does not end."""
    words = list(Word.objects.filter(stem__in=["court", "list"]).values_list("pk", flat=True))
    assert words
    assert "index" in Posting.objects.filter(word__in=words).explain().lower()
