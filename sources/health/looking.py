"""One look at one address. Only the network: the database is touched neither before nor behind it."""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from sources.anchors import fold
from sources.health import signs
from sources.health.choices import Outcome
from sources.intake.documents import read_fetched
from sources.intake.fetch import Fetched, FetchFailed, FetchRefused, fetch
from sources.intake.files import UnreadableFile

LARGEST = 5 * 1024 * 1024
SECONDS = 30.0
LONGEST_WAIT = datetime.timedelta(days=30)
BLOCKS = frozenset({403, 405, 406, 418, 429, 451, 999})
LOGINS = frozenset({401, 402, 407})
GONE = frozenset({404, 410})


@dataclass(frozen=True)
class Seen:
    outcome: Outcome
    status: int | None = None
    final_url: str = ""
    text_hash: str = ""
    note: str = ""
    wait: datetime.timedelta | None = None  # so long the host wants not to be asked


def text_of(page: Fetched) -> str:
    return read_fetched(page.url, page.data, page.media_type).text


def text_hash(text: str) -> str:
    """Of the words alone: spaces, quotation marks and case differ between two copies of one text."""
    return hashlib.sha256(fold(text).encode()).hexdigest() if text.strip() else ""


def look(
    url: str,
    *,
    for_text: bool = True,
    now: datetime.datetime,
    fetch: Callable[..., Fetched] = fetch,
    read: Callable[[Fetched], str] = text_of,
) -> Seen:
    """A HEAD says that an address opens, if that is all one asks; that it fails only a GET can say."""
    try:
        if not for_text and (page := head(url, fetch)):
            return seen_open(url, page)
        page = fetch(url, largest=LARGEST, seconds=SECONDS, any_status=True)
    except FetchRefused as error:
        return Seen(Outcome.UNCLEAR, note=str(error))
    except FetchFailed as error:
        if error.passing:
            return Seen(Outcome.SILENT, note=str(error))
        # Something answers, and it is too large, or leads from one address to the next.
        page = head(url, fetch)
        return seen_open(url, page) if page else Seen(Outcome.UNCLEAR, note=str(error))
    return judge(url, page, for_text, read, now)


def head(url: str, fetch) -> Fetched | None:
    try:
        page = fetch(url, method="HEAD", seconds=SECONDS, any_status=True)
    except (FetchFailed, FetchRefused):
        return None
    return page if 200 <= page.status < 300 else None


def judge(url: str, page: Fetched, for_text: bool, read, now: datetime.datetime) -> Seen:
    told = {"status": page.status, "final_url": page.url}
    if not 200 <= page.status < 300:
        return Seen(of_status(page.status), wait=retry_after(page, now), **told)
    if "html" not in page.media_type and not page.media_type.startswith("text/"):
        return seen_open(url, page)
    try:
        text = read(page)
    except UnreadableFile as error:
        return Seen(elsewhere_or_ok(url, page), note=str(error), **told)
    title = signs.title_of(page.data)
    if signs.is_wall(title, text):
        return Seen(Outcome.BLOCKED, note="The page asks whether one is human.", **told)
    if signs.is_login(url, page.url, page.data, text):
        return Seen(Outcome.LOGIN, note="The page asks for a password.", **told)
    if signs.is_error_page(url, page.url, title, text):
        return Seen(Outcome.SOFT_404, note=f"It opens, but reads like an error page: “{title or text[:80]}”."[:500], **told)
    return Seen(elsewhere_or_ok(url, page), text_hash=text_hash(text) if for_text else "", **told)


def of_status(status: int) -> Outcome:
    if status in BLOCKS:
        return Outcome.BLOCKED
    if status in LOGINS:
        return Outcome.LOGIN
    if status in GONE:
        return Outcome.GONE
    return Outcome.ERROR if status >= 500 else Outcome.UNCLEAR


def seen_open(url: str, page: Fetched) -> Seen:
    if signs.leads_to_front_page(url, page.url):
        return Seen(Outcome.SOFT_404, page.status, page.url, note="It leads to the front page.")
    return Seen(elsewhere_or_ok(url, page), page.status, page.url)


def elsewhere_or_ok(url: str, page: Fetched) -> Outcome:
    return Outcome.MOVED if signs.is_elsewhere(url, page.url) else Outcome.OK


def retry_after(page: Fetched, now: datetime.datetime) -> datetime.timedelta | None:
    """Seconds or a date, as the host has written; nothing if it is neither, never longer than a month."""
    value = page.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        wait = datetime.timedelta(seconds=min(int(value[:9]), LONGEST_WAIT.total_seconds()))
    else:
        try:
            then = parsedate_to_datetime(value)
        except (TypeError, ValueError, OverflowError):
            return None
        wait = (then if then.tzinfo else then.replace(tzinfo=datetime.UTC)) - now
    return min(wait, LONGEST_WAIT) if wait > datetime.timedelta() else None
