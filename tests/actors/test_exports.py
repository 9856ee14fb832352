"""What a reader takes away opens in other tools, and says no more than the site does."""

import csv
import io
import itertools
import json
from xml.etree import ElementTree as ET

import pytest

from explainer.actors.choices import ActorKind, Verb
from explainer.actors.models import Actor, Relation
from tests import make

pytestmark = pytest.mark.django_db
FORMS = ("svg", "csv", "graphml", "ftm.json")
SVG, GRAPHML = "{http://www.w3.org/2000/svg}", "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def network(home):
    """Three actors, two of them on the map, and two relations, one of them on it."""
    bank = make.actor("bank", name="People’s Bank", article="the", kind="regulator", sector="public", wikidata="Q1")
    firm = make.actor("firm", name="<script>Firm & “Sons”", aliases="Firm Ltd\nSons", url="https://example.org/firm")
    paper = make.actor("paper", name="The Paper", kind="outlet", sector="civil", name_original="报", language="zh")
    make.relation(
        bank, firm, slug="owning", verb="owns", detail="with 36 per cent", period="2015-03/2018", note="=SUM(A1)",
        citations=[make.citation(make.RelationCitation, make.source("deed"))],
    )  # fmt: skip
    make.relation(paper, bank, slug="story", verb="reported-on", status="reported")
    return make.actor_map(title="Who & what", actors=[bank, firm])


def take(client, form, query=""):
    response = client.get(f"/actors/export.{form}{query}")
    assert response.status_code == 200
    return response


def rows(client, query=""):
    return list(csv.DictReader(io.StringIO(take(client, "csv", query).content.decode("utf-8-sig"))))


def entities(client, query=""):
    return [json.loads(line) for line in take(client, "ftm.json", query).text.splitlines()]


def test_a_file_is_offered_under_the_name_of_its_map(client, network):
    for form in FORMS:
        assert take(client, form, "?view=overview")["Content-Disposition"] == f'attachment; filename="overview.{form}"'
    assert 'filename="actors.csv"' in take(client, "csv")["Content-Disposition"]


class TestSvg:
    @pytest.fixture
    def root(self, client, network):
        return ET.fromstring(take(client, "svg").content)

    def test_is_a_picture_with_a_title_and_a_description(self, root):
        assert root.tag == f"{SVG}svg"
        assert root.find(f"{SVG}title").text == "Who & what"
        assert root.find(f"{SVG}desc").text == "What one sees."
        assert "<script>Firm & “Sons”" in root.find(f".//{SVG}a[@data-actor='firm']").get("aria-label")

    def test_runs_nothing_and_fetches_nothing(self, root):
        for tag in root.iter():
            assert tag.tag not in {f"{SVG}script", f"{SVG}image", f"{SVG}use", f"{SVG}foreignObject"}
            assert not any(name.startswith("on") or name.endswith("}href") for name in tag.attrib)
        assert "@import" not in root.find(f"{SVG}style").text
        assert "url(http" not in root.find(f"{SVG}style").text

    def test_has_every_arrow_head_its_lines_point_to(self, root):
        heads = {marker.get("id") for marker in root.iter(f"{SVG}marker")}
        used = {path.get("marker-end") for path in root.iter(f"{SVG}path") if path.get("marker-end")}
        assert used == {"url(#tip-documented)"}
        assert "tip-documented" in heads

    def test_its_links_lead_to_the_site_from_wherever_it_is_opened(self, root):
        links = [link.get("href") for link in root.iter(f"{SVG}a")]
        assert "http://testserver/actors/firm/" in links
        assert "http://testserver/actors/?view=overview#relation-owning" in links
        assert all(link.startswith("http://testserver/") for link in links)


class TestTable:
    def test_has_one_line_for_each_relation_under_named_columns(self, client, network):
        row = {row["key"]: row for row in rows(client)}["owning"]
        assert row == {
            "key": "owning",
            "sentence": "The People’s Bank owns a share of <script>Firm & “Sons” with 36 per cent, March 2015 to 2018.",
            "subject": "bank", "subject_name": "People’s Bank", "verb": "owns", "object": "firm",
            "object_name": "<script>Firm & “Sons”", "detail": "with 36 per cent", "period": "2015-03/2018",
            "status": "documented", "note": "'=SUM(A1)", "sources": "deed",
        }  # fmt: skip
        assert [row["key"] for row in rows(client)] == ["owning", "story"]

    def test_of_a_map_has_its_relations_only(self, client, network):
        assert [row["key"] for row in rows(client, "?view=overview")] == ["owning"]

    def test_follows_the_filter(self, client, network):
        assert [row["key"] for row in rows(client, "?status=reported")] == ["story"]
        assert [row["key"] for row in rows(client, "?year=2016")] == ["owning"]

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_holds_nothing_that_a_spreadsheet_would_run(self, client, home, start):
        formula = f"{start}cmd|' /C calc'!A0"
        make.relation(make.actor(name=formula), detail=formula, note=formula)
        found = csv.reader(io.StringIO(take(client, "csv").content.decode("utf-8-sig"), newline=""))
        cells = [cell for line in found for cell in line]
        assert f"'{formula}" in cells
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_graphml_has_a_node_for_each_actor_and_an_edge_for_each_relation(client, network):
    graph = ET.fromstring(take(client, "graphml").content).find(f"{GRAPHML}graph")
    assert {node.get("id") for node in graph.iter(f"{GRAPHML}node")} == {"bank", "firm", "paper"}
    edges = {edge.get("id"): (edge.get("source"), edge.get("target")) for edge in graph.iter(f"{GRAPHML}edge")}
    assert edges == {"owning": ("bank", "firm"), "story": ("paper", "bank")}


def test_graphml_declares_every_key_it_uses(client, network):
    root = ET.fromstring(take(client, "graphml", "?view=overview").content)
    declared = {key.get("id") for key in root.iter(f"{GRAPHML}key")}
    assert {data.get("key") for data in root.iter(f"{GRAPHML}data")} <= declared
    assert len(root.findall(f".//{GRAPHML}node")) == 2
    assert [data.text for data in root.iter(f"{GRAPHML}data") if data.get("key") == "edge-verb"] == ["owns"]


class TestFollowTheMoney:
    def test_lines_are_entities_whose_properties_are_lists_of_words(self, client, network):
        found = entities(client)
        assert {entity["id"] for entity in found} == {
            "actor-bank", "actor-firm", "actor-paper", "relation-owning", "relation-story"
        }  # fmt: skip
        for entity in found:
            assert entity.keys() == {"id", "schema", "properties"}
            for values in entity["properties"].values():
                assert values
                assert all(isinstance(value, str) and value for value in values)

    def test_ownership_has_an_owner_an_asset_and_its_dates(self, client, network):
        owning = next(entity for entity in entities(client) if entity["schema"] == "Ownership")
        assert owning["properties"]["owner"] == ["actor-bank"]
        assert owning["properties"]["asset"] == ["actor-firm"]
        assert owning["properties"]["startDate"] == ["2015-03"]
        assert owning["properties"]["endDate"] == ["2018"]
        assert "subject" not in owning["properties"]

    def test_other_names_of_an_actor_are_aliases(self, client, network):
        names = {entity["id"]: entity["properties"].get("alias") for entity in entities(client)}
        assert names["actor-firm"] == ["Firm Ltd", "Sons"]
        assert names["actor-paper"] == ["报"]

    def test_every_kind_and_verb_has_a_schema_that_the_model_knows(self, client, home):
        relation = make.relation()
        owning = set()
        for kind in ActorKind:
            Actor.objects.update(kind=kind)
            # https://followthemoney.tech/explorer/
            assert {entity["schema"] for entity in entities(client)} - {"UnknownLink", "Ownership"} < {
                "Company", "Organization", "Person", "PublicBody"
            }  # fmt: skip
            # Only what can be owned there is owned here: a company.
            Relation.objects.update(verb="owns")
            owned = {entity["schema"] for entity in entities(client)} & {"Ownership"}
            assert bool(owned) == (kind in (ActorKind.COMPANY, ActorKind.STATE_COMPANY)), kind
        Actor.objects.update(kind=ActorKind.COMPANY)
        for verb in Verb:
            Relation.objects.update(verb=verb)
            schemas = {entity["id"]: entity["schema"] for entity in entities(client)}
            assert schemas[f"relation-{relation.slug}"] in {"Ownership", "UnknownLink"}
            owning |= {verb.value} if "Ownership" in schemas.values() else set()
        assert owning == {"owns", "parent-of"}


def test_what_is_not_public_is_in_no_file(client, home):
    hidden, known, other = make.actor(name="A hidden firm"), make.actor(), make.actor()
    make.relation(known, hidden, slug="of-a-hidden-one")
    taken_down = make.relation(known, other, slug="taken-down")
    make.relation(known, other, slug="still-there")
    make.actor_map(actors=[hidden, known, other])
    hidden.unpublish()
    taken_down.unpublish()
    for form, query in itertools.product(FORMS, ("", "?view=overview")):
        file = take(client, form, query).text
        assert "A hidden firm" not in file
        assert "of-a-hidden-one" not in file
        assert "taken-down" not in file
        assert "still-there" in file, form


@pytest.mark.parametrize("form", FORMS)
def test_a_broken_query_is_ignored(client, network, form):
    whole = take(client, form).content
    for query in ("year=x&layer=%00&verb[]=1", "status=;drop&year=1e999", "%FF=%FE", "page=-1", "view=%00"):
        assert take(client, form, f"?{query}").content == whole, query


def test_a_map_that_is_not_there_has_no_file(client, home):
    for address in ("svg", "svg?view=ghost", "csv?view=ghost", "csv?view=gho%00st", "pdf"):
        assert client.get(f"/actors/export.{address}").status_code == 404


def test_a_file_costs_the_same_for_any_number_of_relations(client, home, django_assert_max_num_queries):
    actors = [make.actor(place=make.place()) for _ in range(4)]
    make.actor_map(actors=actors)
    used = {form: set() for form in FORMS}
    for _ in range(2):
        for n in range(3):
            make.relation(actors[n], actors[n + 1])
        for form in FORMS:
            take(client, form)
            with django_assert_max_num_queries(12) as captured:
                take(client, form)
            used[form].add(len(captured))
    assert [len(numbers) for numbers in used.values()] == [1, 1, 1, 1]
