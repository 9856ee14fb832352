"""The semantic extra without the model: its arithmetic, its words, and that no other file is taken for it."""

import math
import struct

import numpy as np
import pytest

from claims.matching.fetched import main, safetensors
from claims.matching.matcher import Matcher, Wording
from claims.matching.meaning import LAYERS, WIDTH, Meaning, basic_words, gelu, restored, shrunk


@pytest.fixture
def tiny(tmp_path):
    """A model of the right shape and random numbers: it means nothing, but the same text is the same vector."""
    random = np.random.default_rng(7)
    vocabulary = [
        "[PAD]",
        *(f"[{n}]" for n in range(1, 100)),
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "the",
        "moon",
        "##s",
        "is",
        "cheese",
        ".",
    ]
    (tmp_path / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
    shapes = {
        "embeddings.word_embeddings.weight": (len(vocabulary), WIDTH),
        "embeddings.position_embeddings.weight": (128, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for n in range(LAYERS):
        at = f"encoder.layer.{n}."
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            shapes |= {f"{at}{part}.weight": (WIDTH, WIDTH), f"{at}{part}.bias": (WIDTH,)}
        shapes |= {f"{at}intermediate.dense.weight": (4 * WIDTH, WIDTH), f"{at}intermediate.dense.bias": (4 * WIDTH,)}
        shapes |= {f"{at}output.dense.weight": (WIDTH, 4 * WIDTH), f"{at}output.dense.bias": (WIDTH,)}
        norms += [f"{at}attention.output.LayerNorm", f"{at}output.LayerNorm"]
    weights = {name: random.normal(0, 0.05, shape).astype(np.float32) for name, shape in shapes.items()}
    for name in norms:
        weights |= {f"{name}.weight": np.ones(WIDTH, np.float32), f"{name}.bias": np.zeros(WIDTH, np.float32)}
    np.savez(tmp_path / "model.npz", **shrunk(weights))
    return Meaning(tmp_path)


def test_words_become_pieces_and_unknown_ones_are_marked(tiny):
    assert tiny.numbers("The MOONS, is.") == [101, 103, 104, 105, 100, 106, 108, 102]
    assert len(tiny.numbers("moon " * 500)) == 128


def test_signs_and_chinese_characters_stand_alone():
    assert basic_words("Crédit—信用, ok\0") == ["credit", "—", "信", "用", ",", "ok"]


def test_a_vector_is_of_length_one_and_does_not_depend_on_its_neighbours(tiny):
    alone = tiny.vectors(["the moon is cheese"])[0]
    among = tiny.vectors(["moons", "the moon is cheese", "is is is the cheese moon moons the the the"])[1]
    assert np.linalg.norm(alone) == pytest.approx(1, abs=1e-5)
    assert np.allclose(alone, among, atol=1e-5)


def test_with_the_extra_meaning_is_measured_too_and_brings_candidates_that_share_no_word(tiny):
    matcher = Matcher([Wording("moon", "The moon is cheese."), Wording("train", "Trains are late.")], meaning=tiny)
    best, measures = matcher.measured("the moon is cheese.", matcher.vectors(["the moon is cheese."])[0])
    assert best.tolist() == [0, 1]
    assert measures["means_text"][0] == pytest.approx(1, abs=1e-4)
    assert measures["means_text"][1] < 0.999
    assert len(matcher.match("cheese moons")) == 2
    assert matcher.match("") == [] or matcher.match("")[0].score < 0.15


def test_the_activation_is_that_of_the_paper():
    x = np.linspace(-6, 6, 500, dtype=np.float32).reshape(-1, 5)
    exact = [v * 0.5 * (1 + math.erf(v / math.sqrt(2))) for v in x.ravel().tolist()]
    assert np.allclose(gelu(x.copy()).ravel(), exact, atol=1e-6)


def test_eight_bits_lose_less_than_half_a_step():
    values = np.random.default_rng(1).normal(size=(20, 30)).astype(np.float32)
    back = dict(restored(shrunk({"w": values, "b": values[0]})))
    assert np.array_equal(back["b"], values[0])
    assert (np.abs(back["w"] - values) <= np.abs(values).max(1, keepdims=True) / 127 / 2 + 1e-6).all()


def test_a_safetensors_file_is_read():
    values = np.arange(6, dtype="<f4")
    header = b'{"encoder.x":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"pooler.y":{"dtype":"F32","shape":[0],"data_offsets":[24,24]}}'
    read = safetensors(struct.pack("<Q", len(header)) + header + values.tobytes())
    assert list(read) == ["encoder.x"]
    assert np.array_equal(read["encoder.x"], values.reshape(2, 3))


def test_any_other_model_is_refused_and_nothing_is_installed(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    for name in ("model.safetensors", "vocab.txt"):
        (package / name).write_bytes(b"something else")
    with pytest.raises(SystemExit, match="is not the file that was checked"):
        main(package, tmp_path / "semantic")
    assert not (tmp_path / "semantic").exists()
