"""Every address under /api/ speaks HTTP as a program expects it: HEAD, and refusals as JSON."""

import json

import pytest

pytestmark = pytest.mark.django_db


def test_head_is_get_without_a_body(client, one_of_each):
    addresses = [f"/api/v1/{name}/{slug}" for name, slug in one_of_each.items()] + [f"/api/v1/{name}" for name in one_of_each]
    for address in [*addresses, "/api/v1/entries", "/api/v1/changes", "/api/v1/search?q=plan", "/api/v1/openapi.json"]:
        get, head = client.get(address), client.head(address)
        assert head.status_code == get.status_code == 200, address
        assert not head.content
        assert head["Content-Length"] == str(len(get.content))
        assert head.get("ETag") == get.get("ETag")


def test_head_knows_what_has_not_changed(client, one_of_each):
    etag = client.head("/api/v1/claims")["ETag"]
    assert client.head("/api/v1/claims", headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "address", ["/api/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/claims/", "/api/v1/claims/a b", "/api/v2/claims"]
)
@pytest.mark.parametrize("method", ["get", "post", "head"])
def test_an_address_that_is_none_is_answered_with_json(client, one_of_each, address, method):
    response = getattr(client, method)(address)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert method == "head" or response.json()["detail"]


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("post", "/api/v1/claims", "GET, HEAD, OPTIONS"),
        ("delete", "/api/v1/claims/it-is-so", "GET, HEAD, OPTIONS"),
        ("get", "/api/v1/check", "POST, OPTIONS"),
        ("head", "/api/v1/check", "POST, OPTIONS"),
        ("trace", "/api/v1/changes", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_an_address_has_not_is_refused_with_those_it_has(client, one_of_each, method, address, allowed):
    response = getattr(client, method)(address)
    assert (response.status_code, response["Allow"], response["Content-Type"]) == (405, allowed, "application/json")
    assert method == "head" or allowed in response.json()["detail"]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"text": ', b"\0"])
def test_what_is_not_json_is_refused_as_such(client, one_of_each, body):
    response = client.post("/api/v1/check", body, content_type="application/json")
    assert response.status_code == 400
    assert json.loads(response.content)["detail"]


def test_the_site_beside_it_is_left_alone(client, one_of_each):
    assert client.get("/nothing/")["Content-Type"].startswith("text/html")
    assert client.head("/").status_code == 200
