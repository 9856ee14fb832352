import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.matching.benchmark import BadSet, measure, sets_in
from claims.matching.store import meaning


class Command(BaseCommand):
    help = "Measure the matching of the site on a public benchmark: PATH is one set or a folder of sets. No database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument(
            "path", type=Path, help="a folder with claims.tsv, queries.tsv and nomatch.tsv, or one of such folders"
        )
        parser.add_argument("--json", dest="as_json", action="store_true", help="one JSON object, a key a set")
        parser.add_argument("--letters", action="store_true", help="leave the semantic extra out, even where it is installed")

    def handle(self, *, path, as_json, letters, **options):
        extra = None if letters else meaning()
        try:
            measured = {one.name: measure(one, extra) for one in sets_in(path)}
        except (BadSet, OSError, UnicodeDecodeError) as error:
            raise CommandError(error) from error
        if as_json:
            rounded = {name: {key: round(value, 4) for key, value in found.items()} for name, found in measured.items()}
            self.stdout.write(json.dumps(rounded, indent=2))
            return
        self.stdout.write("with the semantic extra" if extra else "by letters alone")
        for name, found in measured.items():
            self.stdout.write(name)
            for key, value in found.items():
                self.stdout.write(f"  {key:<22}{value:.4f}" if value < 1 else f"  {key:<22}{value:.2f}")
