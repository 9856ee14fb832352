"""The text of a file a reader dropped: .txt, .html, .docx, .pdf. Read in a process of its own with a bound on both
time and memory, because such files can be made to exhaust either."""

import subprocess
import sys
from pathlib import Path, PurePath

from sources.intake.extract import REFUSED

LARGEST = 5 * 1024 * 1024  # bytes
SECONDS = 10
KINDS = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
ROOT = Path(__file__).resolve().parents[2]


class UnreadableFile(ValueError):
    """Names the file and says why."""


def text_of(name: str, data: bytes) -> str:
    name = tidy_name(name)
    kind = KINDS.get(PurePath(name).suffix.lower())
    if not kind:
        raise UnreadableFile(f"“{name}” cannot be read here: only .txt, .html, .docx and .pdf files can.")
    if len(data) > LARGEST:
        raise UnreadableFile(f"“{name}” is larger than {LARGEST // 1024 // 1024} MB.")
    text = run_apart("sources.intake.extract", [kind], data, SECONDS * 2, f"“{name}”").decode("utf-8")
    if not text.strip():
        raise UnreadableFile(f"“{name}” holds no text. A scan of a page is a picture; copy its text by hand.")
    return text


def tidy_name(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name[:80] or "file"


def run_apart(module: str, arguments: list[str], data: bytes, seconds: float, what: str) -> bytes:
    """What a module of ours makes of ``data``, in a process of its own. ``what`` begins the sentence of an error."""
    command = [sys.executable, "-m", module, *arguments]
    try:
        # Our own module; of the file only its kind, and the address it came from, are in the command.
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=seconds, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(f"{what} took too long to read.") from error
    if done.returncode == 0:
        return done.stdout
    reason = done.stdout.decode("utf-8").strip() if done.returncode == REFUSED else "it asks for too much time or memory."
    raise UnreadableFile(f"{what} cannot be read: {reason}")
