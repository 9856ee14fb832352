"""A web of our own: what each address answers, and what was asked of it."""

import datetime
from functools import partial

from sources.health.looking import look
from sources.health.run import Run
from sources.intake.fetch import Fetched, FetchFailed

NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
PAGE = "The notice says that it is so. " * 80
SILENCE = FetchFailed("It did not answer in time.", passing=True)


def page(text=PAGE, status=200, url="", title="Notice", kind="text/html", **headers):
    return {
        "data": f"<title>{title}</title>{text}".encode(),
        "status": status,
        "url": url,
        "content_type": kind,
        "headers": headers,
    }


class Web:
    def __init__(self, answers=None, otherwise=None):
        self.answers, self.otherwise = answers or {}, otherwise
        self.asked = []

    def fetch(self, url, *, method="GET", **options):
        self.asked.append((method, url))
        answer = self.answers.get((method, url), self.answers.get(url, self.otherwise))
        if isinstance(answer, Exception):
            raise answer
        return Fetched(**answer | {"url": answer["url"] or url})

    def look(self, url, **options):
        return look(url, fetch=self.fetch, read=lambda found: found.data.decode().partition("</title>")[2], **options)


class Time:
    """A clock that moves only by sleeping."""

    def __init__(self, now=NOW):
        self.start, self.seconds = now, 0.0

    def clock(self):
        return self.seconds

    def sleep(self, seconds):
        self.seconds += seconds

    def now(self):
        return self.start + datetime.timedelta(seconds=self.seconds)


def run(web, time=None) -> Run:
    time = time or Time()
    return Run(look=partial(web.look), now=time.now, clock=time.clock, sleep=time.sleep)
