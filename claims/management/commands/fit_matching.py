import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.matching.benchmark import BadSet, sets_in
from claims.matching.fitting import fit
from claims.matching.judging import FILE
from claims.matching.known import told
from claims.matching.store import meaning


class Command(BaseCommand):
    help = (
        "Fit the weights of the matching on public sets and on the phrases of the claims of this site, and write "
        "claims/matching/weights.json. Minutes with the extra."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="as for benchmark_matching")

    def handle(self, *, path, **options):
        try:
            sets = sets_in(path)
        except (BadSet, OSError, UnicodeDecodeError) as error:
            raise CommandError(error) from error
        claims, background = told()
        if not any(claim.phrases for claim in claims):
            raise CommandError("The claims of this site have no phrases to fit on. Load an edition first.")
        weights = json.loads(FILE.read_text())
        weights["letters"] = fit(sets, claims, background)
        extra = meaning()
        if extra:
            weights["meaning"] = fit(sets, claims, background, extra)
        FILE.write_text(json.dumps(weights, indent=1) + "\n")
        left = "" if extra else " Those with the semantic extra, which is not installed, are as they were."
        self.stdout.write(self.style.SUCCESS(f"Wrote {FILE.name}.{left}"))
