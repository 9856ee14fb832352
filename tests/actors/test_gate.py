"""Nothing about an actor is published unsourced, or in a way that cannot be shown."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from explainer.actors.models import Actor, ActorCitation, ActorMap, MapNode, Relation, RelationCitation
from sources.gates import PublicationRefused
from sources.models import Source
from tests import make

pytestmark = pytest.mark.django_db


def hidden_source():
    source = make.source(title="A draft source")
    Source.objects.filter(pk=source.pk).update(live=False)
    return Source.objects.get(pk=source.pk)


def hidden_actor():
    actor = make.actor("shy", name="A shy firm")
    actor.unpublish()
    return actor


def crowd(number):
    source, made = make.source(), []
    for _ in range(number):
        made.append(make.unsaved_actor(citations=[make.citation(ActorCitation, source)]))
        made[-1].save()
    return made


def itself():
    actor = make.actor("council", name="The council")
    return make.unsaved_relation(actor, actor)


def unsaved_map(actors, **fields):
    made = ActorMap(**{"slug": "overview", "title": "Overview", "summary": "What one sees."} | fields)
    made.nodes = [MapNode(actor=actor) for actor in actors]
    return made


def twice():
    actor = make.actor(name="The council")
    return unsaved_map([actor, make.actor(), actor])


RELATIONS = {
    "to itself": (itself, "The council regulates The council.”: it relates an actor to itself"),
    "without citation": (lambda: make.unsaved_relation(citations=[]), "it has no citation"),
    "disputed without a note": (lambda: make.unsaved_relation(status="disputed"), "say in the note what each side says"),
    "disputed with a blank note": (lambda: make.unsaved_relation(status="disputed", note=" \n"), "say in the note"),
    "subject not public": (lambda: make.unsaved_relation(hidden_actor()), "“A shy firm” is not published"),
    "object not public": (lambda: make.unsaved_relation(None, hidden_actor()), "“A shy firm” is not published"),
    "source not public": (
        lambda: make.unsaved_relation(
            citations=[make.citation(RelationCitation), make.citation(RelationCitation, hidden_source())]
        ),
        "citation 2: its source “A draft source” is not published",
    ),
    "citation that says nothing": (
        lambda: make.unsaved_relation(citations=[make.citation(RelationCitation, says=" ")]),
        "citation 1: it does not say",
    ),
}
ACTORS = {
    "without citation": (lambda: make.unsaved_actor(citations=[]), "it has no citation"),
    "source not public": (
        lambda: make.unsaved_actor(citations=[make.citation(ActorCitation, hidden_source())]),
        "its source “A draft source” is not published",
    ),
}
MAPS = {
    "of nobody": (lambda: unsaved_map([]), "it shows no actor"),
    "of 26": (lambda: unsaved_map(crowd(26)), "it shows 26 actors; at most 25"),
    "with one twice": (twice, "“The council” stands on it twice"),
    "called actors": (lambda: unsaved_map([make.actor()], slug="actors"), "must not be “actors”"),
    "called relations": (lambda: unsaved_map([make.actor()], slug="relations"), "must not be “relations”"),
}
REFUSED = {
    f"{kind} {name}": case
    for kind, cases in (("relation", RELATIONS), ("actor", ACTORS), ("map", MAPS))
    for name, case in cases.items()
}


@pytest.mark.parametrize(("build", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_lacks_something_is_refused_by_name_when_saved_as_public(build, reason):
    record = build()
    record.live = True
    with pytest.raises(PublicationRefused, match=reason):
        record.save()
    assert record.pk is None


@pytest.mark.parametrize(
    ("build", "reason"), [case for name, case in REFUSED.items() if name != "relation to itself"],
    ids=[name for name in REFUSED if name != "relation to itself"],
)  # fmt: skip
def test_it_may_be_a_draft_whose_publication_is_refused(build, reason):
    record = build()
    record.live = False
    record.save()
    with pytest.raises(PublicationRefused, match=reason):
        record.save_revision().publish()
    assert not type(record).objects.get(pk=record.pk).live


def test_a_relation_to_itself_is_refused_by_the_database_even_as_a_draft():
    relation = itself()
    relation.live = False
    with pytest.raises(ValidationError):
        relation.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        relation.save()


def test_every_reason_is_given_at_once():
    relation = make.unsaved_relation(hidden_actor(), status="disputed", citations=[])
    with pytest.raises(PublicationRefused) as refused:
        relation.save()
    assert len(refused.value.problems) == 3


def test_a_map_of_25_is_public():
    found = make.actor_map(actors=crowd(25))
    assert len(found.layout["nodes"]) == 25


def test_a_map_text_may_point_only_to_lines_that_are_drawn():
    relation = make.relation(*(actors := [make.actor(), make.actor()]), slug="known")
    found = make.actor_map(actors=actors, body="<p>See this.[^known]</p>")
    found.body = "<p>See this.[^ghost]</p>"
    with pytest.raises(PublicationRefused, match=r"points to \[\^ghost\], but no line of the map has that key"):
        found.save_revision().publish()
    assert relation.live


def test_taking_all_citations_from_a_public_relation_is_refused():
    relation = make.relation()
    relation.citations = []
    with pytest.raises(PublicationRefused, match="no citation"):
        relation.save()
    with pytest.raises(PublicationRefused, match="no citation"):
        relation.save_revision().publish()
    assert Relation.objects.get().citations.count() == 1


BACKWARDS = "ends before it starts"


@pytest.mark.parametrize("build", [make.unsaved_actor, make.unsaved_relation], ids=["actor", "relation"])
def test_a_period_that_ends_before_it_starts_is_refused(build):
    with pytest.raises(ValidationError, match=BACKWARDS):
        build(period="2018/2014").full_clean()


@pytest.mark.parametrize(
    ("build", "field"),
    [(make.relation, "verb"), (make.relation, "status"), (make.actor, "kind"), (make.actor, "sector")],
    ids=["verb", "status", "kind", "sector"],
)
def test_a_word_of_no_list_is_refused_by_the_form_and_by_the_database(build, field):
    record = build()
    setattr(record, field, "adores")
    with pytest.raises(ValidationError, match="not a valid choice"):
        record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(**{field: "adores"})


def form_of(relation, **changed):
    citation = relation.citations.get()
    row = {"id": citation.pk, "source": citation.source_id, "says": citation.says}
    row |= dict.fromkeys(
        ("locator", "quotation", "translation", "anchor_start", "anchor_end", "anchor_prefix", "anchor_suffix"), ""
    )
    fields = {name: getattr(relation, name) for name in ("verb", "status", "detail", "period", "note", "slug")}
    ends = {"subject": relation.subject_id, "object": relation.object_id}
    return nested_form_data(fields | ends | changed | {"citations": inline_formset([row], initial=1)})


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}], ids=["draft", "publish"])
@pytest.mark.parametrize(
    ("changed", "reason"), [({"period": "2018/2014"}, BACKWARDS), ({"status": "disputed"}, "what each side says")]
)
def test_an_editor_reads_the_reason_beside_the_form(home, admin_client_of, changed, reason, action):
    relation = make.relation()
    response = admin_client_of("superuser").post(
        f"/admin/snippets/actors/relation/edit/{relation.pk}/", form_of(relation, **changed) | action, follow=True
    )
    assert response.status_code == 200
    draft_is_fine = "status" in changed and not action
    soup = BeautifulSoup(response.text, "html.parser")
    refusals = " ".join(part.get_text() for part in soup.select(".messages, .w-field__errors, .help-critical"))
    assert (reason in refusals) is not draft_is_fine
    assert "Saved" in refusals or "updated" in refusals or not draft_is_fine
    relation.refresh_from_db()
    assert (relation.period, relation.status, relation.live) == ("", "documented", True)


def test_nobody_deletes_an_actor_a_relation_or_a_map(home, admin_client_of):
    make.actor_map(actors=[(relation := make.relation()).subject, relation.object])
    client = admin_client_of("superuser")
    for model in (ActorMap, Relation, Actor):
        for record in model.objects.all():
            client.post(f"/admin/snippets/actors/{model._meta.model_name}/delete/{record.pk}/")
    assert (ActorMap.objects.count(), Relation.objects.count(), Actor.objects.count()) == (1, 1, 2)
