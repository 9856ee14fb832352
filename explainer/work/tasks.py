"""What the site does by itself, with no room it would belong to."""

import datetime

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from explainer.work.models import Worker
from explainer.work.schedule import publish_due
from sources.permanent import PermanentError

KEPT = datetime.timedelta(days=30)


@task(backend="desk", queue_name="desk")
def publish_scheduled() -> None:
    """Publish what was scheduled, and take down what has expired."""
    if refused := publish_due(timezone.now()):
        raise PermanentError("Not published as scheduled: " + " ".join(refused))


@task(backend="desk", queue_name="desk")
def forget_finished() -> int:
    """Forget background work that ended more than 30 days ago, and sessions that have expired."""
    before = timezone.now() - KEPT
    gone, _ = DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    Worker.objects.filter(ended_at__lt=before).delete()
    call_command("clearsessions")
    return gone
