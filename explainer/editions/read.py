"""Reading an edition from its folder: every record, or every reason why not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from explainer.editions.kinds import KINDS, Kind, References
from explainer.editions.problems import EditionError, FileProblem, path_words
from explainer.editions.prose import SCHEMES
from explainer.editions.schema import KEY, Reader
from explainer.editions.text import TextError, Tree, parse

HERE = Path(__file__).parent
LISTS = {
    "publishers.yaml": "publisher",
    "layers.yaml": "layer",
    "mixups.yaml": "mixup",
    "places.yaml": "place",
    "behaviour-groups.yaml": "behaviour-group",
    "behaviours.yaml": "behaviour",
}
# Every claim has a publisher, a layer and a mix-up; a topic need not have places.
NEEDED = {"publishers.yaml", "layers.yaml", "mixups.yaml"}
FOLDERS = {
    "sources": ("source", ".yaml"),
    "claims": ("claim", ".md"),
    "pages": ("page", ".md"),
    "actors": ("actor", ".yaml"),
    "relations": ("relation", ".yaml"),
    "maps": ("map", ".md"),
    "events": ("event", ".yaml"),
    "chapters": ("chapter", ".md"),
    "catalogs": ("catalog", ".md"),
    "glossary": ("term", ".yaml"),
    "systems": ("system", ".yaml"),
    "articles": ("article", ".md"),
}
# Links in prose, and the kinds of record that live under the address of one
LINK = re.compile(rf"\]\(({'|'.join(SCHEMES)}):([a-z0-9-]+)\)")
LEADS_TO = {"timeline": ("event",), "catalog": ("catalog", "place")}
MAX_BYTES = 2_000_000
FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n?(.*)", re.DOTALL)


@dataclass
class Record:
    """One record as read: its values in their one form, and where each stands."""

    kind: str
    key: str
    values: dict
    file: str
    tree: Tree
    prefix: tuple = ()

    def problem(self, path: tuple, message: str) -> FileProblem:
        return FileProblem(self.file, self.tree.line((*self.prefix, *path)), path_words(path), message)


@dataclass
class Edition:
    folder: Path
    records: dict[tuple[str, str], Record] = field(default_factory=dict)

    def of(self, kind: str) -> list[Record]:
        return [record for (of_kind, _), record in self.records.items() if of_kind == kind]


def find(edition: str) -> Path:
    """The folder of an edition, given as a name or as a path."""
    named = HERE / edition
    for folder in ([named] if KEY.fullmatch(edition) else []) + [Path(edition)]:
        if (folder / "edition.yaml").is_file():
            return folder
    raise EditionError(
        [FileProblem(edition, 0, "", "There is no edition here: no edition.yaml in a folder of that name or path.")]
    )


def names() -> list[str]:
    return sorted(path.parent.name for path in HERE.glob("*/edition.yaml"))


def read(edition: str) -> Edition:
    """Read and check an edition. Raises EditionError with every problem found."""
    reading = _Reading(Edition(find(edition)))
    reading.everything()
    if reading.problems:
        raise EditionError(reading.problems)
    return reading.edition


class _Reading:
    def __init__(self, edition: Edition):
        self.edition = edition
        self.problems: list[FileProblem] = []
        self.references: list[tuple[Record, tuple, str, str]] = []

    def everything(self) -> None:
        folder = self.edition.folder
        self._one(folder / "edition.yaml", "edition", "edition")
        for name, kind in LISTS.items():
            if name in NEEDED or (folder / name).exists():
                self._list(folder / name, kind)
        for name, (kind, suffix) in FOLDERS.items():
            for path in sorted((folder / name).glob("*")) if (folder / name).is_dir() else []:
                self._record_file(path, kind, suffix)
        self._unknown_files()
        self._references_exist()
        if not self.problems:
            self._gates()

    # Files

    def _text(self, path: Path) -> str | None:
        file = self._relative(path)
        if not path.is_file():
            self.problems.append(FileProblem(file, 0, "", "This file is missing."))
            return None
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            self.problems.append(FileProblem(file, 0, "", f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read."))
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            self.problems.append(FileProblem(file, line, "", "The file is not UTF-8; save it as UTF-8 and try again."))
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.edition.folder).as_posix()

    def _parsed(self, path: Path, text: str, first_line: int = 1) -> Tree | None:
        try:
            return parse(text, first_line)
        except TextError as error:
            self.problems.append(FileProblem(self._relative(path), error.line, error.key, error.message))
            return None

    def _record_file(self, path: Path, kind: str, suffix: str) -> None:
        file = self._relative(path)
        if path.name.startswith("."):
            return
        if path.suffix != suffix or not path.is_file():
            self.problems.append(FileProblem(file, 0, "", f"Only {suffix} files belong here."))
        elif not KEY.fullmatch(path.stem):
            self.problems.append(
                FileProblem(file, 0, "", "The file's name is the record's key: lower-case letters, digits and single hyphens.")
            )
        else:
            self._one(path, kind, path.stem)

    def _one(self, path: Path, kind: str, key: str) -> None:
        text = self._text(path)
        if text is None:
            return
        tree = self._parsed(path, text) if path.suffix == ".yaml" else self._markdown(path, kind, text)
        if tree is not None:
            self._add(Record(kind, key, {}, self._relative(path), tree), tree.data)

    def _list(self, path: Path, kind: str) -> None:
        text = self._text(path)
        tree = self._parsed(path, text) if text is not None else None
        if tree is None:
            return
        if not isinstance(tree.data, list):
            self.problems.append(FileProblem(self._relative(path), 1, "", "This file holds a list: “- key: …” for each item."))
            return
        for n, data in enumerate(tree.data):
            key = data.get("key", "") if isinstance(data, dict) else ""
            record = Record(kind, key if isinstance(key, str) else "", {}, self._relative(path), tree, (n,))
            self._add(record, data)

    def _unknown_files(self) -> None:
        known = {"edition.yaml", "README.md", *LISTS, *FOLDERS}
        for path in sorted(self.edition.folder.iterdir()):
            if path.name not in known and not path.name.startswith("."):
                self.problems.append(
                    FileProblem(path.name, 0, "", f"Nothing of this name belongs in an edition ({', '.join(sorted(known))}).")
                )

    # Markdown

    def _markdown(self, path: Path, kind: str, text: str) -> Tree | None:
        match = FRONT_MATTER.fullmatch(text)
        if not match:
            self.problems.append(
                FileProblem(self._relative(path), 1, "", "The file must start with facts between two lines of “---”.")
            )
            return None
        tree = self._parsed(path, match[1], first_line=2)
        if tree is None:
            return None
        if not isinstance(tree.data, dict):
            return tree
        first = match[1].count("\n") + 4
        headings = getattr(KINDS[kind], "sections", None)
        sections = self._sections(path, match[2], first, headings) if headings else {"body": (first, match[2])}
        for name, (line, prose) in sections.items():
            if name in tree.data:
                self.problems.append(
                    FileProblem(self._relative(path), tree.line((name,)), name, "This belongs below the facts, as prose.")
                )
            tree.data[name], tree.lines[(name,)] = prose, line
        return tree

    def _sections(self, path, text, first_line, headings):
        """Prose by heading: name → (line, text)."""
        names = {heading: name for name, heading in headings.items()}
        found: dict[str, tuple[int, list[str]]] = {}
        current = None
        for n, line in enumerate(text.split("\n"), first_line):
            if line.startswith("## "):
                heading = line[3:].strip()
                current = names.get(heading)
                if current is None:
                    self._problem(path, n, f"“{heading}” is not a heading of this file. It has: {', '.join(names)}.")
                elif current in found:
                    self._problem(path, n, f"The heading “{heading}” stands here twice.")
                else:
                    found[current] = (n, [])
            elif current in found:
                found[current][1].append(line)
            elif line.strip() and current is None and not found:
                self._problem(path, n, f"Prose must stand under a heading: {', '.join(names)}.")
                current = ""
        return {name: (line, "\n".join(lines)) for name, (line, lines) in found.items()}

    def _problem(self, path, line, message):
        self.problems.append(FileProblem(self._relative(path), line, "", message))

    # Records

    def _add(self, record: Record, data) -> None:
        reader = Reader()
        record.values = reader.record(data, KINDS[record.kind].fields)
        self.problems += [record.problem(path, message) for path, message in reader.problems]
        self.references += [(record, *reference) for reference in reader.references]
        self.references += [(record, *reference) for reference in KINDS[record.kind].references(record.values)]
        if not record.key:
            return
        if twin := self.edition.records.get((record.kind, record.key)):
            place = f"{twin.file}:{twin.tree.line(twin.prefix)}"
            self.problems.append(record.problem(("key",), f"There is a {record.kind} “{record.key}” already, at {place}."))
            return
        self.edition.records[record.kind, record.key] = record

    def _references_exist(self) -> None:
        for record, path, kind, key in self.references:
            if (kind, key) not in self.edition.records:
                self.problems.append(record.problem(path, f"There is no {kind} “{key}” in this edition."))
        for record in self.edition.records.values():
            for path, text in _texts(record.values):
                for scheme, key in LINK.findall(text):
                    if not any((kind, key) in self.edition.records for kind in LEADS_TO.get(scheme, (scheme,))) and not (
                        scheme == "timeline" and key.isdecimal()
                    ):
                        self.problems.append(
                            record.problem(path, f"A link leads to {scheme}:{key}, which is not in this edition.")
                        )

    # Rules that the models know

    def _gates(self) -> None:
        """Build every record in memory and ask it what stands against its publication."""
        ordered = {}
        for kind in KINDS.values():
            ordered[kind.name], circle = in_order(kind, self.edition.of(kind.name))
            field, message = kind.circle
            self.problems += [record.problem((field,), message) for record in circle]
        if self.problems:
            return
        refs = References(in_memory=True)
        values = {name: record.values for name, record in self.edition.records.items()}
        for kind in KINDS.values():
            for n, record in enumerate(ordered[kind.name], 1):
                instance = kind.build(record.key, record.values, refs)
                # A number makes the instance one that others can point to; nothing is saved.
                instance.pk = n
                refs.instances[kind.name, record.key] = instance
                self.problems += instance_problems(kind, record, instance)
                self.problems += [record.problem(path, message) for path, message in kind.problems(record.values, values)]


def _texts(values, path=()) -> Iterator[tuple[tuple, str]]:
    """Every text of a record, with its path."""
    items = values.items() if isinstance(values, dict) else enumerate(values)
    for name, value in items:
        if isinstance(value, str):
            yield (*path, name), value
        else:
            yield from _texts(value, (*path, name))


def in_order(kind: Kind, records: list[Record]) -> tuple[list[Record], list[Record]]:
    """Records so that each comes after those it builds on; and those that never can, because they form a circle."""
    waiting = {record.key: kind.before(record.values) for record in records}
    by_key, ordered = {record.key: record for record in records}, []
    while ready := [key for key, others in waiting.items() if not others & waiting.keys()]:
        for key in ready:
            del waiting[key]
            ordered.append(by_key[key])
    return ordered, [by_key[key] for key in waiting]


def instance_problems(kind: Kind, record: Record, instance) -> list[FileProblem]:
    """What the model says against the instance: its columns, its rows' columns, and its gate."""
    from django.core.exceptions import ValidationError

    found = []

    def clean(thing, path):
        skip = {f.name for f in thing._meta.fields if f.is_relation or not f.editable} | {"path", "depth", "url_path"}
        try:
            thing.clean_fields(exclude=skip)
            if path:
                thing.clean()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                where = () if name == "__all__" else (("anchor", name[7:]) if name.startswith("anchor_") else (name,))
                found.extend(record.problem((*path, *where), message) for message in messages)

    clean(instance, ())
    for relation, below in kind.rows.items():
        for n, row in enumerate(getattr(instance, relation).all()):
            clean(row, (relation, n))
            for inner in below:
                for m, child in enumerate(getattr(row, inner).all()):
                    clean(child, (relation, n, inner, m))
    if hasattr(instance, "publication_problems"):
        found += [record.problem(problem.path, problem.reason) for problem in instance.publication_problems()]
    return found
