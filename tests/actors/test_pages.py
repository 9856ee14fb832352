import re

import pytest
from bs4 import BeautifulSoup

from explainer.actors import arrange
from explainer.actors.models import Actor, ActorMap
from explainer.actors.views import ALL_ACTORS, ALL_RELATIONS
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.text, "html.parser")


def words(tag):
    return " ".join(tag.get_text().split())


def sentences(soup):
    return [words(tag) for tag in soup.select(".relations .sentence")]


@pytest.fixture
def network(home):
    """A court, a council, two firms and a paper; relations of every status; a map of all but the paper."""
    court = make.actor("court", article="the", name="Supreme Court", kind="court", sector="public", role="Keeps a list.")
    council = make.actor(
        "council", article="the", name="Council", kind="state-organ", sector="public", layers=[make.layer("plans")]
    )
    firm = make.actor("firm", name="Big Firm", role="Sells things.", layers=[make.layer("scores")])
    other = make.actor("other", name="Other Firm", sector="mixed")
    paper = make.actor("paper", article="the", name="Paper", kind="outlet", sector="civil")
    with arrange.once_at_the_end():
        make.relation(council, court, slug="oversees", verb="oversees")
        make.relation(council, firm, slug="licence", verb="licensed", detail="as one of eight firms", period="2018")
        make.relation(firm, other, slug="stake", verb="owns", status="ended", period="2013/2015")
        make.relation(court, firm, slug="records", verb="shares-records", status="reported")
        make.relation(other, court, slug="plan", verb="works-with", status="planned", period="2020/..")
        make.relation(court, other, slug="quarrel", verb="limits", status="disputed", note="One says so, one does not.")
        make.relation(paper, firm, slug="story", verb="reported-on", period="2014")
    return make.actor_map(actors=[court, council, firm, other], body="<p>It told one to stop.[^licence]</p>")


class TestSentences:
    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({}, "The Council oversees the Supreme Court."),
            ({"status": "reported"}, "Reported: the Council oversees the Supreme Court."),
            ({"status": "planned"}, "Planned: the Council oversees the Supreme Court."),
            ({"status": "disputed", "note": "Both."}, "Disputed: the Council oversees the Supreme Court."),
            ({"status": "ended"}, "The Council oversaw the Supreme Court."),
            ({"status": "ended", "verb": "part-of"}, "The Council was part of the Supreme Court."),
            ({"status": "ended", "verb": "licensed"}, "The Council licensed the Supreme Court."),
            ({"detail": "in two cities"}, "The Council oversees the Supreme Court in two cities."),
            ({"period": "2014-06"}, "The Council oversees the Supreme Court, June 2014."),
            ({"period": "2014/2016", "detail": "closely"}, "The Council oversees the Supreme Court closely, 2014 to 2016."),
            ({"period": "2014/.."}, "The Council oversees the Supreme Court, from 2014."),
        ],
    )
    def test_are_read_aloud_and_stand_on_the_page_in_the_same_words(self, client, home, fields, sentence):
        council, court = make.actor("council", article="the", name="Council"), make.actor(article="the", name="Supreme Court")
        relation = make.relation(council, court, **{"verb": "oversees"} | fields)
        assert relation.sentence == str(relation) == sentence
        page = read(client, "/actors/council/")
        assert sentences(page) == [sentence]
        assert page.select_one(".badge")["aria-label"] == f"1. {sentence}"

    @pytest.mark.parametrize(("status", "opening"), [("documented", ""), ("reported", "Reported: ")])
    def test_leave_a_name_as_it_is_written(self, client, home, status, opening):
        relation = make.relation(make.actor("efirm", name="eFirm"), make.actor(name="Bank"), status=status)
        assert relation.sentence == f"{opening}eFirm regulates Bank."
        assert sentences(read(client, "/actors/efirm/")) == [relation.sentence]


class TestMap:
    def test_shows_boxes_lines_and_the_same_relations_as_sentences(self, client, network):
        page = read(client, "/actors/")
        assert {box["data-actor"] for box in page.select(".map svg .box")} == {"court", "council", "firm", "other"}
        assert len(page.select("path.stroke[marker-end]")) == len(page.select(".badge")) == 6
        assert len(sentences(page)) == 6
        assert page.select_one(".count b").text == "6"

    def test_numbers_in_the_picture_are_those_of_the_list(self, client, network):
        page = read(client, "/actors/")
        assert sorted(int(words(badge)) for badge in page.select(".badge")) == list(range(1, 7))
        for badge in page.select(".badge"):
            row = page.select_one(badge["href"])
            assert words(badge) == row["data-number"] == words(row.select_one(".number"))

    def test_numbers_run_on_in_the_list(self, client, network):
        assert [row["data-number"] for row in read(client, "/actors/").select(".relations tbody tr")] == list("123456")

    def test_every_number_is_a_link_that_says_its_sentence(self, client, network):
        page = read(client, "/actors/")
        for badge in page.select(".badge"):
            assert badge["aria-label"] == f"{words(badge)}. {words(page.select_one(badge['href']).select_one('.sentence'))}"

    def test_every_box_is_a_link_that_says_who_it_is(self, client, network):
        labels = {box["href"]: box["aria-label"] for box in read(client, "/actors/").select(".map svg .box")}
        assert labels["/actors/firm/"] == "Big Firm: private. Sells things."
        assert labels["/actors/court/"] == "Supreme Court: public. Keeps a list."
        assert len(labels) == 4

    def test_a_mark_is_seen_and_read(self, client, network):
        network.nodes.filter(actor__slug="court").update(mark="a court’s list")
        page = read(client, "/actors/")
        box = page.select_one(".box-marked")
        assert "a court’s list" in words(box)
        assert box["aria-label"].startswith("Supreme Court, a court’s list: public.")
        assert page.select_one(".map-list .map-mark").text == "a court’s list"

    def test_on_a_narrow_screen_it_is_a_list_of_the_same_actors(self, client, network):
        page = read(client, "/actors/")
        assert {a["href"] for a in page.select(".map-list a")} == {box["href"] for box in page.select(".map svg .box")}

    def test_the_text_beside_it_points_to_a_line(self, client, network):
        page = read(client, "/actors/")
        ref = page.select_one(".prose a.ref")
        assert ref["href"] == "#relation-licence"
        assert ref.text == page.select_one("#relation-licence")["data-number"]

    def test_a_filter_takes_lines_from_picture_and_list_alike(self, client, network):
        page = read(client, "/actors/?view=overview&status=reported")
        assert sentences(page) == ["Reported: the Supreme Court gives its records to Big Firm."]
        assert [words(badge) for badge in page.select(".badge")] == ["1"]
        assert len(page.select(".map svg .box")) == 4

    def test_the_text_shows_no_bare_key_when_its_line_is_filtered_away(self, client, network):
        assert words(read(client, "/actors/?view=overview&status=reported").select_one(".prose")) == "It told one to stop."

    def test_a_filter_that_nothing_fits_says_so(self, client, network):
        page = read(client, "/actors/?view=overview&verb=warned")
        assert "No relations fit this choice" in page.text
        assert page.select(".badge") == []

    def test_the_second_map_has_an_address_of_its_own(self, client, network):
        make.actor_map("press", [Actor.objects.get(slug="paper"), Actor.objects.get(slug="firm")], position=2)
        page = read(client, "/actors/?view=press")
        assert sentences(page) == ["The Paper reported on Big Firm, 2014."]
        assert page.select_one(".views [aria-current]").text == "Press"
        assert read(client, "/actors/").select_one(".views [aria-current]").text == "Overview"


class TestFilters:
    FOUND = {
        "": {"oversees", "licence", "stake", "records", "plan", "quarrel", "story"},
        "layer=plans": {"oversees", "licence"},
        "layer=scores": {"licence", "stake", "records", "story"},
        "verb=owns": {"stake"},
        "status=planned": {"plan"},
        "status=documented&layer=scores": {"licence", "story"},
        "year=2014": {"stake", "story"},
        "year=2013": {"stake"},
        "year=2016": set(),
        "year=2018": {"licence"},
        "year=2026": {"plan"},
        "verb=nonsense&year=x": {"oversees", "licence", "stake", "records", "plan", "quarrel", "story"},
    }

    def test_each_narrows_the_list_and_the_number_agrees(self, client, network):
        for query, found in self.FOUND.items():
            page = read(client, f"/actors/?view=relations&{query}")
            assert {row["id"].removeprefix("relation-") for row in page.select(".relations tbody tr")} == found, query
            assert page.select_one(".count b").text == str(len(found))

    def test_stay_in_the_form_and_in_the_view(self, client, network):
        page = read(client, "/actors/?view=relations&status=ended&year=2014")
        assert page.select_one("select[name=status] option[selected]")["value"] == "ended"
        assert page.select_one("input[name=year]")["value"] == "2014"
        assert page.select_one("input[name=view]")["value"] == "relations"
        assert page.select_one(".chosen a")["href"] == "/actors/?view=relations"


class TestLists:
    def test_the_numbers_in_the_views_are_those_of_the_lists(self, client, network):
        source = make.source()
        for n in range(60):
            make.unsaved_actor(f"small-{n}", citations=[make.citation(make.ActorCitation, source)]).save()
        views = {words(link): link["href"] for link in read(client, "/actors/").select(".views a")}
        assert {"All 65 actors", "All 7 relations"} <= views.keys()
        first, rest = read(client, views["All 65 actors"]), read(client, views["All 65 actors"] + "&page=2")
        assert first.select_one(".count b").text == "65"
        assert len(first.select(".actors-list > li") + rest.select(".actors-list > li")) == 65
        assert first.select_one("a[rel=next]")["href"] == "/actors/?view=actors&page=2"
        relations = read(client, views["All 7 relations"])
        assert relations.select_one(".count b").text == "7"
        assert len(sentences(relations)) == 7

    def test_the_number_of_a_sector_leads_to_as_many_actors(self, client, network):
        sectors = read(client, "/actors/").select(".sectors a")
        numbers = [int(re.search(r"\d+", words(link))[0]) for link in sectors]
        assert numbers == [2, 1, 1, 1]
        assert [len(read(client, link["href"]).select(".actors-list > li")) for link in sectors] == numbers

    def test_without_a_map_the_room_opens_with_its_actors(self, client, home):
        make.actor(name="A lonely one")
        assert "A lonely one" in read(client, "/actors/").select_one(".actors-list").text

    def test_an_empty_room_is_a_page_all_the_same(self, client, home):
        for view in ("", "?view=actors", "?view=relations"):
            assert problems(client.get(f"/actors/{view}").text) == []


def test_an_unknown_view_is_not_found(client, network):
    for view in ("ghost", "gho%00st", "Actors", "overview%20", "<script>"):
        assert client.get(f"/actors/?view={view}").status_code == 404, view


BROKEN = (
    "year=0", "year=-5", "year=99999", "year=NaN", "year=1e999", "year=2014.5", "year=%D9%A2", "year=Infinity", "year=%00",
    "layer=%00&status=%FF", "verb[]=x", "status=ended&status=planned", "page=-1", "page=99999999999999999999", "page=zero",
    "sector=;drop", "kind=%00&sector=public", "layer='--", "%FF=%FE", "sort=1e999", "view=%00",
)  # fmt: skip


@pytest.mark.parametrize("view", ["overview", ALL_ACTORS, ALL_RELATIONS])
def test_a_broken_query_is_ignored(client, network, view):
    for query in BROKEN:
        assert client.get(f"/actors/?view={view}&{query}").status_code == 200, query


class TestWhatIsNotPublic:
    ADDRESSES = ("/actors/", "/actors/?view=actors", "/actors/?view=relations", "/actors/court/", "/actors/firm/")

    def test_an_actor_taken_down_is_on_no_page(self, client, network):
        Actor.objects.get(slug="other").unpublish()
        for address in self.ADDRESSES:
            assert "Other Firm" not in client.get(address).text, address
        assert client.get("/actors/other/").status_code == 410
        assert "All 4 relations" in client.get("/actors/").text

    def test_a_relation_taken_down_is_on_no_page(self, client, network):
        network.relations().get(slug="records").unpublish()
        for address in self.ADDRESSES:
            page = client.get(address).text
            assert "Court gives its records" not in page, address
            assert "relation-records" not in page, address

    def test_a_draft_is_on_no_page(self, client, network):
        relation = network.relations().get(slug="oversees")
        relation.note = "A thought not yet finished."
        relation.save_revision()
        make.unsaved_actor(name="A drafted firm", live=False).save()
        for address in (*self.ADDRESSES, "/actors/council/"):
            assert "not yet finished" not in client.get(address).text
            assert "A drafted firm" not in client.get(address).text

    def test_a_map_taken_down_is_not_found(self, client, network):
        network.unpublish()
        assert client.get("/actors/?view=overview").status_code == 404
        assert "Overview" not in client.get("/actors/").text

    def test_the_text_of_a_map_shows_no_bare_key_of_a_line_taken_down(self, client, network):
        network.relations().get(slug="licence").unpublish()
        assert "[^" not in read(client, "/actors/").select_one(".prose").text


class TestActorPage:
    def test_says_what_it_is_and_on_what_documents_that_rests(self, client, home):
        source = make.source(title="The annual report")
        make.actor(
            "firm", name="Big Firm", name_original="大公司", language="zh", role="Sells things.", about="It began small.",
            aliases="Bigco\n\n Firm ", period="2004/..", place=make.place("rivertown"), wikidata="Q42", url="https://example.org/firm",
            credit_code="91110000MA01ABCD2X", layers=[make.layer("scores", name="The scores")],
            citations=[make.citation(make.ActorCitation, source, says="It sells.", locator="p. 4")],
        )  # fmt: skip
        page = read(client, "/actors/firm/")
        text = words(page.main)
        for part in ("Sells things.", "Private", "Company", "from 2004", "Rivertown", "Bigco, Firm", "Q42", "91110000MA01ABCD2X",
                     "The scores", "It began small.", "It sells.", "The annual report", "p. 4"):  # fmt: skip
            assert part in text
        assert page.select_one(".original")["lang"] == "zh"
        assert page.h1.text == "Big Firm"

    def test_one_without_relations_has_no_picture_and_no_empty_headings(self, client, home):
        make.actor("firm")
        page = read(client, "/actors/firm/")
        assert page.select(".map") == page.select(".relations") == []
        assert "Claims that concern it" not in page.text

    def test_relations_are_told_from_both_ends(self, client, network):
        assert len(sentences(read(client, "/actors/firm/"))) == 4
        assert "The Paper reported on Big Firm, 2014." in sentences(read(client, "/actors/paper/"))
        assert "The Paper reported on Big Firm, 2014." in sentences(read(client, "/actors/firm/"))

    def test_the_picture_has_it_in_the_middle_of_its_neighbours(self, client, network):
        page = read(client, "/actors/firm/")
        assert {box["data-actor"] for box in page.select(".map svg .box")} == {"firm", "council", "other", "court", "paper"}
        assert [box["data-actor"] for box in page.select(".box-centre")] == ["firm"]

    def test_of_forty_neighbours_the_picture_shows_those_it_has_most_to_do_with_and_the_list_all(self, client, home):
        centre, source = make.actor("centre"), make.source()
        others = [make.unsaved_actor(f"other-{n}", citations=[make.citation(make.ActorCitation, source)]) for n in range(40)]
        for other in others:
            other.save()
            make.unsaved_relation(centre, other, citations=[make.citation(make.RelationCitation, source)]).save()
        make.relation(centre, others[-1])
        page = read(client, "/actors/centre/")
        boxes = {box["data-actor"] for box in page.select(".map svg .box")}
        assert len(boxes) == 25
        assert {"centre", "other-39"} <= boxes
        assert len(sentences(page)) == 41
        assert page.select_one("#relations ~ .count b").text == "41"
        assert f"The picture shows {len(page.select('.badge'))} of them." in page.text

    def test_claims_that_concern_it_stand_there_with_their_verdict(self, client, home):
        shown, hidden = make.claim(title="It scores all"), make.claim(title="It was never said")
        make.actor("firm", claims=[shown, hidden])
        hidden.unpublish()
        page = client.get("/actors/firm/").text
        assert "It scores all" in page
        assert "False" in page
        assert "It was never said" not in page

    def test_an_unknown_one_is_not_found(self, client, home):
        assert client.get("/actors/ghost/").status_code == 404


def test_hostile_words_stay_words(client, home):
    evil = '</text><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    actors = [make.actor("evil", name=evil[:120], short="<b>x</b>", role=evil, about=evil), make.actor()]
    make.relation(*actors, detail=evil, note=evil)
    make.actor_map(actors=actors, title=evil, summary=evil)
    for address in ("/actors/", "/actors/?view=actors", "/actors/?view=relations", "/actors/evil/"):
        page = read(client, address)
        assert page.find("img") is None
        assert not any(
            "alert" in script.text for script in page.find_all("script", type=lambda kind: kind != "application/ld+json")
        )
        assert page.find("b", string="x") is None


def test_pages_are_valid_and_ask_no_other_host(client, network):
    make.actor_map("press", [Actor.objects.get(slug="paper"), Actor.objects.get(slug="firm")], position=2)
    for address in (
        "/actors/",
        "/actors/?view=press",
        "/actors/?view=actors",
        "/actors/?view=relations",
        "/actors/?view=relations&layer=scores&year=2014",
        "/actors/?verb=warned",
        "/actors/court/",
        "/actors/paper/",
    ):
        page = client.get(address).text
        assert problems(page) == [], address
        assert outside_requests(page) == []


def test_pages_cost_the_same_for_three_relations_and_for_thirty(client, home, django_assert_max_num_queries):
    first = make.actor("first", layers=[make.layer()])
    others = [make.actor(layers=[make.layer()]) for _ in range(3)]
    make.actor_map(actors=[first, *others])
    used = {address: set() for address in ("/actors/", "/actors/?view=relations", "/actors/?view=actors", "/actors/first/")}
    for more in (1, 9):
        with arrange.once_at_the_end():
            for other in others * more:
                make.relation(first, other)
        for address, numbers in used.items():
            client.get(address)
            with django_assert_max_num_queries(22) as captured:
                client.get(address)
            numbers.add(len(captured))
    assert all(len(numbers) == 1 for numbers in used.values()), used


class TestLayout:
    def test_is_made_when_something_is_published_and_never_when_it_is_read(self, client, network, monkeypatch):
        def refuse(*args):
            raise AssertionError("laid out while reading")

        monkeypatch.setattr(arrange, "lay_out", refuse)
        for address in ("/actors/", "/actors/?view=overview&status=ended", "/actors/firm/", "/actors/export.svg"):
            assert client.get(address).status_code == 200

    def test_a_relation_taken_down_loses_its_line_and_has_it_again_when_published(self, network):
        relation = network.relations().get(slug="stake")
        firm = Actor.objects.get(slug="firm")
        assert "stake" in network.layout["edges"]
        assert "stake" in firm.neighbourhood["edges"]
        relation.unpublish()
        network.refresh_from_db()
        firm.refresh_from_db()
        assert "stake" not in network.layout["edges"]
        assert "stake" not in firm.neighbourhood["edges"]
        assert "other" not in firm.neighbourhood["nodes"]
        relation.save_revision().publish()
        network.refresh_from_db()
        assert "stake" in network.layout["edges"]

    def test_an_actor_taken_down_loses_its_box_on_every_picture(self, network):
        Actor.objects.get(slug="other").unpublish()
        network.refresh_from_db()
        assert network.layout["nodes"].keys() == {"court", "council", "firm"}
        assert "other" not in Actor.objects.get(slug="court").neighbourhood["nodes"]

    def test_a_nudge_moves_a_box_and_publishing_again_moves_it_no_further(self, network):
        x, y = network.layout["nodes"]["court"]
        row = network.nodes.get(actor__slug="court")
        row.nudge_x, row.nudge_y = 40, -10
        network.nodes = [*network.nodes.exclude(pk=row.pk), row]
        for _ in range(2):
            network.save_revision().publish()
            network.refresh_from_db()
            assert network.layout["nodes"]["court"] == [x + 40, y - 10]

    def test_an_actor_added_to_a_map_leaves_the_others_in_their_order(self, home):
        make.actor_map(actors=[make.actor("beta"), make.actor("gamma")])
        edited = ActorMap.objects.get().get_latest_revision_as_object()
        edited.nodes.add(make.MapNode(actor=make.actor("alpha")))
        edited.save_revision().publish()
        places = ActorMap.objects.get().layout["nodes"]
        assert sorted(places, key=places.get) == ["beta", "gamma", "alpha"]
