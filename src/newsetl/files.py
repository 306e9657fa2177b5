"""What a run knows of a raw file before and after it is read, whether it lies on a disk or in a store."""

from __future__ import annotations

import os
from typing import NamedTuple

LARGEST_FILE = 1 << 30  # bytes; a larger file is no article, and one process would hold it three times over


class FileStat(NamedTuple):
    """A raw file as the folder shows it."""

    path: str  # relative to the root, with "/"
    size: int  # bytes
    modified_ns: int  # since 1970, UTC; of a store see ``remote``


class FileTask(NamedTuple):
    """A file that a worker shall read."""

    seq: int  # number within the run; fixes which of two equal files stands for the document
    root: str
    folder: str
    path: str
    known_sha256: str | None  # the bytes need no reading again if they still have this hash
    seen: FileStat | None = None  # as a store listed it; a file of a disk is looked at when it is opened


class Unreadable(NamedTuple):
    """An entry that is not a file to be read."""

    path: str
    reason: str
    detail: str


class Content(NamedTuple):
    """The bytes of a file with what the ledger keeps of them."""

    data: bytes
    size: int
    modified_ns: int
    sha256: str


def modified_ns(status: os.stat_result) -> int:
    """When a file was changed, ns since 1970, UTC; a time that no file has (before 1970, after 2116) is the nearest that one may have.

    So it fits into 64 bits, with another one taken off it too.
    """
    return min(max(status.st_mtime_ns, 0), 1 << 62)


def printable(name: str) -> str:
    """A name that is no UTF-8 as text, with the bytes that are none as escapes, and backslashes doubled; any other name as it is."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    if text == name:
        return name
    return name.replace("\\", "\\\\").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
