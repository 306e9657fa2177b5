"""Doubtful pairs of names: which are worth a row, and writing it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actor_corpus import Corpus, M
from newsetl.errors import InvalidReference
from newsetl.reference import load_reference
from newsetl.warehouse.review import choose, doubtful_pairs


@pytest.fixture
def corpus(repository: Path) -> Corpus:
    """Two doubtful pairs, the second more frequent, and a surname that two persons bear."""
    corpus = Corpus(repository)
    corpus.document("a", "Mario Bassolini", "Maria Bassolini", "José García")
    corpus.document("b", "José García", "José Luis García", "Bassolini")
    corpus.document("c", "José García", "José Luis García", M("Bassolini"))
    corpus.run()
    return corpus


def test_most_frequent_first(corpus: Corpus) -> None:
    doubts = doubtful_pairs(corpus.db)
    assert [(doubt.name, doubt.other_name, doubt.documents, doubt.other_documents) for doubt in doubts] == [
        ("José García", "José Luis García", 3, 2),
        ("Maria Bassolini", "Mario Bassolini", 1, 1),
    ]
    assert doubtful_pairs(corpus.db, limit=1) == doubts[:1]
    assert doubtful_pairs(corpus.db, kind="organisation") == []


@pytest.mark.parametrize("merge", [True, False])
def test_the_row_chosen_takes_effect_and_the_pair_is_settled(corpus: Corpus, repository: Path, tmp_path: Path, merge: bool) -> None:
    shutil.copytree(repository / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("sample"))
    before = (tmp_path / "seeds/actor_aliases.csv").read_text(encoding="utf-8")
    doubt = doubtful_pairs(corpus.db)[0]
    row = choose(tmp_path / "seeds", doubt, merge)
    assert (tmp_path / "seeds/actor_aliases.csv").read_text(encoding="utf-8").startswith(before)
    assert load_reference(tmp_path / "seeds").rows("actor_aliases")[-1]["alias"] == "José Luis García"
    corpus.alias(row[0], row[1], row[3])
    corpus.run()
    assert (corpus.actor_of("b", "José García") == corpus.actor_of("b", "José Luis García")) is merge
    assert "José Luis García" not in [open_doubt.other_name for open_doubt in doubtful_pairs(corpus.db)]


def test_a_second_thought_replaces_the_row(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "actor_aliases.csv"
    path.write_text("actor_id,alias,language,status,note\nx,Ex,,active,", encoding="utf-8")
    doubt = doubtful_pairs(corpus.db)[0]
    choose(tmp_path, doubt, merge=True)
    choose(tmp_path, doubt, merge=False, note="two cousins, says the desk")
    assert path.read_text(encoding="utf-8").splitlines() == [
        "actor_id,alias,language,status,note",
        "x,Ex,,active,",
        f'{doubt.actor_id},José Luis García,,blocked,"two cousins, says the desk"',
    ]


def test_a_file_of_another_shape_is_left_alone(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "actor_aliases.csv"
    path.write_text("name;alias\n", encoding="utf-8")
    with pytest.raises(InvalidReference, match="columns"):
        choose(tmp_path, doubtful_pairs(corpus.db)[0], merge=True)
    assert path.read_text(encoding="utf-8") == "name;alias\n"
