"""Background work in words for the desk."""

import datetime
import inspect

from django.utils.timesince import timesince
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from explainer.work.deciding import GIVEN_UP
from explainer.work.models import LEASE, Worker

LONGEST_ARGUMENT = 60


def what(result: DBTaskResult) -> str:
    """The first line that stands at the function, as “Check the addresses of one source (12)”."""
    try:
        told = inspect.getdoc(result.task.func) or ""
    except Exception:
        told = ""  # A task of an earlier version, which is no longer there
    name = told.partition("\n")[0].rstrip(".") or result.task_path.rpartition(".")[2].replace("_", " ")
    arguments = [*result.args_kwargs.get("args", []), *result.args_kwargs.get("kwargs", {}).values()]
    shown = ", ".join(str(argument)[:LONGEST_ARGUMENT] for argument in arguments[:3])
    return f"{name} ({shown})" if shown else name


def state(result: DBTaskResult) -> str:
    if result.status == TaskResultStatus.READY:
        return "Waits for its next attempt" if result.started_at else "Waits"
    if result.exception_class_path == GIVEN_UP:
        return "Given up"
    return {"RUNNING": "Running", "SUCCESSFUL": "Done", "FAILED": "Failed"}[result.status]


def needs_attention(result: DBTaskResult) -> bool:
    return state(result) == "Failed"


def when(result: DBTaskResult) -> datetime.datetime:
    """Of what its state says: ended, begun, or to be tried at the earliest."""
    if result.status == TaskResultStatus.READY and result.started_at:
        return result.run_after
    return result.finished_at or (result.started_at if result.status == TaskResultStatus.RUNNING else result.enqueued_at)


def when_in_words(result: DBTaskResult, now: datetime.datetime) -> str:
    then = when(result)
    if abs(then - now) < datetime.timedelta(minutes=1):
        return "just now" if then <= now else "in less than a minute"
    return f"in {timesince(now, then, depth=1)}" if then > now else f"{timesince(then, now, depth=1)} ago"


def worker(now: datetime.datetime) -> tuple[bool, str]:
    """Whether one is at work, and that in words."""
    last = Worker.objects.first()
    if last is None:
        return False, "No worker has been seen here yet."
    if last.ended_at is None and now - last.seen_at < LEASE:
        return True, "A worker is at work."
    return False, f"No worker has been seen for {timesince(last.seen_at, now)}."
