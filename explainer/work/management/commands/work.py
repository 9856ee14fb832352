import os
import socket

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string

from explainer.work.heart import Heart
from explainer.work.models import Worker
from explainer.work.worker import DeskWorker


class Command(BaseCommand):
    help = "The worker for background work: does the desk's tasks until it is told to end."

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="Do what waits now, then end.")
        parser.add_argument("--interval", type=float, default=1, help="Seconds between looks for work (1).")
        parser.add_argument(
            "--parent", type=int, default=0, help="End when the process with this number is no longer the parent."
        )

    def handle(self, *, batch, interval, parent, **options):
        name = f"{socket.gethostname()[:40]}-{os.getpid()}-{get_random_string(8)}"
        worker = DeskWorker(name, interval=interval, batch=batch, forced_by_second_signal=not parent)
        worker.configure_signals()
        Worker.objects.create(name=name)
        heart = Heart(worker, parent)
        heart.beat_once()
        heart.start()
        try:
            worker.run()
        finally:
            heart.stop()
