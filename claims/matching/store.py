"""What is kept on disk for the matching: the semantic extra, where it is installed, and vectors made with it."""

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
from django.conf import settings

from claims.matching.meaning import WIDTH, Meaning

VECTORS = "vectors.npz"


@cache
def meaning() -> "Remembered | None":
    """The extra, or None where ``make semantic`` was not run. Asked once a process."""
    folder = Path(settings.DATA_DIR) / "semantic"
    return Remembered(folder) if Meaning.is_at(folder) else None


class Remembered(Meaning):
    """Makes the vector of a wording once, whatever process asks; those of readers' sentences are never kept."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.file = folder / VECTORS

    def remembered(self, texts: list[str]) -> np.ndarray:
        known = self._read()
        keys = [hashlib.sha256(text.encode()).hexdigest()[:32] for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            made = dict(zip(missing, self.vectors(list(missing.values())), strict=True))
            known = {key: known[key] for key in keys if key in known} | made
            self._write(known)
        return np.array([known[key] for key in keys], dtype=np.float32).reshape(-1, WIDTH)

    def _read(self) -> dict[str, np.ndarray]:
        try:
            with np.load(self.file) as stored:
                return dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
        except (OSError, ValueError, KeyError):
            return {}  # none yet, or a file that broke off: made anew

    def _write(self, known) -> None:
        # In one step, so that another process reads the old file or the new one.
        handle, name = tempfile.mkstemp(dir=self.file.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as part:
            np.savez(part, keys=np.array(list(known)), vectors=np.array(list(known.values()), dtype=np.float32))
        Path(name).replace(self.file)
