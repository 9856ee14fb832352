"""A source was corrected: everything that rests on it is looked at before the matter is closed."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import ClaimPage
from explainer.timeline.models import EventCitation
from sources.models import Source, SourceCorrection
from sources.resting import resting_on
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home):
    return make.source("plan", title="The plan")


@pytest.fixture
def correction(plan):
    make.claim("it-is-so", title="It is so", evidence=[make.evidence("first", plan), make.evidence("again", plan)])
    make.event("adopted", title="It was adopted", citations=[make.citation(EventCitation, plan)])
    return make.source_correction(plan)


def work(correction):
    return f"/admin/snippets/sources/sourcecorrection/inspect/{correction.pk}/"


def test_everything_that_rests_on_it_is_listed_once_drafts_too(correction, plan):
    make.catalog(entries=[make.entry(citations=[make.citation(make.EntryCitation, plan)])])
    make.source("copy", title="A copy", derives_from=[("republishes", plan)])
    hidden = make.unsaved_event("hidden", title="Not public", citations=[make.citation(EventCitation, plan)], live=False)
    hidden.save()
    draft = make.claim("later", title="Only in a draft")
    draft.evidence.add(make.evidence("second", plan))
    draft.save_revision()
    found = {str(use): use for use in resting_on(plan)}
    assert len(found) == 6
    assert {"It is so", "It was adopted", "A copy", "Not public", "Only in a draft"} < set(found)
    assert [name for name, use in found.items() if not use.is_public] == ["Not public", "Only in a draft"]
    assert len(found["It is so"].citations) == 2
    (entry,) = [name for name in found if name.startswith("Doing it.")]
    assert "points" in entry  # the catalog it stands in


def test_it_stays_open_until_each_was_looked_at(correction, admin_client_of):
    client = admin_client_of("superuser")
    with pytest.raises(ValidationError, match=r"2 of what rests on the source is still to be looked at: .*It is so"):
        correction.close(client.user)
    client.post(work(correction), {"close": "1"})
    assert SourceCorrection.objects.get().is_open
    for use in resting_on(correction.source):
        page = client.post(work(correction), {"use": use.name, "outcome": "nothing", "note": "Not that date."}, follow=True).text
    assert "<b>2 of 2</b> looked at" in page
    assert "Nothing to change" in page
    assert "Not that date." in page
    client.post(work(correction), {"close": "1"})
    closed = SourceCorrection.objects.get()
    assert (closed.is_open, closed.closed_by) == (False, client.user)
    with pytest.raises(ValidationError, match="is closed"):
        closed.handle(ClaimPage.objects.get(), client.user, "nothing")


def test_a_new_use_appears(correction, admin_client_of):
    client = admin_client_of("superuser")
    for use in resting_on(correction.source):
        correction.handle(use.record, client.user, "changed")
    make.event("later", title="A new event", citations=[make.citation(EventCitation, correction.source)])
    assert "<b>2 of 3</b> looked at" in client.get(work(correction)).text
    with pytest.raises(ValidationError, match="A new event"):
        correction.close(client.user)


@pytest.mark.parametrize("sent", [{}, {"use": "1-1", "outcome": "nothing"}, {"use": "x", "outcome": "gone"}])
def test_what_means_nothing_keeps_nothing(correction, admin_client_of, sent):
    response = admin_client_of("superuser").post(work(correction), sent, follow=True)
    assert "Nothing was kept" in response.text
    assert not correction.handled.exists()


def test_who_may_only_look_cannot_close(correction, admin_client_of):
    from django.contrib.auth.models import Permission

    client = admin_client_of("editor")
    client.user.user_permissions.add(Permission.objects.get(codename="view_sourcecorrection"))
    assert client.get(work(correction)).status_code == 200
    client.post(work(correction), {"close": "1"})
    assert SourceCorrection.objects.get().is_open


def test_it_is_recorded_from_the_list_of_sources(plan, admin_client_of):
    client = admin_client_of("superuser")
    address = f"/admin/snippets/sources/sourcecorrection/add/?source={plan.pk}"
    assert address in client.get("/admin/snippets/sources/source/").text
    assert client.get(address).status_code == 200
    sent = {"source": plan.pk, "on": "2026-05-01", "kind": "correction", "changed": "record", "note": "The date was wrong."}
    response = client.post(address, sent)
    made = SourceCorrection.objects.get()
    assert response.headers["Location"] == work(made)
    assert made.opened_by == client.user
    listed = client.get("/admin/snippets/sources/sourcecorrection/").text
    assert "0 of 0 looked at" in listed


def test_readers_see_it_on_the_page_of_the_source(client, correction):
    page = client.get("/sources/plan/").text
    assert "A date was wrong." in page
    assert "is being looked at again" in page
    (told,) = client.get("/api/v1/sources/plan").json()["corrections"]
    assert (told["note"], told["closed"]) == ("A date was wrong.", False)
    Source.objects.filter(pk=correction.source_id).update(live=False)
    assert client.get("/api/v1/corrections").json()["count"] == 0
