import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.matching.benchmark import BadSet, sets_in
from claims.matching.fitting import fit
from claims.matching.judging import FILE
from claims.matching.store import meaning


class Command(BaseCommand):
    help = "Fit the weights of the matching on public sets and write claims/matching/weights.json. Minutes with the extra."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="as for benchmark_matching")

    def handle(self, *, path, **options):
        try:
            sets = sets_in(path)
        except (BadSet, OSError, UnicodeDecodeError) as error:
            raise CommandError(error) from error
        weights = json.loads(FILE.read_text())
        weights["letters"] = fit(sets)
        extra = meaning()
        if extra:
            weights["meaning"] = fit(sets, extra)
        FILE.write_text(json.dumps(weights, indent=1) + "\n")
        left = "" if extra else " Those with the semantic extra, which is not installed, are as they were."
        self.stdout.write(self.style.SUCCESS(f"Wrote {FILE.name}.{left}"))
