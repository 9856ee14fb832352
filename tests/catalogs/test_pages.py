import datetime

import pytest
from bs4 import BeautifulSoup

from explainer.catalogs.choices import ConsequenceKind, FactKind
from explainer.catalogs.models import CatalogCitation, CatalogPage, EntryCitation
from explainer.places.models import Place
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db
LOOKED = datetime.date(2026, 1, 5)


def look(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.text, "html.parser")


def words(tag):
    return " ".join(tag.get_text(" ").split()) if tag else ""


def question(soup, kind):
    """The answer that the page gives to one question."""
    return words(next(row.dd for row in soup.select(".key-facts > div") if row.dt.text == FactKind(kind).label))


def not_found(kind):
    return make.fact(kind, state="not-found", value="", checked=LOOKED, citations=[])


def many_entries(number):
    return [
        make.entry(make.behaviour(f"thing-{n}", group=f"group-{n % 5}"), wording=f"Doing no. {n}.", points=str(n - 20))
        for n in range(number)
    ]


def full_catalog(slug="rongcheng", entries=6, **fields):
    province = Place.objects.filter(slug="shandong").first() or make.place("shandong", level="province", tile="8,5")
    place = make.place(
        slug,
        within=province,
        name_original="荣成市",
        language="zh",
        level="county-level-city",
        code="371082",
        wikidata="Q1137362",
    )
    source = make.source(title_original="办法", language="zh", links=[("translation", "https://example.org/en")])
    return make.catalog(
        place,
        scheme="Credit rules",
        scheme_original="办法",
        language="zh",
        operator=make.actor(),
        layer=make.layer(),
        claims=[make.claim(title="Everyone is scored")],
        what_it_is="<h3>In 2014</h3><p>A scheme.[^plan]</p>",
        what_is_said="<p>It is said.[^plan]</p>",
        citations=[make.citation(CatalogCitation, source, key="plan", quotation="办法")],
        facts=[
            make.fact("announced", value="", date="2014-01"),
            make.fact("voluntary", state="no", value="Everyone takes part."),
            make.fact("start-value", value="1,000 points"),
            not_found("objection"),
        ],
        entries=[
            *many_entries(entries),
            make.entry(make.behaviour("vow"), state="no", effect="", points="", wording="Breaking a vow."),
            make.entry(make.behaviour("walk"), effect="grade", points="", grade="D", wording="Walking.", period="2014/2019"),
        ],
        consequences=[
            make.consequence(),
            make.consequence(kind="sanction", what="No loan", who="Grade D", status="announced", period="2015"),
        ],
        **fields,
    )


class TestTheFourAnswers:
    def test_each_stands_in_words(self, client):
        full_catalog()
        soup = look(client, "/catalogs/rongcheng/")
        assert question(soup, "announced").startswith("Yes")
        assert "January 2014" in question(soup, "announced")
        assert question(soup, "voluntary").startswith("No Everyone takes part.")
        assert question(soup, "objection").startswith("Looked, not found")
        assert "looked on 5 January 2026" in question(soup, "objection")
        assert question(soup, "ended") == "Not checked"

    def test_a_question_that_asks_what_is_answered_by_the_thing(self, client):
        full_catalog()
        assert question(look(client, "/catalogs/rongcheng/"), "start-value").startswith("Known: 1,000 points")

    def test_every_question_is_listed_even_if_nobody_has_looked(self, client):
        make.catalog(make.place("empty"))
        soup = look(client, "/catalogs/empty/")
        assert [tag.text for tag in soup.select(".key-facts dt")] == list(FactKind.labels)
        assert {question(soup, kind) for kind in FactKind} == {"Not checked"}
        assert len(FactKind) == 15

    def test_a_date_that_the_words_give_already_is_not_said_twice(self, client):
        make.catalog(make.place("dated"), facts=[make.fact("ended", value="It ended in 2019.", date="2019")])
        assert question(look(client, "/catalogs/dated/"), "ended").count("2019") == 1

    def test_an_answer_shows_its_source(self, client):
        full_catalog()
        assert "1 source for: Voluntary" in question(look(client, "/catalogs/rongcheng/"), "voluntary")


def test_the_list_counts_the_answers_as_the_page_shows_them(client):
    full_catalog()
    make.catalog(make.place("empty"))
    rows = look(client, "/catalogs/").select("table.catalogs tbody tr")
    assert len(rows) == 2
    for row in rows:
        soup = look(client, row.th.a["href"])
        answers = [question(soup, kind) for kind in FactKind]
        unchecked = answers.count("Not checked")
        missed = len([answer for answer in answers if answer.startswith("Looked, not found")])
        known = 15 - unchecked - missed
        text = words(row)
        assert f"{known} of 15" in text
        assert f"{unchecked} not checked" in text
        assert (f"{missed} not found" in text) == bool(missed)
        assert f"{known} of 15 questions answered" in words(soup)
        assert words(row.select_one('td[data-label="Entries"]')) == str(len(soup.select(".entry-group .entry")))


def test_the_list_gives_the_answers_of_each_place(client):
    full_catalog()
    row = look(client, "/catalogs/").select_one("table.catalogs tbody tr")
    cells = {cell["data-label"]: words(cell) for cell in row.find_all("td")}
    assert "County-level city, Shandong" in words(row.th)
    assert cells["Voluntary"].startswith("No")
    assert cells["In practice"] == "Not checked"
    assert "1,000 points" in cells["Starts with"]


class TestEntries:
    def test_they_stand_in_their_groups_in_the_order_of_the_list_of_behaviours(self, client):
        make.behaviour("late", group="traffic", position=2)
        make.behaviour("early", group="traffic", position=1)
        money = make.behaviour("debt", group="money")
        money.group.position = 0
        money.group.save()
        rows = [make.entry(make.behaviour(slug), wording=f"{slug.capitalize()} it is.") for slug in ("late", "early", "debt")]
        make.catalog(make.place("rongcheng"), entries=rows)
        groups = look(client, "/catalogs/rongcheng/").select(".entry-group")
        shown = [(group.h3.text, [words(row) for row in group.select(".entry-what")]) for group in groups]
        assert shown == [("Money", ["Debt it is."]), ("Traffic", ["Early it is.", "Late it is."])]

    def test_each_has_its_effect_its_status_and_its_sources(self, client):
        source = make.source(title="The rules")
        make.catalog(
            make.place("rongcheng"),
            entries=[
                make.entry(
                    wording="Running a red light.",
                    points="-50..-10",
                    status="announced",
                    conditions="Twice a year.",
                    period="2014",
                    citations=[make.citation(EntryCitation, source, says="Article 6 takes points.", locator="art. 6")],
                )
            ],
        )
        row = look(client, "/catalogs/rongcheng/").select_one(".entry-group .entry")
        for part in ("−50 to −10 points", "Announced", "Twice a year.", "2014", "Article 6 takes points.", "art. 6", "The rules"):
            assert part in words(row)
        assert row.find("a", href="/sources/" + source.slug + "/")
        assert row.find("a", href="/catalogs/behaviours/red-light/")

    @pytest.mark.parametrize(
        ("fields", "effect"),
        [
            ({"points": "-1"}, "−1 point"),
            ({"points": "10"}, "+10 points"),
            ({"effect": "grade", "points": "", "grade": "D"}, "Grade D"),
            ({"effect": "list", "points": ""}, "Blacklist"),
            ({"state": "no", "effect": "", "points": ""}, "No effect"),
            ({"state": "not-found", "effect": "", "points": "", "checked": LOOKED, "citations": []}, "Looked, not found"),
        ],
    )
    def test_the_effect_is_said_in_words(self, client, fields, effect):
        make.catalog(make.place("rongcheng"), entries=[make.entry(**fields)])
        assert words(look(client, "/catalogs/rongcheng/").select_one(".entry-effect")) == effect

    def test_what_its_source_does_not_support_says_so_and_has_no_bar(self, client):
        make.catalog(make.place("rongcheng"), entries=[make.entry(status="unsupported"), make.entry(points="10")])
        wrong, right = sorted(look(client, "/catalogs/rongcheng/").select(".entry"), key=lambda row: "+10" in row.text)[-2:]
        assert "Not supported by its source" in wrong.text
        assert wrong.select_one("svg.points-bar") is None
        assert right.select_one("svg.points-bar") is not None


class TestExtremes:
    def sentence(self, client, *points):
        rows = [make.entry(wording=f"Deed {n}", points=text) for n, text in enumerate(points)]
        make.catalog(make.place("rongcheng"), entries=rows)
        return words(look(client, "/catalogs/rongcheng/").select_one("[aria-labelledby=entries] .section-lead"))

    def test_what_costs_and_what_earns_most_are_named(self, client):
        said = self.sentence(client, "-5", "-50..-10", "3", "30")
        assert "What costs most: Deed 1 (−50 to −10)." in said
        assert "What earns most: Deed 3 (+30)." in said

    def test_where_nothing_earns_nothing_is_said_to(self, client):
        said = self.sentence(client, "-5", "-50")
        assert "What costs most: Deed 1 (−50)." in said
        assert "earns most" not in said

    def test_where_nothing_costs_nothing_is_said_to(self, client):
        said = self.sentence(client, "5", "50")
        assert "What earns most: Deed 1 (+50)." in said
        assert "costs most" not in said

    def test_without_points_it_says_so(self, client):
        make.catalog(make.place("rongcheng"), entries=[make.entry(effect="list", points="")])
        assert "No number of points is documented here." in words(look(client, "/catalogs/rongcheng/"))


def test_rewards_and_sanctions_stand_apart_and_none_entered_is_not_none(client):
    make.catalog(make.place("rongcheng"), consequences=[make.consequence(what="Free bus", who="Grade AAA")])
    rewards, sanctions = look(client, "/catalogs/rongcheng/").select("[aria-labelledby=consequences] .two-columns > div")
    assert [rewards.h3.text, sanctions.h3.text] == [f"{kind.label}s" for kind in ConsequenceKind]
    for part in ("Free bus", "Grade AAA", "In force when last seen", "1 source"):
        assert part in words(rewards)
    assert "None entered That is not the same as none." in words(sanctions)


def test_a_reference_in_the_prose_leads_to_its_citation(client):
    full_catalog()
    soup = look(client, "/catalogs/rongcheng/")
    link = soup.select_one("[aria-labelledby=what] a.ref")
    assert link.text == soup.select_one(link["href"])["value"] == "1"


class TestPreview:
    def rows(self):
        return {
            "facts": [make.fact("voluntary"), not_found("objection")],
            "entries": [make.entry(wording="Running a red light."), make.entry(wording="Giving blood.", points="30")],
            "consequences": [make.consequence()],
            "what_it_is": "<p>A draft.[^plan]</p>",
            "citations": [make.citation(CatalogCitation, key="plan")],
        }

    def see(self, page):
        response = page.make_preview_request()
        assert response.status_code == 200
        text = words(BeautifulSoup(response.content.decode(), "html.parser"))
        for part in (
            "Running a red light.",
            "What costs most: Running a red light. (−50).",
            "What earns most: Giving blood. (+30).",
            "Library books without deposit",
            "1 of 15 questions answered, 1 looked for and not found, 13 not checked",
            "Consent is asked for.",
            "It says so.",
        ):
            assert part in text

    def test_a_catalog_that_was_never_saved(self, home):
        self.see(make.unsaved_catalog(live=False, **self.rows()))

    def test_a_draft_of_a_public_catalog_shows_the_rows_of_the_draft(self, client):
        page = make.catalog(make.place("rongcheng"))
        for name, value in self.rows().items():
            setattr(page, name, value)
        page.save_revision()
        self.see(CatalogPage.objects.get().get_latest_revision_as_object())
        assert "Giving blood." not in client.get("/catalogs/rongcheng/").text

    def test_in_the_admin(self, home, admin_client_of):
        page = make.catalog(make.place("rongcheng"))
        for name, value in self.rows().items():
            setattr(page, name, value)
        page.save_revision()
        response = admin_client_of("editor").get(f"/admin/pages/{page.pk}/view_draft/")
        assert "Giving blood." in response.text


class TestWhatIsNotPublic:
    def test_a_draft_is_not_listed_and_its_place_reads_as_not_checked(self, client):
        page = full_catalog()
        page.unpublish()
        assert "/catalogs/rongcheng/" not in client.get("/catalogs/").text
        text = words(look(client, "/catalogs/rongcheng/"))
        assert "we have not checked" in text
        assert page.scheme not in text

    def test_a_catalog_whose_place_is_not_public_is_not_listed_and_has_no_page(self, client):
        full_catalog()
        Place.objects.filter(slug="rongcheng").update(live=False)
        assert "/catalogs/rongcheng/" not in client.get("/catalogs/").text
        assert "/catalogs/rongcheng/" not in client.get("/catalogs/shandong/").text
        assert client.get("/catalogs/rongcheng/").status_code == 404

    def test_a_place_around_it_that_is_not_public_is_not_named(self, client):
        full_catalog()
        Place.objects.filter(slug="shandong").update(live=False)
        for address in ("/catalogs/", "/catalogs/rongcheng/"):
            assert "Shandong" not in client.get(address).text

    def test_an_operator_that_is_not_public_is_not_named(self, client, home):
        operator = make.actor("credit-office")
        make.catalog(make.place("rongcheng"), operator=operator)
        assert "Run by Credit office" in words(look(client, "/catalogs/rongcheng/"))
        operator.unpublish()
        assert "Credit office" not in client.get("/catalogs/rongcheng/").text

    def test_a_draft_actor_or_event_is_not_named(self, client):
        place = make.place("rongcheng")
        event = make.event(title="A secret meeting", places=[place])
        actor = make.actor("hidden-bureau", place=place)
        for record in (event, actor):
            record.unpublish()
        text = client.get("/catalogs/rongcheng/").text
        assert "A secret meeting" not in text
        assert "Hidden bureau" not in text

    @pytest.mark.parametrize("slug", ["nowhere", "a%00b", "%27or%201=1"])
    def test_an_unknown_place_is_not_found(self, client, home, slug):
        assert client.get(f"/catalogs/{slug}/").status_code == 404


class TestAPlaceWithoutCatalog:
    def test_has_a_page_at_the_same_address_that_says_it_was_not_checked(self, client, home):
        make.place("weihai", name_original="威海市", language="zh", level="prefecture")
        soup = look(client, "/catalogs/weihai/")
        assert soup.h1.text == "Weihai"
        assert soup.select_one('[lang="zh"]').text == "威海市"
        assert "Weihai has no catalog here: we have not checked" in words(soup)

    def test_lists_the_catalogs_of_places_in_it(self, client):
        page = full_catalog()
        link = look(client, "/catalogs/shandong/").select_one("[aria-labelledby=inside] a")
        assert (link["href"], link.text) == ("/catalogs/rongcheng/", page.title)

    def test_lists_the_actors_from_there(self, client, home):
        make.actor("credit-office", place=make.place("weihai"))
        link = look(client, "/catalogs/weihai/").select_one("[aria-labelledby=actors] a")
        assert (link["href"], link.text) == ("/actors/credit-office/", "Credit office")

    def test_gives_way_to_its_catalog_at_the_same_address(self, client, home):
        place = make.place("weihai")
        assert "not checked whether" in client.get("/catalogs/weihai/").text
        make.catalog(place)
        assert "not checked whether" not in client.get("/catalogs/weihai/").text


@pytest.mark.parametrize("with_catalog", [True, False])
def test_level_code_wikidata_and_the_places_around_it(client, home, with_catalog):
    city = make.place("weihai", level="prefecture", within=make.place("shandong", level="province"))
    place = make.place("rongcheng", within=city, level="county-level-city", code="371082", wikidata="Q1137362")
    if with_catalog:
        make.catalog(place)
    box = look(client, "/catalogs/rongcheng/").select_one("[aria-labelledby=place-box]")
    assert "County-level city" in words(box)
    assert "Lies in Weihai , Shandong" in words(box)
    assert "Division code 371082" in words(box)
    links = {link["href"] for link in box.find_all("a")}
    assert {"/catalogs/weihai/", "/catalogs/shandong/", "https://www.wikidata.org/wiki/Q1137362"} <= links


@pytest.mark.parametrize("with_catalog", [True, False])
def test_the_events_of_a_place_stand_on_its_page(client, home, with_catalog):
    place = make.place("rongcheng")
    make.event("rules-adopted", title="The rules are adopted", places=[place])
    make.event(title="Something elsewhere")
    if with_catalog:
        make.catalog(place)
    soup = look(client, "/catalogs/rongcheng/")
    (event,) = soup.select("section.strip .strip-list li")
    assert event.a.text == "The rules are adopted"
    assert "Something elsewhere" not in soup.text
    assert "place=rongcheng" in soup.select_one("section.strip a.more")["href"]
    assert client.get(soup.select_one("section.strip a.more")["href"]).text.count("The rules are adopted")


def test_hostile_words_in_a_catalog_stay_words(client):
    evil = "<script>alert(1)</script>"
    place = make.place("evil", name=evil)
    make.catalog(
        place,
        title=evil,
        scheme=evil,
        summary=evil,
        entries=[make.entry(wording=evil, conditions=evil), make.entry(points="", effect="grade", grade=evil)],
        facts=[make.fact(value=evil)],
        consequences=[make.consequence(what=evil, who=evil)],
    )
    make.catalog(make.place("good"))
    for address in (
        "/catalogs/",
        "/catalogs/evil/",
        "/catalogs/compare/?place=evil&place=good",
        "/catalogs/behaviours/red-light/",
    ):
        assert "<script>alert" not in client.get(address).text


def test_pages_are_valid_and_ask_no_other_host(client):
    full_catalog()
    place = Place.objects.get(slug="rongcheng")
    make.event(places=[place])
    make.event(date="2016", places=[place])
    make.catalog(make.place("empty"))
    make.place("weihai", name_original="威海市", language="zh")
    for address in (
        "/catalogs/",
        "/catalogs/?within=shandong&level=county-level-city",
        "/catalogs/?q=nothing",
        "/catalogs/rongcheng/",
        "/catalogs/empty/",
        "/catalogs/weihai/",
        "/catalogs/shandong/",
        "/catalogs/behaviours/",
        "/catalogs/behaviours/thing-1/",
        "/catalogs/compare/",
        "/catalogs/compare/?place=rongcheng&place=nowhere",
        "/catalogs/compare/?place=rongcheng&place=empty",
        "/catalogs/compare/?place=rongcheng&place=empty&only=differences",
    ):
        page = client.get(address).text
        assert problems(page) == [], address
        assert outside_requests(page) == [], address


def test_a_catalog_costs_the_same_for_any_number_of_entries(client, django_assert_max_num_queries):
    full_catalog("few", entries=3)
    full_catalog("many", entries=60)
    client.get("/catalogs/few/")
    used = []
    for slug in ("few", "many"):
        with django_assert_max_num_queries(30) as captured:
            client.get(f"/catalogs/{slug}/")
        used.append(len(captured))
    assert used[0] == used[1]


def test_the_list_costs_the_same_for_any_number_of_catalogs(client, home, django_assert_max_num_queries):
    province = make.place("shandong", level="province", tile="8,5")
    used = []
    for slugs in (["one", "two"], [f"more-{n}" for n in range(18)]):
        for slug in slugs:
            place = make.place(slug, within=province)
            make.catalog(place, entries=[make.entry()], facts=[make.fact(), not_found("scale")])
        client.get("/catalogs/")
        with django_assert_max_num_queries(16) as captured:
            client.get("/catalogs/")
        used.append(len(captured))
    assert used[0] == used[1]


class TestFilters:
    @pytest.fixture(autouse=True)
    def catalogs(self, home):
        province = make.place("shandong", level="province", tile="8,5")
        make.catalog(make.place("rongcheng", within=make.place("weihai", within=province)))
        make.catalog(make.place("suzhou", level="prefecture"))

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", {"Rongcheng", "Suzhou"}),
            ("level=prefecture", {"Suzhou"}),
            ("within=shandong", {"Rongcheng"}),
            ("q=zho", {"Suzhou"}),
            ("level=prefecture&within=shandong", set()),
            ("level=nonsense&within=nowhere", {"Rongcheng", "Suzhou"}),
            ("within=suzhou", {"Rongcheng", "Suzhou"}),
            ("page=-3&level=%00&within='&q=%00", {"Rongcheng", "Suzhou"}),
            ("q=%25", set()),
        ],
    )
    def test_each_narrows_the_list_and_the_number_agrees(self, client, query, found):
        soup = look(client, f"/catalogs/?{query}")
        assert {link.text for link in soup.select("table.catalogs tbody th a")} == found
        assert soup.select_one(".count b").text == str(len(found))
        if not found:
            assert "No catalogs fit this choice" in soup.text
