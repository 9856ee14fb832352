"""The index follows what is saved, in the same transaction."""

from django.db.models.signals import post_delete, post_save

from explainer.search import indexing
from explainer.search.documents import KINDS
from sources.models import Publisher, Source


def connect() -> None:
    for model in KINDS:
        post_save.connect(_saved, sender=model)
        post_delete.connect(_deleted, sender=model)
    post_save.connect(_publisher, sender=Publisher)


def _saved(instance, raw=False, update_fields=None, **kwargs):
    if raw:
        return
    if update_fields is None:
        indexing.changed(instance)
    elif "live" in update_fields and not instance.live:
        # Of named columns only that counts: they are bookkeeping, and the record at hand may be a draft.
        indexing.gone(instance)


def _deleted(instance, **kwargs):
    indexing.gone(instance)


def _publisher(instance, created=False, **kwargs):
    """Sources are found by who published them."""
    for source in [] if created else Source.objects.filter(publisher=instance, live=True).select_related("publisher"):
        indexing.changed(source)
