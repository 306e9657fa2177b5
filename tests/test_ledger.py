"""What a run makes of new, changed, renamed, deleted, returned and broken files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import pipeline
from newsetl.errors import SettingsError

CURRENT = "select path, document_id from meta.records where valid_until_run is null order by path"


def _with_files(folder: Path) -> Desk:
    desk = Desk(folder)
    desk.write("a.txt", HARBOUR)
    desk.write("world/b.txt", BUDGET)
    return desk


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    """A desk whose files no run has seen."""
    return _with_files(tmp_path)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = _with_files(tmp_path_factory.mktemp("first"))
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.copy(tmp_path)


def test_new_files_become_documents_and_records(fresh: Desk) -> None:
    report = fresh.run()
    assert report.status == "published"
    assert (report.files_seen, report.files_new, report.documents_loaded) == (2, 2, 2)
    assert [row[0] for row in fresh.ask(CURRENT)] == ["a.txt", "world/b.txt"]
    assert fresh.value("select text from documents where place = 'news/a.txt'") == HARBOUR


def test_second_run_on_unchanged_input_publishes_nothing(desk: Desk) -> None:
    before = desk.settings.warehouse.stat()
    report = desk.run()
    after = desk.settings.warehouse.stat()
    assert (report.status, report.files_unchanged) == ("unchanged", 2)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_touched_file_with_the_same_bytes_is_unchanged(desk: Desk) -> None:
    os.utime(desk.raw / "a.txt", (1_800_000_000, 1_800_000_000))
    assert desk.run().status == "unchanged"
    assert desk.run().files_unchanged == 2


def test_changed_file_holds_a_new_document_and_the_old_one_is_kept(desk: Desk) -> None:
    desk.write("a.txt", MATCH)
    report = desk.run()
    assert (report.files_changed, report.documents_loaded, report.files_unchanged) == (1, 1, 1)
    assert desk.value("select count(*) from documents") == 2
    assert desk.value("select count(*) from core.documents") == 3
    assert desk.value("select language from documents where place = 'news/a.txt'") == "de"
    assert desk.value("select count(*) from meta.records where path = 'a.txt'") == 2


def test_renamed_file_is_the_same_document(desk: Desk) -> None:
    (desk.raw / "a.txt").rename(desk.raw / "c.txt")
    report = desk.run()
    assert (report.documents_loaded, report.files_duplicate, report.files_missing) == (0, 1, 1)
    assert [row[0] for row in desk.ask(CURRENT)] == ["c.txt", "world/b.txt"]
    assert desk.value("select count(*) from core.documents") == 2


def test_deleted_file_leaves_the_views_and_returns(desk: Desk) -> None:
    kept = (desk.raw / "a.txt").read_bytes()
    (desk.raw / "a.txt").unlink()
    report = desk.run()
    assert (report.status, report.files_missing) == ("published", 1)
    assert desk.value("select count(*) from documents") == 1
    assert desk.value("select status from meta.files where path = 'a.txt'") == "missing"
    assert desk.run().status == "unchanged"
    desk.write("a.txt", kept)
    report = desk.run()
    assert (report.status, report.documents_loaded) == ("published", 0)
    assert desk.value("select count(*) from documents") == 2
    assert desk.value("select count(*) from meta.records where path = 'a.txt'") == 2


def test_two_files_of_the_same_bytes_are_one_document(fresh: Desk) -> None:
    fresh.write("copy.txt", HARBOUR)
    report = fresh.run()
    assert (report.documents_loaded, report.files_duplicate) == (2, 1)
    assert fresh.value("select files from documents where place = 'news/a.txt'") == 2
    (fresh.raw / "a.txt").unlink()
    fresh.run()
    assert fresh.value("select count(*) from documents where place = 'news/copy.txt'") == 1


def test_broken_files_become_rejects_and_the_run_goes_on(fresh: Desk) -> None:
    fresh.write("empty.txt", b"")
    fresh.write("binary.txt", bytes(range(256)) * 20)
    fresh.write("digits.txt", "12 345 678\n")
    report = fresh.run()
    assert (report.status, report.documents_loaded, report.files_rejected) == ("published", 2, 3)
    reasons = dict(fresh.ask("select path, reason from stg.current_rejects"))
    assert set(reasons) == {"empty.txt", "binary.txt", "digits.txt"}
    assert reasons["empty.txt"] == "empty"
    assert fresh.run().status == "unchanged"
    fresh.write("empty.txt", MATCH)
    assert fresh.run().documents_loaded == 1
    assert set(dict(fresh.ask("select path, reason from stg.current_rejects"))) == {"binary.txt", "digits.txt"}


def test_file_that_breaks_ends_its_document(desk: Desk) -> None:
    desk.write("a.txt", b"")
    report = desk.run()
    assert (report.status, report.files_rejected) == ("published", 1)
    assert [row[0] for row in desk.ask(CURRENT)] == ["world/b.txt"]


def test_a_rejected_file_that_goes_is_no_reject_any_more(desk: Desk) -> None:
    desk.write("empty.txt", b"")
    desk.run()
    (desk.raw / "empty.txt").unlink()
    assert desk.run().status == "published"
    assert desk.ask("select path from stg.current_rejects") == []
    assert desk.run().status == "unchanged"


def test_a_reject_has_the_reason_of_now(desk: Desk) -> None:
    for text, reason in ((b"", "empty"), (b"12 345 678\n", "no_text"), (b"", "empty")):
        desk.write("x.txt", text)
        desk.run()
        assert desk.ask("select reason from stg.current_rejects") == [(reason,)]


def test_a_file_of_a_time_that_no_file_has_is_read(desk: Desk) -> None:
    for number, year in enumerate((1902, 2300)):
        path = desk.write(f"{number}.txt", f"{MATCH}Spiel {number}.\n")
        seconds = (year - 1970) * 31_556_952
        os.utime(path, (seconds, seconds))
    assert desk.run().documents_loaded == 2
    assert desk.run().status == "unchanged"
    desk.write("1.txt", f"{MATCH}Anpfiff.\n")
    assert desk.run().files_changed == 1


def test_a_name_that_is_no_utf8_beside_a_file_that_is_called_as_it_is_shown(desk: Desk) -> None:
    with open(os.fsencode(desk.raw) + b"/caf\xe9.txt", "wb") as file:
        file.write(MATCH.encode())
    desk.write("caf\\xe9.txt", MATCH)
    assert desk.run().documents_loaded == 1
    assert desk.ask("select path, reason from stg.current_rejects") == [("caf\\xe9.txt~", "bad_name")]
    assert desk.run().status == "unchanged"


def test_what_is_no_file_is_a_reject_once(fresh: Desk) -> None:
    os.mkfifo(fresh.raw / "pipe")
    (fresh.raw / "outside").symlink_to("/etc/hostname")
    (fresh.raw / "loop").symlink_to(fresh.raw)
    (fresh.raw / ".hidden.txt").write_text(MATCH)
    with open(os.fsencode(fresh.raw) + b"/caf\xe9.txt", "wb") as file:
        file.write(MATCH.encode())
    report = fresh.run()
    assert report.documents_loaded == 2
    assert dict(fresh.ask("select path, reason from stg.current_rejects")) == {
        "pipe": "not_a_file",
        "outside": "outside_root",
        "caf\\xe9.txt": "bad_name",
    }
    first = fresh.value("select max(last_run_id) from meta.files")
    report = fresh.run()
    assert (report.status, report.files_rejected, report.files_unchanged) == ("unchanged", 0, 5)
    fresh.write("m.txt", MATCH)
    fresh.run()
    assert fresh.ask("select distinct last_run_id from meta.files where status = 'rejected'") == [(first,)]


def test_a_run_compares_only_the_folders_it_was_given(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "wire"
    other.mkdir()
    (other / "m.txt").write_text(MATCH)
    report = pipeline.run([f"agency={other}"], desk.settings)
    assert (report.files_seen, report.files_missing) == (1, 0)
    assert desk.value("select count(*) from documents") == 3
    assert desk.value("select place from documents where language = 'de'") == "agency/m.txt"


def test_wrong_folders_are_refused_before_anything_happens(fresh: Desk, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not exist"):
        pipeline.run([str(tmp_path / "nowhere")], fresh.settings)
    (tmp_path / "x" / "news").mkdir(parents=True)
    with pytest.raises(SettingsError, match="two raw folders have the label 'news'"):
        pipeline.run([str(fresh.raw), str(tmp_path / "x" / "news")], fresh.settings)
    assert not fresh.settings.warehouse.exists()


def test_every_count_is_kept_with_the_run(fresh: Desk) -> None:
    fresh.write("empty.txt", b"")
    report = fresh.run()
    row = fresh.ask("select files_seen, files_new, documents_loaded, files_rejected, run_id from load_history")[0]
    assert row == (3, 3, 2, 1, report.run_id)
