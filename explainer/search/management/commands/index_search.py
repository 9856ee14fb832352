from django.core.management.base import BaseCommand

from explainer.search.indexing import rebuild


class Command(BaseCommand):
    help = "Make the index of the site's search anew from everything public."

    def handle(self, *args, **options):
        self.stdout.write(f"{rebuild()} documents indexed.")
