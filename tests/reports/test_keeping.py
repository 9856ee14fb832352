import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

from explainer.reports.models import Allowance, ReaderReport, State
from explainer.reports.tasks import forget_old_reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return get_user_model().objects.create_user("editor")


def report(days_ago=0, **fields):
    at = timezone.now() - datetime.timedelta(days=days_ago)
    return ReaderReport.objects.create(
        received_at=at, **{"text": "It is wrong.", "contact": "me", "evidence": "https://example.org"} | fields
    )


def answered(user, days_ago):
    made = report(days_ago)
    made.close(user, State.UNCHANGED, "It is right.", now=made.received_at)
    return made


def fresh(*reports):
    return [ReaderReport.objects.get(pk=made.pk) for made in reports]


def test_the_contact_goes_30_days_and_the_text_180_days_after_the_answer(user):
    forget_old_reports.func()
    reports = [answered(user, days) for days in (29, 30, 179, 180)]
    forget_old_reports.func()
    assert [(row.contact, row.text, row.evidence) for row in fresh(*reports)] == [
        ("me", "It is wrong.", "https://example.org"),
        ("", "It is wrong.", "https://example.org"),
        ("", "It is wrong.", "https://example.org"),
        ("", "", ""),
    ]
    assert {row.answer for row in fresh(*reports)} == {"It is right."}


def test_what_nobody_answers_is_deleted_after_a_year_and_says_so(client, home, user):
    young, old, looked_at = report(364), report(365), report(400)
    looked_at.take(user)
    call_command("forget_reports")
    young, old, looked_at = fresh(young, old, looked_at)
    assert young.text
    assert (old.text, old.contact, old.state) == ("", "", State.LAPSED)
    assert looked_at.state == State.LAPSED
    assert "Deleted unanswered" in client.get(old.get_absolute_url()).text


def test_the_form_states_the_schedule_that_is_kept(client, home):
    page = client.get("/report/").text
    assert "how to reach you 30 days after our answer, and your text 180 days after it" in page
    assert "after a year is deleted whole" in page


def test_a_second_answer_does_not_keep_the_text_longer(user):
    made = answered(user, 100)
    closed_at = made.closed_at
    made.close(user, State.CORRECTED, "It was wrong after all.", "/corrections/")
    assert fresh(made)[0].closed_at == closed_at


def test_marks_of_days_gone_by_are_deleted():
    yesterday = timezone.now().date() - datetime.timedelta(days=1)
    Allowance.objects.create(day=yesterday, mark="m")
    assert forget_old_reports.func()["marks"] == 1
    assert forget_old_reports.func()["marks"] == 0
