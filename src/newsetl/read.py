"""Raw folders: what files there are, which of them need reading, and in what batches.

Of a disk; those that a URL names are listed and read by ``remote``, which is imported when the first of them is met.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from newsetl import address
from newsetl.errors import Rejected, SettingsError
from newsetl.files import LARGEST_FILE, Content, FileStat, FileTask, Unreadable, modified_ns, printable

RACY_NS = 2_000_000_000  # a file written this shortly before it was read may change again within one tick of its clock
REMOTE_RACY_NS = 60_000_000_000  # the same in a store, whose clock is not this machine's


class Root(NamedTuple):
    """A raw folder and the label that the warehouse knows it by."""

    label: str
    folder: Path | str  # a URL, where it is text


class Known(NamedTuple):
    """What the ledger holds of a file that must be looked at closely."""

    size: int
    modified_ns: int
    sha256: str | None
    status: str
    read_ns: int  # when it was read last


@dataclass
class Ledger:
    """What is known of the files of a raw folder; ``compare`` uses it up."""

    #: (bytes, nanoseconds of its time) of each file that was loaded long after it was written: the same again, it is unchanged.
    settled: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: All others, by path.
    others: dict[str, Known] = field(default_factory=dict)
    #: SHA-256 of settled files by path: few are ever asked for.
    hashes: Callable[[Sequence[str]], Mapping[str, str]] = lambda _: {}


@dataclass
class Changes:
    """A folder against the ledger."""

    tasks: list[FileTask] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)  # (root, path)
    unreadable: list[tuple[str, Unreadable]] = field(default_factory=list)  # (root, entry)
    bytes: int = 0  # of the files to read
    sizes: list[int] = field(default_factory=list)  # by task
    seen: int = 0
    new: int = 0
    unchanged: int = 0

    def forget_tasks(self) -> None:
        """Once all is read: a million tasks take as much memory as a reader, which the load and the models need."""
        self.tasks.clear()
        self.sizes.clear()


def parse_roots(sources: Iterable[str]) -> list[Root]:
    """``folder`` or ``label=folder`` each, the folder a path or an fsspec URL; the label of a bare folder is its base name.

    Raises:
        SettingsError: no folder given, a folder that does not exist, one label for two folders, a URL that holds a secret or needs
            a package that is not installed. Whether the folder of a URL exists is seen when it is listed.
    """
    roots: dict[str, Root] = {}
    places: dict[str, str] = {}
    for source in sources:
        label, text = address.split_label(source)
        folder: Path | str
        if address.is_url(text):
            from newsetl import remote

            remote.check_drivers(text)
            folder, name = text, address.base_name(text)
            place = text
        else:
            folder = Path(text).expanduser()
            if not folder.is_dir():
                what = "is a file, not a folder" if folder.exists() else "does not exist"
                raise SettingsError(f"raw folder {folder} {what}; nothing was read. Give a folder of text files, or label=folder")
            place = os.fspath(folder.resolve())
            name = os.path.basename(place)
        label = label or name or "raw"
        if places.setdefault(label, place) != place:
            raise SettingsError(
                f"two raw folders have the label {label!r} ({roots[label].folder} and {folder}); name one of them, as in other={folder}"
            )
        roots[label] = Root(label, folder)
    if not roots:
        raise SettingsError("no raw folder given; name one or more folders of text files, or set NEWSETL_RAW")
    return list(roots.values())


def walk(root: Path) -> Iterator[FileStat | Unreadable]:
    """Files below ``root`` in a stable order (names by code point, a folder's files where its name falls).

    Dot-files are skipped, and so are links to a folder that is being walked already (loops). What is not a file that
    belongs to the folder comes as ``Unreadable``: pipes and devices, links that lead out of it, names that are no UTF-8.
    """
    top = os.path.realpath(root)
    # a stack of its own: a path may have 2,000 folders, Python's calls may not
    stack: list[tuple[Iterator[os.DirEntry[str]], str, tuple[int, int]]] = []
    above: set[tuple[int, int]] = set()  # device and inode of the folders that are being walked

    def enter(folder: str, prefix: str) -> Unreadable | None:
        try:
            status = os.stat(folder)
            with os.scandir(folder) as listing:
                found = sorted((entry for entry in listing if not entry.name.startswith(".")), key=lambda entry: entry.name)
        except OSError as error:
            return Unreadable(
                prefix.rstrip("/") or ".", "folder_unreadable", f"{error.strerror}: give the run the right to list this folder"
            )
        stack.append((iter(found), prefix, (status.st_dev, status.st_ino)))
        above.add(stack[-1][2])
        return None

    problem = enter(os.fspath(root), "")
    if problem:
        yield problem
    while stack:
        entries, prefix, identity = stack[-1]
        entry = next(entries, None)
        if entry is None:
            stack.pop()
            above.discard(identity)
            continue
        path = prefix + entry.name
        try:
            if not path.isascii():
                path.encode()
        except UnicodeEncodeError:
            shown = printable(path)
            while os.path.lexists(os.path.join(top, shown)):  # there is a file that is called just that
                shown += "~"
            yield Unreadable(shown, "bad_name", "the file name is not valid UTF-8: rename the file")
            continue
        try:
            if entry.is_symlink():
                target = os.path.realpath(entry.path)
                if target != top and not target.startswith(top + os.sep):
                    yield Unreadable(
                        path, "outside_root", "a link that leads out of the raw folder: give its target as a folder of its own"
                    )
                    continue
                status = entry.stat()
                if (status.st_dev, status.st_ino) in above:
                    continue
            if entry.is_dir():
                problem = enter(entry.path, path + "/")
                if problem:
                    yield problem
                continue
            status = entry.stat()
        except OSError as error:
            yield Unreadable(path, "unreadable", f"{error.strerror}: the file cannot be looked at")
            continue
        if stat.S_ISREG(status.st_mode):
            yield FileStat(path, status.st_size, modified_ns(status))
        else:
            yield Unreadable(path, "not_a_file", "a pipe, socket or device, not a file: remove it from the raw folder")


def _listed(folder: Path | str, *, gone: bool) -> Iterator[FileStat | Unreadable]:
    """What is below a folder; ``gone``: it may be gone, as that of a store is when its last file was deleted."""
    if isinstance(folder, Path):
        return walk(folder)
    from newsetl import remote

    return remote.walk(folder, gone=gone)


def compare(roots: Iterable[Root], ledger: Mapping[str, Ledger], *, retry: bool = False, allow_empty: bool = False) -> Changes:
    """What changed since the ledger was written: files to read, files gone, entries that cannot be files.

    A file of the same size and time is unchanged, unless it was written so shortly before it was last read (``RACY_NS``)
    that a later write could have left both the same; such a file is read, and its hash decides. So is a file of a store that
    gives no evidence. With ``retry`` files that were rejected are read again. Files below a folder that cannot be listed are
    not gone, they are out of sight: what is known of them stays.

    Raises:
        SettingsError: a raw folder itself cannot be listed, or shows no file where the ledger holds some: a disk that is not
            mounted looks like that.
        StoreFailed: a store stopped answering.
    """
    changes = Changes()
    for root in roots:
        known = ledger.get(root.label) or Ledger()
        settled, others = known.settled, known.others
        is_known = bool(settled or others)
        changed: dict[str, int] = {}  # settled files that are others now -> the number of their task
        hidden: list[str] = []
        local = isinstance(root.folder, Path)
        racy = RACY_NS if local else REMOTE_RACY_NS
        seen = changes.seen
        for entry in _listed(root.folder, gone=allow_empty and is_known):
            changes.seen += 1
            before = settled.pop(entry.path, None)
            if isinstance(entry, Unreadable):
                if entry.reason == "folder_unreadable":
                    if entry.path == ".":
                        raise SettingsError(f"raw folder {root.folder} cannot be listed: {entry.detail}")
                    hidden.append(entry.path + "/")
                changes.unreadable.append((root.label, entry))
                others.pop(entry.path, None)
                continue
            if before is not None:
                if before == (entry.size, entry.modified_ns):
                    changes.unchanged += 1
                    continue
                changed[entry.path] = len(changes.tasks)
            other = others.pop(entry.path, None)
            sha = None
            if other is not None and other.status != "missing":
                same = other.size == entry.size and other.modified_ns == entry.modified_ns
                if same and other.read_ns - entry.modified_ns > racy and not (retry and other.status == "rejected"):
                    changes.unchanged += 1
                    continue
                sha = other.sha256 if other.status == "loaded" else None
            elif before is None:
                changes.new += 1
            changes.tasks.append(
                FileTask(len(changes.tasks), root.label, os.fspath(root.folder), entry.path, sha, None if local else entry)
            )
            changes.sizes.append(entry.size)
            changes.bytes += entry.size
        if changed:
            for path, sha in known.hashes(list(changed)).items():
                changes.tasks[changed[path]] = changes.tasks[changed[path]]._replace(known_sha256=sha)
        # what was not met
        gone = sorted([*settled, *(path for path, other in others.items() if other.status != "missing")])
        if gone and changes.seen == seen and not allow_empty:
            raise SettingsError(
                f"raw folder {root.folder} is empty, but {len(gone)} of its files are known: is its disk mounted? "
                "If they shall go, say so: newsetl run --allow-empty"
            )
        changes.missing += [(root.label, path) for path in gone if not path.startswith(tuple(hidden))]
    return changes


def batches(tasks: list[FileTask], sizes: list[int], batch_bytes: int, batch_files: int = 2_000) -> Iterator[list[FileTask]]:
    """Tasks in order, cut where a batch reaches its bytes or files (a file counts at least 1 KiB for opening it)."""
    batch: list[FileTask] = []
    weight = 0
    for task, size in zip(tasks, sizes, strict=True):
        batch.append(task)
        weight += max(size, 1024)
        if weight >= batch_bytes or len(batch) >= batch_files:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def read_file(path: str) -> Content:
    """The whole file, read while it did not change.

    Raises:
        Rejected: ``unreadable``, ``too_large``, or ``changing`` when it kept changing while it was read.
    """
    for _ in range(3):
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0))
            with os.fdopen(descriptor, "rb") as file:
                before = os.fstat(file.fileno())
                if not stat.S_ISREG(before.st_mode):
                    raise Rejected("not_a_file", "a pipe, socket or device, not a file: remove it from the raw folder")
                if before.st_size > LARGEST_FILE:
                    raise Rejected("too_large", f"{before.st_size} bytes; files over {LARGEST_FILE} bytes are not articles: split it")
                data = file.read(LARGEST_FILE + 1)
                after = os.fstat(file.fileno())
        except OSError as error:
            raise Rejected("unreadable", f"{error.strerror}: check the file and the rights of the run") from None
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(data) == after.st_size:
            return Content(data, after.st_size, modified_ns(after), hashlib.sha256(data).hexdigest())
    raise Rejected("changing", "the file changed while it was read, three times over: it is read at the next run")
