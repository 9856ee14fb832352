from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from sources.choices import DerivationKind, LinkKind, Reading, SourceKind, Tier, one_of
from sources.edtf import parse
from sources.fields import EDTFField
from sources.gates import Problem, PublicationRefused
from sources.languages import Translated, language_name
from sources.models.citation import Citation
from sources.models.record import Record
from sources.querysets import SourceQuerySet


class Source(Record):
    """One document that can be cited, entered once. It retires; it is never deleted."""

    title = models.CharField(max_length=300, help_text="In the site's language; your translation, if the original is in another.")
    title_original = models.CharField("title in its own language", max_length=300, blank=True)
    language = models.CharField(max_length=12, help_text="Of the document, as a language code: en, zh, de.")
    publisher = models.ForeignKey("sources.Publisher", on_delete=models.PROTECT, related_name="sources")
    authors = models.TextField(blank=True, help_text="One a line. Persons as “Family, Given”.")
    tier = models.CharField(
        max_length=10, choices=Tier, help_text="Primary: the thing itself. Secondary: reporting on it. Tertiary: repeats others."
    )
    kind = models.CharField(max_length=25, choices=SourceKind)
    document_number = models.CharField(max_length=100, blank=True, help_text="Such as 国发〔2014〕21号.")
    issued = EDTFField("issued or published", blank=True, bounds=("issued_earliest", "issued_latest"))
    issued_earliest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    issued_latest = models.DateField(null=True, blank=True, editable=False)
    in_force = EDTFField(blank=True)
    url = models.URLField("address of the document itself", max_length=1000, blank=True)
    rights = models.CharField(max_length=300, blank=True, help_text="What may be done with it.")
    reading = models.CharField("how much of it we have read", max_length=10, choices=Reading)
    reliability = models.TextField(
        "reliability note", blank=True, help_text="Known limits, corrections it carries, interests. Readers see this."
    )
    retired_on = models.DateField(null=True, blank=True, help_text="From this day it is not cited in new work. It stays public.")
    retired_reason = models.TextField(blank=True)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces")
    # Two records of one document: this one leads to the other, see sources.merging
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="merged_from"
    )

    objects = SourceQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("title_original"),
                FieldRowPanel([FieldPanel("language"), FieldPanel("publisher")]),
                FieldPanel("authors"),
                FieldPanel("url"),
            ],
            heading="What it is",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("tier", required_on_save=True), FieldPanel("kind", required_on_save=True)]),
                FieldPanel("document_number"),
                FieldRowPanel([FieldPanel("issued"), FieldPanel("in_force")]),
                FieldPanel("reading", required_on_save=True),
                FieldPanel("reliability"),
                FieldPanel("rights"),
            ],
            heading="How to read it",
        ),
        InlinePanel(
            "links", heading="Other addresses", label="Address", help_text="Translations, archived copies, reports of it."
        ),
        InlinePanel(
            "derivations",
            heading="Where it comes from",
            label="Origin",
            help_text="If it repeats, translates, rebuts or corrects another source. Repeats count with their origin as one.",
        ),
        MultiFieldPanel(
            [FieldPanel("retired_on"), FieldPanel("retired_reason"), FieldPanel("replaced_by")],
            heading="Retirement",
            classname="collapsed",
        ),
        FieldPanel("slug"),
    ]

    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("title_original"),
        index.SearchField("document_number"),
        index.SearchField("authors"),
        index.AutocompleteField("title"),
        index.AutocompleteField("title_original"),
        index.RelatedFields("publisher", [index.SearchField("name")]),
        index.FilterField("live"),
        index.FilterField("tier"),
        index.FilterField("kind"),
        index.FilterField("publisher"),
    ]

    class Meta:
        ordering = ["title"]
        constraints = [one_of("tier", Tier), one_of("kind", SourceKind), one_of("reading", Reading)]
        permissions = [("merge_source", "Can merge two sources into one, and undo it")]

    def get_absolute_url(self) -> str:
        return reverse("sources:source", args=[self.slug])

    def clean(self):
        super().clean()
        if self.retired_on and not self.retired_reason:
            raise ValidationError({"retired_reason": "Say why the source is retired; readers see it."})

    def save(self, *args, **kwargs):
        if not self.live and not kwargs.get("update_fields"):
            self.refuse_if_hidden_in_use()
        super().save(*args, **kwargs)

    # The gate

    def publish(self, revision, *args, **kwargs):
        if into := Source.objects.filter(merged_from=self.pk).first():
            reason = f"it was merged into “{into}”; undo that merge first, or publish that one."
            raise PublicationRefused(self, [Problem(f"Source “{self.title}”", reason)])
        return super().publish(revision, *args, **kwargs)

    def publication_problems(self) -> list[Problem]:
        """A source may be public without an address, but not without saying where it can be seen."""
        item = f"Source “{self.title}”"
        problems = []
        if not self.url and not self.links.all() and not self.reliability:
            problems.append(
                Problem(item, "it has no address of any kind; give one, or say in the reliability note how it can be seen.")
            )
        if self.reading == Reading.SECONDHAND and not self.links.all() and not self.reliability:
            problems.append(
                Problem(item, "it is known only through other sources; link one of them, or name it in the reliability note.")
            )
        for derivation in self.derivations.all():
            if derivation.origin_id and derivation.origin_id == self.pk:
                problems.append(Problem(item, "it is given as its own origin."))
        if not self._state.adding and self._derives_in_a_circle():
            problems.append(Problem(item, "its origins lead back to itself; one of the derivations points the wrong way."))
        return problems

    def _derives_in_a_circle(self) -> bool:
        from sources.origins import upstream

        waiting = [row.origin_id for row in self.derivations.all() if row.origin_id != self.pk]
        edges, seen = upstream(waiting, DerivationKind.values), set()
        while waiting:
            current = waiting.pop()
            if current == self.pk:
                return True
            if current not in seen:
                seen.add(current)
                waiting.extend(edges.get(current, ()))
        return False

    def refuse_if_hidden_in_use(self) -> None:
        """However a source is taken down, it ends in ``save``; what public pages rest on stays."""
        was_public = not self._state.adding and Source.objects.published().filter(pk=self.pk).exists()
        if was_public and any(kind.public_uses(self).exists() for kind in Citation.kinds()):
            item = f"Source “{self.title}”"
            raise PublicationRefused(self, [Problem(item, "public pages rest on it, so it cannot be hidden. Retire it instead.")])

    # What it is

    @property
    def author_names(self) -> list[str]:
        """Names in reading order: “Creemers, Rogier” is Rogier Creemers."""
        names = []
        for line in filter(None, (line.strip() for line in self.authors.splitlines())):
            family, comma, given = line.partition(",")
            names.append(f"{given.strip()} {family.strip()}" if comma else line)
        return names

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    @property
    def issued_date(self):
        return parse(self.issued) if self.issued else None

    @property
    def in_force_date(self):
        return parse(self.in_force) if self.in_force else None

    @property
    def stands_as(self) -> "Source":
        """Itself, or the source that it was merged into."""
        return self.merged_into or self

    # What rests on it

    def uses(self) -> list[tuple[str, list[Citation]]]:
        """Every public citation of it, grouped by kind: (heading, citations). One query a kind."""
        groups = [(kind.use_heading, list(kind.public_uses(self))) for kind in Citation.kinds()]
        return [(heading, citations) for heading, citations in groups if citations]

    # Preview

    def get_preview_template(self, request, mode_name):
        return "sources/source_detail.html"

    def get_preview_context(self, request, mode_name):
        from sources.views import source_context

        return {"request": request, **source_context(self)}


class SourceLink(Orderable):
    """Another address at which the source, or a form of it, can be opened."""

    source = ParentalKey(Source, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=12, choices=LinkKind)
    url = models.URLField("address", max_length=1000)
    label = models.CharField(max_length=200, blank=True, help_text="Such as “English translation, China Law Translate”.")
    date = EDTFField(blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind", required_on_save=True), FieldPanel("date")]),
        FieldPanel("url", required_on_save=True),
        FieldPanel("label"),
    ]

    class Meta(Orderable.Meta):
        constraints = [one_of("kind", LinkKind)]

    def __str__(self):
        return self.label or self.get_kind_display()

    @property
    def words(self) -> str:
        """What the link is called: in words of the desk, or of the site."""
        return self.label or Translated(self.get_kind_display())

    @property
    def date_shown(self):
        return parse(self.date) if self.date else None


class Derivation(Orderable):
    """Source B republishes, translates, paraphrases, summarises, rebuts or corrects source A, its origin."""

    source = ParentalKey(Source, on_delete=models.CASCADE, related_name="derivations")
    kind = models.CharField(max_length=12, choices=DerivationKind)
    origin = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="derived")
    note = models.CharField(max_length=300, blank=True)

    panels = [FieldRowPanel([FieldPanel("kind", required_on_save=True), FieldPanel("origin")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        constraints = [
            one_of("kind", DerivationKind),
            models.CheckConstraint(condition=~models.Q(source=models.F("origin")), name="sources_derivation_not_itself"),
            models.UniqueConstraint(fields=["source", "origin"], name="sources_derivation_once"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.origin}"
