"""When a task that failed is tried again, and how its error reads."""

import datetime
from traceback import format_exception

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from explainer.work.models import Attempt
from sources.intake.fetch import FetchFailed, FetchRefused
from sources.intake.files import UnreadableFile
from sources.permanent import PermanentError

WAITS = [
    datetime.timedelta(minutes=1),
    datetime.timedelta(minutes=5),
    datetime.timedelta(minutes=30),
    datetime.timedelta(hours=4),
]
MOST_ATTEMPTS = len(WAITS) + 1
# What a task is about may be gone by the time it runs; that does not change.
PERMANENT = (PermanentError, ObjectDoesNotExist, FetchRefused, UnreadableFile)
# Their messages are full sentences already.
SENTENCES = (PermanentError, OSError, FetchRefused, UnreadableFile)
LONGEST_SENTENCE = 500


class WorkerLostError(Exception):
    """The worker ended in the midst of a task, and no longer can anything be said about it."""


def wait_after(number: int, error: BaseException | None = None) -> datetime.timedelta | None:
    """How long to wait after that many attempts; None: it is not tried again."""
    if number >= MOST_ATTEMPTS or isinstance(error, PERMANENT):
        return None
    if isinstance(error, FetchFailed) and not error.passing:
        return None
    return WAITS[number - 1]


def sentence(error: BaseException) -> str:
    """The first line of what the error says, or its kind if it says nothing."""
    first = next((line.strip() for line in str(error).splitlines() if line.strip()), "")
    name = type(error).__name__
    words = first if isinstance(error, SENTENCES) and first else f"{name}: {first}" if first else name
    return words[:LONGEST_SENTENCE]


def failed(result: DBTaskResult, attempt: Attempt, error: BaseException, now: datetime.datetime | None = None) -> None:
    """Note the failed attempt, and let the task wait for the next one if there is to be one. Inside a transaction."""
    now = now or timezone.now()
    attempt.end(Attempt.Outcome.FAILED, now, sentence(error), "".join(format_exception(error)))
    wait = wait_after(attempt.number, error)
    if wait is None:
        result.set_failed(error)
    else:
        put_back(result, now + wait)


def lost(result: DBTaskResult, attempt: Attempt | None, now: datetime.datetime) -> None:
    """Its worker is gone. The first time it is taken up at once; a task that kills its workers has to wait like others."""
    if attempt is None:
        put_back(result, now)
        return
    error = "The worker ended in the midst of it: it was killed, or the machine stopped."
    attempt.end(Attempt.Outcome.LOST, now, error)
    if attempt.number >= MOST_ATTEMPTS:
        result.set_failed(WorkerLostError(error))
    else:
        put_back(result, now if attempt.number == 1 else now + WAITS[attempt.number - 1])


def put_back(result: DBTaskResult, when: datetime.datetime) -> None:
    result.status, result.run_after, result.finished_at = TaskResultStatus.READY, when, None
    result.save(update_fields=["status", "run_after", "finished_at"])
