"""The command line: ``newsetl run | status | rejects | sql | docs | settings | serve``.

Everything heavy is imported by the command that needs it: ``newsetl --help`` imports neither Prefect nor Polars.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NoReturn

from cyclopts import App, Group, Parameter

from newsetl import __version__
from newsetl.errors import Locked, NewsetlError, SettingsError
from newsetl.settings import PREFIX, Settings, load_settings

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_LOCKED = 75  # EX_TEMPFAIL of sysexits.h: try again later

app = App(
    name="newsetl",
    version=__version__,
    help="Folders of raw news text into one DuckDB file: who is in the news, about what, since when, who said so and where.",
)

Warehouse = Annotated[
    Path | None, Parameter(name=["--warehouse", "-w"], help="The published DuckDB file [NEWSETL_WAREHOUSE, warehouse.duckdb].")
]
State = Annotated[Path | None, Parameter(help="Folder of the writer's private files [NEWSETL_STATE, .newsetl beside the warehouse].")]
Json = Annotated[bool, Parameter(name="--json", negative=(), help="One JSON object, for machines.")]
_READING = Group("Looking")
_WRITING = Group("Running")


def _settings(**given: Any) -> Settings:
    return load_settings().with_(**given)


@app.command(group=_WRITING)
def run(
    *raw: str,
    warehouse: Warehouse = None,
    state: State = None,
    workers: Annotated[int | None, Parameter(help="Processes that read texts; 0 chooses by cores and memory.")] = None,
    seeds: Annotated[Path | None, Parameter(help="Folder of the reference lists (CSV) [NEWSETL_SEEDS].")] = None,
    rebuild: Annotated[bool, Parameter(negative=(), help="Run models and checks and publish even if nothing changed.")] = False,
    json_: Json = False,
) -> None:
    """Bring the warehouse up to date with raw folders.

    Example: newsetl run news/2021 wire=/data/afp --warehouse news.duckdb

    Exit codes: 0 published or nothing to do, 1 failed and nothing published, 2 usage, 75 another run holds the lock.

    Parameters
    ----------
    raw
        Folders of raw text files, ``folder`` or ``label=folder`` [NEWSETL_RAW].
    """
    from newsetl import console, pipeline

    settings = _settings(warehouse=warehouse, state=state, workers=workers, seeds=seeds)
    sources = raw or settings.raw
    if not sources and not rebuild:
        raise SettingsError("no raw folder given; name one or more folders of text files, or set NEWSETL_RAW")
    with console.progress(quiet=json_) as progress:
        report = pipeline.run(sources, settings, progress=progress, rebuild=rebuild)
    print(json.dumps(vars(report), ensure_ascii=False) if json_ else console.report_text(report))


@app.command(group=_READING)
def status(*, warehouse: Warehouse = None, state: State = None, json_: Json = False) -> None:
    """Last runs, counts, rejects by reason, age of the data, and who holds the lock."""
    from newsetl import console, lock
    from newsetl.warehouse import catalogue

    settings = _settings(warehouse=warehouse, state=state)
    found = catalogue.status(settings)
    found["lock"] = lock.holder(settings.lock_file)
    print(json.dumps(found, ensure_ascii=False, default=str) if json_ else console.status_text(found))


@app.command(group=_READING)
def rejects(*, warehouse: Warehouse = None, json_: Json = False) -> None:
    """Files that could not be loaded, with the reason and what to do."""
    from newsetl import console
    from newsetl.warehouse import catalogue

    answer = catalogue.query(_settings(warehouse=warehouse), "select place, reason, detail, run_id from stg.current_rejects order by all")
    print(console.rows_json(answer) if json_ else console.table_text(answer, empty="no rejects"))


@app.command(group=_READING)
def sql(
    query: str,
    /,
    *,
    warehouse: Warehouse = None,
    format_: Annotated[str, Parameter(name="--format", help="table, csv or json.")] = "table",
) -> None:
    """Ask the published file in SQL: read-only, and nothing but the file is in reach.

    Example: newsetl sql "select name, documents from actor_summary limit 10"
    """
    from newsetl import console
    from newsetl.warehouse import catalogue

    writers: dict[str, Callable[[catalogue.Answer], str]] = {
        "table": console.table_text,
        "csv": console.rows_csv,
        "json": console.rows_json,
    }
    if format_ not in writers:
        raise SettingsError(f"--format {format_}: choose table, csv or json")
    print(writers[format_](catalogue.query(_settings(warehouse=warehouse), query)))


@app.command(group=_READING)
def docs(*, warehouse: Warehouse = None) -> None:
    """Data dictionary and lineage as Markdown."""
    from newsetl.warehouse import catalogue

    print(catalogue.markdown(_settings(warehouse=warehouse)))


@app.command(group=_READING, name="settings")
def show_settings() -> None:
    """The settings in use, from defaults, .env and NEWSETL_* variables."""
    settings = load_settings()
    for name, value in vars(settings).items():
        shown = ",".join(value) if isinstance(value, tuple) else ("" if value is None else value)
        print(f"{PREFIX}{name.upper()}={shown}")


@app.command(group=_WRITING)
def serve(
    *raw: str,
    cron: Annotated[str, Parameter(help="When to run, as five cron fields, UTC.")] = "*/15 * * * *",
    warehouse: Warehouse = None,
    state: State = None,
) -> None:
    """Run on a schedule, as a Prefect deployment served by this process (needs a Prefect server).

    Example: newsetl serve --cron "*/15 * * * *" /data/news
    """
    from newsetl import resources

    settings = _settings(warehouse=warehouse, state=state)
    sources = raw or settings.raw
    if not sources:
        raise SettingsError("no raw folder given; name one or more folders of text files, or set NEWSETL_RAW")
    # another program, not an import: only flows/ knows Prefect
    script = str(resources.folder("flows") / "newsetl_serve.py")
    options = ["--cron", cron, "--warehouse", str(settings.warehouse.absolute())]
    if settings.state is not None:
        options += ["--state", str(settings.state.absolute())]
    os.execv(sys.executable, [sys.executable, script, *options, *sources])


def _fail(error: BaseException, code: int) -> NoReturn:
    print(f"newsetl: {error}", file=sys.stderr)
    raise SystemExit(code)


def main(arguments: list[str] | None = None) -> None:
    """Entry point of the command ``newsetl``."""
    try:
        app(arguments, result_action="return_value")
    except SettingsError as error:
        _fail(error, EXIT_USAGE)
    except Locked as error:
        _fail(error, EXIT_LOCKED)
    except NewsetlError as error:
        _fail(error, EXIT_FAILED)
    except KeyboardInterrupt:
        print("newsetl: stopped; nothing was published", file=sys.stderr)
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(EXIT_FAILED) from None
