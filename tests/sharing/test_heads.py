"""How a page looks where its address is shared."""

import datetime

import pytest
from bs4 import BeautifulSoup

from tests import make

pytestmark = pytest.mark.django_db
HOSTILE = "</title><script>alert(1)</script>\"' onload=x"


def told(client, path):
    head = BeautifulSoup(client.get(path).text, "html.parser").head
    return {tag.get("property") or tag["name"]: tag["content"] for tag in head.find_all("meta") if is_ours(tag)}


def is_ours(tag):
    return (tag.get("property") or tag.get("name") or "").startswith(("og:", "twitter:"))


def test_a_shared_claim_carries_its_verdict(client, home):
    make.claim("it-is-so", title="It is so")
    tags = told(client, "/claims/it-is-so/")
    assert tags["og:title"] == "False: “It is so”"
    assert tags["og:description"] == "No document says so."
    assert tags["og:type"] == "article"
    assert tags["og:url"] == "http://testserver/claims/it-is-so/"
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:image:alt"] == "Claim: “It is so” Verdict: False. No document says so."
    assert tags["twitter:card"] == "summary_large_image"
    assert client.get(tags["og:image"].removeprefix("http://testserver")).status_code == 200


def test_a_withdrawn_claim_is_shared_as_withdrawn(client, home):
    make.claim("gone", title="It is so", withdrawn_on=datetime.date(2026, 5, 3), withdrawn_reason="It confused two lists.")
    tags = told(client, "/claims/gone/")
    assert tags["og:title"] == "Withdrawn: “It is so”"
    assert tags["og:description"] == "It confused two lists."
    assert "False" not in str(tags)


def test_an_explainer_is_shared_with_its_summary(client, home):
    make.article("what-it-is", title="What it is", summary="A list, and no score.")
    tags = told(client, "/explainers/what-it-is/")
    assert (tags["og:title"], tags["og:description"]) == ("What it is", "A list, and no score.")
    assert tags["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("path", ["/", "/claims/", "/sources/", "/timeline/", "/check/", "/glossary/", "/claims/it-is-so/v/1/"])
def test_other_pages_are_shared_by_title_and_description(client, home, path):
    make.claim("it-is-so", title="It is so")
    tags = told(client, path)
    page = BeautifulSoup(client.get(path).text, "html.parser")
    assert tags["og:title"] + f" · {tags['og:site_name']}" == " ".join(page.title.text.split())
    assert tags["og:description"] == " ".join(page.find("meta", attrs={"name": "description"})["content"].split())
    assert tags["og:type"] == "website"
    assert tags["og:url"] == page.find("link", rel="canonical")["href"]
    assert "og:image" not in tags
    assert tags["twitter:card"] == "summary"


def test_what_is_not_to_be_found_is_not_to_be_shared(client, home):
    assert told(client, "/no-such-page/") == {}


def test_words_of_an_editor_stay_words(client, home):
    make.claim("hostile", title=HOSTILE[:75], verdicts=[make.verdict(reason=HOSTILE)])
    tags = told(client, "/claims/hostile/")
    assert tags["og:description"] == HOSTILE
    assert HOSTILE[:75] in tags["og:title"]
    assert "<script>alert" not in client.get("/claims/hostile/").text


def test_a_preview_has_no_address_to_share(client, home, rf):
    page = make.claim("it-is-so")
    answer = page.make_preview_request(original_request=rf.get("/admin/"), preview_mode="")
    answer.render()
    assert "og:title" not in answer.text


def test_a_card_is_the_same_picture_in_every_language_of_the_page(client, home):
    make.claim("it-is-so", title="It is so")
    make.article("what-it-is", title="What it is", summary="A list, and no score.")
    for path in ("/claims/it-is-so/", "/explainers/what-it-is/"):
        tags, chinese = told(client, path), told(client, f"/zh-hans{path}")
        assert chinese.pop("og:url") == f"http://testserver/zh-hans{path}"
        assert chinese == {name: value for name, value in tags.items() if name != "og:url"}
