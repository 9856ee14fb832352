"""Where a reader can open a source: its addresses in the order to try them, with a plain word on those that do not open.

A function of what is kept, without a clock: a page says the same until somebody, or a check, changes that.
"""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sources.choices import LinkKind
from sources.health.choices import UNREACHABLE, Link
from sources.languages import Translated
from sources.models import Source, SourceLink


@dataclass(frozen=True)
class Address:
    url: str
    words: str
    link: SourceLink | None = None  # none: the address of the document itself
    trouble: str = ""


TROUBLE = {Link.FAILING: _("it did not open when we last tried"), Link.DEAD: _("it no longer opens")}


def addresses_to_open(source: Source) -> list[Address]:
    """The document first; if it fails, an archived copy that does not."""
    known = dict(source.link_states.values_list("url", "state")) if source.pk else {}
    found = (
        [Address(source.url, Translated(gettext("Open the document")), trouble=TROUBLE.get(known.get(source.url), ""))]
        if source.url
        else []
    )
    found += [Address(link.url, link.words, link, TROUBLE.get(known.get(link.url), "")) for link in source.links.all()]
    if known.get(source.url) in UNREACHABLE:
        found.sort(key=lambda address: not is_archive(address) or bool(address.trouble))
    return found


def is_archive(address: Address) -> bool:
    return address.link is not None and address.link.kind == LinkKind.ARCHIVE
