import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Comment, Revision

from claims.models import ClaimPage, Suggestion
from explainer.accounts import ensure_roles
from explainer.reports.models import ReaderReport
from sources.drift import recheck
from sources.models import Capture, LinkState
from tests import make

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def superuser(admin_client_of):
    return admin_client_of("superuser")


@pytest.fixture
def other(db):
    return get_user_model().objects.create_user("mei", password="a long pass phrase")


def allow(user, *codenames):
    found = Permission.objects.filter(codename__in=["access_admin", *codenames])
    user.user_permissions.set(found)
    return get_user_model().objects.get(pk=user.pk)


def draft_of(record, user, days_old=0, **changes):
    draft = record.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    revision = draft.save_revision(user=user, log_action=True)
    Revision.objects.filter(pk=revision.pk).update(created_at=timezone.now() - datetime.timedelta(days=days_old))
    return Revision.objects.get(pk=revision.pk)


def send_for_review(page, user):
    draft_of(page, user, phrases="other words")
    page = ClaimPage.objects.get(pk=page.pk)
    return page.get_workflow().start(page, user)


@pytest.fixture
def busy(home, superuser, other):
    """Of everything the desk can list, something; and something beside it that belongs in no list of what is amiss."""
    ensure_roles()
    today, me = timezone.localdate(), superuser.user
    overdue = make.claim(
        title="Overdue",
        counter_search="",
        waivers=[make.waiver(gate) for gate in ("origins", "primary", "counter")],
        next_review=today - datetime.timedelta(days=3),
    )
    make.claim(title="Soon", next_review=today + datetime.timedelta(days=3))
    make.claim(
        title="Sound",
        next_review=today + datetime.timedelta(days=300),
        evidence=[
            make.evidence(source_=make.source(tier="primary")),
            make.evidence(key="second", source_=make.source(), stance="supports"),
        ],
        verdicts=[make.verdict("mixed"), make.verdict("false", on=make.DAY + datetime.timedelta(days=3), kind="correction")],
    )
    make.catalog(facts=[make.fact()], entries=[make.entry()])
    make.relation()
    draft_of(make.claim(title="Mine"), me, phrases="x")
    draft_of(make.source(title="Theirs"), other, days_old=40, rights="x")
    alone = make.claim(title="Alone")
    draft_of(alone, other, phrases="x").publish(user=other, skip_permission_checks=True)
    draft_of(make.claim(title="Together"), other, phrases="x").publish(user=me)
    send_for_review(make.claim(title="From them"), other)
    send_for_review(make.claim(title="From me"), me)
    Comment.objects.create(page=overdue, user=other, text=f"@{me.username} is it so?", contentpath="documented")
    Comment.objects.create(page=overdue, user=other, text="Talking to nobody.", contentpath="documented")
    ReaderReport.objects.create(text="It is wrong.", received_at=timezone.now() - datetime.timedelta(days=2))
    ReaderReport.objects.create(text="So is this.", state="unchanged", answer="It is right.", closed_at=timezone.now())
    source = make.source()
    LinkState.objects.create(source=source, url=source.url, state="failing", text_hash="a", seen_hash="b")
    LinkState.objects.create(source=source, url="https://example.org/fine", state="ok")
    copy = Capture.objects.create(source=source, text="A text.", origin="by hand")
    lost = make.claim(title="Lost", evidence=[make.evidence(anchor_start="Not there")])
    Capture.objects.create(source=lost.evidence.get().source, text="Another text.", origin="by hand", state="checked")
    recheck(lost.evidence.get().source)
    Suggestion.objects.create(capture=copy, claim=lost, start=0, end=7, sentence="A text.", stance="repeats", score=0.9)
    done = {"task_path": "explainer.reports.tasks.forget_old_reports", "args_kwargs": {"args": [], "kwargs": {}}}
    done |= {"queue_name": "desk", "backend_name": "desk", "run_after": timezone.now()}
    for status in ("FAILED", "SUCCESSFUL"):
        DBTaskResult.objects.create(**done, status=status, exception_class_path="", traceback="")
    return superuser
