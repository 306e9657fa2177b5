"""The recipes of the README for other programs, run as they stand there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import polars
import pytest

from articles import BUDGET, HARBOUR, Desk
from newsetl import pipeline, resources
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse import catalogue, interchange

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
ROW = re.search(r"echo '(.*)' >> seeds/actor_aliases.csv", README)
SECTION = re.search(r"^### Other dashboards.*?(?=^### )", README, re.MULTILINE | re.DOTALL)


def recipe(kind: str) -> str:
    """The one block of that language in the section."""
    assert SECTION
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", SECTION[0], re.MULTILINE | re.DOTALL)
    (block,) = (text for name, text in blocks if name == kind)
    return str(block)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = Desk(tmp_path_factory.mktemp("first"))
    desk.settings = desk.settings.with_(warehouse=desk.folder / "news.duckdb")
    desk.write("a.txt", HARBOUR)
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return first.copy(tmp_path)


def test_the_cell_of_a_notebook_sees_a_new_publication_when_it_runs_again(desk: Desk) -> None:
    def run() -> dict[str, Any]:
        interchange.export(desk.settings, Path("news-parquet"))
        cell: dict[str, Any] = {}
        exec(recipe("python"), cell)
        return cell

    first = run()
    desk.write("b.txt", BUDGET)
    desk.run()
    second = run()
    assert first["topics"].columns == ["day", "label", "documents"]
    assert second["by_year"]["documents"].sum() > first["by_year"]["documents"].sum() > 0
    assert second["by_language"]["len"].sum() > first["by_language"]["len"].sum() > 0


def test_the_query_for_grafana_gives_times_names_and_numbers(desk: Desk) -> None:
    # what the plugin makes of its macro
    query = re.sub(r"\$__timeFilter\((\w+)\)", r"\1 >= '1990-01-01T00:00:00Z' and \1 <= '2100-01-01T00:00:00Z'", recipe("sql"))
    with duckdb.connect(str(desk.settings.warehouse), read_only=True) as connection:
        answer = connection.execute(query)
        assert [(column[0], str(column[1])) for column in answer.description or []] == [
            ("time", "TIMESTAMP"),
            ("metric", "VARCHAR"),
            ("documents", "BIGINT"),
        ]
        assert answer.fetchall()


def test_the_shell_writes_parquet_from_a_read_only_file(desk: Desk) -> None:
    shell = shutil.which("duckdb", path=str(Path(sys.executable).parent))
    if shell is None:
        pytest.skip("the shell is not installed")
    subprocess.run(recipe("sh").replace("duckdb", shell, 1), shell=True, check=True, capture_output=True)
    assert polars.read_parquet("actors.parquet").columns == ["name", "kind", "documents"]


def test_the_row_that_corrects_a_name_merges_a_spelling_of_the_sample(
    tmp_path: Path, sample_run: tuple[Settings, RunReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ROW
    actor, spelling = ROW[1].split(",")[:2]
    who = f"select actor_id from actor_summary where list_contains(aliases, '{spelling}')"
    assert catalogue.query(sample_run[0], who).rows != [(actor,)], "the list has the row by now: the README needs another example"
    seeds = tmp_path / "seeds"
    shutil.copytree(resources.folder("seeds"), seeds, ignore=shutil.ignore_patterns("sample"))
    with (seeds / "actor_aliases.csv").open("a", encoding="utf-8") as file:
        file.write(ROW[1] + "\n")
    settings = Settings(warehouse=tmp_path / "sample.duckdb", seeds=seeds, workers=1)
    pipeline.run([str(resources.folder("seeds") / "sample")], settings)
    assert catalogue.query(settings, who).rows == [(actor,)]


def test_the_address_for_sqlalchemy_reads_only_and_sees_a_new_publication(desk: Desk) -> None:
    pytest.importorskip("duckdb_engine", reason="duckdb-engine is not part of the lock: it is for Superset")
    import sqlalchemy

    address = recipe("").strip().replace("/data/news.duckdb", str(desk.settings.warehouse))
    engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.pool.NullPool)

    def ask(query: str) -> Any:
        with engine.connect() as connection:
            return connection.execute(sqlalchemy.text(query)).scalar()

    assert "news.main" in sqlalchemy.inspect(engine).get_schema_names()
    assert ask("select count(*) from documents") == 1
    for refused in ("create table mine (a integer)", "from read_text('news/a.txt')", "set enable_external_access = true"):
        with pytest.raises(sqlalchemy.exc.DBAPIError):
            ask(refused)
    desk.write("b.txt", BUDGET)
    desk.run()
    assert ask("select count(*) from documents") == 2
