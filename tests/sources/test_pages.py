import pytest

from sources.models import Source
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db


def test_the_library_lists_public_sources_only(client, home):
    make.source(title="A public plan", title_original="规划", language="zh")
    Source.objects.filter(pk=make.source(title="A hidden draft").pk).update(live=False)
    page = client.get("/sources/").text
    assert "A public plan" in page
    assert 'lang="zh">规划' in page
    assert "A hidden draft" not in page


def test_filters_narrow_the_list_and_the_number_is_that_of_the_list(client, home):
    make.source(tier="primary", kind="plan", title="The plan")
    make.source(tier="secondary", title="The report")
    page = client.get("/sources/?tier=primary").text
    assert "<b>1</b> source" in page
    assert "The plan" in page
    assert "The report" not in page


@pytest.mark.parametrize(
    "query",
    [
        "tier=none",
        "publisher=nobody",
        "page=zero",
        "page=-1",
        "page=99999999999999999999",
        "sort=;drop",
        "tier=%00",
        "kind[]=x",
        "%FF=%FE",
        "tier=primary&tier=x",
    ],
)
def test_a_broken_query_is_ignored(client, home, query):
    make.source(title="Still here")
    response = client.get(f"/sources/?{query}")
    assert response.status_code == 200


def test_a_filter_that_nothing_fits_says_so_and_leads_back(client, home):
    make.source()
    page = client.get("/sources/?tier=tertiary").text
    assert "No sources fit this choice" in page
    assert 'href="/sources/"' in page


def test_a_source_shows_what_rests_on_it_with_verdict_and_origins(client):
    source = make.source(slug="plan", title="The plan")
    make.claim(
        title="It is so",
        evidence=[make.evidence(source_=source, says="The plan names no score.", locator="art. 2"), make.evidence("second")],
        appearances=[make.appearance(source_=source, says="Here it was said.")],
    )
    page = client.get("/sources/plan/").text
    for words in (
        "“It is so”",
        "False",
        "The plan names no score.",
        "art. 2",
        "Here it was said.",
        "2 independent origins behind",
    ):
        assert words in page


def test_a_source_names_the_sources_it_is_one_with(client, home):
    origin = make.source(title="The agency story")
    make.source(slug="copy", derives_from=[("republishes", origin)])
    page = client.get("/sources/copy/").text
    assert "It republishes" in page
    assert "one origin" in page
    assert "The agency story" in page


def test_a_retired_source_stays_and_says_why(client, home):
    newer = make.source(title="The newer edition")
    make.source(slug="old", retired_on="2026-01-05", retired_reason="It was replaced.", replaced_by=newer)
    page = client.get("/sources/old/").text
    assert "5 January 2026" in page
    assert "It was replaced." in page
    assert "The newer edition" in page


def test_hostile_words_in_a_record_stay_words(client, home):
    make.source(slug="evil", title="<script>alert(1)</script>", reliability='"><img src=x onerror=alert(1)>')
    page = client.get("/sources/evil/").text
    assert "<script>alert" not in page
    assert "<img" not in page


def test_pages_are_valid_and_ask_no_other_host(client):
    source = make.source(
        slug="plan", title_original="规划", language="zh", issued="2014", links=[("translation", "https://example.org/en")]
    )
    make.claim(evidence=[make.evidence(source_=source, quotation="信用", translation="credit")])
    for address in ("/sources/", "/sources/?tier=primary", "/sources/plan/"):
        page = client.get(address).text
        assert problems(page) == [], address
        assert outside_requests(page) == []


def test_an_unknown_source_is_not_found(client, home):
    assert client.get("/sources/nothing/").status_code == 404


def queries(client, django_assert_max_num_queries, address, most):
    with django_assert_max_num_queries(most) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_library_costs_the_same_for_any_number_of_sources(client, home, django_assert_max_num_queries):
    make.source()
    client.get("/sources/")
    few = queries(client, django_assert_max_num_queries, "/sources/", 8)
    for _ in range(15):
        make.source(links=[("mirror", "https://example.org/m")])
    assert queries(client, django_assert_max_num_queries, "/sources/", 8) == few


def test_a_source_page_costs_the_same_for_any_number_of_uses(client, django_assert_max_num_queries):
    source = make.source(slug="plan")
    make.claim(evidence=[make.evidence(source_=source)])
    client.get("/sources/plan/")
    few = queries(client, django_assert_max_num_queries, "/sources/plan/", 24)
    for _ in range(8):
        make.claim(evidence=[make.evidence(source_=source), make.evidence("second")])
    assert queries(client, django_assert_max_num_queries, "/sources/plan/", 24) == few
