"""How a DuckDB file is opened: to write (the run alone) and to read (everybody else)."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from newsetl.settings import Settings, available_cores, total_memory

Connection = duckdb.DuckDBPyConnection

STORAGE_VERSION = "v1.2.0"  # DuckDB 1.2 and later open the file
OPENINGS = 10  # in a row that a publication may fall into; they take milliseconds, publications minutes
_AGAIN = 0.2  # seconds; an interruption that falls between two statements stops neither, so it is repeated
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def memory_limit(settings: Settings) -> int:
    """Bytes that DuckDB may use: as set, else half of the machine's memory, at most 8 GiB."""
    return settings.memory_limit or min(total_memory() // 2, 8 << 30)


def writer_memory_limit(settings: Settings, held: int = 0) -> int:
    """Bytes that DuckDB may use in a run: as set, else 1.25 GiB, or half of the ``held`` bytes of the file that it brings up to date.

    Never more than :func:`memory_limit`. What does not fit is written to the spill folder, as far as it can be: not all that a join or a
    group of the whole archive holds. A refresh of 100,000 articles needs a third of its file, of 300,000 no more than 0.4 of it; a build
    that fails for want of memory is done again with :func:`memory_limit`.
    """
    return settings.memory_limit or min(memory_limit(settings), max(5 << 28, held // 2))


def _quiet(path: str, **how: Any) -> Connection:
    """Connect without the progress bar that DuckDB prints into standard output when a statement takes over two seconds."""
    connection = duckdb.connect(path, **how)
    connection.execute("set enable_progress_bar = false")
    return connection


def open_to_write(path: Path, settings: Settings) -> Connection:
    """The private work file, created if need be; large operations spill beside it."""
    spill = path.parent / "spill"
    spill.mkdir(parents=True, exist_ok=True)
    return _quiet(
        str(path),
        config={
            **_OFFLINE,
            "storage_compatibility_version": STORAGE_VERSION,
            "memory_limit": f"{writer_memory_limit(settings, path.stat().st_size if path.exists() else 0)}B",
            "threads": settings.threads or available_cores(),
            "temp_directory": str(spill),
        },
    )


def _open_whole(path: Path) -> Connection:
    """Open a published file that may be replaced in this very instant.

    DuckDB 2.0 opens the path three times: it reads the header from one of them and the blocks from the next. Should a
    publication fall between the two, it would take the header of one version for the blocks of another.
    """
    for _ in range(OPENINGS):
        before = _identity(path)
        try:
            connection = _quiet(str(path), read_only=True, config=dict(_OFFLINE))
        except duckdb.Error:
            if _identity(path) == before:
                raise
            continue
        if _identity(path) == before:
            return connection
        connection.close()
    return _quiet(str(path), read_only=True, config=dict(_OFFLINE))


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def open_to_read(path: Path, settings: Settings | None = None) -> Connection:
    """A published file, read-only, with nothing but itself in reach: no other file, no extension, no setting changed.

    Raises:
        duckdb.Error: the file is no DuckDB file or needs a newer DuckDB.
    """
    connection = _open_whole(path)
    if settings is not None:
        connection.execute(f"set memory_limit = '{memory_limit(settings)}B'")
        connection.execute(f"set threads = {settings.threads or available_cores()}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


@contextlib.contextmanager
def time_limit(connection: Connection, seconds: float) -> Iterator[None]:
    """What the connection does in the ``with`` raises ``duckdb.InterruptException`` once the time is over."""
    done = threading.Event()

    def watch() -> None:
        if not done.wait(seconds):
            connection.interrupt()
            while not done.wait(_AGAIN):
                connection.interrupt()

    watcher = threading.Thread(target=watch, daemon=True, name="time limit")
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def open_to_export(path: Path, settings: Settings, spill: Path) -> Connection:
    """A published file, read-only, that may write other files; large operations spill to ``spill``."""
    return _quiet(
        str(path),
        read_only=True,
        config={
            **_OFFLINE,
            "memory_limit": f"{memory_limit(settings)}B",
            "threads": settings.threads or available_cores(),
            "temp_directory": str(spill),
        },
    )
