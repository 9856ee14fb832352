"""What a worker makes of tasks that work, that fail, and that are taken from it."""

import datetime

import pytest
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from explainer.work import heart, retry
from explainer.work.models import LEASE, Attempt, Worker
from explainer.work.worker import DeskWorker
from sources.intake.fetch import FetchFailed, FetchRefused
from sources.intake.files import UnreadableFile
from tests.work import pieces

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """The worker renews its connection between tasks; that of a test is in a transaction."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)


def work(name="w1") -> DBTaskResult | None:
    """What one worker does until nothing is ready."""
    Worker.objects.get_or_create(name=name)
    DeskWorker(name, batch=True, interval=0).run()
    return DBTaskResult.objects.order_by("-enqueued_at").first()


def let_time_pass(result):
    DBTaskResult.objects.filter(pk=result.pk).update(run_after=timezone.now() - MINUTE)


def claimed(task, *arguments, by="w1") -> DBTaskResult:
    """A task that a worker has just begun."""
    task.enqueue(*arguments)
    result = DBTaskResult.objects.order_by("-enqueued_at").first()
    result.claim(by)
    Attempt.objects.create(result=result, number=result.attempts.count() + 1, worker=by)
    return result


def test_a_task_is_done_once_with_its_attempt_kept():
    pieces.add.enqueue(2, 3)
    result = work()
    assert (result.status, result.return_value) == ("SUCCESSFUL", 5)
    assert [(row.number, row.outcome, row.worker) for row in result.attempts.all()] == [(1, "done", "w1")]


def test_a_task_that_fails_waits_longer_each_time_and_then_no_more():
    pieces.break_down.enqueue()
    waits = []
    for _ in range(5):
        before = timezone.now()
        result = work()
        waits.append(round((result.run_after - before) / MINUTE))
        let_time_pass(result)
    assert waits[:4] == [1, 5, 30, 240]
    assert (result.status, result.attempts.count()) == ("FAILED", 5)
    assert {row.error for row in result.attempts.all()} == {"It broke."}
    assert "raise OSError(words)" in result.attempts.last().traceback


def test_a_task_that_waits_for_its_next_try_is_not_tried_before():
    pieces.break_down.enqueue()
    work()
    assert work().attempts.count() == 1


def test_what_cannot_succeed_is_not_tried_again():
    pieces.hopeless.enqueue()
    result = work()
    assert (result.status, result.attempts.get().error) == ("FAILED", "This page will never be there.")


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (FetchRefused("It is not a public site."), False),
        (FetchFailed("It has no such page.", status=404), False),
        (FetchFailed("It did not answer in time.", passing=True), True),
        (UnreadableFile("It holds no text."), False),
        (Worker.DoesNotExist("It is gone."), False),
        (ValueError("A mistake of ours."), True),
    ],
)
def test_which_errors_are_worth_another_try(error, again):
    assert (retry.wait_after(1, error) is not None) is again


@pytest.mark.parametrize("task", [pieces.leave, pieces.give_an_object])
def test_a_task_that_leaves_or_returns_nonsense_fails_and_the_worker_goes_on(task):
    task.enqueue()
    pieces.add.enqueue(1, 1)
    work()
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]
    assert Attempt.objects.filter(outcome="failed").count() == 1


def test_a_task_whose_function_is_gone_fails_and_the_worker_goes_on():
    pieces.add.enqueue(1, 1)
    DBTaskResult.objects.update(task_path="tests.work.pieces.no_longer_there")
    result = work()
    assert (result.status, "no_longer_there" in result.attempts.get().error) == ("READY", True)


def test_the_task_of_a_dead_worker_is_taken_up_by_the_next_one():
    result = claimed(pieces.add, 2, 3, by="dead")
    Worker.objects.create(name="dead", seen_at=timezone.now() - LEASE - MINUTE)
    assert heart.take_back_lost() == 1
    result = work("next")
    assert (result.status, result.return_value, result.worker_ids) == ("SUCCESSFUL", 5, ["dead", "next"])
    assert [row.outcome for row in result.attempts.all()] == ["lost", "done"]


def test_the_task_of_a_living_worker_is_left_to_it():
    claimed(pieces.add, 2, 3, by="alive")
    Worker.objects.create(name="alive")
    assert heart.take_back_lost(timezone.now() + LEASE - MINUTE / 2) == 0
    assert work("next").status == "RUNNING"


def test_a_worker_taken_for_dead_learns_it_and_writes_no_end():
    result = claimed(pieces.add, 2, 3, by="slow")
    Worker.objects.create(name="slow", seen_at=timezone.now() - LEASE - MINUTE)
    attempt = result.attempts.get()
    heart.take_back_lost()
    assert not heart.beat("slow")
    DeskWorker("slow")._try(result, attempt)
    result.refresh_from_db()
    assert (result.status, result.attempts.get().outcome) == ("READY", "lost")


def test_a_task_that_kills_every_worker_is_given_up_at_last():
    result = claimed(pieces.add, 2, 3, by="w")
    for n in range(1, 6):
        retry.lost(result, result.attempts.get(number=n), timezone.now())
        if n < 5:
            result.claim("w")
            Attempt.objects.create(result=result, number=n + 1, worker="w")
    assert (result.status, result.attempts.filter(outcome="lost").count()) == ("FAILED", 5)
