"""Where there is nothing: what a reader is told, and what to try."""

import time

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from claims.models import ClaimPage
from explainer.models import HomePage, TextPage
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(home):
    return home


def soup_of(response):
    return BeautifulSoup(response.text, "html.parser")


def near(response):
    return [link["href"] for link in soup_of(response).select(".near a")]


class TestNotFound:
    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("/claims/everyone-has-score/", "everyone has score"),
            ("/claims/everyone-has-score/evidence/plan/", "everyone has score evidence plan"),
            ("/no-such-page/", "no such page"),
            ("/%E5%A4%B1%E4%BF%A1/", "失信"),
            ("/x%22%3E%3Cscript%3E/", "x script"),
        ],
    )
    def test_the_search_box_holds_the_words_of_the_address(self, client, address, words):
        response = client.get(address)
        assert response.status_code == 404
        assert soup_of(response).select_one("main input[name=q]")["value"] == words

    def test_near_addresses_are_shown_the_nearest_first_claims_with_their_verdict(self, client):
        make.claim("everyone-has-a-score", title="Everyone has a score")
        make.claim("nobody-has-a-score", title="Nobody has a score")
        make.claim("flights-are-banned", title="Flights are banned")
        make.source("score-methods-2014", title="Score methods")
        response = client.get("/claims/everyone-has-score/")
        found = near(response)
        assert found[0] == "/claims/everyone-has-a-score/"
        assert "/claims/flights-are-banned/" not in found
        assert "False" in soup_of(response).select_one(".near").text

    def test_a_slip_of_the_pen_is_forgiven(self, client):
        make.claim("everyone-has-a-score")
        assert near(client.get("/claims/everyone-has-a-scroe/")) == ["/claims/everyone-has-a-score/"]
        assert near(client.get("/everyonehasascore/")) == ["/claims/everyone-has-a-score/"]

    def test_at_most_five_are_shown(self, client):
        for n in range(9):
            make.claim(f"a-score-of-{n}")
        assert len(near(client.get("/claims/a-score-of-many/"))) == 5

    def test_drafts_and_what_is_withdrawn_are_never_near(self, client):
        make.claim("secret-score").unpublish()
        make.claim("old-score", withdrawn_on=make.DAY, withdrawn_reason="It was wrong.")
        assert near(client.get("/claims/a-score/")) == []

    @pytest.mark.parametrize(
        "address", ["/claims/nothing-here/", "/sources/nothing-here/", "/nothing-here/", "/timeline/nothing/"]
    )
    def test_it_takes_at_most_five_queries(self, client, address, django_assert_max_num_queries):
        for n in range(12):
            make.claim(f"nothing-{n}")
        client.get(address)
        with django_assert_max_num_queries(5):
            assert client.get(address).status_code == 404

    def test_it_is_quick_among_many(self, client):
        from explainer.search.models import Document

        Document.objects.bulk_create(
            Document(
                kind="claim", number=n, key=f"nothing-is-so-{n}", address=f"/claims/nothing-is-so-{n}/", title="T", facets={}
            )
            for n in range(1, 4000)
        )
        started = time.monotonic()
        assert len(near(client.get("/claims/nothing-is-so/"))) == 5
        assert time.monotonic() - started < 1

    @pytest.mark.parametrize(
        "address", ["/a/", "/-/", "/%00/", "/claims/%00x/", "/" + "long-" * 900 + "/", "/a%FF/", "/%F0%9F%98%80/", "/%25/"]
    )
    def test_mad_addresses_are_not_found_and_no_more(self, client, address):
        response = client.get(address)
        assert response.status_code == 404
        assert problems(response.text) == []

    def test_it_is_valid_and_asks_no_other_host(self, client):
        make.claim("nothing-is-so")
        page = client.get("/claims/nothing/").text
        assert problems(page) == []
        assert outside_requests(page) == []


class TestTakenDown:
    @pytest.mark.parametrize(
        ("made", "kind"),
        [
            (lambda: make.publish(make.claim("gone")), "a claim"),
            (lambda: make.publish(make.article("gone")), "an explainer"),
            (lambda: make.event("gone"), "an event"),
            (lambda: make.actor("gone"), "an actor"),
            (lambda: make.term("gone"), "a term"),
            (lambda: make.system("gone"), "a system"),
            (lambda: make.publish(make.source("gone")), "a source"),
            (lambda: make.publish(make.place("gone")), "a place"),
            (lambda: make.publish(HomePage.objects.get().add_child(instance=TextPage(title="Gone", slug="gone", summary="S.", body="<p>B.</p>"))), "a "),
        ],
    )  # fmt: skip
    def test_what_was_public_says_that_it_was_taken_down_and_until_when(self, client, made, kind):
        thing = made()
        address = thing.get_absolute_url() if hasattr(thing, "get_absolute_url") else thing.get_url()
        thing.unpublish()
        response = client.get(address)
        assert response.status_code == 410
        soup = soup_of(response)
        assert soup.h1.text == "This page was taken down"
        assert kind in soup.select_one(".lead").text
        until = soup.select_one(".lead time")["datetime"]
        assert until == timezone.now().date().isoformat()
        links = [link["href"] for link in soup.select("main a")]
        assert "/corrections/" in links
        assert soup.select_one("main form[action='/search/']")
        assert "noindex" in response.text
        assert problems(response.text) == []

    def test_what_it_was_called_is_not_repeated(self, client):
        make.publish(make.claim("gone", title="A private person did it", statement="They did.")).unpublish()
        page = client.get("/claims/gone/").text
        assert "private person" not in page

    def test_what_was_never_public_is_not_found(self, client):
        draft = make.unsaved_event("draft")
        draft.live = False
        draft.save()
        draft.save_revision()
        assert client.get("/timeline/draft/").status_code == 404

    def test_files_and_parts_of_it_are_gone_too(self, client):
        make.publish(make.claim("gone")).unpublish()
        for address in ("classroom/", "cite.bib", "evidence/first/"):
            assert client.get(f"/claims/gone/{address}").status_code == 410

    def test_a_part_that_never_was_of_a_public_claim_is_not_found(self, client):
        make.claim("here")
        assert client.get("/claims/here/evidence/nothing/").status_code == 404

    def test_another_thing_with_the_same_key_is_not_taken_for_it(self, client):
        make.publish(make.claim("gone")).unpublish()
        assert client.get("/timeline/gone/").status_code == 404

    def test_an_address_that_leads_on_still_does(self, client):
        make.publish(make.claim("gone")).unpublish()
        make.claim("here")
        Redirect.objects.create(old_path="/claims/gone", redirect_link="/claims/here/")
        response = client.get("/claims/gone/")
        assert (response.status_code, response["Location"]) == (301, "/claims/here/")

    def test_published_again_it_is_there_again(self, client):
        claim = make.claim("gone")
        claim.unpublish()
        ClaimPage.objects.get(pk=claim.pk).save_revision().publish()
        assert client.get("/claims/gone/").status_code == 200

    def test_a_withdrawn_claim_keeps_its_page(self, client):
        make.claim("old", withdrawn_on=make.DAY, withdrawn_reason="It was wrong.")
        response = client.get("/claims/old/")
        assert response.status_code == 200
        assert "It was wrong." in response.text


class TestPlainPages:
    @pytest.mark.parametrize(
        ("error", "status"),
        [(RuntimeError("deliberate"), 500), (SuspiciousOperation("deliberate"), 400), (PermissionDenied("deliberate"), 403)],
    )
    def test_they_need_neither_database_nor_styles_and_break_no_policy(
        self, client, monkeypatch, error, status, django_assert_num_queries
    ):
        def fail(*args):
            raise error

        monkeypatch.setattr("explainer.views.robots", fail)
        monkeypatch.setattr("explainer.search.views.find", fail)
        client.raise_request_exception = False
        with django_assert_num_queries(0):
            response = client.get("/search/?q=x")
        assert response.status_code == status
        assert "deliberate" not in response.text
        assert "unsafe" not in response["Content-Security-Policy"]
        soup = soup_of(response)
        assert soup.select("link, script, style, img, [style]") == []
        assert soup.find("a", href="/")
        assert "{" not in response.text
        assert problems(response.text) == []

    def test_a_request_to_a_host_that_is_not_ours_is_refused_plainly(self, client):
        response = client.get("/", headers={"host": "evil.example"})
        assert response.status_code == 400
        assert "could not be understood" in response.text

    def test_a_form_without_its_token_says_what_to_do(self):
        response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x", "password": "y"})
        assert response.status_code == 403
        assert "load the page again" in response.text


class TestEmptyLists:
    def wider(self, response):
        return [(link["href"], link.text) for link in soup_of(response).select(".empty .wider a")]

    def test_each_filter_that_stands_in_the_way_is_named_with_what_would_be_left(self, client):
        make.claim(verdicts=[make.verdict("false")], layers=[make.layer("plans")])
        make.claim(verdicts=[make.verdict("true")], layers=[make.layer("court-list")])
        make.claim(verdicts=[make.verdict("true")], layers=[make.layer("court-list")])
        response = client.get("/claims/?verdict=false&layer=court-list&sort=checked")
        assert self.wider(response) == [
            ("/claims/?layer=court-list&sort=checked", "2 without “Verdict: False”"),
            ("/claims/?verdict=false&sort=checked", "1 without “About: Court list”"),
        ]
        for address, text in self.wider(response):
            count = soup_of(client.get(address)).select_one(".count b").text
            assert text.startswith(f"{count} without")
        assert problems(response.text) == []

    def test_if_no_single_one_does_it_says_so(self, client):
        make.claim(verdicts=[make.verdict("false")], layers=[make.layer("plans")], mixups=[make.mixup("then-with-now")])
        make.mixup("one-case-with-a-rule")
        make.layer("court-list")
        response = client.get("/claims/?verdict=true&layer=court-list&mixup=one-case-with-a-rule")
        assert self.wider(response) == []
        assert "More than one of the filters has to go" in response.text

    @pytest.mark.parametrize(
        ("address", "all_of_them"),
        [
            ("/sources/?tier=tertiary", "/sources/"),
            ("/timeline/?lane=reported", "/timeline/"),
            ("/timeline/2014/?lane=reported", "/timeline/2014/"),
            ("/catalogs/?level=village", "/catalogs/"),
            ("/systems/?output=score", "/systems/"),
            ("/actors/?view=actors&sector=mixed", "/actors/?view=actors"),
            ("/actors/?view=relations&status=planned", "/actors/?view=relations"),
        ],
    )
    def test_every_list_leads_from_nothing_to_something(self, client, address, all_of_them):
        make.event("it-happens")
        make.system()
        make.relation()
        make.catalog(make.place(level="county"))
        response = client.get(address)
        (link, text), *others = self.wider(response)
        assert link == all_of_them
        assert others == []
        assert int(text.split()[0]) >= 1
        assert client.get(link).status_code == 200
        assert "See them all" in response.text
        assert problems(response.text) == []

    def test_a_list_with_nothing_in_it_yet_speaks_of_no_filters(self, client):
        text = soup_of(client.get("/claims/")).select_one(".empty").text
        assert "There are no claims yet" in text
        assert "filter" not in text
