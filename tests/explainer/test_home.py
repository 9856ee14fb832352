"""The first page a visitor meets."""

import datetime

import pytest
from bs4 import BeautifulSoup

from explainer.models import MixedUp
from tests import make
from tests.html import problems

pytestmark = pytest.mark.django_db


def read(client):
    page = client.get("/").text
    assert problems(page) == []
    return BeautifulSoup(page, "html.parser")


def test_a_sentence_is_checked_from_the_first_page_without_a_script(client, home):
    make.claim(title="Pigeons carry scores", statement="Pigeons carry the scores of everybody from town to town.")
    form = read(client).select_one("form.quick-check")
    field = form.select_one("[name]")
    assert form.select_one(f"label[for={field['id']}]")
    assert (form["method"], form["enctype"]) == ("post", "multipart/form-data")
    found = client.post(form["action"], {field["name"]: "Pigeons carry the scores of everybody from town to town."})
    assert "Pigeons carry scores" in found.text


def test_what_is_told_as_one_is_a_picture_that_reads_as_a_list(client, home):
    phone, court = make.layer("phone", name="A score of a firm", symbol="phone", keeper="a company"), make.layer("court")
    home.told_as = "“The” score"
    home.mixed_up = [MixedUp(layer=phone), MixedUp(layer=court)]
    home.save()
    figure = read(client).select_one("figure.told")
    assert [link["href"] for link in figure.select("li a")] == ["/systems/#layer-phone", "/systems/#layer-court"]
    assert "kept by a company" in " ".join(figure.select_one("li").get_text(" ").split())
    assert figure.select_one("q").text == "“The” score"
    assert len(figure.select("path[d^=M]")) >= 2
    assert all(svg["aria-hidden"] == "true" for svg in figure.select("svg"))


def test_an_empty_site_shows_no_empty_parts(client, home):
    soup = read(client)
    assert [heading.text for heading in soup.select("h2")] == ["What changed lately", "What it all rests on"]
    assert not soup.select("figure")


def test_what_changed_lately_is_there_and_leads_to_the_change(client, home):
    make.claim(
        "odd",
        title="Odd",
        verdicts=[
            make.verdict("false"),
            make.verdict("mixed", on=datetime.date(2026, 1, 20), kind="update", reason="A document came up."),
        ],
    )
    latest = read(client).select(".lately li")
    assert len(latest) == 1
    assert latest[0].select_one("a[href$='#history']")["href"] == "/claims/odd/#history"
    assert "A document came up." in latest[0].text


def test_it_costs_the_same_for_one_claim_and_for_many(client, home, django_assert_max_num_queries):
    make.claim()
    make.event()
    client.get("/")
    with django_assert_max_num_queries(60) as few:
        client.get("/")
    for _ in range(6):
        make.claim(mixups=[make.mixup()], layers=[make.layer()])
        make.event()
    with django_assert_max_num_queries(len(few.captured_queries) + 4):
        client.get("/")
