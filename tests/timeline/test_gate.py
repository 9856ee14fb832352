"""An event is public only with a date, a lane and a source; a chapter only with an essay whose every key leads somewhere."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from explainer.timeline.models import ChapterPage, Event
from sources.gates import PublicationRefused
from tests import make

pytestmark = pytest.mark.django_db


def draft(event):
    event.live = False
    event.save()
    return event


def test_an_event_without_a_source_stays_a_draft():
    event = draft(make.unsaved_event("plan", citations=[]))
    with pytest.raises(PublicationRefused, match="it has no citation"):
        event.save_revision().publish()
    assert not Event.objects.get().live
    event.live = True
    with pytest.raises(PublicationRefused, match="it has no citation"):
        event.save()


def test_an_event_resting_on_an_unpublished_source_is_refused_by_the_sources_name():
    source = make.source(title="The notice")
    source.live = False
    source.save()
    from explainer.timeline.models import EventCitation

    event = draft(make.unsaved_event(citations=[make.citation(EventCitation, source)]))
    with pytest.raises(PublicationRefused, match="its source “The notice” is not published"):
        event.save_revision().publish()


@pytest.mark.parametrize("date", ["June 2014", "2014-13", "2015/2014", ""])
def test_a_date_that_is_none_is_refused(date):
    with pytest.raises(ValidationError):
        make.unsaved_event(date=date).full_clean()


@pytest.mark.parametrize("field", ["lane", "kind"])
def test_the_database_knows_no_other_lanes_and_kinds(field):
    event = make.event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(**{field: "rumour"})


def test_an_event_cannot_take_the_address_of_a_year():
    with pytest.raises(PublicationRefused, match="that is the address of a year"):
        make.unsaved_event("2014").save()


def test_a_chapter_needs_its_year_its_three_sections_and_its_sources(home):
    from explainer.timeline.models import TimelinePage

    chapter = ChapterPage(title="A year", slug="year", said="<p>Much.[^ghost]</p>", live=False)
    TimelinePage.objects.get().add_child(instance=chapter)
    with pytest.raises(PublicationRefused) as refusal:
        chapter.save_revision().publish()
    reasons = " ".join(problem.reason for problem in refusal.value.problems)
    for said in ("its slug must be the year", "“what was decided” is missing", "“what was not” is missing", "it has no citation"):
        assert said in reasons
    assert "“what was said” points to [^ghost], but no citation has that key" in reasons
