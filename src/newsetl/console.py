"""What a command prints: progress, tables and reports for people, rows for machines."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
import unicodedata
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsetl.pipeline import Progress, RunReport
    from newsetl.warehouse.catalogue import Answer
    from newsetl.warehouse.verify import Verdict

_FORMULA = "=+-@\t\r\n＝＋－＠"  # a spreadsheet takes a cell that begins so for a formula
Progresser = Callable[["Progress"], None]


def inert(value: Any) -> str:
    """A value as text that a terminal shows and does not obey: control characters and escapes are made visible."""
    text = "" if value is None else str(value)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" if unicodedata.category(c) != "Zl" else " " for c in text)


def json_text(value: Any) -> str:
    """JSON in which letters stand as they are, and what a terminal would obey or hide as ``\\u`` escapes."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


@contextlib.contextmanager
def progress(*, quiet: bool = False) -> Iterator[Progresser]:
    """Shows how far a run is: a bar on a terminal, plain lines elsewhere, nothing when quiet."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _lines()


@contextlib.contextmanager
def _bar() -> Iterator[Progresser]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("starting", total=None, rate="")

        def show(state: Progress) -> None:
            rate = f"{state.files_done / state.seconds:,.0f} documents/s" if state.seconds else ""
            bars.update(task, description=state.step, completed=state.files_done, total=state.files_total or None, rate=rate)

        yield show


def _lines() -> Progresser:
    last = {"step": "", "share": -1}

    def show(state: Progress) -> None:
        if not state.files_total:
            if state.step != last["step"]:
                print(f"{state.step} …", file=sys.stderr, flush=True)
                last["step"] = state.step
            return
        tenth = 10 * state.files_done // state.files_total
        if tenth != last["share"]:
            last["share"] = tenth
            rate = state.files_done / state.seconds if state.seconds else 0.0
            left = (state.files_total - state.files_done) / rate if rate else 0.0
            print(
                f"  {state.files_done:,} of {state.files_total:,} files, {rate:,.0f} documents/s, {left:,.0f} s left",
                file=sys.stderr,
                flush=True,
            )

    return show


def report_text(report: RunReport) -> str:
    """The run report as lines."""
    if report.status == "unchanged":
        return f"nothing to do: {report.files_seen:,} files seen, all as before; {report.warehouse} is up to date ({report.seconds:.1f} s)"
    lines = [
        f"published {report.warehouse} (run {report.run_id}, {report.seconds:.1f} s)",
        f"  files      {report.files_seen:,} seen: {report.files_new:,} new, {report.files_changed:,} changed, "
        f"{report.files_unchanged:,} unchanged, {report.files_missing:,} missing",
        f"  documents  {report.documents_loaded:,} loaded, {report.files_duplicate:,} files hold a document already known, "
        f"{report.documents_reread:,} read again",
    ]
    if report.rejects:
        told = ", ".join(f"{count:,} {reason}" for reason, count in report.rejects.items())
        lines.append(f"  rejects    {report.files_rejected:,}: {told} (see: newsetl rejects)")
    for check in report.checks:
        if check["failures"]:
            lines.append(
                f"  {check['severity']:<10} {check['name']}: {check['failures']:,} rows, the first: {inert(check['sample'])[:200]}"
            )
    lines += [f"  note       {inert(note)}" for note in report.notes]
    steps = ", ".join(f"{name} {seconds:.1f}" for name, seconds in report.steps.items())
    lines.append(f"  seconds    {steps}")
    return "\n".join(lines)


def table_text(answer: Answer, empty: str = "no rows") -> str:
    """Rows as a table; long cells are folded by the terminal's width."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not answer.rows:
        return empty
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, number in zip(answer.columns, answer.numeric, strict=True):
        table.add_column(Text(column), justify="right" if number else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(inert(value)) for value in row))
    out = io.StringIO()
    width = None if sys.stdout.isatty() else 160
    Console(file=out, width=width, no_color=True).print(table)
    return out.getvalue().rstrip()


def rows_json(answer: Answer) -> str:
    """Rows as one JSON list of objects."""
    return json_text([dict(zip(answer.columns, row, strict=True)) for row in answer.rows])


def rows_csv(answer: Answer) -> str:
    """Rows as CSV; a cell that a spreadsheet would take for a formula is quoted with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        cells = [f"'{value}" if isinstance(value, str) and value[:1] in _FORMULA and value else value for value in row]
        # a file keeps every character; a terminal would obey some
        writer.writerow([inert(cell) for cell in cells] if sys.stdout.isatty() else cells)
    return out.getvalue().rstrip("\n")


def status_text(found: dict[str, Any]) -> str:
    """The status as lines."""
    lines = [f"warehouse  {found['warehouse']}"]
    published = found.get("published")
    if published is None:
        lines.append("           not published yet: newsetl run FOLDER")
    else:
        lines += [
            f"published  {published['published_at']} UTC by run {published['run_id']} ({found['age']} ago), "
            f"newsetl {published['newsetl_version']}",
            f"holds      {found['documents']:,} documents in {found['files']:,} files, {found['bytes'] / 1e6:,.1f} MB",
        ]
        for reason, count in found["rejects"].items():
            lines.append(f"rejected   {count:,} {reason}")
    holder = found.get("lock")
    lines.append(f"lock       held by process {holder['pid']} on {holder['host']} since {holder['since']}" if holder else "lock       free")
    for entry in found["runs"]:
        told = entry.get("error") or f"{entry['files_seen']:,} files seen, {entry['documents_loaded']:,} documents loaded"
        lines.append(f"run        {entry['started_at']}  {entry['status']:<9}  {entry['seconds']:.1f} s  {inert(told)[:160]}")
    return "\n".join(lines)


def verdict_text(verdict: Verdict) -> str:
    """What verification found as lines."""
    lines = [f"{verdict.documents:,} documents, {verdict.hashes_checked:,} hashes, {len(verdict.checks)} checks"]
    lines += [f"  the text of document {document_id} is not the one that was loaded" for document_id in verdict.hashes_wrong[:10]]
    lines += [
        f"  {check.severity}: {check.name}: {check.failures:,} rows, the first: {inert(check.sample)}"
        for check in verdict.checks
        if check.failures
    ]
    return "\n".join([*lines, "sound" if verdict.sound else "NOT SOUND"])


def diff_text(found: dict[str, Any]) -> str:
    """What changed between two versions as lines."""
    before, after = found["documents"]
    lines = [f"from {found['from']} to {found['to']}: {before:,} documents, then {after:,}"]
    for run in found["runs"]:
        lines.append(
            f"  run {run['run_id']}: {run['documents_loaded']:,} loaded, {run['files_changed']:,} files changed, "
            f"{run['files_missing']:,} missing, {run['documents_reread']:,} read again"
        )
    if found["code_changed"]:
        lines.append("  newsetl itself is another version")
    if found["lists_changed"]:
        lines.append("  reference lists changed")
    for what in ("topics", "actors"):
        lines += [f"  {what}: {inert(name)}: {old:,} -> {new:,}" for name, old, new in found[what]]
    return "\n".join(lines)
