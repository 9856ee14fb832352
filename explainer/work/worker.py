"""The worker of django-tasks-db with what it lacks: attempts that are kept, retries, a lease, an end that loses nothing."""

import logging
import signal
import sys

from django.db import OperationalError, transaction
from django.utils import timezone
from django_tasks import TaskContext, TaskResultStatus
from django_tasks.signals import task_finished, task_started
from django_tasks.utils import normalize_json
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import is_locked_database_exception

from explainer.work import retry
from explainer.work.models import Attempt

BACKEND = "desk"
logger = logging.getLogger("explainer.work")


class DeskWorker(db_worker.Worker):
    def __init__(self, name: str, *, interval: float = 1, batch: bool = False, forced_by_second_signal: bool = True):
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=batch,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
        )
        self.forced_by_second_signal = forced_by_second_signal

    def run(self) -> None:
        """A long write by another process, such as the load of an edition, is no reason to end."""
        while True:
            try:
                super().run()
            except OperationalError as error:
                if not is_locked_database_exception(error):
                    raise
            else:
                break

    def shutdown(self, signum, frame) -> None:
        if self.running:
            self.running = False
            if not self.running_task:
                sys.exit(0)
        elif self.forced_by_second_signal and signum != signal.SIGTERM:
            sys.exit(1)

    def run_task(self, db_task_result: DBTaskResult) -> None:
        self.running_task = True
        try:
            attempt = Attempt.objects.create(
                result=db_task_result, number=db_task_result.attempts.count() + 1, worker=self.worker_id
            )
            self._try(db_task_result, attempt)
        finally:
            self.running_task = False
            self._run_tasks += 1

    def _try(self, result: DBTaskResult, attempt: Attempt) -> None:
        try:
            value = normalize_json(call(result))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt) or (isinstance(error, SystemExit) and not self.running):
                # It is the worker that is told to end, not the task that fails.
                self._end(result, retry.lost, attempt, timezone.now())
                raise
            self._end(result, retry.failed, attempt, error)
        else:
            self._end(result, succeeded, attempt, value)
        tell_finished(result)

    def _end(self, result: DBTaskResult, write, *how) -> None:
        """Write how the attempt ended, unless the task has been taken from this worker in the meantime."""
        with transaction.atomic():
            held = DBTaskResult.objects.select_for_update().get(pk=result.pk)
            if held.status == TaskResultStatus.RUNNING and held.worker_ids[-1:] == [self.worker_id]:
                write(held, *how)


def call(result: DBTaskResult):
    task = result.task
    told = result.task_result
    task_started.send(sender=type(task.get_backend()), task_result=told)
    context = [TaskContext(task_result=told)] if task.takes_context else []
    return task.call(*context, *told.args, **told.kwargs)


def succeeded(result: DBTaskResult, attempt: Attempt, value) -> None:
    attempt.end(Attempt.Outcome.DONE, timezone.now())
    result.set_successful(value)


def tell_finished(result: DBTaskResult) -> None:
    result.refresh_from_db()
    if result.status in (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED):
        try:
            told = result.task_result
        except Exception:
            logger.exception("%s is no task any more", result.task_path)
        else:
            task_finished.send(sender=type(told.task.get_backend()), task_result=told)
