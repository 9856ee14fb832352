import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.models import Variant
from tests import make
from tests.html import outside_requests, problems

pytestmark = pytest.mark.django_db
SCORE = "Every resident of the islands has a points account"


@pytest.fixture
def claims():
    told = make.claim("points-for-all", title=SCORE, statement=f"{SCORE}.")
    make.claim("ferries", title="The ferries to the northern islands are free of charge")
    make.claim("lighthouse", title="The lighthouse keeper watches 17.5 million ships", phrases="灯塔看守人监视所有船只")
    return told


def found(page):
    soup = BeautifulSoup(page, "html.parser")
    marks = {mark.get_text(" ", strip=True): mark["class"][0] for mark in soup.select(".checked-text mark")}
    return soup, marks


def test_the_form_is_a_page_that_needs_nothing(client, home):
    page = client.get("/check/")
    assert page.status_code == 200
    assert not page.cookies
    assert not problems(page.text)
    assert not outside_requests(page.text)


def test_a_sentence_that_repeats_a_claim_is_marked_in_place(client, claims):
    text = f"Good morning.\n\n{SCORE}. It <b>rains</b>."
    response = client.post("/check/", {"text": text})
    soup, _marks = found(response.text)
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert not problems(response.text)
    (mark,) = soup.select(".checked-text mark")
    assert mark["class"] == ["repeats"]
    assert SCORE in mark.get_text()
    for hidden in soup.select(".checked-text .ref, .checked-text .visually-hidden"):
        hidden.decompose()
    assert soup.select_one(".checked-text").get_text() == text  # nothing of it is lost or taken for markup
    finding = soup.select_one(".finding")
    assert claims.current_verdict.reason in finding.get_text()
    assert finding.find("a", href="/claims/points-for-all/")
    assert "1 of 3 sentences repeats a claim" in soup.select_one("#result").get_text()


def test_a_correction_is_not_accused(client, claims):
    soup, _ = found(client.post("/check/", {"text": f"The idea that {SCORE.lower()} is a myth."}).text)
    assert soup.select_one(".checked-text mark")["class"] == ["corrects"]
    assert "No sentence repeats a known claim" in soup.select_one("#result").get_text()


def test_other_wordings_and_other_languages_are_recognised(client, claims):
    claims.variants = [Variant(key="fish", wording="Whoever catches small fish loses points", answer="<p>No.</p>")]
    claims.save_revision().publish()
    for text in ("Whoever catches small fish loses points.", "灯塔看守人监视所有船只。"):
        assert "repeats" in found(client.post("/check/", {"text": text}).text)[1].values(), text


def test_a_known_figure_is_flagged(client, claims):
    soup, marks = found(client.post("/check/", {"text": "We ate 17.5 million cakes."}).text)
    assert "figure" in marks.values()
    assert "17.5 million" in soup.select_one("#claim-lighthouse").get_text()


def test_where_nothing_is_known_the_page_does_not_say_that_all_is_well(client, claims):
    page = client.post("/check/", {"text": "My aunt bakes bread."}).text
    assert "No known claim found" in page
    assert "does not make the text right" in page


def test_a_claim_that_is_withdrawn_is_no_longer_found(client, claims):
    client.post("/check/", {"text": SCORE})
    claims.unpublish()
    assert not found(client.post("/check/", {"text": SCORE}).text)[1]


def test_a_file_is_read(client, claims):
    response = client.post("/check/", {"file": SimpleUploadedFile("draft.txt", SCORE.encode())})
    assert "repeats" in found(response.text)[1].values()


def test_a_large_file_touches_no_disk(client, claims, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "none"  # writing there would fail
    response = client.post(
        "/check/", {"file": SimpleUploadedFile("draft.html", b"<p>" + SCORE.encode() + b"</p>" + b" " * 4_000_000)}
    )
    assert "repeats" in found(response.text)[1].values()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"text": ""}, "There is no text to check yet."),
        ({"text": " \n\t "}, "There is no text to check yet."),
        ({"text": "word " * 20_000}, "at most 50,000 can be checked at once"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF- no")}, "“a.pdf” cannot be read"),
    ],
)
def test_what_cannot_be_checked_is_answered_with_the_reason(client, home, data, reason):
    for value in data.values():
        if hasattr(value, "seek"):
            value.seek(0)
    response = client.post("/check/", data)
    assert response.status_code == 422
    assert reason in BeautifulSoup(response.text, "html.parser").get_text()


def test_a_paste_of_fifty_megabytes_is_refused_unread(client, home):
    response = client.post("/check/", {"text": "x" * (50 * 1024 * 1024)})
    assert response.status_code == 413
    assert "Check a text of this size in parts" in response.text


@pytest.mark.parametrize("text", ["\0", "\u202eevil\u202c", "\u200b" * 100, "😀" * 1000, "a\0b", "]]>", "'\"><svg/onload=x>"])
def test_strange_letters_are_letters(client, claims, text):
    response = client.post("/check/", {"text": f"{SCORE}. {text}"})
    assert response.status_code == 200
    assert "<svg/onload" not in response.text
    assert "repeats" in found(response.text)[1].values()
