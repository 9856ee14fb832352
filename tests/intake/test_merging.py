"""Two records of one document become one, everything follows, and it can be undone."""

import json

import pytest
from django.core import serializers
from wagtail.models import Revision

from claims.models import ClaimPage, Evidence
from explainer.search.models import Document
from explainer.timeline.models import EventCitation
from sources.gates import PublicationRefused
from sources.identity.matches import with_address
from sources.merging.moving import MergeRefused, merge, undo
from sources.models import Capture, Citation, Derivation, Merge, Source, SourceKey, SourceLink
from tests import make

KINDS = (Source, SourceLink, Derivation, Capture, Revision, SourceKey)


@pytest.fixture
def pair(home):
    """(kept, merged), both public with revisions, and all that can hang on a source."""
    origin, rebuttal = make.source(title="Origin"), make.source(title="Rebuttal")
    kept = make.source("kept", title="Kept", url="https://a.example/1", derives_from=[("translates", origin)])
    merged = make.source(
        "merged",
        title="Merged",
        url="https://b.example/2",
        links=[("archive", "https://archive.ph/x"), ("mirror", "https://a.example/1")],
        derives_from=[("translates", origin), ("rebuts", rebuttal)],
    )
    for source in (kept, merged):
        make.publish(source)
    Capture.objects.create(source=kept, text="Same.", origin="Desk")
    Capture.objects.create(source=merged, text="Same.", origin="Desk")
    Capture.objects.create(source=merged, text="Other.", origin="Desk")
    retold = make.publish(make.source(title="Retold", derives_from=[("paraphrases", merged), ("summarises", kept)]))
    make.publish(make.source(title="Retold once", derives_from=[("paraphrases", merged)]))
    assert retold.derivations.count() == 2
    return kept, merged


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create_superuser("steward", password="x")


def cited(merged):
    claim = make.claim("it-is-said", evidence=[make.evidence(source_=merged)], appearances=[make.appearance(source_=merged)])
    claim.save_revision().publish()
    event = make.event("it-happens", citations=[make.citation(EventCitation, merged)])
    return claim, event


def everything():
    """All rows of what a merge may touch, keys of keys aside: those are worked out anew."""
    rows = {
        kind._meta.label: json.loads(serializers.serialize("json", kind.objects.order_by("pk")))
        for kind in (*KINDS, *Citation.kinds())
    }
    keys = [row["fields"] for row in rows.pop("sources.SourceKey")]
    return rows | {"keys": sorted(keys, key=str), "found": sorted(Document.objects.values_list("kind", "key", "made_of"))}


def test_everything_follows_and_comes_back_as_it_was(pair, user):
    kept, merged = pair
    claim, event = cited(merged)
    before = everything()
    made = merge(kept, merged, "One document.", user)
    assert not any(kind.objects.filter(source=merged).exists() for kind in Citation.kinds())
    assert {row.source for row in claim.evidence.all()} | {row.source for row in event.citations.all()} == {kept}
    assert sorted(link.url for link in kept.links.all()) == ["https://archive.ph/x", "https://b.example/2"]
    assert sorted((row.kind, row.origin.title) for row in kept.derivations.all()) == [
        ("rebuts", "Rebuttal"),
        ("translates", "Origin"),
    ]
    assert sorted(row.source.title for row in Derivation.objects.filter(origin=kept)) == ["Retold", "Retold once"]
    assert sorted(kept.captures.values_list("text", flat=True)) == ["Other.", "Same."]
    assert everything() != before
    undo(made, user)
    assert everything() == before


def test_public_pages_follow(pair, user, client):
    kept, merged = pair
    cited(merged)
    merge(kept, merged, "One document.", user)
    page = client.get("/claims/it-is-said/").text
    assert "/sources/kept/" in page
    assert "/sources/merged/" not in page
    assert "it-is-said" in client.get("/sources/kept/").text
    for old, new in (("/sources/merged/", "/sources/kept/"), ("/sources/merged/cite.bib", "/sources/kept/cite.bib")):
        response = client.get(old)
        assert (response.status_code, response.url) == (301, new)
    assert "Merged" not in client.get("/sources/").text
    assert not Document.objects.filter(key="merged").exists()
    undo(Merge.objects.get(), user)
    assert client.get("/sources/merged/").status_code == 200


def test_a_draft_that_cites_the_merged_one_opens_and_is_published_with_the_other(pair, user, client):
    kept, merged = pair
    claim = make.claim("it-is-said")
    claim.evidence.add(make.evidence("second", merged))
    claim.save_revision()
    merge(kept, merged, "One document.", user)
    client.force_login(user)
    assert client.get(f"/admin/pages/{claim.pk}/edit/").status_code == 200
    claim.refresh_from_db()
    claim.latest_revision.publish()
    assert Evidence.objects.get(key="second").source == kept


def test_an_older_revision_that_comes_back_finds_its_way(pair, user):
    kept, merged = pair
    claim, _ = cited(merged)
    old = claim.latest_revision
    claim.save_revision().publish()
    merge(kept, merged, "One document.", user)
    assert f'"source": {merged.pk}' in json.dumps(Revision.objects.get(pk=old.pk).content)
    Revision.objects.get(pk=old.pk).publish()
    assert {row.source for row in ClaimPage.objects.get(pk=claim.pk).evidence.all()} == {kept}


def test_the_kept_one_is_edited_and_published_with_what_came_over(pair, user):
    kept, merged = pair
    made = merge(kept, merged, "One document.", user)
    draft = Source.objects.get(pk=kept.pk).get_latest_revision_as_object()
    draft.title = "Kept, edited"
    draft.save_revision(user=user).publish()
    assert sorted(link.url for link in kept.links.all()) == ["https://archive.ph/x", "https://b.example/2"]
    undo(made, user)
    assert sorted(link.url for link in merged.links.all()) == ["https://a.example/1", "https://archive.ph/x"]
    assert not kept.links.exists()


def test_the_merged_one_cannot_be_published(pair, user):
    kept, merged = pair
    merge(kept, merged, "One document.", user)
    with pytest.raises(PublicationRefused, match="it was merged into “Kept”"):
        Source.objects.get(pk=merged.pk).save_revision().publish()


def test_both_addresses_lead_to_the_kept_one(pair, user):
    kept, merged = pair
    merge(kept, merged, "One document.", user)
    assert with_address("https://b.example/2") == with_address("https://a.example/1") == kept


def test_a_chain_of_merges_is_taken_apart_from_its_end(pair, user, client):
    kept, merged = pair
    last = make.publish(make.source("last", title="Last"))
    first = merge(kept, merged, "One.", user)
    second = merge(last, kept, "One.", user)
    assert client.get("/sources/merged/").url == "/sources/last/"
    with pytest.raises(MergeRefused, match="undo that first"):
        undo(first, user)
    undo(second, user)
    assert client.get("/sources/merged/").url == "/sources/kept/"
    undo(first, user)
    with pytest.raises(MergeRefused, match="undone already"):
        undo(first, user)


def test_what_cannot_be_merged_is_refused_and_changes_nothing(pair, user):
    kept, merged = pair
    draft = make.source(title="Draft", live=False)
    between = make.source(title="Between", derives_from=[("translates", kept)])
    far = make.source(title="Far", derives_from=[("paraphrases", between)])
    before = everything()
    for to, of, reason in [
        (kept, kept, "into itself"),
        (draft, merged, "is not; publish that first"),
        (kept, far, "its own origin"),
    ]:
        with pytest.raises(MergeRefused, match=reason):
            merge(to, of, "x", user)
    assert everything() == before
    merge(kept, merged, "One.", user)
    with pytest.raises(MergeRefused, match="already"):
        merge(merged, kept, "x", user)


def test_a_source_made_from_the_other_does_not_become_its_own_origin(home, user):
    merged = make.publish(make.source(title="Original"))
    kept = make.publish(make.source(title="Copy", derives_from=[("republishes", merged)]))
    before = everything()
    made = merge(kept, merged, "One.", user)
    assert not kept.derivations.exists()
    assert Source.objects.get(pk=kept.pk).get_latest_revision_as_object().publication_problems() == []
    undo(made, user)
    assert everything() == before


def test_merging_and_undoing_in_the_admin(pair, admin_client_of):
    kept, merged = pair
    cited(merged)
    client = admin_client_of("superuser")
    assert f"/admin/merges/merge/{merged.pk}/" in client.get(f"/admin/snippets/sources/source/edit/{merged.pk}/").text
    shown = client.get(f"/admin/merges/merge/{merged.pk}/").text
    assert "<b>3</b> Addresses" in shown
    assert f'href="?into={kept.pk}"' in shown
    assert client.get(f"/admin/merges/merge/{merged.pk}/?into=nonsense").status_code == 200
    refused = client.post(f"/admin/merges/merge/{merged.pk}/", {"kept": merged.pk, "reason": "x"})
    assert "into itself" in refused.text
    client.post(f"/admin/merges/merge/{merged.pk}/", {"kept": kept.pk, "reason": "One document."})
    made = Merge.objects.get()
    assert "One document." in client.get("/admin/merges/").text
    assert client.get(f"/admin/snippets/sources/source/edit/{merged.pk}/").status_code == 200
    client.post(f"/admin/merges/edit/{made.pk}/")
    assert Source.objects.get(pk=merged.pk).merged_into is None


def test_an_editor_without_the_permission_cannot_merge(pair, admin_client_of):
    kept, merged = pair
    client = admin_client_of("editor")
    assert "/admin/merges/" not in client.get("/admin/snippets/sources/source/").text
    client.post(f"/admin/merges/merge/{merged.pk}/", {"kept": kept.pk, "reason": "x"})
    assert not Merge.objects.exists()


def test_a_source_saved_in_its_form_says_if_it_is_known(home, admin_client_of):
    source, other = make.source(title="First", url="https://a.example/1"), make.source(title="Second")
    client = admin_client_of("superuser")
    address = f"/admin/snippets/sources/source/edit/{other.pk}/"
    form = client.get(address).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    for prefix in ("links", "derivations"):
        data |= {f"{prefix}-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
    response = client.post(address, data | {"url": "http://www.a.example/1/"}, follow=True)
    assert "This may be known already" in response.text
    assert f"/admin/snippets/sources/source/edit/{source.pk}/" in response.text


def test_the_chooser_refuses_a_known_address_with_a_link_to_its_source(home, admin_client_of):
    source = make.source(url="https://a.example/1")
    data = {
        "title": "Again",
        "language": "en",
        "publisher": source.publisher_id,
        "tier": "primary",
        "kind": "notice",
        "reading": "full",
    }
    response = admin_client_of("editor").post(
        "/admin/snippets/choose/sources/source/create/", data | {"url": "https://a.example/1/#x"}
    )
    assert "It is known already" in response.json()["htmlFragment"]
    assert f"/admin/snippets/sources/source/edit/{source.pk}/" in response.json()["htmlFragment"]
    assert Source.objects.count() == 1
