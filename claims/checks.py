"""“Checked, nothing changed”: somebody went through a page again and found it still right."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

CHECKED = "claims.checked"


def next_review(on: datetime.date, months: int) -> datetime.date:
    return on + datetime.timedelta(days=round(months * 365.25 / 12))


@transaction.atomic
def record_check(page, user, on: datetime.date, next_review: datetime.date) -> None:
    """Move the two dates of ``page``, in public and in whatever draft or scheduled revision there is, and log who did it.

    This is no editorial change: not a word of the page differs, so it makes no revision, asks nobody's approval, keeps no new
    version, and leaves the public day of its last change where it is.
    """
    dates = {"last_checked": on, "next_review": next_review}
    refuse_bad_dates(page, on, next_review)
    type(page).objects.filter(pk=page.pk).update(**dates)
    for name, value in dates.items():
        setattr(page, name, value)
    for revision in page.revisions.filter(pk__in=standing_revisions(page)).select_for_update():
        # An editor may have written later days into a draft.
        newer = {name: day.isoformat() for name, day in dates.items() if (revision.content.get(name) or "") < day.isoformat()}
        revision.content |= newer
        revision.save(update_fields=["content"])
    log(page, CHECKED, user=user, data={name: day.isoformat() for name, day in dates.items()})


def refuse_bad_dates(page, on: datetime.date, next_review: datetime.date) -> None:
    if next_review <= on:
        raise ValidationError("The next review must come after the check.")
    if page.last_checked and on < page.last_checked:
        raise ValidationError(f"It was last checked on {page.last_checked:%-d %B %Y}; an earlier check would change nothing.")


def standing_revisions(page) -> list[int]:
    """Those that are public, the newest draft, or set to be published."""
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False).values_list("pk", flat=True)
    return [pk for pk in (page.latest_revision_id, page.live_revision_id, *scheduled) if pk]
