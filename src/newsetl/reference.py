"""The reference lists of ``seeds/``: read as text, validated by schema, versioned by content."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]  # column -> text as it stands in the CSV, stripped; "" is "not given"


@dataclass(frozen=True)
class Reference:
    """All reference tables by name (the file's name without ``.csv``), rows in file order."""

    tables: dict[str, list[Row]]
    _versions: dict[tuple[str, ...], str] = field(default_factory=dict, repr=False, compare=False)

    def rows(self, table: str, language: str | None = None) -> list[Row]:
        """Rows of a table, all or those for one language (rows whose ``language`` is empty hold for every language)."""
        rows = self.tables.get(table, [])
        if language is None:
            return rows
        return [row for row in rows if row.get("language", "") in ("", language)]

    def version(self, tables: Iterable[str], language: str | None = None) -> str:
        """Twelve hex digits that change when a row changes that this language reads."""
        key = (*tables, language or "")
        if key not in self._versions:
            digest = hashlib.sha256()
            for table in key[:-1]:
                for row in self.rows(table, language):
                    digest.update(repr((table, *row.items())).encode())
            self._versions[key] = digest.hexdigest()[:12]
        return self._versions[key]


def load_reference(folder: Path) -> Reference:
    """Read every ``*.csv`` below ``folder`` (UTF-8, header line, comma), ``sample/`` left out."""
    tables: dict[str, list[Row]] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            tables[path.stem] = [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(lines)]
    return Reference(tables)
