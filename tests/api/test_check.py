import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make

pytestmark = pytest.mark.django_db
SCORE = "Every resident of the islands has a points account"


def ask(client, text):
    return client.post("/api/v1/check", json.dumps({"text": text}), content_type="application/json")


def test_the_answer_has_the_shape_that_was_promised(client, settings):
    settings.PUBLIC_URL = "https://example.org"
    claim = make.claim("points-for-all", title=SCORE, statement=f"{SCORE}.")
    answer = ask(client, f"Hello there. {SCORE}.").json()
    first, second = answer["sentences"]
    assert first == {"start": 0, "end": 12, "text": "Hello there.", "matches": [], "figures": []}
    (match,) = second["matches"]
    assert second["start"] == 13
    assert second["text"] == f"{SCORE}."
    assert match.pop("score") > 0.4
    assert match == {
        "slug": "points-for-all",
        "url": "https://example.org/claims/points-for-all/",
        "claim": SCORE,
        "verdict": claim.verdict,
        "reason": claim.current_verdict.reason,
        "stance": "repeats",
    }


def test_no_claim_no_match(client, home):
    assert ask(client, "Anything at all.").json()["sentences"][0]["matches"] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [(json.dumps({"text": "x" * 50_001}), 413), ("{}", 422), ('{"text": 5}', 422), ("[", 400), ("", 422)],
)
def test_bad_input_is_told_so(client, home, body, status):
    response = client.post("/api/v1/check", body, content_type="application/json")
    assert response.status_code == status
    assert response.json()["detail"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_is_answered_and_its_offsets_are_its_own(client, home, text):
    response = ask(client, text)
    assert response.status_code == 200
    for sentence in response.json()["sentences"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_half_a_letter_is_answered(client, home):
    response = client.post("/api/v1/check", r'{"text": "Lost \ud83d half."}', content_type="application/json")
    assert response.status_code == 200


def test_the_schema_is_open_and_names_every_answer(client):
    schema = client.get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    assert set(schema["paths"]["/api/v1/check"]["post"]["responses"]) >= {"200", "400", "413", "422"}
    docs = client.get("/api/v1/docs")
    assert docs.status_code == 200
    assert "//cdn" not in docs.text
