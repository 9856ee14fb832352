"""The page for a class: what a claim can be judged by, and no sign of our judgement."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from claims.choices import Stance, Verdict
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db
PAGE = "/claims/it-is-so/classroom/"
SECRETS = ["SecretReason", "SecretAnswer", "SecretStory", "SecretCorrection", "SecretOlder", "SecretSearch", "SecretDispute"]


def claim(verdict="false", **fields):
    old, new = make.source(title="The old plan", issued="2014", tier="primary"), make.source(title="New report", issued="2019-03")
    rows = [
        make.evidence("new", new, stance="contradicts", says="It names no score.", locator="p. 2"),
        make.evidence("undated", make.source(title="A leaflet", language="zh"), stance="supports", says="It names a score."),
        make.evidence("old", old, stance="context", says="It plans records.", quotation="Records shall be kept."),
    ]
    defaults = {
        "title": "It is so",
        "evidence": rows,
        "appearances": [
            make.appearance(said_on="2016", said_by="A programme"),
            make.appearance(said_on="2015", said_by="A daily"),
        ],
        "verdicts": [
            make.verdict("mixed", on=datetime.date(2020, 1, 1), reason="SecretOlder"),
            make.verdict(verdict, reason="SecretReason", kind="update"),
        ],
        "corrections": [make.correction(wrong="SecretCorrection")],
        "short_answer": "<p>SecretAnswer</p>",
        "documented": "<p>SecretStory</p>",
        "disagreements": "<p>SecretDispute</p>",
        "counter_search": "SecretSearch",
        "mixups": [make.mixup()],
    }
    return make.claim("it-is-so", **defaults | fields)


@pytest.mark.parametrize("verdict", Verdict)
def test_nothing_on_the_page_tells_the_verdict(client, verdict):
    claim(verdict.value)
    page = client.get(PAGE).text
    soup = BeautifulSoup(page, "html.parser")
    assert [secret for secret in SECRETS if secret in page] == []
    assert soup.select("script[type='application/ld+json'], [class*=verdict], [class*=stance], meta[name^=citation]") == []
    told = soup.main.get_text(" ") + soup.title.text + " ".join(tag.get("content", "") for tag in soup.find_all("meta"))
    for word in (str(verdict.label), verdict.meaning, *(stance.heading for stance in Stance)):
        assert not re.search(rf"\b{re.escape(word)}\b", told), word


def test_the_page_is_the_same_whatever_the_verdict(client):
    made = claim("false")
    before = client.get(PAGE).text
    made.verdicts.add(make.verdict("true", on=datetime.date(2026, 1, 20), kind="update"))
    for row in made.evidence.all():
        row.stance = "supports"
    made.save_revision().publish()
    assert client.get(PAGE).text == before


def test_it_is_not_indexed_and_belongs_to_the_claim(client, settings):
    settings.PUBLIC_URL = "https://claims.example"
    claim()
    soup = BeautifulSoup(client.get(PAGE).text, "html.parser")
    assert "noindex" in soup.find("meta", attrs={"name": "robots"})["content"]
    assert soup.find("link", rel="canonical")["href"] == "https://claims.example/claims/it-is-so/"


def test_it_has_the_statement_the_tellings_and_the_passages_by_date(client):
    claim()
    soup = BeautifulSoup(client.get(PAGE).text, "html.parser")
    assert soup.select_one(".claimed p").text == "It is said that it is so."
    assert [row.b.text for row in soup.select(".appearances > li")] == ["A daily", "A programme"]
    assert [row.text for row in soup.select(".ledger .citation-says")] == [
        "It plans records.",
        "It names no score.",
        "It names a score.",
    ]
    assert "Records shall be kept." in soup.select_one(".ledger").text
    assert "3 passages from 3 documents" in soup.text


def test_no_link_to_a_page_with_the_verdict_but_the_last(client):
    claim()
    main = BeautifulSoup(client.get(PAGE).text, "html.parser").main
    ours = [link for link in main.select("a[href]") if link["href"].startswith("/")]
    assert [(link["href"], link.text) for link in ours] == [("/claims/it-is-so/", "What we found")]


def test_the_questions_follow_from_what_there_is(client):
    make.layer("other", name="Another layer", position=2)
    claim()
    questions = BeautifulSoup(client.get(PAGE).text, "html.parser").select_one(".questions").get_text(" ", strip=True)
    for words in ("Another layer", "Court list", "Plan with practice", "There are 3 documents", "1 of the documents is not in English",
                  "What would change your mind?"):  # fmt: skip
        assert words in questions
    make.claim("alone")
    questions = BeautifulSoup(client.get("/claims/alone/classroom/").text, "html.parser").select_one(".questions").text
    assert "There is one document" in questions
    assert "not in English" not in questions
    assert "from one telling to the next" not in questions


def test_the_claim_leads_to_it_and_a_version_does_not(client):
    claim()
    assert f'href="{PAGE}"' in client.get("/claims/it-is-so/").text
    assert PAGE not in client.get("/claims/it-is-so/v/1/").text


def test_it_is_valid_and_costs_the_same_for_any_number_of_passages(client, django_assert_max_num_queries):
    claim()
    make.claim("many", evidence=[make.evidence(f"e{n}") for n in range(20)])
    page = client.get(PAGE).text
    assert problems(page) == []
    assert outside_requests(page) == []
    used = []
    for address in (PAGE, "/claims/many/classroom/"):
        with django_assert_max_num_queries(9) as captured:
            client.get(address)
        used.append(len(captured))
    assert used[0] == used[1]


def test_a_withdrawn_claim_says_why_instead(client):
    claim(withdrawn_on=make.DAY, withdrawn_reason="It was not ours to judge.")
    response = client.get(PAGE)
    assert (response.status_code, response["Location"]) == (302, "/claims/it-is-so/")


def test_a_draft_has_none(client):
    claim().unpublish()  # straight into the tree, it was never published
    assert client.get(PAGE).status_code == 404


def test_a_warning_of_the_desk_is_pointed_to(client):
    made = claim()
    type(made).objects.filter(pk=made.pk).update(warning="SecretWarning", warned_on=make.DAY)
    page = client.get(PAGE).text
    assert "SecretWarning" not in page
    assert "There is a warning" in page
