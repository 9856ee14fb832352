from django.core.management.base import BaseCommand, CommandError

from sources.drift import recheck
from sources.models import AnchorCheck, Source


class Command(BaseCommand):
    help = "Hold every citation's anchor against the newest stored copy of its source, and say which find no passage, or several."

    def add_arguments(self, parser):
        parser.add_argument("--source", metavar="KEY", help="only the citations of this source")

    def handle(self, *, source, **options):
        sources = Source.objects.exclude(captures__text="").filter(captures__isnull=False).distinct().order_by("slug")
        if source:
            sources = Source.objects.filter(slug=source)
            if not sources:
                raise CommandError(f"There is no source with the key “{source}”.")
        broken = 0
        for record in sources:
            for drift in recheck(record):
                broken += 1
                problem = f"finds {drift.found} passages" if drift.found else "finds no passage"
                near = f" Nearest: “{drift.nearest['words']}”" if drift.nearest else ""
                self.stdout.write(f"{record.slug}: “{drift.citation.anchor_start}” of {drift.citation.used_by} {problem}.{near}")
        checked = AnchorCheck.objects.filter(source__in=sources).count()
        self.stdout.write(f"{checked} anchors checked in {len(sources)} sources with a stored text; {broken} broken.")
