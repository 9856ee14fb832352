import json

import pytest
from django.core.management import CommandError, call_command

CLAIMS = [
    ("c1", "The moon is made of green cheese.", "What is the moon made of?", "A cook"),
    ("c2", "Trains to the coast are free on Sundays.", "Are Sunday trains free?", ""),
    ("c3", "Bees never sleep.", "Do bees sleep?", "A keeper"),
]
QUERIES = [
    ("q1", "He said the moon was all green cheese", "c1"),
    ("q2", "On Sundays you ride trains to the coast free", "c2"),
    ("q3", "Did you know that bees do not sleep, ever?", "c3|c1"),
]
NOMATCH = [("n1", "The mayor opened a library.", "plain"), ("n2", "Moon cheese green.", "judged-match")]


def table(path, head, rows):
    path.write_text("\n".join(map("\t".join, [head, *rows])) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    one = tmp_path / "small"
    one.mkdir()
    table(one / "claims.tsv", ("id", "text", "title", "speaker"), CLAIMS)
    table(one / "queries.tsv", ("id", "text", "relevant"), QUERIES)
    table(one / "nomatch.tsv", ("id", "text", "kind"), NOMATCH)
    return tmp_path


def test_every_measure_is_printed_for_each_set(folder, capsys):
    call_command("benchmark_matching", folder, "--json", "--letters")
    found = json.loads(capsys.readouterr().out)["small"]
    names = "mrr map5 hit1 hit5 auroc_right recall_at_1pct_false p50_ms p95_ms index_s rss_mb"
    assert list(found) == names.split()
    assert found["mrr"] == found["hit1"] == found["auroc_right"] == found["recall_at_1pct_false"] == 1
    assert found["map5"] == pytest.approx((1 + 1 + (1 + 2 / 3) / 2) / 3, abs=1e-3)  # the two claims of q3 stand first and third


def test_one_set_by_itself_and_words_for_people(folder, capsys):
    call_command("benchmark_matching", folder / "small", "--letters")
    assert "small\n  mrr                   1" in capsys.readouterr().out


def test_a_right_claim_below_the_first_counts_less(folder, capsys):
    table(folder / "small/queries.tsv", ("id", "text", "relevant"), [("q1", "The moon is made of green cheese", "c2")])
    call_command("benchmark_matching", folder, "--json", "--letters")
    found = json.loads(capsys.readouterr().out)["small"]
    assert found["hit1"] == found["recall_at_1pct_false"] == 0
    assert found["mrr"] <= 0.5


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("queries.tsv", None, "queries.tsv: there is no such file"),
        ("claims.tsv", "id\tbody\nc1\tx\n", "does not name text, title"),
        ("nomatch.tsv", "id\ttext\tkind\n", "one of them is empty"),
    ],
)
def test_what_is_no_set_is_refused_with_the_reason(folder, name, content, reason):
    path = folder / "small" / name
    path.unlink() if content is None else path.write_text(content)
    with pytest.raises(CommandError, match=reason):
        call_command("benchmark_matching", folder)


def test_a_folder_without_sets_is_refused(tmp_path):
    with pytest.raises(CommandError, match="no folder with a claims"):
        call_command("benchmark_matching", tmp_path)
