"""The private work file of the one writer: where a run loads, builds and checks before anybody sees it."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from newsetl import __version__, resources
from newsetl.errors import MemoryExceeded, PublishFailed
from newsetl.read import REMOTE_RACY_NS, Changes, Known, Ledger
from newsetl.reference import Reference
from newsetl.settings import Settings
from newsetl.text import terms_reach
from newsetl.warehouse import publish as publishing
from newsetl.warehouse import workplace
from newsetl.warehouse.checks import CheckResult, run_checks
from newsetl.warehouse.connection import Connection, memory_limit, open_to_write, writer_memory_limit
from newsetl.warehouse.lists import (
    TOPIC_LISTS,
    TOPIC_TABLES,
    add_rescored,
    add_taken_away,
    leave_names_and_stories,
    load_changed_reference,
    load_reference,
    remember_alias_keys,
    remember_terms,
)
from newsetl.warehouse.load import insert_pairs, load_files, load_reread
from newsetl.warehouse.migrate import SCHEMA_VERSION, migrate
from newsetl.warehouse.models import Model, from_lists, load_models, resting_on, run_model, sql_version
from newsetl.warehouse.stale import changed_names, changed_terms, export_stale
from newsetl.warehouse.workplace import work_path

T = TypeVar("T")
REBUILD = "rebuild"  # reason: every document goes through the models again
LISTS = "lists"  # reason: reference lists changed; what that means for the models depends on the lists


@dataclass
class Built:
    """The outcome of a build."""

    changed: bool  # whether there is something to publish
    counts: dict[str, int] = field(default_factory=dict)  # by the names of the run report
    rejects: dict[str, int] = field(default_factory=dict)  # reason -> records of this run
    checks: list[CheckResult] = field(default_factory=list)
    model_seconds: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[WorkFile]:
    """The work file, open for one step."""
    try:
        connection = open_to_write(work_path(settings), settings)
    except duckdb.OutOfMemoryException as error:
        raise MemoryExceeded(f"opening the work file: {error}") from None
    except duckdb.Error as error:
        raise PublishFailed(
            f"the work file {work_path(settings)} cannot be opened: {error}. Delete it: it is begun again from the warehouse"
        ) from None
    work = WorkFile(connection, settings)
    try:
        yield work
    finally:
        connection.close()
        if work.unfinished:
            workplace.remove(work_path(settings))


@contextlib.contextmanager
def opened_anew(settings: Settings) -> Iterator[WorkFile]:
    """The work file, open for the first step; one that was damaged is begun again from what is published.

    Nothing is lost by that: what the work file holds beyond the published one is in the raw folders.
    """
    try:
        connection = open_to_write(work_path(settings), settings)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error:
        workplace.forget(settings)
        workplace.begin(settings)
        connection = open_to_write(work_path(settings), settings)
    with contextlib.closing(connection):
        yield WorkFile(connection, settings)


def code_version(languages: Sequence[str] = ()) -> str:
    """newsetl's version, the SQL in use, the code that reads texts, and the languages that it is told to expect."""
    versions = (__version__ + "+sql", sql_version(resources.folder("sql")), "text", resources.reading_code(), *sorted(languages))
    return ".".join(versions)


def reference_version(reference: Reference) -> str:
    """Twelve hex digits that change with any reference list."""
    return reference.version()


class WorkFile:
    """The open work file."""

    def __init__(self, connection: Connection, settings: Settings) -> None:
        self.connection = connection
        self.settings = settings
        self.migrated = migrate(connection)
        row = connection.execute("select count(*) from duckdb_tables() where schema_name = 'meta' and table_name = 'runs'").fetchone()
        self.empty = not (row and row[0])
        self.unfinished = False  # a first run has put parts into the file and not come to its end
        self.notes: list[str] = []

    def _last(self) -> tuple[str, str, str] | None:
        if self.empty:
            return None
        return self.connection.execute(
            "select run_id, code_version, reference_version from meta.runs where status = 'published' order by run_id desc limit 1"
        ).fetchone()

    def last_run(self) -> str | None:
        """The newest run that the file knows."""
        return None if self.empty else self.connection.execute("select max(run_id) from meta.runs").fetchall()[0][0]

    def ledger(self) -> Mapping[str, Ledger]:
        """What is known of every file, by root label."""
        if self.empty:
            return {}
        connection = self.connection
        roots = [root for (root,) in connection.execute("select distinct root from meta.files order by root").fetchall()]
        ledger = {root: Ledger(hashes=functools.partial(self._hashes, root)) for root in roots}
        settled = f"status = 'loaded' and epoch_ns(read_at::timestamp_ns) - epoch_ns(modified_at) > {REMOTE_RACY_NS}"
        for root, known in ledger.items():
            columns = connection.execute(
                f"select path, byte_size, epoch_ns(modified_at) as modified_ns from meta.files where root = ? and {settled}", [root]
            ).fetchnumpy()
            path, size, modified_ns = (columns[name].tolist() for name in ("path", "byte_size", "modified_ns"))
            known.settled = dict(zip(path, zip(size, modified_ns, strict=True), strict=True))
        cursor = connection.execute(
            "select root, path, byte_size, epoch_ns(modified_at), content_sha256, status, epoch_ns(read_at::timestamp_ns) "
            f"from meta.files where ({settled}) is not true"
        )
        while rows := cursor.fetchmany(50_000):
            for root, path, *found in rows:
                ledger[root].others[path] = Known(*found)
        return ledger

    def _hashes(self, root: str, paths: Sequence[str]) -> dict[str, str]:
        self.connection.execute("create or replace temp table asked_paths (path varchar)")
        insert_pairs(self.connection, "asked_paths", [(path,) for path in paths])
        return dict(
            self.connection.execute(
                "select path, content_sha256 from meta.files where root = ? and path in (select path from asked_paths)", [root]
            ).fetchall()
        )

    def reasons_to_build(self, reference: Reference, *, rebuild: bool) -> list[str]:
        """Why the models must run even if no file changed."""
        last = self._last()
        if last is None:
            return []
        reasons = []
        if rebuild or self.migrated or last[1] != code_version(self.settings.languages):
            reasons.append(REBUILD)
        elif last[2] != reference_version(reference):
            reasons.append(LISTS)
        if workplace.published_run(self.settings) != last[0]:
            reasons.append("unpublished")
        return reasons

    def reading_outdated(self, reference: Reference) -> bool:
        """Whether stored readings may be out of date: code, lists or expected languages are others than at the last run."""
        last = self._last()
        return last is not None and last[1:] != (code_version(self.settings.languages), reference_version(reference))

    def export_stale(self, folder: Path, reference: Reference, settings: Settings) -> int:
        """Write the texts that must be read again as batches; returns their number."""
        from newsetl.annotate import Annotator

        annotator = Annotator(reference, settings.languages)
        languages = [row[0] for row in self.connection.execute("select distinct language from core.documents order by all").fetchall()]
        expected = [(language, step, version) for language in languages for step, version in annotator.versions(language).items()]
        names = changed_names(self.connection, reference)
        terms = changed_terms(self.connection, reference)
        patterns = {language: found for language, rows in terms.items() if (found := terms_reach.pattern(rows, language))}
        return export_stale(self.connection, folder, expected, names, patterns, settings.batch_bytes)

    def build(
        self, run_id: str, reference: Reference, folder: Path, changes: Changes, report: Mapping[str, Any], why: Collection[str]
    ) -> Built:
        """Load, run the models and the checks; one transaction.

        A first run is one for the load, one for each model and one for the checks, and an empty file is its undo: what a transaction
        wrote stays in memory until it ends, helper tables that were dropped too, and nobody else reads the file.

        Raises:
            ModelFailed, MemoryExceeded, ChecksFailed: nothing of this run is kept.
        """
        connection = self.connection
        models = load_models(resources.folder("sql"))
        self.unfinished = self.empty
        connection.execute("begin")
        try:
            built = self._build(models, run_id, reference, folder, changes, report, why)
            connection.execute("commit")
        except BaseException as error:
            with contextlib.suppress(duckdb.Error):
                connection.execute("rollback")
            if isinstance(error, duckdb.OutOfMemoryException):
                raise MemoryExceeded(f"the load or the commit: {error}") from None
            raise
        connection.execute("checkpoint")
        self.unfinished = False
        return built

    def _part(self, name: str, function: Callable[[], T]) -> T:
        """Call ``function``, in a first run as a transaction of its own, which is done again with more memory where it needs more."""
        if not self.unfinished:
            return function()
        connection = self.connection
        least, most = writer_memory_limit(self.settings), memory_limit(self.settings)
        limit = least
        connection.execute("commit")  # what was done so far can leave memory
        try:
            while True:
                connection.execute("begin")
                try:
                    result = function()
                    connection.execute("commit")
                    break
                except (MemoryExceeded, duckdb.OutOfMemoryException):
                    with contextlib.suppress(duckdb.Error):
                        connection.execute("rollback")
                    if limit >= most:
                        raise
                    limit = min(3 * limit // 2, most)
                    connection.execute(f"set memory_limit = '{limit}B'")
        finally:
            if limit > least:
                with contextlib.suppress(duckdb.OutOfMemoryException):  # what it holds is more than that
                    connection.execute(f"set memory_limit = '{least}B'")
        connection.execute("begin")
        if limit > least:
            self.notes.append(f"{name} needed more memory than a run takes at first: done again with {limit >> 20:,} MiB")
        return result

    def _build(
        self,
        models: Sequence[Model],
        run_id: str,
        reference: Reference,
        folder: Path,
        changes: Changes,
        report: Mapping[str, Any],
        why: Collection[str],
    ) -> Built:
        connection = self.connection
        connection.execute(f"set variable run_id = '{run_id}'")
        seconds: dict[str, float] = {}

        def run_layer(*layers: str, which: Callable[[Model], bool] = lambda _: True) -> None:
            for model in models:
                if model.layer in layers and which(model):
                    execute = functools.partial(run_model, connection, model)
                    if model.layer == "intermediate" or (model.layer == "marts" and model.makes_table):
                        seconds[model.where] = self._part(model.where, execute)
                    else:
                        seconds[model.where] = execute()

        full = self.empty or REBUILD in why
        edited: set[str] = set()
        if LISTS in why and not full:
            remember_terms(connection)
            edited = load_changed_reference(connection, reference)
            # labels of topics stand in stories that a run which has something else to do does not look at
            alone = edited <= TOPIC_LISTS and changes.seen == changes.unchanged and not changes.missing
            full = "topics" in edited and not alone
        if full:
            for schema in ("meta", "core", "ref", "stg", "int"):
                connection.execute(f"create schema if not exists {schema}")
            self._drop_unmade(models)
            run_layer("schema")
            if not edited:  # else they were loaded to be compared
                load_reference(connection, reference)
        remember_alias_keys(connection, anew=full)
        unreadable = [(root, entry.path, entry.reason, entry.detail) for root, entry in changes.unreadable]
        loaded = self._part("the load", lambda: load_files(connection, folder / "rows", unreadable, changes.missing))
        reread, steps = load_reread(connection, folder / "reread")
        counts = {
            "files_rejected": loaded["rejected"],
            "files_duplicate": loaded["duplicate"],
            "files_changed": loaded["changed"],
            "files_unchanged": int(report["files_unchanged"]) + loaded["same"],
            "documents_loaded": loaded["loaded"],
            "documents_reread": reread,
        }
        rejects: dict[str, int] = dict(
            connection.execute("select reason, count(*) from run_rejects group by reason order by count(*) desc, reason").fetchall()
        )
        if not (loaded["touched"] or loaded["loaded"] or reread or why or self.empty):
            return Built(False, counts, rejects)
        if full:
            connection.execute("create or replace temp table run_documents as select document_id, document_no from core.documents")
        row = {
            **{name: value for name, value in report.items() if name in _RUN_COLUMNS},
            **counts,
            "code_version": code_version(self.settings.languages),
            "reference_version": reference_version(reference),
            "status": "running",
        }
        names = ", ".join(row)
        connection.execute(f"insert into meta.runs ({names}) values ({', '.join('?' for _ in row)})", list(row.values()))
        of_lists = from_lists(models)
        if edited and not full:
            run_layer("intermediate", which=lambda model: model.name in of_lists)
            add_rescored(connection)
            add_taken_away(connection)
        changed: set[str] | None = None  # objects that may be others than before; None: any
        if full:
            run_layer("staging", "intermediate", "marts", "macros")
        else:
            if edited and edited <= TOPIC_LISTS and not (loaded["touched"] or loaded["loaded"]) and steps <= {"topics"}:
                changed = resting_on(models, TOPIC_TABLES)
                leave_names_and_stories(connection, labels="topics" in edited)
            concerned = {model.name for model in models if changed is None or model.name in changed} - of_lists
            concerned.add("run_extent")  # how much of the archive this run is, whatever changed
            run_layer("staging", "intermediate", which=lambda model: model.name in concerned)
            run_layer("marts", which=lambda model: model.makes_table and model.name in concerned)  # views follow by themselves
        checks = self._part("the checks", lambda: run_checks(connection, resources.folder("sql"), run_id, changed))
        connection.execute(
            f"""
            update meta.runs set status = 'published', finished_at = now()::timestamp where run_id = '{run_id}';
            insert into meta.published
                select '{run_id}', now()::timestamp, '{__version__}', version(), {SCHEMA_VERSION}, count(*) from stg.current_documents;
            """
        )
        return Built(True, counts, rejects, checks, seconds, self.notes)

    def _drop_unmade(self, models: Sequence[Model]) -> None:
        """Drop macros and helper tables that no file makes any more, and all views: they may rest on columns that change."""
        views = self.connection.execute("select schema_name || '.' || view_name from duckdb_views() where not internal").fetchall()
        for (name,) in views:
            self.connection.execute(f"drop view if exists {name}")
        made = {model.name for model in models}
        macros = self.connection.execute(
            "select distinct function_name, function_type from duckdb_functions() "
            "where not internal and schema_name = 'main' and function_type in ('macro', 'table_macro')"
        ).fetchall()
        for name, kind in macros:
            if name not in made:
                self.connection.execute(f"drop {'macro table' if kind == 'table_macro' else 'macro'} if exists {name}")
        helpers = self.connection.execute("select 'int.' || table_name from duckdb_tables() where schema_name = 'int'").fetchall()
        for (name,) in helpers:
            if name not in made:
                self.connection.execute(f"drop table {name}")


_RUN_COLUMNS = frozenset((
    "run_id", "started_at", "status", "files_seen", "files_new", "files_changed", "files_unchanged", "files_missing",
    "files_rejected", "files_duplicate", "documents_loaded", "documents_reread", "flow_run_id",
))  # fmt: skip


def publish(settings: Settings, run_id: str) -> str | None:
    """Put the work file, closed and checkpointed, in the place of the published one and keep a snapshot.

    The file itself is moved there, so that readers do not wait for a copy; the next run goes on in a copy of it (``make_ready``).

    Returns:
        What went wrong after the publication, which stands all the same.

    Raises:
        PublishFailed: the old file is untouched; the next run publishes what this one built.
    """
    if not publishing.move_file(work_path(settings), settings.place):
        publishing.replace_file(work_path(settings), settings.place)
    try:
        workplace.remember(settings, run_id)  # what the next run would otherwise find out by opening the published file
        publishing.keep_snapshot(settings.place, settings.state_folder / "snapshots", run_id, settings.snapshots)
    except OSError as error:
        return f"published, but no version to go back to could be kept: {error.strerror}; make room in {settings.state_folder}"
    return None


def make_ready(settings: Settings) -> str | None:
    """Copy what was published to a work file for the next run, while nobody waits for it.

    Returns:
        What went wrong; the next run makes up for it.
    """
    try:
        workplace.begin(settings)
    except OSError as error:
        return f"published, but the next run has to copy it first: {error.strerror}; make room in {settings.state_folder}"
    return None
