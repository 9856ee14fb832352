"""What the record keeper leaves to the worker."""

from django_tasks import task

from sources.drift import recheck
from sources.models import Source
from sources.receiving import records


@task(backend="desk", queue_name="desk")
def read_address(intake_id: int) -> None:
    """Fetch the address of an intake and read what is there. Done again, it changes nothing that somebody has settled."""
    records.read_address(intake_id)


@task(backend="desk", queue_name="desk")
def recheck_anchors(source_id: int) -> int:
    """Gives the number of broken anchors. A source that is gone has none."""
    source = Source.objects.filter(pk=source_id).first()
    return len(recheck(source)) if source else 0
