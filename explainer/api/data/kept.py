"""Files that are made once for a state of the content and kept until it changes."""

import hashlib
import os
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from explainer.api.data.state import state

_making = threading.RLock()  # a package is made of files that are made here as well
ABANDONED = 3600  # seconds after which a file that somebody began is nobody's


@dataclass(frozen=True)
class Kept:
    path: Path
    digest: str  # SHA-256 of what is in it


def kept(name: str, make: Callable[[Path], None]) -> Kept:
    """The file ``name`` as ``make`` writes it from the content of now. It is there as a whole or not at all."""
    folder, now = Path(settings.OPEN_DATA_DIR), state()
    if found := _found(folder, now, name):
        return found
    with _making:
        return _found(folder, now, name) or _made(folder, now, name, make)


def _found(folder: Path, now: str, name: str) -> Kept | None:
    path = next(folder.glob(f"{now}.*.{name}"), None)
    return Kept(path, path.name.split(".")[1]) if path else None


def _made(folder: Path, now: str, name: str, make: Callable[[Path], None]) -> Kept:
    folder.mkdir(parents=True, exist_ok=True)
    handle, begun = tempfile.mkstemp(prefix="begun-", suffix=f"-{name}", dir=folder)
    os.close(handle)
    begun = Path(begun)
    try:
        make(begun)
        with begun.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        path = begun.replace(folder / f"{now}.{digest}.{name}")
    finally:
        begun.unlink(missing_ok=True)
    _tidy(folder, name)
    return Kept(path, digest)


def _tidy(folder: Path, name: str) -> None:
    """Takes away what is out of date, but for the one before: it may just be about to be read."""
    with suppress(OSError):  # another process tidies too
        files = sorted(folder.glob(f"*.*.{name}"), key=lambda path: path.stat().st_mtime, reverse=True)
        left = [path for path in folder.glob("begun-*") if path.stat().st_mtime < time.time() - ABANDONED]
        for path in [*files[2:], *left]:
            path.unlink(missing_ok=True)
