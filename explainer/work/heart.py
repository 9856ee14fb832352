"""Beside the tasks of a worker: signs of life, tasks of dead workers, jobs that are due.

In a thread of its own, so that a long task holds up none of it.
"""

import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from explainer.work import recurring, retry
from explainer.work.models import BEAT, LEASE, Attempt, Worker
from explainer.work.worker import BACKEND, DeskWorker

logger = logging.getLogger("explainer.work")
LOOK = 1.0  # seconds between looks at the parent and at the end
GRACE = 20.0  # so long a task may take to end after the worker was told to


class Heart(threading.Thread):
    def __init__(self, worker: DeskWorker, parent: int = 0):
        super().__init__(name="heart", daemon=True)
        self.worker, self.parent = worker, parent
        self.stopping = threading.Event()
        self.code = newest_code()

    def run(self) -> None:
        next_beat, told_to_end = 0.0, None
        while not self.stopping.wait(LOOK):
            if self.parent and os.getppid() != self.parent:
                self.parent = 0
                os.kill(os.getpid(), signal.SIGTERM)
            if not self.worker.running:
                told_to_end = told_to_end or time.monotonic()
                if time.monotonic() - told_to_end > GRACE:
                    end_at_once(self.worker.worker_id)
            if time.monotonic() >= next_beat:
                self.beat_once()
                self.end_if_code_changed()
                next_beat = time.monotonic() + BEAT.total_seconds()
        connection.close()

    def beat_once(self) -> None:
        try:
            if not beat(self.worker.worker_id):
                # Others have taken it for dead, and may be at its task already.
                logger.error("Worker %s was taken for dead and ends.", self.worker.worker_id)
                os._exit(1)
            take_back_lost()
            recurring.enqueue_due()
        except DatabaseError:
            # The lease is long enough for the next beat; if the database stays away, the tasks will say so.
            connection.close()

    def end_if_code_changed(self) -> None:
        """In development; the keeper starts a worker with the new code."""
        if newest_code() != self.code and self.worker.running:
            os.kill(os.getpid(), signal.SIGTERM)

    def stop(self) -> None:
        self.stopping.set()
        self.join(LOOK * 5)
        end(self.worker.worker_id)


def newest_code() -> float:
    """When the code of this site was last changed; 0 where it is not under development."""
    if not settings.DEBUG:
        return 0.0
    paths = [Path(module.__file__) for module in list(sys.modules.values()) if getattr(module, "__file__", None)]
    own = [path for path in paths if settings.BASE_DIR in path.parents and path.is_file() and ".venv" not in path.parts]
    return max(path.stat().st_mtime for path in own)


def beat(name: str, now=None) -> bool:
    return bool(Worker.objects.alive().filter(name=name).update(seen_at=now or timezone.now()))


def end(name: str) -> None:
    Worker.objects.alive().filter(name=name).update(ended_at=timezone.now())


def end_at_once(name: str) -> None:
    """Its task does not come to an end: the next worker takes it up."""
    try:
        end(name)
    finally:
        os._exit(0)


def take_back_lost(now=None) -> int:
    """Let the tasks of dead workers be taken up again. Returns how many."""
    now = now or timezone.now()
    with transaction.atomic():
        Worker.objects.alive().filter(seen_at__lt=now - LEASE).update(ended_at=now)
        alive = set(Worker.objects.alive().values_list("name", flat=True))
        running = DBTaskResult.objects.select_for_update().running().filter(backend_name=BACKEND).order_by("pk")
        lost = [result for result in running if not alive.intersection(result.worker_ids[-1:])]
        for result in lost:
            attempt = result.attempts.filter(outcome=Attempt.Outcome.RUNNING).last()
            retry.lost(result, attempt, now)
    return len(lost)
