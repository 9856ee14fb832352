"""oEmbed as its specification has it (https://oembed.com), and as programs of others read it."""

import json
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
import requests
from bs4 import BeautifulSoup
from wagtail.embeds.finders.oembed import OEmbedFinder

from tests import make
from tests.embedding.test_cards import site  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
HERE = "http://testserver"


def ask(client, url, **more):
    return client.get("/oembed", {"url": url, **more})


def test_an_answer_is_a_rich_frame_with_claim_and_verdict(client):
    answer = ask(client, f"{HERE}/claims/it-is-so/")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    told = answer.json()
    assert told["type"] == "rich"
    assert told["version"] == "1.0"
    assert told["title"] == "False: “It is so”"
    assert told["provider_url"] == f"{HERE}/"
    assert told["provider_name"]
    assert told["cache_age"] > 0
    frame = BeautifulSoup(told["html"], "html.parser").iframe
    assert frame["src"] == f"{HERE}/embed/claims/it-is-so/"
    assert (int(frame["width"]), int(frame["height"])) == (told["width"], told["height"])
    assert frame["title"] == told["title"]


@pytest.mark.parametrize(
    ("url", "card"),
    [
        ("/claims/it-is-so", "/embed/claims/it-is-so/"),
        ("/claims/it-is-so/?utm_source=x#history", "/embed/claims/it-is-so/"),
        ("/claims/it-is-so/?as-of=2026-05-03", "/embed/claims/it-is-so/?as-of=2026-05-03"),
        ("/embed/claims/it-is-so/?as-of=2026-05-03", "/embed/claims/it-is-so/?as-of=2026-05-03"),
        ("/timeline/a-law/", "/embed/timeline/a-law/"),
        ("/timeline/?claim=it-is-so&page=3", "/embed/timeline/?claim=it-is-so"),
        ("/timeline/", "/embed/timeline/"),
        ("/actors/the-firm/#relation-firm-office", "/embed/relations/firm-office/"),
        ("/embed/relations/firm-office/", "/embed/relations/firm-office/"),
        ("/catalogs/harbour/", "/embed/catalogs/harbour/"),
    ],
)
def test_every_form_of_an_address_leads_to_its_card(client, url, card):
    for start in (HERE, "https://testserver", "http://TESTSERVER:80"):
        told = ask(client, start + url).json()
        source = BeautifulSoup(told["html"], "html.parser").iframe["src"]
        assert source == HERE + card
        assert client.get(card).status_code == 200


@pytest.mark.parametrize("url", ["/claims/no-such/", "/", "/claims/", "/actors/the-firm/", "/actors/the-firm/#relation-no-such",
                                 "/claims/it-is-so/?as-of=2020-01-01", "/timeline/?claim=no-such", "/admin/", "/%00", "/%ff/",
                                 "/claims/%E4%BF%A1%00/", "/claims/../../etc/passwd", "/" + "x" * 5000])  # fmt: skip
def test_what_cannot_be_embedded_is_not_found(client, url):
    answer = ask(client, HERE + url)
    assert answer.status_code == 404
    assert answer.text.startswith("url: nothing that can be embedded")


def test_a_withdrawn_claim_and_a_draft_are_not_found(client, site):  # noqa: F811
    make.claim("a-draft", live=False)
    site.unpublish()
    for slug in ("it-is-so", "a-draft"):
        assert ask(client, f"{HERE}/claims/{slug}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "status", "item"),
    [
        ({}, 400, "url is missing"),
        ({"url": ""}, 400, "url is missing"),
        ({"url": "https://example.org/claims/it-is-so/"}, 400, "not an address of this site"),
        ({"url": "javascript:alert(1)//testserver/"}, 400, "not an address of this site"),
        ({"url": "http://[bad/"}, 400, "not an address"),
        ({"url": "\0"}, 400, "not an address"),
        ({"url": f"{HERE}/claims/it-is-so/", "format": "yaml"}, 501, "format: “yaml”"),
        ({"url": f"{HERE}/claims/it-is-so/", "maxwidth": "wide"}, 400, "maxwidth"),
        ({"url": f"{HERE}/claims/it-is-so/", "maxheight": "0"}, 400, "maxheight"),
        ({"url": f"{HERE}/claims/it-is-so/", "maxheight": "²"}, 400, "maxheight"),
        ({"url": f"{HERE}/claims/it-is-so/", "maxwidth": "9" * 400}, 400, "maxwidth"),
    ],
)
def test_a_refusal_names_the_item_and_the_reason(client, query, status, item):
    answer = client.get("/oembed", query)
    assert answer.status_code == status
    assert item in answer.text


@pytest.mark.parametrize(("most", "expected"), [(320, 320), (5000, 4000), (1, 1)])
def test_the_frame_is_no_larger_than_asked(client, most, expected):
    told = ask(client, f"{HERE}/claims/it-is-so/", maxwidth=most, maxheight=150).json()
    assert told["width"] == expected
    assert told["height"] == 150


def test_a_narrower_frame_is_higher(client):
    heights = [ask(client, f"{HERE}/claims/it-is-so/", maxwidth=width).json()["height"] for width in (280, 600, 900)]
    assert heights == sorted(heights, reverse=True)


def test_xml_says_the_same_as_json(client):
    make.claim("evil", title="A & B <script>\x0b", verdicts=[make.verdict("true")])
    for slug in ("it-is-so", "evil"):
        answer = ask(client, f"{HERE}/claims/{slug}/", format="xml")
        assert answer.headers["Content-Type"].startswith("text/xml")
        told = {node.tag: node.text for node in ElementTree.fromstring(answer.content)}
        plain = ask(client, f"{HERE}/claims/{slug}/", format="json").json()
        assert told == {name: str(value).replace("\x0b", "") for name, value in plain.items()}


def test_words_of_a_title_stay_words_in_the_frame(client):
    make.claim("evil", title='"><script>alert(1)</script>')
    soup = BeautifulSoup(ask(client, f"{HERE}/claims/evil/").json()["html"], "html.parser")
    assert soup.script is None
    assert soup.iframe["title"].endswith('“"><script>alert(1)</script>”')


class TestDiscovery:
    @pytest.mark.parametrize("page", ["/claims/it-is-so/", "/timeline/a-law/", "/timeline/?claim=it-is-so", "/catalogs/harbour/"])
    def test_the_head_of_a_page_leads_to_its_card(self, client, page):
        soup = BeautifulSoup(client.get(page).text, "html.parser")
        for kind in ("application/json+oembed", "text/xml+oembed"):
            link = soup.find("link", rel="alternate", type=kind)
            assert client.get(link["href"].removeprefix(HERE)).status_code == 200
        told = client.get(soup.find("link", type="application/json+oembed")["href"].removeprefix(HERE)).json()
        assert f"{HERE}/embed{quote(page, safe='/?=')}" in told["html"]

    @pytest.mark.parametrize("page", ["/", "/claims/", "/sources/", "/embed/claims/it-is-so/", "/claims/no-such/"])
    def test_there_is_none_where_there_is_nothing_to_embed(self, client, page):
        assert "oembed" not in client.get(page).text


class ThroughTheClient(requests.adapters.BaseAdapter):
    """The wire between a program that uses ``requests`` and the site under test."""

    def __init__(self, client):
        super().__init__()
        self.client = client

    def send(self, request, **options):
        answered = self.client.get(request.path_url)
        response = requests.Response()
        response.status_code, response._content, response.url = answered.status_code, answered.content, request.url
        response.headers.update(answered.headers)
        response.encoding, response.request = "utf-8", request
        return response

    def close(self):
        pass


@pytest.fixture
def wired(client, monkeypatch):
    session = requests.Session()
    session.mount(HERE, ThroughTheClient(client))
    monkeypatch.setattr(requests, "get", session.get)


def test_wagtail_embeds_it(wired):
    finder = OEmbedFinder(providers=[{"endpoint": f"{HERE}/oembed", "urls": [rf"^{HERE}/claims/.+$"]}])
    found = finder.find_embed(f"{HERE}/claims/it-is-so/", max_width=400)
    assert found["type"] == "rich"
    assert found["title"] == "False: “It is so”"
    assert found["width"] == 400
    assert "/embed/claims/it-is-so/" in found["html"]
    assert found["cache_until"]


def test_a_program_that_knows_only_the_page_finds_the_card(wired):
    from pyoembed import oEmbed

    for page in ("/claims/it-is-so/", "/timeline/a-law/", "/catalogs/harbour/"):
        found = oEmbed(HERE + page, maxwidth=400)
        assert found["type"] == "rich"
        assert found["width"] == 400
        assert f"/embed{page}" in found["html"]
        assert json.dumps(found)
