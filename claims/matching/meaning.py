"""The semantic extra: sentence vectors of all-MiniLM-L6-v2, computed with numpy alone.

The model (Apache-2.0, sentence-transformers) is fetched and checked by ``make semantic`` and kept as 8-bit numbers,
22 MB. Nothing here loads, or misses, anything while the site runs without it.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np

LAYERS, HEADS, WIDTH = 6, 12, 384
MOST_PIECES = 126  # of a text; two marks make it 128
UNKNOWN, BEGIN, END = 100, 101, 102
BATCH = 8
ROWS = 64


class Meaning:
    """Turns texts into unit vectors of 384 numbers; the product of two is how alike they are in meaning."""

    def __init__(self, folder: Path):
        with np.load(folder / "model.npz") as stored:
            self.weights = dict(restored(stored))
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.pieces = {piece: number for number, piece in enumerate(vocabulary) if piece}
        self._split = lru_cache(50_000)(self._split_word)

    @staticmethod
    def is_at(folder: Path) -> bool:
        return (folder / "model.npz").is_file() and (folder / "vocab.txt").is_file()

    def vectors(self, texts: list[str]) -> np.ndarray:
        numbered = [self.numbers(text) for text in texts]
        # Texts of like length side by side waste the least on filling up.
        order = sorted(range(len(texts)), key=lambda i: len(numbered[i]))
        found = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            found[batch] = self._forward([numbered[i] for i in batch])
        return found

    def numbers(self, text: str) -> list[int]:
        found: list[int] = []
        for word in basic_words(text):
            found += self._split(word)
            if len(found) >= MOST_PIECES:
                break
        return [BEGIN, *found[:MOST_PIECES], END]

    def _split_word(self, word: str) -> tuple[int, ...]:
        """Longest pieces first (WordPiece)."""
        if len(word) > 100:
            return (UNKNOWN,)
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self.pieces.get(("##" if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return (UNKNOWN,)
            found.append(number)
            start = end
        return tuple(found)

    def _forward(self, numbered: list[list[int]]) -> np.ndarray:
        w = self.weights
        count, length = len(numbered), max(map(len, numbered))
        ids = np.zeros((count, length), dtype=np.int64)
        mask = np.zeros((count, length), dtype=np.float32)
        for i, row in enumerate(numbered):
            ids[i, : len(row)], mask[i, : len(row)] = row, 1
        unseen = ((1 - mask) * np.float32(-1e9))[:, None, None, :]
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length]
        x = self._normed(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(x, f"{at}attention.self.{part}").reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            looks = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(WIDTH // HEADS)) + unseen
            looks = np.exp(looks - looks.max(-1, keepdims=True))
            looks /= looks.sum(-1, keepdims=True)
            seen = (looks @ value).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
            x = self._normed(x + self._linear(seen, f"{at}attention.output.dense"), f"{at}attention.output.LayerNorm")
            inner = gelu(self._linear(x, f"{at}intermediate.dense"))
            x = self._normed(x + self._linear(inner, f"{at}output.dense"), f"{at}output.LayerNorm")
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)

    def _linear(self, x, name):
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _normed(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12))
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """x · Φ(x), with the error function of Abramowitz and Stegun 7.1.26 (off by 1.5e-7 at most). Works in place."""
    rows = x.reshape(-1, x.shape[-1])
    for at in range(0, len(rows), ROWS):  # few enough to stay in the cache of the processor
        part = rows[at : at + ROWS]
        z = np.abs(part)
        z *= np.float32(0.7071067811865476)
        t = z * np.float32(0.3275911)
        t += 1
        np.reciprocal(t, out=t)
        series = t * np.float32(1.061405429)
        for term in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
            series += np.float32(term)
            series *= t
        z *= z
        np.negative(z, out=z)
        series *= np.exp(z, out=z)
        series *= np.float32(-0.5)
        series += np.float32(0.5)
        # Φ(x) = ½ ± ½ erf(|x|/√2)
        np.copysign(series, part, out=series)
        series += np.float32(0.5)
        part *= series
    return x


def basic_words(text: str) -> list[str]:
    """Words and signs, lower-cased, without accents, each Chinese character by itself: BERT's first step."""
    found, word = [], ""
    for c in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(c)
        if kind == "Mn" or (kind[0] == "C" and not c.isspace()):
            continue
        alone = kind[0] == "P" or (c.isascii() and c.isprintable() and not c.isalnum() and not c.isspace())
        alone = alone or "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf"
        if alone or c.isspace():
            if word:
                found.append(word)
            word = ""
            if alone:
                found.append(c)
        else:
            word += c
    return [*found, word] if word else found


def shrunk(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Matrices as 8-bit numbers with one scale a row; the short rest as it is."""
    stored = {}
    for name, values in weights.items():
        if values.ndim == 2:
            scale = np.abs(values).max(1, keepdims=True) / 127 + 1e-12
            stored[name] = np.rint(values / scale).astype(np.int8)
            stored[f"{name}|scale"] = scale.astype(np.float32)
        else:
            stored[name] = values.astype(np.float32)
    return stored


def restored(stored):
    for name in stored:
        if not name.endswith("|scale"):
            scale = f"{name}|scale"
            yield name, stored[name].astype(np.float32) * stored[scale] if scale in stored else stored[name]
