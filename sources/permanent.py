"""What a background task says so that it is not tried again."""


class PermanentError(Exception):
    """The task cannot succeed, however often it is tried. The message is a full sentence for the desk."""
