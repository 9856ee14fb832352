"""A secret key for one machine, made once and kept beside the data. Production takes its own from the environment."""

import os
import secrets
from pathlib import Path


def kept_secret(data_dir: Path) -> str:
    """The key of this data folder; made on first use, readable by its owner alone."""
    if given := os.environ.get("SECRET_KEY", "").strip():
        return given
    path = data_dir / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if kept := path.read_text().strip():
            return kept
        # A crash between making and writing it left it empty.
        descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
    made = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(made)
    return made
