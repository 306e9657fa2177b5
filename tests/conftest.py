"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsetl.settings import Settings

if TYPE_CHECKING:
    from newsetl.pipeline import RunReport

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and gold sets beside the checkout; tests that need it skip where it is not."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the checkout: real articles and gold sets are not here")
    return folder


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, RunReport]:
    """The sample corpus, loaded and published once for all tests that only read it."""
    from newsetl.pipeline import run

    settings = Settings(warehouse=tmp_path_factory.mktemp("sample") / "warehouse.duckdb", workers=1)
    return settings, run([str(REPOSITORY / "seeds" / "sample")], settings)
