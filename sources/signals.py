"""A stored copy or a citation changed: its anchors are looked at again, in the background."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from sources.models import Capture, Citation
from sources.tasks import recheck_anchors
from sources.waiting import enqueue_once


@receiver(post_save, sender=Capture)
def capture_saved(instance, raw, **kwargs):
    if instance.text and not raw:
        enqueue_once(recheck_anchors, instance.source_id)


@receiver(post_save)
def citation_saved(sender, instance, raw, **kwargs):
    if raw or not issubclass(sender, Citation) or not instance.anchor_start:
        return
    if Capture.objects.filter(source=instance.source_id).exclude(text="").exists():
        enqueue_once(recheck_anchors, instance.source_id)
