"""The text of a file a reader dropped: .txt, .html, .docx, .pdf. Read in a process of its own with a bound on both
time and memory, because such files can be made to exhaust either."""

import subprocess
import sys
from pathlib import Path, PurePath

LARGEST = 5 * 1024 * 1024  # bytes
SECONDS = 10
KINDS = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
ROOT = Path(__file__).resolve().parents[2]


class UnreadableFile(ValueError):
    """Names the file and says why."""


def text_of(name: str, data: bytes) -> str:
    name = PurePath(name.replace("\\", "/")).name[:80] or "file"
    kind = KINDS.get(PurePath(name).suffix.lower())
    if not kind:
        raise UnreadableFile(f"“{name}” cannot be read here: only .txt, .html, .docx and .pdf files can.")
    if len(data) > LARGEST:
        raise UnreadableFile(f"“{name}” is larger than {LARGEST // 1024 // 1024} MB.")
    command = [sys.executable, "-m", "claims.intake.extract", kind]
    try:
        # Our own module; nothing of the reader is in the command.
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=SECONDS * 2, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(f"“{name}” took too long to read.") from error
    if done.returncode == 0:
        text = done.stdout.decode("utf-8")
        if not text.strip():
            raise UnreadableFile(f"“{name}” holds no text. A scan of a page is a picture; copy its text by hand.")
        return text
    reason = done.stdout.decode("utf-8").strip() if done.returncode == REFUSED else "it asks for too much time or memory."
    raise UnreadableFile(f"“{name}” cannot be read: {reason}")


REFUSED = 3
