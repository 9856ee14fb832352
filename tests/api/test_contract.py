"""Within version 1 nothing is taken away and nothing changes its type."""

import copy
import json
from collections import Counter

import pytest
from ninja import Schema
from openapi_spec_validator import validate

from tests.api.contract import FILE, broken, contract


@pytest.fixture
def schema(client):
    return client.get("/api/v1/openapi.json").json()


def test_no_two_schemas_share_a_name(schema):
    """In the schema of the API the later would take the place of the other, in silence."""
    found, waiting = set(), [Schema]
    while waiting:
        waiting += (more := set(waiting.pop().__subclasses__()) - found)
        found |= more
    names = Counter(kind.__name__ for kind in found if kind.__module__.startswith("explainer."))
    assert [name for name, times in names.items() if times > 1] == []


def test_what_was_promised_still_holds(schema):
    assert broken(json.loads(FILE.read_text()), contract(schema)) == []


def test_what_is_new_is_written_down(schema):
    assert json.loads(FILE.read_text()) == contract(schema), "python -m tests.api.contract"


def test_what_is_taken_away_or_changed_is_named(schema):
    before, now = contract(schema), copy.deepcopy(schema)
    del now["components"]["schemas"]["ListedEventRow"]["properties"]["lane"]
    now["components"]["schemas"]["ListedEventRow"]["properties"]["year"]["type"] = "string"
    del now["paths"]["/api/v1/places"]
    assert sorted(broken(before, contract(now)), reverse=True) == [
        "GET /api/v1/places is gone.",
        "GET /api/v1/events: “200 results[].year” was integer and is string.",
        "GET /api/v1/events: “200 results[].lane” is gone.",
    ]


def test_what_is_added_breaks_nothing(schema):
    now = copy.deepcopy(schema)
    now["components"]["schemas"]["ListedEventRow"]["properties"]["mood"] = {"type": "string"}
    assert broken(contract(schema), contract(now)) == []


def test_the_schema_is_openapi_and_says_where_it_holds(schema):
    validate(schema)
    assert schema["openapi"].startswith("3.1")
    assert schema["servers"][0]["url"] == "http://testserver"


def test_every_address_parameter_and_field_is_explained(schema):
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            assert operation["summary"], path
            assert all(parameter.get("description") for parameter in operation["parameters"]), path
    names = [name for name in schema["components"]["schemas"] if name.endswith(("Row", "RowPage"))]
    assert len(names) == 26
    for name in names:
        fields = schema["components"]["schemas"][name]["properties"]
        assert all(told.get("description") for told in fields.values()), name
