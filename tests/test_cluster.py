"""A run whose texts are read by a real dask cluster on loopback: same tables, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import pipeline
from newsetl.contracts import FRAMES
from newsetl.errors import RunFailed, SettingsError

ARTICLES = 90
TABLES = sorted({frame.table for frame in FRAMES.values() if frame.table} | {"meta.records", "core.actors", "core.mention_actors"})


class Grid:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.processes = [self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self.file))]
        self.address = ""

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log.txt").open("ab") as log:
            return subprocess.Popen([sys.executable, "-m", "dask", *arguments, "--no-dashboard"], stdout=log, stderr=log, cwd=self.folder)

    def add_worker(self, folder: str) -> subprocess.Popen[bytes]:
        """A worker with a working folder of its own: relative paths would mean something else there."""
        (self.folder / folder).mkdir()
        options = ["--nworkers", "1", "--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder / folder)]
        self.processes.append(self._start("worker", "--scheduler-file", str(self.file), *options))
        return self.processes[-1]

    def wait(self, workers: int) -> None:
        """Until the workers have found the scheduler."""
        from distributed import Client

        until = time.monotonic() + 90
        while not self.file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        with Client(scheduler_file=str(self.file), set_as_default=False, timeout=60) as client:
            client.wait_for_workers(workers, timeout=90)
            self.address = client.scheduler.address.replace("tcp://", "dask://")

    def end(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def grid(tmp_path: Path) -> Iterator[Grid]:
    (tmp_path / "grid").mkdir()
    grid = Grid(tmp_path / "grid")
    yield grid
    grid.end()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    for number in range(ARTICLES):
        desk.write(f"{number:03d}.txt", f"{(HARBOUR, BUDGET, MATCH)[number % 3]}\nNumber {number}.\n")
    desk.write("empty.txt", "")
    return desk


def _tables(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row; what tells runs apart is left out."""
    runs = "columns(lambda c: c not in ('run_id', 'valid_from_run', 'valid_until_run'))"
    return {table: desk.ask(f"select {runs} from {table} order by all") for table in TABLES}


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_makes_the_tables_of_a_local_run(desk: Desk, grid: Grid) -> None:
    pytest.importorskip("distributed")
    workers = [grid.add_worker("one"), grid.add_worker("two")]
    grid.wait(2)
    desk.run()
    local = _tables(desk)

    def kill_one(progress: pipeline.Progress) -> None:
        if progress.step == "annotate" and progress.files_done and workers[0].poll() is None:
            os.kill(workers[0].pid, signal.SIGKILL)
            workers[0].wait()

    settings = replace(desk.settings, warehouse=desk.raw.parent / "grid.duckdb", executor=grid.address, batch_bytes=4 << 10)
    report = pipeline.run([str(desk.raw)], settings, progress=kill_one)
    assert workers[0].poll() is not None
    assert workers[1].poll() is None
    assert (report.status, report.documents_loaded, report.files_rejected) == ("published", ARTICLES, 1)
    desk.settings = settings
    far = _tables(desk)
    assert [table for table in TABLES if far[table] != local[table]] == []
    assert len(far["core.mentions"]) >= ARTICLES
    desk.settings = replace(settings, warehouse=desk.raw.parent / "url.duckdb")
    pipeline.run([f"dir://news::{desk.raw.parent.as_uri()}"], desk.settings)  # the same folder by fsspec, listed here and read there
    assert _tables(desk) == local


@pytest.mark.slow
def test_a_cluster_of_other_lists_or_without_workers_is_refused(desk: Desk, grid: Grid, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    from newsetl import cluster

    grid.add_worker("one")
    grid.wait(1)
    monkeypatch.setattr(cluster, "readers_code", lambda: "0.0.0.another")
    desk.settings = replace(desk.settings, executor=grid.address)
    with pytest.raises(SettingsError, match="install the same on both"):
        desk.run()
    assert not desk.settings.warehouse.exists()
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    grid.processes[-1].kill()
    grid.processes[-1].wait()
    with pytest.raises(RunFailed, match="has no worker"):
        desk.run()


def test_an_executor_that_is_no_cluster_is_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsetl.settings import load_settings

    with pytest.raises(SettingsError, match="dask://host:port"):
        load_settings({"NEWSETL_EXECUTOR": "localhost"}, None)
    assert load_settings({"NEWSETL_EXECUTOR": "dask://10.0.0.1:8786"}, None).executor == "dask://10.0.0.1:8786"
