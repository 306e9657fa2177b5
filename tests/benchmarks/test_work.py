"""The work that a fixed corpus costs, counted and not timed: texts read again, rows written, bytes read and copied."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import annotate, pipeline, resources
from newsetl import work as worker
from newsetl.contracts import FRAMES
from newsetl.files import Content
from newsetl.read import read_file
from newsetl.warehouse import publish

pytestmark = pytest.mark.slow  # nine runs

FRENCH, ENGLISH, GERMAN = 6, 5, 4
ARTICLES = FRENCH + ENGLISH + GERMAN


class Work:
    """What was done since the last look."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def taken(self) -> Counter[str]:
        """The counts so far, which begin again."""
        counts, self.counts = self.counts, Counter()
        return counts


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    work = Work()
    copy, split, find = publish.copy_file, annotate.sentences.split_sentences, annotate.terms.TermFinder.find

    def copied(source: Path, target: Path) -> None:
        copy(source, target)
        work.counts["copies"] += 1
        work.counts["bytes copied"] += target.stat().st_size

    def opened(path: str) -> Content:
        work.counts["files read"] += 1
        return read_file(path)

    def read(*arguments: object) -> object:
        work.counts["texts read"] += 1
        return split(*arguments)  # type: ignore[arg-type]

    def terms(self: annotate.terms.TermFinder, text: str, blocks: list[annotate.Sentence], language: str) -> object:
        work.counts[f"terms {language}"] += 1
        return find(self, text, blocks, language)

    monkeypatch.setattr(publish, "copy_file", copied)
    monkeypatch.setattr("newsetl.work.read_file", opened)
    monkeypatch.setattr(annotate.sentences, "split_sentences", read)
    monkeypatch.setattr(annotate.terms.TermFinder, "find", terms)
    return work


def _with_files(folder: Path) -> Desk:
    desk = Desk(folder)
    shutil.copytree(resources.folder("seeds"), folder / "seeds", ignore=shutil.ignore_patterns("sample"))
    desk.settings = replace(desk.settings, seeds=folder / "seeds", snapshots=1)
    for count, text in ((FRENCH, HARBOUR), (ENGLISH, BUDGET), (GERMAN, MATCH)):
        for number in range(count):
            desk.write(f"{text[:4].strip()}-{number}.txt", f"{text}\n{'.' * (number + 1)}\n")
    return desk


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    """A desk whose files no run has seen."""
    return _with_files(tmp_path)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = _with_files(tmp_path_factory.mktemp("first"))
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.copy(tmp_path)


def _rows(desk: Desk) -> dict[str, int]:
    """Rows of each table that readers of texts fill."""
    return {frame.table: int(str(desk.value(f"select count(*) from {frame.table}"))) for frame in FRAMES.values() if frame.table}


def _rows_of(desk: Desk, run_id: str) -> int:
    return int(str(desk.value(f"select count(*) from core.annotations where run_id = '{run_id}'")))


def test_each_text_is_read_once_and_the_warehouse_copied_once(fresh: Desk, work: Work) -> None:
    report = fresh.run()
    done = work.taken()
    assert (done["files read"], done["texts read"]) == (ARTICLES, ARTICLES)
    assert report.bytes_read == sum(path.stat().st_size for path in fresh.raw.iterdir())
    assert (done["copies"], done["bytes copied"]) == (1, fresh.settings.warehouse.stat().st_size)


def test_a_file_with_another_time_and_the_same_bytes_is_hashed_and_not_read_as_a_text(desk: Desk, work: Work) -> None:
    os.utime(next(desk.raw.iterdir()), (1_800_000_000, 1_800_000_000))
    desk.run()
    done = work.taken()
    assert (done["files read"], done["texts read"], done["copies"]) == (1, 0, 0)


def test_rows_lie_in_the_order_of_the_numbers_of_their_documents(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB skips the places of a table where a number cannot be; that is what makes evidence, search and refreshes cheap."""
    desk.write("new.txt", MATCH.replace("Samstag", "Sonntag"))
    desk.run()
    monkeypatch.setattr(annotate.sentences, "VERSION", "changed")
    monkeypatch.setattr(worker, "_annotators", {})  # a process builds its readers once
    monkeypatch.setattr(resources, "reading_code", lambda: "another")
    assert desk.run().documents_reread == ARTICLES + 1
    tables = {frame.table for frame in FRAMES.values() if frame.table} | {"core.mention_actors", "int.document_names", "int.quotations"}
    for table in sorted(tables):
        before = f"select document_no, lag(document_no) over (order by rowid) as before from {table}"
        assert desk.value(f"select count(*) from ({before}) where before > document_no") == 0, table
    numbers = "select min(document_no), max(document_no), count(distinct document_no), count(*) from core.documents"
    assert desk.ask(numbers) == [(1, ARTICLES + 1, ARTICLES + 1, ARTICLES + 1)]


def test_unchanged_files_cost_no_reading_and_no_copy(desk: Desk, work: Work) -> None:
    assert desk.run().status == "unchanged"
    assert work.taken() == Counter()


def test_a_new_article_costs_one_reading_and_leaves_the_rows_of_the_others(desk: Desk, work: Work) -> None:
    before = _rows(desk)
    work.taken()
    desk.write("new.txt", MATCH.replace("Samstag", "Sonntag"))
    report = desk.run()
    done = work.taken()
    assert (done["files read"], done["texts read"], done["copies"]) == (1, 1, 1)
    assert _rows_of(desk, report.run_id) == len(annotate.STEPS)
    added = {table: count - before[table] for table, count in _rows(desk).items()}
    assert added["core.documents"] == 1
    assert added["core.annotations"] == len(annotate.STEPS)


def _add_term(desk: Desk, term: str) -> None:
    lists = Path(str(desk.settings.seeds)) / "topic_terms.csv"
    lines = lists.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split(",")
    given = {"topic_id": lines[1].split(",")[columns.index("topic_id")], "term": term, "language": "de", "weight": "2"}
    lists.write_text("\n".join([*lines, ",".join(given.get(column, "") for column in columns)]) + "\n", encoding="utf-8")


def test_an_edit_of_a_term_list_reads_the_texts_that_hold_the_term_and_no_file(desk: Desk, work: Work) -> None:
    _add_term(desk, "Zuschauer")
    report = desk.run()
    done = work.taken()
    assert report.documents_reread == GERMAN
    assert {name for name in done if name.startswith("terms")} == {"terms de"}
    assert (done["files read"], done["texts read"]) == (0, GERMAN)
    assert _rows_of(desk, report.run_id) == GERMAN  # one step of each


def test_an_edit_of_a_term_list_that_no_text_holds_reads_nothing(desk: Desk, work: Work) -> None:
    _add_term(desk, "Zwergspitz")
    report = desk.run()
    done = work.taken()
    assert (report.status, report.documents_reread) == ("published", 0)
    assert (done["files read"], done["texts read"], _rows_of(desk, report.run_id)) == (0, 0, 0)


def test_a_rebuild_reads_nothing(desk: Desk, work: Work) -> None:
    assert pipeline.run([str(desk.raw)], desk.settings, rebuild=True).status == "published"
    done = work.taken()
    assert (done["files read"], done["texts read"], done["copies"]) == (0, 0, 1)
