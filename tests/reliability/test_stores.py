"""A store that refuses a file, stops answering, goes away or is empty: nothing is lost, and nobody waits who reads."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from articles import BUDGET, HARBOUR
from newsetl import doctor, pipeline, read, remote
from newsetl.errors import NewsetlError, SettingsError, StoreFailed
from shelves import Shelf, into_memory, paths


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path, "memory://news", into_memory)
    shelf.write("a.txt", HARBOUR)
    shelf.write("world/b.txt", BUDGET)
    shelf.run()
    yield shelf
    MemoryFileSystem.store.clear()


def _failing(monkeypatch: pytest.MonkeyPatch, method: str, when: str, error: Exception) -> None:
    real = getattr(MemoryFileSystem, method)

    def call(self: MemoryFileSystem, path: str, *arguments: object, **more: object) -> object:
        if when in path:
            raise error
        return real(self, path, *arguments, **more)

    monkeypatch.setattr(MemoryFileSystem, method, call)


def test_a_file_that_a_store_does_not_give_is_a_reject_until_it_does(memory: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        _failing(patch, "cat_file", "b.txt", PermissionError("denied"))
        report = memory.run()
        assert (report.status, report.rejects) == ("published", {"unreadable": 1})
        assert paths(memory) == ["a.txt"]
    assert memory.run().status == "published"
    assert paths(memory) == ["a.txt", "world/b.txt"]


def test_a_store_that_goes_away_costs_the_run_and_not_the_documents(memory: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    before = memory.settings.warehouse.read_bytes()
    away = ConnectionError("reset by peer")
    said = r"memory://news(/world)? cannot be read on .*reset by peer.*nothing was published.*run again"
    with monkeypatch.context() as patch:
        _failing(patch, "ls", "world", away)  # while it is listed
        with pytest.raises(StoreFailed, match=said):
            memory.run()
    with monkeypatch.context() as patch:
        real = MemoryFileSystem.cat_file

        def goes(store: MemoryFileSystem, path: str, *arguments: object, **more: object) -> object:
            if "b.txt" not in path:
                return real(store, path, *arguments, **more)
            _failing(patch, "info", "news", away)
            raise away

        patch.setattr(MemoryFileSystem, "cat_file", goes)  # while it is read
        with pytest.raises(StoreFailed, match=said):
            memory.run()
    assert memory.settings.warehouse.read_bytes() == before
    assert memory.run().status == "unchanged"
    failure = pickle.loads(pickle.dumps(StoreFailed("why")))
    assert (str(failure), isinstance(failure, OSError)) == ("why", True)  # so that a Prefect task tries it again


def test_files_below_a_folder_that_a_store_does_not_list_stay(memory: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        _failing(patch, "ls", "world", PermissionError("denied"))
        report = memory.run()
        assert (report.files_missing, report.rejects) == (0, {"folder_unreadable": 1})
    assert paths(memory) == ["a.txt", "world/b.txt"]


def test_an_empty_store_is_no_reason_to_forget_its_documents(memory: Shelf) -> None:
    for path in sorted(memory.raw.rglob("*.txt")):
        path.unlink()
    with pytest.raises(SettingsError, match=r"memory://news does not exist, or nothing is in it.*--allow-empty"):
        memory.run()
    assert memory.value("select count(*) from documents") == 2
    assert memory.run(allow_empty=True).files_missing == 2
    with pytest.raises(SettingsError, match="does not exist"):
        pipeline.run(["memory://another"], memory.settings, allow_empty=True)


def test_a_file_of_a_store_that_grows_while_it_is_read_is_read_when_it_rests(memory: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = read.FileStat("a.txt", 3, 1_700_000_000_000_000_000)
    store = remote.Store("memory://news")
    task = read.FileTask(0, "news", "memory://news", "a.txt", None, seen)
    (content,) = store.read([task])
    assert isinstance(content, read.Content)
    assert (content.data, content.modified_ns) == (HARBOUR.encode(), 0)  # no evidence: looked at again
    grown = iter((b"12345", b"1234567"))
    monkeypatch.setattr(MemoryFileSystem, "cat_file", lambda *_, **__: next(grown))
    (refusal,) = store.read([task])
    assert isinstance(refusal, remote.Rejected)
    assert refusal.reason == "changing"


STALLED = """
import sys
from fsspec.implementations.memory import MemoryFileSystem
from newsetl import pipeline
from newsetl.settings import Settings
from pathlib import Path
MemoryFileSystem().pipe_file("/news/a.txt", b"text")
def ls(*_, **__):
    print("stalls", flush=True)
    sys.stdin.read()
MemoryFileSystem.ls = ls
pipeline.run(["memory://news"], Settings(warehouse=Path(sys.argv[1]), workers=1))
"""


def test_a_store_that_does_not_answer_keeps_nobody_from_reading(memory: Shelf) -> None:
    call = [sys.executable, "-c", STALLED, str(memory.settings.warehouse)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"stalls\n"
        assert memory.value("select count(*) from documents") == 2
        with pytest.raises(NewsetlError, match=f"process {run.pid} "):
            memory.run()
        run.kill()
    assert memory.run().status == "unchanged"


def test_a_store_that_refuses_says_where_rights_are_given(memory: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    from fsspec.config import conf

    monkeypatch.setitem(conf, "memory", {"secret": "hunter22"})
    _failing(monkeypatch, "info", "news", PermissionError("bad key hunter22 at ftp://me:hunter23@host"))
    with pytest.raises(SettingsError, match=r"is refused .*FSSPEC_<PROTOCOL>_<OPTION>") as refusal:
        pipeline.run(["memory://news"], memory.settings)
    assert "hunter" not in str(refusal.value)


def test_doctor_looks_at_folders_by_url(memory: Shelf) -> None:
    found = doctor.examine(replace(memory.settings, raw=("memory://news", "memory://nowhere")))
    looked = [(finding.state, finding.told) for finding in found if finding.what == "raw folder"]
    assert looked[0] == ("fine", "memory://news")
    assert looked[1][0] == "wrong"
    assert "memory://nowhere does not exist" in looked[1][1]
