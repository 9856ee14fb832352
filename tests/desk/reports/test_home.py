import re

import pytest
from bs4 import BeautifulSoup

from explainer.desk.home import FOR_THE_DESK, FOR_YOU
from tests import make
from tests.desk.reports.conftest import allow, draft_of, send_for_review
from tests.desk.reports.test_reports import rows_at

pytestmark = pytest.mark.django_db


def piles(client):
    soup = BeautifulSoup(client.get("/admin/").text, "html.parser")
    return {pile.h3.span.text: pile for pile in soup.select(".desk-pile")}


def test_every_number_leads_to_just_the_list_it_counts(busy):
    found = piles(busy)
    assert len(found) == len(FOR_YOU) + len(FOR_THE_DESK)
    for name, pile in found.items():
        assert len(rows_at(busy, pile.h3.a["href"])) == int(pile.b.text) == 1, name


def test_what_waits_is_named_and_leads_to_its_form(busy):
    found = piles(busy)
    line = found["To approve"].li
    assert line.a.text == "From them"
    assert re.fullmatch(r"/admin/pages/\d+/edit/", line.a["href"])
    assert "Overdue by 3 days" in found["Reviews overdue"].text
    assert "open for 2 days" in found["Reader reports"].text
    assert "It is wrong." not in found["Reader reports"].text


def test_with_nothing_to_do_each_pile_says_so(home, superuser):
    found = piles(superuser)
    assert all(pile.b.text == "0" for pile in found.values())
    assert "Nothing waits for your approval." in found["To approve"].text
    assert "No review is overdue." in found["Reviews overdue"].text


def test_who_may_not_see_a_list_does_not_see_its_number(busy, client, other):
    client.force_login(allow(other))
    assert piles(client) == {}


def test_it_costs_the_same_for_any_amount_of_work(busy, other, django_assert_max_num_queries):
    for n in range(5):
        send_for_review(make.claim(title=f"More {n}"), other)
        draft_of(make.claim(title=f"Draft {n}"), busy.user, phrases="x")
    busy.get("/admin/")
    with django_assert_max_num_queries(54):
        busy.get("/admin/")
