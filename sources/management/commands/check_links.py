from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from sources.health.addresses import follow
from sources.health.choices import Outcome
from sources.health.run import Run, claim_due, with_sources
from sources.models import LinkState, Source


class Command(BaseCommand):
    help = "Look whether the addresses of sources still open, and still give the same text."

    def add_arguments(self, parser):
        parser.add_argument("--source", metavar="SLUG", help="Those of one source.")
        parser.add_argument("--due", action="store_true", help="Only those that are due.")
        parser.add_argument("--limit", type=int, default=60, help="At most so many (60).")
        parser.add_argument("--dry-run", action="store_true", help="Say which ones; ask no host and change nothing.")

    def handle(self, *, source, due, limit, dry_run, **options):
        if limit < 1:
            raise CommandError("--limit must be 1 or more.")
        if source and not Source.objects.filter(slug=source).exists():
            raise CommandError(f"There is no source “{source}”.")
        with transaction.atomic():
            follow(Source.objects.filter(slug=source) if source else None)
            links = self.chosen(source, due, limit)
            if dry_run:
                for link in links:
                    self.stdout.write(f"{link.get_state_display():<22} {link.url}")
                transaction.set_rollback(True)
        if dry_run:
            self.stdout.write(f"{len(links)} addresses would be checked.")
            return
        run = Run().check(links)
        for outcome, count in sorted(run.outcomes.items()):
            self.stdout.write(f"{count:>5}  {Outcome(outcome).label}")
        if run.left:
            self.stdout.write(f"{run.left:>5}  left for later")

    def chosen(self, source, due, limit) -> list[LinkState]:
        if due and not source:
            return claim_due(timezone.now(), limit)
        links = LinkState.objects.due(timezone.now()) if due else LinkState.objects.current().order_by("checked_at", "pk")
        links = links.filter(source__slug=source) if source else links
        return with_sources(list(links[:limit]))
