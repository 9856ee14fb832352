"""Two to four catalogs side by side."""

from dataclasses import dataclass
from urllib.parse import urlencode

from explainer.catalogs.choices import NOT_CHECKED, STATE_WORDS, FactKind
from explainer.catalogs.coverage import answers
from explainer.catalogs.models import CatalogPage
from explainer.catalogs.scale import draw

LEAST, MOST = 2, 4


@dataclass(frozen=True)
class Cell:
    """What one place says on one behaviour: its entries, or none because nobody has looked."""

    entries: list

    @property
    def state(self) -> str:
        return self.entries[0].state if self.entries else NOT_CHECKED

    @property
    def word(self) -> str:
        return STATE_WORDS[self.state]

    @property
    def text(self) -> tuple:
        return tuple((row.state, row.status, row.effect, row.bounds(), row.grade) for row in self.entries)


def comparison(params) -> dict:
    """``place`` names the places, ``only=differences`` leaves out what all of them share."""
    wanted = list(dict.fromkeys(slug for slug in params.getlist("place") if slug))
    choices = list(CatalogPage.objects.published().select_related("place").order_by("place__name"))
    known = {catalog.slug: catalog for catalog in choices}
    chosen = [known[slug] for slug in wanted if slug in known][:MOST]
    only = params.get("only") == "differences"
    context = {
        "choices": choices,
        "slots": [(n, chosen[n].slug if n < len(chosen) else "") for n in range(MOST)],
        "chosen": chosen,
        "unknown": [slug for slug in wanted if slug not in known][:MOST],
        "too_many": len([slug for slug in wanted if slug in known]) > MOST,
        "least": LEAST,
        "only": only,
        "query": urlencode([("place", catalog.slug) for catalog in chosen]),
    }
    if len(chosen) < LEAST:
        return context
    facts, groups, hidden = _rows(chosen, only)
    return context | {"facts": facts, "groups": groups, "hidden": hidden}


def _rows(chosen, only):
    from explainer.catalogs.views import with_behaviours

    table, every_entry = {}, []
    behaviours: dict = {}
    for catalog in chosen:
        # Without citations: those stand on the page of the place.
        facts, entries = list(catalog.facts.all()), with_behaviours(list(catalog.entries.all()))
        every_entry += entries
        by_behaviour: dict = {}
        for entry in entries:
            behaviours[entry.behaviour_id] = entry.behaviour
            by_behaviour.setdefault(entry.behaviour_id, []).append(entry)
        table[catalog.pk] = (answers(facts), by_behaviour)
    draw(every_entry)
    hidden = 0
    facts = []
    for n, kind in enumerate(FactKind):
        cells = [table[catalog.pk][0][n] for catalog in chosen]
        if only and _same(cells):
            hidden += 1
        else:
            facts.append((kind, list(zip(chosen, cells, strict=True))))
    groups: dict = {}
    for behaviour in sorted(behaviours.values(), key=lambda row: (row.group.position, row.position, row.name)):
        cells = [Cell(table[catalog.pk][1].get(behaviour.pk, [])) for catalog in chosen]
        if only and _same(cells):
            hidden += 1
        else:
            groups.setdefault(behaviour.group, []).append((behaviour, list(zip(chosen, cells, strict=True))))
    return facts, list(groups.items()), hidden


def _same(cells) -> bool:
    return all(cell.text == cells[0].text for cell in cells)
