"""A grid map: one tile for each place that has one, with the number of catalogs inside it."""

from collections import Counter
from dataclasses import dataclass

from explainer.catalogs.models import CatalogPage
from explainer.places.models import Place

SIZE, GAP, SHADES = 84, 6, 3


@dataclass(frozen=True)
class Tile:
    place: Place
    x: int
    y: int
    count: int

    @property
    def shade(self) -> int:
        return min(self.count, SHADES)

    @property
    def lines(self) -> list[tuple[int, str]]:
        """(y, text): the name, on two lines if it has two words."""
        words = self.place.name.split(" ", 1)
        return [(self.y + 34 + 15 * n - 7 * (len(words) - 1), word) for n, word in enumerate(words)]


@dataclass(frozen=True)
class Grid:
    tiles: list[Tile]
    width: int
    height: int
    size: int = SIZE

    @property
    def with_catalogs(self) -> list[Tile]:
        return sorted((tile for tile in self.tiles if tile.count), key=lambda tile: (-tile.count, tile.place.name))


def grid() -> Grid | None:
    """In three queries, however many places."""
    around = dict(Place.objects.values_list("pk", "within_id"))
    tiles = {place.pk: place for place in Place.objects.published().exclude(tile="")}
    if not tiles:
        return None
    counts: Counter = Counter()
    for place_id in CatalogPage.objects.published().values_list("place_id", flat=True):
        seen = set()
        while place_id is not None and place_id not in seen:
            seen.add(place_id)
            if place_id in tiles:
                counts[place_id] += 1
            place_id = around.get(place_id)
    made = []
    for place in tiles.values():
        column, row = place.column_and_row
        made.append(Tile(place, column * (SIZE + GAP), row * (SIZE + GAP), counts[place.pk]))
    made.sort(key=lambda tile: (tile.y, tile.x))
    return Grid(made, max(tile.x for tile in made) + SIZE, max(tile.y for tile in made) + SIZE)
