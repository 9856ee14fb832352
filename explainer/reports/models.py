"""What readers tell the desk of errors. Only the desk reads it, and it is deleted on the schedule that the form states."""

import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from explainer.reports.references import grouped, new_reference
from sources.choices import one_of

# The form promises these; whoever makes them longer breaks a promise made to those who wrote before.
CONTACT_KEPT = datetime.timedelta(days=30)  # after the answer
TEXT_KEPT = datetime.timedelta(days=180)  # after the answer
UNANSWERED_KEPT = datetime.timedelta(days=365)  # after it came in
ERASED = {"text": "", "evidence": "", "contact": "", "is_erased": True}


class State(models.TextChoices):
    RECEIVED = "received", "Received"
    LOOKING = "looking", "Being looked at"
    CORRECTED = "corrected", "Answered: corrected"
    UNCHANGED = "unchanged", "Answered: no change"
    LAPSED = "lapsed", "Deleted unanswered"


OPEN = (State.RECEIVED, State.LOOKING)
ANSWERED = (State.CORRECTED, State.UNCHANGED)


class ReaderReportQuerySet(models.QuerySet):
    def open(self):
        """Those that still want an answer, the oldest first."""
        return self.filter(state__in=OPEN).order_by("received_at", "pk")

    def forget(self, now: datetime.datetime) -> dict[str, int]:
        """Delete what has been kept long enough; says how many lost what."""
        answered = self.filter(state__in=ANSWERED)
        unanswered = self.filter(state__in=OPEN, received_at__lte=now - UNANSWERED_KEPT)
        return {
            "contacts": answered.filter(closed_at__lte=now - CONTACT_KEPT).exclude(contact="").update(contact=""),
            "texts": answered.filter(closed_at__lte=now - TEXT_KEPT, is_erased=False).update(**ERASED),
            "unanswered": unanswered.update(**ERASED, state=State.LAPSED, closed_at=now),
        }


class ReaderReport(models.Model):
    """What one reader says is wrong. The page is kept by name and address too, for it may move."""

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    address = models.CharField("page", max_length=300, blank=True)
    title = models.CharField("page by name", max_length=300, blank=True)
    content_type = models.ForeignKey(ContentType, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    object_id = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    evidence = models.URLField(max_length=1000, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    is_erased = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED, db_index=True)
    answer = models.TextField(blank=True, help_text="Public: whoever has the reference number reads it. Name no person in it.")
    answer_url = models.CharField(
        "address of the correction", max_length=300, blank=True, help_text="Of a page of this site, such as /corrections/."
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reader_reports"
    )
    received_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReaderReportQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [one_of("state", State)]

    def __str__(self):
        return self.number

    @property
    def number(self) -> str:
        return grouped(self.reference)

    @property
    def about(self) -> str:
        return self.title or self.address or "The site as a whole"

    @property
    def age(self) -> int:
        """Days it has waited, or did wait."""
        return ((self.closed_at or timezone.now()) - self.received_at).days

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def thing(self):
        """The page or record it is about, as it is now; None if there is none."""
        if self.content_type is None or (model := self.content_type.model_class()) is None:
            return None
        return model._default_manager.filter(pk=self.object_id).first()

    def get_absolute_url(self) -> str:
        return reverse("reports:reference", args=[self.reference])

    # What becomes of it

    def take(self, user) -> None:
        self.assigned_to = user
        if self.state == State.RECEIVED:
            self.state = State.LOOKING
        self.save(update_fields=["assigned_to", "state"])

    def leave(self) -> None:
        self.assigned_to = None
        if self.state == State.LOOKING:
            self.state = State.RECEIVED
        self.save(update_fields=["assigned_to", "state"])

    def close(self, user, state: State, answer: str, answer_url: str = "", now: datetime.datetime | None = None) -> None:
        """Answer it. A second answer replaces the first and changes nothing about the day on which the text goes."""
        self.state, self.answer, self.answer_url = state, answer, answer_url
        self.assigned_to = self.assigned_to or user
        self.closed_at = self.closed_at or now or timezone.now()
        self.save(update_fields=["state", "answer", "answer_url", "assigned_to", "closed_at"])

    def erase(self) -> None:
        """At once, because its sender asks for it or because it should never have been sent."""
        for name, value in ERASED.items():
            setattr(self, name, value)
        self.save(update_fields=list(ERASED))


class Allowance(models.Model):
    """How many reports came today from one address, which is not kept: only its hash of the day, deleted the next."""

    day = models.DateField()
    mark = models.CharField(max_length=32, help_text="Hash of an address, or empty for all together.", blank=True)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "mark"], name="reports_allowance_once")]

    def __str__(self):
        return f"{self.day}: {self.used}"

    @classmethod
    def use(cls, day: datetime.date, mark: str, most: int) -> bool:
        """Take one of ``most`` of the day; False if none is left."""
        cls.objects.get_or_create(day=day, mark=mark)
        return bool(cls.objects.filter(Q(used__lt=most), day=day, mark=mark).update(used=F("used") + 1))
