"""The tables as a folder of Parquet that Spark, Trino and Polars read, and a warehouse from such a folder.

Tables of documents are cut by month of publication and language. ``manifest.json`` names the files that count; it is
replaced last, so that who reads by it never sees half an export. Only partitions that changed are written again.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from newsetl import __version__, lock, resources
from newsetl.contracts import FRAMES
from newsetl.errors import NewsetlError
from newsetl.settings import Settings
from newsetl.warehouse.connection import Connection, open_to_export, open_to_write
from newsetl.warehouse.load import globbed, literal
from newsetl.warehouse.migrate import SCHEMA_VERSION
from newsetl.warehouse.models import load_models, run_model
from newsetl.warehouse.workplace import forget, work_path

FORMAT = 1  # of the manifest; raise when an older newsetl could not read it
KEYS = ("published_month", "document_language")  # not plain month and language: tables have columns of that name
STATE = ("int.first_seen",)  # beyond core, meta and ref: what keeps the ids of actors stable


class Exported(NamedTuple):
    """What an export did."""

    run_id: str
    written: int  # files
    kept: int  # files that were right already
    rows: int  # in all tables
    bytes: int  # of the files written


class Table(NamedTuple):
    """A table to export."""

    name: str
    columns: dict[str, str]  # name -> type

    @property
    def of_documents(self) -> bool:
        """Whether it is cut by month and language."""
        return self.name.startswith("core.") and "document_id" in self.columns

    @property
    def selected(self) -> str:
        """Its columns as Parquet of other engines holds them: nanoseconds since 1970 as a number, Spark has no such time."""
        return ", ".join(f"epoch_ns(t.{c}) as {c}" if kind == "TIMESTAMP_NS" else f"t.{c}" for c, kind in self.columns.items())


def _tables(connection: Connection) -> list[Table]:
    rows = connection.execute(
        """
        select c.schema_name || '.' || c.table_name, list(c.column_name order by column_index), list(c.data_type order by column_index)
        from duckdb_columns() as c join duckdb_tables() as t using (schema_name, table_name)
        where not c.internal and (c.schema_name in ('core', 'meta', 'ref') or c.schema_name || '.' || c.table_name in (select unnest(?)))
        group by all order by all
        """,
        [list(STATE)],
    ).fetchall()
    return [Table(name, dict(zip(columns, kinds, strict=True))) for name, columns, kinds in rows]


def _fingerprints(connection: Connection, table: Table) -> dict[tuple[str, ...], tuple[str, int]]:
    """What each partition holds, in a number that changes with it, and its rows; a table that is not cut has one, ``()``.

    Rows that were read from texts change only when a text is read: ``core.annotations`` says so without a look at them.
    """
    step = next((frame.step for frame in FRAMES.values() if frame.table == table.name and frame.step), None)
    row = f"hash({', '.join('t.' + column for column in table.columns)})"
    if not table.of_documents:
        query = f"select bit_xor({row})::varchar, count(*) from {table.name} as t"
        found = connection.execute(query).fetchone()
        return {(): (found[0] or "", found[1])} if found else {}
    if step:
        source = f"(select document_id, hash(document_id, version, run_id) as state from core.annotations where step = '{step}')"
        state = "bit_xor(a.state)"
        query = f"""
            with states as (
                select p.{KEYS[0]}, p.{KEYS[1]}, {state} as state from {source} as a join place as p using (document_id) group by all
            ),
            counts as (
                select p.{KEYS[0]}, p.{KEYS[1]}, count(*) as n from {table.name} as t join place as p using (document_id) group by all
            )
            select {KEYS[0]}, {KEYS[1]}, state, n from states join counts using ({KEYS[0]}, {KEYS[1]})
        """
    else:
        query = f"""
            select coalesce(p.{KEYS[0]}, 'none'), coalesce(p.{KEYS[1]}, 'none'), bit_xor({row}), count(*)
            from {table.name} as t left join place as p using (document_id) group by all
        """
    return {(month, language): (str(state), count) for month, language, state, count in connection.execute(query).fetchall()}


def export(settings: Settings, folder: Path) -> Exported:
    """Bring ``folder`` up to date with the published file.

    Raises:
        NewsetlError: there is no published file; ``folder`` holds something else.
    """
    if not settings.warehouse.exists():
        raise NewsetlError(f"{settings.warehouse} does not exist yet; make it with: newsetl run FOLDER")
    before = _manifest(folder) if (folder / "manifest.json").exists() else {"tables": {}}
    if folder.is_dir() and not before["tables"] and any(not path.name.startswith(".") for path in folder.iterdir()):
        raise NewsetlError(f"{folder} is not empty and holds no manifest.json of newsetl; name a folder of its own")
    fresh = folder / ".new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        with contextlib.closing(open_to_export(settings.warehouse, settings, fresh)) as connection:
            return _export(connection, folder, fresh, before)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _export(connection: Connection, folder: Path, fresh: Path, before: Mapping[str, Any]) -> Exported:
    row = connection.execute("select run_id, schema_version from meta.published order by run_id desc limit 1").fetchone()
    if row is None:
        raise NewsetlError("the warehouse was never published")
    run_id, schema_version = row
    connection.execute(
        f"""
        create temp table place as
            select
                document_id,
                case when date_precision in ('day', 'month') then strftime(published_from, '%Y-%m') else 'none' end as {KEYS[0]},
                language as {KEYS[1]},
            from core.documents
        """
    )
    tables: dict[str, Any] = {}
    written = kept = rows = size = 0
    for table in _tables(connection):
        known = {tuple(file["partition"].values()): file for file in before["tables"].get(table.name, {}).get("files", [])}
        same_columns = before["tables"].get(table.name, {}).get("columns") == table.columns
        found = _fingerprints(connection, table)
        stands = {
            key: known[key]
            for key, (state, _) in found.items()
            if same_columns and key in known and known[key]["state"] == state and all((folder / p).is_file() for p in known[key]["paths"])
        }
        changed = {key: found[key] for key in found if key not in stands}
        files = [*stands.values()]
        for key, paths in _write(connection, table, changed, fresh).items():
            placed = [_place(folder, table, key, path, f"{run_id}-{number}") for number, path in enumerate(paths)]
            total = sum((folder / path).stat().st_size for path in placed)
            state, count = changed[key]
            partition = dict(zip(KEYS, key, strict=False))
            files.append({"partition": partition, "paths": placed, "rows": count, "bytes": total, "state": state})
            written, size = written + len(placed), size + total
        kept += sum(len(file["paths"]) for file in stands.values())
        files.sort(key=lambda file: file["paths"])
        rows += sum(file["rows"] for file in files)
        cut = list(KEYS) if table.of_documents else []
        tables[table.name] = {"columns": table.columns, "partitioned_by": cut, "files": files}
    manifest = {"format": FORMAT, "newsetl": __version__, "schema_version": schema_version, "run_id": run_id, "tables": tables}
    (fresh / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    (fresh / "manifest.json").replace(folder / "manifest.json")
    for path in set(_paths(before)) - set(_paths(manifest)):
        (folder / path).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # its folder, once it is empty
            (folder / path).parent.rmdir()
    return Exported(run_id, written, kept, rows, size)


def _write(connection: Connection, table: Table, changed: Mapping[tuple[str, ...], Any], fresh: Path) -> dict[tuple[str, ...], list[Path]]:
    """Write the changed partitions of a table below ``fresh``; partition -> files."""
    if not changed:
        return {}
    target = fresh / table.name
    if not table.of_documents:
        connection.execute(f"copy (select {table.selected} from {table.name} as t) to {literal(target)} (format parquet, compression zstd)")
        return {(): [target]}
    connection.execute(f"create or replace temp table wanted ({KEYS[0]} varchar, {KEYS[1]} varchar)")
    connection.execute("insert into wanted select unnest(?), unnest(?)", [[key[0] for key in changed], [key[1] for key in changed]])
    connection.execute(
        f"""
        copy (
            select {table.selected}, w.{KEYS[0]}, w.{KEYS[1]}
            from {table.name} as t
            left join place as p using (document_id)
            join wanted as w on w.{KEYS[0]} = coalesce(p.{KEYS[0]}, 'none') and w.{KEYS[1]} = coalesce(p.{KEYS[1]}, 'none')
            order by w.{KEYS[0]}, w.{KEYS[1]}, t.document_id
        ) to {literal(target)} (format parquet, compression zstd, partition_by ({", ".join(KEYS)}))
        """
    )
    made: dict[tuple[str, ...], list[Path]] = {}
    for path in sorted(target.rglob("*.parquet")):
        month, language = (part.partition("=")[2] for part in path.parts[-3:-1])
        made.setdefault((month, language), []).append(path)
    return made


def _place(folder: Path, table: Table, key: tuple[str, ...], made: Path, name: str) -> str:
    """Move a new file to its place under a name that no export used before; returns its path below ``folder``."""
    parts = [*table.name.split("."), *(f"{name}={value}" for name, value in zip(KEYS, key, strict=False))]
    target = folder.joinpath(*parts, f"{name}.parquet")
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(made, target)
    return target.relative_to(folder).as_posix()


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if manifest["format"] > FORMAT:
            raise NewsetlError(f"{folder} was exported by newsetl {manifest['newsetl']}; this one is older: install that or a later one")
        _paths(manifest)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NewsetlError(f"{folder / 'manifest.json'} is no manifest of newsetl export ({type(error).__name__}: {error})") from None
    return manifest


def _paths(manifest: Mapping[str, Any]) -> list[str]:
    return [path for table in manifest["tables"].values() for file in table["files"] for path in file["paths"]]


def import_parquet(settings: Settings, folder: Path) -> str:
    """Fill the private work file of a warehouse that does not exist yet from an export; returns the run it stands at.

    A run with ``rebuild`` then makes the summaries, checks and publishes. Reference lists are those of the settings.

    Raises:
        Locked: a run is going on.
        NewsetlError: the warehouse exists; the folder is no whole export.
    """
    manifest = _manifest(folder)
    if manifest["schema_version"] != SCHEMA_VERSION:
        raise NewsetlError(
            f"{folder} was exported by newsetl {manifest['newsetl']}, whose tables have layout {manifest['schema_version']}, not "
            f"{SCHEMA_VERSION}: import it with that version; this one then brings the warehouse up to date with its next run"
        )
    if settings.warehouse.exists():
        raise NewsetlError(f"{settings.warehouse} exists; import makes a new warehouse: name another file (--warehouse)")
    with lock.hold(settings.lock_file), _begun_anew(settings) as connection:
        for model in load_models(resources.folder("sql"), ["schema"]):
            run_model(connection, model)
        for table in _tables(connection):
            if table.name in manifest["tables"] and not table.name.startswith("ref."):
                _fill(connection, table, manifest["tables"][table.name]["files"], folder)
    return str(manifest["run_id"])


@contextlib.contextmanager
def _begun_anew(settings: Settings) -> Iterator[Connection]:
    settings.state_folder.mkdir(parents=True, exist_ok=True)
    forget(settings)
    try:
        with contextlib.closing(open_to_write(work_path(settings), settings)) as connection:
            connection.execute("begin")
            for schema in ("meta", "core", "ref", "stg", "int"):
                connection.execute(f"create schema if not exists {schema}")
            yield connection
            connection.execute("commit")
            connection.execute("checkpoint")
    except BaseException:
        forget(settings)
        raise


def _fill(connection: Connection, table: Table, files: list[dict[str, Any]], folder: Path) -> None:
    wanted = sum(file["rows"] for file in files)
    paths = [path for file in files for path in file["paths"]]
    missing = [path for path in paths if not (folder / path).is_file()]
    if missing:
        raise NewsetlError(f"{folder} is not whole: {missing[0]} is missing; export again")
    if not paths:
        return
    columns = ", ".join(f"make_timestamp_ns({c}) as {c}" if kind == "TIMESTAMP_NS" else c for c, kind in table.columns.items())
    names = ", ".join(literal(globbed(folder / path)) for path in paths)
    order = "document_no, filename, file_row_number" if "document_no" in table.columns else "filename, file_row_number"
    try:
        connection.execute(
            f"insert into {table.name} by name select {columns} from read_parquet([{names}], hive_partitioning = false) order by {order}"
        )
    except duckdb.Error as error:
        raise NewsetlError(f"{table.name} cannot be read from {folder}: {error}") from None
    row = connection.execute(f"select count(*) from {table.name}").fetchone()
    if row is None or row[0] != wanted:
        raise NewsetlError(f"{folder} is not whole: {table.name} has {row and row[0]} rows, its manifest names {wanted}; export again")
