"""“Ask this source”: what rests on it, what was made from it, and where it comes from."""

import pytest
from bs4 import BeautifulSoup

from tests import make

pytestmark = pytest.mark.django_db


def text(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text().split())


@pytest.fixture
def chain(home):
    """story ← copy ← summary, a rebuttal of the copy, and a paper that draws on the story and on something else."""
    story = make.source("story", title="The story")
    copy = make.source("copy", title="The copy", derives_from=[("republishes", story)])
    make.source("summary", title="The summary", derives_from=[("summarises", copy)])
    make.source("rebuttal", title="The rebuttal", derives_from=[("rebuts", copy)])
    make.source("paper", title="The paper", derives_from=[("paraphrases", story), ("paraphrases", make.source("notice"))])
    make.claim("it-is-so", title="It is so", evidence=[make.evidence("first", story), make.evidence("again", copy)])


def ask(client, slug):
    return client.get(f"/api/v1/sources/{slug}").json()


def chains(rows):
    return [(row["source"], row["how"], row["through"]) for row in rows]


def test_what_was_made_from_it_is_followed_to_the_end(client, chain):
    found = ask(client, "story")
    assert chains(found["derived"]) == [
        ("copy", "republishes", []),
        ("paper", "paraphrases", []),
        ("rebuttal", "rebuts", ["copy"]),
        ("summary", "summarises", ["copy"]),
    ]
    assert found["origins"] == ["story"]
    assert found["one_origin_with"] == ["copy", "summary"]
    assert [use["title"] for use in found["used_by"]] == ["It is so"]


def test_what_it_goes_back_to_is_followed_to_its_origins(client, chain):
    assert chains(ask(client, "summary")["derives_from"]) == [("copy", "summarises", []), ("story", "republishes", ["copy"])]
    assert ask(client, "summary")["origins"] == ["story"]
    assert ask(client, "paper")["origins"] == ["notice", "story"]
    assert ask(client, "rebuttal")["origins"] == ["rebuttal"]


def test_a_circle_and_what_is_not_public_do_no_harm(client, chain):
    copy = make.Source.objects.get(slug="copy")
    copy.derived.create(source=make.source("secret", live=False), kind="translates")
    make.Source.objects.get(slug="story").derivations.create(kind="rebuts", origin=make.Source.objects.get(slug="summary"))
    found = ask(client, "story")
    assert "secret" not in str(found)
    assert [row["source"] for row in found["derived"]].count("copy") == 1
    assert client.get("/sources/story/").status_code == 200


def test_the_page_answers_the_same_questions(client, chain):
    page = text(client.get("/sources/story/"))
    assert "Ask this source" in page
    assert "What was made from it? 4 other sources" in page
    assert "The summary summarises The copy, which goes back to it." in page
    assert "independent origin of its own" in page
    assert 'href="/api/v1/sources/story"' in client.get("/sources/story/").content.decode()
    assert "Its one independent origin is The story" in text(client.get("/sources/summary/"))
    assert "It draws on 2 independent origins" in text(client.get("/sources/paper/"))


def test_the_count_of_origins_opens_what_was_counted_as_one(client, chain):
    page = client.get("/claims/it-is-so/").content.decode()
    summary = page[page.index("<summary") : page.index("</details>", page.index("independent origin"))]
    assert "1 independent origin" in summary
    assert "/sources/story/" in summary
    assert "/sources/copy/" in summary


def test_where_nothing_is_merged_each_stands_alone(client, home):
    make.claim("it-is-so", evidence=[make.evidence("first"), make.evidence("again")])
    assert "each stands alone" in text(client.get("/claims/it-is-so/"))
