"""A page in another language: at an address of its own, the same for everyone, with the content as it was written."""

import json

import pytest
from bs4 import BeautifulSoup
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from claims.citing import csl_claim
from sources.edtf import parse
from sources.languages import Translated, language_name, told, without_prefix
from tests import make
from tests.languages.leaks import leaks

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(home):
    return make.claim("everyone-has-a-score", title="Everyone has a score")


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return BeautifulSoup(response.content, "html.parser")


def test_the_frame_is_translated_and_the_content_says_its_language(client, claim):
    soup = page(client, "/zh-hans/claims/everyone-has-a-score/")
    assert soup.html["lang"] == "zh-hans"
    heading = soup.h1
    assert "Everyone has a score" in heading.text
    assert heading["lang"] == "en-gb"
    assert "不实" in soup.select_one(".verdict-word").text
    assert leaks(str(soup)) == []


def test_pages_in_the_language_of_the_content_are_as_they_were(client, claim):
    soup = page(client, "/claims/everyone-has-a-score/")
    assert soup.html["lang"] == "en-gb"
    assert soup.select("[lang=en-gb]") == [soup.html]
    assert soup.select(".in-other-words") == []


def test_what_the_reader_prefers_changes_nothing_and_no_cookie_is_set(client, claim):
    plain = client.get("/claims/everyone-has-a-score/")
    asked = client.get("/claims/everyone-has-a-score/", headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert plain.content == asked.content
    for response in (asked, client.get("/zh-hans/claims/everyone-has-a-score/")):
        assert not response.cookies
        assert "Accept-Language" not in response.get("Vary", "")
    assert response["Content-Language"] == "zh-hans"


def test_each_page_names_itself_in_the_other_language(client, claim, settings):
    for path in ("/claims/everyone-has-a-score/", "/zh-hans/claims/everyone-has-a-score/"):
        soup = page(client, path)
        named = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate][hreflang]")}
        assert named == {
            "en-gb": f"{settings.PUBLIC_URL}/claims/everyone-has-a-score/",
            "zh-hans": f"{settings.PUBLIC_URL}/zh-hans/claims/everyone-has-a-score/",
            "x-default": f"{settings.PUBLIC_URL}/claims/everyone-has-a-score/",
        }
        assert soup.select_one("link[rel=canonical]")["href"] == f"{settings.PUBLIC_URL}{path}"
    assert page(client, "/claims/?verdict=false&sort=title").select_one("nav a[hreflang]")["href"] == (
        "/zh-hans/claims/?verdict=false&sort=title"
    )


def test_links_stay_in_the_language(client, claim):
    soup = page(client, "/zh-hans/claims/everyone-has-a-score/")
    left = [
        link["href"]
        for link in soup.select("a[href^='/']:not([hreflang])")
        if not link["href"].startswith(("/zh-hans/", "/api/", "/feeds/", "/data/", "/embed/"))
        and not link["href"].endswith(".zip")
    ]
    assert left == []


def test_machines_are_told_of_a_claim_once(client, claim):
    assert page(client, "/claims/everyone-has-a-score/").select("script[type='application/ld+json']")
    assert not page(client, "/zh-hans/claims/everyone-has-a-score/").select("script[type='application/ld+json']")


def test_files_are_the_same_in_every_language(client, claim):
    response = client.get("/zh-hans/claims/everyone-has-a-score/cite.json?x=1")
    assert response.status_code == 301
    assert response["Location"] == "/claims/everyone-has-a-score/cite.json?x=1"
    with translation.override("zh-hans"):
        item = csl_claim(claim, claim.current_verdict)
    assert item == csl_claim(claim, claim.current_verdict)
    assert json.loads(client.get("/claims/everyone-has-a-score/cite.json").text)[0]["title"] == item["title"]


@pytest.mark.parametrize("path", ["/zh-cn/", "/zh-hant/", "/zh-Hans/", "/fr/", "/zh-hans", "/en-gb/", "/zh-hans/zh-hans/"])
def test_there_is_one_address_for_each_language(client, home, path):
    response = client.get(path)
    assert response.status_code in (301, 404)
    assert response.get("Location", "/zh-hans/") == "/zh-hans/"


def test_nothing_is_found_in_the_language_of_the_address(client, claim):
    response = client.get("/zh-hans/claims/everyone-has-score/")
    assert response.status_code == 404
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.h1.text == "这个地址没有页面"
    assert soup.select_one(".near a")["href"] == "/zh-hans/claims/everyone-has-a-score/"


def test_what_moved_has_moved_in_each_language(client, claim):
    Redirect.objects.create(old_path="/claims/old", redirect_link="/claims/everyone-has-a-score/")
    Redirect.objects.create(old_path="/claims/older", redirect_page=claim)
    for path in ("/zh-hans/claims/old/", "/zh-hans/claims/older/"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (301, "/zh-hans/claims/everyone-has-a-score/")


def test_an_error_is_reported_of_the_page_itself(client, claim):
    soup = page(client, "/zh-hans/claims/everyone-has-a-score/")
    address = soup.select_one("footer a[rel=nofollow]")["href"]
    assert address == "/zh-hans/report/?about=/claims/everyone-has-a-score/"
    form = page(client, address)
    assert form.select_one(".check-form a")["href"] == "/zh-hans/claims/everyone-has-a-score/"
    assert form.select_one("input[name=about]")["value"] == "/claims/everyone-has-a-score/"


def test_records_to_choose_from_say_their_language(client, claim):
    select = page(client, "/zh-hans/claims/").select_one("select[name=layer]")
    empty, *records = select.select("option")
    assert empty.text == "全部系统"
    assert not empty.get("lang")
    assert {option.get("lang") for option in records} == {"en-gb"}


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2014", "2014年"),
        ("2014-06", "2014年6月"),
        ("2014-06-14", "2014年6月14日"),
        ("201X", "2010年代"),
        ("2020~", "约2020年"),
        ("2020?", "2020年（不确定）"),
        ("2013/2014", "2013年至2014年"),
        ("2019/..", "2019年起"),
        ("../2019", "至2019年"),
    ],
)
def test_dates_are_told_in_the_language(edtf, words):
    assert str(parse(edtf)) != words
    with translation.override("zh-hans"):
        assert str(parse(edtf)) == words


def test_words_of_the_content_are_marked_and_stay_safe():
    assert told("<b>") == "&lt;b&gt;"
    with translation.override("zh-hans"):
        assert told("<b>") == '<span lang="en-gb">&lt;b&gt;</span>'
        assert told(Translated("是")) == "是"
        assert told("") == told(None) == ""
        assert language_name("zh") == "中文"
    assert without_prefix("/zh-hans/claims/") == "/claims/"
    assert without_prefix("/zh-hansel/") == "/zh-hansel/"


def test_a_preview_is_no_page_yet_and_has_one_language(rf, home):
    from explainer.languages.pages import in_each

    request = rf.get("/claims/")
    assert len(in_each(request)) == 2
    request.is_preview = True
    assert in_each(request) == []
