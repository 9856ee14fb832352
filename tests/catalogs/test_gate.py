"""No row of a catalog is published unsourced, by whatever way it comes."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from explainer.catalogs.models import CatalogCitation, CatalogIndexPage, CatalogPage, EntryCitation
from explainer.places.models import Place
from sources.gates import PublicationRefused
from sources.models import Source
from tests import make

pytestmark = pytest.mark.django_db
LOOKED = datetime.date(2026, 1, 5)


def entries(**fields):
    return lambda: {"entries": [make.entry(**fields)]}


def facts(**fields):
    return lambda: {"facts": [make.fact(**fields)]}


LACKS = {
    "an entry without citation": (entries(citations=[]), "entry 1: it has no citation"),
    "an entry that says no without citation": (entries(state="no", effect="", points="", citations=[]), "entry 1: it has no"),
    "an entry not found, without the day": (entries(state="not-found", effect="", points="", citations=[]), "on which day you"),
    "points with another effect": (entries(effect="fine"), "entry 1: it gives points, so its effect must be “points”"),
    "an effect that is not named": (entries(effect="", points=""), "entry 1: it has an effect, but does not say which"),
    "a citation of an entry that says nothing": (
        lambda: {"entries": [make.entry(citations=[make.citation(EntryCitation, says=" ")])]},
        "entry 1: citation 1: it does not say",
    ),
    "a yes without citation": (facts(citations=[]), "fact 1: it has no citation"),
    "a no without citation": (facts(state="no", citations=[]), "fact 1: it has no citation"),
    "a yes without a word": (facts(value=""), "fact 1: it says yes or no, and no word more"),
    "a fact not found, without the day": (facts(state="not-found", value="", citations=[]), "fact 1: nothing was found; say"),
    "a question answered twice": (
        lambda: {"facts": [make.fact("scale"), make.fact("scale", state="no")]},
        "the question “scale” is answered twice",
    ),
    "a reward without citation": (
        lambda: {"consequences": [make.consequence(citations=[])]},
        "consequence 1: it has no citation",
    ),
    "another address than its place": (lambda: {"slug": "elsewhere"}, "its address must be that of its place: “rongcheng”"),
    "no summary": (lambda: {"summary": ""}, "the summary is missing"),
    "no text": (lambda: {"what_it_is": ""}, "what it is is missing"),
    "no check": (lambda: {"last_checked": None}, "the day it was last checked is missing"),
    "no review": (lambda: {"next_review": None}, "the day of its next review is missing"),
    "a review before the check": (lambda: {"next_review": datetime.date(2026, 1, 31)}, "must come after the last check"),
    "prose that points nowhere": (lambda: {"what_is_said": "<p>So.[^gone]</p>"}, r"points to \[\^gone\], but no citation has"),
    "two citations of one key": (
        lambda: {"citations": [make.citation(CatalogCitation, key="plan") for _ in range(2)]},
        "share the key “plan”",
    ),
}


@pytest.mark.parametrize(("fields", "reason"), LACKS.values(), ids=LACKS)
def test_a_catalog_that_lacks_something_is_refused_by_name(home, fields, reason):
    with pytest.raises(PublicationRefused, match=reason) as refused:
        make.catalog(make.place("rongcheng"), title="Rongcheng: points", **fields())
    (problem,) = refused.value.problems
    assert problem.item.startswith("Catalog “Rongcheng: points”")
    assert not CatalogPage.objects.exists()


def test_the_entry_at_fault_is_named_by_its_place_in_the_list(home):
    with pytest.raises(PublicationRefused, match="entry 2: it has no citation") as refused:
        make.catalog(entries=[make.entry(sort_order=1), make.entry(sort_order=2, citations=[])])
    assert len(refused.value.problems) == 1


def test_what_was_looked_for_and_not_found_needs_the_day_and_no_citation(home):
    make.catalog(
        facts=[make.fact(state="not-found", value="", checked=LOOKED, citations=[])],
        entries=[make.entry(state="not-found", effect="", points="", checked=LOOKED, citations=[])],
    )
    assert CatalogPage.objects.get().live


def test_an_empty_catalog_is_no_lie_all_its_questions_are_not_checked(home):
    assert make.catalog().live


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ("many", "a number or a range"),
        ("+5", "a number or a range"),
        ("-50..", "a number or a range"),
        ("12345", "a number or a range"),
        ("-10..-50", "the lower number comes first"),
        ("5..-5", "the lower number comes first"),
    ],
)
def test_points_that_cannot_be_drawn_are_an_error_of_their_field(points, reason):
    with pytest.raises(ValidationError) as refused:
        make.entry(points=points).full_clean(exclude=["catalog"])
    assert reason in " ".join(refused.value.message_dict["points"])


@pytest.mark.parametrize("points", ["", "-50", "10", "0", "-2.5", "-50..-10", "-5..5", "10..10"])
def test_points_that_can_be_drawn_pass(points):
    make.entry(points=points).full_clean(exclude=["catalog"])


def test_a_place_that_is_not_public_keeps_its_catalog_back(home):
    place = make.place("rongcheng", live=False)
    with pytest.raises(PublicationRefused, match="its place “Rongcheng” is not published"):
        make.catalog(place)


def test_a_source_that_is_not_public_cannot_carry_an_entry(home):
    source = make.source(title="A draft source")
    Source.objects.filter(pk=source.pk).update(live=False)
    source.refresh_from_db()
    with pytest.raises(PublicationRefused, match="entry 1: citation 1: its source “A draft source” is not published"):
        make.catalog(entries=[make.entry(citations=[make.citation(EntryCitation, source)])])


@pytest.fixture
def spoilt_draft(home):
    """A draft with four things missing, with its revision."""
    place = make.place("rongcheng", live=False)
    draft = make.unsaved_catalog(
        place, live=False, summary="", entries=[make.entry(citations=[])], facts=[make.fact(citations=[])]
    )
    CatalogIndexPage.objects.get().add_child(instance=draft)
    draft.save_revision()
    return draft


FOUR = ["“Rongcheng” is not published", "the summary is missing", "fact 1: it has no citation", "entry 1: it has no citation"]


def assert_all_four(refused):
    said = [str(problem) for problem in refused.value.problems]
    assert len(said) == len(FOUR)
    assert all(reason in line for reason, line in zip(FOUR, said, strict=True))


def test_a_draft_may_lack_anything(spoilt_draft):
    assert CatalogPage.objects.get().live is False


def test_publishing_its_revision_is_refused_with_every_reason_at_once(spoilt_draft):
    with pytest.raises(PublicationRefused) as refused:
        spoilt_draft.get_latest_revision().publish()
    assert_all_four(refused)
    assert CatalogPage.objects.get().live is False


def test_saving_it_as_live_is_refused_with_every_reason_at_once(spoilt_draft):
    page = CatalogPage.objects.get()
    page.live = True
    with pytest.raises(PublicationRefused) as refused:
        page.save()
    assert_all_four(refused)


def test_a_superuser_in_the_admin_is_refused_with_the_reasons(spoilt_draft, admin_client_of):
    client = admin_client_of("superuser")
    response = client.post(f"/admin/bulk/wagtailcore/page/publish/?id={spoilt_draft.pk}", follow=True)
    assert "entry 1: it has no citation" in response.text
    assert CatalogPage.objects.get().live is False


def test_once_it_lacks_nothing_it_is_published_with_all_its_rows(spoilt_draft):
    make.publish(Place.objects.get())
    page = CatalogPage.objects.get()
    page.summary, page.entries, page.facts = "A scheme.", [make.entry()], [make.fact()]
    page.save_revision().publish()
    found = CatalogPage.objects.get()
    assert found.live
    assert [entry.citations.count() for entry in found.entries.all()] == [1]


def test_taking_the_citation_of_a_row_from_a_public_catalog_is_refused(home):
    page = make.catalog(entries=[make.entry()])
    row = page.entries.get()
    row.citations = []
    page.entries = [row]
    with pytest.raises(PublicationRefused):
        page.save()
    assert CatalogPage.objects.get().entries.get().citations.count() == 1
