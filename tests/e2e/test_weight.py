"""What a page costs a reader on a slow line: bytes as they are sent, gzipped."""

import gzip
import re
from urllib.parse import urlsplit

from explainer.editions.read import read

CLAIM, FIRST_VISIT = 25 * 1024, 60 * 1024
HEAVIEST = "/claims/everyone-has-a-score/"


def test_no_claim_page_is_heavy(site):
    sizes = {}
    for record in read("china-social-credit").of("claim"):
        status, text = site.get(f"/claims/{record.key}/")
        assert status == 200, record.key
        sizes[record.key] = len(gzip.compress(text.encode(), 6))
    assert {key: size for key, size in sizes.items() if size > CLAIM} == {}


def test_a_first_visit_is_light_and_asks_nobody_else(browser, site):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    got = []
    page.on("response", lambda response: got.append((response.url, response.headers.get("content-type", ""), response.body())))
    page.goto(site.url + HEAVIEST, wait_until="networkidle")
    context.close()
    assert {urlsplit(url).netloc for url, _, _ in got} == {urlsplit(site.url).netloc}
    assert [url for url, kind, _ in got if "font" in kind or re.search(r"\.(woff2?|ttf|otf)$", urlsplit(url).path)] == []
    sizes = {urlsplit(url).path: len(gzip.compress(body, 6)) for url, kind, body in got if not kind.startswith("image/png")}
    assert {"text/html", "text/css", "text/javascript"} <= {kind.partition(";")[0] for _, kind, _ in got}
    assert sum(sizes.values()) <= FIRST_VISIT, sizes
