"""Writing records as files: one form for each record, so that equal records are equal bytes."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from explainer.editions.kinds import KINDS, Kind
from explainer.editions.problems import EditionError, FileProblem
from explainer.editions.read import FOLDERS, LISTS, NEEDED
from explainer.editions.text import write as write_yaml


def as_text(kind: Kind, record: dict) -> str:
    """The text of one record, as it stands in its file."""
    sections = getattr(kind, "sections", None)
    prose = tuple(sections or ()) or ((kind.body,) if hasattr(kind, "body") else ())
    facts = write_yaml({name: value for name, value in record.items() if name not in prose})
    if not prose:
        return facts
    parts = [f"---\n{facts}---"]
    for name in prose:
        if text := record.get(name):
            parts += [f"## {sections[name]}", text] if sections else [text]
    return "\n\n".join(parts) + "\n"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def dump(folder: Path) -> tuple[dict[str, int], list[str]]:
    """Write the published content to a new folder. Returns counts by kind, and what was left out with the reason.

    Raises EditionError if the folder holds anything, or if a record cannot be written; then nothing is written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EditionError([FileProblem(str(folder), 0, "", "This is not an empty folder; a dump goes to a new one.")])
    files, counts, left_out = _files()
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Built beside the target and moved there whole, so that a crash leaves no half an edition behind.
    building = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, text in files.items():
            path = building / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        building.chmod(0o755)
        building.replace(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return counts, left_out


def _files():
    files, counts, left_out, problems = {}, {}, [], []
    lists = {kind: name for name, kind in LISTS.items()}
    places = {kind: f"{folder}/{{}}{suffix}" for folder, (kind, suffix) in FOLDERS.items()} | {"edition": "{}.yaml"}
    for kind in KINDS.values():
        public = []
        for instance in kind.all():
            if not kind.is_public(instance):
                left_out.append(f"{kind.name} {kind.key(instance)}: never published, or unpublished")
                continue
            if getattr(instance, "warning", ""):
                left_out.append(f"{kind.name} {kind.key(instance)}: the warning on it; put it up again where the files go")
            if kind.has_draft(instance):
                left_out.append(f"{kind.name} {kind.key(instance)}: its unpublished changes; the public version is written")
            try:
                public.append((kind.key(instance), kind.record(instance)))
            except ValueError as error:
                problems.append(FileProblem(f"{kind.name} {kind.key(instance)}", 0, "", str(error)))
        counts[kind.name] = len(public)
        if kind.name in lists and not public and lists[kind.name] not in NEEDED:
            continue
        if kind.name in lists:
            files[lists[kind.name]] = write_yaml([record for _, record in public])
        else:
            files |= {places[kind.name].format(key): as_text(kind, record) for key, record in public}
    if problems:
        raise EditionError(problems)
    return files, counts, left_out
