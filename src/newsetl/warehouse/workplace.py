"""Where the private work file stands, and that it goes on from what is published.

It becomes the published file, and is begun again as a copy of it: after each publication, and where it was lost or is older than
the published file (a rollback, a restored backup).
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import NamedTuple

import duckdb

from newsetl import __version__
from newsetl.errors import PublishFailed, SettingsError
from newsetl.settings import Settings
from newsetl.warehouse import publish
from newsetl.warehouse.connection import open_to_read
from newsetl.warehouse.migrate import SCHEMA_VERSION


def work_path(settings: Settings) -> Path:
    """Where the work file of a warehouse stands."""
    return settings.state_folder / "work.duckdb"


def _last_publication(path: Path, settings: Settings | None) -> str | None:
    """The run that a file was last published by; None when there is no such file, or it was never published."""
    if not path.exists():
        return None
    with contextlib.closing(open_to_read(path, settings)) as connection:
        try:
            row = connection.execute(
                "select run_id, schema_version, newsetl_version from meta.published order by run_id desc limit 1"
            ).fetchone()
        except duckdb.CatalogException:
            return None
    if row and row[1] > SCHEMA_VERSION:
        raise PublishFailed(
            f"{path} has table layout {row[1]}; this newsetl ({__version__}) knows layouts up to {SCHEMA_VERSION}: "
            f"install newsetl {row[2]} or later"
        )
    return row[0] if row else None


class Publication(NamedTuple):
    """A publication as the state folder remembers it: with the file it made, to know that file again without opening it."""

    run_id: str
    inode: int
    size: int
    modified_ns: int


def _remembered(settings: Settings) -> Publication | None:
    with contextlib.suppress(OSError, ValueError, TypeError):
        return Publication(*json.loads((settings.state_folder / "published.json").read_text(encoding="utf-8")))
    return None


def remember(settings: Settings, run_id: str) -> None:
    """Keep what the file that was just published looks like."""
    status = settings.warehouse.stat()
    path = settings.state_folder / "published.json"
    path.with_suffix(".part").write_text(json.dumps([run_id, status.st_ino, status.st_size, status.st_mtime_ns]), encoding="utf-8")
    path.with_suffix(".part").replace(path)


def published_run(settings: Settings) -> str | None:
    """The run that the file in the place of the warehouse was published by; None when there is no file.

    Raises:
        PublishFailed: the file there is not one that newsetl wrote.
    """
    try:
        status = settings.warehouse.stat()
    except FileNotFoundError:
        return None
    known = _remembered(settings)
    if known and (known.inode, known.size, known.modified_ns) == (status.st_ino, status.st_size, status.st_mtime_ns):
        return known.run_id
    try:
        found = _last_publication(settings.warehouse, settings)
    except duckdb.Error as error:
        raise PublishFailed(f"{settings.warehouse} cannot be read: {error}. Move it away, or name another file (--warehouse)") from None
    if found is None:
        raise PublishFailed(f"{settings.warehouse} was not written by newsetl; move it away, or name another file (--warehouse)")
    return found


def begin(settings: Settings) -> None:
    """Make sure that there is a work file, and that it goes on from what is published.

    The work file may be ahead of the published one (a publication failed: it is made up for). But a published file
    that is another than the last one published here was put there by somebody, and counts.

    Raises:
        PublishFailed: the file in the place of the warehouse is not one that newsetl wrote.
    """
    work = work_path(settings)
    if "?" in str(work):
        raise SettingsError(f"the path {work} has a question mark, which DuckDB misreads: choose another folder (--warehouse, --state)")
    work.parent.mkdir(parents=True, exist_ok=True)
    published = published_run(settings)
    remembered = _remembered(settings)
    is_of_another = published is not None and (remembered is None or remembered.run_id != published)
    if is_of_another or (published is None and not _is_whole(work)):
        remove(work)
    if not work.exists() and published is not None:
        part = work.with_suffix(".part")
        try:
            publish.copy_file(settings.warehouse, part)
            part.replace(work)
        finally:
            part.unlink(missing_ok=True)
        remember(settings, published)


def _is_whole(work: Path) -> bool:
    """Whether a run ever came to its end in a work file that nothing was published from; a first run leaves its parts."""
    try:
        return _last_publication(work, None) is not None
    except duckdb.Error:
        return False


def forget(settings: Settings) -> None:
    """Begin the work file again from the published file at the next run."""
    remove(work_path(settings))
    (settings.state_folder / "published.json").unlink(missing_ok=True)


def remove(work: Path) -> None:
    """Delete a work file with its log."""
    work.unlink(missing_ok=True)
    work.with_name(work.name + ".wal").unlink(missing_ok=True)
