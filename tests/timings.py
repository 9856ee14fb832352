"""How long the public pages take, how many queries they make and how large they are.

``python -m tests.timings``                  of the site in DATA_DIR, in this process
``python -m tests.timings --load [EDITION]``  the same, after loading the edition (or the first one) and timing that too
``python -m tests.timings ADDRESS``          of a site that runs here, such as http://127.0.0.1:8000; without queries
"""

import argparse
import csv
import gzip
import http.client
import os
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

TIMES = 5
MOST_PAGES = 40  # of a list, when looking for something in it


@dataclass
class Answer:
    status: int
    content: bytes
    queries: int | None = None

    @property
    def text(self) -> str:
        return self.content.decode()


Get = Callable[[str], Answer]


class Running:
    """A site that runs on this machine."""

    def __init__(self, address: str):
        match = re.fullmatch(r"http://127\.0\.0\.1:(\d{1,5})/?", address)
        if not match:
            raise SystemExit("error: the address must be one of this machine: http://127.0.0.1:PORT.")
        self.connection = http.client.HTTPConnection("127.0.0.1", int(match[1]), timeout=120)

    def get(self, path: str) -> Answer:
        try:
            self.connection.request("GET", path)
            response = self.connection.getresponse()
            return Answer(response.status, response.read())
        except (http.client.HTTPException, OSError) as error:
            raise SystemExit(f"error: no answer for {path}: {error}") from error

    count = get


class InProcess:
    """The site of DATA_DIR, asked without a server."""

    def __init__(self):
        from django.test import Client

        from explainer.serve import collect_static

        collect_static()
        self.client = Client(raise_request_exception=False, SERVER_NAME="localhost")

    def get(self, path: str) -> Answer:
        response = self.client.get(path)
        return Answer(response.status_code, response.content)

    def count(self, path: str) -> Answer:
        """The same, with the number of queries; counting them takes time of its own."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            answer = self.get(path)
        answer.queries = len(queries)
        return answer


def pages(get: Get) -> Iterator[tuple[str, str]]:
    """(name, address) of every page to measure; what has no fixed address is found through links."""
    yield "home", "/"
    yield "claims", "/claims/"
    yield "a claim", first_link(get, "/claims/", r"/claims/[a-z0-9-]+/")
    yield "sources", "/sources/"
    yield "a source", first_link(get, "/sources/", r"/sources/[a-z0-9-]+/")
    yield "timeline", "/timeline/"
    yield "timeline, one lane", "/timeline/?lane=reported"
    yield "the fullest year", fullest_year(get)
    yield "an event", first_link(get, "/timeline/", r"/timeline/(?!\d{4}/)[a-z0-9-]+/")
    yield "map", "/actors/"
    yield "all actors", "/actors/?view=actors"
    yield "all relations", "/actors/?view=relations"
    yield "actor, most relations", busiest_actor(get)
    yield "export, SVG", "/actors/export.svg"
    for form in ("csv", "graphml", "ftm.json"):
        yield f"export, {form}", f"/actors/export.{form}"
    yield "catalogs", "/catalogs/"
    by_size = catalogs_by_size(get)
    slugs = [path.strip("/").rpartition("/")[2] for path in by_size]
    yield "the largest catalog", by_size[0]
    for count in (2, 4):
        yield f"{count} places compared", "/catalogs/compare/?" + "&".join(f"place={slug}" for slug in slugs[:count])
    yield "behaviours", "/catalogs/behaviours/"
    yield "a behaviour", most_spoken_of(get)
    yield (
        "a place around others",
        first_link(get, by_size[0], r"/catalogs/(?!compare/|behaviours/)[a-z0-9-]+/", other_than=by_size[0]),
    )


def links(get: Get, page: str, pattern: str) -> list[str]:
    """Addresses on the page, in the order in which it has them."""
    return list(dict.fromkeys(re.findall(rf'href="({pattern})"', get(page).text)))


def first_link(get: Get, page: str, pattern: str, other_than: str = "") -> str:
    found = [link for link in links(get, page, pattern) if link != other_than]
    if not found:
        raise SystemExit(f"error: {page} has no link like {pattern}.")
    return found[0]


def fullest_year(get: Get) -> str:
    counts = re.findall(r'href="(?:#y|/timeline/)(\d{4})/?">\d{4} <span class="quiet">(\d+)', get("/timeline/").text)
    if not counts:
        raise SystemExit("error: the timeline lists no year.")
    return f"/timeline/{max(counts, key=lambda pair: int(pair[1]))[0]}/"


def busiest_actor(get: Get) -> str:
    rows = csv.DictReader(get("/actors/export.csv").text.removeprefix("\ufeff").splitlines())
    counts = Counter(key for row in rows for key in (row["subject"], row["object"]))
    return f"/actors/{counts.most_common(1)[0][0]}/"


def catalogs_by_size(get: Get) -> list[str]:
    found = {}
    for number in range(1, MOST_PAGES + 1):
        text = get(f"/catalogs/?page={number}").text
        found |= {path: int(count) for path, count in re.findall(r'href="(/catalogs/[a-z0-9-]+/)#entries">(\d+)</a>', text)}
        if 'rel="next"' not in text:
            break
    return sorted(found, key=lambda path: (-found[path], path))


def most_spoken_of(get: Get) -> str:
    """Of the first few behaviours the one with the longest page."""
    found = links(get, "/catalogs/behaviours/", r"/catalogs/behaviours/[a-z0-9-]+/")[:10]
    return max(found, key=lambda path: len(get(path).content))


def table(site) -> None:
    print(f"{'':<23}{'status':>6}{'ms':>8}{'queries':>9}{'bytes':>12}{'gzipped':>10}  address")
    for name, path in pages(site.get):
        site.get(path)  # fills caches of code and templates
        first = site.count(path)
        taken = []
        for _ in range(TIMES):
            started = time.perf_counter()
            site.get(path)
            taken.append((time.perf_counter() - started) * 1000)
        queries = "" if first.queries is None else f"{first.queries:,}"
        size, packed = len(first.content), len(gzip.compress(first.content, 6))
        print(
            f"{name:<23}{first.status:>6}{statistics.median(taken):>8.0f}{queries:>9}{size:>12,}{packed:>10,}  {path}", flush=True
        )


def load(edition: str) -> None:
    """Check and load an edition, and say how long each took."""
    from django.core.management import CommandError, call_command

    from explainer.accounts import ensure_roles
    from explainer.editions.load import load as load_edition
    from explainer.editions.problems import EditionError
    from explainer.editions.read import read
    from explainer.serve import first_edition, has_content

    try:
        call_command("migrate", verbosity=0)
        if has_content():
            raise SystemExit("error: this site has content already; timing a first load needs an empty DATA_DIR.")
        started = time.perf_counter()
        found = read(edition or first_edition())
        checked = time.perf_counter()
        report = load_edition(found)
    except (CommandError, EditionError) as error:
        raise SystemExit(f"error: {error}") from error
    ensure_roles()
    print(f"Edition {Path(found.folder).name}: {len(report.added):,} records.")
    print(f"Checked in {checked - started:.1f} s, loaded in {time.perf_counter() - checked:.1f} s.\n", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.timings", description="How long the public pages take.")
    parser.add_argument("address", nargs="?", help="of a running site: http://127.0.0.1:PORT; without it, the site in DATA_DIR")
    parser.add_argument(
        "--load", nargs="?", const="", metavar="EDITION", help="load this edition first; without a name, the first one"
    )
    options = parser.parse_args()
    if options.address:
        table(Running(options.address))
        return 0
    os.environ["DJANGO_SETTINGS_MODULE"] = "explainer.settings.local"
    import django

    django.setup()
    if options.load is not None:
        load(options.load)
    table(InProcess())
    return 0


if __name__ == "__main__":
    sys.exit(main())
