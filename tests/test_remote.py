"""Raw folders by URL: the same tables as from a folder of a disk, whatever the store tells of its files."""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import pipeline, remote
from shelves import Shelf, into_memory, into_zip, paths, tables


@pytest.fixture(params=["file", "dir", "zip", "memory"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelf]:
    """The same two files by each kind of evidence: time (dir), checksum (zip), none (memory); and a folder of this machine."""
    raw = tmp_path / "shelf" / "news"
    made = {
        "file": (raw.as_uri(), lambda _: None),
        "dir": (f"dir://news::{raw.parent.as_uri()}", lambda _: None),
        "zip": (f"news=zip://::{tmp_path}/a 2021.zip", into_zip(tmp_path / "a 2021.zip")),
        "memory": ("memory://news", into_memory),
    }
    shelf = Shelf(raw.parent, *made[request.param])
    shelf.write("a.txt", HARBOUR)
    shelf.write("world/b.txt", BUDGET)
    yield shelf
    MemoryFileSystem.store.clear()


Told = list[dict[str, list[tuple[object, ...]]]]


def _two_runs(desk: Desk) -> Told:
    """The tables after a first run over odd names, and after one with a changed and a renamed file."""
    for name, text in (("a.txt", HARBOUR), ("world/b.txt", BUDGET), ("world/a [1]*?.txt", MATCH), ("b/c/d é.txt", BUDGET)):
        desk.write(name, text)
    desk.write("empty.txt", b"")
    desk.write(".hidden/x.txt", MATCH)
    desk.write("world/.y.txt", MATCH)
    report = desk.run()
    assert (report.files_seen, report.documents_loaded, report.files_duplicate, report.files_rejected) == (5, 3, 1, 1)
    assert report.rejects == {"empty": 1}
    before = tables(desk)
    desk.write("a.txt", MATCH + MATCH)
    (desk.raw / "world" / "b.txt").rename(desk.raw / "c.txt")
    desk.run()
    return [before, tables(desk)]


@pytest.fixture(scope="module")
def of_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Told:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.write("a.txt", HARBOUR)  # at the times of the shelf's files
    desk.write("world/b.txt", BUDGET)
    return _two_runs(desk)


def test_a_store_makes_the_tables_of_a_folder(shelf: Shelf, of_a_folder: Told) -> None:
    assert _two_runs(shelf) == of_a_folder
    assert shelf.value("select min(place) from documents") == "news/a.txt"


def test_second_run_on_an_unchanged_store_publishes_nothing(shelf: Shelf) -> None:
    shelf.run()
    before = shelf.settings.warehouse.stat()
    report = shelf.run()
    after = shelf.settings.warehouse.stat()
    assert (report.status, report.files_seen, report.documents_loaded) == ("unchanged", 2, 0)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    # a memory store lists no time of change: it is believed nothing, and read
    assert report.files_unchanged == 2
    assert (report.bytes_read > 0) is shelf.url.startswith("memory")


def test_changed_renamed_deleted_and_returned_files_of_a_store(shelf: Shelf) -> None:
    shelf.run()
    shelf.write("a.txt", HARBOUR.replace("quatre", "trente"))  # of the same length
    report = shelf.run()
    assert (report.status, report.files_changed, report.documents_loaded) == ("published", 1, 1)
    (shelf.raw / "world" / "b.txt").rename(shelf.raw / "c.txt")
    report = shelf.run()
    assert (report.documents_loaded, report.files_duplicate, report.files_missing) == (0, 1, 1)
    assert paths(shelf) == ["a.txt", "c.txt"]
    kept = (shelf.raw / "c.txt").read_bytes()
    (shelf.raw / "c.txt").unlink()
    assert shelf.run().files_missing == 1
    assert paths(shelf) == ["a.txt"]
    assert shelf.value("select status from meta.files where path = 'c.txt'") == "missing"
    assert shelf.run().status == "unchanged"
    shelf.write("c.txt", kept)
    report = shelf.run()
    assert (report.status, report.documents_loaded) == ("published", 0)
    assert paths(shelf) == ["a.txt", "c.txt"]


def test_an_archive_of_equal_times_and_sizes_is_known_by_its_checksums(tmp_path: Path) -> None:
    def put(raw: Path) -> None:
        with zipfile.ZipFile(tmp_path / "x.zip", "w") as into:
            into.writestr(zipfile.ZipInfo("a.txt", (1980, 1, 1, 0, 0, 0)), (raw / "a.txt").read_bytes())

    shelf = Shelf(tmp_path, f"zip://::{tmp_path}/x.zip", put)
    shelf.write("a.txt", HARBOUR)
    assert shelf.run().files_new == 1
    assert shelf.run().files_unchanged == 1
    shelf.write("a.txt", HARBOUR.replace("quatre", "trente"))
    assert shelf.run().files_changed == 1
    assert shelf.value("select place from documents") == "x.zip/a.txt"


def test_a_packed_archive_of_a_folder_is_read_each_time(tmp_path: Path) -> None:
    def put(raw: Path) -> None:
        with tarfile.open(tmp_path / "x.tar.gz", "w:gz") as into:
            into.add(raw, ".")  # as tar -C news -czf x.tar.gz .
            into.addfile(tarfile.TarInfo("../up.txt"))

    shelf = Shelf(tmp_path, f"tar://::{tmp_path}/x.tar.gz", put)
    shelf.write("a.txt", HARBOUR)
    shelf.write("world/b.txt", BUDGET)
    shelf.write("world/.c.txt", MATCH)
    report = shelf.run()
    assert (report.documents_loaded, report.rejects) == (2, {"bad_name": 1})
    assert paths(shelf) == ["./a.txt", "./world/b.txt"]
    assert shelf.run().status == "unchanged"
    shelf.write("a.txt", HARBOUR.replace("quatre", "trente"))
    assert shelf.run().files_changed == 1


def test_what_a_listing_says_of_a_change_is_kept_and_nothing_else_is_believed() -> None:
    second = 1_700_000_000
    time = remote.datetime.fromtimestamp(second, remote.UTC)
    assert remote.evidence({"mtime": second + 0.25}, archive=False) == second * 10**9 + 250_000_000
    assert remote.evidence({"mtime": time}, archive=False) == remote.evidence({"modify": "20231114221320"}, archive=False)
    tagged = [remote.evidence({"LastModified": time, "ETag": tag}, archive=False) for tag in ("'1'", "'2'")]
    assert tagged[0] != tagged[1]
    assert {found // 10**9 for found in tagged} == {second}
    nothing = ({}, {"size": 5, "created": second}, {"mtime": None}, {"mtime": 1e30}, {"modify": "Nov 14 22:13"}, {"mtime": 0})
    assert [remote.evidence(entry, archive=False) for entry in nothing] == [remote.UNKNOWN] * len(nothing)
    assert remote.evidence({"mtime": second}, archive=True) == remote.UNKNOWN


def test_two_processes_read_a_store(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf", f"news=zip://::{tmp_path}/x.zip", into_zip(tmp_path / "x.zip"))
    for number in range(pipeline.INLINE_FILES + 12):
        shelf.write(f"{number % 3}/{number:03d}.txt", f"{(HARBOUR, BUDGET, MATCH)[number % 3]}\nNumber {number}.\n")
    shelf.settings = replace(shelf.settings, workers=2)
    report = shelf.run()
    assert (report.status, report.documents_loaded) == ("published", pipeline.INLINE_FILES + 12)
    desk = Desk(tmp_path / "desk")
    desk.raw.rmdir()
    shelf.raw.rename(desk.raw)
    desk.run()
    assert tables(shelf) == tables(desk)


def test_links_in_a_store_are_not_followed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    (desk.raw / "outside").symlink_to("/etc/hostname")
    (desk.raw / "loop").symlink_to(desk.raw)
    os.mkfifo(desk.raw / "pipe")
    report = pipeline.run([f"dir://news::{tmp_path.as_uri()}"], desk.settings)
    assert (report.documents_loaded, report.rejects) == (1, {"not_a_file": 3})


def test_what_a_store_cannot_list_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = {"type": "directory", "size": 0}
    listed = {
        "/news": [{"name": "/news/", "type": "file", "size": 0}, {"name": "/news/b", **folder}, {"name": "/news/a", **folder}],
        "/news/b": [{"name": "/news/b/", **folder, "etag": "a marker"}, {"name": "/news/b/1", "type": "file", "size": 3}],
        "/news/a": [{"name": "/news/a/", **folder}, {"name": "/news/a", "type": "file", "size": 3}],  # the key news/a//x, as s3fs lists it
    }
    monkeypatch.setattr(MemoryFileSystem, "info", lambda *_, **__: folder)
    monkeypatch.setattr(MemoryFileSystem, "ls", lambda _, path, **__: listed[path])
    found = list(remote.Store("memory://news").walk())
    assert [(entry.path, getattr(entry, "reason", "")) for entry in found] == [("a/", "folder_unreadable"), ("b/1", "")]
