"""A run: the steps in order, each a plain function, called the way the caller wishes.

``discover → annotate (in groups) → load, build and check → publish → make ready → report``. The command line calls a step directly,
a Prefect flow calls the same step as a task. Nothing is visible to readers before the rename in ``publish``.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeVar

from newsetl import faults, lock, steplog
from newsetl.errors import MemoryExceeded
from newsetl.parallel import INLINE_FILES, Inline, LocalPool, Pool, choose_workers, run_orders
from newsetl.read import Changes, batches, compare, parse_roots
from newsetl.reference import Reference, load_reference
from newsetl.settings import Settings, available_cores, total_memory
from newsetl.warehouse import workfile, workplace
from newsetl.warehouse.connection import memory_limit, writer_memory_limit
from newsetl.warehouse.workfile import Built
from newsetl.work import Order, Outcome, readers_version

T = TypeVar("T")

BATCHES_PER_WORKER = 8  # at least, where there is text for it: no process idles long while another reads its last batch
SMALLEST_BATCH = 64 << 10  # bytes; below it handing a batch over costs more than it spreads
ANNOTATE_GROUPS = 5  # steps that annotating is cut into: enough to see it move, few enough for Prefect (about 20 tasks a flow)


class StepCaller(Protocol):
    """Calls a step: ``call("discover", function, *arguments)`` returns what the function returns."""

    def __call__(self, name: str, function: Callable[..., T], /, *arguments: Any) -> T:
        """Call ``function(*arguments)`` as the step ``name``."""


def call_directly(name: str, function: Callable[..., T], /, *arguments: Any) -> T:
    """The way of the command line."""
    return function(*arguments)


@dataclass(frozen=True)
class Progress:
    """How far a run is."""

    step: str
    files_done: int = 0
    files_total: int = 0
    bytes_done: int = 0
    seconds: float = 0.0


@dataclass
class RunReport:
    """What a run did; also a line of ``runs.jsonl`` in the state folder."""

    run_id: str
    status: str = "running"  # published, unchanged, failed
    started_at: str = ""
    finished_at: str = ""
    seconds: float = 0.0
    warehouse: str = ""
    files_seen: int = 0
    files_new: int = 0
    files_changed: int = 0
    files_unchanged: int = 0
    files_missing: int = 0
    files_rejected: int = 0
    files_duplicate: int = 0
    documents_loaded: int = 0
    documents_reread: int = 0
    bytes_read: int = 0
    rejects: dict[str, int] = field(default_factory=dict)  # reason -> files, of this run
    checks: list[dict[str, Any]] = field(default_factory=list)  # name, severity, failures, sample, seconds
    steps: dict[str, float] = field(default_factory=dict)  # step -> seconds
    models: dict[str, float] = field(default_factory=dict)  # file of sql/ -> seconds; those under a tenth of one as others
    notes: list[str] = field(default_factory=list)  # what did not stop the run and should be known
    error: str | None = None
    flow_run_id: str | None = None


@dataclass
class Job:
    """What the steps of a run share."""

    settings: Settings
    sources: tuple[str, ...]
    report: RunReport
    progress: Callable[[Progress], None]
    reference: Reference
    rebuild: bool = False
    retry: bool = False
    allow_empty: bool = False
    files_done: int = 0
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    day: date = field(default_factory=date.today)

    @property
    def run_id(self) -> str:
        """The run."""
        return self.report.run_id

    @property
    def run_folder(self) -> Path:
        """Private files of this run, in a place of their own: a process that a killed run left behind writes elsewhere."""
        return self.settings.state_folder / "run" / self.token


@dataclass
class Plan:
    """What a run has to do."""

    changes: Changes
    stale: int = 0  # documents to be read again
    why: list[str] = field(default_factory=list)  # reasons to build beyond changed files

    @property
    def nothing(self) -> bool:
        """Whether the published file is as it should be."""
        return not (self.changes.tasks or self.changes.missing or self.changes.unreadable or self.stale or self.why)


def _now() -> datetime:
    return datetime.now(UTC)


RUN_TIME = "%Y%m%dT%H%M%SZ"


def new_run_id(after: str | None = None) -> str:
    """Sorts by time; the tail keeps two runs of one second apart.

    ``after``: the last run. Should the clock have been set back, the new run still sorts behind it, because the newest run
    is what everything goes on from.
    """
    made = f"{_now():{RUN_TIME}}-{secrets.token_hex(2)}"
    if after is not None and made <= after:
        with contextlib.suppress(ValueError):
            last = datetime.strptime(after.partition("-")[0], RUN_TIME)
            return f"{last + timedelta(seconds=1):{RUN_TIME}}-{secrets.token_hex(2)}"
    return made


def discover(job: Job) -> Plan:
    """Compare the raw folders with the ledger, and the stored readings with the code and lists in use."""
    settings = job.settings
    with workfile.opened_anew(settings) as work:
        job.report.run_id = new_run_id(work.last_run())
        ledger = work.ledger()
        changes = compare(parse_roots(job.sources), ledger, retry=job.retry, allow_empty=job.allow_empty) if job.sources else Changes()
        plan = Plan(changes, why=work.reasons_to_build(job.reference, rebuild=job.rebuild))
        if work.reading_outdated(job.reference):
            plan.stale = work.export_stale(job.run_folder / "texts", job.reference, settings)
    report = job.report
    report.files_seen, report.files_new, report.files_unchanged = changes.seen, changes.new, changes.unchanged
    report.files_missing = len(changes.missing)
    return plan


def _orders(job: Job, plan: Plan) -> Iterator[Order]:
    settings = job.settings
    common = (str(settings.seeds_folder), settings.languages, readers_version(job.reference), job.day)
    number = 0
    workers = choose_workers(settings.workers, available_cores(), total_memory())
    share = plan.changes.bytes // (workers * BATCHES_PER_WORKER)
    for tasks in batches(plan.changes.tasks, plan.changes.sizes, min(settings.batch_bytes, max(share, SMALLEST_BATCH))):
        yield Order(number, str(job.run_folder / "rows"), *common, tasks, None)
        number += 1
    for texts in sorted((job.run_folder / "texts").glob("batch_no=*")):
        yield Order(number, str(job.run_folder / "reread"), *common, [], str(texts))
        number += 1


def annotate_group(job: Job, pool: Pool, orders: Sequence[Order], total: int, started: float) -> int:
    """Read and annotate a group of batches; returns the files done."""
    before = job.files_done

    def tell(outcome: Outcome) -> None:
        job.files_done += outcome.loaded + outcome.same + outcome.rejected
        job.report.bytes_read += outcome.bytes
        job.progress(Progress("annotate", job.files_done, total, job.report.bytes_read, time.monotonic() - started))

    run_orders(orders, pool, tell)
    return job.files_done - before


def build(job: Job, plan: Plan) -> Built:
    """Load, run the models and the checks in one transaction of the private work file.

    Where the little memory that a run takes unless told otherwise does not suffice, all is done again with as much as readers
    may take: how much a build needs shows only when it is built.
    """
    try:
        return _build(job, plan, job.settings)
    except MemoryExceeded as error:
        more, work = memory_limit(job.settings), workplace.work_path(job.settings)
        # a first run has done so itself, part by part, and left no file
        if job.settings.memory_limit or not work.exists() or more <= writer_memory_limit(job.settings, work.stat().st_size):
            raise
        where = str(error).partition(":")[0]
        job.report.notes.append(
            f"{where} needed more memory than a run takes at first: built again with up to {more >> 20:,} MiB (see NEWSETL_MEMORY_LIMIT)"
        )
    return _build(job, plan, job.settings.with_(memory_limit=more))


def _build(job: Job, plan: Plan, settings: Settings) -> Built:
    with workfile.opened(settings) as work:
        return work.build(job.run_id, job.reference, job.run_folder, plan.changes, asdict(job.report), plan.why)


def publish(job: Job, built: Built) -> str:
    """Replace the published file; returns its path."""
    note = workfile.publish(job.settings, job.run_id)
    if note:
        job.report.notes.append(note)
    return str(job.settings.warehouse)


def make_ready(job: Job) -> None:
    """Begin the work file of the next run."""
    note = workfile.make_ready(job.settings)
    if note:
        job.report.notes.append(note)


def make_report(job: Job, built: Built | None) -> RunReport:
    """Complete the report and append it to the state folder's ``runs.jsonl``."""
    report = job.report
    if built is not None:
        for name, value in built.counts.items():
            setattr(report, name, value)
        report.rejects = built.rejects
        report.notes += built.notes
        report.checks = [check._asdict() for check in built.checks]
        slow = {where: seconds for where, seconds in built.model_seconds.items() if seconds >= 0.1}
        slow["others"] = sum(built.model_seconds.values()) - sum(slow.values())
        report.models = {where: round(seconds, 3) for where, seconds in slow.items()}
    report.steps = {name: round(seconds, 3) for name, seconds in report.steps.items()}
    report.finished_at = f"{_now():%Y-%m-%dT%H:%M:%SZ}"
    return report


def _remember(settings: Settings, report: RunReport) -> None:
    with (settings.state_folder / "runs.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(report), ensure_ascii=False) + "\n")


def run(
    sources: Sequence[str],
    settings: Settings,
    step: StepCaller = call_directly,
    progress: Callable[[Progress], None] = lambda _: None,
    *,
    rebuild: bool = False,
    retry: bool = False,
    allow_empty: bool = False,
    flow_run_id: str | None = None,
) -> RunReport:
    """Bring the published file up to date with the raw folders and the reference lists.

    Args:
        sources: raw folders, ``folder`` or ``label=folder``; others that the warehouse knows are left as they are.
        settings: see ``Settings``.
        step: how a step is called; a flow passes a caller that makes a task of it.
        progress: told how far the run is.
        retry: read files again that were rejected.
        rebuild: run models, checks and publication from what is loaded, whether or not anything changed.
        allow_empty: a raw folder that held files may be empty now; otherwise that stops the run.
        flow_run_id: kept in ``meta.runs``.

    Returns:
        The report; its status is ``published``, or ``unchanged`` when there was nothing to do.

    Raises:
        NewsetlError: nothing was published; the report with the error stands in ``runs.jsonl``.
    """
    started = time.monotonic()
    reference = load_reference(settings.seeds_folder)
    if sources:
        parse_roots(sources)  # a wrong folder is told before anything is locked
    with faults.told(), lock.hold(settings.lock_file):
        settings.state_folder.mkdir(parents=True, exist_ok=True)
        report = RunReport(new_run_id(), warehouse=str(settings.warehouse), flow_run_id=flow_run_id)
        report.started_at = f"{_now():%Y-%m-%dT%H:%M:%SZ}"
        job = Job(settings, tuple(sources), report, progress, reference, rebuild, retry, allow_empty)
        shutil.rmtree(job.run_folder.parent, ignore_errors=True)

        def timed(name: str, function: Callable[..., T], /, *arguments: Any) -> T:
            progress(Progress(name))
            begun = time.monotonic()
            done = False
            try:
                result = step(name, function, *arguments)
                done = True
                return result
            finally:
                seconds = time.monotonic() - begun
                key = "annotate" if name.startswith("annotate") else name
                report.steps[key] = report.steps.get(key, 0.0) + seconds
                tell({"step": name, "status": "done" if done else "failed", "seconds": round(seconds, 3), **_counted(report)})

        def tell(what: Mapping[str, Any]) -> None:
            (steplog.json_lines(report.run_id) if settings.log == "json" else steplog.silent)(what)

        try:
            _steps(job, timed)
        except BaseException as error:
            if report.status != "published":  # else what was published stands
                report.status = "failed"
            report.error = str(faults.explain(error) or error) or type(error).__name__
            make_report(job, None)
            raise
        finally:
            shutil.rmtree(job.run_folder.parent, ignore_errors=True)
            report.seconds = round(time.monotonic() - started, 3)
            with contextlib.suppress(OSError):  # a full disk; what was published has its own audit trail, load_history
                _remember(settings, report)
            tell({"step": "run", "status": report.status, "seconds": report.seconds, "error": report.error, **_counted(report)})
        return report


def _counted(report: RunReport) -> dict[str, int]:
    """What is known so far, for the log."""
    return {name: count for name, count in vars(report).items() if isinstance(count, int)}


def _pool(job: Job, total: int) -> Pool:
    """Where ``total`` files are read."""
    settings = job.settings
    if total <= INLINE_FILES:
        return Inline()
    if settings.executor:
        from newsetl.cluster import connect

        return connect(settings.executor, job.run_folder, settings.seeds_folder, job.reference)
    workers = choose_workers(settings.workers, available_cores(), total_memory())
    return Inline() if workers == 1 else LocalPool(workers)


def _steps(job: Job, step: StepCaller) -> None:
    report, settings = job.report, job.settings
    workplace.begin(settings)
    plan = step("discover", discover, job)
    built: Built | None = None
    if plan.nothing:
        report.status = "unchanged"
    else:
        total = len(plan.changes.tasks) + plan.stale
        orders = list(_orders(job, plan))
        pool = _pool(job, total)
        started = time.monotonic()
        parts = min(ANNOTATE_GROUPS, max(1, len(orders) // (pool.workers * BATCHES_PER_WORKER)))
        size = max(1, -(-len(orders) // parts))
        groups = [orders[at : at + size] for at in range(0, len(orders), size)]
        try:
            for number, group in enumerate(groups, 1):
                step(f"annotate, part {number} of {len(groups)}", annotate_group, job, pool, group, total, started)
        finally:
            pool.close()
        del orders, groups
        plan.changes.forget_tasks()
        built = step("load, build and check", build, job, plan)
        if built.changed:
            step("publish", publish, job, built)
            report.status = "published"
            try:
                step("make ready", make_ready, job)
            except Exception as error:  # what was published stands
                report.notes.append(f"published, but the next run has to begin its file first: {faults.explain(error) or error}")
        else:
            report.status = "unchanged"
    step("report", make_report, job, built)
