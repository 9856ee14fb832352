"""Asking the Wayback Machine for a copy of an address: for one it has, or else to make one. Off unless ARCHIVE_REQUESTS=1.

What it tells is a proposal; a person takes it up into the source.
"""

import json
import re
from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django_tasks import task

from sources.choices import LinkKind
from sources.intake.fetch import FetchFailed, FetchRefused, fetch
from sources.models import LinkState, SourceLink
from sources.permanent import PermanentError

HAS = "https://archive.org/wayback/available?url="
SAVE = "https://web.archive.org/save/"
SECONDS = 120.0  # it fetches the page itself before it answers
COPY = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d{6}/")


@task(backend="desk", queue_name="desk")
def ask_archive(link_id: int) -> str:
    """Ask an archive for a copy of an address."""
    if not settings.ARCHIVE_REQUESTS:
        raise PermanentError("This site asks no archive: ARCHIVE_REQUESTS is not 1.")
    link = LinkState.objects.get(pk=link_id)
    try:
        found = copy_of(link.url)
    except FetchRefused as error:
        note(link_id, "", str(error))
        raise PermanentError(str(error)) from error
    except FetchFailed as error:
        note(link_id, "", f"The archive did not help: {error}")
        if error.passing:
            raise
        raise PermanentError(str(error)) from error
    note(link_id, found, "")
    return found


def copy_of(url: str, fetch=fetch) -> str:
    return kept_copy(url, fetch) or new_copy(url, fetch)


def kept_copy(url: str, fetch) -> str:
    answer = fetch(HAS + quote(url, safe=""), largest=200_000, seconds=SECONDS)
    try:
        closest = json.loads(answer.data)["archived_snapshots"]["closest"]
        found = closest["url"] if closest["available"] and str(closest["status"]) == "200" else ""
    except (ValueError, LookupError, TypeError):
        return ""
    return https(found)


def new_copy(url: str, fetch) -> str:
    found = https(fetch(SAVE + url, seconds=SECONDS).url)
    if not found:
        raise FetchFailed("it named no copy.")
    return found


def https(found) -> str:
    return re.sub(r"^http:", "https:", found)[:2000] if isinstance(found, str) and COPY.match(found) else ""


@transaction.atomic
def note(link_id: int, archived_url: str, words: str) -> None:
    LinkState.objects.filter(pk=link_id).update(archived_url=archived_url, archive_note=words[:500])


@transaction.atomic
def take_up(link: LinkState, user) -> bool:
    """Name the copy in the source: in public if nothing else waits there to be published, or else in its draft.

    Returns whether it is public now.
    """
    source = link.source.get_latest_revision_as_object()
    year, month, day = COPY.match(link.archived_url).groups()
    row = SourceLink(kind=LinkKind.ARCHIVE, url=link.archived_url[:1000], date=f"{year}-{month}-{day}")
    source.links.add(row)
    waits = link.source.has_unpublished_changes
    revision = source.save_revision(user=user, log_action=True)
    public = link.source.live and not waits and user.has_perm("sources.publish_source")
    if public:
        revision.publish(user=user)
    LinkState.objects.filter(pk=link.pk).update(archived_url="")
    return public
