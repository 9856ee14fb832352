import datetime

import pytest
from bs4 import BeautifulSoup

from claims.choices import Verdict
from claims.models import ClaimPage
from sources.symbols import symbol
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db


def full_claim(slug="it-is-so", evidence=2):
    copied = make.source(title="A story")
    sources = [copied, make.source(derives_from=[("republishes", copied)], url="https://example.org/copy")]
    sources += [make.source(title_original="规划", language="zh", tier="primary", issued="2014") for _ in range(evidence - 2)]
    rows = [
        make.evidence(f"key-{n}", source, stance=["contradicts", "supports", "context"][n % 3])
        for n, source in enumerate(sources)
    ]
    rows[0].anchor_start, rows[0].anchor_end = "It is not", "so at all"
    return make.claim(
        slug,
        title="It is so",
        evidence=rows,
        short_answer="<p>No.[^key-1] Really not.[^key-0]</p>",
        documented='<h3>In 2014</h3><p>A plan <b>names</b> it.[^key-0]</p><ul><li>One</li></ul><p><a href="/method/">How</a></p>',
        grew_out_of="<p>A true remark.</p>",
        would_change_if="<p>A document is found.</p>",
        appearances=[make.appearance(said_on="2015", first_known=True), make.appearance(said_on="")],
        mixups=[make.mixup()],
    )


def test_the_ladder_verdict_then_short_answer_then_the_file(client):
    full_claim()
    page = client.get("/claims/it-is-so/").text
    main = BeautifulSoup(page, "html.parser").main
    main.nav.decompose()  # the table of contents names them all
    text = main.get_text(" ", strip=True)
    order = ["“It is so”", "False", "No document says so.", "Last checked", "As it is told", "What is documented, in short", "What is documented, in detail",
             "What it grew out of", "Against the claim", "For the claim", "Where the claim was made", "This would change if",
             "Verdict history"]  # fmt: skip
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_reference_in_the_prose_leads_to_its_piece_of_evidence(client):
    full_claim()
    soup = BeautifulSoup(client.get("/claims/it-is-so/").text, "html.parser")
    link = soup.select_one(".short a.ref")
    row = soup.select_one(link["href"])
    assert link.text == row["value"] == "2"


def test_an_anchored_citation_opens_the_live_page_at_the_passage(client):
    full_claim()
    assert "#:~:text=It%20is%20not,so%20at%20all" in client.get("/claims/it-is-so/").text


def test_sources_of_one_origin_are_counted_once_and_named(client):
    full_claim()
    page = client.get("/claims/it-is-so/").text
    assert "2 pieces of evidence from 2 sources" in " ".join(BeautifulSoup(page, "html.parser").get_text(" ").split())
    assert "1 independent origin" in page
    assert "Sources counted as one origin" in page


def test_title_and_description_never_tell_the_claim_without_its_verdict(client):
    full_claim()
    soup = BeautifulSoup(client.get("/claims/it-is-so/").text, "html.parser")
    assert soup.title.text.startswith("False: “It is so”")
    assert soup.find("meta", attrs={"name": "description"})["content"].startswith("False.")


def test_the_history_shows_every_verdict_newest_first(client):
    verdicts = [
        make.verdict("true", on=datetime.date(2020, 5, 1), reason="It was so."),
        make.verdict("outdated", reason="It ended.", kind="update"),
    ]
    make.claim("changed", verdicts=verdicts)
    text = BeautifulSoup(client.get("/claims/changed/").text, "html.parser").select_one(".history").get_text(" ", strip=True)
    assert text.index("It ended.") < text.index("It was so.")
    assert "1 May 2020" in text


def test_hostile_words_in_a_claim_stay_words(client):
    make.claim("evil", title="</title><script>alert(1)</script>", verdicts=[make.verdict(reason="</script><img src=x>")])
    page = client.get("/claims/evil/").text
    assert "<script>alert" not in page
    assert "<img" not in page


def test_pages_are_valid_and_ask_no_other_host(client):
    full_claim(evidence=5)
    for address in ("/claims/", "/claims/?verdict=true", "/claims/it-is-so/"):
        page = client.get(address).text
        assert problems(page) == [], address
        assert outside_requests(page) == []


def test_a_draft_is_not_found(client):
    claim = make.claim("hidden")
    claim.unpublish()
    assert client.get("/claims/hidden/").status_code == 404
    assert claim.title not in client.get("/claims/").text


def test_a_claim_page_takes_at_most_fifteen_queries_however_much_evidence(client, django_assert_max_num_queries):
    full_claim("few", evidence=3)
    full_claim("many", evidence=40)
    client.get("/claims/few/")
    used = []
    for slug in ("few", "many"):
        with django_assert_max_num_queries(15) as captured:
            client.get(f"/claims/{slug}/")
        used.append(len(captured))
    assert used[0] == used[1]


def test_the_list_costs_the_same_for_any_number_of_claims(client, django_assert_max_num_queries):
    make.claim()
    client.get("/claims/")
    used = []
    for _ in range(2):
        with django_assert_max_num_queries(17) as captured:
            client.get("/claims/")
        used.append(len(captured))
        for _ in range(12):
            make.claim(mixups=[make.mixup()])
    assert used[0] == used[1]


class TestFilters:
    @pytest.fixture(autouse=True)
    def claims(self, db):
        self.source = make.source(slug="plan")
        make.claim(title="The false one", verdicts=[make.verdict("false")], layers=[make.layer("plans")])
        make.claim(
            title="The true one",
            verdicts=[make.verdict("true")],
            mixups=[make.mixup("then-with-now")],
            appearances=[make.appearance(self.source)],
        )

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", {"The false one", "The true one"}),
            ("verdict=false", {"The false one"}),
            ("layer=plans", {"The false one"}),
            ("mixup=then-with-now", {"The true one"}),
            ("source=plan", {"The true one"}),
            ("verdict=false&layer=court-list", set()),
            ("verdict=nonsense", {"The false one", "The true one"}),
            ("verdict=false&layer=nonsense", {"The false one"}),
            ("sort=checked&page=x", {"The false one", "The true one"}),
            ("page=-3&layer=%00&mixup=<script>&sort=1e999", {"The false one", "The true one"}),
        ],
    )
    def test_each_narrows_the_list_and_the_number_agrees(self, client, query, found):
        soup = BeautifulSoup(client.get(f"/claims/?{query}").text, "html.parser")
        titles = {link.text.strip("“”") for link in soup.select(".claim-row h2 a")}
        assert titles == found
        assert soup.select_one(".count b").text == str(len(found))

    def test_a_filter_stays_in_the_form_and_the_address_can_be_shared(self, client):
        soup = BeautifulSoup(client.get("/claims/?verdict=false&source=plan").text, "html.parser")
        assert soup.select_one("select[name=verdict] option[selected]")["value"] == "false"
        assert soup.select_one("input[name=source]")["value"] == "plan"
        assert "No claims fit this choice" in soup.text


def test_pages_of_a_long_list_keep_the_filter(client):
    for _ in range(21):
        make.claim()
    soup = BeautifulSoup(client.get("/claims/?verdict=false").text, "html.parser")
    assert soup.select_one("a[rel=next]")["href"] == "/claims/?verdict=false&page=2"
    assert len(BeautifulSoup(client.get("/claims/?verdict=false&page=2").text, "html.parser").select(".claim-row")) == 1


def test_every_verdict_has_a_meaning_and_a_mark_of_its_own():
    marks = {symbol("verdict", verdict.value) for verdict in Verdict}
    assert len(marks) == len(Verdict)
    assert all(verdict.meaning for verdict in Verdict)
    assert [verdict.rating for verdict in Verdict] == [1, 2, 2, 3, 4, 5, None, None, None]


def test_the_database_knows_the_scale():
    from django.db import IntegrityError, transaction

    claim = make.claim()
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimPage.objects.filter(pk=claim.pk).update(verdict="pants-on-fire")


def test_other_wordings_are_answered_and_found(client):
    rows = [make.variant(), make.variant("half", wording="Half of it is so", answer="<p>Not half of it.[^first]</p>")]
    make.claim("it-is-so", variants=rows)
    page = client.get("/claims/it-is-so/").text
    assert '<li id="variant-half"><q>Half of it is so</q>' in page
    assert page.count('href="#evidence-first"') == 3
    assert problems(page) == []


def test_where_sources_disagree_has_a_heading_of_its_own(client):
    make.claim("it-is-so", disagreements="<p>One says 4, the other 9.[^first] We take neither.</p>")
    page = client.get("/claims/it-is-so/").text
    assert "Where sources disagree</h2>" in page
    assert "We take neither." in page
    make.claim("plain")
    assert "Where sources disagree" not in client.get("/claims/plain/").text
