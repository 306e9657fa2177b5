"""The command line: exit codes, output for people and machines, and that reading is only reading."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, Desk
from newsetl import cli, lock


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    for variable in [name for name in os.environ if name.startswith("NEWSETL_")]:
        monkeypatch.delenv(variable)
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    desk.write("b.txt", BUDGET)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSETL_WORKERS", "1")
    return desk


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with a published warehouse that no test changes."""
    desk = Desk(tmp_path_factory.mktemp("published"))
    desk.write("a.txt", HARBOUR)
    desk.run()
    return desk


def call(*arguments: str) -> int:
    """Exit code of a command."""
    try:
        cli.main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_run_publishes_and_tells(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run", "news") == 0
    out = capsys.readouterr().out
    assert "published warehouse.duckdb" in out
    assert "2 loaded" in out
    assert call("run", "news") == 0
    assert "nothing to do: 2 files seen" in capsys.readouterr().out


def test_run_tells_machines_in_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run", "news", "--json") == 0
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert (report["status"], report["documents_loaded"]) == ("published", 2)
    assert captured.err == ""


def test_exit_codes(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run") == cli.EXIT_USAGE
    assert call("run", "nowhere") == cli.EXIT_USAGE
    assert call("dance") == cli.EXIT_USAGE
    assert call("sql", "select 1") == cli.EXIT_FAILED
    with lock.hold(desk.settings.lock_file):
        assert call("run", "news") == cli.EXIT_LOCKED
    assert f"process {os.getpid()}" in capsys.readouterr().err


def test_unknown_setting_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NEWSETL_WAREHUOSE", "x.duckdb")
    assert call("settings") == cli.EXIT_USAGE
    assert "there is no setting NEWSETL_WAREHUOSE" in capsys.readouterr().err


def test_settings_come_from_env_file_environment_and_options(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(".env").write_text("NEWSETL_WAREHOUSE=file.duckdb\nNEWSETL_MEMORY_LIMIT=2G\nOTHER=1\n")
    call("settings")
    out = capsys.readouterr().out
    assert "NEWSETL_WAREHOUSE=file.duckdb" in out
    assert f"NEWSETL_MEMORY_LIMIT={2 << 30}" in out
    monkeypatch.setenv("NEWSETL_WAREHOUSE", "environment.duckdb")
    call("settings")
    assert "NEWSETL_WAREHOUSE=environment.duckdb" in capsys.readouterr().out
    assert call("run", "news", "--warehouse", "option.duckdb") == 0
    assert Path("option.duckdb").exists()


@pytest.mark.parametrize(
    "query",
    [
        "create table mine (a integer)",
        "delete from core.documents",
        "attach 'other.duckdb'",
        "install httpfs",
        "load httpfs",
        "copy documents to 'out.csv'",
        "from read_text('/etc/hostname')",
        "from 'news/a.txt'",
        "set enable_external_access = true",
        "set memory_limit = '1GB'",
        "export database 'dump'",
    ],
)
def test_reading_is_only_reading(
    published: Desk, query: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(published.settings.warehouse.parent)
    before = published.settings.warehouse.read_bytes()
    files = sorted(os.listdir())
    assert call("sql", query) == cli.EXIT_FAILED
    assert capsys.readouterr().err.startswith("newsetl: ")
    assert published.settings.warehouse.read_bytes() == before
    assert sorted(os.listdir()) == files


def test_sql_formats_and_inert_cells(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    call("run", "news")
    capsys.readouterr()
    query = "select '=1+1' as formula, chr(27) || '[31mred' as escape, 3 as number"
    call("sql", query, "--format", "csv")
    assert capsys.readouterr().out.splitlines()[1].startswith("'=1+1,")
    call("sql", query)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\\x1b[31mred" in out
    call("sql", query, "--format", "json")
    assert json.loads(capsys.readouterr().out)[0]["number"] == 3


def test_status_rejects_docs_verify(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write("empty.txt", b"")
    call("run", "news")
    capsys.readouterr()
    assert call("status") == 0
    out = capsys.readouterr().out
    assert "2 documents in 2 files" in out
    assert "1 empty" in out
    assert "lock       free" in out
    assert call("rejects") == 0
    assert "news/empty.txt" in capsys.readouterr().out
    assert call("docs") == 0
    out = capsys.readouterr().out
    assert "## actor_summary" in out
    assert "mermaid" in out
    assert call("verify") == 0
    assert call("status", "--check", "--max-age", "2h") == 0
    assert call("status", "--check", "--max-age", "soon") == cli.EXIT_USAGE


def modules_of(*arguments: str) -> set[str]:
    """What Python has imported when a command ends."""
    script = (
        "import sys; from newsetl import cli\ntry:\n    cli.main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], check=True, capture_output=True, text=True)
    return set(done.stderr.split())


# each takes from 30 ms to a second to import; the start of a command is what people wait for most often
HEAVY = {"prefect", "polars", "numpy", "pydantic", "asyncio", "jinja2", "pygments", "markdown_it", "langdetect", "multiprocessing"}


@pytest.mark.parametrize("arguments", [("--help",), ("run", "--help"), ("actors", "--help"), ("settings",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not modules_of(*arguments) & (HEAVY | {"duckdb", "_duckdb", "newsetl.pipeline"})


def test_status_and_sql_import_little_beside_duckdb(published: Desk) -> None:
    warehouse = str(published.settings.warehouse)
    assert not modules_of("status", "--warehouse", warehouse) & (HEAVY | {"rich", "newsetl.pipeline", "newsetl.text"})
    assert not modules_of("sql", "select 1", "--warehouse", warehouse) & (HEAVY | {"newsetl.pipeline", "newsetl.text"})
