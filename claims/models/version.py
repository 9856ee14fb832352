"""A claim as it stood in public, kept for good."""

import hashlib
from bisect import bisect_right

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from claims.choices import Verdict
from sources.choices import one_of


class ClaimVersionQuerySet(models.QuerySet):
    def light(self):
        """Without what only the page of one version prints."""
        return self.defer("content", "html")

    def at(self, slug: str, number: int):
        """The version at an address; None if none ever stood there. A claim that moved leaves its versions where they are."""
        there = self.filter(slug=slug, number=number).first()
        return there or self.filter(claim__slug=slug, number=number).first()


class ClaimVersion(models.Model):
    """What readers saw from one publication to the next. Written once, by the publication itself; never changed."""

    claim = models.ForeignKey("claims.ClaimPage", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    slug = models.SlugField("key of the claim at the time", max_length=255, allow_unicode=True)
    published_at = models.DateTimeField(default=timezone.now)
    title = models.CharField(max_length=255)
    verdict = models.CharField(max_length=15, choices=Verdict)
    # How many rows either history had: what changed between two versions can be found without reading them.
    verdict_count = models.PositiveSmallIntegerField()
    correction_count = models.PositiveSmallIntegerField()
    content = models.JSONField()
    html = models.TextField()
    sha256 = models.CharField("SHA-256", max_length=64)

    objects = ClaimVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version of a claim"
        verbose_name_plural = "versions of claims"
        ordering = ["claim", "number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="claims_version_once"),
            # A claim that takes over the address of another counts on from there.
            models.UniqueConstraint(fields=["slug", "number"], name="claims_version_one_address"),
            one_of("verdict", Verdict),
        ]

    def __str__(self):
        return f"Version {self.number} of “{self.title}”"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("A public version is never changed.")
        self.sha256 = hashlib.sha256(self.html.encode()).hexdigest()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("claims:version", args=[self.slug, self.number])

    @property
    def diff_url(self) -> str:
        """What is different in the one after it."""
        return reverse("claims:diff", args=[self.slug, self.number])

    @property
    def url(self) -> str:
        return settings.PUBLIC_URL + self.get_absolute_url()


def changed_in(versions: list[ClaimVersion], history: str, place: int) -> ClaimVersion | None:
    """The version before row ``place`` (counted from 0) of a history was public: its ``diff_url`` shows what came with it.

    ``versions`` are those of one claim, in order; ``history`` is “verdict” or “correction”. None if the first version has it.
    """
    counts = [getattr(version, f"{history}_count") for version in versions]
    n = bisect_right(counts, place)
    return versions[n - 1] if 0 < n < len(versions) else None
