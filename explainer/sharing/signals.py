"""What is published gets its picture in the background; until then, or without a worker, the first reader's request makes it."""

from wagtail.signals import page_published

from explainer.sharing.kinds import KINDS, kind_of
from explainer.sharing.tasks import draw_card
from sources.waiting import enqueue_once


def connect() -> None:
    for kind in KINDS.values():
        page_published.connect(_published, sender=kind.model)


def _published(instance, **kwargs):
    enqueue_once(draw_card, kind_of(instance), instance.pk)
