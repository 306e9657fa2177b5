"""Reading the published file: queries, status, and the data dictionary with its lineage."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from newsetl import resources
from newsetl.errors import NewsetlError, TooSlow
from newsetl.settings import Settings
from newsetl.warehouse.connection import open_to_read, time_limit
from newsetl.warehouse.models import lineage, load_models

LAST_RUNS = 5  # shown by status


class Answer(NamedTuple):
    """The answer to a query."""

    columns: list[str]
    numeric: list[bool]  # by column
    rows: list[tuple[Any, ...]]


def query(settings: Settings, sql: str) -> Answer:
    """Ask the published file; it is closed before this returns, so that nothing is held.

    Raises:
        NewsetlError: there is no such file, or DuckDB refuses the query, in one sentence with DuckDB's reason.
    """
    with contextlib.closing(_open(settings)) as connection:
        try:
            with time_limit(connection, settings.query_seconds):
                cursor = connection.execute(sql)
                columns = cursor.description or []
                rows = cursor.fetchall()
        except duckdb.InterruptException:
            raise TooSlow(f"stopped after {settings.query_seconds} s; ask for less, or set NEWSETL_QUERY_SECONDS") from None
        except duckdb.Error as error:
            raise NewsetlError(_refusal(error)) from None
    numeric = [str(column[1]) not in ("VARCHAR", "STRING", "DATE", "TIMESTAMP", "BOOLEAN") for column in columns]
    return Answer([column[0] for column in columns], numeric, rows)


def _open(settings: Settings) -> duckdb.DuckDBPyConnection:
    if not settings.warehouse.exists():
        raise NewsetlError(f"{settings.warehouse} does not exist yet; make it with: newsetl run FOLDER --warehouse {settings.warehouse}")
    try:
        return open_to_read(settings.warehouse, settings)
    except duckdb.Error as error:
        raise NewsetlError(f"{settings.warehouse} cannot be opened: {error}") from None


def _refusal(error: duckdb.Error) -> str:
    text = str(error)
    if "read-only" in text or "read only" in text:
        return "this only reads: a statement that writes is refused. To change what stands in the file, change the lists in seeds/ and run"
    if isinstance(error, duckdb.PermissionException) or "disabled" in text or "locked" in text:
        return f"refused: only the warehouse itself can be read here, and no setting changed ({text})"
    return text


def status(settings: Settings) -> dict[str, Any]:
    """What is published, what it holds, its rejects by reason, its age, and the last runs (also those that failed)."""
    found: dict[str, Any] = {
        "warehouse": str(settings.warehouse),
        "published": None,
        "runs": _last_runs(settings.state_folder / "runs.jsonl"),
    }
    if settings.warehouse.exists():
        with contextlib.closing(_open(settings)) as connection:
            cursor = connection.execute("select * from meta.published order by run_id desc limit 1")
            names = [column[0] for column in cursor.description or []]
            row = cursor.fetchone()
            if row:
                found["published"] = dict(zip(names, row, strict=True))
                found["documents"] = found["published"]["documents"]
                age = datetime.now(UTC).replace(tzinfo=None) - found["published"]["published_at"]
                found["age_seconds"] = round(age.total_seconds())
                found["age"] = str(age).split(".")[0]
            files = connection.execute("select count(*) from meta.files where status = 'loaded'").fetchone()
            found["files"] = files[0] if files else 0
            found["rejects"] = dict(
                connection.execute(
                    "select reason, count(*) from stg.current_rejects group by reason order by count(*) desc, reason"
                ).fetchall()
            )
        found["bytes"] = settings.warehouse.stat().st_size
    return found


def wrong(found: dict[str, Any], max_age_seconds: int | None) -> str | None:
    """What a monitor should be told of a status, or None when all is well."""
    if found["published"] is None:
        return f"{found['warehouse']} was never published"
    if max_age_seconds is not None and found["age_seconds"] > max_age_seconds:
        last = next((run for run in found["runs"] if run["status"] != "failed"), None)
        # a run that finds nothing to do publishes nothing and is as good as a publication
        if last is None or _seconds_since(last["finished_at"]) > max_age_seconds:
            return f"{found['warehouse']} is {found['age']} old and no run succeeded since; the limit is {max_age_seconds} s"
    if found["runs"] and found["runs"][0]["status"] == "failed":
        return f"the last run failed at {found['runs'][0]['finished_at']}: {found['runs'][0]['error']}"
    return None


def _seconds_since(moment: str) -> float:
    return (datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds()


def _last_runs(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 256_000))
        lines = file.read().splitlines()
    runs: list[dict[str, Any]] = []
    for line in reversed(lines):
        with contextlib.suppress(ValueError):  # the first line may be cut
            runs.append(json.loads(line))
        if len(runs) == LAST_RUNS:
            break
    return runs


def markdown(settings: Settings) -> str:
    """The data dictionary as Markdown: every table, view and column with its comment, and what each is made from."""
    answer = query(settings, "select object, kind, column_name, data_type, comment from data_dictionary order by object_no, column_no")
    made = lineage(load_models(resources.folder("sql")))
    out = ["# Data dictionary", "", f"Of `{settings.warehouse.name}`, made from the comments in the file itself.", ""]
    for name, kind, column, data_type, comment in answer.rows:
        if column is None:
            out += ["", f"## {name}", "", f"{kind}: {comment or ''}", ""]
            if made.get(name):
                out += ["Made from " + ", ".join(f"`{source}`" for source in made[name]) + ".", ""]
            if kind != "macro":
                out += ["| column | type | meaning |", "|---|---|---|"]
        else:
            out.append(f"| {_cell(column)} | {_cell(data_type)} | {_cell(comment)} |")
    out += ["", "# Lineage", "", "```mermaid", "flowchart LR", *_edges(made), "```"]
    return "\n".join(out)


def _cell(value: Any) -> str:
    return str(value or "").replace("|", "\\|").replace("\n", " ")


def _edges(made: dict[str, list[str]]) -> Iterable[str]:
    for name, sources in made.items():
        for source in sources:
            yield f"    {source.replace('.', '_')}[{source}] --> {name.replace('.', '_')}[{name}]"
