"""The read API: the same lists as the pages, in a shape that stays."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims(settings):
    settings.PUBLIC_URL = "https://example.org"
    for n in range(5):
        make.claim(f"claim-{n}", title=f"Claim {n}")


def test_the_list_counts_and_filters_as_the_page_does(client, claims):
    answer = client.get("/api/v1/claims").json()
    assert (answer["count"], answer["page"], answer["pages"], len(answer["results"])) == (5, 1, 1, 5)
    assert answer["results"][0]["url"] == "https://example.org/claims/claim-0/"
    verdict = answer["results"][0]["verdict"]
    assert client.get(f"/api/v1/claims?verdict={verdict}").json()["count"] == 5
    other = "true" if verdict != "true" else "false"
    assert client.get(f"/api/v1/claims?verdict={other}").json()["count"] == 0


def test_pages_lead_to_each_other_and_hold_everything_once(client, claims):
    seen, address = [], "/api/v1/claims?per_page=2&sort=title"
    while address:
        answer = client.get(address).json()
        seen += [row["slug"] for row in answer["results"]]
        assert not answer["next"] or answer["next"].startswith("https://example.org/api/v1/claims?")
        address = answer["next"] and answer["next"].removeprefix("https://example.org")
    assert seen == [f"claim-{n}" for n in range(5)]


def test_only_the_fields_asked_for(client, claims):
    assert client.get("/api/v1/claims?fields=slug,verdict&per_page=1").json()["results"] == [
        {"slug": "claim-0", "verdict": client.get("/api/v1/claims/claim-0").json()["verdict"]}
    ]


@pytest.mark.parametrize(
    ("address", "status", "word"),
    [
        ("/api/v1/claims?verdict=perhaps", 422, "verdict"),
        ("/api/v1/claims?page=9", 404, "the last is 1"),
        ("/api/v1/claims?page=0", 422, "page"),
        ("/api/v1/claims?per_page=101", 422, "per_page"),
        ("/api/v1/claims?fields=slug,colour", 422, "colour"),
        ("/api/v1/claims?source=%00", 422, "source"),
        ("/api/v1/claims/nothing", 404, "nothing public"),
        ("/api/v1/sources/nothing", 404, "nothing public"),
        ("/api/v1/sources?tier=quaternary", 422, "tier"),
    ],
)
def test_what_means_nothing_is_answered_with_the_reason(client, claims, address, status, word):
    response = client.get(address)
    assert response.status_code == status, response.text
    assert word in response.text


def test_one_claim_has_its_evidence_at_passage_level(client, settings):
    settings.PUBLIC_URL = "https://example.org"
    source = make.source("outline", url="https://example.org/outline")
    rows = [make.evidence("plan", source, stance="contradicts", locator="art. 6"), make.evidence("copy", make.source("copy"))]
    rows[0].anchor_start, rows[0].anchor_end = "It is not", "so at all"
    make.claim("it-is-so", title="It is so", evidence=rows, short_answer="<p>No.[^plan]</p><p>Not at all.</p>")
    found = client.get("/api/v1/claims/it-is-so").json()
    assert found["short_answer"] == "No.[^plan]\nNot at all."
    assert found["independent_origins"] == 2
    assert len(found["verdicts"]) == 1
    first = found["evidence"][0]
    assert (first["key"], first["stance"], first["locator"]) == ("plan", "contradicts", "art. 6")
    assert first["source_url"] == "https://example.org/sources/outline/"
    assert first["passage_url"].startswith("https://example.org/outline#:~:text=It%20is%20not,")


def test_one_source_has_everything_that_rests_on_it(client, home):
    origin = make.source("origin")
    make.source("copy", derives_from=[("republishes", origin)])
    make.claim("it-is-so", title="It is so", evidence=[make.evidence("a", origin, stance="contradicts"), make.evidence("b")])
    found = client.get("/api/v1/sources/origin").json()
    assert found["derived"] == [{"how": "republishes", "source": "copy", "through": []}]
    assert found["one_origin_with"] == ["copy"]
    assert [(use["title"], use["stance"]) for use in found["used_by"]] == [("It is so", "contradicts")]
    assert found["csl"]["id"] == "origin"
    assert client.get("/api/v1/sources/copy").json()["derives_from"] == [
        {"how": "republishes", "source": "origin", "through": []}
    ]


def test_what_is_not_public_is_not_there(client, claims):
    make.source("draft", live=False)
    assert client.get("/api/v1/sources/draft").status_code == 404
    assert "draft" not in client.get("/api/v1/sources?per_page=100").text


def test_what_has_not_changed_is_not_sent_again(client, claims):
    first = client.get("/api/v1/claims")
    again = client.get("/api/v1/claims", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    make.claim("claim-9", title="Claim 9")
    assert client.get("/api/v1/claims", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_scripts_of_any_site_may_read_it_and_nothing_else(client, claims):
    assert client.get("/api/v1/claims")["Access-Control-Allow-Origin"] == "*"
    assert client.options("/api/v1/check")["Access-Control-Allow-Headers"].startswith("Content-Type, If-None-Match")
    assert "Access-Control-Allow-Origin" not in client.get("/claims/").headers
    assert not client.get("/api/v1/claims").cookies


def test_a_list_takes_as_many_queries_for_many_as_for_few(client, claims, django_assert_max_num_queries):
    client.get("/api/v1/claims")
    with django_assert_max_num_queries(9):
        client.get("/api/v1/claims?per_page=5")


def test_every_filter_of_the_page_is_in_the_schema(client):
    from claims.filters import ClaimFilter

    parameters = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/claims"]["get"]["parameters"]
    assert set(ClaimFilter.base_filters) | {"page", "per_page", "fields"} == {parameter["name"] for parameter in parameters}


def test_answers_hold_what_the_schema_promises_and_nothing_else(client, claims):
    from explainer.api.kinds.claims import CLAIMS, ClaimOut
    from explainer.api.kinds.sources import SOURCES, SourceOut

    slug = client.get("/api/v1/sources").json()["results"][0]["slug"]
    for address, schema in {
        "/api/v1/claims": CLAIMS.answer,
        "/api/v1/claims/claim-0": ClaimOut,
        "/api/v1/sources": SOURCES.answer,
        f"/api/v1/sources/{slug}": SourceOut,
    }.items():
        given = client.get(address).json()
        assert schema(**given).model_dump(mode="json") == given, address
