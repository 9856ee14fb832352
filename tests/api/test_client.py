"""A client that another program makes of the schema, used against the site."""

import importlib
import json
import subprocess
import sys

import httpx
import pytest
from django.core.wsgi import get_wsgi_application

from explainer.api.main import api

SITE = "http://testserver"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The package of the client."""
    folder = tmp_path_factory.mktemp("client")
    schema, package = folder / "openapi.json", folder / "made_client"
    schema.write_text(json.dumps(api.get_openapi_schema(), default=str))
    generate = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    subprocess.run([*generate, "--path", schema, "--output-path", package], check=True, capture_output=True)
    sys.path.insert(0, str(folder))
    yield importlib.import_module("made_client")
    sys.path.remove(str(folder))


@pytest.fixture
def call(made, one_connection):
    """``call(kind, operation, **arguments)`` by the client, over WSGI."""
    client = made.Client(base_url=SITE, raise_on_unexpected_status=True)
    transport = httpx.WSGITransport(app=get_wsgi_application())
    client.set_httpx_client(httpx.Client(transport=transport, base_url=SITE))

    def call(kind, operation, **arguments):
        return importlib.import_module(f"made_client.api.{kind}.{operation}").sync(client=client, **arguments)

    return call


@pytest.mark.django_db
def test_a_client_made_of_the_schema_reads_the_site(call, one_of_each):
    for kind, slug in one_of_each.items():
        assert slug in [row.slug for row in call(kind, f"list_{kind}", per_page=100).results], kind
        record = call(kind, f"get_{kind}", slug=slug)
        assert (record.slug, record.url.startswith(SITE)) == (slug, True)
    assert [row.slug for row in call("events", "list_events", fields="slug").results] == ["plan-adopted"]
    assert call("entries", "list_entries").count == 2
    changes = call("changes", "list_changes")
    assert changes.results
    assert call("changes", "list_changes", since=changes.next_).results == []


@pytest.mark.django_db
def test_it_understands_a_refusal_and_sends_a_text(call, one_of_each):
    refused = call("claims", "list_claims", source="nobody")
    assert refused.detail[0].additional_properties["loc"] == ["query", "source"]
    text = importlib.import_module("made_client.models").Text(text="It is said that it is so.")
    assert call("check", "check", body=text).sentences[0].text == "It is said that it is so."
