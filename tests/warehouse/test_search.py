"""Search finds the same sentences with the index of words and without, in a small part of the documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from newsetl.warehouse.models import Model, load_models, run_model

INDEX = ("run_search_documents", "int.search_postings")


class Archive:
    """Documents of one sentence each; ``index`` is what a run does."""

    def __init__(self, sql: Path, least: int) -> None:
        self.db = duckdb.connect()
        self.db.execute("create schema core; create schema meta; create schema stg; create schema ref; create schema int")
        self.db.execute("create temp table run_documents (document_id varchar, document_no integer)")
        self.models: list[Model] = load_models(sql, ("schema", "staging", "intermediate", "macros"))
        for model in self.models:
            if model.layer in ("schema", "staging") or model.name == "search":
                run_model(self.db, model)
        self.db.execute(f"set variable search_index_from = {least}")
        self.size = 0

    def add(self, *texts: str) -> None:
        for text in texts:
            name = f"d{self.size:05}"
            self.size += 1
            self.db.execute(
                "insert into core.documents by name select $id as document_id, $text as text, 'utf-8' as encoding,"
                " 'utf-8' as encoding_rule, 0 as body_start, length($text) as body_end, length($text) as char_count, 1 as word_count,"
                " 'fr' as language, 1 as language_confidence, 'confident' as language_decision, 'none' as date_precision,"
                " 'none' as date_source, 'r' as run_id, $number as document_no",
                {"id": name, "text": text, "number": self.size},
            )
            self.db.execute("insert into stg.places values (?, 'raw/' || ?, 'raw', 1, ?)", [name, name, self.size])
            self.db.execute("insert into core.sentences values (?, 0, 0, ?, 'sentence', 'fr', ?, ?)", [name, len(text), text, self.size])

    def index(self) -> None:
        for model in self.models:
            if model.name in INDEX:
                run_model(self.db, model)

    def found(self, words: str) -> list[str]:
        return [row[0] for row in self.db.execute("select document_id from search(?)", [words]).fetchall()]

    def looked_at(self, words: str) -> int:
        rows = self.db.execute("select count(*) from int.search_documents(?)", [words]).fetchall()
        return int(rows[0][0])


@pytest.fixture
def indexed(repository: Path) -> Iterator[Archive]:
    archive = Archive(repository / "sql", least=0)
    yield archive
    archive.db.close()


def test_accents_case_parts_of_words_and_marks_are_found(indexed: Archive) -> None:
    indexed.add("Le Président s'est tu.", "L'OTAN et la\npresse", "Rien.", "من المغرب إلى فرنسا")
    indexed.index()
    assert indexed.found("president") == indexed.found("PRÉSIDENT") == indexed.found("résid") == ["d00000"]
    assert indexed.found("l'otan presse") == ["d00001"]
    assert indexed.found("المغرب") == ["d00003"]
    assert indexed.found("presse rien") == []
    assert indexed.found(".") == ["d00000", "d00002"]  # no word: every sentence is looked at


def test_only_documents_with_the_word_are_looked_at(indexed: Archive) -> None:
    indexed.add(*["Une phrase comme une autre."] * 9, "Un xylophone.")
    indexed.index()
    assert indexed.looked_at("xylophone") == 1
    assert indexed.looked_at("marimba") == 0
    assert indexed.found("xylophone") == ["d00009"]


def test_the_index_grows_with_each_run(indexed: Archive) -> None:
    indexed.add("Un xylophone.")
    indexed.index()
    indexed.add("Deux xylophones.", "Un marimba.")
    assert indexed.found("xylophone") == ["d00000", "d00001"]  # what no index covers is looked at
    indexed.index()
    assert indexed.found("xylophone") == ["d00000", "d00001"]
    assert indexed.looked_at("marimba") == 1
    before = indexed.db.execute("from int.search_postings order by all").fetchall()
    indexed.index()
    assert indexed.db.execute("from int.search_postings order by all").fetchall() == before


def test_a_small_archive_has_no_index_and_is_searched_all_the_same(repository: Path) -> None:
    archive = Archive(repository / "sql", least=10)
    archive.add("Un xylophone.")
    archive.index()
    assert archive.db.execute("select count(*) from int.search_words").fetchall() == [(0,)]
    assert archive.found("xylophone") == ["d00000"]
    archive.db.close()
