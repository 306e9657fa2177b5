"""Raw folders in a store that fsspec reaches (S3, SFTP, a zip file …), listed and read as ``read`` does it with those of a disk.

The idea is evidence. A listing says of each file when it changed, or gives a checksum (an ETag, a CRC), or neither; what it said
*before* the file was read goes into the ledger. So a file that changes while it is read, or after, differs from the ledger at the
next listing, and no file is asked about one by one. What a listing gives no evidence of is read at each run, and its hash decides.

fsspec is an extra, ``newsetl[remote]``, and the drivers of most stores are packages of their own.
"""

from __future__ import annotations

import hashlib
import platform
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from types import ModuleType
from typing import Any

from newsetl import address
from newsetl.errors import NewsetlError, Rejected, SettingsError, StoreFailed
from newsetl.files import LARGEST_FILE, Content, FileStat, FileTask, Unreadable, printable

UNKNOWN = -1  # time of a file that there is no evidence of; the ledger holds 0 for it, so that the two are never the same
AT_ONCE, AT_ONCE_BYTES = 32, 8 << 20  # files asked for together: a store takes its tens of milliseconds for one or for many

# what stores call it: local and SMB and SFTP and GCS, S3, Azure, WebDAV, FTP, WebHDFS, zip
_TIMES = ("mtime", "LastModified", "last_modified", "modified", "modify", "modificationTime", "date_time")
# S3 and GCS, Azure and WebDAV, GCS, zip, GitHub, Hugging Face
_CHECKSUMS = ("ETag", "etag", "md5Hash", "CRC", "sha", "blob_id")
_CACHES = {"simplecache", "filecache", "blockcache", "cached"}
_SECRET_OPTION = re.compile("(?i)secret|pass|token|key|credential|sas|auth")


class _NoFolder(SettingsError):
    """The folder does not exist; in most stores that is the same as being empty."""


def _fsspec(url: str) -> ModuleType:
    try:
        import fsspec
        import fsspec.config
        import fsspec.core
    except ImportError:
        raise SettingsError(
            f"raw folder {url} needs fsspec, which is not installed on {platform.node()}: install newsetl[remote]; nothing was read"
        ) from None
    return fsspec  # type: ignore[no-any-return]


def _said(error: BaseException) -> str:
    """What a driver says, on a line, without a secret of fsspec's configuration."""
    from fsspec.config import conf

    text = (str(error).strip() or "no more is known").splitlines()[0]
    for options in conf.values():
        for name, value in options.items():
            if isinstance(value, str) and value and _SECRET_OPTION.search(name):
                text = text.replace(value, "***")
    text = re.sub(r"://[^/\s]*:[^/\s]*@", "://***@", text)
    return f"{type(error).__name__}: {text[:300]}"


def _explained(error: Exception, url: str) -> NewsetlError:
    """Why the folder of a URL cannot be used, and what to do."""
    if isinstance(error, NewsetlError):
        return error
    what, here = f"raw folder {url}", platform.node()
    if isinstance(error, ImportError):
        return SettingsError(
            f"{what} needs a package that is not installed on {here} ({error}); nothing was read. Install it with pip, there and wherever "
            "files are read"
        )
    if isinstance(error, ValueError) and "Protocol not known" in str(error):
        return SettingsError(f"{what}: fsspec knows no such protocol; nothing was read. Give a path, or s3://, gs://, sftp://, zip:// …")
    if isinstance(error, FileNotFoundError):
        return _NoFolder(
            f"{what} does not exist, or nothing is in it; nothing was read. Correct the address; if its files shall go, say so: "
            "newsetl run --allow-empty"
        )
    if isinstance(error, PermissionError) or re.search("(?i)credential|authentication|permission", f"{type(error).__name__} {error}"):
        return SettingsError(
            f"{what} is refused on {here} ({_said(error)}); nothing was published. Give the right to it where fsspec looks for it "
            "(FSSPEC_<PROTOCOL>_<OPTION>, ~/.config/fsspec/*.json), or where its driver does (an AWS profile, an ssh key)"
        )
    if isinstance(error, TypeError | NotImplementedError):
        return SettingsError(f"{what} cannot be opened ({_said(error)}); nothing was read. Correct the address")
    return StoreFailed(
        f"{what} cannot be read on {here} ({_said(error)}); nothing was published. Look whether the store can be reached, and run again"
    )


def check_drivers(url: str) -> None:
    """Whether the protocols of a URL are known and their drivers installed; opens nothing.

    Raises:
        SettingsError: they are not, or a protocol keeps copies that may be older than the files.
    """
    fsspec = _fsspec(url)
    for protocol in address.protocols(url):
        if protocol in _CACHES:
            raise SettingsError(f"raw folder {url}: {protocol} shows copies, which may be old; nothing was read. Leave it out")
        try:
            fsspec.get_filesystem_class(protocol)
        except Exception as error:
            raise _explained(error, url) from None


def _seconds(name: str, value: Any) -> float | None:
    """A time as a store gives it, in seconds since 1970; None for what is none. Without a zone it is taken as UTC."""
    try:
        if name == "date_time":
            value = datetime(*value)
        elif name == "modify":
            value = datetime.strptime(value, "%Y%m%d%H%M%S")
        elif isinstance(value, str):
            value = datetime.fromisoformat(value)
        if isinstance(value, datetime):
            value = (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
        seconds = float(value) / (1000 if name == "modificationTime" else 1)
    except (TypeError, ValueError, OverflowError):
        return None
    return seconds if 0 < seconds < 1 << 33 else None  # beyond the year 2242 nanoseconds need more than 64 bits


def evidence(entry: Mapping[str, Any], *, archive: bool) -> int:
    """The modification time of a listed file, in ns since 1970; ``UNKNOWN`` where the listing gives no evidence of changes.

    Below the second stands a checksum, if there is one: stores give whole seconds, and two versions of one second and size must
    not look the same. In an archive the time is whatever its maker wrote, and without a checksum no evidence.
    """
    checksum = next((entry[name] for name in _CHECKSUMS if entry.get(name) is not None), None)
    seconds = next((found for name in _TIMES if (found := _seconds(name, entry.get(name))) is not None), None)
    if checksum is not None:
        digest = int.from_bytes(hashlib.sha256(str(checksum).encode()).digest()[:8], "big")
        return int(seconds or 0) * 10**9 + 1 + digest % (10**9 - 1)
    return UNKNOWN if seconds is None or archive else int(seconds * 1e6) * 1000


class Store:
    """A raw folder of a store, opened anew: fsspec would otherwise answer from listings and archives that it remembers."""

    def __init__(self, url: str) -> None:
        """Connect and look at the folder.

        Raises:
            SettingsError: no driver, no right, no such folder.
            StoreFailed: no answer.
        """
        self.url = url
        self._open()

    def _open(self) -> None:
        fsspec = _fsspec(self.url)
        try:
            for protocol in address.protocols(self.url):
                fsspec.get_filesystem_class(protocol).clear_instance_cache()
            self._fs, root = fsspec.core.url_to_fs(self.url)
            is_file = self._fs.info(root)["type"] == "file"
        except Exception as error:
            raise _explained(error, self.url) from None
        if is_file:
            raise SettingsError(
                f"raw folder {self.url} is a file, not a folder; nothing was read. Give a folder; a zip file is zip://::ADDRESS"
            )
        self._base = root if root.endswith("/") or not root else root + "/"
        self._archive = hasattr(self._fs, "_all_dirnames")  # fsspec's zip, tar and libarchive

    def _list(self, prefix: str) -> list[tuple[str, str, Mapping[str, Any]]]:
        """(name, type, entry) of what is directly in a folder, sorted, without dot-files and the folder's own marker."""
        listed = self._fs.ls((self._base + prefix).rstrip("/") or self._base, detail=True)
        self._fs.invalidate_cache()  # of a million files it would be a gigabyte
        found = {}
        for entry in listed:
            place, folder = entry["name"].rstrip("/"), entry["type"] == "directory"
            name = place.removeprefix(self._base).lstrip("/").removeprefix(prefix)
            if place.lstrip("/") + "/" == (self._base + prefix).lstrip("/"):
                # a marker is an object with evidence; s3fs shows so too what is behind two slashes in a row, and lists no more of it
                if folder and entry["name"].endswith("/") and evidence(entry, archive=False) == UNKNOWN:
                    found["", True] = {**entry, "type": "nameless"}
            elif not name.startswith(".") or name in (".", ".."):  # archives of a folder itself begin all names with "./"
                found[name, folder] = entry
        return [(name, entry["type"], entry) for (name, _), entry in sorted(found.items(), key=lambda item: item[0])]

    def walk(self) -> Iterator[FileStat | Unreadable]:
        """Files below the folder in the order of ``read.walk``, each with its evidence as time.

        Raises:
            SettingsError: the folder cannot be listed.
            StoreFailed: the store stopped answering.
        """
        try:
            stack = [(iter(self._list("")), "")]
        except Exception as error:
            raise _explained(error, self.url) from None
        while stack:
            entries, prefix = stack[-1]
            name, kind, entry = next(entries, ("", "", {}))
            path = prefix + name
            if not kind:
                stack.pop()
            elif kind == "nameless":
                yield Unreadable(path or "/", "folder_unreadable", "two slashes in a row cannot be listed: rename the files behind them")
            elif printable(path) != path or "\0" in path or name == "..":
                shown = printable(path).replace("\0", "\\0")
                while self._fs.exists(self._base + shown):  # there is a file that is called just that
                    shown += "~"
                yield Unreadable(shown, "bad_name", "the name is not valid UTF-8, or leads out of the folder: rename the file")
            elif kind == "directory" and not entry.get("islink"):
                try:
                    stack.append((iter(self._list(path + "/")), path + "/"))
                except (PermissionError, FileNotFoundError):
                    yield Unreadable(path, "folder_unreadable", "the store does not list it: give the run the right to list this folder")
                except Exception as error:
                    raise _explained(error, f"{self.url}/{path}") from None
            elif kind == "file" and not entry.get("islink"):
                yield FileStat(path, int(entry.get("size") or 0), evidence(entry, archive=self._archive))
            else:
                yield Unreadable(path, "not_a_file", "a link or device in a store: give the target of a link as a folder of its own")

    def read(self, tasks: Sequence[FileTask]) -> list[Content | Rejected]:
        """The files of some tasks, in their order.

        A file that cannot be read is rejected if its folder answers when it is opened once more, so that a store that went
        away costs the run, and not the documents.

        Raises:
            SettingsError, StoreFailed: the folder does not answer.
        """
        got = self._fetch(tasks)
        failed = [number for number, data in enumerate(got) if isinstance(data, Exception) and not isinstance(data, Rejected)]
        if failed:
            self._open()
            for number, data in zip(failed, self._fetch([tasks[number] for number in failed]), strict=True):
                got[number] = data
        return [self._content(task, data) for task, data in zip(tasks, got, strict=True)]

    def _fetch(self, tasks: Sequence[FileTask]) -> list[bytes | Exception]:
        sized = [task for task in tasks if task.seen and 0 < task.seen.size <= LARGEST_FILE]
        places = [self._base + task.path for task in sized]
        data = self._fs.cat_ranges(places, [None] * len(places), [None] * len(places), on_error="return") if places else []
        got = {task.seq: each for task, each in zip(sized, data, strict=True)}
        return [got[task.seq] if task.seq in got else self._fetch_bounded(task) for task in tasks]

    def _fetch_bounded(self, task: FileTask) -> bytes | Exception:
        """A file whose size the listing does not give, or gives as too large."""
        size = task.seen.size if task.seen else 0
        try:
            if size <= LARGEST_FILE:
                with self._fs.open(self._base + task.path, "rb") as file:
                    data: bytes = file.read(LARGEST_FILE + 1)
                if len(data) <= LARGEST_FILE:
                    return data
                size = len(data)
        except MemoryError:
            raise
        except Exception as error:
            return error
        return Rejected("too_large", f"{size} bytes; files over {LARGEST_FILE} bytes are not articles: split it")

    def _content(self, task: FileTask, data: bytes | Exception) -> Content | Rejected:
        if isinstance(data, MemoryError | Rejected):
            if isinstance(data, MemoryError):
                raise data
            return data
        if not isinstance(data, bytes):
            return Rejected("unreadable", f"{_said(data)}: check the file and the rights of the run")
        seen = task.seen
        modified_ns = seen.modified_ns if seen and seen.modified_ns != UNKNOWN else 0
        if seen and seen.size != len(data) and modified_ns:  # it changed since it was listed, or is still being written
            if self._fetch([task]) != [data]:
                return Rejected("changing", "the file changed while it was read: it is read at the next run")
            modified_ns = 0
        return Content(data, len(data), modified_ns, hashlib.sha256(data).hexdigest())


def walk(url: str, *, gone: bool) -> Iterator[FileStat | Unreadable]:
    """What is below the folder of a URL; with ``gone`` nothing is, if the folder does not exist.

    Raises:
        SettingsError, StoreFailed: as ``Store``.
    """
    try:
        store = Store(url)
    except _NoFolder:
        if gone:
            return
        raise
    yield from store.walk()


_store_of_run = lru_cache(maxsize=4)(lambda url, run: Store(url))


def contents(url: str, run: str, tasks: Iterable[FileTask]) -> Iterator[tuple[FileTask, int, Content | Exception]]:
    """Each file with the time it was read at (ns) and its content, or why it is rejected.

    Args:
        url: the folder of all tasks.
        run: names the run; a process opens the store once a run, because an archive may be another one at the next.
        tasks: files of the folder, as they were listed.

    Raises:
        SettingsError, StoreFailed: as ``Store``.
    """
    store: Store = _store_of_run(url, run)
    for some in _together(tasks):
        read_ns = time.time_ns()
        for task, content in zip(some, store.read(some), strict=True):
            yield task, read_ns, content


def _together(tasks: Iterable[FileTask]) -> Iterator[list[FileTask]]:
    some: list[FileTask] = []
    size = 0
    for task in tasks:
        some.append(task)
        size += task.seen.size if task.seen else 0
        if len(some) == AT_ONCE or size >= AT_ONCE_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some
