"""What one must know to read the data rightly, told once for the page, the package and its README."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

CAVEATS = [
    (
        gettext_noop("Claims are not facts"),
        gettext_noop(
            "A claim is worded as it circulates, and most of these claims do not hold. Never show one without its verdict."
        ),
    ),
    (
        gettext_noop("A verdict is a judgement"),
        gettext_noop(
            "It is what this site reads out of the documents listed as evidence, on a published scale, with a date and a reason. "
            "It is about the wording, not about those who used it, and it can change: the table “verdicts” keeps every one."
        ),
    ),
    (
        gettext_noop("Not checked is not no"),
        gettext_noop(
            "An empty cell means that nothing is recorded. “Not found” means that somebody looked and found nothing. "
            "Where a row is missing nobody may have looked."
        ),
    ),
    (
        gettext_noop("Numbers count this collection"),
        gettext_noop(
            "Documents were chosen because they bear on a claim. They are no sample, and shares of them say nothing about the world."
        ),
    ),
    (
        gettext_noop("Two documents can be one witness"),
        gettext_noop(
            "Whoever repeats or translates another adds no evidence of their own; the table “origins” says who goes back to whom."
        ),
    ),
    (
        gettext_noop("Dates are EDTF"),
        gettext_noop(
            "ISO 8601-2: 2014 is a year and no day in it, 2014-06 a month, 2013/2014 a period, 2020~ about 2020, ../2015 until 2015. "
            "A spreadsheet may turn them into days; import such columns as text."
        ),
    ),
    (
        gettext_noop("Texts of the documents are not included"),
        gettext_noop(
            "They belong to those who issued them. The tables hold their addresses, what a passage says in our words, and short "
            "quotations. A locator says where to look."
        ),
    ),
    (
        gettext_noop("CSV is plain text"),
        gettext_noop(
            "A list stands in one cell with | between its words. Text that a spreadsheet would run as a formula has an apostrophe "
            "before it; numbers have not. JSON and SQLite hold the text as it is."
        ),
    ),
    (
        gettext_noop("Only what is public"),
        gettext_noop("Drafts are in no file. Columns may be added; none is taken away or given another meaning."),
    ),
]


@dataclass(frozen=True)
class Licence:
    name: str
    url: str


def licence() -> Licence | None:
    """As the settings give it, a name and an address: “CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/”."""
    name, _, url = settings.DATA_LICENCE.partition(" ")
    return Licence(name, url.strip()) if name else None


def licence_sentence() -> str:
    if given := licence():
        words = _("The tables may be used under %(licence)s. The documents they cite belong to those who issued them.")
        return words % {"licence": given.name}
    return _(
        "No licence has been stated for the tables as a whole. Until one is, assume no more than the law lets you do without, "
        "such as quoting with a reference. The documents they cite belong to those who issued them."
    )
