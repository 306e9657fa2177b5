"""Dictionaries of lemmas lie on disk and give what the ones in memory give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY, TrieDictionaryFactory

from newsetl.text import lemmas

WORDS = ("élections", "gère", "chevaux", "Gantz", "présidente", "xyzzy", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(lemmas.platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    lemmas.lemmas.cache_clear()
    yield tmp_path / "cache"
    lemmas.lemmas.cache_clear()


def _in_memory() -> list[str | None]:
    dictionary = DEFAULT_DICTIONARY_FACTORY.get_dictionary("fr")
    return [dictionary.get(word) for word in WORDS]


def test_a_process_reads_what_an_earlier_one_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [lemmas.lemmas("fr").get(word) for word in WORDS] == _in_memory()
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["fr.dic"]
    lemmas.lemmas.cache_clear()  # as if in the next process
    monkeypatch.setattr(TrieDictionaryFactory, "_build_trie", None)
    assert [lemmas.lemmas("fr").get(word) for word in WORDS] == _in_memory()


def test_where_nothing_can_be_kept_lemmas_are_in_memory(folder: Path) -> None:
    folder.write_text("no folder")
    assert [lemmas.lemmas("fr").get(word) for word in WORDS] == _in_memory()


def test_a_broken_file_is_made_again(folder: Path) -> None:
    kept = folder / f"lemmas-{lemmas.__version__}" / "fr.dic"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"half a tr")
    assert [lemmas.lemmas("fr").get(word) for word in WORDS] == _in_memory()
