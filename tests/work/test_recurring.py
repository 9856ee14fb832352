"""What comes again by itself."""

import datetime

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from claims.models import ClaimPage
from explainer.work import recurring, tasks
from sources.permanent import PermanentError
from tests import make
from tests.work import pieces

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True)
def one_job(monkeypatch):
    monkeypatch.setattr(recurring, "JOBS", {})
    recurring.add("tick", pieces.leave, hours=6, first_after_hours=1)


def waiting() -> int:
    return DBTaskResult.objects.filter(status="READY").count()


def test_a_job_becomes_a_task_when_it_is_due_and_once_for_all_workers():
    assert recurring.enqueue_due(NOW) == []
    assert recurring.enqueue_due(NOW + HOUR) == ["tick"]
    assert recurring.enqueue_due(NOW + HOUR) == []
    assert waiting() == 1


def test_a_job_whose_last_task_still_waits_gets_no_second():
    recurring.enqueue_due(NOW)
    recurring.enqueue_due(NOW + HOUR)
    assert recurring.enqueue_due(NOW + HOUR * 8) == []
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert recurring.enqueue_due(NOW + HOUR * 15) == ["tick"]


def test_a_job_that_was_missed_is_not_made_up_for():
    recurring.enqueue_due(NOW)
    assert recurring.enqueue_due(NOW + HOUR * 1000) == ["tick"]
    assert recurring.enqueue_due(NOW + HOUR * 1001) == []


def test_what_ended_long_ago_is_forgotten_and_what_waits_is_not():
    old, new, waits = (pieces.add.enqueue(1, 1).id for _ in range(3))
    DBTaskResult.objects.filter(pk=old).update(status="FAILED", finished_at=timezone.now() - datetime.timedelta(days=31))
    DBTaskResult.objects.filter(pk=new).update(status="FAILED", finished_at=timezone.now() - datetime.timedelta(days=29))
    tasks.forget_finished.func()
    assert {str(pk) for pk in DBTaskResult.objects.values_list("pk", flat=True)} == {new, waits}


def schedule(claim, **content) -> ClaimPage:
    """A draft whose hour has come."""
    then = timezone.now() - HOUR
    revision = claim.save_revision(approved_go_live_at=then)
    revision.content |= {"go_live_at": then.isoformat(), **content}
    revision.save()
    ClaimPage.objects.filter(pk=claim.pk).update(live=False)
    return claim


def test_one_refused_schedule_holds_up_no_other_and_is_told_once():
    refused, accepted = make.claim("first"), make.claim("second")
    schedule(refused, next_review=None), schedule(accepted)
    with pytest.raises(PermanentError, match="next review"):
        tasks.publish_scheduled.func()
    assert list(ClaimPage.objects.filter(live=True)) == [accepted]
    tasks.publish_scheduled.func()
