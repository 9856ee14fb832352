from django.core.management.base import BaseCommand

from explainer.reports.tasks import forget_old_reports


class Command(BaseCommand):
    help = "Delete what readers told the desk, once it has been kept as long as the form says. The worker does it every day."

    def handle(self, *args, **options):
        done = forget_old_reports.func()
        self.stdout.write(
            f"Deleted: {done['contacts']} contact lines, {done['texts']} texts of answered reports, "
            f"{done['unanswered']} reports nobody answered in a year."
        )
