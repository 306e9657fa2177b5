"""The command line: ``newsetl run | status | rejects | sql | docs | report | dashboard | doctor | settings | serve …``.

Everything heavy is imported by the command that needs it: ``newsetl --help`` imports neither Prefect nor DuckDB, and help is
plain text, because to show Markdown would take as long as everything else together.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

from cyclopts import App, Group, Parameter

from newsetl import __version__, address
from newsetl.errors import Locked, NewsetlError, SettingsError
from newsetl.settings import PREFIX, Settings, executor_address, load_settings, parse_duration

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_LOCKED = 75  # EX_TEMPFAIL of sysexits.h: try again later

app = App(
    name="newsetl",
    version=__version__,
    help="Folders of raw news text into one DuckDB file: who is in the news, about what, since when, who said so and where.",
    help_format="plaintext",
    default_parameter=Parameter(show_default=lambda value: value or None),  # of a flag, "default: False" says nothing
)

Warehouse = Annotated[
    Path | None, Parameter(name=["--warehouse", "-w"], help="The published DuckDB file [NEWSETL_WAREHOUSE, warehouse.duckdb].")
]
State = Annotated[Path | None, Parameter(help="Folder of the writer's private files [NEWSETL_STATE, .newsetl beside the warehouse].")]
Json = Annotated[bool, Parameter(name="--json", negative=(), help="One JSON object, for machines.")]
_WRITING = Group("Running", sort_key=1)
_READING = Group("Looking", sort_key=2)
_LOOKING_AT = Group("Reports and pages", sort_key=3)
_LISTS = Group("Lists", sort_key=4)
app["--help"].group = app["--version"].group = Group("Help", sort_key=5)


def _settings(**given: Any) -> Settings:
    return load_settings().with_(**given)


@app.command(group=_WRITING, sort_key=1)
def run(
    *raw: str,
    warehouse: Warehouse = None,
    state: State = None,
    workers: Annotated[int | None, Parameter(help="Processes that read texts; 0 chooses by cores and memory.")] = None,
    executor: Annotated[str | None, Parameter(help="dask://host:port: that cluster reads the texts [NEWSETL_EXECUTOR].")] = None,
    seeds: Annotated[Path | None, Parameter(help="Folder of the reference lists (CSV) [NEWSETL_SEEDS].")] = None,
    rebuild: Annotated[bool, Parameter(negative=(), help="Run models and checks and publish even if nothing changed.")] = False,
    allow_empty: Annotated[bool, Parameter(negative=(), help="A raw folder that held files may be empty now.")] = False,
    json_log: Annotated[bool, Parameter(negative=(), help="One line of JSON a step on standard error [NEWSETL_LOG=json].")] = False,
    json_: Json = False,
) -> None:
    """Bring the warehouse up to date with raw folders.

    Example: newsetl run news/2021 wire=/data/afp s3://bucket/news --warehouse news.duckdb

    Exit codes: 0 published or nothing to do, 1 failed and nothing published, 2 usage, 75 another run holds the lock.

    Parameters
    ----------
    raw
        Folders of raw text files, folder or label=folder, each a path or a URL of fsspec [NEWSETL_RAW].
    """
    from newsetl import console, pipeline

    cluster = executor_address(executor) if executor else None
    settings = _settings(warehouse=warehouse, state=state, workers=workers, executor=cluster, seeds=seeds, log="json" if json_log else None)
    sources = raw or settings.raw
    if not sources and not rebuild:
        raise SettingsError("no raw folder given; name one or more folders of text files, or set NEWSETL_RAW")
    with console.progress(quiet=json_ or settings.log == "json") as progress:
        report = pipeline.run(sources, settings, progress=progress, rebuild=rebuild, allow_empty=allow_empty)
    print(console.json_text(vars(report)) if json_ else console.report_text(report))


@app.command(group=_READING)
def status(
    *,
    warehouse: Warehouse = None,
    state: State = None,
    check: Annotated[bool, Parameter(negative=(), help="For monitors: exit 1 with a sentence if something is wrong.")] = False,
    max_age: Annotated[str | None, Parameter(help="With --check: the publication may be this old, such as 90m, 2h or 3d.")] = None,
    json_: Json = False,
) -> None:
    """Last runs, counts, rejects by reason, age of the data, and who holds the lock."""
    from newsetl import console, lock
    from newsetl.warehouse import catalogue

    settings = _settings(warehouse=warehouse, state=state)
    found = catalogue.status(settings)
    found["lock"] = lock.holder(settings.lock_file)
    if check:
        wrong = catalogue.wrong(found, parse_duration(max_age) if max_age else None)
        if wrong:
            raise NewsetlError(wrong)
    print(console.json_text(found) if json_ else console.status_text(found))


@app.command(group=_READING)
def rejects(
    *raw: str,
    warehouse: Warehouse = None,
    retry: Annotated[bool, Parameter(negative=(), help="Read the rejected files of these raw folders again.")] = False,
    json_: Json = False,
) -> None:
    """Files that could not be loaded, with the reason and what to do.

    Parameters
    ----------
    raw
        With --retry: the raw folders, as for newsetl run [NEWSETL_RAW].
    """
    from newsetl import console
    from newsetl.warehouse import catalogue

    if retry:
        from newsetl import pipeline

        settings = _settings(warehouse=warehouse)
        sources = raw or settings.raw
        if not sources:
            raise SettingsError("--retry reads files again: name their raw folders, or set NEWSETL_RAW")
        with console.progress(quiet=json_) as progress:
            report = pipeline.run(sources, settings, progress=progress, retry=True)
        if not json_:
            print(console.report_text(report))
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
def docs(
    *,
    warehouse: Warehouse = None,
    cookbook: Annotated[bool, Parameter(negative=(), help="Twenty questions people ask, each with its query and its answer.")] = False,
    map_: Annotated[bool, Parameter(name="--map", negative=(), help="A picture (SVG) of the tables and what each is made from.")] = False,
) -> None:
    """Data dictionary and lineage, or the cookbook, as Markdown made from the published file.

    Example: newsetl docs --cookbook > cookbook.md
    """
    if map_:
        from newsetl.report import tables_map

        print(tables_map.of_this_version(), end="")
        return
    settings = _settings(warehouse=warehouse)
    from newsetl.warehouse import catalogue
    from newsetl.warehouse import cookbook as recipes

    print((recipes if cookbook else catalogue).markdown(settings))


@app.command(group=_READING)
def snapshots(*, warehouse: Warehouse = None, state: State = None, json_: Json = False) -> None:
    """Published versions that are kept to go back to."""
    from newsetl import console
    from newsetl.warehouse import history

    answer = history.snapshots_answer(_settings(warehouse=warehouse, state=state))
    print(console.rows_json(answer) if json_ else console.table_text(answer, empty="no version is kept yet"))


@app.command(group=_WRITING)
def rollback(run_id: str, /, *, warehouse: Warehouse = None, state: State = None) -> None:
    """Publish a kept version again; the next run goes on from it.

    Parameters
    ----------
    run_id
        A run that newsetl snapshots shows, or the beginning of its name.
    """
    from newsetl.warehouse import history

    settings = _settings(warehouse=warehouse, state=state)
    print(f"{settings.warehouse} is the version of run {history.rollback(settings, run_id)} again")


@app.command(group=_READING)
def verify(*, warehouse: Warehouse = None, json_: Json = False) -> None:
    """Check the published file again: every rule, every span, the hash of every text. Exit code 1 if something is wrong."""
    from newsetl import console
    from newsetl.warehouse import verify as verifying

    verdict = verifying.verify(_settings(warehouse=warehouse))
    told = {**verdict._asdict(), "checks": [check._asdict() for check in verdict.checks], "sound": verdict.sound}
    print(console.json_text(told) if json_ else console.verdict_text(verdict))
    if not verdict.sound:
        raise SystemExit(EXIT_FAILED)


@app.command(group=_READING)
def diff(run_a: str, run_b: str, /, *, warehouse: Warehouse = None, state: State = None, json_: Json = False) -> None:
    """What changed in the summaries between two kept versions, and why."""
    from newsetl import console
    from newsetl.warehouse import history

    found = history.diff(_settings(warehouse=warehouse, state=state), run_a, run_b)
    print(console.json_text(found) if json_ else console.diff_text(found))


@app.command(group=_READING)
def export(
    *,
    parquet: Annotated[Path, Parameter(help="Folder of the Parquet files; brought up to date if it holds an earlier export.")],
    warehouse: Warehouse = None,
    json_: Json = False,
) -> None:
    """The tables as Parquet by month and language, for Spark, Trino, Polars; only what changed is written again.

    Example: newsetl export --parquet news-parquet
    """
    from newsetl.warehouse import interchange

    done = interchange.export(_settings(warehouse=warehouse), parquet)
    told = f"run {done.run_id}: {done.rows:,} rows; {done.written:,} files written ({done.bytes / 1e6:.1f} MB), {done.kept:,} were right"
    print(json.dumps(done._asdict()) if json_ else told)


@app.command(group=_WRITING, name="import")
def import_(folder: Path, /, *, warehouse: Warehouse = None, state: State = None, json_: Json = False) -> None:
    """A new warehouse from a folder that newsetl export wrote.

    Parameters
    ----------
    folder
        The folder with manifest.json.
    """
    from newsetl import console, pipeline
    from newsetl.warehouse import interchange

    settings = _settings(warehouse=warehouse, state=state)
    interchange.import_parquet(settings, folder)
    with console.progress(quiet=json_) as progress:
        done = pipeline.run((), settings, progress=progress, rebuild=True)
    print(json.dumps(vars(done), ensure_ascii=False) if json_ else console.report_text(done))


@app.command(group=_LOOKING_AT)
def report(
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The HTML file to write.")] = Path("report.html"),
    since: Annotated[str | None, Parameter(name="--from", help="First day of publication: 2021, 2021-11 or 2021-11-24.")] = None,
    until: Annotated[str | None, Parameter(help="Last day of publication, in the same forms.")] = None,
    actor: Annotated[str | None, Parameter(help="Only documents that name this actor, by any spelling.")] = None,
    topic: Annotated[str | None, Parameter(help="Only documents of this topic: its name or id.")] = None,
    language: Annotated[str | None, Parameter(help="Only documents in this language: fr, en, …")] = None,
    source: Annotated[str | None, Parameter(help="Only documents of this source.")] = None,
    warehouse: Warehouse = None,
) -> None:
    """One HTML file that anyone can open offline: who, about what, when, who said so, and the sentences behind each figure.

    Example: newsetl report --from 2021-11 --topic sport -o sport.html
    """
    from newsetl.report import write_report
    from newsetl.warehouse.queries import parse_scope

    scope = parse_scope(since=since, until=until, actor=actor, topic=topic, language=language, source=source)
    written = write_report(_settings(warehouse=warehouse), output, scope)
    print(f"wrote {written.path} ({written.byte_size / 1e6:.2f} MB, {written.documents:,} documents)")


@app.command(group=_LOOKING_AT)
def dashboard(
    *,
    warehouse: Warehouse = None,
    host: Annotated[str, Parameter(help="Address to listen on; anything but this machine lets others read along.")] = "127.0.0.1",
    port: Annotated[int, Parameter(help="Port to listen on.")] = 8765,
) -> None:
    """Pages to look around in, in the browser: filters, topics, actors, stories, search, data quality, runs.

    Shows a new publication by itself and never holds the file. Stop it with Ctrl-C.

    Example: newsetl dashboard --warehouse news.duckdb
    """
    from newsetl.dashboard import serve as serve_dashboard

    serve_dashboard(_settings(warehouse=warehouse), host, port)


@app.command(group=_READING)
def doctor(*, warehouse: Warehouse = None, state: State = None, json_: Json = False) -> None:
    """Check this installation and say what to do: versions, permissions, disk, reference lists, server. Exit code 1 if it cannot run."""
    from newsetl import doctor as checking

    found = checking.examine(_settings(warehouse=warehouse, state=state))
    print(json.dumps([finding._asdict() for finding in found], ensure_ascii=False) if json_ else checking.told(found))
    if any(finding.state == "wrong" for finding in found):
        raise SystemExit(EXIT_FAILED)


@app.command(group=_READING)
def completion(shell: Literal["bash", "zsh", "fish"], /) -> None:
    """Completion script for a shell.

    Example: newsetl completion bash > ~/.local/share/bash-completion/completions/newsetl
    """
    print(app.generate_completion(prog_name="newsetl", shell=shell))


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
    for folder in sources:
        address.split_label(folder)  # what holds a secret is refused before a server keeps it
    # another program, not an import: only flows/ knows Prefect
    script = str(resources.folder("flows") / "newsetl_serve.py")
    options = ["--cron", cron, "--warehouse", str(settings.warehouse.absolute())]
    if settings.state is not None:
        options += ["--state", str(settings.state.absolute())]
    os.execv(sys.executable, [sys.executable, script, *options, *sources])


app.command("newsetl.cli_lists:actors", name="actors", help="Look after the list of actors.", group=_LISTS)
app.command("newsetl.cli_lists:topics", name="topics", help="Look after the list of topic terms.", group=_LISTS)


def _fail(error: BaseException, code: int) -> NoReturn:
    from newsetl.console import inert

    print(f"newsetl: {inert(error)}", file=sys.stderr)
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
        print("newsetl: stopped; the warehouse is as it was published last", file=sys.stderr)
        raise SystemExit(130) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(EXIT_FAILED) from None
