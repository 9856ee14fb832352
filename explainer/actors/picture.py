"""A stored layout made ready for the template: boxes with their words, lines with their sentences."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from explainer.actors.choices import Band
from explainer.actors.layout import BOX_H, BOX_W, WIDTH
from explainer.actors.models import Actor, Relation

PUBLIC_BANDS = {Band.PARTY_STATE, Band.COURTS, Band.REGULATORS, Band.LOCAL}
LINE_LENGTH = 15  # characters of a label that fit a box


@dataclass
class Box:
    actor: Actor
    x: float
    y: float
    is_centre: bool = False
    mark: str = ""

    @property
    def left(self) -> float:
        return round(self.x - BOX_W / 2, 1)

    @property
    def top(self) -> float:
        return round(self.y - BOX_H / 2, 1)

    @property
    def lines(self) -> list[tuple[float, str]]:
        """(y, text): the label on one line, or on two; below a label the mark, if it has one."""
        if self.mark:
            return [(self.y - 3, self.actor.short), (self.y + 14, self.mark)]
        words, first, second = self.actor.short.split(), "", ""
        for word in words:
            if not second and len(f"{first} {word}".strip()) <= LINE_LENGTH:
                first = f"{first} {word}".strip()
            else:
                second = f"{second} {word}".strip()
        return [(self.y - 3, first or second), (self.y + 14, second)] if first and second else [(self.y + 5, first or second)]


@dataclass
class Line:
    relation: Relation
    path: str
    x: float
    y: float

    @property
    def text_y(self) -> float:
        return round(self.y + 4.5, 1)


@dataclass
class Zone:
    band: Band
    top: float
    height: float
    boxes: list[Box]

    @property
    def zone(self) -> str:
        return "public" if self.band in PUBLIC_BANDS else "private" if self.band == Band.COMPANIES else "civil"

    @property
    def word(self) -> str:
        return gettext({"public": _("public"), "private": _("private")}.get(self.zone, _("looking on")))


@dataclass
class Picture:
    width: int
    height: int
    zones: list[Zone]
    lines: list[Line]
    box_width: int = BOX_W
    box_height: int = BOX_H

    @property
    def boxes(self) -> list[Box]:
        return [box for zone in self.zones for box in zone.boxes]


def picture(
    layout: dict, actors: list[Actor], relations: list[Relation], centre: Actor | None = None, marks=None
) -> Picture | None:
    """The picture of what is public now: a box or line that has gone since the layout was stored is left out.

    Numbers the relations in reading order, so that a text beside the picture can name them.
    """
    places, drawn = layout.get("nodes", {}), layout.get("edges", {})
    by_slug = {actor.slug: actor for actor in actors}
    marks = marks or {}
    boxes = [
        Box(by_slug[slug], *places[slug], by_slug[slug] == centre, marks.get(slug, "")) for slug in places if slug in by_slug
    ]
    if len(boxes) < 2:
        return None
    boxes.sort(key=lambda box: (box.y, box.x))
    shown = {box.actor.slug for box in boxes}
    lines = [
        Line(row, drawn[row.slug]["d"], *drawn[row.slug]["n"])
        for row in relations
        if row.slug in drawn and {row.subject.slug, row.object.slug} <= shown
    ]
    lines.sort(key=lambda line: (round(line.y / 24), line.x))
    for n, line in enumerate(lines, 1):
        line.relation.number = n
    zones = [
        Zone(Band(name), top, height, [box for box in boxes if box.actor.band == name])
        for name, top, height in layout.get("bands", [])
    ]
    return Picture(WIDTH, layout["size"][1], [zone for zone in zones if zone.boxes], lines)
