from django.urls import reverse


def in_its_copy(capture, at: int) -> str:
    """The admin's page of a stored copy, at a place in it."""
    return f"{reverse('sources_captures:text', args=[capture.pk])}?at={at}"
