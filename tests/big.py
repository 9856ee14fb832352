"""A made-up edition of great size, to see what size does to the site: ``python -m tests.big FOLDER [PART]``.

The same call writes the same bytes. ``PART`` (0.05 for a twentieth) makes a smaller one of the same kind. Nothing in it
is true or about anybody.
"""

import json
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from explainer.actors.choices import ActorKind, Sector, Status, Verb
from explainer.catalogs.choices import ConsequenceKind, Effect, EntryStatus, FactKind, State
from explainer.places.choices import Level
from explainer.timeline.choices import EventKind, Lane
from sources.choices import DerivationKind, PublisherKind, Reading, SourceKind, Tier

FIRST_YEAR, LAST_YEAR = 1980, 2026
PROVINCES, GROUPS, A_GROUP = 31, 12, 5
ON_A_MAP, LINES_OF_A_MAP = 25, 60
HUBS = 12  # actors that have to do with a great many others
CHECKED = "2026-11-22"
WORDS = """
records office list notice court ruling firm account plan trial rule city report figure register review permit fee
ledger council clerk signal bridge harbour market school clinic road water forest letter archive meeting budget survey
"""


@dataclass(frozen=True)
class Size:
    events: int = 5000
    actors: int = 1000
    relations: int = 5000
    maps: int = 10
    places: int = 300
    entries: int = 30_000
    sources: int = 300
    publishers: int = 40
    claims: int = 100

    def part(self, share: float) -> "Size":
        least = {"actors": ON_A_MAP, "maps": 1, "places": 4, "sources": 12, "publishers": 4, "claims": 2}
        return Size(**{f.name: max(round(getattr(self, f.name) * share), least.get(f.name, 1)) for f in fields(self)})


def write(folder: Path, size: Size | None = None) -> int:
    """Write the edition into ``folder``, in place of one written earlier. Returns the number of files."""
    if folder.exists():
        if any(folder.iterdir()) and not (folder / "edition.yaml").read_text().startswith('key: "big"\n'):
            raise SystemExit(f"error: {folder} holds something else.")
        shutil.rmtree(folder)
    count = 0
    for name, text in _Writer(size or Size()).files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        count += 1
    return count


class _Writer:
    def __init__(self, size: Size):
        self.size, self.chance, self.vocabulary = size, random.Random(1984), WORDS.split()
        self.sources = [f"source-{n:03}" for n in range(size.sources)]
        self.claims = [f"claim-{n:03}" for n in range(size.claims)]
        self.actors = [f"actor-{n:04}" for n in range(size.actors)]
        self.provinces = [f"province-{n:02}" for n in range(PROVINCES)]
        self.places = [f"place-{n:03}" for n in range(size.places)]
        self.layers = [f"layer-{n}" for n in range(5)]
        self.behaviours = [f"behaviour-{n:02}" for n in range(GROUPS * A_GROUP)]

    def files(self) -> Iterator[tuple[str, str]]:
        yield "edition.yaml", block(self.edition())
        yield "publishers.yaml", block(list(self.publishers()))
        yield "layers.yaml", block([self.term(key, n, "System") for n, key in enumerate(self.layers)])
        yield "mixups.yaml", block([self.term(f"mixup-{n}", n, "Mix-up") for n in range(5)])
        yield "places.yaml", block(list(self.all_places()))
        yield "behaviour-groups.yaml", block([self.term(f"group-{n:02}", n, "Field") for n in range(GROUPS)])
        yield "behaviours.yaml", block(list(self.all_behaviours()))
        for n, key in enumerate(self.sources):
            yield f"sources/{key}.yaml", block(self.source(n))
        for key in ("about", "method"):
            facts = {"title": key.capitalize(), "template": "method" if key == "method" else "text"}
            yield f"pages/{key}.md", markdown(facts, "## Made up\n\nNothing here is true.")
        for n, key in enumerate(self.claims):
            yield f"claims/{key}.md", self.claim(n)
        for n, key in enumerate(self.actors):
            yield f"actors/{key}.yaml", block(self.actor(n))
        maps = [self.chance.sample(self.actors, ON_A_MAP) for _ in range(self.size.maps)]
        relations = self.relations(maps)
        for key, relation in relations.items():
            yield f"relations/{key}.yaml", block(relation)
        for n, actors in enumerate(maps):
            yield f"maps/map-{n:02}.md", self.map(n, actors, relations)
        for n in range(self.size.events):
            yield f"events/event-{n:04}.yaml", block(self.event(n))
        for year in range(FIRST_YEAR + 5, LAST_YEAR + 1, 5):
            yield f"chapters/{year}.md", self.chapter(year)
        for key, entries in zip(self.places, self.shares(), strict=True):
            yield f"catalogs/{key}.md", self.catalog(key, entries)

    # Lists

    def edition(self):
        return {
            "key": "big",
            "name": "Big site",
            "title": "A topic of great size",
            "question": "Does it still answer quickly?",
            "answer": "It should. See [the method](page:method).",
            **{f"{room}_title": room.capitalize() for room in ("claims", "timeline", "actors", "catalogs")},
            "featured": self.claims[:6],
        }

    def publishers(self):
        for n in range(self.size.publishers):
            yield {"key": f"publisher-{n:02}", "name": f"Publisher {n}", "kind": self.one_of(PublisherKind)}

    def term(self, key, n, word):
        return {
            "key": key,
            "position": str(n + 1),
            "name": f"{word} {n + 1}: {self.words(2)}",
            "short": f"{word} {n + 1}",
            "description": self.sentence(),
        }

    def all_places(self):
        yield {"key": "country", "name": "Country", "level": "country"}
        for n, key in enumerate(self.provinces):
            yield {"key": key, "name": f"Province {n}", "level": "province", "within": "country", "tile": f"{n % 7},{n // 7}"}
        levels = [level for level in Level.values if level not in ("country", "province")]
        for n, key in enumerate(self.places):
            # Every fourth lies in another place, the others in a province.
            within = self.places[self.chance.randrange(n)] if n % 4 == 3 else self.chance.choice(self.provinces)
            yield {
                "key": key,
                "name": f"Place {n}",
                "name_original": f"地方{n}",
                "language": "zh",
                "level": self.chance.choice(levels),
                "within": within,
            }

    def all_behaviours(self):
        for n, key in enumerate(self.behaviours):
            yield {"key": key, "group": f"group-{n // A_GROUP:02}", "position": str(n % A_GROUP + 1), "name": f"Doing {n}"}

    # Records

    def source(self, n):
        key = self.sources[n]
        derivations = [
            {"origin": origin, "kind": self.one_of(DerivationKind)} for origin in self.some(self.sources[:n], 0, 2) if n % 3 == 0
        ]
        return {
            "title": f"Document {n} on the {self.words(3)}",
            "title_original": f"文件{n}",
            "language": "zh",
            "publisher": f"publisher-{n % self.size.publishers:02}",
            "authors": [f"Family{n}, Given"],
            "tier": self.one_of(Tier),
            "kind": self.one_of(SourceKind),
            "issued": self.day(),
            "url": f"https://example.org/{key}",
            "links": [{"kind": "translation", "url": f"https://example.org/{key}/en", "label": "English translation"}],
            "reading": self.one_of(Reading),
            "reliability": self.sentence(),
            "derivations": derivations,
        }

    def claim(self, n):
        evidence = [
            {"key": f"e{m}", "stance": self.chance.choice(("supports", "contradicts", "context")), **self.citation()}
            for m in range(self.chance.randint(4, 12))
        ]
        facts = {
            "title": f"Claim {n}: the {self.words(3)} is so",
            "statement": self.sentence(),
            "layers": self.some(self.layers, 1, 2),
            "mixups": self.some([f"mixup-{m}" for m in range(5)], 0, 2),
            "place": "The country",
            "period": "2014/..",
            "looked_for": self.sentence(),
            "waivers": [
                {"gate": gate, "reason": self.sentence(), "given_by": "Desk", "seconded_by": "Reader", "date": CHECKED}
                for gate in ("origins", "primary")
            ],
            "last_checked": CHECKED,
            "next_review": "2027-05-22",
            "verdicts": [
                {
                    "verdict": self.chance.choice(("false", "misleading", "mixed", "mostly-true", "unproven")),
                    "date": CHECKED,
                    "reason": self.sentence(),
                    "reviewer": "Desk",
                }
            ],
            "appearances": [
                {**self.citation(), "said_by": f"Outlet {m}", "said_on": self.day(), "first_known": "yes" if m == 0 else ""}
                for m in range(self.chance.randint(1, 4))
            ],
            "evidence": evidence,
        }
        pointed = " ".join(f"{self.sentence()}[^{row['key']}]" for row in evidence)
        return markdown(
            facts,
            f"## Short answer\n\n{self.sentence()}[^e0] {self.sentence()}",
            f"## What is documented\n\n{pointed}",
            f"## What it grew out of\n\n{self.sentence()}",
            f"## This would change if\n\n{self.sentence()}",
        )

    def actor(self, n):
        return {
            "name": f"Body {n} of {self.words(2)}",
            "article": "the",
            "name_original": f"机构{n}",
            "language": "zh",
            "aliases": [f"B{n}"],
            "short": f"Body {n}",
            "kind": self.one_of(ActorKind),
            "sector": self.one_of(Sector),
            "role": self.sentence(),
            "about": f"{self.sentence()} {self.sentence()}",
            "layers": self.some(self.layers, 1, 2),
            "place": self.chance.choice(self.places),
            "claims": self.some(self.claims, 0, 2),
            "citations": self.citations(1, 2),
        }

    def relations(self, maps) -> dict[str, dict]:
        """Some on every map, some of a few actors that many have to do with, the rest of anybody with anybody."""
        triples: dict[tuple[str, str, str], None] = {}

        def add(subject, thing):
            if subject != thing:
                triples[subject, self.one_of(Verb), thing] = None

        wanted = self.size.relations
        for n, actors in enumerate(maps, 1):
            most = min(n * LINES_OF_A_MAP, n * wanted // (2 * len(maps)))
            while len(triples) < most:
                add(*self.chance.sample(actors, 2))
        hubs = self.actors[:HUBS]
        for hub in hubs:
            for other in self.chance.sample(self.actors, min(len(self.actors), wanted // 40)):
                add(*((hub, other) if self.chance.random() < 0.5 else (other, hub)))
        while len(triples) < wanted:
            add(*self.chance.sample(self.actors, 2))
        return {"-".join(triple): self.relation(*triple) for triple in list(triples)[:wanted]}

    def relation(self, subject, verb, thing):
        return {
            "subject": subject,
            "verb": verb,
            "object": thing,
            "detail": f"for the {self.words(3)}" if self.chance.random() < 0.5 else "",
            "period": self.date() if self.chance.random() < 0.7 else "",
            "status": self.one_of(Status),
            "note": self.sentence(),
            "citations": self.citations(1, 3),
        }

    def map(self, n, actors, relations):
        shown = set(actors)
        lines = [key for key, row in relations.items() if {row["subject"], row["object"]} <= shown][:20]
        facts = {"title": f"Picture {n}", "position": str(n + 1), "summary": self.sentence(), "actors": actors}
        facts["marks"] = [{"actor": actors[0], "words": "marked"}]
        return markdown(facts, " ".join(f"{self.sentence()}[^{key}]" for key in lines) or self.sentence())

    def event(self, n):
        return {
            "title": f"Event {n}: the {self.words(4)}",
            "date": self.date(),
            "lane": self.one_of(Lane),
            "kind": self.one_of(EventKind),
            "text": f"{self.sentence()} {self.sentence()}",
            "actors": self.some(self.actors, 0, 3),
            "places": self.some(self.places, 0, 2),
            "claims": self.some(self.claims, 0, 2),
            "citations": self.citations(1, 3),
        }

    def chapter(self, year):
        rows = [{"key": f"c{n}", **self.citation()} for n in range(6)]
        text = " ".join(f"{self.sentence()}[^{row['key']}]" for row in rows)
        facts = {"title": f"{year}: {self.words(3)}", "summary": self.sentence(), "citations": rows}
        headings = ("What was decided", "What was said", "What was not")
        return markdown(facts, *(f"## {heading}\n\n{text}" for heading in headings))

    def shares(self) -> list[int]:
        """How many entries each catalog has: one has very many, the others more or less."""
        total, places = self.size.entries, self.size.places
        largest = min(total // 10, 600)
        weights = [self.chance.uniform(0.2, 1.8) for _ in range(places - 1)]
        shares = [int((total - largest) * weight / sum(weights)) for weight in weights]
        shares[0] += total - largest - sum(shares)
        return [largest, *shares]

    def catalog(self, key, count):
        kinds = self.chance.sample(FactKind.values, self.chance.randint(8, len(FactKind)))
        facts = {
            "title": f"A score in {key.replace('-', ' ')}",
            "place": key,
            "scheme": f"Scheme of {key.replace('-', ' ')}",
            "scheme_original": "积分办法",
            "language": "zh",
            "summary": self.sentence(),
            "operator": self.chance.choice(self.actors),
            "layer": self.chance.choice(self.layers),
            "claims": self.some(self.claims, 0, 3),
            "last_checked": CHECKED,
            "next_review": "2027-05-22",
            "facts": [self.fact(kind) for kind in sorted(kinds)],
            "entries": [self.entry(n) for n in range(count)],
            "consequences": [
                {
                    "kind": self.one_of(ConsequenceKind),
                    "what": self.sentence(),
                    "who": "Grade A",
                    "status": self.one_of(EntryStatus),
                    "citations": self.citations(1, 2),
                }
                for _ in range(self.chance.randint(3, 15))
            ],
            "citations": [{"key": "rules", **self.citation()}],
        }
        return markdown(
            facts, f"## What it is\n\n{self.sentence()}[^rules]", f"## What is said about it\n\n{self.sentence()}[^rules]"
        )

    def answered(self) -> dict:
        """A state, and what must stand beside it: citations, or the day of a search that found nothing."""
        state = self.chance.choices(State.values, (8, 1, 1))[0]
        if state == State.NOT_FOUND:
            return {"state": state, "checked": CHECKED}
        return {"state": state, "citations": self.citations(1, 2)}

    def fact(self, kind):
        return {
            "fact": kind,
            **self.answered(),
            "value": self.words(4),
            "date": self.date() if self.chance.random() < 0.5 else "",
        }

    def entry(self, n):
        found = {"behaviour": self.behaviours[n % len(self.behaviours)], "wording": f"{self.words(5)}, row {n + 1}"}
        found |= self.answered() | {"status": self.one_of(EntryStatus)}
        if found["state"] != State.YES:
            return found
        if self.chance.random() < 0.7:
            low = self.chance.randint(-100, 50)
            points = str(low) if self.chance.random() < 0.6 else f"{low}..{low + self.chance.randint(1, 40)}"
            found |= {"effect": "points", "points": points}
        else:
            found["effect"] = self.chance.choice([effect for effect in Effect.values if effect != "points"])
            found["grade"] = self.chance.choice("ABCD") if found["effect"] == "grade" else ""
        if self.chance.random() < 0.3:
            found |= {"conditions": self.sentence(), "period": self.date()}
        return found

    # Parts

    def citations(self, least, most):
        return [self.citation() for _ in range(self.chance.randint(least, most))]

    def citation(self):
        found = {
            "source": self.chance.choice(self.sources),
            "locator": f"art. {self.chance.randint(1, 90)}",
            "says": self.sentence(),
        }
        if self.chance.random() < 0.4:
            found["anchor"] = {"start": self.words(4), "end": self.words(3)}
        return found

    def day(self) -> str:
        return f"{self.year()}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"

    def year(self) -> int:
        """Late years have more events than early ones."""
        return round(self.chance.triangular(FIRST_YEAR, LAST_YEAR, LAST_YEAR - 8))

    def date(self) -> str:
        """Every precision that EDTF has here."""
        year, kind = self.year(), self.chance.random()
        if kind < 0.55:
            return self.day()
        if kind < 0.7:
            return f"{year}-{self.chance.randint(1, 12):02}"
        if kind < 0.8:
            return f"{year}{self.chance.choice(('', '', '~', '?', '%'))}"
        if kind < 0.83:
            return f"{year // 10}X"
        if kind < 0.93:
            return f"{year}-{self.chance.randint(1, 12):02}/{year + self.chance.randint(1, 3)}"
        return self.chance.choice((f"{self.day()}/..", f"../{self.day()}", f"{year}/"))

    def one_of(self, choices) -> str:
        return self.chance.choice(choices.values)

    def some(self, things, least, most) -> list[str]:
        return sorted(self.chance.sample(things, min(self.chance.randint(least, most), len(things))))

    def words(self, count) -> str:
        return " ".join(self.chance.choices(self.vocabulary, k=count))

    def sentence(self) -> str:
        return f"The {self.words(4)} says that the {self.words(5)} is so."


# YAML, much faster than a library writes it: every scalar in double quotes, as JSON writes it too.


def block(data, indent: int = 0) -> str:
    return "".join(f"{line}\n" for line in _lines(data, " " * indent))


def _lines(data, lead: str) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            if isinstance(item, str):
                yield f"{lead}- {quoted(item)}"
            else:
                first, *others = _lines(item, f"{lead}  ")
                yield f"{lead}- {first[len(lead) + 2 :]}"
                yield from others
        return
    for name, value in data.items():
        if value in ("", [], {}):
            continue
        if isinstance(value, str):
            yield f"{lead}{name}: {quoted(value)}"
        else:
            yield f"{lead}{name}:"
            yield from _lines(value, f"{lead}  ")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def markdown(facts: dict, *prose: str) -> str:
    return "\n\n".join((f"---\n{block(facts)}---", *prose)) + "\n"


def main() -> int:
    if len(sys.argv) not in (2, 3):
        raise SystemExit("usage: python -m tests.big FOLDER [PART]")
    folder = Path(sys.argv[1])
    size = Size() if len(sys.argv) == 2 else Size().part(float(sys.argv[2]))
    count = write(folder, size)
    megabytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    print(
        f"{count:,} files, {megabytes:.1f} MB in {folder}: {', '.join(f'{getattr(size, f.name):,} {f.name}' for f in fields(size))}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
