"""A step of the pipeline as a task: its name, and tried again only where that can help."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.flows.conftest import Prefect

PROGRAM = """
import newsetl_tasks
from newsetl.errors import ModelFailed
from prefect import flow

newsetl_tasks.RETRY_AFTER[:] = [0.1, 0.1]
calls = {"disk": 0, "model": 0}

def disk(plan):
    calls["disk"] += 1
    if calls["disk"] < 3:
        raise OSError("the share does not answer")
    return plan

def model():
    calls["model"] += 1
    raise ModelFailed("x.sql, line 3: no such column")

@flow
def steps():
    plan = object()  # what Prefect could neither hash nor store
    assert newsetl_tasks.call_as_task("discover", disk, plan) is plan
    try:
        newsetl_tasks.call_as_task("load, build and check", model)
    except ModelFailed as error:
        assert str(error) == "x.sql, line 3: no such column"

steps()
print(calls)
"""


@pytest.mark.slow
def test_a_disk_is_tried_again_and_a_model_is_not(prefect: Prefect) -> None:
    environment = prefect.environment | {"PYTHONPATH": str(prefect.project / "flows")}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "{'disk': 3, 'model': 1}"
