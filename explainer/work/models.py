"""What the table of tasks does not keep: who works, every attempt with its error, and when what recurs is due again."""

import datetime

from django.db import models
from django.utils import timezone

BEAT = datetime.timedelta(seconds=10)
# So long after its last sign of life a worker is taken for dead, and its task for lost.
LEASE = datetime.timedelta(seconds=90)


class WorkerQuerySet(models.QuerySet):
    def alive(self):
        return self.filter(ended_at=None)


class Worker(models.Model):
    """One process that does background work."""

    name = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self):
        return self.name


class Attempt(models.Model):
    """One try of a task. The error stays, whatever a later try brings."""

    class Outcome(models.TextChoices):
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        LOST = "lost", "Lost: its worker ended in the midst of it"

    result = models.ForeignKey("django_tasks_database.DBTaskResult", on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    worker = models.CharField(max_length=64)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.RUNNING)
    error = models.TextField(blank=True)
    traceback = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["result", "number"], name="work_attempt_numbered")]

    def __str__(self):
        return f"{self.number}. {self.get_outcome_display()}"

    def end(self, outcome: str, now: datetime.datetime, error: str = "", traceback: str = "") -> None:
        self.outcome, self.ended_at, self.error, self.traceback = outcome, now, error, traceback
        self.save(update_fields=["outcome", "ended_at", "error", "traceback"])


class Recurring(models.Model):
    """When a job of ``recurring.JOBS`` is due again, and the task it became last."""

    name = models.CharField(max_length=80, unique=True)
    due_at = models.DateTimeField()
    last = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
