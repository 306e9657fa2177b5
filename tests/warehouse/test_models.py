"""Models: statements that are done slice by slice."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from newsetl.errors import ModelFailed
from newsetl.warehouse.models import Model, run_model

SLICED = """
-- as many slices as there are documents
set variable slices = (select count(*) from documents);
-- a table of its own for each of them
create temp table theirs as select no from documents where no = getvariable('slice');
insert into seen select getvariable('slice'), no from theirs;
drop table theirs;
reset variable slices;
insert into seen values (-1, -1);
"""


def run(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    run_model(connection, Model(Path("seen.sql"), "intermediate", "seen", sql, frozenset()))


@pytest.mark.parametrize("documents", [0, 1, 3])
def test_statements_between_the_marks_are_done_once_a_slice_one_after_another(documents: int) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"create table documents as select range as no from range({documents})")
        connection.execute("create table seen (slice integer, no integer)")
        run(connection, SLICED)
        assert connection.execute("from seen").fetchall() == [*((slice_, slice_) for slice_ in range(documents)), (-1, -1)]


def test_a_failure_within_a_slice_is_told_with_its_line() -> None:
    with duckdb.connect() as connection:
        connection.execute("create table documents as select range as no from range(2)")
        with pytest.raises(ModelFailed, match=r"sql/intermediate/seen\.sql, line 6: .*seen"):
            run(connection, SLICED)


def test_a_block_without_an_end_is_told_and_not_passed_over() -> None:
    with duckdb.connect() as connection, pytest.raises(ModelFailed, match=r"sql/intermediate/seen\.sql: .*without 'reset variable slices'"):
        run(connection, "set variable slices = 1; create table lost (no integer);")


def test_what_is_added_to_was_not_made_by_a_query(repository: Path) -> None:
    """DuckDB 2.0.0 loses what is put by the hundred thousand into a table that a query of the same transaction made without a row."""
    for path in (*sorted((repository / "sql").rglob("*.sql")), *sorted((repository / "src").rglob("*.py"))):
        text = path.read_text(encoding="utf-8")
        made = set(re.findall(r"create or replace (?:temp )?table ([\w.]+) as\b", text))
        assert not made & set(re.findall(r"insert into ([\w.]+)", text)), path
