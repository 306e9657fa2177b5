"""The deployments of flows/prefect.yaml on a real server with a process worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsetl.settings import Settings
from newsetl.warehouse import catalogue

if TYPE_CHECKING:
    from tests.flows.conftest import Prefect

pytestmark = pytest.mark.slow

# Steps as the flows call them, in a process beside the server.
STEPS = """
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


@pytest.fixture(scope="module")
def ingest(prefect: Prefect) -> Any:
    return prefect.get("/deployments/name/ingest/quarter-hourly")


def test_deployments_have_schedule_tags_parameters_and_one_run_at_a_time(prefect: Prefect, ingest: Any) -> None:
    rebuild = prefect.get("/deployments/name/rebuild/weekly")
    assert [schedule["schedule"]["cron"] for schedule in ingest["schedules"]] == ["*/15 * * * *"]
    assert [schedule["schedule"]["cron"] for schedule in rebuild["schedules"]] == ["5 3 * * 0"]
    assert ingest["tags"] == ["newsetl", "ingest"]
    assert ingest["parameters"]["sources"] == ["seeds/sample"]
    for deployment in (ingest, rebuild):
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
        described = deployment["parameter_openapi_schema"]["properties"]
        assert all(parameter.get("description") for parameter in described.values()), described
        assert deployment["description"]


def test_the_schedule_fires_and_the_run_completes_with_its_artifacts(prefect: Prefect, ingest: Any, repository: Path) -> None:
    soon = {"active": True, "schedule": {"interval": 5}}  # seconds; the quarter of an hour of the yaml is long for a test
    prefect.ask("POST", f"/deployments/{ingest['id']}/schedules", [soon])

    def fired() -> Any:
        runs = prefect.ask("POST", "/flow_runs/filter", {"deployments": {"id": {"any_": [ingest["id"]]}}})
        return next((run for run in runs if run["auto_scheduled"] and run["state_type"] == "COMPLETED"), None)

    run = prefect.until(fired, "a scheduled run to complete")
    prefect.pause(ingest["id"])

    assert run["state_name"] == "Published"
    steps = {"discover", "annotate, part 1 of 1", "load, build and check", "publish", "make ready", "report", "write report"}
    tasks = prefect.until(lambda: (found := prefect.task_runs(run["id"])).keys() >= steps and found, f"the task runs {steps}")
    assert set(tasks.values()) == {"COMPLETED"}
    assert len(tasks) <= 10
    artifacts = prefect.artifacts(run["id"])
    assert set(artifacts) == {"ingest-progress", "ingest-counts", "ingest-report", "ingest-pages"}
    assert "rejected" in str(artifacts["ingest-counts"])
    assert "Checks" in artifacts["ingest-report"]
    page = prefect.project / "warehouse.html"
    assert page.as_uri() in str(artifacts["ingest-pages"])
    assert "newsetl report" in page.read_text(encoding="utf-8")
    published = catalogue.query(Settings(warehouse=prefect.project / "warehouse.duckdb"), "select flow_run_id from meta.runs")
    assert (run["id"],) in published.rows


def test_a_second_run_is_refused_while_one_is_going(prefect: Prefect, ingest: Any) -> None:
    prefect.pause(ingest["id"])
    first = prefect.run(ingest["id"])
    place = prefect.until(lambda: prefect.get(f"/flow_runs/{first}")["infrastructure_pid"], "the process of the first run")
    process = int(place.rsplit(":", 1)[-1])
    os.kill(process, signal.SIGSTOP)  # it is going, and goes on until this test lets it
    try:
        second = prefect.wait_for(prefect.run(ingest["id"]), "CANCELLED", "COMPLETED", "FAILED", "CRASHED")
        assert second["state_type"] == "CANCELLED"
        assert "concurrency limit" in second["state"]["message"]
    finally:
        os.kill(process, signal.SIGCONT)
    assert prefect.wait_for(first, "COMPLETED", "FAILED", "CRASHED", "CANCELLED")["state_type"] == "COMPLETED"


def test_newsetl_serve_runs_the_flow_and_leaves_its_schedule_on(prefect: Prefect) -> None:
    serving = prefect.start("serve", "serve", "seeds/sample", "--cron", "0 5 1 1 *", "--warehouse", "served.duckdb", program="newsetl")
    deployment = prefect.until(lambda: prefect.get_if_there("/deployments/name/ingest/served"), "newsetl serve to register")
    run = prefect.wait_for(prefect.run(deployment["id"]), "COMPLETED", "FAILED", "CRASHED", "CANCELLED")
    assert run["state_name"] == "Published", run["state"]["message"]
    assert (prefect.project / "served.duckdb").is_file()

    serving.send_signal(signal.SIGINT)
    prefect.until(lambda: serving.poll() is not None, "newsetl serve to end")
    left = prefect.get("/deployments/name/ingest/served")
    assert not left["paused"]
    assert [schedule["active"] for schedule in left["schedules"]] == [True]


def test_a_failing_step_shows_as_failed_with_its_message(prefect: Prefect, ingest: Any) -> None:
    prefect.pause(ingest["id"])
    little = {"NEWSETL_MEMORY_LIMIT": "8M"}  # enough to look for files, too little to load them
    asked = prefect.run(ingest["id"], environment=little, warehouse="never.duckdb")
    run = prefect.wait_for(asked, "COMPLETED", "FAILED", "CRASHED", "CANCELLED")
    assert run["state_type"] == "FAILED"
    assert "Out of Memory" in run["state"]["message"]
    assert not (prefect.project / "never.duckdb").exists()
    tasks = prefect.until(lambda: (found := prefect.task_runs(asked)) and "FAILED" in found.values() and found, "the failed task")
    assert tasks == {"discover": "COMPLETED", "annotate, part 1 of 1": "COMPLETED", "load, build and check": "FAILED"}
    assert "Out of Memory" in prefect.artifacts(asked)["ingest-failure"]


def test_rebuild_publishes_what_is_loaded(prefect: Prefect) -> None:
    deployment = prefect.get("/deployments/name/rebuild/weekly")
    run = prefect.wait_for(prefect.run(deployment["id"]), "COMPLETED", "FAILED", "CRASHED", "CANCELLED")
    assert run["state_name"] == "Published", run["state"]["message"]


def test_a_disk_is_tried_again_and_a_model_is_not(prefect: Prefect) -> None:
    environment = prefect.environment | {"PYTHONPATH": str(prefect.project / "flows")}
    done = subprocess.run([sys.executable, "-c", STEPS], env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "{'disk': 3, 'model': 1}"
