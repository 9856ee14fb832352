from django.utils import timezone
from django_tasks import task

from explainer.reports.models import Allowance, ReaderReport


@task(backend="desk", queue_name="desk")
def forget_old_reports() -> dict[str, int]:
    """Delete what readers told the desk, once it has been kept long enough. To be run every day."""
    now = timezone.now()
    marks, _ = Allowance.objects.filter(day__lt=now.date()).delete()
    return ReaderReport.objects.forget(now) | {"marks": marks}
