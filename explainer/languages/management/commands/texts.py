from django.core.management.base import BaseCommand

from explainer.languages import catalog


class Command(BaseCommand):
    help = "Find the texts of the site, bring the catalogs of its languages up to date, and compile them."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--compile", action="store_true", help="compile what is there, and change no catalog")

    def handle(self, **options):
        for code in catalog.languages():
            kept = catalog.read(code) if options["compile"] else catalog.update(code)
            catalog.compile_texts(code)
            left = catalog.missing(kept)
            self.stdout.write(f"{code}: {len(kept)} texts, {len(left)} not translated.")
            if options["verbosity"] > 1:
                for text in left:
                    self.stdout.write(f"  {text}")
