"""Asking an archive for a copy."""

import json

import pytest

from sources.health import archive
from sources.health.addresses import follow
from sources.intake.fetch import FetchFailed
from sources.models import LinkState
from sources.permanent import PermanentError
from tests import make
from tests.sources.health.web import Web, page

pytestmark = pytest.mark.django_db
URL = "https://a.org/notice?n=1"
COPY = "http://web.archive.org/web/20240102030405/https://a.org/notice"
HAS, SAVE = f"{archive.HAS}https%3A%2F%2Fa.org%2Fnotice%3Fn%3D1", archive.SAVE + URL


def says(**closest):
    return page() | {"data": json.dumps({"archived_snapshots": {"closest": closest} if closest else {}}).encode()}


@pytest.fixture
def link(home):
    make.source("notice", url=URL)
    follow()
    return LinkState.objects.get()


def test_a_copy_the_archive_has_is_taken_before_a_new_one_is_made():
    web = Web({HAS: says(available=True, status="200", url=COPY)})
    assert archive.copy_of(URL, web.fetch) == COPY.replace("http:", "https:", 1)


@pytest.mark.parametrize(
    "answer",
    [
        says(),
        says(available=True, status="404", url=COPY),
        says(available=True, status="200", url="https://evil.org/"),
        page("<p>"),
    ],
)
def test_without_one_it_is_asked_to_make_one(answer):
    web = Web({HAS: answer, SAVE: page(url=COPY)})
    assert archive.copy_of(URL, web.fetch).startswith("https://web.archive.org/web/2024")


def test_an_archive_that_names_no_copy_is_a_failure():
    with pytest.raises(FetchFailed, match="no copy"):
        archive.copy_of(URL, Web({HAS: says(), SAVE: page(url="https://web.archive.org/sorry")}).fetch)


def test_a_failure_is_noted_and_blocks_nothing(link, settings, monkeypatch):
    settings.ARCHIVE_REQUESTS = True
    monkeypatch.setattr(archive, "copy_of", Web(otherwise=FetchFailed("It wants no more.")).fetch)
    with pytest.raises(PermanentError):
        archive.ask_archive.func(link.pk)
    link.refresh_from_db()
    assert (link.archived_url, "It wants no more." in link.archive_note, link.state) == ("", True, "unknown")


def test_a_site_that_was_not_told_to_asks_nobody(link, monkeypatch):
    monkeypatch.setattr(archive, "copy_of", lambda url: pytest.fail("asked"))
    with pytest.raises(PermanentError, match="ARCHIVE_REQUESTS"):
        archive.ask_archive.func(link.pk)


@pytest.mark.parametrize("draft", [False, True])
def test_a_person_takes_the_copy_up_into_the_source(link, admin_client_of, client, draft):
    LinkState.objects.update(archived_url=COPY)
    if draft:
        link.source.title = "Another title, not yet public"
        link.source.save_revision()
    admin_client_of("superuser").post(f"/admin/addresses/{link.pk}/archive/", {"do": "take-up"})
    source = type(link.source).objects.get()
    assert [(row.kind, row.url, row.date) for row in source.get_latest_revision_as_object().links.all()] == [
        ("archive", COPY, "2024-01-02")
    ]
    assert (COPY in client.get("/sources/notice/").text) is not draft
