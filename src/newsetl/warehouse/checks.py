"""The rules of ``sql/checks``: a query that returns no rows when all is well."""

from __future__ import annotations

import re
import time
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import duckdb

from newsetl.errors import ChecksFailed, MemoryExceeded, ModelFailed
from newsetl.warehouse.connection import Connection
from newsetl.warehouse.models import Model, load_models, run_model

_SEVERITY = re.compile(r"^--\s*severity:\s*(error|warn)\b", re.MULTILINE)


class CheckResult(NamedTuple):
    """What a check found."""

    name: str
    severity: str
    failures: int
    sample: str | None
    seconds: float


def run_check(connection: Connection, model: Model) -> CheckResult:
    """Run one check.

    Raises:
        ModelFailed, MemoryExceeded: its query does not run, or it does not say its severity.
    """
    found = _SEVERITY.search(model.sql)
    if not found:
        raise ModelFailed(f"{model.where}: its first line must say '-- severity: error' or '-- severity: warn'")
    query = model.sql.rstrip().rstrip(";")
    started = time.perf_counter()
    try:
        rows = connection.execute(f"select *, count(*) over () from (\n{query}\n) limit 3").fetchall()
    except duckdb.OutOfMemoryException as error:
        raise MemoryExceeded(f"{model.where}: {error}") from None
    except duckdb.Error:
        run_model(connection, model)  # the same failure, told with file and line
        raise
    failures = rows[0][-1] if rows else 0
    sample = "; ".join(", ".join(str(value) for value in row[:-1]) for row in rows) or None
    return CheckResult(model.path.stem, found[1], failures, sample, time.perf_counter() - started)


def run_checks(connection: Connection, folder: Path, run_id: str, changed: Collection[str] | None = None) -> list[CheckResult]:
    """Run the checks and keep the outcome in ``meta.checks``.

    Args:
        changed: names of the objects that are others than at the last run; a check that reads none of them keeps its outcome,
            which took no time. All are run without.

    Raises:
        ChecksFailed: a check of severity ``error`` has rows; the message names each with its first rows.
    """
    known: dict[str, CheckResult] = {}
    models = load_models(folder, ["checks"])
    if changed is not None:
        rows = connection.execute(
            "select name, severity, failures, sample, 0 from meta.checks where run_id = (select max(run_id) from meta.checks)"
        ).fetchall()
        unconcerned = {model.name for model in models if model.mentions.isdisjoint(changed)}
        known = {row[0]: CheckResult(*row) for row in rows if row[0] in unconcerned}
    results = [known.get(model.name) or run_check(connection, model) for model in models]
    for result in results:
        connection.execute("insert into meta.checks values (?, ?, ?, ?, ?, ?)", [run_id, *result])
    failed = [result for result in results if result.failures and result.severity == "error"]
    if failed:
        told = "\n".join(f"  {result.name}: {result.failures} rows, the first: {result.sample}" for result in failed)
        raise ChecksFailed(f"the warehouse was built but breaks {len(failed)} check(s); nothing was published\n{told}")
    return results
