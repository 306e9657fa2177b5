"""The rules of ``sql/checks``: a query that returns no rows when all is well."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

import duckdb

from newsetl.errors import ChecksFailed, ModelFailed
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
        ModelFailed: its query does not run, or it does not say its severity.
    """
    found = _SEVERITY.search(model.sql)
    if not found:
        raise ModelFailed(f"{model.where}: its first line must say '-- severity: error' or '-- severity: warn'")
    query = model.sql.rstrip().rstrip(";")
    started = time.perf_counter()
    try:
        rows = connection.execute(f"select *, count(*) over () from (\n{query}\n) limit 3").fetchall()
    except duckdb.Error:
        run_model(connection, model)  # the same failure, told with file and line
        raise
    failures = rows[0][-1] if rows else 0
    sample = "; ".join(", ".join(str(value) for value in row[:-1]) for row in rows) or None
    return CheckResult(model.path.stem, found[1], failures, sample, time.perf_counter() - started)


def run_checks(connection: Connection, folder: Path, run_id: str) -> list[CheckResult]:
    """Run every check and keep the outcome in ``meta.checks``.

    Raises:
        ChecksFailed: a check of severity ``error`` has rows; the message names each with its first rows.
    """
    results = [run_check(connection, model) for model in load_models(folder, ["checks"])]
    for result in results:
        connection.execute("insert into meta.checks values (?, ?, ?, ?, ?, ?)", [run_id, *result])
    failed = [result for result in results if result.failures and result.severity == "error"]
    if failed:
        told = "\n".join(f"  {result.name}: {result.failures} rows, the first: {result.sample}" for result in failed)
        raise ChecksFailed(f"the warehouse was built but breaks {len(failed)} check(s); nothing was published\n{told}")
    return results
