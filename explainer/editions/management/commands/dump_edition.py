from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from explainer.editions.problems import EditionError
from explainer.editions.write import dump
from explainer.models import HomePage


class Command(BaseCommand):
    help = "Write the published content of the site to a new folder, as an edition."

    def add_arguments(self, parser):
        parser.add_argument("edition", help="the key of the edition that the site holds")
        parser.add_argument("folder", type=Path, help="a folder that does not exist yet, or is empty")

    def handle(self, *, edition, folder, **options):
        home = HomePage.objects.first()
        if home is None:
            raise CommandError("The site holds no edition yet; load one first.")
        if Path(edition).name != home.edition_key:
            raise CommandError(f"The site holds the edition “{home.edition_key}”, not “{edition}”.")
        try:
            counts, left_out = dump(folder)
        except EditionError as error:
            raise CommandError(f"{error}\nNothing was written.") from error
        for line in left_out:
            self.stdout.write(self.style.WARNING(f"left out: {line}"))
        self.stdout.write(f"{folder}: " + ", ".join(f"{count} {kind}(s)" for kind, count in counts.items()) + ".")
