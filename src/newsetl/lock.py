"""One writer a warehouse."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from newsetl.errors import Locked, PublishFailed

PATIENCE = 1.0  # seconds; who asks for the holder holds the lock for an instant, and a run must not be refused for that


def holder(path: Path) -> dict[str, str] | None:
    """Who holds the lock (``pid``, ``since``, ``host``), or None. Asking needs no right to write."""
    try:
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return dict(json.loads(file.read() or b"{}"))
    except (OSError, ValueError):
        pass
    return None


def _take(descriptor: int, path: Path) -> bool:
    """Take the lock. False: another run holds it, for it wrote who it is, or has had the time to."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if holder(path) or time.monotonic() > until:
                return False
            time.sleep(0.02)


@contextlib.contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold the lock, by the operating system: the lock of a process that died is free, that of a live one is not.

    Raises:
        Locked: says pid and since when.
        PublishFailed: the lock file cannot be written, so neither could the warehouse.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise PublishFailed(f"cannot write {path}: {error.strerror}; the folder of the warehouse must be writable") from None
    with file:
        if not _take(file.fileno(), path):
            who = holder(path)
            if not who:
                raise Locked(f"another run holds {path} and has just begun")
            raise Locked(
                f"another run holds {path}: process {who.get('pid')} on {who.get('host')}, since {who.get('since')}; "
                "wait for it, or end that process"
            )
        mine: dict[str, object] = {"pid": os.getpid(), "host": socket.gethostname(), "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}
        with contextlib.suppress(OSError):  # on a full disk the lock holds without saying for whom
            os.ftruncate(file.fileno(), 0)
            os.write(file.fileno(), json.dumps(mine).encode())
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                os.ftruncate(file.fileno(), 0)
