"""The picture by which a page is shared: what it shows, where it stands, and when it changes."""

import datetime
import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from claims.choices import Verdict
from claims.models import ClaimPage
from explainer.sharing import drawing, keeping
from explainer.sharing.cards import of_article, of_claim
from explainer.sharing.shapes import mark
from explainer.sharing.tasks import draw_card
from sources.symbols import symbol
from tests import make

pytestmark = pytest.mark.django_db
CSS = "".join(part.read_text() for part in sorted((settings.BASE_DIR / "explainer/styles").glob("*.css")))


@pytest.fixture
def claim(home):
    return make.claim("it-is-so", title="It is so", verdicts=[make.verdict("misleading", reason="It was told out of place.")])


@pytest.fixture
def article(home):
    return make.article("what-it-is", title="What it is", summary="A list, and no score.")


def image_of(client, path):
    match = re.search(r'<meta property="og:image" content="http://testserver(.*?)">', client.get(path).text)
    return match and match[1]


def opened(answer):
    return Image.open(io.BytesIO(answer.content))


# What it shows


def test_a_claim_is_never_shown_without_its_verdict_and_the_reason(claim):
    card = of_claim(claim, "The site")
    assert (card.title, card.word, card.text) == ("“It is so”", "Misleading", "It was told out of place.")
    assert (card.note, card.site) == ("Last checked 1 February 2026", "The site")
    assert card.alt == "Claim: “It is so” Verdict: Misleading. It was told out of place."
    claim.verdicts = []
    assert of_claim(claim, "The site") is None


def test_a_withdrawn_claim_says_so_and_why(claim):
    claim.withdrawn_on, claim.withdrawn_reason = datetime.date(2026, 5, 3), "It confused two lists."
    card = of_claim(claim, "The site")
    assert (card.word, card.text) == ("Withdrawn", "It confused two lists.")
    assert card.note == "Since 3 May 2026 we no longer stand by this page."
    assert "Misleading" not in card.alt


def test_an_explainer_shows_its_title_and_summary(article):
    card = of_article(article, "The site")
    assert (card.title, card.text) == ("What it is", "A list, and no score.")


def test_everything_shown_is_in_the_address(claim):
    """Else a picture would change under an address that is kept for good."""
    before = of_claim(claim, "The site")
    seen = {before.digest, of_claim(claim, "Another name").digest}
    claim.last_checked = datetime.date(2026, 3, 1)
    seen.add(of_claim(claim, "The site").digest)
    claim.title = "It is so, they say"
    seen.add(of_claim(claim, "The site").digest)
    assert len(seen) == 4


# The picture


@pytest.mark.parametrize("verdict", Verdict.values)
def test_each_verdict_is_drawn_with_its_mark_and_colour(verdict):
    tone = re.search(rf"\.verdict-{verdict}\b[^{{}}]*{{ --tone: var\(--(\w+)\)", CSS)[1]
    assert drawing.TONES[verdict] == re.search(rf"--{tone}: (#\w+)", CSS)[1]
    grey = mark(verdict, 48, "#000000", "#ffffff", "#ffffff").convert("L")
    others = [mark(other, 48, "#000000", "#ffffff", "#ffffff").convert("L") for other in Verdict.values if other != verdict]
    assert grey.tobytes() not in [other.tobytes() for other in others]
    assert min(grey.tobytes()) == 0
    assert max(grey.tobytes()) == 255


def test_the_colours_are_those_of_the_site():
    for name in ("paper", "ink", "soft", "brand"):
        assert f"--{name}: {getattr(drawing, name.upper())}" in CSS


def test_a_mark_is_the_drawing_of_the_pages():
    """Half of it is filled, on the left: of a mixed verdict."""
    assert 'd="M12 2a10 10 0 0 0 0 20z"' in symbol("verdict", "mixed")
    grey = mark("mixed", 96, "#000000", "#ffffff", "#ffffff").convert("L")
    assert (grey.getpixel((30, 48)), grey.getpixel((66, 48)), grey.getpixel((2, 2))) == (0, 255, 255)


def test_the_picture_has_the_size_that_sites_ask_for_and_the_colour_of_the_verdict(claim, client):
    picture = opened(client.get(image_of(client, "/claims/it-is-so/"))).convert("RGB")
    assert picture.size == (1200, 630)
    assert "#" + "".join(f"{part:02x}" for part in picture.getpixel((5, 300))) == drawing.TONES["misleading"]


def test_the_same_card_gives_the_same_bytes_and_another_text_others(claim):
    card = of_claim(claim, "The site")
    assert drawing.draw(card) == drawing.draw(card)
    claim.title = "信用 is so"
    assert drawing.draw(of_claim(claim, "The site")) != drawing.draw(card)


def test_any_text_can_be_drawn(claim):
    for title in ("", "x" * 300, "信用" * 100, "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 🙂 e\u0301"):
        claim.title = title
        assert drawing.draw(of_claim(claim, title))


# Its address


def test_the_picture_may_be_kept_for_good(claim, client):
    path = image_of(client, "/claims/it-is-so/")
    answer = client.get(path)
    assert answer["Content-Type"] == "image/png"
    assert "immutable" in answer["Cache-Control"]
    assert "max-age=31536000" in answer["Cache-Control"]
    assert not answer.cookies
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_the_address_of_an_earlier_picture_leads_to_that_of_now(claim, client):
    old = image_of(client, "/claims/it-is-so/")
    client.get(old)
    claim.verdicts.add(make.verdict("false", on=datetime.date(2026, 1, 20), kind="update", reason="A document was found."))
    claim.save()
    new = image_of(client, "/claims/it-is-so/")
    assert new != old
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (302, new)
    assert "immutable" not in answer["Cache-Control"]
    assert client.get(new).status_code == 200
    assert [path.name for path in Path(settings.CARD_DIR, "claims").iterdir()] == [Path(new).name]


@pytest.mark.parametrize("path", ["/cards/claims/no-such.0123456789abcdef.png", "/cards/sources/a.0123456789abcdef.png",
                                  "/cards/claims/it-is-so.png", "/cards/claims/it-is-so.0123456789ABCDEF.png"])  # fmt: skip
def test_what_is_not_there_is_not_found(claim, client, path):
    assert client.get(path).status_code == 404


def test_a_page_that_is_no_longer_public_has_no_picture(claim, client):
    path = image_of(client, "/claims/it-is-so/")
    claim.unpublish()
    assert client.get(path).status_code == 404


def test_a_draft_changes_nothing(claim, client):
    path = image_of(client, "/claims/it-is-so/")
    claim.title = "Something else"
    claim.save_revision()
    assert image_of(client, "/claims/it-is-so/") == path


def test_it_is_drawn_once(claim, client, monkeypatch):
    path = image_of(client, "/claims/it-is-so/")
    first = client.get(path).content
    monkeypatch.setattr(keeping, "draw", lambda card: pytest.fail("drawn again"))
    assert client.get(path).content == first


def test_an_explainer_has_one_too(article, client):
    path = image_of(client, "/explainers/what-it-is/")
    assert path.startswith("/cards/explainers/what-it-is.")
    assert opened(client.get(path)).size == (1200, 630)


# At publication


def test_publication_asks_the_background_for_the_picture_once(claim, client, django_capture_on_commit_callbacks):
    from django_tasks_db.models import DBTaskResult

    with django_capture_on_commit_callbacks(execute=True):
        claim.save_revision().publish()
        claim.save_revision().publish()
    waiting = DBTaskResult.objects.filter(task_path=draw_card.module_path)
    assert [row.args_kwargs["args"] for row in waiting] == [["claims", claim.pk]]
    digest = draw_card.func(*waiting.get().args_kwargs["args"])
    assert f".{digest}." in image_of(client, "/claims/it-is-so/")
    assert Path(settings.CARD_DIR, "claims", f"it-is-so.{digest}.png").exists()


def test_what_was_taken_down_meanwhile_is_not_drawn(claim):
    ClaimPage.objects.filter(pk=claim.pk).update(live=False)
    assert draw_card.func("claims", claim.pk) == ""
    assert not Path(settings.CARD_DIR).exists()
