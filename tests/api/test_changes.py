"""What a reader learns who comes back: each record once, with the last thing that happened to it."""

import pytest

from explainer.editions.load import load
from explainer.editions.read import read
from tests import make
from tests.editions.data import write

pytestmark = pytest.mark.django_db


def ask(client, since="", **query):
    response = client.get("/api/v1/changes", {"since": since, **query})
    assert response.status_code == 200, response.text
    return response.json()


def told(answer):
    return [(row["kind"], row["slug"], row["change"]) for row in answer["results"]]


@pytest.fixture
def before(client, home):
    """The cursor of a reader who has seen what there was."""
    make.publish(make.unsaved_event("first"))
    make.publish(make.unsaved_actor("court"))
    make.publish(make.unsaved_actor("firm"))
    make.relation(make.Actor.objects.get(slug="court"), make.Actor.objects.get(slug="firm"), slug="court-and-firm")
    answer = ask(client)
    assert not answer["more"]
    return answer["next"]


def test_the_first_answer_has_everything_public_oldest_first(client, before):
    assert [row for row in told(ask(client)) if row[0] != "sources"] == [
        ("events", "first", "published"),
        ("actors", "court", "published"),
        ("actors", "firm", "published"),
        ("relations", "court-and-firm", "published"),
    ]


def test_nothing_new_is_an_empty_answer_with_the_same_cursor(client, before):
    assert ask(client, before) == {"results": [], "next": before, "more": False}


def test_with_nothing_at_all_there_is_still_a_cursor(client, db):
    empty = ask(client)
    assert empty["results"] == []
    make.publish(make.unsaved_event("first"))
    assert ("events", "first", "published") in told(ask(client, empty["next"]))


def test_published_changed_and_withdrawn_come_in_the_order_in_which_they_happened(client, before):
    make.event("second")
    changed = make.Event.objects.get(slug="first")
    changed.text = "It happens twice."
    changed.save_revision().publish()
    source = make.publish(make.Source(slug="paper", title="A paper", **PAPER))
    source.unpublish()
    assert [row for row in told(ask(client, before)) if row[1] in ("first", "second", "paper")] == [
        ("events", "second", "published"),
        ("events", "first", "changed"),
        ("sources", "paper", "withdrawn"),
    ]


PAPER = {"language": "en", "tier": "primary", "kind": "law", "reading": "full", "url": "https://example.org/paper"}


@pytest.fixture(autouse=True)
def gazette(db):
    PAPER["publisher"] = make.publisher()


def test_a_claim_that_is_taken_down_is_told_with_its_address(client, home):
    claim = make.claim("it-is-so")
    cursor = ask(client)["next"]
    claim.unpublish()
    (row,) = ask(client, cursor)["results"]
    assert row.pop("at") > "2026"
    assert row == {
        "kind": "claims",
        "slug": "it-is-so",
        "url": "http://testserver/claims/it-is-so/",
        "change": "withdrawn",
    }


def test_a_draft_says_nothing(client, before):
    make.unsaved_event("secret", live=False).save()
    event = make.Event.objects.get(slug="first")
    event.title = "A draft"
    event.save_revision()
    assert told(ask(client, before)) == []


def test_a_relation_goes_and_comes_back_with_its_actors(client, before):
    firm = make.Actor.objects.get(slug="firm")
    firm.unpublish()
    gone = ask(client, before)
    assert told(gone) == [("actors", "firm", "withdrawn"), ("relations", "court-and-firm", "withdrawn")]
    firm.save_revision().publish()
    back = ask(client, gone["next"])
    assert told(back) == [("actors", "firm", "changed"), ("relations", "court-and-firm", "changed")]
    firm.save_revision().publish()
    assert ("actors", "firm", "changed") in told(ask(client, back["next"]))


def test_pages_lead_on_and_what_changes_in_between_is_not_missed(client, home):
    for n in range(5):
        make.event(f"event-{n}")
    seen, cursor, more = [], "", True
    while more:
        answer = ask(client, cursor, per_page=2)
        assert len(answer["results"]) <= 2
        seen += told(answer)
        cursor, more = answer["next"], answer["more"]
        if len(seen) == 2:
            make.Event.objects.get(slug="event-0").save_revision().publish()
            make.Event.objects.get(slug="event-4").save_revision().publish()
    events = [row for row in seen if row[0] == "events"]
    assert {row[1] for row in events} == {f"event-{n}" for n in range(5)}
    assert ("events", "event-4", "changed") in events
    assert told(ask(client, cursor)) == []


@pytest.mark.parametrize("since", ["x", "WyI", "ééé", "[" * 400, "a\0b", "WzEsMiwzXQ", "bnVsbA"])
def test_what_is_no_cursor_is_refused(client, db, since):
    response = client.get("/api/v1/changes", {"since": since})
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["query", "since"]


def test_it_takes_as_many_queries_for_many_as_for_few(client, before, django_assert_max_num_queries):
    client.get("/api/v1/changes")
    for n in range(5):
        make.event(f"event-{n}")
    with django_assert_max_num_queries(40):
        client.get("/api/v1/changes")


def test_loading_the_same_edition_again_changes_nothing(client, tmp_path, db):
    edition = read(str(write(tmp_path / "small")))
    load(edition)
    first = ask(client)
    assert first["results"]
    assert load(read(str(tmp_path / "small"))).changed == []
    assert ask(client, first["next"])["results"] == []
