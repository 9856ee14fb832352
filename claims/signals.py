"""A stored copy has a text: it is read for known claims, in the background."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from claims.models import CaptureReading
from claims.tasks import read_capture
from sources.models import Capture
from sources.waiting import enqueue_once


@receiver(post_save, sender=Capture)
def capture_saved(instance, raw, **kwargs):
    if raw or not instance.text:
        return
    if not CaptureReading.objects.filter(capture=instance, sha256=instance.sha256).exists():
        enqueue_once(read_capture, instance.pk)
