"""How much of one text stands in another, told from 516 bytes kept of each: a MinHash of its word sequences.

Source: A. Broder, On the resemblance and containment of documents (1997).
"""

import re
import unicodedata
import zlib

import numpy as np

SIZE = 128
# A sign of Chinese, Japanese or Korean is a word of its own here.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
LENGTH = 5  # words in a sequence
FEWEST = 30  # sequences; shorter texts are alike by chance
AT_ONCE = 20_000
# Fixed for good: fingerprints are kept.
_random = np.random.Generator(np.random.PCG64(20260101))
FACTORS = _random.integers(1, 2**63, SIZE, dtype=np.uint64) | np.uint64(1)
OFFSETS = _random.integers(0, 2**63, SIZE, dtype=np.uint64)


def fingerprint(text: str) -> bytes:
    """Empty if the text is too short to be told from others."""
    words = WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    sequences = {
        zlib.crc32(" ".join(words[at : at + LENGTH]).encode("utf-8", "replace")) for at in range(len(words) - LENGTH + 1)
    }
    if len(sequences) < FEWEST:
        return b""
    hashes = np.fromiter(sequences, dtype=np.uint64, count=len(sequences))
    smallest = np.full(SIZE, 2**32 - 1, dtype=np.uint32)
    for at in range(0, len(hashes), AT_ONCE):
        mixed = (hashes[at : at + AT_ONCE, None] * FACTORS + OFFSETS) >> np.uint64(32)
        smallest = np.minimum(smallest, mixed.min(axis=0).astype(np.uint32))
    return np.uint32(len(sequences)).tobytes() + smallest.tobytes()


def likeness(one: bytes, others: list[bytes]) -> list[tuple[float, float]]:
    """For each of the others: (share of what both have in all they have, share of the shorter that is in the longer)."""
    if not one or not others:
        return [(0.0, 0.0)] * len(others)
    rows = np.frombuffer(b"".join(others), dtype=np.uint32).reshape(len(others), SIZE + 1)
    mine = np.frombuffer(one, dtype=np.uint32)
    alike = (rows[:, 1:] == mine[1:]).mean(axis=1)
    sizes = rows[:, 0].astype(float)
    common = alike / (1 + alike) * (sizes + float(mine[0]))
    held = np.minimum(common / np.minimum(sizes, float(mine[0])), 1.0)
    return list(zip(alike.tolist(), held.tolist(), strict=True))
