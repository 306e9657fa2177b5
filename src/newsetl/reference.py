"""The reference lists of ``seeds/``: read as text, validated by schema, versioned by content."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from newsetl.errors import InvalidReference
from newsetl.reference_schema import SCHEMAS, Column, List, problem

Row = dict[str, str]  # column -> text as it stands in the CSV, stripped; "" is "not given"


class Reference:
    """All reference tables by name (the file's name without ``.csv``), rows in file order."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        """``tables`` must not be changed afterwards."""
        self.tables = tables
        self._by_language: dict[str, dict[str, list[Row]]] = {}
        self._versions: dict[tuple[str, ...], str] = {}

    def rows(self, table: str, language: str | None = None) -> list[Row]:
        """Rows of a table, all or those for one language (rows whose ``language`` is empty hold for every language)."""
        rows = self.tables.get(table, [])
        if language is None or not rows or "language" not in rows[0]:
            return rows
        if table not in self._by_language:
            groups: dict[str, list[Row]] = {}
            for row in rows:
                groups.setdefault(row["language"], []).append(row)
            self._by_language[table] = groups
        groups = self._by_language[table]
        return groups.get("", []) + groups.get(language, []) if language else groups.get("", [])

    def version(self, tables: Iterable[str] | None = None, language: str | None = None) -> str:
        """Twelve hex digits that change when a row changes that this language reads, of the ``tables`` or of all."""
        key = (*(sorted(self.tables) if tables is None else tables), language or "")
        if key not in self._versions:
            digest = hashlib.sha256()
            for table in key[:-1]:
                lines = ("\x1f".join(row.values()) for row in self.rows(table, language))
                digest.update("\x1e".join((table, *lines)).encode())
            self._versions[key] = digest.hexdigest()[:12]
        return self._versions[key]


def load_reference(folder: Path, validated: bool = False) -> Reference:
    """Read and validate every ``*.csv`` in ``folder`` (UTF-8, header line, comma); once a process as long as none changes.

    ``validated``: whoever gave the order has looked at the rows, which takes as long as reading them; only their form is looked at.

    Raises:
        InvalidReference: names file, line, column and what is wrong; all problems at once, up to twenty.
    """
    if not folder.is_dir():
        raise InvalidReference(f"there is no folder {folder} with the reference lists; set NEWSETL_SEEDS or leave it unset")
    paths = tuple(sorted(folder.glob("*.csv")))
    stamps = tuple((status.st_size, status.st_mtime_ns) for status in map(Path.stat, paths))
    reference, _, problems = _load(paths, stamps)
    if not validated:
        problems = problems + _problems(paths, stamps)
    if problems:
        more = f"\n  and {len(problems) - 20} more" if len(problems) > 20 else ""
        raise InvalidReference("the reference lists cannot be used; nothing was changed\n  " + "\n  ".join(problems[:20]) + more)
    return reference


@lru_cache(maxsize=1)
def _load(paths: tuple[Path, ...], _stamps: tuple[tuple[int, int], ...]) -> tuple[Reference, dict[str, list[int]], list[str]]:
    """The tables, the line in its file of each row, and what is wrong with the files' form."""
    tables: dict[str, list[Row]] = {}
    lines: dict[str, list[int]] = {}
    problems: list[str] = []
    for path in paths:
        tables[path.stem], lines[path.stem] = _read(path, problems)
    return Reference(tables), lines, problems


@lru_cache(maxsize=1)
def _problems(paths: tuple[Path, ...], stamps: tuple[tuple[int, int], ...]) -> list[str]:
    """What is wrong with the rows."""
    reference, lines, _ = _load(paths, stamps)
    known = [(name, schema) for name, schema in SCHEMAS.items() if name in reference.tables]
    return [wrong for name, schema in known for wrong in _validate(name, schema, reference.tables, lines[name])]


def _read(path: Path, problems: list[str]) -> tuple[list[Row], list[int]]:
    rows: list[Row] = []
    lines: list[int] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = [name.strip() for name in next(reader, [])]
            for cells in reader:
                if not any(cells):
                    continue
                if len(cells) != len(header):
                    problems.append(
                        f"{path.name}, line {reader.line_num}: {len(cells)} cells where the header has {len(header)}; "
                        "quote a cell that holds a comma"
                    )
                    continue
                rows.append(dict(zip(header, (cell.strip() for cell in cells), strict=True)))
                lines.append(reader.line_num)
    except UnicodeDecodeError as error:
        problems.append(f"{path.name}: not UTF-8 (byte {error.start}); save it as UTF-8")
        return [], []
    except csv.Error as error:
        problems.append(f"{path.name}, line {reader.line_num}: {error}; check the quotation marks")
    schema = SCHEMAS.get(path.stem)
    if schema is not None:
        missing = [name for name in schema.columns if name not in header]
        unknown = [name for name in header if name not in schema.columns]
        if missing or unknown:
            told = [f"column {name} is missing" for name in missing] + [f"there is no column {name!r}" for name in unknown]
            problems.append(f"{path.name}, line 1: {'; '.join(told)}; the columns are {','.join(schema.columns)}")
            return [], []
    return rows, lines


def _stands(rule: Column, cell: str, target: set[str]) -> bool:
    return cell in target or bool(rule.or_pattern and re.fullmatch(rule.or_pattern, cell))


def _validate(name: str, schema: List, tables: dict[str, list[Row]], lines: Sequence[int]) -> list[str]:
    problems: list[str] = []
    seen: dict[tuple[str, ...], int] = {}
    targets = {
        column: {row.get(rule.references[1], "") for row in tables.get(rule.references[0], [])}
        for column, rule in schema.columns.items()
        if rule.references and rule.references[0] in tables
    }
    for row, line in zip(tables[name], lines, strict=True):
        for column, rule in schema.columns.items():
            wrong = problem(rule, row[column])
            if wrong is None and column in targets and row[column] and not _stands(rule, row[column], targets[column]):
                assert rule.references is not None
                wrong = f"{row[column]!r} does not stand in column {rule.references[1]} of {rule.references[0]}.csv"
            if wrong:
                problems.append(f"{name}.csv, line {line}, column {column}: {wrong}")
        if schema.unique:
            key = tuple(row[column] for column in schema.unique)
            if key in seen:
                problems.append(
                    f"{name}.csv, line {line}, column {schema.unique[0]}: {', '.join(key)} stands in line {seen[key]} already; remove one"
                )
            seen.setdefault(key, line)
        if schema.row_rule is not None and (wrong := schema.row_rule(row)):
            problems.append(f"{name}.csv, line {line}: {wrong}")
    if schema.table_rule is not None and not problems:
        problems += [f"{name}.csv, line {lines[at]}: {wrong}" for at, wrong in schema.table_rule(tables[name])]
    return problems
