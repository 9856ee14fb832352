"""What readers saw stays where they saw it."""

import datetime
import hashlib
import re
import time

import pytest
from bs4 import BeautifulSoup
from django.db.models import ProtectedError

from claims.models import ClaimPage, ClaimVersion
from claims.versions.difference import as_html, difference
from sources.gates import PublicationRefused
from tests import make
from tests.html import problems

pytestmark = pytest.mark.django_db
LATER = datetime.date(2026, 1, 20)


@pytest.fixture
def claim():
    return make.claim("it-is-so", title="It is so", documented="<p>The plan names no score at all.</p>")


def publish(claim, **fields):
    """As an editor does, from what is public now."""
    draft = ClaimPage.objects.get(pk=claim.pk)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return ClaimPage.objects.get(pk=claim.pk)


def judge(claim, value="true", on=LATER, kind="update"):
    draft = ClaimPage.objects.get(pk=claim.pk)
    draft.verdicts.add(make.verdict(value, on=on, kind=kind, reason="A document was found."))
    draft.save_revision().publish()
    return ClaimPage.objects.get(pk=claim.pk)


def article(client, address):
    return re.search(r"<article.*</article>", client.get(address).text, re.S)[0]


def test_a_publication_that_changes_something_leaves_a_version(claim):
    assert publish(claim).version == 1
    assert publish(claim, documented="<p>The plan names one score.</p>").version == 2
    draft = ClaimPage.objects.get()
    draft.statement = "Not public yet."
    draft.save_revision()
    assert [version.number for version in claim.versions.all()] == [1, 2]


def test_saving_as_live_leaves_one_too(claim):
    claim.statement = "It is said in another way."
    claim.save()
    assert claim.versions.count() == ClaimPage.objects.get().version == 2


def test_a_version_never_changes_and_its_hash_is_that_of_the_article(client, claim):
    before = article(client, "/claims/it-is-so/v/1/")
    source = claim.evidence.get().source
    source.title = "Another title"
    source.save_revision().publish()
    publish(judge(claim), documented="<p>Quite otherwise.</p>")
    after = client.get("/claims/it-is-so/v/1/").text
    assert article(client, "/claims/it-is-so/v/1/") == before
    assert hashlib.sha256(before.encode()).hexdigest() in after
    with pytest.raises(TypeError):
        claim.versions.first().save()
    assert ClaimVersion.objects.get(number=1).content["prose"]["documented"] == "<p>The plan names no score at all.</p>"


def test_the_page_says_which_version_it_is_and_leads_to_the_claim_today(client, claim):
    judge(claim)
    page = client.get("/claims/it-is-so/v/1/").text
    soup = BeautifulSoup(page, "html.parser")
    note = soup.select_one(".version-note").get_text(" ", strip=True)
    assert "Version 1, published on" in note
    assert "Today the verdict is True" in note
    assert {"/claims/it-is-so/", "/claims/it-is-so/v/", "/claims/it-is-so/v/2/", "/claims/it-is-so/v/1/diff/"} <= {
        link["href"] for link in soup.select(".version-note a")
    }
    assert soup.find("link", rel="canonical")["href"] == "http://testserver/claims/it-is-so/"
    assert "noindex" in soup.find("meta", attrs={"name": "robots"})["content"]
    assert "ClaimReview" not in page


def test_pages_about_versions_are_valid(client, claim):
    judge(claim)
    for address in ("v/", "v/1/", "v/2/", "v/1/diff/"):
        assert problems(client.get(f"/claims/it-is-so/{address}").text) == [], address


def test_the_list_leads_to_each(client, claim):
    judge(claim)
    links = [link["href"] for link in BeautifulSoup(client.get("/claims/it-is-so/v/").text, "html.parser").select(".history a")]
    assert links == [f"/claims/it-is-so/v/{end}" for end in ("2/", "1/", "1/diff/")]


@pytest.mark.parametrize("address", ["v/3/", "v/0/", "v/99999999999999999999/", "v/1/diff/", "v/x/"])
def test_what_never_stood_is_not_found(client, claim, address):
    assert client.get(f"/claims/it-is-so/{address}").status_code == 404


def test_a_claim_that_moves_leaves_its_versions_where_they_are(client, claim):
    before = article(client, "/claims/it-is-so/v/1/")
    publish(claim, slug="it-was-so", statement="It was so everywhere.")
    assert article(client, "/claims/it-is-so/v/1/") == before
    assert client.get("/claims/it-was-so/v/1/").headers["Location"] == "/claims/it-is-so/v/1/"
    assert client.get("/claims/it-is-so/v/").headers["Location"] == "/claims/it-was-so/v/"
    other = make.claim("it-is-so", title="Another claim at the old address")
    assert other.version == 2
    assert article(client, "/claims/it-is-so/v/1/") == before


def test_a_withdrawn_claim_keeps_its_versions_and_they_say_so(client, claim):
    claim.unpublish()
    assert client.get("/claims/it-is-so/").status_code == 404
    assert "has since been withdrawn" in client.get("/claims/it-is-so/v/1/").text
    assert client.get("/claims/it-is-so/v/").status_code == 200


def test_what_was_public_cannot_be_deleted(claim, admin_client_of):
    response = admin_client_of("superuser").post(f"/admin/pages/{claim.pk}/delete/", follow=True)
    assert "so it stays" in response.text
    with pytest.raises(ProtectedError):
        claim.delete()
    assert ClaimPage.objects.exists()


def test_a_reference_names_the_version(client, claim):
    judge(claim)
    assert client.get("/claims/it-is-so/cite.json").json()[0]["URL"] == "http://testserver/claims/it-is-so/v/2/"
    (old,) = client.get("/claims/it-is-so/v/1/cite.json").json()
    assert (old["URL"], old["title"]) == ("http://testserver/claims/it-is-so/v/1/", "“It is so”: false")


# The difference


def test_the_difference_is_told_word_by_word(client, claim):
    publish(claim, documented="<p>The plan names one score at all.</p>")
    soup = BeautifulSoup(client.get("/claims/it-is-so/v/1/diff/").text, "html.parser")
    (part,) = soup.select(".diff")
    assert part.h2.text == "What is documented"
    assert [mark.text for mark in part.select("del, ins")] == ["no", "one"]


def test_another_verdict_and_a_piece_of_evidence_show(client, claim):
    draft = ClaimPage.objects.get()
    draft.verdicts.add(make.verdict("true", on=LATER, kind="correction"))
    draft.evidence.add(make.evidence("second", says="It <b>says</b> more."))
    draft.save_revision().publish()
    soup = BeautifulSoup(client.get("/claims/it-is-so/v/1/diff/").text, "html.parser")
    assert [head.text for head in soup.select(".diff h2")] == ["Verdict history", "Evidence"]
    assert "20 January 2026: True (correction)" in soup.select_one(".diff ins").text
    assert "It <b>says</b> more." in soup.select(".diff")[1].ins.text


@pytest.mark.parametrize(
    ("before", "after", "html"),
    [
        ("It is so.", "It is so", "It is so<del>.</del> "),
        ("信用评分制度", "信用信息制度", "信用<del>评分</del> <ins>信息</ins> 制度"),
        ("a b c", "a b c", ""),
        ("", "New.", "<ins>New.</ins> "),
        ("One <i>x</i>", "Two <i>x</i>", "<del>One</del> <ins>Two</ins> &lt;i&gt;x&lt;/i&gt;"),
    ],
)
def test_words_and_signs(before, after, html):
    assert as_html(difference(before, after)) == html


def test_two_long_texts_are_compared_at_once():
    words = [f"word{n % 700}" if n % 3 else "the" for n in range(6000)]
    other = [word if n % 50 else "changed" for n, word in enumerate(words)]
    begun = time.process_time()
    assert any(piece.sign == "+" for piece in difference(" ".join(words), " ".join(other)))
    assert time.process_time() - begun < 0.5


# What stood in public


def test_a_later_verdict_says_what_kind_of_change_it_is_and_a_first_one_does_not(claim):
    with pytest.raises(PublicationRefused, match=r"verdict 2: .* what kind of change it is: correction, update, clarification"):
        judge(claim, kind="")
    with pytest.raises(PublicationRefused, match="it is the first of the claim"):
        make.claim("other", verdicts=[make.verdict(kind="update")])


@pytest.mark.parametrize(
    "verdicts",
    [
        lambda: [make.verdict("true")],
        lambda: [make.verdict("false", on=datetime.date(2026, 1, 3))],
        lambda: [make.verdict("true", on=LATER)],
    ],
)
def test_a_verdict_that_stood_in_public_is_not_rewritten(claim, verdicts):
    draft = ClaimPage.objects.get()
    draft.verdicts = verdicts()
    with pytest.raises(PublicationRefused, match="the verdict “False” of 2 January 2026 stood in public and may not be"):
        draft.save_revision().publish()
    with pytest.raises(PublicationRefused, match="of 2 January 2026"):
        draft.save()
    assert ClaimPage.objects.get().current_verdict.verdict == "false"


def test_nor_is_another_slipped_in_before_it(claim):
    draft = ClaimPage.objects.get()
    draft.verdicts.add(make.verdict("true", on=datetime.date(2025, 1, 1)))
    with pytest.raises(PublicationRefused, match="the verdict “True” of 1 January 2025 comes before what stood in public"):
        draft.save()


def test_not_even_after_it_was_withdrawn(claim):
    claim.unpublish()
    draft = ClaimPage.objects.get()
    draft.verdicts = [make.verdict("true")]
    draft.save()
    with pytest.raises(PublicationRefused, match="stood in public"):
        draft.save_revision().publish()


def test_a_correction_stands_under_the_verdict_and_stays(client, claim):
    draft = ClaimPage.objects.get()
    draft.corrections = [make.correction(LATER, wrong="The year was given as 2013.", now="It is 2014.")]
    draft.save_revision().publish()
    box = BeautifulSoup(client.get("/claims/it-is-so/").text, "html.parser").select_one(".page-head .corrections")
    assert "Correction, 20 January 2026. The year was given as 2013. It is 2014. Desk" in box.get_text(" ", strip=True).replace(
        " .", "."
    )
    draft = ClaimPage.objects.get()
    draft.corrections = []
    with pytest.raises(PublicationRefused, match="the correction of 20 January 2026 stood in public"):
        draft.save()


def test_a_correction_must_say_what(claim):
    claim.corrections = [make.correction(wrong=" ")]
    with pytest.raises(PublicationRefused, match="correction 1: it does not say what was wrong"):
        claim.save()
