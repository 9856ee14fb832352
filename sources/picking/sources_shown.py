"""The sources that can be picked from: those cited in the form first, then any with a stored text."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length

from sources.models import Capture, Source
from sources.picking.stored import newest_captures

MOST = 40


@dataclass(frozen=True)
class Offered:
    source: Source
    capture: Capture | None
    is_cited: bool

    @property
    def size(self) -> int:
        return self.capture.length if self.capture else 0


def offered(cited: list[int], words: str = "") -> list[Offered]:
    sources = Source.objects.select_related("publisher")
    if words:
        found = sources.annotate(has_text=_has_text()).filter(_named(words)).order_by("-has_text", "title")
        listed = list(found[:MOST])
    else:
        first = sources.filter(pk__in=cited).order_by("title")
        others = sources.filter(_has_text()).exclude(pk__in=cited).order_by("title")[:MOST]
        listed = [*first, *others]
    captures = newest_captures([source.pk for source in listed]).defer("text").annotate(length=Length("text"))
    by_source = {capture.source_id: capture for capture in captures}
    listed.sort(key=lambda source: source.pk not in by_source)  # what can be picked from first
    return [Offered(source, by_source.get(source.pk), source.pk in cited) for source in listed]


def _has_text():
    return Exists(Capture.objects.filter(source=OuterRef("pk")).exclude(text=""))


def _named(words: str):
    wanted = Q()
    for word in words.split()[:8]:
        wanted &= Q(title__icontains=word) | Q(title_original__icontains=word) | Q(publisher__name__icontains=word)
    return wanted
