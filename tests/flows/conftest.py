"""A real Prefect server and a process worker on loopback, in a folder of their own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

T = TypeVar("T")

COMMANDS = Path(sys.executable).parent
STARTUP = 120.0  # seconds the server may take on a busy machine; 7 to 17 are usual
RUN = 240.0  # seconds a flow run over the sample may take, start of its process included: 5 to 10 alone, 60 on a crowded machine


def until(condition: Callable[[], T | None], seconds: float, what: str, alive: subprocess.Popen[bytes] | None = None) -> T:
    """Ask until there is an answer, or fail with what was waited for."""
    deadline = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if alive is not None and alive.poll() is not None:
            pytest.fail(f"waited for {what}, but the process ended with {alive.returncode}")
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds:.0f} seconds for {what}")
        time.sleep(0.1)


class Prefect:
    """The server's API, the commands beside it, and a checkout-like folder that deployments run in."""

    def __init__(self, folder: Path, repository: Path) -> None:
        self.folder = folder
        self.project = folder / "project"
        for part in ("flows", "seeds/sample"):
            shutil.copytree(repository / part, self.project / part, ignore=shutil.ignore_patterns("__pycache__"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.port = str(port)
        url = f"http://127.0.0.1:{port}/api"
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "NEWSETL_"))}
        self.environment = inherited | {
            "PREFECT_HOME": str(folder / "home"),
            "PREFECT_API_URL": url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
            "PREFECT_SERVER_UI_ENABLED": "false",
            "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "1",
            "PREFECT_SERVER_SERVICES_SCHEDULER_RECENT_DEPLOYMENTS_LOOP_SECONDS": "1",
            "PREFECT_SERVER_SERVICES_SCHEDULER_MAX_RUNS": "3",  # a schedule of seconds would else plan a hundred runs
            "PREFECT_SERVER_SERVICES_SCHEDULER_MIN_SCHEDULED_TIME": "PT1S",
            "PREFECT_WORKER_QUERY_SECONDS": "0.5",
            "PREFECT_CLI_COLORS": "false",
        }
        self.api = httpx.Client(base_url=url, timeout=30.0)
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, name: str, *arguments: str, program: str = "prefect") -> subprocess.Popen[bytes]:
        """Start a command that stays; its output goes to a file of that name."""
        command = [COMMANDS / program, *arguments]
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=self.project, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self._started.append(process)
        return process

    def command(self, *arguments: str) -> str:
        """Run a prefect command to its end."""
        done = subprocess.run(
            [COMMANDS / "prefect", "--no-prompt", *arguments],
            cwd=self.project,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=STARTUP,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def stop(self) -> None:
        """End what was started here, youngest first."""
        for process in reversed(self._started):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait(20)
        self.api.close()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """The answer to a request; the server says 503 while its SQLite is locked, and its clients ask again."""

        def answer() -> httpx.Response | None:
            found = self.api.request(method, path, json=body)
            return None if found.status_code == 503 else found

        found = until(answer, RUN, f"{path}")
        found.raise_for_status()
        return found.json() if found.content else None

    def get_if_there(self, path: str) -> Any:
        """What stands there, or None."""
        found = self.api.get(path)
        return found.json() if found.status_code == 200 else None

    def get(self, path: str) -> Any:
        """What stands there."""
        return self.ask("GET", path)

    def until(self, condition: Callable[[], T | None], what: str) -> T:
        """Wait for something that a run brings about."""
        return until(condition, RUN, f"{what}; logs in {self.folder}")

    def pause(self, deployment_id: str) -> None:
        """Stop a deployment's schedule, drop the runs it had planned, and wait for those under way."""
        self.ask("PATCH", f"/deployments/{deployment_id}", {"paused": True})
        under_way = {
            "deployments": {"id": {"any_": [deployment_id]}},
            "flow_runs": {"state": {"type": {"any_": ["PENDING", "RUNNING", "CANCELLING"]}}},
        }

        def idle() -> bool:
            slots = self.get(f"/deployments/{deployment_id}")["global_concurrency_limit"]["active_slots"]
            return not slots and not self.ask("POST", "/flow_runs/filter", under_way)

        self.until(idle, "the runs of a paused deployment to end")

    def run(self, deployment_id: str, environment: dict[str, str] | None = None, **parameters: Any) -> str:
        """Ask for a run of a deployment; returns its id."""
        wanted = {"parameters": parameters, "state": {"type": "SCHEDULED"}, "job_variables": {"env": environment or {}}}
        return str(self.ask("POST", f"/deployments/{deployment_id}/create_flow_run", wanted)["id"])

    def wait_for(self, flow_run_id: str, *types: str) -> Any:
        """A flow run once its state is of one of these types."""

        def found() -> Any:
            flow_run = self.get(f"/flow_runs/{flow_run_id}")
            return flow_run if flow_run["state_type"] in types else None

        return self.until(found, f"the run to be {' or '.join(types)}")

    def task_runs(self, flow_run_id: str) -> dict[str, str]:
        """Task runs of a flow run: name to state type."""
        found = self.ask("POST", "/task_runs/filter", {"flow_runs": {"id": {"any_": [flow_run_id]}}})
        return {task_run["name"]: task_run["state_type"] for task_run in found}

    def artifacts(self, flow_run_id: str) -> dict[str, Any]:
        """Artifacts of a flow run: key to data."""
        found = self.ask("POST", "/artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [flow_run_id]}}})
        return {artifact["key"]: artifact["data"] for artifact in found if artifact["key"]}


@pytest.fixture(scope="module")  # ends with the one module that needs it: a server takes its share of a core
def prefect(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[Prefect]:
    """A server and a worker, with the deployments of ``flows/prefect.yaml`` as they are, in another folder."""
    prefect = Prefect(tmp_path_factory.mktemp("prefect"), repository)
    try:
        server = prefect.start("server", "server", "start", "--host", "127.0.0.1", "--port", prefect.port)

        def healthy() -> bool:
            try:
                return prefect.api.get("/health").status_code == 200
            except httpx.TransportError:
                return False

        until(healthy, STARTUP, f"the server; its log is {prefect.folder / 'server.log'}", server)
        prefect.start("worker", "worker", "start", "--pool", "newsetl", "--type", "process", "--name", "test")
        until(lambda: prefect.api.get("/work_pools/newsetl").status_code == 200, STARTUP, "the worker to make its pool")
        prefect.command("deploy", "--prefect-file", "flows/prefect.yaml", "--all")
        yield prefect
    finally:
        prefect.stop()
