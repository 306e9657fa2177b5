"""A full disk, a read-only folder, no memory, a raw folder gone, a clock set back: a clear error, nothing published, and the next
run completes. By real limits, not by pretended errors."""

# ruff: noqa: PT017
from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import cli, lock, pipeline, read
from newsetl.errors import NewsetlError, Rejected, RunFailed, SettingsError

NOBODY = 65534  # root ignores the rights of files; this user does not


@contextlib.contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """A disk of so many bytes; skips where this user may not mount one."""
    folder = Path(tempfile.mkdtemp(prefix="newsetl-disk-"))
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        folder.rmdir()
        pytest.skip("only root can mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


def command(desk: Desk, *more: str, before: Callable[[], None] | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """``newsetl run`` as a user starts it, under limits set by ``before``."""
    call = [
        sys.executable,
        "-c",
        "from newsetl.cli import main; main()",
        "run",
        str(desk.raw),
        "--warehouse",
        str(desk.settings.warehouse),
        "--workers",
        "1",
        *more,
    ]
    return subprocess.run(call, capture_output=True, text=True, timeout=300, preexec_fn=before, env=os.environ | environment)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = Desk(tmp_path_factory.mktemp("first"))
    desk.write("a.txt", HARBOUR)
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    desk = first.copy(tmp_path)
    desk.write("b.txt", BUDGET)
    return desk


def completes(desk: Desk) -> None:
    """The next run brings in what the failed one could not."""
    assert desk.run().status == "published"
    assert desk.value("select count(*) from documents") == 2
    assert desk.run().status == "unchanged"


@pytest.mark.slow
def test_full_disk() -> None:
    with small_disk("256m") as disk:
        desk = Desk(disk)
        desk.write("a.txt", HARBOUR)
        desk.run()
        desk.write("b.txt", BUDGET)
        before = desk.settings.warehouse.read_bytes()
        filler = disk / "filler"

        def fill(left: int) -> None:
            free = shutil.disk_usage(disk).free
            with filler.open("wb") as file, contextlib.suppress(OSError):
                for _ in range((free - left) // 65_536 + (left == 0)):
                    file.write(b"\0" * 65_536)
                    file.flush()

        for left in (0, 200_000, 1_500_000):  # full at once, and in the middle of building
            fill(left)
            with pytest.raises(NewsetlError, match=r"(?i)space|memory|write"):
                desk.run()
            assert desk.settings.warehouse.read_bytes() == before
            filler.unlink()
        # where the next run's file is copied: this one is published all the same
        fill(len(before) * 3 // 4 + 1_000_000)
        report = desk.run()
        assert report.status == "published"
        assert "the next run has to copy it first: No space left on device" in " ".join(report.notes)
        assert not list(desk.settings.state_folder.glob("work*"))
        filler.unlink()
        desk.write("c.txt", MATCH)
        assert desk.run().documents_loaded == 1
        assert desk.value("select count(*) from documents") == 3


@pytest.mark.slow
def test_disk_that_became_read_only() -> None:
    with small_disk("256m") as disk:
        desk = Desk(disk)
        desk.write("a.txt", HARBOUR)
        desk.run()
        desk.write("b.txt", BUDGET)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(NewsetlError, match="Read-only file system; the folder of the warehouse must be writable"):
            desk.run()
        assert desk.value("select count(*) from documents") == 1  # reading goes on
        assert lock.holder(desk.settings.lock_file) is None
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        completes(desk)


@pytest.mark.slow
def test_largest_file_size(desk: Desk) -> None:
    before = desk.settings.warehouse.read_bytes()
    limit = 100_000

    done = command(desk, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == cli.EXIT_FAILED, done.stderr
    assert "newsetl: " in done.stderr
    assert "Traceback" not in done.stderr
    assert desk.settings.warehouse.read_bytes() == before
    completes(desk)


@pytest.mark.slow
def test_no_memory(desk: Desk) -> None:
    before = desk.settings.warehouse.read_bytes()
    done = command(desk, NEWSETL_MEMORY_LIMIT="2M", NEWSETL_THREADS="1")
    assert done.returncode == cli.EXIT_FAILED, done.stderr
    assert "memory" in done.stderr
    assert "Traceback" not in done.stderr
    assert desk.settings.warehouse.read_bytes() == before
    limit = 400 << 20  # too little for the libraries themselves: whatever they say, nothing may be published
    done = command(
        desk, before=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)), NEWSETL_THREADS="1", OPENBLAS_NUM_THREADS="1"
    )
    assert done.returncode != 0
    assert desk.settings.warehouse.read_bytes() == before
    completes(desk)


def test_raw_folder_removed_or_not_mounted(desk: Desk) -> None:
    before = desk.settings.warehouse.read_bytes()
    away = desk.raw.with_name("away")
    desk.raw.rename(away)
    with pytest.raises(SettingsError, match=r"news does not exist; nothing was read"):
        desk.run()
    desk.raw.mkdir()  # what the place of a disk looks like that is not mounted
    with pytest.raises(SettingsError, match="is empty, but 1 of its files are known: is its disk mounted"):
        desk.run()
    assert desk.settings.warehouse.read_bytes() == before
    desk.raw.rmdir()
    away.rename(desk.raw)
    completes(desk)


def test_folder_is_emptied_when_asked(desk: Desk) -> None:
    shutil.rmtree(desk.raw)
    desk.raw.mkdir()
    assert desk.run(allow_empty=True).files_missing == 1
    assert desk.value("select count(*) from documents") == 0


def test_files_below_a_folder_that_cannot_be_listed_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:
        place = Path(tempfile.mkdtemp(prefix="newsetl-nobody-"))
        os.chmod(place, 0o755)
    else:
        place = tmp_path
    try:
        desk = Desk(place)
        desk.write("open/a.txt", HARBOUR)
        desk.write("closed/b.txt", BUDGET)
        desk.write("locked.txt", MATCH)
        paths = ("open/a.txt", "closed/b.txt", "locked.txt", "gone.txt")
        known = {"news": read.Ledger(settled=dict.fromkeys(paths, (1, 1)))}
        os.chmod(desk.raw / "closed", 0)
        os.chmod(desk.raw / "locked.txt", 0)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:  # only a process can give up the rights of root
            try:
                if os.geteuid() == 0:
                    os.setuid(NOBODY)
                changes = read.compare(read.parse_roots([str(desk.raw)]), known)
                try:
                    read.read_file(str(desk.raw / "locked.txt"))
                    why = "read"
                except Rejected as refusal:
                    why = refusal.reason
                os.write(writer, repr((changes.missing, [entry.reason for _, entry in changes.unreadable], why)).encode())
            finally:
                os._exit(0)
        os.close(writer)
        os.waitpid(child, 0)
        with os.fdopen(reader) as pipe:
            assert pipe.read() == repr(([("news", "gone.txt")], ["folder_unreadable"], "unreadable"))
        os.chmod(desk.raw / "closed", 0o755)
    finally:
        if place != tmp_path:
            shutil.rmtree(place)


def test_clock_set_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk.value("select max(run_id) from meta.published")
    then = datetime.now(UTC) - timedelta(days=400)
    monkeypatch.setattr(pipeline, "_now", lambda: then)
    monkeypatch.setattr(time, "time_ns", lambda: int(then.timestamp() * 1e9))
    report = desk.run()
    assert report.run_id > str(first)
    assert desk.value("select run_id from load_history limit 1") == report.run_id
    assert desk.run().status == "unchanged"
    monkeypatch.undo()
    assert desk.run().status == "unchanged"
    assert desk.value("select count(*) from documents") == 2


def test_file_that_keeps_changing_is_read_when_it_rests(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.raw / "b.txt"
    original = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        if os.path.samestat(original(descriptor), path.stat()):
            with path.open("a") as file:  # another process writes between two looks
                file.write("More. ")
        return original(descriptor)

    monkeypatch.setattr(os, "fstat", fstat)
    report = desk.run()
    assert report.rejects == {"changing": 1}
    monkeypatch.undo()
    report = desk.run()
    assert (report.documents_loaded, report.files_changed) == (1, 0)
    assert str(desk.value("select text from documents where place = 'news/b.txt'")).endswith("More. ")


def test_file_that_is_written_while_it_is_read_is_never_half_known(tmp_path: Path) -> None:
    path = tmp_path / "live.txt"
    path.write_bytes(b"")
    stop = threading.Event()

    def write() -> None:
        with path.open("ab", buffering=0) as file:
            while not stop.is_set():
                file.write(b"line\n")
                time.sleep(0)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(30):
            try:
                content = read.read_file(str(path))
                assert len(content.data) == content.size
            except Rejected as refusal:
                assert refusal.reason == "changing"
    finally:
        stop.set()
        writer.join()


STALLED = """
import os, sys
from newsetl import pipeline, read
from newsetl.settings import Settings
from pathlib import Path
listed = os.scandir
def scandir(folder):
    if not str(folder).startswith(sys.argv[1]):
        return listed(folder)
    print("stalls", flush=True)
    sys.stdin.read()  # as a network folder whose server does not answer: neither an error nor an end
read.os.scandir = scandir
pipeline.run([sys.argv[1]], Settings(warehouse=Path(sys.argv[2]), workers=1))
"""


def test_raw_folder_that_does_not_answer_keeps_nobody_from_reading(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    call = [sys.executable, "-c", STALLED, str(desk.raw), str(desk.settings.warehouse)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"stalls\n"
        assert desk.value("select count(*) from documents") == 1
        with pytest.raises(NewsetlError, match=f"process {run.pid} "):
            desk.run()
        found = lock.holder(desk.settings.lock_file)
        assert found is not None
        assert found["pid"] == run.pid
        run.kill()
    completes(desk)


def test_damaged_work_file_is_begun_again(desk: Desk) -> None:
    work = desk.settings.state_folder / "work.duckdb"
    for damage in (b"", b"nonsense" * 1000, work.read_bytes()[:5000]):
        work.write_bytes(damage)
        assert desk.run().status in ("published", "unchanged")
    assert desk.value("select count(*) from documents") == 2
    assert desk.run().status == "unchanged"


def test_asking_who_holds_the_lock_disturbs_no_run(desk: Desk) -> None:
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            lock.holder(desk.settings.lock_file)

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    try:
        for _ in range(50):
            with lock.hold(desk.settings.lock_file):
                pass
    finally:
        stop.set()
        for asker in askers:
            asker.join()


def test_two_names_of_one_warehouse_are_one(desk: Desk, tmp_path: Path) -> None:
    link = tmp_path / "other" / "current.duckdb"
    link.parent.mkdir()
    link.symlink_to(desk.settings.warehouse)
    settings = desk.settings.with_(warehouse=link)
    with lock.hold(desk.settings.lock_file), pytest.raises(NewsetlError, match="another run holds"):
        pipeline.run([str(desk.raw)], settings)
    assert pipeline.run([str(desk.raw)], settings).documents_loaded == 1
    assert link.is_symlink()
    assert desk.run().status == "unchanged"


def test_no_version_to_go_back_to_is_a_note_and_no_failure(desk: Desk) -> None:
    shutil.rmtree(desk.settings.state_folder / "snapshots")
    (desk.settings.state_folder / "snapshots").write_text("in the way")
    report = desk.run()
    assert report.status == "published"
    assert "no version to go back to could be kept" in report.notes[0]


def test_error_of_the_machine_says_what_to_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "/data/x.parquet")

    monkeypatch.setattr(pipeline, "run_orders", full)
    with pytest.raises(RunFailed, match=r"/data/x.parquet: No space left on device; nothing was published: make room and run again"):
        desk.run()
