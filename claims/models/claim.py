from collections import Counter

from django.db import models, transaction
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

from claims import prose, standards
from claims.choices import Stance, Verdict
from claims.figures import chart
from claims.models.scope import Scoped
from claims.models.withdrawal import Withdrawable
from claims.prose import PROSE_FIELDS
from claims.querysets import ClaimManager
from claims.spread import spread
from claims.versions.history import history_problems
from sources.approval import public_version
from sources.choices import one_of
from sources.forms import GatedPageForm
from sources.gates import Gated, Problem
from sources.models.checked import Checked
from sources.models.citation import attach_sources
from sources.origins import independence
from sources.panels import ChecklistPanel

# Inline children, and what one of them is called in a refusal
ROWS = {
    "evidence": "evidence",
    "appearances": "appearance",
    "variants": "variant",
    "figures": "figure",
    "corrections": "correction",
    "waivers": "waiver",
}
TITLE_LIMIT = 75  # what search engines and ClaimReview readers show of a claim


class ClaimPage(Gated, Checked, Scoped, Withdrawable, Page):
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
    counter_search = models.TextField(
        "what was looked for on the other side",
        blank=True,
        help_text="If no evidence against the verdict is listed: where it was looked for, in which languages and words, and when.",
    )
    private_person = models.BooleanField(
        "names a private person",
        default=False,
        help_text="Someone who holds no public role. Two others must then approve the page.",
    )
    private_person_reason = models.TextField("why they must be named", blank=True)
    # Follows the newest row of ``verdicts`` so that lists can filter on an index; never edited.
    verdict = models.CharField(max_length=15, choices=Verdict, blank=True, editable=False, db_index=True)

    # Number of the newest public version; never edited, and no part of a revision.
    version = models.PositiveIntegerField(default=0, editable=False, serialize=False)

    objects = ClaimManager()
    base_form_class = GatedPageForm
    parent_page_types = ["claims.ClaimIndexPage"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    exclude_fields_in_copy = ["version"]

    content_panels = [
        TitleFieldPanel("title", heading="Claim", help_text=f"As it circulates, in at most {TITLE_LIMIT} characters."),
        FieldPanel("statement"),
        FieldPanel("short_answer"),
        FieldPanel("documented"),
        FieldPanel("disagreements"),
        FieldPanel("grew_out_of"),
        FieldPanel("would_change_if"),
        MultiFieldPanel(
            [FieldPanel("layers"), FieldRowPanel([FieldPanel("scope_place"), FieldPanel("scope_period")]), FieldPanel("mixups")],
            heading="What it is about",
        ),
        InlinePanel("variants", heading="Also told as", label="Wording"),
        FieldPanel("phrases"),
    ]
    evidence_panels = [
        InlinePanel("evidence", heading="Evidence", label="Piece of evidence"),
        FieldPanel("counter_search"),
        InlinePanel(
            "figures",
            heading="Numbers",
            label="Number",
            help_text="If the claim turns on a count: what each source gives, and how it was misread.",
        ),
        InlinePanel("appearances", heading="Where the claim was made", label="Appearance"),
    ]
    verdict_panels = [
        InlinePanel(
            "verdicts",
            heading="Verdict history",
            label="Verdict",
            help_text="The newest date stands. Never rewrite an old row; add one.",
        ),
        InlinePanel(
            "corrections",
            heading="Corrections",
            label="Correction",
            help_text="Of anything on the page but the verdict. Public for good, newest first under the verdict.",
        ),
        FieldRowPanel([FieldPanel("last_checked"), FieldPanel("next_review")], heading="Checks"),
        InlinePanel("waivers", heading="Waivers", label="Waiver", help_text="A standard it may stand without. Readers see it."),
    ]
    publishing_panels = [
        FieldPanel("slug"),
        MultiFieldPanel([FieldPanel("private_person"), FieldPanel("private_person_reason")], heading="Private persons"),
        MultiFieldPanel(
            [FieldPanel("withdrawn_on"), FieldPanel("withdrawn_reason")], heading="Withdrawal", classname="collapsed"
        ),
        *Page.settings_panels,
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList([ChecklistPanel(), *panels], heading=heading)
            for heading, panels in (
                ("Claim", content_panels),
                ("Evidence", evidence_panels),
                ("Verdict", verdict_panels),
                ("Publishing", publishing_panels),
            )
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
        with transaction.atomic():
            saved = super().save(*args, **kwargs)
            if self.live and not kwargs.get("update_fields"):
                self.keep_version()
        return saved

    def keep_version(self) -> None:
        """Every way into the public ends in ``save``, and so what readers see is kept here."""
        from claims.versions.keeping import keep

        self.version = keep(self)
        type(self).objects.filter(pk=self.pk).update(version=self.version)

    def with_content_json(self, content):
        page = super().with_content_json(content)
        page.version = self.version
        return page

    @property
    def verdict_history(self) -> list:
        """Every verdict, the oldest first; of one day in the order of the form."""
        return sorted(self.verdicts.all(), key=lambda row: row.on)

    @property
    def correction_history(self) -> list:
        return sorted(self.corrections.all(), key=lambda row: row.on)

    @property
    def version_url(self) -> str:
        """Where this page stands for good as it is now; its own address if it was never public."""
        return reverse("claims:version", args=[self.slug, self.version]) if self.version else self.get_absolute_url()

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

    def reasons_for_two(self):
        before = public_version(self)
        if before is not None and before.verdict != (self.current_verdict.verdict if self.current_verdict else ""):
            yield "its verdict changes"
        if before is not None and self.withdrawn_on and not before.withdrawn_on:
            yield "it is withdrawn"
        if self.private_person:
            yield "it names a private person"

    def publication_problems(self) -> list[Problem]:
        item = f"Claim “{self.title}”"
        problems = [Problem(item, reason, (field,)) for field, reason in self._own_problems()]
        problems += [Problem(item, reason, (field,)) for field, reason in self._reference_problems()]
        problems += [Problem(item, reason, (field,)) for field, reason in standards.reasons_against(self)]
        for relation, label in ROWS.items():
            for n, row in enumerate(getattr(self, relation).all()):
                problems += [Problem(f"{item}, {label} {n + 1}", reason, (relation, n)) for reason in row.reasons_against()]
        for relation, n, reason in standards.anchors_lost(self):
            problems.append(Problem(f"{item}, {ROWS[relation]} {n + 1}", reason, (relation, n)))
        for n, row in enumerate(self.verdicts.all()):
            if not row.reason.strip():
                problems.append(Problem(f"{item}, verdict {n + 1}", "it gives no reason.", ("verdicts", n)))
            if self.last_checked and row.on and row.on > self.last_checked:
                problems.append(Problem(f"{item}, verdict {n + 1}", "it is dated after the last check.", ("verdicts", n)))
        return [*problems, *history_problems(self, item)]

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
        yield from self.problems_of_scope()
        yield from self.problems_of_withdrawal()
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
        for key, times in Counter(row.key for row in self.variants.all()).items():
            if times > 1:
                yield "variants", f"{times} wordings share the key “{key}”."
        for field, words, key in self._pointers():
            if key not in keys:
                yield field, f"{words} points to [^{key}], but no piece of evidence has that key."

    def _pointers(self):
        """Field, what it is called, key: each place that points to a piece of evidence."""
        for field in PROSE_FIELDS:
            label = self._meta.get_field(field).verbose_name
            yield from ((field, f"“{label}”", key) for key in prose.references(getattr(self, field)))
        for row in self.variants.all():
            yield from (("variants", f"the wording “{row}”", key) for key in prose.references(row.answer))
        for row in self.figures.all():
            yield from (("figures", f"the number {row}", key) for key in row.evidence_keys)

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
        verdicts, figures = self.verdict_history[::-1], list(self.figures.all())
        return super().get_context(request, *args, **kwargs) | {
            "verdict": verdicts[0] if verdicts else None,
            "verdicts": verdicts,
            "waivers": list(self.waivers.all()),
            "other_side": Verdict(verdicts[0].verdict).other_side if verdicts else (),
            "corrections": self.correction_history[::-1],
            "variants": [(row, prose.render(row.answer, numbers)) for row in self.variants.all()],
            "layers": list(self.layers.all()),
            "mixups": list(self.mixups.all()),
            "evidence": evidence,
            "ledger": ledger,
            "appearances": sorted(appearances, key=lambda row: (row.said_on == "", row.said_on)),
            "spread": spread(appearances),
            "chart": chart(figures),
            "figures": [(row, [numbers[key] for key in row.evidence_keys if key in numbers]) for row in figures],
            "origins": origins,
            "same_origin": [[evidence_sources[pk] for pk in group] for group in origins.shared],
            "sections": {field: prose.render(getattr(self, field), numbers) for field in PROSE_FIELDS},
        }
