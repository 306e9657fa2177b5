"""The warehouse as Parquet for other engines, and the way back."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import pipeline
from newsetl.errors import NewsetlError
from newsetl.settings import Settings
from newsetl.warehouse.interchange import export, import_parquet


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = Desk(tmp_path_factory.mktemp("first"))
    desk.write("a.txt", HARBOUR)
    desk.write("b.txt", BUDGET)
    desk.write("c.txt", MATCH)
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.copy(tmp_path)


def _files(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*.parquet")}


def test_tables_of_documents_are_cut_by_month_and_language(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(desk.settings, folder)
    mentions = pl.scan_parquet(folder / "core" / "mentions", hive_partitioning=True).collect()
    assert mentions.height == desk.value("select count(*) from core.mentions")
    assert set(mentions["document_language"]) == {"fr", "en", "de"}
    assert set(mentions["published_month"].cast(pl.String)) == {"2024-03", "none"}
    assert {path.name for path in (folder / "core" / "documents").iterdir()} == {"published_month=2024-03", "published_month=none"}


def test_the_manifest_names_every_file_with_its_rows(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    done = export(desk.settings, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    named = {path: file["rows"] for table in manifest["tables"].values() for file in table["files"] for path in file["paths"]}
    assert set(named) == set(_files(folder))
    assert {path: pl.read_parquet(folder / path, hive_partitioning=False).height for path in named} == named
    assert (done.written, done.kept, done.rows) == (len(named), 0, sum(named.values()))


def test_a_second_export_writes_only_what_changed(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(desk.settings, folder)
    first = _files(folder)
    again = export(desk.settings, folder)
    assert (again.written, _files(folder)) == (0, first)
    desk.write("d.txt", MATCH.replace("zwei zu eins", "drei zu null"))
    desk.run()
    export(desk.settings, folder)
    texts = {path for path, inode in _files(folder).items() if path.startswith("core/sentences") and first.get(path) != inode}
    assert texts
    assert all("document_language=de" in path for path in texts)
    assert pl.scan_parquet(folder / "core" / "sentences").select(pl.len()).collect().item() == desk.value(
        "select count(*) from core.sentences"
    )
    assert not (folder / ".new").exists()


def test_the_way_back_makes_the_same_warehouse(desk: Desk, tmp_path: Path) -> None:
    desk.write("gone.txt", "Rien ne va plus au casino de la ville, disent les joueurs.\n")
    desk.run()
    (desk.raw / "gone.txt").unlink()
    desk.run()
    export(desk.settings, tmp_path / "out")
    settings = Settings(warehouse=tmp_path / "other" / "back.duckdb", workers=1)
    import_parquet(settings, tmp_path / "out")
    assert pipeline.run((), settings, rebuild=True).status == "published"
    back = Desk(tmp_path / "unused")
    back.settings = settings
    for query in (
        "from actor_summary order by all",
        "from topic_summary order by all",
        "from core.mentions order by all",
        "from core.sketches order by all",
        "from meta.files order by all",
        "from core.annotations order by all",
        "select columns(lambda c: c <> 'run_id') from documents order by all",
    ):
        assert back.ask(query) == desk.ask(query), query
    before = "select document_no, lag(document_no) over (order by rowid) as before from core.mentions"
    assert back.value(f"select count(*) from ({before}) where before > document_no") == 0  # as a load puts them
    assert pipeline.run([str(desk.raw)], settings).files_unchanged == 3


def test_a_folder_that_is_not_whole_or_not_ours_is_refused(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(desk.settings, folder)
    next((folder / "core" / "sentences").rglob("*.parquet")).unlink()
    settings = Settings(warehouse=tmp_path / "other" / "back.duckdb", workers=1)
    with pytest.raises(NewsetlError, match="is missing; export again"):
        import_parquet(settings, folder)
    assert not (settings.state_folder / "work.duckdb").exists()
    with pytest.raises(NewsetlError, match="exists; import makes a new warehouse"):
        import_parquet(desk.settings, folder)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    with pytest.raises(NewsetlError, match="is not empty"):
        export(desk.settings, tmp_path / "mine")
    assert export(desk.settings, folder).written == 1
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"newsetl": "0.1", "schema_version": 3}))
    with pytest.raises(NewsetlError, match=r"exported by newsetl 0\.1, whose tables have layout 3, not \d+: import it with that version"):
        import_parquet(settings, folder)
