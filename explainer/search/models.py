"""The index of the site's own search: an inverted index in plain tables, so that SQLite and PostgreSQL find the same.

The full-text engines of the two differ in stemming, ranking and slips of the pen, and neither knows Chinese. What is
public is written here in the same transaction that publishes it; nothing else is ever in these tables.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.closed_list import ClosedList


class Kind(ClosedList):
    """What can be found. ``plural`` heads a group, ``prior`` weighs one kind against another."""

    CLAIM = "claim", _("Claim")
    ARTICLE = "article", _("Explainer")
    PLACE = "place", _("Place")
    SYSTEM = "system", _("System")
    ACTOR = "actor", _("Actor")
    TERM = "term", _("Word of the glossary")
    EVENT = "event", _("Event")
    SOURCE = "source", _("Source")
    PAGE = "page", _("Page")

    @property
    def plural(self) -> str:
        return str(PLURALS[self])

    @property
    def prior(self) -> float:
        return PRIORS[self]


PLURALS = {
    Kind.CLAIM: _("Claims"),
    Kind.ARTICLE: _("Explainers"),
    Kind.PLACE: _("Places"),
    Kind.SYSTEM: _("Systems"),
    Kind.ACTOR: _("Actors"),
    Kind.TERM: _("Words of the glossary"),
    Kind.EVENT: _("Events"),
    Kind.SOURCE: _("Sources"),
    Kind.PAGE: _("Pages"),
}
PRIORS = {
    Kind.CLAIM: 1.25,
    Kind.ARTICLE: 1.15,
    Kind.PLACE: 1.25,
    Kind.SYSTEM: 1.0,
    Kind.ACTOR: 1.1,
    Kind.TERM: 1.15,
    Kind.EVENT: 0.95,
    Kind.SOURCE: 0.85,
    Kind.PAGE: 0.9,
}


class Document(models.Model):
    """One public thing, as the search shows it."""

    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveBigIntegerField()  # the primary key of what it tells of
    key = models.CharField(max_length=255)
    address = models.CharField(max_length=500)
    title = models.CharField(max_length=300)
    original = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=12, blank=True)
    note = models.CharField(max_length=300, blank=True)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    names = models.TextField(blank=True)  # what it is called, folded, a name a line
    folded = models.TextField(blank=True)  # all its words in order, folded, to look phrases up in
    facets = models.JSONField(default=dict)
    length = models.PositiveIntegerField(default=0)
    made_of = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="search_document_once")]

    def __str__(self):
        return f"{self.kind} {self.key}"


class Word(models.Model):
    """A form as it is written, and the stem it shares with others. For a Chinese text: two neighbouring characters."""

    text = models.CharField(max_length=64, unique=True)
    stem = models.CharField(max_length=64, db_index=True)

    def __str__(self):
        return self.text


class Posting(models.Model):
    """A word in a document: how much it weighs there, and whether it stands in a name."""

    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="postings")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="postings")
    weight = models.FloatField()
    named = models.BooleanField(default=False)

    def __str__(self):
        return f"{self.word_id} in {self.document_id}"
