"""Closed lists whose words are translated."""

from django.db import models


class _WordsLater(type(models.TextChoices)):
    @property
    def choices(cls) -> list[tuple]:
        """For fields and forms, which ask once and for every language: words that are translated when they are shown."""
        return [(member.value, member._label_) for member in cls]


class ClosedList(models.TextChoices, metaclass=_WordsLater):
    """Values and their words. ``label`` is a text, in the language in use when it is asked for."""

    @property
    def label(self) -> str:
        return str(self._label_)
