"""Rows of a CSV file become one draft of each catalog they belong to."""

import json

import pytest
from django.contrib.auth.models import Group

from explainer.accounts import ensure_roles
from explainer.catalogs.models import CatalogPage, Entry
from sources.exchange import flow
from sources.exchange.kinds import KINDS
from sources.exchange.rows import CREATE, UPDATE
from tests import make
from tests.exchange.files import table

pytestmark = pytest.mark.django_db
ENTRIES = KINDS["entries"]
COLUMNS = "catalog behaviour wording state effect points status sources says"
GIVES = ("harbour", "giving", "Giving blood", "yes", "points", "10", "in-force", "plan", "It gives ten.")


@pytest.fixture
def prepare(user):
    return lambda data: flow.prepare(ENTRIES, "entries.csv", data, user)


@pytest.fixture
def catalog():
    make.source("plan", title="The plan")
    make.behaviour("giving")
    return make.catalog(
        make.place("harbour"), entries=[make.entry(wording="Crossing at red"), make.entry(wording="Twice at red")]
    )


def states(batch):
    return [row.state for row in flow.rows_of(batch)]


def draft(page):
    return CatalogPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def exported(client) -> bytes:
    return client.get("/data/entries.csv").getvalue()


def test_what_goes_out_comes_back_without_a_change(prepare, client, catalog):
    same = {"wording": "Twice the same", "effect": "warning", "points": ""}
    make.catalog(
        make.place("hill"),
        entries=[
            make.entry(wording="=cmd|' /C calc'!A0", points="-50..-10", period="2014/..", conditions="@night, | and day"),
            make.entry(**same), make.entry(**same),
            make.entry(wording="Nothing", state="not-found", effect="", points="", checked=make.DAY, citations=[]),
            make.entry(make.behaviour("giving"), effect="grade", points="", grade="-AA", status="ended"),
        ],
    )  # fmt: skip
    batch = prepare(exported(client))
    assert set(states(batch)) == {"unchanged"}, [(row.title, row.changes, row.reasons) for row in flow.rows_of(batch)]
    assert len(states(batch)) == 7


def test_new_rows_become_one_draft_and_the_public_page_stays(prepare, client, user, catalog):
    before = client.get(catalog.get_absolute_url()).content
    batch = prepare(table(COLUMNS, GIVES, (*GIVES[:2], "Giving twice", *GIVES[3:])))
    assert states(batch) == ["new", "new"]
    done = flow.commit(batch, user)
    assert done.counts["created"] == 2
    assert client.get(catalog.get_absolute_url()).content == before
    page = draft(catalog)
    assert [row.wording for row in page.entries.all()] == ["Crossing at red", "Twice at red", "Giving blood", "Giving twice"]
    new = page.entries.all()[2]
    assert (new.behaviour.slug, new.points, [row.source.slug for row in new.citations.all()]) == ("giving", "10", ["plan"])
    assert CatalogPage.objects.get(pk=catalog.pk).latest_revision.user == user
    # The draft is what is known from now on; and after somebody approved it, it is what is public.
    assert states(prepare(table(COLUMNS, GIVES))) == ["unchanged"]
    flow.undo(done, user)
    assert len(draft(catalog).entries.all()) == 2
    assert not CatalogPage.objects.get(pk=catalog.pk).has_unpublished_changes
    assert states(prepare(table(COLUMNS, GIVES))) == ["new"]


def test_a_draft_of_an_import_can_be_published(prepare, user, catalog, settings):
    settings.TWO_PERSON_RULE = False
    flow.commit(prepare(table(COLUMNS, GIVES)), user)
    CatalogPage.objects.get(pk=catalog.pk).latest_revision.publish()
    entry = Entry.objects.get(wording="Giving blood")
    assert (entry.low, entry.citations.get().says) == (10, "It gives ten.")


def test_what_differs_is_shown_and_taken_if_somebody_says_so(prepare, client, user, catalog):
    data = exported(client).replace(b",-50,", b",-60,", 1)
    batch = prepare(data)
    row = next(row for row in flow.rows_of(batch) if row.state == "conflict")
    assert [(one.name, one.ours, one.theirs) for one in row.changes] == [("points", "-50", "-60")]
    flow.choose(batch, {row.n: {"action": UPDATE, "take": ["points"]}})
    flow.commit(batch, user)
    assert sorted(one.points for one in draft(catalog).entries.all()) == ["-50", "-60"]
    assert states(prepare(data)) == ["unchanged", "unchanged"]


def test_another_wording_of_the_same_behaviour_is_left_to_a_person(prepare, user, catalog):
    data = table(COLUMNS, ("harbour", "red-light", "Walking at red", "yes", "points", "-5", "in-force", "plan", "So."))
    batch = prepare(data)
    (row,) = flow.rows_of(batch)
    assert (row.state, row.does) == ("duplicate", "skip")
    flow.choose(batch, {1: {"action": CREATE}})
    flow.commit(batch, user)
    assert [one.wording for one in draft(catalog).entries.all()] == ["Crossing at red", "Twice at red", "Walking at red"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"catalog": "nowhere"}, "Column catalog: no catalog has the key “nowhere”."),
        ({"catalog": ""}, "Column catalog: it is empty."),
        ({"behaviour": "flying"}, "Column behaviour: no behaviour has the key “flying”."),
        ({"behaviour": ""}, "Column behaviour: give the key of one behaviour."),
        ({"points": "many"}, "Column points: Points are a number or a range"),
        ({"points": "10..-10"}, "Column points: of a range the lower number comes first"),
        ({"status": ""}, "Column status: it is empty."),
        ({"sources": "nowhere"}, "Column sources: no source has the key “nowhere”."),
        ({"citations": "[" * 40_000}, "Column citations: it is no list of passages"),
        ({"citations": '[{"source": 5}]'}, "Column citations: it is no list of passages"),
        ({"checked": "yesterday"}, "Column checked: “yesterday” value has an invalid date format"),
    ],
)
def test_a_row_that_cannot_be_taken_in_says_which_column_and_why(prepare, user, catalog, changed, reason):
    good = dict(zip(COLUMNS.split(), GIVES, strict=True)) | {"citations": "", "checked": ""}
    batch = prepare(table(" ".join(good), tuple((good | changed).values())))
    (row,) = flow.rows_of(batch)
    assert row.state == "cannot"
    assert any(found.startswith(reason) for found in row.reasons), row.reasons
    flow.commit(batch, user)
    assert len(draft(catalog).entries.all()) == 2


def test_passages_as_the_open_data_write_them_are_taken(prepare, user, catalog):
    told = json.dumps([{"source": "plan", "says": "It says.", "locator": "art. 2", "quotation": "十分", "source_url": "x"}])
    flow.commit(prepare(table(f"{COLUMNS} citations", (*GIVES[:7], "plan", "", told))), user)
    (citation,) = draft(catalog).entries.all()[2].citations.all()
    assert (citation.says, citation.locator, citation.quotation) == ("It says.", "art. 2", "十分")


def test_nobody_changes_a_catalog_they_may_not_edit(catalog, django_user_model):
    ensure_roles()
    steward = django_user_model.objects.create_user("steward")
    steward.groups.add(Group.objects.get(name="Data stewards"))
    assert not ENTRIES.allowed(steward)
    (row,) = ENTRIES.plan([{"line": 2, "cells": dict(zip(COLUMNS.split(), GIVES, strict=True))}], "csv", steward)
    assert row.reasons == ["You may not edit its catalog."]


def test_an_undo_waits_for_nobody_and_overwrites_nobody(prepare, user, catalog):
    batch = flow.commit(prepare(table(COLUMNS, GIVES)), user)
    page = draft(catalog)
    page.summary = "Worked on."
    page.save_revision(user=user)
    with pytest.raises(flow.CannotUndo):
        flow.undo(batch, user)
    assert draft(catalog).summary == "Worked on."
