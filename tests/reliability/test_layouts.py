"""Warehouses of earlier layouts are brought up to date from what stands in them; newer ones are refused.

python tests/reliability/test_layouts.py     # at a release: stores a warehouse of the present layout for all later tests
"""

from __future__ import annotations

import contextlib
import gzip
import shutil
import tempfile
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl.errors import PublishFailed
from newsetl.warehouse import migrate, workfile
from newsetl.warehouse.connection import open_to_read, open_to_write

STORED = Path(__file__).parent / "layouts"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    desk.run()
    return desk


def _layouts(desk: Desk) -> list[int]:
    return [int(str(row[0])) for row in desk.ask("select schema_version from meta.published order by run_id")]


def test_older_layout_is_brought_up_to_date_without_reading_files(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    # as if the present layout were an old one: its runs had no flow, and its documents no byline
    with contextlib.closing(open_to_write(desk.settings.warehouse, desk.settings)) as connection:
        for view in [row[0] for row in connection.execute("select view_name from duckdb_views() where not internal").fetchall()]:
            connection.execute(f"drop view if exists {view}")
        connection.execute("alter table meta.runs drop column flow_run_id")
        connection.execute("update meta.published set schema_version = 1")
    present = migrate.SCHEMA_VERSION
    step = "alter table meta.runs add column flow_run_id varchar"
    steps = dict.fromkeys(range(1, present), "select 1") | {1: step}
    monkeypatch.setattr(workfile, "migrate", lambda connection: migrate.migrate(connection, steps, present))
    shutil.rmtree(desk.settings.state_folder)
    report = desk.run()
    assert (report.status, report.documents_loaded, report.documents_reread) == ("published", 0, 0)
    assert _layouts(desk) == [present, present]
    assert desk.value("select count(*) from documents") == 1
    assert desk.run().status == "unchanged"
    desk.write("b.txt", BUDGET)
    assert desk.run().documents_loaded == 1


def test_the_steps_of_newsetl_lead_from_the_first_layout_to_the_present_one(desk: Desk) -> None:
    assert set(migrate.STEPS) == set(range(1, migrate.SCHEMA_VERSION))
    sketches = "select bands, shingles, terms from core.sketches where document_id = '{}'"
    first = desk.value("select document_id from core.documents")
    before = desk.ask(sketches.format(first))
    with contextlib.closing(open_to_write(desk.settings.warehouse, desk.settings)) as connection:
        for view in [row[0] for row in connection.execute("select view_name from duckdb_views() where not internal").fetchall()]:
            connection.execute(f"drop view if exists {view}")
        connection.execute("delete from core.topic_hits where sentence_no is null")
        connection.execute("alter table core.topic_hits alter column sentence_no set not null")
        for column in ("bands", "shingles"):
            wider = f"list_transform({column}, lambda x: (x::bigint << 32) + 4711)"
            connection.execute(f"alter table core.sketches alter {column} type bigint[] using {wider}")
        for table in migrate.NUMBERED:
            connection.execute(f"alter table core.{table} drop column document_no")
        connection.execute("alter table core.actors drop column actor_no")
        connection.execute("update meta.published set schema_version = 1")
    shutil.rmtree(desk.settings.state_folder)
    desk.write("b.txt", BUDGET)  # with a title in its header, and a term in that
    assert desk.run().status == "published"
    assert desk.ask("from core.topic_hits where sentence_no is null")
    assert desk.ask(sketches.format(first)) == before
    assert set(_layouts(desk)) == {migrate.SCHEMA_VERSION}


def test_step_that_fails_changes_nothing(desk: Desk) -> None:
    shutil.copy(desk.settings.warehouse, desk.settings.warehouse.with_name("copy.duckdb"))
    with contextlib.closing(open_to_write(desk.settings.warehouse.with_name("copy.duckdb"), desk.settings)) as connection:
        steps = {1: "alter table meta.runs add column mood varchar; select * from nowhere"}
        connection.execute("update meta.published set schema_version = 1")
        with pytest.raises(PublishFailed, match=r"could not be brought from table layout 1 to 2: .*nowhere"):
            migrate.migrate(connection, steps, 2)
        assert "mood" not in [row[0] for row in connection.execute("describe meta.runs").fetchall()]
        with pytest.raises(PublishFailed, match="no way from layout 1 on"):
            migrate.migrate(connection, {}, 2)
        connection.execute("update meta.published set schema_version = 9")
        with pytest.raises(PublishFailed, match=f"knows layouts up to {migrate.SCHEMA_VERSION}"):
            migrate.migrate(connection)


@pytest.mark.parametrize("path", sorted(STORED.glob("*.duckdb.gz")), ids=lambda path: path.name.split(".")[0])
def test_stored_warehouse_is_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.settings.warehouse.write_bytes(gzip.decompress(path.read_bytes()))
    with contextlib.closing(open_to_read(desk.settings.warehouse)) as connection:
        before = connection.execute("select document_id, text from core.documents order by all").fetchall()
    for name, text in (("a.txt", HARBOUR), ("b.txt", BUDGET)):
        desk.write(name, text)
    desk.write("m.txt", MATCH)
    report = desk.run()
    assert (report.status, report.documents_loaded) == ("published", 1)
    after = desk.ask("select document_id, text from core.documents order by all")
    assert set(before) < set(after)
    assert desk.value("select max(schema_version) from meta.published") == migrate.SCHEMA_VERSION
    fresh = Desk(tmp_path / "fresh")
    for name, text in (("a.txt", HARBOUR), ("b.txt", BUDGET), ("m.txt", MATCH)):
        fresh.write(name, text)
    fresh.run()
    for table in ("core.sketches", "core.documents", "core.mentions", "core.topic_hits"):  # what old readings became is what new ones are
        columns = "* exclude (run_id, document_no)" if table == "core.documents" else "* exclude (document_no)"
        assert desk.ask(f"select {columns} from {table} order by all") == fresh.ask(f"select {columns} from {table} order by all")


def store() -> Path:
    """Store a warehouse of the present layout; returns the file."""
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place))
        desk.write("a.txt", HARBOUR)
        desk.write("b.txt", BUDGET)
        desk.run()
        STORED.mkdir(exist_ok=True)
        path = STORED / f"layout{migrate.SCHEMA_VERSION}.duckdb.gz"
        path.write_bytes(gzip.compress(desk.settings.warehouse.read_bytes(), 9, mtime=0))
        return path


if __name__ == "__main__":
    print(store())
