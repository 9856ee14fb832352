"""Every correction on the site, in one list with its feed, its CSV and its place in the API."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import ClaimPage
from explainer.models import CorrectionsPage, HomePage
from tests import make
from tests.html import problems

pytestmark = pytest.mark.django_db
DAYS = [datetime.date(2026, 1, day) for day in (10, 20)] + [datetime.date(2025, 12, 24)]


@pytest.fixture
def content(home):
    HomePage.objects.get().add_child(instance=CorrectionsPage(title="Corrections", slug="corrections"))
    claim = make.claim("it-is-so", title="It is so")
    claim.verdicts.add(make.verdict("true", on=DAYS[0], kind="update", reason="A notice was found."))
    claim.save()
    claim.corrections.add(make.correction(DAYS[1], wrong="The year was 2013.", now="It is 2014."))
    claim.save()
    make.source_correction(
        make.source("story", title="The story"), on=DAYS[2], kind="clarification", note="A number was explained."
    )
    make.source_correction(make.source("draft", live=False))
    make.claim("hidden", corrections=[make.correction()]).unpublish()


QUERIES = {
    "": 3,
    "kind=update": 1,
    "kind=correction": 1,
    "what=source": 1,
    "what=verdict&year=2026": 1,
    "year=2025": 1,
    "claim=it-is-so": 2,
    "source=story": 1,
    "source=story&claim=it-is-so": 0,
    "q=2013": 1,
    "q=notice+found": 1,
    "q=It+is+so&kind=clarification": 0,
}


@pytest.mark.parametrize(("query", "count"), QUERIES.items())
def test_page_feed_csv_and_api_agree(client, content, query, count):
    page = client.get(f"/corrections/?{query}")
    assert len(page.context["rows"]) == page.context["listing"].page.paginator.count == count
    assert client.get(f"/api/v1/corrections?{query}").json()["count"] == count
    assert len(client.get(f"/feeds/corrections.json?{query}").json()["items"]) == count
    lines = client.get(f"/data/corrections.csv?{query}").getvalue().decode()
    assert len(list(csv.DictReader(io.StringIO(lines, newline="")))) == count


def test_each_leads_to_its_page_and_to_the_difference(client, content):
    page = client.get("/corrections/").text
    assert problems(page) == []
    rows = BeautifulSoup(page, "html.parser").select(".history > li")
    assert [row.time["datetime"] for row in rows] == ["2026-01-20", "2026-01-10", "2025-12-24"]
    links = [[link["href"] for link in row.select("a")] for row in rows]
    assert links == [
        ["/claims/it-is-so/#correction-1", "/claims/it-is-so/v/2/diff/"],
        ["/claims/it-is-so/#history", "/claims/it-is-so/v/1/diff/"],
        ["/sources/story/#correction-1"],
    ]
    assert all(client.get(link.partition("#")[0]).status_code == 200 for row in links for link in row)
    assert "until then false" in rows[1].text


def test_what_means_nothing_is_left_out_on_the_page_and_refused_to_programs(client, content):
    for query in ("kind=none", "year=99999999999999999999", "claim=%00", "what=x", "source=nothing"):
        assert len(client.get(f"/corrections/?{query}").context["rows"]) == 3
        assert client.get(f"/feeds/corrections.atom?{query}").status_code == 422
        assert client.get(f"/api/v1/corrections?{query}").status_code == 422


def test_without_any_it_says_so(client, home):
    HomePage.objects.get().add_child(instance=CorrectionsPage(title="Corrections", slug="corrections"))
    make.claim()
    assert "none has changed since it was published" in client.get("/corrections/").text


def test_many_cost_as_much_as_few(client, content, django_assert_num_queries):
    client.get("/corrections/")
    with CaptureQueriesContext(connection) as few:
        client.get("/corrections/")
    claim = ClaimPage.objects.get(slug="it-is-so")
    claim.corrections.add(*[make.correction(DAYS[1], wrong=f"Wrong {n}.") for n in range(8)])
    claim.save()
    with django_assert_num_queries(len(few)):
        client.get("/corrections/")


def test_the_names_of_news_stay(client, content):
    before = {entry["id"] for entry in client.get("/feeds/corrections.json").json()["items"]}
    claim = ClaimPage.objects.get(slug="it-is-so")
    claim.corrections.add(make.correction(DAYS[1]))
    claim.save()
    after = [entry["id"] for entry in client.get("/feeds/corrections.json").json()["items"]]
    assert len(after) == len(set(after)) == 4
    assert before < set(after)
