"""Jobs that come again by themselves. A worker puts them among the tasks when they are due, once for all workers.

A room above registers its own in its ``AppConfig.ready``: ``recurring.add("reports.expire", expire, hours=24)``.
"""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from explainer.work.models import Recurring

UNFINISHED = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


@dataclass(frozen=True)
class Job:
    task: object
    every: datetime.timedelta
    # A site that was just made does not start with all of it at once.
    first_after: datetime.timedelta


JOBS: dict[str, Job] = {}


def add(name: str, task, *, hours: float, first_after_hours: float = 0) -> None:
    JOBS[name] = Job(task, datetime.timedelta(hours=hours), datetime.timedelta(hours=first_after_hours))


def enqueue_due(now: datetime.datetime | None = None) -> list[str]:
    """Returns the names of the jobs that became tasks."""
    now = now or timezone.now()
    known = dict(Recurring.objects.values_list("name", "due_at"))
    for name in JOBS.keys() - known.keys():
        due_at = now + JOBS[name].first_after
        Recurring.objects.get_or_create(name=name, defaults={"due_at": due_at})
        known[name] = due_at
    return [name for name in sorted(JOBS) if known[name] <= now and _enqueue(name, now)]


@transaction.atomic
def _enqueue(name: str, now: datetime.datetime) -> bool:
    row = Recurring.objects.select_for_update().get(name=name)
    if row.due_at > now:
        return False
    row.due_at = now + JOBS[name].every
    # One that still waits, or is tried again, is not joined by a second.
    is_there = row.last and DBTaskResult.objects.filter(pk=row.last, status__in=UNFINISHED).exists()
    if not is_there:
        row.last = JOBS[name].task.enqueue().id
    row.save(update_fields=["due_at", "last"])
    return not is_there
