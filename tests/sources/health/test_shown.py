"""What readers and the desk see of it."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from sources.health.addresses import follow
from sources.models import LinkState, Source
from tests import make

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
COPY = "https://archive.org/web/1"


@pytest.fixture
def source():
    made = make.source("notice", url="https://a.org/1", links=[("translation", "https://b.org/1"), ("archive", COPY)])
    follow()
    return made


def set_state(url, state):
    LinkState.objects.filter(url=url).update(state=state)


def offered(client) -> list[tuple[str, str]]:
    addresses = client.get("/sources/notice/").context["addresses"]
    return [(address.url, address.trouble) for address in addresses]


def test_the_document_comes_first_as_long_as_it_opens(home, client, source):
    assert [url for url, _ in offered(client)] == ["https://a.org/1", "https://b.org/1", COPY]


@pytest.mark.parametrize(("state", "word"), [("failing", "did not open"), ("dead", "no longer opens")])
def test_if_the_document_does_not_open_the_archived_copy_comes_first_with_a_plain_word(home, client, source, state, word):
    set_state("https://a.org/1", state)
    (first, _), (second, trouble), *_ = offered(client)
    trouble = str(trouble)
    assert (first, second) == (COPY, "https://a.org/1")
    assert word in trouble
    assert trouble in client.get("/sources/notice/").text


def test_an_archived_copy_that_fails_itself_is_not_put_first(home, client, source):
    set_state("https://a.org/1", "dead")
    set_state(COPY, "failing")
    assert offered(client)[0][0] == "https://a.org/1"


@pytest.mark.parametrize("state", ["suspicious", "blocked", "login", "moved"])
def test_a_suspicion_is_the_desks_own(home, client, source, state):
    set_state("https://a.org/1", state)
    assert not any(trouble for _, trouble in offered(client))


def test_the_lists_of_the_desk(source, django_user_model):
    sound = make.source(url="https://c.org/1")
    sound.captures.create(origin="x", text="It is so.", state="checked")
    assert list(Source.objects.without_capture()) == [source]
    source.captures.create(origin="x", text="It is not so.", state="failed")
    assert list(Source.objects.without_capture()) == [source]
    assert not Source.objects.with_unread_capture().exists()
    source.captures.create(origin="x", text="It is so.")
    assert list(Source.objects.with_unread_capture()) == [source]
    assert not Source.objects.without_capture().exists()
    set_state(COPY, "failing")
    assert list(Source.objects.with_failing_address()) == [source]
    LinkState.objects.filter(url=COPY).update(text_hash="a", seen_hash="b")
    assert list(Source.objects.with_changed_text()) == [source]
    set_state(COPY, "replaced")
    assert not Source.objects.with_failing_address().exists()
    assert not Source.objects.with_changed_text().exists()


def test_only_a_person_marks_an_address_dead_and_says_why(source, django_user_model):
    person = django_user_model.objects.create_user("reader")
    link = LinkState.objects.get(url=COPY)
    with pytest.raises(ValidationError, match="Say how you know"):
        link.mark_dead(person, " ", NOW)
    link.mark_dead(person, "The archive says so.", NOW)
    with pytest.raises(ValidationError, match="already"):
        link.mark_dead(person, "Again.", NOW)
    link.mark_alive(person, "It is back.", NOW)
    link.refresh_from_db()
    assert (link.state, link.judgement, link.judged_by) == ("unknown", "It is back.", person)


# Stored copies

WAYS = [
    ("requested", "captured", ""),
    ("requested", "checked", "cannot become"),
    ("captured", "checked", ""),
    ("captured", "requested", "cannot become"),
    ("captured", "failed", ""),
    ("checked", "captured", "cannot become"),
    ("checked", "failed", ""),
    ("failed", "checked", ""),
    ("failed", "requested", ""),
]


@pytest.mark.parametrize(("before", "to", "refusal"), WAYS)
def test_a_copy_goes_only_the_ways_that_are_open(source, django_user_model, before, to, refusal):
    from sources.choices import CaptureState

    person = django_user_model.objects.create_user("reader")
    copy = source.captures.create(origin="x", text="It is so.", state=before)
    if refusal:
        with pytest.raises(ValidationError, match=refusal):
            copy.move_to(CaptureState(to), user=person, why="It is another page.", now=NOW)
        return
    copy.move_to(CaptureState(to), user=person, why="It is another page.", now=NOW)
    copy.refresh_from_db()
    told = {"checked": (person, NOW, ""), "failed": (person, NOW, "It is another page.")}.get(to, (None, None, ""))
    assert (copy.state, copy.checked_by, copy.checked_at, copy.failure) == (to, *told)


@pytest.mark.parametrize(
    ("state", "how", "refusal"),
    [("checked", {}, "Only a person"), ("failed", {"why": " "}, "Say why")],
)
def test_a_copy_is_not_judged_without_a_name_or_a_reason(source, state, how, refusal):
    from sources.choices import CaptureState

    copy = source.captures.create(origin="x", text="It is so.")
    with pytest.raises(ValidationError, match=refusal):
        copy.move_to(CaptureState(state), **how)


def test_a_copy_that_is_only_asked_for_has_no_text_and_cannot_be_read(source, django_user_model):
    from sources.choices import CaptureState

    copy = source.captures.create(origin="https://a.org/1", state="requested")
    source.captures.create(origin="https://b.org/1", state="requested")
    with pytest.raises(ValidationError, match="no text yet"):
        copy.move_to(CaptureState.CAPTURED)
