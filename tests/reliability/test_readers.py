"""Readers never fail and never see half."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

from newsetl.warehouse import connection
from reliability.read_through import OLD_DUCKDB, SHELL, read_through

PUBLICATIONS = int(os.environ.get("NEWSETLTEST_PUBLICATIONS", "20"))  # 500 at full size: make reliability


@pytest.mark.slow
@pytest.mark.skipif(not (OLD_DUCKDB.is_dir() and SHELL.exists()), reason="make install puts an older DuckDB and the shell there")
def test_readers_see_whole_versions_through_publications() -> None:
    found = read_through(PUBLICATIONS)
    assert found["examples"] == []
    assert (found["errors"], found["mixed"], found["foreign answers"]) == (0, 0, [])
    assert found["readers"] == 8
    assert found["publications"] >= PUBLICATIONS  # type: ignore[operator]
    assert len(found["versions of DuckDB"]) == 3  # type: ignore[arg-type]
    assert found["versions seen"] > 1  # type: ignore[operator]


def test_publication_in_the_middle_of_opening_is_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("old", 1), ("new", 2)):
        with duckdb.connect(str(tmp_path / name)) as made:
            made.execute(f"create table t as select {value} as version")
    original, calls = connection._quiet, []

    def quiet(path: str, **how: Any) -> duckdb.DuckDBPyConnection:
        calls.append(path)
        if len(calls) == 1:
            (tmp_path / "new").replace(tmp_path / "old")
            raise duckdb.InternalException("INTERNAL Error: Failed to load metadata pointer")  # what DuckDB 2.0 then says
        return original(path, **how)

    monkeypatch.setattr(connection, "_quiet", quiet)
    with contextlib.closing(connection.open_to_read(tmp_path / "old")) as reader:
        assert reader.execute("select version from t").fetchone() == (2,)
    assert len(calls) == 2
    (tmp_path / "old").write_bytes(b"no database")
    with pytest.raises(duckdb.Error):
        connection.open_to_read(tmp_path / "old")
