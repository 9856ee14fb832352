"""Requests made up from the schema: whatever is asked, the answer is one that the schema names, and never an error of ours."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

PROMISES = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@pytest.mark.django_db
def test_no_request_gets_an_answer_that_was_not_promised(case, one_of_each, one_connection):
    # Over WSGI nobody unpacks an answer.
    case.call_and_validate(checks=PROMISES, headers={"Accept-Encoding": "identity"})
