from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from explainer.actors.models import Actor
from explainer.timeline.choices import EventKind, Lane
from sources.choices import one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.gates import Problem
from sources.models import Citation, Record
from sources.models.citation import uncited_problems
from sources.querysets import RecordQuerySet


class EventQuerySet(RecordQuerySet):
    def for_rows(self):
        """With what a row of the timeline shows, in four queries more however many rows."""
        actors = models.Prefetch("actors", Actor.objects.defer("neighbourhood"))
        return self.prefetch_related("citations", actors, "places")

    def in_order(self):
        """By the earliest day it can have been. Of two that begin alike the more precise comes first; an open start leads."""
        return self.order_by(F("date_earliest").asc(nulls_first=True), F("date_latest").asc(nulls_last=True), "title", "pk")


class Event(Record):
    """Something dated: what happened or what a document says (documented), or what was being said (reported)."""

    title = models.CharField(max_length=90, help_text="A short statement, without a full stop.")
    date = EDTFField("date", bounds=("date_earliest", "date_latest"))
    date_earliest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    date_latest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    # The year it is listed under; follows the date.
    year = models.PositiveSmallIntegerField(default=0, editable=False, db_index=True)
    lane = models.CharField(max_length=10, choices=Lane)
    kind = models.CharField(max_length=10, choices=EventKind)
    text = models.TextField(help_text="One to three sentences. Of what was reported: who said it, never as a fact.")
    actors = ParentalManyToManyField("actors.Actor", blank=True, related_name="events")
    places = ParentalManyToManyField("places.Place", blank=True, related_name="events")
    claims = ParentalManyToManyField("claims.ClaimPage", blank=True, related_name="events")

    objects = EventQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("date", required_on_save=True)]),
                FieldRowPanel([FieldPanel("lane", required_on_save=True), FieldPanel("kind", required_on_save=True)]),
            ],
            heading="When, and what kind",
        ),
        FieldPanel("text", required_on_save=True),
        MultiFieldPanel([FieldPanel("actors"), FieldPanel("places"), FieldPanel("claims")], heading="Belongs to"),
        InlinePanel("citations", heading="Citations", label="Citation", help_text="At least one."),
        FieldPanel("slug"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.SearchField("text"),
        index.AutocompleteField("title"),
        index.FilterField("live"),
        index.FilterField("lane"),
        index.FilterField("kind"),
        index.FilterField("year"),
    ]

    class Meta:
        ordering = ["date_earliest", "title"]
        constraints = [one_of("lane", Lane), one_of("kind", EventKind)]

    def get_absolute_url(self) -> str:
        return reverse("timeline:event", args=[self.slug])

    def clean(self):
        super().clean()
        if self.slug.isdecimal():
            raise ValidationError({"slug": "Digits alone are the address of a year; add a word."})

    def save(self, *args, **kwargs):
        self.year = year_of(self.date)
        super().save(*args, **kwargs)

    @property
    def when(self):
        return parse(self.date) if self.date else None

    def publication_problems(self) -> list[Problem]:
        item = f"Event “{self.title}”"
        problems = []
        if self.slug.isdecimal():
            problems.append(Problem(item, "its key must not be digits alone: that is the address of a year."))
        return problems + uncited_problems(item, list(self.citations.all()))

    def get_preview_template(self, request, mode_name):
        return "timeline/event_detail.html"

    def get_preview_context(self, request, mode_name):
        from explainer.timeline.views import event_context

        return {"request": request, **event_context(self)}


def year_of(date: str) -> int:
    """The year an EDTF date is listed under: of its first day, or of its last if it has no known start."""
    if not date:
        return 0
    when = parse(date)
    return (when.earliest or when.latest).year


class EventCitation(Citation):
    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="citations")

    panels = Citation.citation_panels
    parent_field = "event"
    use_heading = _("Events")

    class Meta(Citation.Meta):
        abstract = False
