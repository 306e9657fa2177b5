"""Stores for tests: a raw folder that is put into one before each run."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from fsspec.implementations.memory import MemoryFileSystem

from articles import Desk
from newsetl import pipeline
from newsetl.contracts import FRAMES
from newsetl.pipeline import RunReport

TABLES = sorted({frame.table for frame in FRAMES.values() if frame.table} | {"meta.records", "core.actors", "core.mention_actors"})
LEDGER = "select root, path, byte_size, content_sha256, status from meta.files order by all"


class Shelf(Desk):
    """A desk whose folder is put into a store before each run."""

    def __init__(self, folder: Path, url: str, put: Callable[[Path], None]) -> None:
        super().__init__(folder)
        self.url, self.put = url, put

    def run(self, **how: bool) -> RunReport:
        """A run over the store."""
        self.put(self.raw)
        return pipeline.run([self.url], self.settings, **how)


def into_zip(archive: Path) -> Callable[[Path], None]:
    """Into a zip file."""

    def put(raw: Path) -> None:
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as into:
            for path in sorted(raw.rglob("*")):  # folders have no entry of their own, as in many archives
                if path.is_file():
                    into.write(path, path.relative_to(raw).as_posix())

    return put


def into_memory(raw: Path) -> None:
    """Into ``memory://news``."""
    MemoryFileSystem.store.clear()
    for path in sorted(raw.rglob("*"), reverse=True):
        if path.is_file():
            MemoryFileSystem().pipe_file("/news/" + path.relative_to(raw).as_posix(), path.read_bytes())


def tables(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row; what tells runs apart is left out."""
    rows = "columns(lambda c: c not in ('run_id', 'document_no', 'valid_from_run', 'valid_until_run'))"
    return {table: desk.ask(f"select {rows} from {table} order by all") for table in TABLES} | {"ledger": desk.ask(LEDGER)}


def paths(desk: Desk) -> list[object]:
    """Of the files that hold a document."""
    return [row[0] for row in desk.ask("select path from meta.records where valid_until_run is null order by path")]
