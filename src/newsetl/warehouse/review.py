"""The doubtful pairs of names worth a row in ``actor_aliases.csv``, most frequent first, and writing the row chosen."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsetl.errors import InvalidReference
from newsetl.warehouse.connection import Connection

ALIASES = "actor_aliases.csv"
COLUMNS = ("actor_id", "alias", "language", "status", "note")


class Doubt(NamedTuple):
    """Two names that look like one and that no rule and no row of the lists has settled for good."""

    kind: str  # person, organisation, place
    name: str  # the listed, fuller or more frequent name
    other_name: str
    verdict: str  # "merged" or "apart": what the rules made of it
    rule: str
    reason: str
    similarity: float | None  # Jaro-Winkler, 0..1; None where likeness was not the question
    documents: int  # current documents with the first name
    other_documents: int  # with the other
    actor_id: str  # actor of the first name
    other_id: str  # actor of the other; the same when merged


# A pair is settled when people gave the other name to the actor or took it away from it. Surnames that several persons bear are
# nobody's by right, names of numbers and ranks that differ are two; neither is worth a row.
_OPEN = """
with settled as (
    select distinct actor_id, alias_key from int.alias_keys
)

select
    m.kind, m.name, m.other_name, m.verdict, m.rule, m.reason, m.similarity, m.documents, m.other_documents, m.actor_id, m.other_id
from core.actor_merges as m
anti join settled as s on s.actor_id = m.actor_id and s.alias_key = m.other_key
where m.actor_id is not null and m.other_id is not null
  and (m.verdict = 'apart' or m.rule = 'one letter')
  and not starts_with(m.reason, 'one of ')
  and not starts_with(m.reason, 'different ')
  and not starts_with(m.reason, 'one is a woman')
  and (cast(? as varchar) is null or m.kind = ?)
order by
    least(m.documents, m.other_documents) desc, m.documents + m.other_documents desc, m.similarity desc nulls last, m.name, m.other_name
limit ?
"""


def doubtful_pairs(connection: Connection, limit: int = 50, kind: str | None = None) -> list[Doubt]:
    """The open pairs of a warehouse, those first whose rarer name stands in most documents."""
    return [Doubt(*row) for row in connection.execute(_OPEN, [kind, kind, limit]).fetchall()]


def choose(seeds: Path, doubt: Doubt, merge: bool, note: str = "") -> tuple[str, ...]:
    """Write the row that merges a pair, or keeps it apart, into ``actor_aliases.csv``; it holds from the next run on.

    A row for the same actor and spelling is replaced. Everything else in the file stays as it is.

    Returns:
        The row as written.

    Raises:
        InvalidReference: the file is not there or has other columns.
    """
    row = (doubt.actor_id, doubt.other_name, "", "active" if merge else "blocked", note)
    path = seeds / ALIASES
    if not path.is_file():
        raise InvalidReference(f"{path} is not there; set NEWSETL_SEEDS to the folder with the reference lists")
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    if not lines or tuple(cell.strip() for cell in next(csv.reader(lines[:1]))) != COLUMNS:
        raise InvalidReference(f"{path}, line 1: the columns must be {','.join(COLUMNS)}")
    kept = [line for line in lines if not _is_same(line, row)]
    if not kept[-1].endswith("\n"):
        kept[-1] += "\n"
    _write(path, kept, row)
    return row


def _is_same(line: str, row: Sequence[str]) -> bool:
    cells = next(csv.reader([line]), [])
    return len(cells) == len(COLUMNS) and tuple(cell.strip() for cell in cells[:3]) == tuple(row[:3])


def _write(path: Path, lines: Sequence[str], row: Sequence[str]) -> None:
    """The whole file beside the old one, then in its place: a reader sees the one or the other."""
    part = path.with_suffix(".csv.part")
    with part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
        csv.writer(file, lineterminator="\n").writerow(row)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
