"""“Add a source”: from an address, a file or a pasted text to a draft with its text stored."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from sources.models import Capture, Intake, Publisher, Source
from sources.tasks import read_address
from tests import make
from tests.intake import files
from tests.intake import web as small_web

ADD = "/admin/intake/new/"
STORY = "The town hall said on Tuesday that nobody is forced to take part in the scheme that gives points for good deeds. " * 12
PAGE = (
    '<!doctype html><html lang="en"><head><meta property="og:title" content="Nobody is forced"><meta property="og:site_name" '
    f'content="The Paper"><meta name="article:published_time" content="2018-03-01"></head><body><p>{STORY}</p></body></html>'
)
ANSWERS = {"title": "Nobody is forced", "language": "en", "tier": "secondary", "kind": "news", "reading": "full"}


@pytest.fixture
def desk(home, admin_client_of):
    return admin_client_of("editor")


@pytest.fixture
def web(monkeypatch):
    with small_web.public(monkeypatch) as found:
        yield found


def hand_in(client, data=None, name="plan.pdf", address=""):
    file = SimpleUploadedFile(name, data or files.pdf("A plan for the town.", Title="The plan"))
    return client.post(ADD, {"way": "file", "file-file": file, "file-address": address})


def paste(client, text=STORY, address=""):
    client.post(ADD, {"way": "paste", "paste-text": text, "paste-address": address})
    return Intake.objects.latest("pk")


def review(client, intake, **answers):
    house = {} if "new_publisher" in answers else {"publisher": make.publisher().pk}
    return client.post(f"/admin/intake/edit/{intake.pk}/", ANSWERS | house | answers)


def test_a_pdf_becomes_a_draft_with_its_text_stored_and_opens_in_its_form(desk):
    shown = desk.get(hand_in(desk).url).text
    assert "The plan" in shown
    assert "properties of the PDF" in shown
    intake = Intake.objects.get()
    response = review(
        desk, intake, title="The plan", issued="2014~", new_publisher="Town hall", new_publisher_kind="local-government"
    )
    source = Source.objects.get()
    assert response.url == f"/admin/snippets/sources/source/edit/{source.pk}/"
    assert (source.live, source.title, source.issued, source.publisher.name) == (False, "The plan", "2014~", "Town hall")
    assert source.latest_revision.user == desk.user
    capture = Capture.objects.get()
    assert (capture.source, capture.file, capture.text.strip()) == (source, "plan.pdf", "A plan for the town.")
    assert capture.sha256 == Capture.digest(capture.text)
    assert capture.file_sha256
    intake.refresh_from_db()
    assert (intake.state, intake.source, intake.text) == ("used", source, "")
    assert desk.get(response.url).status_code == 200
    assert desk.get("/sources/the-plan/").status_code == 404


def test_an_address_is_left_to_the_worker_and_the_page_looks_again(desk, web):
    web.page("/a", PAGE.encode())
    waiting = desk.get(desk.post(ADD, {"way": "address", "address-address": "https://example.org/a"}).url)
    assert 'http-equiv="refresh"' in waiting.text
    assert web.connected == []
    task = DBTaskResult.objects.get()
    assert task.task_path == "sources.tasks.read_address"
    Intake.objects.update(address="http://example.org/a")  # the small web has no certificate
    read_address.func(*task.args_kwargs["args"])
    intake = Intake.objects.get()
    shown = desk.get(intake.get_absolute_url()).text
    assert 'http-equiv="refresh"' not in shown
    assert 'value="Nobody is forced"' in shown
    assert 'value="2018-03-01"' in shown
    review(desk, intake, url="http://example.org/a", new_publisher="The Paper", new_publisher_kind="news")
    assert Capture.objects.get().origin == "http://example.org/a"
    read_address.func(intake.pk)
    assert Intake.objects.get().state == "used"


def test_an_address_that_leads_inside_is_told_and_can_be_tried_again(desk, web):
    web.page("/", status=302, Location="http://169.254.169.254/latest/")
    desk.post(ADD, {"way": "address", "address-address": "http://example.org/"})
    intake = Intake.objects.get()
    read_address.func(intake.pk)
    assert "not a public site" in desk.get(intake.get_absolute_url()).text
    desk.post(intake.get_absolute_url(), {"do": "again"})
    intake.refresh_from_db()
    assert (intake.state, intake.error, DBTaskResult.objects.count()) == ("waiting", "", 2)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://10.0.0.1:22/", "http://2130706433/", "nonsense", ""])
def test_an_address_of_a_wrong_form_is_refused_at_once(desk, address):
    response = desk.post(ADD, {"way": "address", "address-address": address})
    assert response.status_code == 422
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"<!doctype html>x", "not what its name says"),
        ("a.pdf", files.pdf("x", password="y"), "locked with a password"),
        ("a.exe", b"MZ", "cannot be read here"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_beside_the_field_and_leaves_nothing(desk, name, data, reason):
    response = hand_in(desk, data, name)
    assert response.status_code == 422
    assert reason in response.text
    assert not Intake.objects.exists()


def test_what_is_missing_is_said_and_nothing_is_saved(desk):
    intake = paste(desk)
    response = desk.post(intake.get_absolute_url(), ANSWERS | {"title": "", "new_publisher": "House", "tier": ""})
    assert response.status_code == 422
    assert "Say what kind of publisher it is." in response.text
    assert not Source.objects.exists()
    assert not Publisher.objects.filter(name="House").exists()
    assert not Capture.objects.exists()


def test_a_known_address_is_said_before_anything_is_fetched(desk):
    source = make.source(url="https://example.org/a", title="The known one")
    response = desk.post(ADD, {"way": "address", "address-address": "http://www.example.org/a/?utm_source=x"})
    assert f'<a href="/admin/snippets/sources/source/edit/{source.pk}/">The known one</a>' in response.text
    assert not Intake.objects.exists()
    desk.post(ADD, {"way": "address", "address-address": "http://www.example.org/a/", "address-anyway": "on"})
    assert Intake.objects.get().state == "waiting"


def test_a_duplicate_is_shown_and_must_be_answered(desk):
    source = make.source(url="https://agency.example/1", title="The agency story")
    Capture.objects.create(source=source, text=STORY, origin="Desk")
    intake = paste(desk, address="https://paper.example/9")
    assert "A reprint?" in desk.get(intake.get_absolute_url()).text
    response = review(desk, intake, url="https://paper.example/9")
    assert "Known sources are close to this one" in response.text
    review(desk, intake, **{"url": "https://paper.example/9", f"from_{source.pk}": "republishes"})
    made = Source.objects.get(url="https://paper.example/9")
    assert [(row.kind, row.origin) for row in made.derivations.all()] == [("republishes", source)]


def test_another_document_is_said_to_be_another(desk):
    source = make.source(url="https://agency.example/1")
    Capture.objects.create(source=source, text=STORY, origin="Desk")
    review(desk, paste(desk), url="https://paper.example/9", looked="on")
    assert not Source.objects.get(url="https://paper.example/9").derivations.exists()


def test_it_is_this_one_keeps_the_text_and_puts_the_address_into_a_draft(desk):
    source = make.publish(make.source(url="https://agency.example/1", title="The agency story"))
    intake = paste(desk, address="https://agency.example/1")
    Intake.objects.update(way="address", address="https://web.archive.org/web/2020/https://agency.example/1")
    response = desk.post(intake.get_absolute_url(), {"same": source.pk})
    assert response.url == f"/admin/snippets/sources/source/edit/{source.pk}/"
    assert Source.objects.count() == 1
    assert Capture.objects.get().source == source
    source.refresh_from_db()
    assert (source.live, source.has_unpublished_changes, source.links.count()) == (True, True, 0)
    draft = source.get_latest_revision_as_object()
    assert [(link.kind, link.url) for link in draft.links.all()] == [
        ("archive", "https://web.archive.org/web/2020/https://agency.example/1")
    ]


def test_the_same_text_twice_is_stored_once_and_a_stranger_cannot_be_meant(desk):
    source, other = make.source(url="https://agency.example/1"), make.source(title="Quite another thing")
    Capture.objects.create(source=source, text=STORY.strip(), origin="Desk")
    intake = paste(desk, STORY.strip())
    desk.post(intake.get_absolute_url(), {"same": other.pk})
    assert Intake.objects.get().state == "ready"
    assert "was stored already" in desk.post(intake.get_absolute_url(), {"same": source.pk}, follow=True).text
    assert Capture.objects.count() == 1


def test_an_archived_copy_leads_to_the_original_with_the_copy_as_a_link(desk):
    intake = paste(desk, address="https://web.archive.org/web/2020/https://example.org/old")
    review(desk, intake, url="https://example.org/old", doi="10.1234/abc")
    assert [(link.kind, link.url) for link in Source.objects.get().links.all()] == [
        ("archive", "https://web.archive.org/web/2020/https://example.org/old"),
        ("mirror", "https://doi.org/10.1234/abc"),
    ]


def test_it_cannot_be_settled_twice(desk):
    intake = paste(desk)
    review(desk, intake)
    assert "settled already" in desk.post(intake.get_absolute_url(), ANSWERS, follow=True).text
    assert Source.objects.count() == 1


def test_a_discarded_one_keeps_no_text(desk):
    intake = paste(desk)
    desk.post(intake.get_absolute_url(), {"do": "discard"})
    intake.refresh_from_db()
    assert (intake.state, intake.text, intake.findings) == ("discarded", "", {})
    assert desk.get(intake.get_absolute_url()).status_code == 200


def test_a_publisher_is_suggested_by_the_site(desk):
    paper = make.publisher("paper", name="The Paper")
    make.source(url="https://www.paper.example/1", publisher=paper)
    intake = paste(desk, address="https://paper.example/2")
    assert f'<option value="{paper.pk}" selected>' in desk.get(intake.get_absolute_url()).text


def test_what_came_in_is_listed_and_filtered(desk):
    paste(desk)
    hand_in(desk)
    listed = desk.get("/admin/intake/?way=file").text
    assert "plan.pdf" in listed
    assert "Pasted text</a>" not in listed


def test_hostile_text_is_shown_as_text(desk):
    intake = paste(desk, "<script>alert(1)</script> " + STORY)
    assert "<script>alert(1)" not in desk.get(intake.get_absolute_url()).text


def test_only_who_may_enter_a_source_may_take_one_in(home, client, django_user_model):
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("guest", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.post(ADD, {"way": "paste", "paste-text": STORY}).status_code in (302, 403)
    assert not Intake.objects.exists()
