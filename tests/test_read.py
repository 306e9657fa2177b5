"""Walking folders, cutting batches, reading files."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsetl.errors import Rejected
from newsetl.files import FileStat, FileTask
from newsetl.read import Known, Ledger, Root, batches, compare, parse_roots, read_file, walk


def test_walk_is_sorted_and_the_same_every_time(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    found = [entry.path for entry in walk(tmp_path)]
    assert found == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_link_inside_the_folder_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("text")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert [entry.path for entry in walk(tmp_path)] == ["a/x.txt", "b/x.txt"]


def test_label_is_the_base_name_or_given(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    assert [root.label for root in parse_roots([str(tmp_path / "news")])] == ["news"]
    assert [root.label for root in parse_roots([f"afp={tmp_path / 'news'}"])] == ["afp"]


def test_file_written_just_before_it_was_read_is_looked_at_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    status = path.stat()
    known = Known(status.st_size, status.st_mtime_ns, "0" * 64, "loaded", status.st_mtime_ns + 1)
    assert len(compare([Root("r", tmp_path)], {"r": Ledger(others={"a.txt": known})}).tasks) == 1
    later = known._replace(read_ns=status.st_mtime_ns + 3_000_000_000)
    assert compare([Root("r", tmp_path)], {"r": Ledger(others={"a.txt": later})}).unchanged == 1


def test_batches_keep_order_and_bounds() -> None:
    tasks = [FileTask(number, "r", "/", f"{number}", None) for number in range(10)]
    cut = list(batches(tasks, [600_000] * 10, 1_000_000))
    assert [len(batch) for batch in cut] == [2] * 5
    assert [task.seq for batch in cut for task in batch] == list(range(10))
    assert [len(batch) for batch in batches(tasks, [0] * 10, 1_000_000, batch_files=4)] == [4, 4, 2]


def test_unreadable_file_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(Rejected) as refusal:
        read_file(str(tmp_path / "gone.txt"))
    assert refusal.value.reason == "unreadable"
    assert FileStat("a", 1, 2) == ("a", 1, 2)
