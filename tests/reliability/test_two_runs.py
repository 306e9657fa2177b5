"""Two runs never mix, and a run is seen from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import cli, pipeline
from newsetl.errors import NewsetlError, SettingsError
from newsetl.settings import load_settings


def _start(desk: Desk, *more: str) -> subprocess.Popen[str]:
    call = [sys.executable, "-c", "from newsetl.cli import main; main()", "run", str(desk.raw), "--warehouse", str(desk.settings.warehouse)]
    return subprocess.Popen([*call, "--workers", "1", *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    for name, text in (("a.txt", HARBOUR), ("b.txt", BUDGET), ("m.txt", MATCH)):
        desk.write(name, text)
    return desk


@pytest.mark.slow
def test_runs_started_together_load_everything_once(desk: Desk) -> None:
    runs = [_start(desk, "--json") for _ in range(3)]
    told = [run.communicate(timeout=300) for run in runs]
    codes = sorted(run.returncode for run in runs)
    assert codes[0] == 0, told
    assert set(codes) <= {0, cli.EXIT_LOCKED}, told
    assert [json.loads(out)["documents_loaded"] for out, _ in told if out].count(3) == 1
    assert desk.value("select count(*) from documents") == 3
    assert desk.value("select count(*) from meta.records") == 3
    assert desk.value("select count(*) from load_history") == 1


@pytest.mark.slow
def test_command_line_beside_a_flow_is_refused_with_who_and_since_when(desk: Desk) -> None:
    met: list[tuple[int, str]] = []

    def as_a_flow_does(name: str, function: Callable[..., Any], /, *arguments: Any) -> Any:
        if name == "publish":
            other = _start(desk)
            _, err = other.communicate(timeout=300)
            met.append((other.returncode, err))
        return function(*arguments)

    assert pipeline.run([str(desk.raw)], desk.settings, as_a_flow_does).status == "published"
    assert met[0][0] == cli.EXIT_LOCKED
    assert f"process {os.getpid()} on " in met[0][1]


def test_each_step_is_a_line_of_json(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    report = pipeline.run([str(desk.raw)], desk.settings.with_(log="json"))
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    steps = ["discover", "annotate, part 1 of 1", "load, build and check", "publish", "make ready", "report", "run"]
    assert [line["step"] for line in lines] == steps
    assert {line["run_id"] for line in lines} == {report.run_id}
    assert lines[-1]["status"] == "published"
    assert lines[-1]["documents_loaded"] == 3
    assert all(line["seconds"] >= 0 and line["peak_memory_bytes"] > 10_000_000 for line in lines)


def test_a_failing_step_is_a_line_too(desk: Desk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pipeline, "run_orders", full)
    with pytest.raises(NewsetlError):
        pipeline.run([str(desk.raw)], desk.settings.with_(log="json"))
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    assert [(line["step"], line["status"]) for line in lines[1:]] == [("annotate, part 1 of 1", "failed"), ("run", "failed")]
    assert "No space left" in lines[-1]["error"]


def test_duckdb_prints_no_progress_into_answers(desk: Desk) -> None:
    desk.run()
    assert desk.value("select current_setting('enable_progress_bar')") is False


def test_the_log_has_one_form() -> None:
    assert load_settings({"NEWSETL_LOG": "json"}, None).log == "json"
    with pytest.raises(SettingsError, match="the one value is json"):
        load_settings({"NEWSETL_LOG": "xml"}, None)
