"""A claim to take away: what is in the file, that it is the same as on the site, and the same bytes each time."""

import datetime
import io
import json
import zipfile

import pytest
from bs4 import BeautifulSoup

from claims.models import ClaimPage
from tests import make

pytestmark = pytest.mark.django_db
PACKET = "/claims/it-is-so/packet.zip"
FILES = {"README.txt", "sources.txt", "claim.bib", "claim.ris", "claim.json", "claim-data.json", "sources.bib", "sources.ris",
         "sources.json", "card.png"}  # fmt: skip


@pytest.fixture
def claim(home):
    plan = make.source(
        "plan",
        title="The plan",
        title_original="规划",
        language="zh",
        tier="primary",
        issued="2014-06",
        url="https://example.org/plan",
        links=[("archive", "https://archive.example/plan")],
    )
    evidence = [
        make.evidence(
            "first", plan, says="It names no score & no points.", locator="part 3", quotation="没有评分", translation="no score"
        ),
        make.evidence("second", make.source("news", title="The news"), stance="supports", says="It tells of a score."),
    ]
    return make.claim("it-is-so", title="It is so", evidence=evidence, short_answer="<p>It names none.[^first][^second]</p>")


def withdraw(claim):
    claim.withdrawn_on, claim.withdrawn_reason = datetime.date(2026, 5, 3), "It confused two lists."
    claim.save_revision().publish()


def unpacked(client):
    with zipfile.ZipFile(io.BytesIO(client.get(PACKET).content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def test_it_holds_everything_about_the_claim(claim, client):
    assert set(unpacked(client)) == FILES


def test_the_readme_says_what_we_found_and_what_may_be_quoted(claim, client):
    readme = unpacked(client)["README.txt"].decode()
    address = f"http://testserver/claims/it-is-so/v/{claim.version}/"
    for words in ("“It is so”", "VERDICT: False", "No document says so.", "It names none. [1] [2]", "1 February 2026", address):
        assert words in readme
    quote = readme.partition("SAFE TO QUOTE")[2]
    assert "rates the claim “It is so” as “False”: No document says so." in quote
    assert address in quote


def test_every_file_the_readme_names_is_there_and_the_other_way_round(claim, client):
    found = unpacked(client)
    listed = found["README.txt"].decode().partition("IN THIS PACKET")[2].partition("LICENCE")[0]
    for name in found.keys() - {"README.txt"}:
        stem, dot, ending = name.rpartition(".")
        assert name in listed or (f"{stem}.bib" in listed and f"{dot}{ending}" in listed), name


@pytest.mark.parametrize(("stated", "said"), [("", "Nothing has been stated"), ("CC-BY-4.0 https://example.org/by", "CC-BY-4.0, https://example.org/by")])  # fmt: skip
def test_the_readme_says_what_has_been_stated_of_a_licence(claim, client, settings, stated, said):
    settings.DATA_LICENCE = stated
    assert said in unpacked(client)["README.txt"].decode()


def test_each_piece_of_evidence_is_told_with_its_place_and_addresses(claim, client):
    sources = unpacked(client)["sources.txt"].decode()
    against, _, for_it = sources.partition("FOR THE CLAIM")
    for words in ("AGAINST THE CLAIM", "[1] The plan", "规划", "The Gazette, June 2014", "Primary", "Where: part 3",
                  "It names no score & no points.", "“没有评分” (“no score”)", "https://example.org/plan",
                  "https://archive.example/plan", "http://testserver/sources/plan/"):  # fmt: skip
        assert words in against
    assert "[2] The news" in for_it
    assert "CONTEXT" not in sources


def test_references_and_data_are_those_of_the_site(claim, client):
    found = unpacked(client)
    for ending in ("bib", "ris", "json"):
        assert found[f"claim.{ending}"] == client.get(f"/claims/it-is-so/cite.{ending}").content
        assert found[f"sources.{ending}"] == client.get(f"/claims/it-is-so/sources.{ending}").content
    assert json.loads(found["claim-data.json"]) == client.get("/api/v1/claims/it-is-so").json()
    page = BeautifulSoup(client.get("/claims/it-is-so/").text, "html.parser")
    image = page.find("meta", property="og:image")["content"]
    assert found["card.png"] == client.get(image.removeprefix("http://testserver")).content


def test_a_withdrawn_claim_says_why_and_gives_nothing_to_cite_it_by(claim, client):
    withdraw(claim)
    found = unpacked(client)
    assert set(found) == FILES - {"claim.bib", "claim.ris", "claim.json", "claim-data.json"}
    readme = found["README.txt"].decode()
    assert "WITHDRAWN, 3 May 2026" in readme
    assert "It confused two lists." in readme
    for name in ("README.txt", "sources.txt", "sources.json"):
        assert "No document says so." not in found[name].decode()
        assert "false" not in found[name].decode().lower()
    assert "It confused two lists." in found["sources.txt"].decode()


def test_the_same_content_is_the_same_file_and_is_not_sent_twice(claim, client):
    first, second = client.get(PACKET), client.get(PACKET)
    assert first.content == second.content
    assert client.get(PACKET, headers={"If-None-Match": first["ETag"]}).status_code == 304
    claim.statement = "It is said that it is so everywhere."
    claim.save_revision().publish()
    assert client.get(PACKET, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_its_files_are_as_old_as_the_publication(claim, client):
    at = datetime.datetime(2026, 3, 4, 5, 6, 8, tzinfo=datetime.UTC)
    ClaimPage.objects.filter(pk=claim.pk).update(last_published_at=at)
    with zipfile.ZipFile(io.BytesIO(client.get(PACKET).content)) as file:
        assert {member.date_time for member in file.infolist()} == {(2026, 3, 4, 5, 6, 8)}


def test_it_is_a_file_to_save(claim, client):
    answer = client.get(PACKET)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == 'attachment; filename="it-is-so-packet.zip"'
    assert client.head(PACKET).status_code == 200
    assert client.post(PACKET).status_code == 405


def test_only_what_is_public_is_given(claim, client):
    assert client.get("/claims/no-such/packet.zip").status_code == 404
    claim.unpublish()
    assert client.get(PACKET).status_code == 404


def test_the_page_leads_to_it_and_a_kept_version_does_not(claim, client):
    assert f'href="{PACKET}"' in client.get("/claims/it-is-so/").text
    assert "packet.zip" not in client.get(f"/claims/it-is-so/v/{claim.version}/").text


def test_it_costs_the_same_for_any_number_of_pieces(claim, client, django_assert_max_num_queries):
    client.get(PACKET)
    with django_assert_max_num_queries(40) as few:
        client.get(PACKET)
    for n in range(5):
        claim.evidence.add(make.evidence(f"more-{n}"))
    claim.save()
    client.get(PACKET)
    with django_assert_max_num_queries(40) as more:
        client.get(PACKET)
    assert len(more) == len(few)
