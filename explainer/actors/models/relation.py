from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from explainer.actors.choices import Status, Verb
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.gates import Problem
from sources.languages import in_content_language
from sources.models import Citation, Record
from sources.models.citation import uncited_problems
from sources.querysets import RecordQuerySet


class RelationQuerySet(RecordQuerySet):
    def published(self):
        """Public, and between two public actors."""
        return self.filter(live=True, subject__live=True, object__live=True)

    def of(self, actor):
        return self.filter(models.Q(subject=actor) | models.Q(object=actor))


class Relation(Record):
    """Subject — verb — object: a sentence that can be read aloud."""

    subject = models.ForeignKey("actors.Actor", on_delete=models.PROTECT, related_name="relations_from")
    verb = models.CharField(max_length=16, choices=Verb)
    object = models.ForeignKey("actors.Actor", on_delete=models.PROTECT, related_name="relations_to")
    detail = models.CharField(
        max_length=150, blank=True, help_text="Words that follow: “as one of eight firms”, “with 36 per cent”."
    )
    period = EDTFField("when", blank=True, bounds=("period_earliest", "period_latest"))
    period_earliest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    period_latest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    status = models.CharField(max_length=10, choices=Status)
    checked = models.DateField(null=True, blank=True, help_text="The day somebody last went through its citations.")
    note = models.TextField(blank=True, help_text="What a reader should know; where sources contradict each other, both sides.")

    objects = RelationQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("subject"), FieldPanel("verb", required_on_save=True), FieldPanel("object")]),
        FieldPanel("detail"),
        FieldRowPanel([FieldPanel("status", required_on_save=True), FieldPanel("period"), FieldPanel("checked")]),
        FieldPanel("note"),
        InlinePanel("citations", heading="Citations", label="Citation", help_text="At least one."),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("detail"),
        index.SearchField("note"),
        index.RelatedFields("subject", [index.SearchField("name")]),
        index.RelatedFields("object", [index.SearchField("name")]),
        index.FilterField("live"),
        index.FilterField("verb"),
        index.FilterField("status"),
    ]

    class Meta:
        ordering = ["subject__name", "period_earliest", "slug"]
        constraints = [
            one_of("verb", Verb),
            one_of("status", Status),
            models.CheckConstraint(condition=~models.Q(subject=models.F("object")), name="actors_relation_not_to_itself"),
        ]

    def __str__(self):
        return self.sentence

    def get_absolute_url(self) -> str:
        return f"{reverse('actors:actor', args=[self.subject.slug])}#relation-{self.slug}"

    @property
    def words(self) -> str:
        """The verb as the sentence uses it."""
        verb = Verb(self.verb)
        return verb.past if self.status == Status.ENDED else verb.label

    @property
    def period_date(self):
        return parse(self.period) if self.period else None

    @property
    @in_content_language
    def when(self) -> str:
        """As part of the sentence, which is in the language of the content."""
        return str(self.period_date) if self.period else ""

    @property
    def sentence(self) -> str:
        """Subject, verb, object, detail and period as one sentence, with what is uncertain said first."""
        if not (self.subject_id and self.object_id):
            return "Unfinished relation"
        said = f"{self.before_names}{self.subject.name} {self.words} {self.object.in_sentence}"
        said = f"{said} {self.detail}" if self.detail else said
        return f"{said}, {self.when}." if self.period else f"{said}."

    @property
    def before_names(self) -> str:
        """What stands before the first name in the sentence: “Reported: the ”, “The ”, or nothing."""
        opening, article = Status(self.status).opening if self.status else "", self.subject.article
        if opening:
            return f"{opening} {article} " if article else f"{opening} "
        return f"{article.capitalize()} " if article else ""

    def fill_slug(self) -> None:
        self._slug_stem = f"{self.subject} {self.verb} {self.object}" if self.subject_id and self.object_id else "relation"
        super().fill_slug()

    slug_from = "_slug_stem"

    def publication_problems(self) -> list[Problem]:
        item = f"Relation “{self.sentence}”"
        problems = []
        if self.subject_id and self.subject_id == self.object_id:
            problems.append(Problem(item, "it relates an actor to itself.", ("object",)))
        for name in ("subject", "object"):
            actor = getattr(self, name) if getattr(self, f"{name}_id") else None
            if actor is not None and not actor.live:
                problems.append(Problem(item, f"“{actor}” is not published.", (name,)))
        if self.status == Status.DISPUTED and not self.note.strip():
            problems.append(Problem(item, "it is disputed; say in the note what each side says.", ("note",)))
        return problems + uncited_problems(item, list(self.citations.all()))

    def get_preview_template(self, request, mode_name):
        return "actors/relation_preview.html"

    def get_preview_context(self, request, mode_name):
        from explainer.actors.views import with_sources

        return {"request": request, "relations": with_sources([self])}


class RelationCitation(Citation):
    relation = ParentalKey(Relation, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "relation"
    use_heading = _("Relations between actors")

    class Meta(Citation.Meta):
        abstract = False

    @classmethod
    def public_uses(cls, source):
        # A relation is called by the names of both its ends.
        return super().public_uses(source).select_related("relation__subject", "relation__object")
