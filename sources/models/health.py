import datetime
import hashlib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from sources.choices import one_of
from sources.health.choices import Link, Outcome
from sources.health.states import NEXT_CHECK, Health, after


class JudgementRefused(ValidationError):
    """The message is a full sentence."""


class LinkStateQuerySet(models.QuerySet):
    def current(self):
        """Of addresses that their source still names."""
        return self.exclude(state=Link.REPLACED)

    def due(self, now: datetime.datetime):
        """Those to be checked, longest overdue first."""
        never = Q(next_check_at=None)
        return self.current().filter(never | Q(next_check_at__lte=now)).order_by(F("next_check_at").asc(nulls_first=True), "pk")

    def changed(self):
        """The text found last is not the one a person, or the first check, took for the document."""
        return self.current().exclude(text_hash="").exclude(seen_hash="").exclude(seen_hash=F("text_hash"))


class LinkState(models.Model):
    """What is known of one address of a source: its own, or one of its links."""

    source = models.ForeignKey("sources.Source", on_delete=models.PROTECT, related_name="link_states")
    url = models.URLField("address", max_length=1000)
    url_hash = models.CharField(max_length=64, editable=False)
    host = models.CharField(max_length=255, db_index=True, editable=False)
    state = models.CharField(max_length=12, choices=Link, default=Link.UNKNOWN, db_index=True)
    failures = models.PositiveIntegerField(default=0)
    first_failed_at = models.DateTimeField(null=True, blank=True)
    last_failed_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    next_check_at = models.DateTimeField(null=True, blank=True, db_index=True)
    leads_to = models.URLField(max_length=2000, blank=True)
    text_hash = models.CharField("hash of the text that was looked at", max_length=64, blank=True)
    seen_hash = models.CharField("hash of the text found last", max_length=64, blank=True)
    archived_url = models.URLField("copy an archive told of", max_length=2000, blank=True)
    archive_note = models.CharField(max_length=500, blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    judgement = models.TextField("why", blank=True)

    objects = LinkStateQuerySet.as_manager()

    class Meta:
        verbose_name = "address"
        verbose_name_plural = "addresses"
        ordering = ["source__title", "pk"]
        constraints = [
            one_of("state", Link),
            models.UniqueConstraint(fields=["source", "url_hash"], name="sources_linkstate_once"),
        ]
        permissions = [("judge_linkstate", "Can say that an address is dead, or is not, or that its new text is right")]

    def __str__(self):
        return self.url

    def save(self, *args, **kwargs):
        self.fill()
        super().save(*args, **kwargs)

    def fill(self) -> None:
        self.url_hash, self.host = digest(self.url), host_of(self.url)

    @property
    def is_changed(self) -> bool:
        return bool(self.text_hash and self.seen_hash and self.text_hash != self.seen_hash)

    @property
    def health(self) -> Health:
        return Health(Link(self.state), self.failures, self.first_failed_at, self.last_failed_at)

    def note(self, check: "LinkCheck", not_before: datetime.datetime | None = None) -> None:
        """Take up what a check has found; ``not_before`` is when its host wants to be asked again."""
        health = after(self.health, Outcome(check.outcome), check.at)
        self.state, self.failures = health.state, health.failures
        self.first_failed_at, self.last_failed_at = health.first_failed_at, health.last_failed_at
        self.checked_at = check.at
        self.leads_to = check.final_url if check.outcome == Outcome.MOVED else ""
        self.next_check_at = max(filter(None, (check.at + NEXT_CHECK[health.state], not_before)))
        if check.text_hash:
            self.seen_hash = check.text_hash
            self.text_hash = self.text_hash or check.text_hash

    def forget_state(self) -> None:
        """Back to the beginning: to be checked as if it were new."""
        self.state, self.failures = Link.UNKNOWN, 0
        self.first_failed_at = self.last_failed_at = self.next_check_at = None

    # What only a person says

    def mark_dead(self, user, why: str, now: datetime.datetime) -> None:
        if self.state in (Link.DEAD, Link.REPLACED):
            raise JudgementRefused(f"This address is “{self.get_state_display().lower()}” already.")
        if not why.strip():
            raise JudgementRefused("Say how you know that it is dead.")
        self.state = Link.DEAD
        self.next_check_at = now + NEXT_CHECK[Link.DEAD]
        self._judge(user, why, now)

    def mark_alive(self, user, why: str, now: datetime.datetime) -> None:
        if self.state not in (Link.DEAD, Link.FAILING, Link.SUSPICIOUS):
            raise JudgementRefused(f"This address is “{self.get_state_display().lower()}”; there is nothing to take back.")
        self.forget_state()
        self._judge(user, why, now)

    def accept_text(self, user, why: str, now: datetime.datetime) -> None:
        if not self.is_changed:
            raise JudgementRefused("The text at this address is the one that was looked at last.")
        self.text_hash = self.seen_hash
        self._judge(user, why, now)

    def _judge(self, user, why: str, now: datetime.datetime) -> None:
        self.judged_by, self.judged_at, self.judgement = user, now, why.strip()
        self.save()


class LinkCheck(models.Model):
    """One look at an address, and what was found."""

    link = models.ForeignKey(LinkState, on_delete=models.CASCADE, related_name="checks")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    final_url = models.URLField(max_length=2000, blank=True)
    text_hash = models.CharField(max_length=64, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [one_of("outcome", Outcome)]

    def __str__(self):
        return f"{self.at:%Y-%m-%d}: {self.get_outcome_display()}"


def host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "")[:255]
    except ValueError:
        return ""


def digest(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()
