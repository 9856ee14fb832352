"""Every kind of page of the first edition in every language of the site."""

import urllib.request

import pytest

from tests.e2e.test_reader import PAGES
from tests.languages.leaks import leaks

MORE = [
    "/actors/?view=actors",
    "/catalogs/behaviours/",
    "/claims/17-5-million-flights-in-2018/v/",
    "/claims/17-5-million-flights-in-2018/v/1/",
    "/claims/?verdict=true&mixup=plan-with-practice",
    "/data/",
    "/report/",
    "/report/status/",
    "/search/",
    "/search/?q=sesame",
    "/search/?q=zzzzqq",
    "/timeline/2016/",
]


@pytest.mark.parametrize("path", PAGES + MORE)
def test_nothing_is_left_in_another_language_unsaid(site, path):
    with urllib.request.urlopen(f"{site.url}/zh-hans{path}") as answer:
        assert leaks(answer.read().decode()) == []
