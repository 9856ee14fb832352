import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from sources.gates import PublicationRefused
from sources.models import Capture, Citation, Source
from tests import make

pytestmark = pytest.mark.django_db


def test_a_source_without_any_address_says_how_it_can_be_seen():
    with pytest.raises(PublicationRefused, match="no address of any kind"):
        make.source(url="")
    assert make.source(url="", reliability="Seen in print.").live


def test_a_source_known_at_second_hand_names_what_it_is_known_through():
    with pytest.raises(PublicationRefused, match="known only through other sources"):
        make.source(reading="secondhand")
    assert make.source(reading="secondhand", links=[("report", "https://example.org/report")]).live


def test_a_refused_source_leaves_nothing_behind():
    with pytest.raises(PublicationRefused):
        make.source(url="")
    assert Source.objects.count() == 0


def test_authors_are_read_as_people_write_them():
    source = make.source(authors="Creemers, Rogier\n  People's Bank of China \n")
    assert source.author_names == ["Rogier Creemers", "People's Bank of China"]


def test_the_key_is_made_from_the_title_and_never_twice():
    first, second = make.source(slug="", title="A Plan"), Source(title="A Plan")
    first.slug = ""
    first.save()
    second.fill_slug()
    assert (first.slug, second.slug) == ("a-plan", "a-plan-2")


def test_a_cited_source_can_neither_be_deleted_nor_hidden():
    source = make.source()
    make.claim(evidence=[make.evidence(source_=source)])
    with pytest.raises(ProtectedError):
        source.delete()
    with pytest.raises(PublicationRefused, match="Retire it instead"):
        source.unpublish()


@pytest.mark.parametrize("field", ["tier", "kind", "reading"])
def test_the_database_knows_the_closed_lists(field):
    source = make.source()
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.filter(pk=source.pk).update(**{field: "invented"})


def test_a_date_sorts_and_filters_by_its_bounds():
    source = make.source(issued="2014")
    assert (str(source.issued_earliest), str(source.issued_latest)) == ("2014-01-01", "2014-12-31")
    source.issued = ""
    source.save()
    assert source.issued_earliest is None


def test_a_capture_keeps_the_hash_of_its_text_and_is_never_public(client):
    capture = Capture.objects.create(source=make.source(slug="plan"), text="信用 secret words", origin="a desk")
    assert capture.sha256 == Capture.digest("信用 secret words")
    assert "secret words" not in client.get("/sources/plan/").text


@pytest.mark.parametrize("kind", Citation.kinds(), ids=lambda kind: kind.__name__)
def test_every_kind_of_citation_keeps_order_constraint_and_a_way_back(kind):
    assert kind._meta.ordering == ["sort_order"]
    assert any(constraint.name.endswith("says_something") for constraint in kind._meta.constraints)
    model = kind
    for step in kind.parent_field.split("__"):
        model = model._meta.get_field(step).related_model
    assert any(field.name == "live" for field in model._meta.get_fields())
    assert kind.use_heading


def test_the_database_refuses_a_citation_that_says_nothing():
    claim = make.claim()
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.evidence.get_live_queryset().update(says="")
