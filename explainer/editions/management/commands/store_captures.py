import hashlib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sources.models import Capture


class Command(BaseCommand):
    help = (
        "Give stored copies that an edition names without their text the text of the files in a folder, where the SHA-256 agrees."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder, **options):
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        stored = 0
        for path in sorted(path for path in folder.iterdir() if path.is_file()):
            data = path.read_bytes()
            captures = Capture.objects.filter(sha256=hashlib.sha256(data).hexdigest(), text="")
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                if captures:
                    self.stderr.write(f"{path.name}: not read, it is not text in UTF-8.")
                continue
            for capture in captures:
                capture.text = text
                capture.save()
                stored += 1
        self.stdout.write(f"{stored} stored copies have their text now.")
