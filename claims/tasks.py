"""What the desk works out about claims in the background."""

from django_tasks import task

from claims.suggesting.reading import read
from sources.models import Capture


@task(backend="desk", queue_name="desk")
def read_capture(capture_id: int) -> int:
    """Gives the number of open suggestions; of a copy that is gone, or has no text, none."""
    capture = Capture.objects.filter(pk=capture_id).exclude(text="").first()
    return read(capture) if capture else 0
