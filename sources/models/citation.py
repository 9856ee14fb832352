from collections.abc import Iterator
from functools import reduce

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from sources.anchors import Anchor
from sources.gates import UNPUBLISHED, Problem, Reason


class Citation(Orderable):
    """Why an assertion may be believed: one source, one place in it, and what stands there.

    Abstract. A concrete citation adds a ParentalKey. ``parent_field`` is the path from it to what is published, such as
    ``claim``, or ``entry__catalog`` for a citation of a row of a catalog; ``use_heading`` says what its rows are to a
    reader of the source. ``class Meta(Citation.Meta)`` keeps the ordering and the constraint.
    """

    source = models.ForeignKey(
        "sources.Source",
        on_delete=models.PROTECT,
        related_name="%(app_label)s_%(class)s_set",
        related_query_name="%(app_label)s_%(class)s",
    )
    locator = models.CharField(max_length=120, blank=True, help_text="Where in the document: art. 6, p. 14, paragraph 3.")
    says = models.TextField("what it says", help_text="What the passage says, in your own words. Not a quotation.")
    quotation = models.CharField(
        max_length=400, blank=True, help_text="A short phrase, word for word, in the language of the document."
    )
    translation = models.CharField("translation of the quotation", max_length=400, blank=True)
    anchor_start = models.CharField("passage starts with", max_length=80, blank=True, help_text="Its first words, at most five.")
    anchor_end = models.CharField("passage ends with", max_length=80, blank=True, help_text="Its last words, at most five.")
    anchor_prefix = models.CharField("words before it", max_length=80, blank=True, help_text="Only if needed to find one place.")
    anchor_suffix = models.CharField("words after it", max_length=80, blank=True, help_text="Only if needed to find one place.")

    parent_field = ""
    use_heading = ""
    # Kinds that share a name here are one body of evidence when independent origins are counted
    origins_with = ""

    citation_panels = [
        FieldPanel("source"),
        FieldPanel("locator"),
        FieldPanel("says", required_on_save=True),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("anchor_start"), FieldPanel("anchor_end")]),
                FieldRowPanel([FieldPanel("anchor_prefix"), FieldPanel("anchor_suffix")]),
                FieldPanel("quotation"),
                FieldPanel("translation"),
            ],
            heading="Passage and quotation",
        ),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [models.CheckConstraint(condition=~models.Q(says=""), name="%(app_label)s_%(class)s_says_something")]

    def __str__(self):
        return f"{self.source}, {self.locator}" if self.locator else str(self.source)

    def save(self, *args, **kwargs):
        # A draft that comes back may name a source that has been merged since.
        if self.source_id and self.source.merged_into_id:
            self.source = self.source.stands_as
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if problems := self.anchor.problems():
            raise ValidationError({f"anchor_{part}": reason for part, reason in problems.items()})

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.anchor_start, self.anchor_end, self.anchor_prefix, self.anchor_suffix)

    @property
    def passage_url(self) -> str:
        """The live page at the passage, or nothing if the document has no address of its own."""
        if not self.source.url or "#" in self.source.url or not self.anchor:
            return self.source.url
        return f"{self.source.url}#{self.anchor.fragment}"

    @property
    def cite_url(self) -> str:
        """Where one can copy the reference to it; a kind of citation with a page of its own names that."""
        return f"{self.source.get_absolute_url()}#cite"

    @property
    def used_by(self):
        return reduce(getattr, self.parent_field.split("__"), self)

    def reasons_against(self) -> Iterator[str]:
        """Why it cannot stand on a public page, as sentences for the gate."""
        if not self.source_id:
            yield "it names no source."
        elif not self.source.stands_as.live:
            yield Reason(f"its source “{self.source}” is not published.", UNPUBLISHED, self.source)
        if not self.says.strip():
            yield "it does not say what the passage says."

    @classmethod
    def counted_as(cls) -> str:
        return cls.origins_with or cls._meta.label

    @classmethod
    def public_uses(cls, source):
        """Citations of this kind that rest on ``source`` and are public."""
        return (
            cls.objects.filter(source=source, **{f"{cls.parent_field}__live": True})
            .select_related(cls.parent_field)
            .order_by(f"{cls.parent_field}_id", "sort_order")
        )

    @classmethod
    def sources_by_parent(cls, parent_ids) -> dict[int, set[int]]:
        """Parent id → ids of the sources its citations of this kind rest on. One query."""
        found: dict[int, set[int]] = {}
        pairs = cls.objects.filter(**{f"{cls.parent_field}__in": parent_ids}).values_list(f"{cls.parent_field}_id", "source_id")
        for parent_id, source_id in pairs:
            found.setdefault(parent_id, set()).add(source_id)
        return found

    @classmethod
    def kinds(cls) -> list[type["Citation"]]:
        """Every concrete citation model of the project, in a stable order."""
        found = []
        for kind in cls.__subclasses__():
            found += kind.kinds() if kind._meta.abstract else [kind]
        return sorted(found, key=lambda kind: kind._meta.label)


class KeyedCitation(Citation):
    """A citation that prose points to, as [^key]. Abstract."""

    key = models.CharField(
        max_length=80,
        blank=True,
        validators=[validate_slug],
        help_text="Short name, to point to it from the text as [^key]. Taken from the source if left empty.",
    )

    class Meta(Citation.Meta):
        abstract = True

    def clean(self):
        super().clean()
        if not self.key and self.source_id:
            self.key = self.source.slug[:80]


def citation_problems(item: str, citations: list[Citation]) -> list[Problem]:
    """What stands against each of the citations of ``item``."""
    return [
        Problem(f"{item}, citation {n}", reason, ("citations", n - 1))
        for n, row in enumerate(citations, 1)
        for reason in row.reasons_against()
    ]


def uncited_problems(item: str, citations: list[Citation]) -> list[Problem]:
    """The same for what must have one: nothing documented is uncited."""
    if not citations:
        return [Problem(item, "it has no citation. Nothing is published unsourced.", ("citations",))]
    return citation_problems(item, citations)


def draft_sources(record) -> list:
    """Sources that were never public and that ``record``, as it is in memory, cites anywhere. One query if there are none."""
    from sources.models.source import Source

    ids: set[int] = set()

    def walk(instance):
        for relation in get_all_child_relations(type(instance)):
            for row in getattr(instance, relation.get_accessor_name()).all():
                if isinstance(row, Citation):
                    ids.add(row.source_id)
                elif isinstance(row, ClusterableModel):
                    walk(row)

    walk(record)
    drafts = Source.objects.filter(pk__in=ids, live=False, merged_into=None, latest_revision__isnull=False) if ids else []
    return [source.get_latest_revision_as_object() for source in drafts]


def attach_sources(citations: list[Citation]) -> None:
    """Give citations of any kind their sources with all that the citation template prints, in two queries.

    Works on rows in memory too, as a preview has them.
    """
    from sources.models.source import Source

    sources = Source.objects.select_related("publisher").prefetch_related("links").in_bulk({row.source_id for row in citations})
    for row in citations:
        row.source = sources[row.source_id]
