"""How a run becomes a Prefect flow: each step a task, its report as artifacts. No logic of newsetl's own."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from prefect import get_run_logger, task
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.logging.loggers import LoggingAdapter
from prefect.runtime import flow_run
from prefect.states import Cancelled, Completed
from prefect.tasks import Task

from newsetl import pipeline
from newsetl.cli import EXIT_FAILED, EXIT_LOCKED
from newsetl.console import report_text
from newsetl.errors import Locked, PublishFailed, SettingsError
from newsetl.report import write_report
from newsetl.settings import Settings, load_settings
from newsetl_artifacts import counts_table, failure_markdown, report_markdown

T = TypeVar("T")

RETRY_AFTER = [2.0, 15.0]  # seconds; what a network disk that hiccups needs, and no more than a quarter-hour schedule bears
PROGRESS_EVERY = 2.0  # seconds between two updates of the progress bar: each is a request to the server


def _may_pass(task: Task[..., Any], task_run: TaskRun, state: State[Any]) -> bool:
    """Whether trying again can help: the disk may answer next time, a model that fails fails again."""
    return isinstance(state.result(raise_on_failure=False), OSError | PublishFailed)


def call_as_task(name: str, function: Callable[..., T], /, *arguments: Any) -> T:
    """Call a step of the pipeline as a Prefect task of that name.

    The arguments are bound beforehand, so that Prefect neither searches them for futures nor hashes them: they are
    plans of a million files. Nothing is cached, because what is done is known from the ledger of the warehouse.
    """

    def step() -> T:
        return function(*arguments)

    step.__name__ = step.__qualname__ = function.__name__  # what Prefect tells tasks apart by
    made: Task[[], T] = task(
        name=name.split(", part", 1)[0],  # "annotate, part 2 of 5" is a run of the task "annotate"
        task_run_name=name,
        description=function.__doc__,
        cache_policy=NO_CACHE,
        persist_result=False,
        retries=len(RETRY_AFTER),
        retry_delay_seconds=RETRY_AFTER,
        retry_condition_fn=_may_pass,
    )(step)
    return made()


Show = Callable[[], UUID | Coroutine[Any, Any, UUID]]


def _show(logger: LoggingAdapter | logging.Logger, what: str, show: Show) -> UUID | None:
    """Make an artifact; a server that does not take it must not stop a run whose audit trail is the warehouse."""
    try:
        return show()  # type: ignore[return-value]  # called from a flow that is not async, where it is a UUID
    except Exception as error:
        logger.warning("no artifact %s: %s", what, error)
        return None


def run_as_flow(
    kind: str,
    sources: Sequence[str],
    *,
    warehouse: Path | None,
    state: Path | None,
    workers: int | None = None,
    allow_empty: bool = False,
    rebuild: bool = False,
) -> State[pipeline.RunReport]:
    """Run the pipeline inside a flow; returns the state in which the flow ends, with the report as its result.

    ``Published`` and ``Unchanged`` are completed states; a run that another one keeps out ends as ``Cancelled``.

    Raises:
        Exception: nothing was published; Prefect shows the flow as failed with the message.
    """
    logger = get_run_logger()
    settings: Settings = load_settings().with_(warehouse=warehouse, state=state, workers=workers)
    if not rebuild and not (sources := sources or settings.raw):
        raise SettingsError("no raw folder given; name one or more as the parameter sources, or set NEWSETL_RAW")
    bar = _show(logger, "progress", lambda: create_progress_artifact(0.0, f"{kind}-progress", "Files read"))
    told = time.monotonic()

    def progress(now: pipeline.Progress) -> None:
        nonlocal told
        if bar is None or not now.files_total or time.monotonic() - told < PROGRESS_EVERY:
            return
        told = time.monotonic()
        _show(logger, "progress", lambda: update_progress_artifact(bar, 100.0 * now.files_done / now.files_total))

    try:
        report = pipeline.run(
            sources,
            settings,
            call_as_task,
            progress,
            rebuild=rebuild,
            allow_empty=allow_empty,
            flow_run_id=flow_run.id,
        )
    except Locked as error:
        return Cancelled(message=str(error))
    except Exception as error:
        text = failure_markdown(f"{type(error).__name__}: {error}")
        _show(logger, "failure", lambda: create_markdown_artifact(text, f"{kind}-failure", "Why it failed"))
        raise
    if bar is not None:
        _show(logger, "progress", lambda: update_progress_artifact(bar, 100.0))
    table, text = counts_table(report), report_markdown(report, settings)
    _show(logger, "counts", lambda: create_table_artifact(table, f"{kind}-counts", "What the run did"))
    _show(logger, "report", lambda: create_markdown_artifact(text, f"{kind}-report", "Checks and rejects"))
    if report.status == "published":
        _write_report(kind, settings, logger)
    return Completed(name=report.status.capitalize(), message=one_line(report), data=report)


def _write_report(kind: str, settings: Settings, logger: LoggingAdapter | logging.Logger) -> None:
    """The HTML report of what was published, beside the warehouse; what is published stays published if it fails."""
    path = settings.warehouse.absolute().with_suffix(".html")
    try:
        call_as_task("write report", write_report, settings, path)
    except Exception as error:
        logger.warning("no report: %s", error)
        return
    said = "Who, about what, when and who said so, each figure with its sentences. The same file as `newsetl report` writes."
    _show(logger, "pages", lambda: create_link_artifact(path.as_uri(), path.name, f"{kind}-pages", said))


def one_line(report: pipeline.RunReport) -> str:
    """The run in a sentence, for the list of runs."""
    return (
        f"{report.documents_loaded} documents loaded, {report.files_rejected} files rejected, "
        f"{report.files_unchanged} unchanged, in {report.seconds:.1f} s"
    )


def end_quietly() -> None:
    """Say nothing more once this process has said everything and is taken apart.

    Prefect still holds objects of DuckDB's then, and the library of DuckDB 2.0 would print a page of their addresses.
    Functions that are registered later, as Prefect's are when its server starts, run and speak before this one.
    """
    atexit.register(lambda: os.dup2(os.open(os.devnull, os.O_WRONLY), 2))


def tell(state: State[Any]) -> int:
    """Print how a flow that ran here ended; returns the exit code that ``newsetl run`` would have."""
    if state.is_completed():
        print(report_text(state.result()))
        return 0
    print(f"newsetl: {state.message}", file=sys.stderr)
    return EXIT_LOCKED if state.is_cancelled() else EXIT_FAILED
