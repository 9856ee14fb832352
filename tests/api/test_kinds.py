"""Every list of the site and every record of it, as data."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from explainer.api.kinds import COLLECTIONS
from tests import make
from tests.api.everything import hide_in_drafts

pytestmark = pytest.mark.django_db
WITH_ADDRESS = [name for name in COLLECTIONS if name not in ("entries", "corrections")]


def test_the_kinds_are_these_in_this_order():
    assert list(COLLECTIONS) == [
        *("claims", "sources", "events", "actors", "relations", "places"),
        *("catalogs", "entries", "glossary", "systems", "articles"),
        "corrections",
    ]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_list_holds_the_rows_that_were_promised(client, one_of_each, name):
    collection = COLLECTIONS[name]
    given = client.get(f"/api/v1/{name}?per_page=100").json()
    assert given["count"] == len(given["results"]) > 0
    assert collection.answer(**given).model_dump(mode="json") == given
    assert given["count"] == collection.listing(QueryDict()).filters.qs.count()
    assert all(row["url"].startswith("http://testserver/") for row in given["results"])
    assert all(client.get(row["url"]).status_code == 200 for row in given["results"])


@pytest.mark.parametrize("name", WITH_ADDRESS)
def test_a_record_in_full_has_its_row_and_what_was_promised(client, one_of_each, name):
    slug = one_of_each[name]
    rows = client.get(f"/api/v1/{name}?per_page=100").json()["results"]
    (row,) = [row for row in rows if row["slug"] == slug]
    full = client.get(f"/api/v1/{name}/{slug}").json()
    assert {field: full[field] for field in row} == row
    view = next(path for path in COLLECTIONS[name].router.path_operations.values() if path.operations[0].path == "/{slug:slug}")
    promised = view.operations[0].response_models[200].model_fields["response"].annotation
    assert promised(**full).model_dump(mode="json") == full


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_field_of_a_row_is_explained_in_a_sentence(name):
    for field, told in COLLECTIONS[name].row.model_fields.items():
        assert told.description, field
        assert told.description.endswith("."), field


@pytest.mark.parametrize("name", COLLECTIONS)
def test_nothing_that_is_not_public_shows(client, one_of_each, name):
    hide_in_drafts()
    assert "secret" not in client.get(f"/api/v1/{name}?per_page=100").text
    if name in one_of_each:
        assert "secret" not in client.get(f"/api/v1/{name}/{one_of_each[name]}").text
        for row in ("source", "place", "actor", "relation", "term", "event", "system"):
            assert client.get(f"/api/v1/{name}/secret-{row}").status_code == 404


MORE = {
    "claims": lambda: make.claim(mixups=[make.mixup()]),
    "sources": lambda: make.source(publisher=make.publisher(slug="other")),
    "events": lambda: make.event(actors=[make.actor()], places=[make.place()], claims=[make.claim()]),
    "actors": lambda: make.actor(place=make.place(), claims=[make.claim()], layers=[make.layer()]),
    "relations": make.relation,
    "places": lambda: make.place(within=make.place()),
    "catalogs": lambda: make.catalog(entries=[make.entry()], operator=make.actor(), layer=make.layer(), claims=[make.claim()]),
    "entries": lambda: make.catalog(entries=[make.entry(), make.entry(make.behaviour("volunteering", group="civic"))]),
    "glossary": lambda: make.term(claims=[make.claim()]),
    "systems": lambda: make.system(actors=[make.actor()], places=[make.place()], terms=[make.term()], claims=[make.claim()]),
    "articles": make.article,
    "corrections": lambda: make.claim(corrections=[make.correction()]),
}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_list_takes_as_many_queries_for_many_as_for_few(client, one_of_each, name, django_assert_num_queries):
    MORE[name]()
    client.get(f"/api/v1/{name}")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/api/v1/{name}?per_page=100")
    assert len(few) <= 12
    for _ in range(4):
        MORE[name]()
    with django_assert_num_queries(len(few)):
        client.get(f"/api/v1/{name}?per_page=100")


@pytest.mark.parametrize(
    ("address", "slugs"),
    [
        ("/api/v1/events?lane=reported", []),
        ("/api/v1/events?since=2014&until=2014&actor=court", ["plan-adopted"]),
        ("/api/v1/actors?layer=court-list", ["court"]),
        ("/api/v1/relations?verb=regulates&year=2014", ["court-regulates-firm"]),
        ("/api/v1/relations?year=2015", []),
        ("/api/v1/places?level=county", ["town"]),
        ("/api/v1/places?within=land", ["town"]),
        ("/api/v1/catalogs?within=", ["town"]),
        ("/api/v1/catalogs?level=village", []),
        ("/api/v1/glossary?layer=court-list", ["blacklist"]),
        ("/api/v1/systems?q=NAMES&output=list", ["court-system"]),
    ],
)
def test_filters_are_those_of_the_site(client, one_of_each, address, slugs):
    assert [row["slug"] for row in client.get(address).json()["results"]] == slugs


@pytest.mark.parametrize(
    ("query", "behaviours"),
    [
        ("place=town", ["red-light", "volunteering"]),
        ("behaviour=volunteering", ["volunteering"]),
        ("group=traffic&effect=points&status=in-force&state=yes", ["red-light", "volunteering"]),
        ("state=no", []),
    ],
)
def test_entries_are_filtered_by_place_and_by_what_they_say(client, one_of_each, query, behaviours):
    rows = client.get(f"/api/v1/entries?{query}").json()["results"]
    assert [row["behaviour"] for row in rows] == behaviours


def test_an_entry_has_all_there_is_of_it(client, one_of_each):
    first, second = client.get("/api/v1/entries").json()["results"]
    assert first["url"] == "http://testserver/catalogs/town/#group-traffic"
    assert (first["catalog"], first["place"], first["points"], first["points_low"]) == ("town", "town", "-50", -50)
    assert (second["points"], second["points_low"], second["points_high"]) == ("5..10", 5, 10)
    (citation,) = first["citations"]
    assert first["sources"] == [citation["source"]]
    assert citation["says"] == "It says so."


def test_a_relation_is_a_sentence_between_two_actors(client, one_of_each):
    found = client.get("/api/v1/relations/court-regulates-firm").json()
    assert (found["subject"], found["verb"], found["object"]) == ("court", "regulates", "firm")
    assert found["sentence"] == "Court regulates Firm, 2014."
    assert found["url"] == "http://testserver/actors/court/#relation-court-regulates-firm"
    assert [row["slug"] for row in client.get("/api/v1/actors/firm").json()["relations"]] == ["court-regulates-firm"]


def test_a_catalog_has_its_answers_and_what_they_rest_on(client, one_of_each):
    found = client.get("/api/v1/catalogs/town").json()
    assert (found["entry_count"], len(found["entries"])) == (2, 2)
    assert [(fact["kind"], fact["state"]) for fact in found["facts"]] == [("voluntary", "yes")]
    assert found["facts"][0]["citations"][0]["says"] == "It says so."
    assert found["consequences"][0]["what"] == "Library books without deposit"
    assert found["operator"] == "court"


def test_dates_are_told_as_precisely_as_they_are_known(client, one_of_each):
    assert client.get("/api/v1/events/plan-adopted").json()["date"] == "2014-06"
    assert client.get("/api/v1/actors/court").json()["period"] == "2013/.."
    assert client.get("/api/v1/sources/outline").json()["issued"] == "2014-06-14"
