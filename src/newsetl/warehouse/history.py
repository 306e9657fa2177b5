"""Published versions that were kept: what there is, going back to one, and what changed between two."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from newsetl import lock
from newsetl.errors import NewsetlError
from newsetl.settings import Settings
from newsetl.warehouse import publish, workplace
from newsetl.warehouse.catalogue import Answer
from newsetl.warehouse.connection import Connection, open_to_read

_RUN = ("run_id", "documents_loaded", "documents_reread", "files_changed", "files_missing")
LARGEST_CHANGES = 15  # rows of a summary that a diff names


class Snapshot(NamedTuple):
    """A published version that was kept."""

    run_id: str
    path: Path
    size: int  # bytes
    kept_at: datetime  # UTC


def snapshots(settings: Settings) -> list[Snapshot]:
    """The versions kept, newest first."""
    found = []
    for path in sorted((settings.state_folder / "snapshots").glob("*.duckdb"), reverse=True):
        status = path.stat()
        found.append(Snapshot(path.stem, path, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC)))
    return found


def _snapshot(settings: Settings, run_id: str) -> Snapshot:
    kept = snapshots(settings)
    found = [snapshot for snapshot in kept if snapshot.run_id.startswith(run_id)]
    if len(found) != 1:
        names = ", ".join(snapshot.run_id for snapshot in kept) or "none"
        what = "no version is" if not found else "more than one version is"
        raise NewsetlError(f"{what} kept of run {run_id!r}; kept are: {names}. NEWSETL_SNAPSHOTS sets how many are kept")
    return found[0]


def rollback(settings: Settings, run_id: str) -> str:
    """Publish a kept version again; the next run goes on from it. Returns the run that is published now.

    Raises:
        Locked: a run is going on.
        NewsetlError: no such version is kept.
        PublishFailed: the published file could not be replaced; it is untouched.
    """
    with lock.hold(settings.lock_file):
        snapshot = _snapshot(settings, run_id)
        publish.replace_file(snapshot.path, settings.place)
        workplace.forget(settings)
        return snapshot.run_id


def diff(settings: Settings, run_a: str, run_b: str) -> dict[str, Any]:
    """What changed in the summaries from the version of one run to that of another, and why.

    Returns:
        ``why``: runs in between with what they brought; ``code`` and ``lists``: whether these changed; ``actors`` and
        ``topics``: the largest changes of document counts, each (name, before, after).
    """
    first, second = _snapshot(settings, run_a), _snapshot(settings, run_b)
    with contextlib.closing(open_to_read(first.path)) as before, contextlib.closing(open_to_read(second.path)) as after:
        versions = [
            _one(c, "select code_version, reference_version from load_history order by run_id desc limit 1") for c in (before, after)
        ]
        runs = after.execute(
            f"select {', '.join(_RUN)} from load_history where run_id > ? order by run_id",
            [first.run_id],
        ).fetchall()
        return {
            "from": first.run_id,
            "to": second.run_id,
            "documents": [_one(c, "select count(*) from documents")[0] for c in (before, after)],
            "code_changed": versions[0][0] != versions[1][0],
            "lists_changed": versions[0][1] != versions[1][1],
            "runs": [dict(zip(_RUN, row, strict=True)) for row in runs],
            "actors": _changes(before, after, "select actor_id, name, documents from actor_summary"),
            "topics": _changes(before, after, "select topic_id, topic_id, documents from topic_summary"),
        }


def _one(connection: Connection, sql: str) -> tuple[Any, ...]:
    row = connection.execute(sql).fetchone()
    return row if row is not None else (None, None)


def _changes(before: Connection, after: Connection, sql: str) -> list[tuple[str, int, int]]:
    old = {key: (name, count) for key, name, count in before.execute(sql).fetchall()}
    new = {key: (name, count) for key, name, count in after.execute(sql).fetchall()}
    changed = [
        (str((new.get(key) or old[key])[0]), old.get(key, ("", 0))[1], new.get(key, ("", 0))[1])
        for key in sorted(old.keys() | new.keys(), key=str)
        if old.get(key, ("", 0))[1] != new.get(key, ("", 0))[1]
    ]
    return sorted(changed, key=lambda row: -abs(row[2] - row[1]))[:LARGEST_CHANGES]


def snapshots_answer(settings: Settings) -> Answer:
    """The versions kept, as rows to show."""
    rows = [(s.run_id, f"{s.kept_at:%Y-%m-%d %H:%M:%S}", s.size) for s in snapshots(settings)]
    return Answer(["run_id", "published_at", "bytes"], [False, False, True], rows)
