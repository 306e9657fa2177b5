"""Publication: whole or not at all, from what is published, one writer at a time."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import lock, pipeline, resources
from newsetl.errors import ChecksFailed, Locked, MemoryExceeded, ModelFailed, PublishFailed
from newsetl.warehouse import connection, workfile, workplace


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = Desk(tmp_path_factory.mktemp("first"))
    desk.write("a.txt", HARBOUR)
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.copy(tmp_path)


def test_lost_state_is_begun_again_from_the_published_file(desk: Desk) -> None:
    shutil.rmtree(desk.settings.state_folder)
    assert desk.run().status == "unchanged"
    desk.write("b.txt", BUDGET)
    report = desk.run()
    assert (report.documents_loaded, report.files_unchanged) == (1, 1)
    assert desk.value("select count(*) from documents") == 2


def test_state_on_another_disk_than_the_warehouse(tmp_path: Path) -> None:
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second disk here")
    with tempfile.TemporaryDirectory(dir=other) as state:
        desk = Desk(tmp_path)
        desk.settings = replace(desk.settings, state=Path(state))
        desk.write("a.txt", HARBOUR)
        assert desk.run().status == "published"
        assert workplace.work_path(desk.settings).exists()  # a copy was published
        desk.write("b.txt", BUDGET)
        assert desk.run().documents_loaded == 1
        assert desk.value("select count(*) from documents") == 2
        assert desk.run().status == "unchanged"


def test_readers_keep_the_file_that_they_opened(desk: Desk) -> None:
    before = desk.settings.warehouse.stat().st_ino
    with duckdb.connect(str(desk.settings.warehouse), read_only=True) as reader:
        desk.write("b.txt", BUDGET)
        desk.run()
        assert desk.settings.warehouse.stat().st_ino != before
        assert reader.execute("select count(*) from documents").fetchone() == (1,)
    assert desk.value("select count(*) from documents") == 2
    assert desk.settings.warehouse.stat().st_ino != workplace.work_path(desk.settings).stat().st_ino  # the next run writes elsewhere


def test_a_disk_that_cannot_sync_a_folder_publishes_all_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")  # what some network disks say
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    desk.write("b.txt", BUDGET)
    assert desk.run().status == "published"
    assert desk.value("select count(*) from documents") == 2


def test_older_published_file_put_back_is_gone_on_from(desk: Desk, tmp_path: Path) -> None:
    shutil.copy(desk.settings.warehouse, tmp_path / "old.duckdb")
    desk.write("b.txt", BUDGET)
    desk.run()
    shutil.copy(tmp_path / "old.duckdb", desk.settings.warehouse)
    assert desk.run().documents_loaded == 1
    assert desk.value("select count(*) from documents") == 2


def test_deleted_warehouse_is_published_again(desk: Desk) -> None:
    desk.settings.warehouse.unlink()
    assert desk.run().status == "published"
    assert desk.value("select count(*) from documents") == 1


def test_foreign_file_is_not_overwritten(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    with duckdb.connect(str(desk.settings.warehouse)) as connection:
        connection.execute("create table mine (a integer)")
    with pytest.raises(PublishFailed, match="was not written by newsetl"):
        desk.run()
    desk.settings.warehouse.write_bytes(b"my diary")
    with pytest.raises(PublishFailed, match="cannot be read"):
        desk.run()
    assert desk.settings.warehouse.read_bytes() == b"my diary"


def test_reader_keeps_the_version_it_opened(desk: Desk) -> None:
    reader = duckdb.connect(str(desk.settings.warehouse), read_only=True)
    desk.write("b.txt", BUDGET)
    desk.run()
    assert reader.execute("select count(*) from documents").fetchone() == (1,)
    reader.close()
    assert desk.value("select count(*) from documents") == 2


@pytest.fixture
def own_sql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the SQL that a test may break."""
    folder = tmp_path / "sql"
    shutil.copytree(resources.folder("sql"), folder)
    original = resources.folder
    monkeypatch.setattr(resources, "folder", lambda name: folder if name == "sql" else original(name))
    return folder


def test_failing_model_names_file_and_line_and_publishes_nothing(desk: Desk, own_sql: Path) -> None:
    before = desk.settings.warehouse.read_bytes()
    (own_sql / "marts" / "broken.sql").write_text(
        "-- One row nothing.\n\ncreate or replace view broken as\nselect 1 as one,\n    two three four\nfrom documents;\n"
    )
    with pytest.raises(ModelFailed, match=r"sql/marts/broken\.sql, line 5: .*four"):
        desk.run()
    assert desk.settings.warehouse.read_bytes() == before
    (own_sql / "marts" / "broken.sql").unlink()
    desk.write("b.txt", BUDGET)
    assert desk.run().documents_loaded == 1


def test_failing_check_stops_publication_and_the_next_run_completes(desk: Desk, own_sql: Path) -> None:
    check = own_sql / "checks" / "no_german.sql"
    check.write_text("-- severity: error\n-- No German.\nselect document_id from core.documents where language = 'de'\n")
    desk.write("m.txt", MATCH)
    with pytest.raises(ChecksFailed, match="no_german: 1 rows"):
        desk.run()
    assert desk.value("select count(*) from documents") == 1
    check.unlink()
    assert desk.run().documents_loaded == 1


def test_first_run_that_fails_or_is_killed_leaves_nothing_behind(
    desk: Desk, own_sql: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = replace(desk.settings, warehouse=tmp_path / "fresh.duckdb")
    work, check = workplace.work_path(fresh), own_sql / "checks" / "never.sql"
    check.write_text("-- severity: error\nselect 1\n")
    with pytest.raises(ChecksFailed):
        pipeline.run([str(desk.raw)], fresh)
    assert not work.exists()
    with monkeypatch.context() as killed:
        killed.setattr(workplace, "remove", lambda work: None)  # who is killed cleans nothing up
        with pytest.raises(ChecksFailed):
            pipeline.run([str(desk.raw)], fresh)
    assert work.exists()
    check.unlink()
    report = pipeline.run([str(desk.raw)], fresh)
    assert (report.status, report.documents_loaded) == ("published", 1)


def test_a_first_run_that_is_killed_beside_the_state_of_a_lost_warehouse_is_begun_again(
    desk: Desk, own_sql: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settings.warehouse.unlink()
    workplace.work_path(desk.settings).unlink()
    check = own_sql / "checks" / "never.sql"
    check.write_text("-- severity: error\nselect 1\n")
    with monkeypatch.context() as killed:
        killed.setattr(workplace, "remove", lambda work: None)  # who is killed cleans nothing up
        with pytest.raises(ChecksFailed):
            desk.run()
    check.unlink()
    assert desk.run().status == "published"
    assert desk.value("select count(*) from documents") == 1


@pytest.mark.parametrize("error", [RuntimeError("odd"), KeyboardInterrupt()], ids=["error", "stopped"])
def test_what_fails_after_the_publication_leaves_the_run_published(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fails(settings: object) -> None:
        raise error

    monkeypatch.setattr(workfile, "make_ready", fails)
    desk.write("b.txt", BUDGET)
    with contextlib.suppress(KeyboardInterrupt):
        assert any("the next run has to begin its file first: odd" in note for note in desk.run().notes)
    assert json.loads((desk.settings.state_folder / "runs.jsonl").read_text().splitlines()[-1])["status"] == "published"
    assert desk.value("select count(*) from documents") == 2
    monkeypatch.undo()
    desk.write("m.txt", MATCH)
    assert desk.run().documents_loaded == 1


@pytest.mark.parametrize("warehouse", ["fresh.duckdb", None], ids=["first run", "refresh"])
def test_a_build_that_runs_out_of_memory_is_done_again_with_more(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, warehouse: str | None
) -> None:
    settings = replace(desk.settings, warehouse=tmp_path / warehouse) if warehouse else desk.settings
    little = 20 << 20  # bytes: enough to open a file, too few to build
    for module in (pipeline, connection, workfile):
        monkeypatch.setattr(module, "writer_memory_limit", lambda settings, held=0: settings.memory_limit or little)
    desk.write("m.txt", MATCH)
    report = pipeline.run([str(desk.raw)], settings)
    assert (report.status, report.documents_loaded) == ("published", 2 if warehouse else 1)
    told = "done again with" if warehouse else "built again with up to"  # a first run does again what ran out of it, and no more
    assert any(told in note for note in report.notes)
    desk.write("b.txt", BUDGET)
    with pytest.raises(MemoryExceeded):  # who sets a limit means it
        pipeline.run([str(desk.raw)], replace(settings, memory_limit=little))


def test_warning_is_told_and_does_not_stop(desk: Desk, own_sql: Path) -> None:
    (own_sql / "checks" / "no_german.sql").write_text("-- severity: warn\nselect document_id from core.documents where language = 'de'\n")
    desk.write("m.txt", MATCH)
    report = desk.run()
    assert report.status == "published"
    assert [check["name"] for check in report.checks if check["failures"]] == ["no_german"]
    assert desk.value("select warnings from load_history limit 1") == 1


def test_second_run_is_refused_with_who_and_since_when(desk: Desk) -> None:
    with lock.hold(desk.settings.lock_file), pytest.raises(Locked, match=rf"process {os.getpid()} .* since 20\d\d-"):
        desk.run()
    assert desk.run().status == "unchanged"


def test_lock_of_a_killed_process_is_free(desk: Desk) -> None:
    script = (
        "import sys, time; from pathlib import Path; from newsetl import lock\n"
        "with lock.hold(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", script, str(desk.settings.lock_file)], stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    found = lock.holder(desk.settings.lock_file)
    assert found is not None
    assert found["pid"] == holder.pid
    with pytest.raises(Locked, match=str(holder.pid)):
        desk.run()
    holder.kill()
    holder.wait()
    assert lock.holder(desk.settings.lock_file) is None
    assert desk.run().status == "unchanged"


def test_failed_run_is_remembered(desk: Desk, own_sql: Path) -> None:
    (own_sql / "checks" / "never.sql").write_text("-- severity: error\nselect 1\n")
    with pytest.raises(ChecksFailed):
        desk.run()
    last = json.loads((desk.settings.state_folder / "runs.jsonl").read_text().splitlines()[-1])
    assert last["status"] == "failed"
    assert "never" in last["error"]


def test_step_names_reach_the_caller(desk: Desk) -> None:
    desk.write("b.txt", BUDGET)
    names: list[str] = []

    def step(name: str, function, /, *arguments):  # type: ignore[no-untyped-def]
        names.append(name)
        return function(*arguments)

    pipeline.run([str(desk.raw)], desk.settings, step)
    assert names == ["discover", "annotate, part 1 of 1", "load, build and check", "publish", "make ready", "report"]


def test_snapshots_are_kept_up_to_the_number_set(desk: Desk) -> None:
    for number in range(4):
        desk.write(f"n{number}.txt", MATCH + str(number))
        desk.run()
    kept = sorted((desk.settings.state_folder / "snapshots").glob("*.duckdb"))
    assert len(kept) == desk.settings.snapshots
    with duckdb.connect(str(kept[-1]), read_only=True) as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (5,)
