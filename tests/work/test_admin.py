"""What the desk sees of background work, and may do about it."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from explainer.work.models import LEASE, Worker
from explainer.work.worker import DeskWorker
from tests.work import pieces

pytestmark = pytest.mark.django_db
LIST = "/admin/work/"


@pytest.fixture
def worked(monkeypatch):
    """``worked(task)``: a task as a worker leaves it."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)

    def work(task, *arguments):
        pk = task.enqueue(*arguments).id
        Worker.objects.get_or_create(name="w")
        DeskWorker("w", batch=True, interval=0).run()
        return DBTaskResult.objects.get(pk=pk)

    return work


def test_the_list_says_in_words_what_went_wrong(home, admin_client_of, worked):
    worked(pieces.hopeless)
    worked(pieces.add, 2, 3)
    page = admin_client_of("superuser").get(LIST).text
    assert "Fail for good" in page
    assert "This page will never be there." in page
    assert "Add two numbers (2, 3)" in page
    assert "A worker is at work." in page


def test_the_list_says_for_how_long_no_worker_was_seen(home, admin_client_of):
    client = admin_client_of("superuser")
    assert "No worker has been seen here yet." in client.get(LIST).text
    Worker.objects.create(name="w", seen_at=timezone.now() - LEASE - datetime.timedelta(hours=3))
    assert "No worker has been seen for 3\xa0hours" in client.get(LIST).text


@pytest.mark.parametrize(("state", "count"), [("failed", 1), ("done", 1), ("waits", 0), ("given-up", 0), ("nonsense", 2)])
def test_the_list_is_filtered_by_state(home, admin_client_of, worked, state, count):
    worked(pieces.hopeless)
    worked(pieces.add, 2, 3)
    assert len(admin_client_of("superuser").get(f"{LIST}?state={state}").context["object_list"]) == count


def test_the_list_costs_the_same_for_any_number_of_tasks(home, admin_client_of, worked, django_assert_max_num_queries):
    client = admin_client_of("superuser")
    used = []
    for _ in range(2):
        worked(pieces.hopeless)
        client.get(LIST)
        with django_assert_max_num_queries(40) as captured:
            client.get(LIST)
        used.append(len(captured))
        for _ in range(10):
            worked(pieces.hopeless)
    assert used[0] == used[1]


def test_a_task_shows_every_attempt_with_its_traceback_folded_away(home, admin_client_of, worked):
    result = worked(pieces.break_down, "The <b>site</b> broke.")
    page = admin_client_of("superuser").get(f"{LIST}{result.pk}/").text
    assert "The &lt;b&gt;site&lt;/b&gt; broke." in page
    assert "<details>" in page
    assert "raise OSError(words)" in page


def test_a_failed_task_is_tried_again_and_an_unwanted_one_given_up(home, admin_client_of, worked):
    client, result = admin_client_of("superuser"), worked(pieces.hopeless)
    assert "1 task failed" in client.get("/admin/").text
    client.post(f"{LIST}{result.pk}/again/")
    result.refresh_from_db()
    assert result.status == "READY"
    assert "give it up" in client.get(f"{LIST}{result.pk}/").text.lower()
    client.post(f"{LIST}{result.pk}/give-up/")
    result.refresh_from_db()
    assert result.status == "FAILED"
    assert "Given up" in client.get(LIST).text
    assert "task failed" not in client.get("/admin/").text


@pytest.mark.parametrize("action", ["again", "give-up"])
def test_what_is_done_is_neither_tried_again_nor_given_up(home, admin_client_of, worked, action):
    result = worked(pieces.add, 1, 1)
    response = admin_client_of("superuser").post(f"{LIST}{result.pk}/{action}/", follow=True)
    assert "done" in response.text
    result.refresh_from_db()
    assert result.status == "SUCCESSFUL"


# permission × what they do × whether the admin lets them
TABLE = [((), False, False), (("view_dbtaskresult",), True, False), (("view_dbtaskresult", "change_dbtaskresult"), True, True)]


@pytest.mark.parametrize(("codenames", "sees", "decides"), TABLE)
def test_who_may_see_and_decide(home, admin_client_of, worked, codenames, sees, decides):
    client, result = admin_client_of("somebody"), worked(pieces.hopeless)
    client.user.user_permissions.set(Permission.objects.filter(codename__in=[*codenames, "access_admin"]))
    assert (client.get(LIST).status_code == 200) is sees
    page = client.get(f"{LIST}{result.pk}/").text
    assert ("Try it again now" in page) is decides
    client.post(f"{LIST}{result.pk}/again/")
    result.refresh_from_db()
    assert (result.status == "READY") is decides
