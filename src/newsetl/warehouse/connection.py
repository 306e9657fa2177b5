"""How a DuckDB file is opened: to write (the run alone) and to read (everybody else)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from newsetl.settings import Settings, available_cores, total_memory

Connection = duckdb.DuckDBPyConnection

STORAGE_VERSION = "v1.2.0"  # DuckDB 1.2 and later open the file
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def memory_limit(settings: Settings) -> int:
    """Bytes that DuckDB may use: as set, else half of the machine's memory, at most 8 GiB."""
    return settings.memory_limit or min(total_memory() // 2, 8 << 30)


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
            "memory_limit": f"{memory_limit(settings)}B",
            "threads": settings.threads or available_cores(),
            "temp_directory": str(spill),
        },
    )


def open_to_read(path: Path, settings: Settings | None = None) -> Connection:
    """A published file, read-only, with nothing but itself in reach: no other file, no extension, no setting changed.

    Raises:
        duckdb.Error: the file is no DuckDB file or needs a newer DuckDB.
    """
    connection = _quiet(str(path), read_only=True, config=dict(_OFFLINE))
    if settings is not None:
        connection.execute(f"set memory_limit = '{memory_limit(settings)}B'")
        connection.execute(f"set threads = {settings.threads or available_cores()}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


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
