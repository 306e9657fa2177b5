"""Readers never fail and never see half."""

from __future__ import annotations

import os

import pytest

from reliability.read_through import OLD_DUCKDB, SHELL, read_through

PUBLICATIONS = int(os.environ.get("NEWSETLTEST_PUBLICATIONS", "40"))  # 500 at full size: make reliability


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
