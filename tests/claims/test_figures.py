"""Numbers of a claim over time: the picture, the table that says the same, and what a gate holds them to."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from claims.models import ClaimPage, Figure
from claims.versions.comparing import compare
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]
MISREAD = {"read_as": "the count of 2018 alone", "read_over": "2018", "read_by": "paper"}


def figure(up_to, value, counted="Tickets refused", **fields):
    return Figure(**{"counted": counted, "up_to": up_to, "value": value, "given_by": "court"} | fields)


def claim(*figures, **fields):
    evidence = [make.evidence("court"), make.evidence("paper", stance="supports")]
    prose = {"short_answer": "<p>It is not so.[^court]</p>"}
    return make.claim("told", evidence=evidence, figures=list(figures), **prose | fields)


def shown(client):
    return BeautifulSoup(client.get("/claims/told/").text, "html.parser").select_one("figure.counts")


def test_a_dot_for_each_number_and_a_ring_and_a_block_for_what_was_misread(client):
    claim(figure("2016", 5_000_000), figure("2017-12-31", 9_360_000, degree="over"), figure("2018", 17_500_000, **MISREAD))
    picture = shown(client)
    dots = picture.select("circle:not(.ring)")
    heights = [float(dot["cy"]) for dot in dots]
    assert len(dots) == 3
    assert heights == sorted(heights, reverse=True)
    assert [(ring["cx"], ring["cy"]) for ring in picture.select("circle.ring")] == [(dots[2]["cx"], dots[2]["cy"])]
    block = picture.select_one("rect")
    assert (float(block["x"]), float(block["y"])) == (pytest.approx(float(dots[1]["cx"]), abs=1), heights[2])
    assert [label.text for label in picture.select("text.year")] == ["2016", "2017", "2018"]
    assert [label.text for label in picture.select("text.scale")] == ["5 million", "10 million", "15 million", "20 million"]


def test_the_picture_has_a_sentence_and_a_table(client):
    claim(figure("2016", 5_000_000), figure("2017-12-31", 9_360_000, degree="over"), figure("2018", 17_500_000, **MISREAD))
    picture = shown(client)
    assert picture.svg["aria-label"] == (
        "Tickets refused: 5,000,000 up to 2016, 17,500,000 up to 2018, 3 numbers in all; "
        "misread: 17,500,000 as the count of 2018 alone."
    )
    assert "17,500,000 taken for the count of 2018 alone" in picture.figcaption.text
    rows = [[cell.text.strip() for cell in row.select("td")] for row in picture.select("tbody tr")]
    assert rows[1] == ["31 December 2017", "Tickets refused", "over 9,360,000", "[1]", ""]
    assert rows[2] == ["2018", "Tickets refused", "17,500,000", "[1]", "the count of 2018 alone [2]"]
    assert [link["href"] for link in picture.select("tbody tr:last-child a")] == ["#evidence-court", "#evidence-paper"]


def test_more_than_a_lower_number_adds_nothing_to_the_line(client):
    claim(figure("2016", 9_360_000), figure("2017", 9_000_000, degree="over"), figure("2018", 11_000_000))
    picture = shown(client)
    dots = picture.select("circle")
    assert [dot.get("class") for dot in dots] == [None, ["apart"], None]
    assert picture.select_one("path.line")["d"] == f"M{dots[0]['cx']} {dots[0]['cy']}L{dots[2]['cx']} {dots[2]['cy']}"


def test_two_numbers_are_a_table_and_no_picture(client):
    claim(figure("2016", 5), figure("2017", 9))
    assert shown(client).svg is None
    assert shown(client).details.has_attr("open")


def test_a_claim_without_numbers_has_no_such_part(client):
    make.claim("told")
    assert shown(client) is None
    assert "#numbers" not in client.get("/claims/told/").text


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"given_by": "nobody"}, "the number 5 (Tickets refused) points to [^nobody], but no piece of evidence has that key."),
        ({"read_as": "people"}, "a misreading needs both"),
        ({"read_by": "paper"}, "a misreading needs both"),
        ({"read_over": "2018"}, "does not say what the number was taken for"),
        (MISREAD | {"read_over": "2018/.."}, "is not a time with two ends"),
        ({"up_to": "2016/.."}, "has no end"),
    ],
)
def test_a_number_without_evidence_or_with_half_a_misreading_is_refused(fields, reason):
    with pytest.raises(ValidationError) as refused:
        claim(figure(**{"up_to": "2016", "value": 5} | fields))
    assert reason in " ".join(refused.value.messages)


def test_counts_of_nothing_are_drawn_on_the_ground(client):
    claim(figure("2016", 0), figure("2017", 0), figure("2018", 0))
    picture = shown(client)
    ground = float(picture.select_one("path.ground")["d"].split()[1].split("H")[0])
    assert {float(dot["cy"]) for dot in picture.select("circle")} == {ground}


def test_a_draft_of_half_a_number_is_asked_for_the_rest():
    """Or the checklist beside the form would have nothing to read."""
    form = ClaimPage.get_edit_handler().get_form_class().formsets["figures"].form({"counted": "Tickets"})
    form.defer_required_fields()
    assert set(form.errors) == {"up_to", "value", "given_by"}


def test_the_api_gives_them(client):
    claim(figure("2018-12-31", 17_500_000, degree="about", **MISREAD))
    assert client.get("/api/v1/claims/told").json()["figures"] == [
        {
            "counted": "Tickets refused",
            "up_to": "2018-12-31",
            "degree": "about",
            "value": 17_500_000,
            "given_by": "court",
            **MISREAD,
        }
    ]


def test_what_changes_of_a_number_is_told(client):
    page = claim(figure("2018", 17_500_000))
    page.figures = [figure("2018", 17_500_000, **MISREAD)]
    page.save()
    before, after = (row.content for row in page.versions.order_by("number"))
    (changed,) = compare(before, after)
    assert changed.heading == "Numbers"
    assert "misread as the count of 2018 alone" in changed.texts[0]
