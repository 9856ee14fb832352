from collections import Counter

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from claims import prose
from claims.choices import Stance, Verdict
from claims.querysets import ClaimManager
from sources.choices import one_of
from sources.forms import GatedPageForm
from sources.gates import Gated, Problem
from sources.models.checked import Checked
from sources.models.citation import attach_sources
from sources.origins import independence

PROSE_FIELDS = ("short_answer", "documented", "disagreements", "grew_out_of", "would_change_if")
# Inline children, and what one of them is called in a refusal
ROWS = {"evidence": "evidence", "appearances": "appearance", "variants": "variant"}
TITLE_LIMIT = 75  # what search engines and ClaimReview readers show of a claim


class ClaimPage(Gated, Checked, Page):
    """A statement that circulates, worded as it circulates, with what is documented about it."""

    statement = models.TextField(
        blank=True,
        help_text="The claim in full, as people say it. Never negated: “everyone has a score”, not “not everyone has”.",
    )
    layers = ParentalManyToManyField("claims.Layer", blank=True, related_name="claims", help_text="Which system it is about.")
    mixups = ParentalManyToManyField(
        "claims.MixUp", blank=True, related_name="claims", verbose_name="mix-ups", help_text="What it confuses."
    )
    phrases = models.TextField(
        "recognised by",
        blank=True,
        help_text="Other ways a text may put it, in any language, one a line. Not shown; “Check a text” finds the claim by them.",
    )
    short_answer = RichTextField(
        features=prose.FEATURES, blank=True, help_text="About a hundred words. Point to evidence as [^key] after each fact."
    )
    documented = RichTextField(
        "what is documented", features=prose.FEATURES, blank=True, help_text="The full story, each fact with its [^key]."
    )
    disagreements = RichTextField(
        "where sources disagree",
        features=prose.FEATURES,
        blank=True,
        help_text="Both sides, each with its [^key], then our reading.",
    )
    grew_out_of = RichTextField(
        "what it grew out of",
        features=prose.FEATURES,
        blank=True,
        help_text="The true statement or the real document nearest to the claim.",
    )
    would_change_if = RichTextField(
        "this would change if…", features=prose.FEATURES, blank=True, help_text="What evidence would change the verdict."
    )
    # Follows the newest row of ``verdicts`` so that lists can filter on an index; never edited.
    verdict = models.CharField(max_length=15, choices=Verdict, blank=True, editable=False, db_index=True)

    objects = ClaimManager()
    base_form_class = GatedPageForm
    parent_page_types = ["claims.ClaimIndexPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []

    content_panels = [
        TitleFieldPanel("title", heading="Claim", help_text=f"As it circulates, in at most {TITLE_LIMIT} characters."),
        FieldPanel("statement"),
        FieldPanel("short_answer"),
        FieldPanel("documented"),
        FieldPanel("disagreements"),
        FieldPanel("grew_out_of"),
        FieldPanel("would_change_if"),
        MultiFieldPanel([FieldPanel("layers"), FieldPanel("mixups")], heading="Sorting"),
        InlinePanel("variants", heading="Also told as", label="Wording"),
        FieldPanel("phrases"),
    ]
    evidence_panels = [
        InlinePanel("evidence", heading="Evidence", label="Piece of evidence"),
        InlinePanel("appearances", heading="Where the claim was made", label="Appearance"),
    ]
    verdict_panels = [
        InlinePanel(
            "verdicts",
            heading="Verdict history",
            label="Verdict",
            help_text="The newest date stands. Never rewrite an old row; add one.",
        ),
        FieldRowPanel([FieldPanel("last_checked"), FieldPanel("next_review")], heading="Checks"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Claim"),
            ObjectList(evidence_panels, heading="Evidence"),
            ObjectList(verdict_panels, heading="Verdict"),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading="Publishing"),
        ]
    )

    search_fields = [
        *Page.search_fields,
        index.SearchField("statement"),
        index.SearchField("short_answer"),
        index.SearchField("documented"),
        index.SearchField("wordings"),
        index.SearchField("phrases"),
        index.FilterField("verdict"),
    ]

    class Meta:
        verbose_name = "claim"
        constraints = [one_of("verdict", Verdict, blank=True)]

    def save(self, *args, **kwargs):
        current = self.current_verdict
        self.verdict = current.verdict if current else ""
        return super().save(*args, **kwargs)

    @property
    def current_verdict(self):
        """The newest entry of the history, of one day the last; None in an unfinished draft."""
        return max(reversed(list(self.verdicts.all())), key=lambda row: row.on, default=None)

    @property
    def wordings(self) -> str:
        """The other ways it is told, for the search."""
        return "\n".join(row.wording for row in self.variants.all())

    @property
    def phrase_list(self) -> list[str]:
        return [phrase for phrase in map(str.strip, self.phrases.splitlines()) if phrase]

    def get_absolute_url(self) -> str:
        return reverse("claims:claim", args=[self.slug])

    # The gate

    def publication_problems(self) -> list[Problem]:
        item = f"Claim “{self.title}”"
        problems = [Problem(item, reason, (field,)) for field, reason in self._own_problems()]
        problems += [Problem(item, reason, (field,)) for field, reason in self._reference_problems()]
        for relation, label in ROWS.items():
            for n, row in enumerate(getattr(self, relation).all()):
                problems += [Problem(f"{item}, {label} {n + 1}", reason, (relation, n)) for reason in row.reasons_against()]
        for n, row in enumerate(self.verdicts.all()):
            if self.last_checked and row.on and row.on > self.last_checked:
                problems.append(Problem(f"{item}, verdict {n + 1}", "it is dated after the last check.", ("verdicts", n)))
        return problems

    def _own_problems(self):
        if len(self.title) > TITLE_LIMIT:
            yield "title", f"the title has {len(self.title)} characters; at most {TITLE_LIMIT} are shown elsewhere."
        for field, words in (
            ("statement", "the claim in full"),
            ("short_answer", "the short answer"),
            ("documented", "what is documented"),
        ):
            if not getattr(self, field):
                yield field, f"{words} is missing."
        yield from self.problems_of_checks()
        if not self.layers.all():
            yield "layers", "it names no layer: which system is it about?"
        if not self.verdicts.all():
            yield "verdicts", "it has no verdict."
        if not self.evidence.all():
            yield "evidence", "it has no evidence. Nothing is published unsourced."
        if not self.appearances.all():
            yield "appearances", "it names no place where the claim was made."
        if sum(row.first_known for row in self.appearances.all()) > 1:
            yield "appearances", "only one appearance can be the first known one."

    def _reference_problems(self):
        keys = Counter(row.key for row in self.evidence.all())
        for key, times in keys.items():
            if times > 1:
                yield "evidence", f"{times} pieces of evidence share the key “{key}”."
        for field in PROSE_FIELDS:
            for key in prose.references(getattr(self, field)):
                if key not in keys:
                    label = self._meta.get_field(field).verbose_name
                    yield field, f"“{label}” points to [^{key}], but no piece of evidence has that key."
        for key, times in Counter(row.key for row in self.variants.all()).items():
            if times > 1:
                yield "variants", f"{times} wordings share the key “{key}”."
        for row in self.variants.all():
            for key in prose.references(row.answer):
                if key not in keys:
                    yield "variants", f"the wording “{row}” points to [^{key}], but no piece of evidence has that key."

    # What readers see

    def get_context(self, request, *args, **kwargs):
        evidence, appearances = list(self.evidence.all()), list(self.appearances.all())
        attach_sources([*evidence, *appearances])
        ledger = [(stance, [row for row in evidence if row.stance == stance]) for stance in Stance]
        for n, row in enumerate((row for _, rows in ledger for row in rows), 1):
            row.number = n
        numbers = {row.key: row.number for row in evidence}
        evidence_sources = {row.source_id: row.source for row in evidence}
        origins = independence(evidence_sources)
        verdicts = sorted(self.verdicts.all(), key=lambda row: row.on)[::-1]
        return super().get_context(request, *args, **kwargs) | {
            "verdict": verdicts[0] if verdicts else None,
            "verdicts": verdicts,
            "variants": [(row, prose.render(row.answer, numbers)) for row in self.variants.all()],
            "layers": list(self.layers.all()),
            "mixups": list(self.mixups.all()),
            "evidence": evidence,
            "ledger": ledger,
            "appearances": sorted(appearances, key=lambda row: (row.said_on == "", row.said_on)),
            "origins": origins,
            "same_origin": [[evidence_sources[pk] for pk in group] for group in origins.shared],
            "sections": {field: prose.render(getattr(self, field), numbers) for field in PROSE_FIELDS},
        }
