from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from explainer.desk.models import ApprovalByOthers
from explainer.editions.load import load
from explainer.editions.problems import EditionError
from explainer.editions.read import read


class Command(BaseCommand):
    help = "Load an edition into the database, in one transaction. What editors have changed since is left alone and reported."

    def add_arguments(self, parser):
        parser.add_argument("edition", help="the name of an edition, or the path of a folder")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
        parser.add_argument("--overwrite", action="store_true", help="also replace what editors have changed since the last load")

        parser.add_argument(
            "--approved-by",
            action="append",
            default=[],
            metavar="NAME",
            help="somebody of the desk who has read what is new or changed; twice where a verdict changes",
        )

    def handle(self, *, edition, dry_run, overwrite, approved_by, verbosity, **options):
        people = readers(approved_by)
        try:
            report = load(read(edition), dry_run=dry_run, overwrite=overwrite, approved_by=people)
        except EditionError as error:
            raise CommandError(f"{error}\n{len(error.problems)} record error(s); nothing was loaded.") from error
        if verbosity > 1 or dry_run:
            for word, labels in (("add", report.added), ("change", report.changed)):
                for label in labels:
                    self.stdout.write(f"{word}: {label}")
        for label, difference in report.left_alone.items():
            self.stdout.write(self.style.WARNING(f"left alone: {label}. {difference}"))
        for label in report.kept:
            self.stdout.write(f"kept: {label} is no longer in the files; nothing is deleted.")
        self.stdout.write(
            f"{len(report.added)} added, {len(report.changed)} changed, {len(report.unchanged)} as they were, "
            f"{len(report.left_alone)} left alone because editors changed them, 0 rejected."
            + (" Dry run: nothing was written." if dry_run else "")
        )


def readers(names: list[str]) -> list[User]:
    """The accounts of these names, if they may approve at all."""
    found = {user.get_username(): user for user in User.objects.filter(username__in=names, is_active=True)}
    for name in names:
        if name not in found:
            raise CommandError(f"--approved-by: nobody at the desk is called “{name}”.")
        if not ApprovalByOthers.objects.filter(groups__user=found[name]).exists():
            raise CommandError(f"--approved-by: “{name}” is in no group that approves.")
    return list(found.values())
