"""Rows of a batch to Polars frames that keep the contract, and those to Parquet."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from newsetl.contracts import FRAMES

_TYPES: dict[str, pl.DataType] = {
    "Int32": pl.Int32(),
    "Int64": pl.Int64(),
    "Float64": pl.Float64(),
    "String": pl.String(),
    "List(Int32)": pl.List(pl.Int32()),
}


def frame(name: str, rows: Sequence[Sequence[Any]]) -> pl.DataFrame:
    """Rows in contract order as a frame.

    Columns are made from one transposition in C and with strict types: a row that breaks the contract raises here and
    not as a wrong value in the warehouse.
    """
    columns = FRAMES[name].columns
    values = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return pl.DataFrame(
        [
            pl.Series(column, list(value), dtype=_TYPES[kind], strict=True)
            for (column, kind), value in zip(columns.items(), values, strict=True)
        ]
    )


def write_batch(rows: dict[str, list[tuple[Any, ...]]], folder: Path, batch_no: int) -> None:
    """One Parquet file a table that has rows, ``<table>/<batch_no>.parquet`` below ``folder``.

    Written under a name of its own and renamed: a worker that dies leaves no half file that a load could read, and two that
    were given the same batch (one was thought dead) do not write into each other's.
    """
    for name, table_rows in rows.items():
        if not table_rows:
            continue
        target = folder / name
        target.mkdir(parents=True, exist_ok=True)
        path = target / f"{batch_no:06d}.parquet"
        part = path.with_suffix(f".{secrets.token_hex(4)}.part")
        frame(name, table_rows).write_parquet(part, compression="lz4")
        part.replace(path)
