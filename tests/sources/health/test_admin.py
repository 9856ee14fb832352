"""What the desk does about addresses and stored copies."""

import pytest
from django.contrib.auth.models import Permission
from django_tasks_db.models import DBTaskResult

from sources.health.addresses import follow
from sources.models import LinkState, Source
from tests import make
from tests.sources.health.web import PAGE, Web, page, run

pytestmark = pytest.mark.django_db
LIST, COPIES = "/admin/addresses/", "/admin/copies/"


@pytest.fixture
def link(home):
    make.source("notice", title="The notice", url="https://a.org/1")
    follow()
    return LinkState.objects.get()


def allow(client, *codenames):
    client.user.user_permissions.set(Permission.objects.filter(codename__in=[*codenames, "access_admin"]))
    return client


def test_the_list_shows_states_and_is_filtered_and_searched(link, admin_client_of):
    make.source(url="https://b.org/2")
    follow()
    LinkState.objects.filter(pk=link.pk).update(state="failing", text_hash="a", seen_hash="b")
    client = admin_client_of("superuser")
    for query in ("state=failing", "changed=true", "q=notice", "q=a.org"):
        assert [row.pk for row in client.get(f"{LIST}?{query}").context["object_list"]] == [link.pk]
    assert "a.org/1" in client.get(LIST).text
    assert "failing" in b"".join(client.get(f"{LIST}?export=csv")).decode()


def test_the_list_costs_the_same_for_any_number_of_addresses(link, admin_client_of, django_assert_max_num_queries):
    client = admin_client_of("superuser")
    used = []
    for _ in range(2):
        client.get(LIST)
        with django_assert_max_num_queries(30) as captured:
            client.get(LIST)
        used.append(len(captured))
        for _ in range(10):
            make.source()
        follow()
    assert used[0] == used[1]


def test_a_person_marks_an_address_dead_and_takes_it_back(link, admin_client_of):
    client = admin_client_of("superuser")
    assert "Say how you know" in client.post(f"{LIST}{link.pk}/judge/", {"said": "dead", "why": ""}, follow=True).text
    client.post(f"{LIST}{link.pk}/judge/", {"said": "dead", "why": "The publisher closed."})
    link.refresh_from_db()
    assert (link.state, link.judged_by) == ("dead", client.user)
    assert "The publisher closed." in client.get(f"{LIST}{link.pk}/").text
    client.post(f"{LIST}{link.pk}/judge/", {"said": "alive", "why": "It is back."})
    link.refresh_from_db()
    assert link.state == "unknown"


def test_a_new_text_is_accepted_by_a_person(link, admin_client_of):
    run(Web(otherwise=page())).check([link])
    run(Web(otherwise=page(PAGE + "Amended."))).check([link])
    client = admin_client_of("superuser")
    assert "no longer the one that was looked at" in client.get(f"{LIST}{link.pk}/").text
    client.post(f"{LIST}{link.pk}/judge/", {"said": "accept"})
    assert not LinkState.objects.changed().exists()


@pytest.mark.parametrize("said", ["", "replaced", "accept"])
def test_what_cannot_be_said_is_refused_with_a_sentence(link, admin_client_of, said):
    response = admin_client_of("superuser").post(f"{LIST}{link.pk}/judge/", {"said": said, "why": "x"}, follow=True)
    assert "looked at last" in response.text or "Say what" in response.text
    link.refresh_from_db()
    assert link.state == "unknown"


def test_a_check_now_is_background_work_and_no_request_waits_for_it(link, admin_client_of, monkeypatch):
    monkeypatch.setattr("sources.health.run.look", lambda *a, **k: pytest.fail("asked"))
    admin_client_of("superuser").post(f"{LIST}{link.pk}/check/")
    assert DBTaskResult.objects.get().args_kwargs["args"] == [link.source_id]


# permission × (sees the list, may judge)
TABLE = [((), False, False), (("view_linkstate",), True, False), (("view_linkstate", "judge_linkstate"), True, True)]


@pytest.mark.parametrize(("codenames", "sees", "judges"), TABLE)
def test_who_may_see_and_judge_addresses(link, admin_client_of, codenames, sees, judges):
    client = allow(admin_client_of("somebody"), *codenames)
    assert (client.get(LIST).status_code == 200) is sees
    client.post(f"{LIST}{link.pk}/judge/", {"said": "dead", "why": "x"})
    link.refresh_from_db()
    assert (link.state == "dead") is judges


# Stored copies


@pytest.fixture
def copy(link):
    return link.source.captures.create(origin="https://a.org/1", text="It <b>is</b> so.")


def test_a_person_reads_a_copy_and_says_that_it_is_the_document(copy, admin_client_of):
    client = admin_client_of("superuser")
    assert f"{COPIES}{copy.pk}/" in client.get("/admin/snippets/sources/capture/").text
    assert "It &lt;b&gt;is&lt;/b&gt; so." in client.get(f"{COPIES}{copy.pk}/").text
    client.post(f"{COPIES}{copy.pk}/", {"said": "document"})
    copy.refresh_from_db()
    assert (copy.state, copy.checked_by) == ("checked", client.user)


def test_a_copy_that_is_another_page_needs_a_reason_and_no_longer_counts(copy, admin_client_of):
    client = admin_client_of("superuser")
    assert "Say why" in client.post(f"{COPIES}{copy.pk}/", {"said": "not", "why": ""}, follow=True).text
    client.post(f"{COPIES}{copy.pk}/", {"said": "not", "why": "A cookie wall."})
    copy.refresh_from_db()
    assert (copy.state, copy.failure) == ("failed", "A cookie wall.")
    assert Source.objects.without_capture().exists()


@pytest.mark.parametrize(("codenames", "status"), [((), 403), (("check_capture",), 302)])
def test_who_may_judge_a_copy(copy, admin_client_of, codenames, status):
    client = allow(admin_client_of("somebody"), *codenames)
    client.post(f"{COPIES}{copy.pk}/", {"said": "document"})
    copy.refresh_from_db()
    assert (copy.state == "checked") is (status == 302)
