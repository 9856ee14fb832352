"""Holding anchors against the stored text of their sources."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from explainer.editions.problems import EditionError, FileProblem
from explainer.editions.read import Edition, Record
from sources.anchors import Anchor, fold, passages_in_folded


@dataclass
class AnchorReport:
    found: int = 0
    no_capture: list[str] = field(default_factory=list)  # citations whose source names no stored copy
    not_here: set[str] = field(default_factory=set)  # files that sources name and the folder does not hold
    problems: list[FileProblem] = field(default_factory=list)


def check_anchors(edition: Edition, folder: Path) -> AnchorReport:
    """Every anchor must find exactly one passage in the newest stored copy of its source that ``folder`` holds."""
    if not folder.is_dir():
        raise EditionError([FileProblem(str(folder), 0, "", "There is no such folder of captures.")])
    report = AnchorReport()
    texts: dict[str, str] = {}
    for record, path, citation in citations(edition):
        if "anchor" not in citation:
            continue
        source = edition.records["source", citation["source"]]
        text = _text(source, folder, texts, report)
        if text is None:
            if not source.values.get("captures"):
                report.no_capture.append(str(record.problem(path, f"its source “{source.key}” has no stored copy.")))
            continue
        found = len(passages_in_folded(text, Anchor(**citation["anchor"])))
        if found == 1:
            report.found += 1
        else:
            problem = "finds no passage" if not found else f"finds {found} passages, not one,"
            report.problems.append(
                record.problem((*path, "anchor"), f"The anchor {problem} in the stored copy of “{source.key}”.")
            )
    return report


def citations(edition: Edition):
    """(record, path, citation) for every citation of the edition, wherever it stands."""
    for record in edition.records.values():
        for path, citation in _citations(record.values, ()):
            yield record, path, citation


def _citations(values, path):
    if isinstance(values, dict) and {"source", "says"} <= values.keys():
        yield path, values
    elif isinstance(values, dict | list):
        for name, value in values.items() if isinstance(values, dict) else enumerate(values):
            yield from _citations(value, (*path, name))


def _text(source: Record, folder: Path, texts: dict[str, str], report: AnchorReport) -> str | None:
    captures = source.values.get("captures", [])
    for n, capture in sorted(enumerate(captures), key=lambda item: item[1]["taken"], reverse=True):
        name = capture.get("file", "")
        path = folder / Path(name).name
        if not name or not path.is_file():
            report.not_here.add(name or f"{source.key}, SHA-256 {capture['sha256'][:12]}…")
            continue
        if name not in texts:
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() != capture["sha256"]:
                report.problems.append(
                    source.problem(("captures", n, "sha256"), f"The file {name} is not the one named here: its SHA-256 differs.")
                )
                return None
            texts[name] = fold(data.decode("utf-8"))
        return texts[name]
    return None
