"""The SQL of ``sql/``: what object each file makes, in what order, and running them.

The path is the name: ``sql/marts/actor_summary.sql`` makes ``actor_summary``, ``sql/intermediate/core_actors.sql``
makes ``core.actors``. A file runs after the files of the objects that it mentions, temporary tables that they leave behind among them.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from newsetl.errors import MemoryExceeded, ModelFailed
from newsetl.warehouse.connection import Connection

_LEFT_BEHIND = re.compile(r"^create or replace temp table (\w+)", re.MULTILINE)
_TABLE = re.compile(r"^create (?:or replace )?table\b", re.MULTILINE)
SCHEMAS = ("meta", "ref", "core", "stg", "int")
LAYERS = ("schema", "staging", "intermediate", "marts", "macros")  # in this order; checks run apart
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", re.DOTALL)
_READ = re.compile(r"\b(?:from|join)\s+([a-z_][a-z0-9_]*)\b(?![.(])|\b([a-z_][a-z0-9_]*)\(")
_WITH = re.compile(r"\b([a-z_][a-z0-9_]*)\s+as\s+(?:not\s+)?(?:materialized\s+)?\(")  # a query with a name of its own
_WORD = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?")


@dataclass(frozen=True)
class Model:
    """A file of ``sql/`` and the object that it makes."""

    path: Path
    layer: str
    name: str  # with its schema, where that is not the default one
    sql: str
    mentions: frozenset[str] = field(repr=False)  # words of the SQL that may be names of objects

    @property
    def where(self) -> str:
        """The file as people name it."""
        return f"sql/{self.layer}/{self.path.name}"

    @property
    def makes_table(self) -> bool:
        """Whether the object keeps rows of its own, which a run has to make anew; a view does not."""
        return _TABLE.search(self.sql) is not None

    @property
    def makes(self) -> set[str]:
        """The object and the temporary tables that come with it."""
        return {self.name, *_LEFT_BEHIND.findall(self.sql)}


def _object_name(stem: str, layer: str) -> str:
    schema, _, rest = stem.partition("_")
    return f"{schema}.{rest}" if layer not in ("marts", "macros") and schema in SCHEMAS and rest else stem


def load_models(folder: Path, layers: Iterable[str] = LAYERS) -> list[Model]:
    """Every model below ``folder``, layer by layer, each after the ones it mentions within its layer.

    Raises:
        ModelFailed: models that mention each other in a circle.
    """
    ordered: list[Model] = []
    for layer in layers:
        models: dict[str, Model] = {}
        for path in sorted((folder / layer).glob("*.sql")):
            sql = path.read_text(encoding="utf-8")
            words = frozenset(_WORD.findall(_COMMENT.sub(" ", sql).lower()))
            name = _object_name(path.stem, layer)
            models[name] = Model(path, layer, name, sql, words)
        maker = {made: name for name, model in models.items() for made in model.makes}
        graph = {name: {maker[word] for word in model.mentions if maker.get(word, name) != name} for name, model in models.items()}
        try:
            ordered += [models[name] for name in TopologicalSorter(graph).static_order()]
        except CycleError as error:
            raise ModelFailed(f"models of sql/{layer} mention each other in a circle: {' -> '.join(error.args[1])}") from None
    return ordered


def sql_version(folder: Path) -> str:
    """Twelve hex digits that change with any file of ``sql/``."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.sql")):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.read_text(encoding='utf-8')}\0".encode())
    return digest.hexdigest()[:12]


def run_model(connection: Connection, model: Model) -> float:
    """Execute a model's statements; returns the seconds it took.

    What stands between ``set variable slices = …`` and ``reset variable slices`` is done so many times, ``getvariable('slice')``
    counting from 0: a statement over the whole archive would hold more in memory than DuckDB can put on disk.

    Raises:
        ModelFailed, MemoryExceeded: with file, line and DuckDB's message.
    """
    started = time.perf_counter()
    for statement, at in _in_turn(connection, model):
        try:
            connection.execute(statement)
        except duckdb.Error as error:
            kind = MemoryExceeded if isinstance(error, duckdb.OutOfMemoryException) else ModelFailed
            raise kind(_describe(model, at, error)) from None
    return time.perf_counter() - started


def _in_turn(connection: Connection, model: Model) -> Iterator[tuple[duckdb.Statement | str, int]]:
    """The statements of a model in the order of their execution, each with where in the file it begins."""
    try:
        statements = connection.extract_statements(model.sql)
    except duckdb.Error as error:
        raise ModelFailed(_describe(model, 0, error)) from None
    offset = 0
    sliced: list[tuple[duckdb.Statement, int]] | None = None
    for statement in statements:
        query = statement.query.strip()
        at = max(model.sql.find(query, offset), offset)
        offset = at + len(query)
        if sliced is None:
            yield statement, at
            if query.startswith("set variable slices"):
                sliced = []
        elif query.startswith("reset variable slices"):
            for number in range(_number_of_slices(connection)):
                yield f"set variable slice = {number}", at
                yield from sliced
            sliced = None
            yield statement, at
        else:
            sliced.append((statement, at))
    if sliced is not None:  # what stands there would not be done at all
        raise ModelFailed(f"{model.where}: 'set variable slices' without 'reset variable slices' after it")


def _number_of_slices(connection: Connection) -> int:
    row = connection.execute("select getvariable('slices')::integer").fetchone()
    return (row and row[0]) or 0


def _describe(model: Model, offset: int, error: duckdb.Error) -> str:
    message = str(error)
    found = re.search(r"LINE (\d+):", message)
    line = model.sql.count("\n", 0, offset) + (int(found[1]) if found else 1)
    return f"{model.where}, line {line}: {message}"


def lineage(models: Iterable[Model]) -> dict[str, list[str]]:
    """For each object the objects that it is made from.

    A name without a schema counts where it is read or called, because ``documents`` and ``stories`` name columns too.
    """
    models = list(models)
    names = {model.name for model in models}
    made: dict[str, set[str]] = {name: set() for name in names}
    for model in models:
        sql = _COMMENT.sub(" ", model.sql).lower()
        read = {name or called for name, called in _READ.findall(sql)} - set(_WITH.findall(sql))
        made[model.name] |= {name for name in model.mentions & names if "." in name or name in read} - {model.name}
    return {name: sorted(sources) for name, sources in sorted(made.items())}


def from_lists(models: Iterable[Model]) -> set[str]:
    """Tables that are made from nothing but reference lists: they change only when these do."""
    models = list(models)
    lists = {m.name for m in models if m.layer == "schema" and (m.name.startswith("ref.") or not m.makes_table)}  # tables and macros
    sources = lineage(models)
    return {m.name for m in models if m.layer == "intermediate" and m.makes_table and sources[m.name] and set(sources[m.name]) <= lists}


def resting_on(models: Iterable[Model], changed: Iterable[str]) -> set[str]:
    """What is made from the objects ``changed``, by however many steps, and these themselves."""
    sources = lineage(models)
    found = set(changed)
    while more := {name for name, made_from in sources.items() if name not in found and found & set(made_from)}:
        found |= more
    return found
