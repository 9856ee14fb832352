"""What one look makes of what a server sends."""

import datetime

import pytest

from sources.health.choices import Outcome
from sources.health.looking import retry_after
from sources.intake.fetch import Fetched, FetchFailed, FetchRefused
from tests.sources.health.web import NOW, PAGE, SILENCE, Web, page

URL = "https://example.org/docs/notice"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (page(), Outcome.OK),
        (page(url="https://example.org/docs/notice/"), Outcome.OK),
        (page(url="https://www.example.org/docs/notice"), Outcome.OK),
        (page(url="https://new.example.org/notice"), Outcome.MOVED),
        (page(status=404), Outcome.GONE),
        (page(status=410), Outcome.GONE),
        (page(status=500), Outcome.ERROR),
        (page(status=503), Outcome.ERROR),
        (page(status=403), Outcome.BLOCKED),
        (page(status=429), Outcome.BLOCKED),
        (page(status=401), Outcome.LOGIN),
        (page(status=400), Outcome.UNCLEAR),
        (page("Just a moment...", title="Just a moment..."), Outcome.BLOCKED),
        (page(url="https://example.org/login?next=/docs/notice"), Outcome.LOGIN),
        (page('Sign in <input name="p" type="password">'), Outcome.LOGIN),
        (page("The page you requested cannot be found.", title="Oops"), Outcome.SOFT_404),
        (page("您访问的页面不存在", title="提示"), Outcome.SOFT_404),
        (page(url="https://example.org/"), Outcome.SOFT_404),
        (page(PAGE + " Error 404, page not found, is what many readers see."), Outcome.OK),
        (page(kind="application/pdf"), Outcome.OK),
        (SILENCE, Outcome.SILENT),
        (FetchRefused("It is not a public site."), Outcome.UNCLEAR),
    ],
)
def test_what_is_made_of_an_answer(answer, outcome):
    assert Web({URL: answer}).look(URL, now=NOW).outcome == outcome


def test_a_head_that_fails_is_not_believed():
    web = Web({("HEAD", URL): page(status=404), ("GET", URL): page()})
    assert web.look(URL, now=NOW, for_text=False).outcome == Outcome.OK
    assert [method for method, _ in web.asked] == ["HEAD", "GET"]


def test_an_address_of_which_only_the_opening_matters_is_not_fetched_whole():
    web = Web({URL: page()})
    assert web.look(URL, now=NOW, for_text=False).text_hash == ""
    assert [method for method, _ in web.asked] == ["HEAD"]


def test_what_is_too_large_to_be_fetched_opens_all_the_same():
    web = Web({("GET", URL): FetchFailed("It is larger than 5 MB."), ("HEAD", URL): page()})
    assert web.look(URL, now=NOW).outcome == Outcome.OK


def test_the_same_words_in_other_spacing_are_the_same_text():
    one, other = (Web({URL: page(text)}).look(URL, now=NOW).text_hash for text in ("It’s  SO.\n" * 400, "it's so. " * 400))
    assert one == other


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("86400", 1),
        ("Mon, 02 Mar 2026 12:00:00 GMT", 1),
        ("99999999999", 30),
        ("Sat, 01 Mar 2036 12:00:00 GMT", 30),
        ("Sat, 01 Mar 2025 12:00:00 GMT", None),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("²", None),
    ],
)
def test_when_a_host_wants_to_be_asked_again(value, days):
    found = retry_after(Fetched(URL, 429, "", b"", {"retry-after": value}), NOW)
    assert found == (days and datetime.timedelta(days=days))
