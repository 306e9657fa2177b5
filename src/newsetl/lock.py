"""One writer a warehouse."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from newsetl.errors import Locked, PublishFailed


def holder(path: Path) -> dict[str, str] | None:
    """Who holds the lock (``pid``, ``since``, ``host``), or None."""
    try:
        with path.open("r+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return dict(json.loads(file.read() or b"{}"))
    except (OSError, ValueError):
        pass
    return None


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
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            with contextlib.suppress(ValueError):
                who = json.loads(file.read() or b"{}")
                raise Locked(
                    f"another run holds {path}: process {who.get('pid')} on {who.get('host')}, since {who.get('since')}; "
                    "wait for it, or end that process"
                ) from None
            raise Locked(f"another run holds {path} and has just begun") from None
        file.truncate(0)
        who = {"pid": os.getpid(), "host": socket.gethostname(), "since": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}
        file.write(json.dumps(who).encode())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
