"""The report of a run as tables and Markdown for Prefect's artifacts; text from raw files is made inert."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from newsetl.errors import NewsetlError
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse import catalogue

REJECTS_SHOWN = 50  # files named in an artifact; `newsetl rejects` names all
CELL_LENGTH = 300  # characters of a detail or path in a cell: a screen's width twice

_ESCAPES = {ord(mark): "\\" + mark for mark in string.punctuation} | {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;"}
_REJECTS = f"select place, reason, detail from stg.current_rejects order by all limit {REJECTS_SHOWN}"
_COUNTS = (
    ("files seen", "files_seen"),
    ("files new", "files_new"),
    ("files changed", "files_changed"),
    ("files unchanged", "files_unchanged"),
    ("files missing", "files_missing"),
    ("files rejected", "files_rejected"),
    ("documents loaded", "documents_loaded"),
    ("documents read again", "documents_reread"),
)


def inert(value: object, length: int = CELL_LENGTH) -> str:
    """A value as Markdown that shows it and does nothing else: one line, no markup, links, HTML or hidden marks.

    Bidirectional and other format characters and control characters are shown as U+FFFD, because a path in the
    raw folder is whatever its author wished it to be.
    """
    text = "" if value is None else " ".join(str(value).split())
    if len(text) > length:
        text = text[: length - 1] + "…"
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn") else c for c in text).translate(_ESCAPES)


def counts_table(report: RunReport) -> list[dict[str, Any]]:
    """What the run counted and how long each step took, for a table artifact."""
    counts = [{"what": what, "count": getattr(report, name)} for what, name in _COUNTS]
    return counts + [{"what": f"seconds in {step}", "count": round(seconds, 2)} for step, seconds in report.steps.items()]


def report_markdown(report: RunReport, settings: Settings) -> str:
    """Checks that found something, all checks by number, rejects by reason and the files behind them."""
    found = [check for check in report.checks if check["failures"]]
    lines = [f"## Run {inert(report.run_id)}: {inert(report.status)}", "", "### Checks", ""]
    lines.append(f"{len(report.checks)} checks ran, {len(found)} found something.")
    if found:
        rows = ((check["name"], check["severity"], check["failures"], check.get("sample")) for check in found)
        lines += ["", *_table(("check", "severity", "rows", "for example"), rows)]
    lines += ["", "### Rejects", ""]
    if report.rejects:
        by_number = sorted(report.rejects.items(), key=lambda item: (-item[1], item[0]))
        lines += ["Of this run, by reason:", "", *_table(("reason", "files"), by_number)]
    else:
        lines.append("This run rejected no file.")
    try:
        standing = catalogue.query(settings, _REJECTS).rows
    except NewsetlError:
        standing = []  # nothing has been published yet
    if standing:
        lines += ["", f"Not in the warehouse (at most {REJECTS_SHOWN} shown):", ""]
        lines += _table(("file", "reason", "detail"), standing)
    return "\n".join(lines) + "\n"


def failure_markdown(message: str) -> str:
    """Why a run published nothing."""
    return f"## Nothing was published\n\n{inert(message, 5_000)}\n\nThe published file is as it was before.\n"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    out = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    out += ["| " + " | ".join(inert(value) for value in row) + " |" for row in rows]
    return out
