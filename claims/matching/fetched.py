"""From the published package to the small files ``Meaning`` reads. Run by ``make semantic``; refuses any other bytes."""

import hashlib
import json
import struct
import sys
from pathlib import Path

import numpy as np

from claims.matching.meaning import shrunk

# The hash several independent projects pin for sentence-transformers/all-MiniLM-L6-v2; the package is a re-upload.
HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
USED = ("embeddings.word_embeddings", "embeddings.position", "embeddings.token_type", "embeddings.LayerNorm", "encoder.")


def safetensors(data: bytes) -> dict[str, np.ndarray]:
    """Arrays of 32-bit floats from a safetensors file: a length, a JSON header, the bytes."""
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    found = {}
    for name, about in header.items():
        if name.startswith(USED) and about["dtype"] == "F32":
            start, end = (8 + length + offset for offset in about["data_offsets"])
            found[name] = np.frombuffer(data[start:end], dtype="<f4").reshape(about["shape"])
    return found


def main(package: Path, folder: Path) -> None:
    files = {}
    for name, expected in HASHES.items():
        (path,) = package.rglob(name)
        files[name] = path.read_bytes()
        if hashlib.sha256(files[name]).hexdigest() != expected:
            sys.exit(f"error: {name} is not the file that was checked: its SHA-256 differs. Nothing was installed.")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "model.part").open("wb") as part:
        np.savez(part, **shrunk(safetensors(files["model.safetensors"])))
    (folder / "vocab.txt").write_bytes(files["vocab.txt"])
    (folder / "model.part").rename(folder / "model.npz")
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    print(f"The semantic extra is in {folder}: {size / 1e6:.0f} MB.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
