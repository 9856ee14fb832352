"""What search engines are told of: every public page, in each language, and nothing else."""

import xml.etree.ElementTree as ET

import pytest

from explainer import sitemap
from tests import make

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def addresses(client, path):
    response = client.get(path)
    assert response["Content-Type"] == "application/xml"
    return [found.text for found in ET.fromstring(response.content).iterfind(".//s:loc", NAMES)]


@pytest.fixture
def records(home):
    claim, event = make.claim("everyone-has-a-score"), make.event("list-opens")
    make.event("taken-down").unpublish()
    return claim, event


def test_every_public_page_is_named_in_each_language(client, records, settings):
    (part,) = addresses(client, "/sitemap.xml")
    assert part == f"{settings.PUBLIC_URL}/sitemap-1.xml"
    named = addresses(client, "/sitemap-1.xml")
    for path in ("/", "/claims/", "/claims/everyone-has-a-score/", "/timeline/list-opens/", "/sources/"):
        assert settings.PUBLIC_URL + path in named
        assert f"{settings.PUBLIC_URL}/zh-hans{path}" in named
    assert f"{settings.PUBLIC_URL}/timeline/taken-down/" not in named
    assert len(named) == len(set(named))
    for address in named:
        assert client.get(address.removeprefix(settings.PUBLIC_URL)).status_code == 200, address


def test_each_says_where_the_other_language_is(client, records, settings):
    root = ET.fromstring(client.get("/sitemap-1.xml").content)
    for url in root.iterfind("s:url", NAMES):
        links = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)}
        assert list(links) == ["en-gb", "zh-hans"]
        assert url.find("s:loc", NAMES).text in links.values()


def test_a_great_many_pages_stand_in_more_than_one_file(client, records, settings, monkeypatch):
    whole = addresses(client, "/sitemap-1.xml")
    monkeypatch.setattr(sitemap, "PER_FILE", 2)
    parts = addresses(client, "/sitemap.xml")
    assert len(parts) > 1
    assert [address for part in parts for address in addresses(client, part.removeprefix(settings.PUBLIC_URL))] == whole
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


def test_robots_are_told_of_it_and_of_what_is_not_for_them(client, home, settings):
    said = client.get("/robots.txt").text.splitlines()
    assert f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml" in said
    assert "Disallow: /report/" in said
    assert "Disallow: /zh-hans/report/" in said
