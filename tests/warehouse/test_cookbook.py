"""Each query of the cookbook answers on the sample, here and in the shell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newsetl import cli
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse import catalogue
from newsetl.warehouse.cookbook import Recipe, recipes

SHELL = Path(sys.executable).with_name("duckdb")


def test_there_are_twenty() -> None:
    assert len(recipes()) == len({recipe.question for recipe in recipes()}) == 20


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.question)
def test_each_has_an_answer(sample_run: tuple[Settings, RunReport], recipe: Recipe) -> None:
    assert catalogue.query(sample_run[0], recipe.sql).rows


def test_each_runs_in_the_shell(sample_run: tuple[Settings, RunReport]) -> None:
    script = "\n".join(recipe.sql for recipe in recipes())
    done = subprocess.run(
        [str(SHELL), "-readonly", "-bail", str(sample_run[0].warehouse)], input=script, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr


def test_the_page_is_made_by_running_them(sample_run: tuple[Settings, RunReport], capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["docs", "--cookbook", "-w", str(sample_run[0].warehouse)])
    page = capsys.readouterr().out
    assert page.count("```sql") == 20
    assert "No rows." not in page
