"""What one person may do at once: warn readers of an error, while the correction is being read."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry, PageLogEntry

from explainer.editions.write import _files
from tests import make

pytestmark = pytest.mark.django_db
WORDS = "The date may be <wrong>; we are looking at it."
SHOWN = "The date may be &lt;wrong&gt;; we are looking at it."


def address(record):
    return f"/admin/desk/warning/{ContentType.objects.get_for_model(record).pk}/{record.pk}/"


@pytest.mark.parametrize(
    ("build", "log"),
    [(make.claim, PageLogEntry), (make.catalog, PageLogEntry), (make.source, ModelLogEntry), (make.actor, ModelLogEntry),
     (make.event, ModelLogEntry), (make.place, ModelLogEntry), (make.term, ModelLogEntry), (make.system, ModelLogEntry)],
)  # fmt: skip
def test_one_person_warns_at_once_and_lifts_it(home, settings, client, admin_client_of, build, log):
    record = build()
    settings.TWO_PERSON_RULE = True
    desk = admin_client_of("publisher")
    answer = desk.post(address(record), {"do": "warn", "words": WORDS}, follow=True)
    assert "The warning stands" in answer.text
    page = record.url if hasattr(record, "url_path") else record.get_absolute_url()
    assert SHOWN in client.get(page).text
    assert log.objects.filter(action="desk.warn", user=desk.user, data__words=WORDS).exists()
    desk.post(address(record), {"do": "lift"})
    assert SHOWN not in client.get(page).text
    assert log.objects.filter(action="desk.lift_warning").exists()


def test_it_is_no_part_of_the_page_and_survives_its_next_version(home, rule, client, people):
    from sources import approval
    from tests.desk.test_two_persons import changed, public, publish_its_revision

    alice, bob, _ = people
    claim = public(alice, bob)
    before = approval.digest_of(claim)
    claim.warning = WORDS
    assert approval.digest_of(claim) == before
    type(claim).objects.filter(pk=claim.pk).update(warning=WORDS, warned_on=make.DAY)
    changed(claim, alice, statement="It is said that it is more so.")
    approval.approve(claim, bob)
    publish_its_revision(claim, bob)
    text = client.get(claim.url).text
    assert SHOWN in text
    assert "it is more so" in text
    assert any("the warning on it" in line for line in _files()[2])


def test_a_card_elsewhere_shows_it_too(home, client):
    claim = make.claim()
    type(claim).objects.update(warning=WORDS, warned_on=make.DAY)
    assert SHOWN in client.get(f"/embed/claims/{claim.slug}/").text


@pytest.mark.parametrize("words", ["", "  ", "x" * 501])
def test_words_that_are_none_or_too_many_are_refused(home, admin_client_of, words):
    claim = make.claim()
    answer = admin_client_of("editor").post(address(claim), {"do": "warn", "words": words})
    assert answer.status_code == 422
    claim.refresh_from_db()
    assert claim.warning == ""


def test_what_is_not_public_needs_no_warning(home, admin_client_of):
    claim = make.claim()
    claim.unpublish()
    assert admin_client_of("editor").get(address(claim)).status_code == 404


def test_forms_lead_to_it(home, admin_client_of):
    claim, source = make.claim(), make.source()
    client = admin_client_of("editor")
    for form, record in (
        (f"/admin/pages/{claim.pk}/edit/", claim),
        (f"/admin/snippets/sources/source/edit/{source.pk}/", source),
    ):
        assert f'href="{address(record)}"' in client.get(form).text
