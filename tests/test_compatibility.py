"""The published file in the tools that people have: an older DuckDB in Python, the DuckDB shell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse import catalogue

OLD_DUCKDB = Path(sys.prefix) / "compat" / "duckdb14"
SHELL = Path(sys.executable).with_name("duckdb")
CALLS = ("evidence_for_actor('Benny Gantz')", "why_merged('Gantz')", "actor_timeline('Benny Gantz')", "search('Gantz')")
OBJECTS = "select view_name from duckdb_views() where not internal and schema_name = 'main' order by view_name"
TABLE_MACROS = "select function_name from duckdb_functions() where not internal and function_type = 'table_macro'"


@pytest.fixture(scope="module")
def counts(sample_run: tuple[Settings, RunReport]) -> dict[str, int]:
    """Rows of every view and macro of the default schema, as the current DuckDB counts them."""
    settings, _ = sample_run
    names = [str(row[0]) for row in catalogue.query(settings, OBJECTS).rows]
    assert names
    there = {row[0] for row in catalogue.query(settings, TABLE_MACROS).rows}
    names += [call for call in CALLS if call.split("(")[0] in there]
    return {name: int(catalogue.query(settings, f"select count(*) from {name}").rows[0][0]) for name in names}


def _shell(file: Path, *commands: str, read_only: bool = True) -> str:
    arguments = [part for command in commands for part in ("-cmd", command)]
    access = ["-readonly"] if read_only else []
    call = [str(SHELL), *access, "-bail", "-noheader", "-csv", str(file), *arguments, "-c", "select 'done'"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, env=os.environ | {"HOME": str(file.parent)})
    assert done.returncode == 0, done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


def test_an_older_duckdb_in_python_counts_the_same(sample_run: tuple[Settings, RunReport], counts: dict[str, int]) -> None:
    assert OLD_DUCKDB.is_dir(), "make install puts an older DuckDB there"
    program = (
        "import duckdb, json, sys\n"
        "connection = duckdb.connect(sys.argv[1], read_only=True)\n"
        "ask = lambda sql: connection.execute(sql).fetchall()\n"
        "counts = {name: ask(f'select count(*) from {name}')[0][0] for name in json.loads(sys.argv[2])}\n"
        "print(json.dumps([duckdb.__version__, counts]))\n"
    )
    call = [sys.executable, "-c", program, str(sample_run[0].warehouse), json.dumps(list(counts))]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, env=os.environ | {"PYTHONPATH": str(OLD_DUCKDB)})
    assert done.returncode == 0, done.stderr
    version, found = json.loads(done.stdout)
    assert version.startswith("1.4.")
    assert found == counts


def test_the_shell_counts_the_same(sample_run: tuple[Settings, RunReport], counts: dict[str, int]) -> None:
    questions = [f"select count(*) from {name};" for name in counts]
    answers = _shell(sample_run[0].warehouse, "select version();", *questions).split()
    assert answers[0] == "v1.5.6"
    assert dict(zip(counts, map(int, answers[1:-1]), strict=True)) == counts


def test_every_mart_can_be_read_in_the_shell(sample_run: tuple[Settings, RunReport], repository: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    shutil.copy(sample_run[0].warehouse, copy)
    for mart in sorted((repository / "sql" / "marts").glob("*.sql")):
        before = _shell(copy, f"select count(*) from {mart.stem};").split()[0]
        after = _shell(copy, f".read {mart}", f"select count(*) from {mart.stem};", read_only=False).split()[-2]
        assert after == before, mart.name
