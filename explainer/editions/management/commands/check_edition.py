from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from explainer.editions.captures import check_anchors, citations
from explainer.editions.problems import EditionError
from explainer.editions.read import read


class Command(BaseCommand):
    help = "Read an edition and report every error in it, with file, line and key. Touches neither files nor database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("edition", help="the name of an edition, or the path of a folder")
        parser.add_argument("--captures", type=Path, metavar="DIR", help="hold every anchor against the stored texts in DIR")

    def handle(self, *, edition, captures, **options):
        try:
            found = read(edition)
            report = check_anchors(found, captures) if captures else None
        except EditionError as error:
            raise CommandError(f"{error}\n{len(error.problems)} error(s) in {edition}.") from error
        counts = Counter(kind for kind, _ in found.records)
        self.stdout.write(", ".join(f"{count} {kind}(s)" for kind, count in sorted(counts.items())) + ".")
        self.stdout.write(f"{sum(1 for _ in citations(found))} citations.")
        if report:
            self._anchors(report)
        self.stdout.write(self.style.SUCCESS(f"No errors in {edition}."))

    def _anchors(self, report):
        self.stdout.write(f"{report.found} anchors find exactly one passage.")
        for name in sorted(report.not_here):
            self.stdout.write(f"Not checked, because the folder does not hold it: {name}.")
        if report.no_capture:
            self.stdout.write(f"Not checked, because the source has no stored copy: {len(report.no_capture)} anchors.")
        if report.problems:
            lines = "\n".join(map(str, sorted(report.problems)))
            raise CommandError(f"{lines}\n{len(report.problems)} broken anchor(s).")
