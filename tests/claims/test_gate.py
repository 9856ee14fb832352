"""Nothing is published unsourced, by whatever way it comes."""

import datetime

import pytest
from wagtail.models import Page

from claims.models import ClaimIndexPage, ClaimPage
from sources.gates import PublicationRefused
from sources.models import Source
from tests import make

pytestmark = pytest.mark.django_db

LACKS = {
    "no evidence": (lambda claim: setattr(claim, "evidence", []), "it has no evidence"),
    "no appearance": (lambda claim: setattr(claim, "appearances", []), "no place where the claim was made"),
    "no verdict": (lambda claim: setattr(claim, "verdicts", []), "it has no verdict"),
    "no layer": (lambda claim: setattr(claim, "layers", []), "names no layer"),
    "no statement": (lambda claim: setattr(claim, "statement", ""), "the claim in full is missing"),
    "no short answer": (lambda claim: setattr(claim, "short_answer", ""), "the short answer is missing"),
    "no story": (lambda claim: setattr(claim, "documented", ""), "what is documented is missing"),
    "no check": (lambda claim: setattr(claim, "last_checked", None), "last checked is missing"),
    "no review": (lambda claim: setattr(claim, "next_review", None), "next review is missing"),
    "a review in the past": (lambda claim: setattr(claim, "next_review", claim.last_checked), "must come after the last check"),
    "a long title": (lambda claim: setattr(claim, "title", "x" * 76), "76 characters"),
    "a wording that points to nothing": (
        lambda claim: setattr(claim, "variants", [make.variant(answer="<p>No.[^ghost]</p>")]),
        "points to [^ghost]",
    ),
    "a wording twice": (lambda claim: setattr(claim, "variants", [make.variant(), make.variant()]), "share the key"),
    "a wording without an answer": (lambda claim: setattr(claim, "variants", [make.variant(answer="")]), "it has no answer"),
    "a reference to nothing": (lambda claim: setattr(claim, "documented", "<p>So.[^ghost]</p>"), r"points to \[\^ghost\]"),
    "two with one key": (lambda claim: setattr(claim, "evidence", [make.evidence(), make.evidence()]), "share the key “first”"),
    "two first appearances": (
        lambda claim: setattr(claim, "appearances", [make.appearance(first_known=True), make.appearance(first_known=True)]),
        "only one appearance",
    ),
    "evidence that says nothing": (
        lambda claim: setattr(claim, "evidence", [make.evidence(says=" ")]),
        "evidence 1: it does not say",
    ),
    "a verdict without a reason": (
        lambda claim: setattr(claim, "verdicts", [make.verdict(reason=" ")]),
        "verdict 1: it gives no reason",
    ),
    "a verdict after the check": (
        lambda claim: setattr(claim, "verdicts", [make.verdict(on=datetime.date(2026, 3, 1))]),
        "verdict 1: it is dated after the last check",
    ),
}


@pytest.mark.parametrize(("spoil", "reason"), LACKS.values(), ids=LACKS)
def test_a_claim_that_lacks_something_is_refused_by_name(home, spoil, reason):
    claim = make.unsaved_claim()
    spoil(claim)
    with pytest.raises(PublicationRefused, match=reason):
        ClaimIndexPage.objects.get().add_child(instance=claim)
    assert not ClaimPage.objects.exists()


def test_every_reason_is_given_at_once(home):
    claim = make.unsaved_claim(statement="", short_answer="<p>So.</p>")
    claim.evidence = []
    with pytest.raises(PublicationRefused) as refused:
        ClaimIndexPage.objects.get().add_child(instance=claim)
    assert len(refused.value.problems) == 2
    assert all(claim.title in problem.item for problem in refused.value.problems)


def test_a_source_that_is_not_public_cannot_be_evidence():
    source = make.source(title="A draft source")
    claim = make.claim(evidence=[make.evidence(source_=source)])
    Source.objects.filter(pk=source.pk).update(live=False)
    with pytest.raises(PublicationRefused, match="“A draft source” is not published"):
        ClaimPage.objects.get(pk=claim.pk).save()


@pytest.fixture
def unsourced_draft(home):
    """A draft that lacks evidence, with its revision."""
    claim = make.unsaved_claim()
    claim.evidence, claim.live = [], False
    claim.short_answer = "<p>It is not so.</p>"
    ClaimIndexPage.objects.get().add_child(instance=claim)
    claim.save_revision()
    return claim


def test_a_draft_may_lack_anything(unsourced_draft):
    assert ClaimPage.objects.get().live is False


def test_publishing_its_revision_is_refused(unsourced_draft):
    with pytest.raises(PublicationRefused, match="no evidence"):
        unsourced_draft.get_latest_revision().publish()


def test_scheduling_it_is_refused(unsourced_draft):
    unsourced_draft.go_live_at = datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(PublicationRefused, match="no evidence"):
        unsourced_draft.save_revision().publish()


def test_saving_it_as_live_is_refused(unsourced_draft):
    page = Page.objects.get(pk=unsourced_draft.pk).specific
    page.live = True
    with pytest.raises(PublicationRefused, match="no evidence"):
        page.save()
    with pytest.raises(PublicationRefused, match="no evidence"):
        page.save(clean=False)


def test_a_superuser_in_the_admin_is_refused_with_the_reasons(unsourced_draft, admin_client_of):
    client = admin_client_of("superuser")
    response = client.post(f"/admin/bulk/wagtailcore/page/publish/?id={unsourced_draft.pk}", follow=True)
    assert "no evidence" in response.text
    assert ClaimPage.objects.get().live is False


def test_taking_all_evidence_from_a_public_claim_is_refused():
    claim = make.claim()
    claim.evidence = []
    with pytest.raises(PublicationRefused):
        claim.save()
    assert ClaimPage.objects.get().evidence.count() == 1


def test_the_verdict_that_lists_filter_on_follows_the_history():
    claim = make.claim(
        verdicts=[
            make.verdict("true", on=datetime.date(2025, 1, 1)),
            make.verdict("outdated", on=datetime.date(2026, 1, 1), kind="update"),
        ]
    )
    assert ClaimPage.objects.get().verdict == "outdated"
    claim.verdicts.add(make.verdict("mixed", on=datetime.date(2026, 1, 2), kind="correction"))
    claim.save_revision().publish()
    assert ClaimPage.objects.get().verdict == "mixed"


def test_an_unfinished_row_is_an_error_of_the_form_and_not_of_the_server(home, admin_client_of):
    """A draft may lack whole rows; a row that is there must be one that the database can hold."""
    from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

    client = admin_client_of("superuser")
    row = {
        "stance": "",
        "key": "",
        "source": str(make.source().pk),
        "says": "",
        "locator": "",
        "quotation": "",
        "translation": "",
    }
    anchors = dict.fromkeys(("anchor_start", "anchor_end", "anchor_prefix", "anchor_suffix"), "")
    data = {
        "title": "A draft", "slug": "a-draft", "statement": "", "short_answer": rich_text(""), "documented": rich_text(""),
        "grew_out_of": rich_text(""), "would_change_if": rich_text(""), "evidence": inline_formset([row | anchors]),
        "appearances": inline_formset([]),
        "verdicts": inline_formset([{"verdict": "", "on": "2026-01-01", "reason": "", "reviewer": ""}]),
    }  # fmt: skip
    index = ClaimIndexPage.objects.get()
    response = client.post(
        f"/admin/pages/add/claims/claimpage/{index.pk}/",
        nested_form_data(data) | {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0},
    )
    assert response.status_code == 200
    assert "This field is required" in response.text
    assert not ClaimPage.objects.exists()
