"""Which addresses there are to be checked: those the sources name now."""

from django.db import transaction

from sources.choices import LinkKind
from sources.health.choices import Link
from sources.models import LinkState, Source
from sources.models.health import digest

# Kinds of links of which it is enough to know that they open; of the others the text is compared.
OPEN_ONLY = frozenset({LinkKind.ARCHIVE, LinkKind.FILE, LinkKind.REPORT})


def addresses_of(source: Source) -> list[str]:
    named = [source.url, *(link.url for link in source.links.all())]
    return list(dict.fromkeys(url for url in named if url.startswith(("http://", "https://"))))


def keeps_text(link: LinkState) -> bool:
    """Whether the address is held to what stands there, and not only to its opening."""
    kinds = {row.kind for row in link.source.links.all() if row.url == link.url}
    return link.url == link.source.url or not kinds & OPEN_ONLY


@transaction.atomic
def follow(sources=None) -> int:
    """Every address a source names has a state; one it names no longer is marked so. Returns how many are new."""
    sources = (Source.objects.all() if sources is None else sources).order_by("pk").prefetch_related("links", "link_states")
    new = []
    for source in sources:
        wanted = {digest(url): url for url in addresses_of(source)}
        known = {row.url_hash: row for row in source.link_states.all()}
        new += [LinkState(source=source, url=wanted[key]) for key in wanted.keys() - known.keys()]
        for key, row in known.items():
            if key not in wanted and row.state != Link.REPLACED:
                row.state = Link.REPLACED
                row.save(update_fields=["state"])
            elif key in wanted and row.state == Link.REPLACED:
                row.forget_state()
                row.save()
    for row in new:
        row.fill()
    LinkState.objects.bulk_create(new)
    return len(new)
