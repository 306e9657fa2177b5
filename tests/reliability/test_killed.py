"""A run killed at any moment leaves the published file whole, and the next run completes to the same tables."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles import MATCH, Desk

HERE = Path(__file__).parent
RANDOM_KILLS = int(os.environ.get("NEWSETLTEST_KILLS", "3"))  # 300 at full size: make reliability


@pytest.mark.slow
def test_killed_runs_leave_the_file_whole_and_the_next_run_completes() -> None:
    call = [sys.executable, str(HERE / "kill_runs.py"), "--random", str(RANDOM_KILLS)]
    done = subprocess.run(call, capture_output=True, text=True, timeout=7_200)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert found["wrong"] == {}
    assert found["outcomes"]["named: killed"] == 14
    assert sum(found["outcomes"].values()) == 14 + RANDOM_KILLS


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")
def test_workers_of_a_killed_run_end_with_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number in range(3):
        desk.write(f"{number}.txt", MATCH + str(number))
    script = (
        "import sys\nfrom concurrent.futures import wait\nfrom datetime import date\n"
        "from newsetl.parallel import LocalPool\nfrom newsetl.work import Order\n"
        "pool = LocalPool(2)\norder = Order(0, sys.argv[1], 'nowhere', (), 'readers', date(2024, 3, 1), [], None)\n"
        "wait([pool.submit(order), pool.submit(order)])\nprint('working', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "rows")], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"working\n"
        workers = _children(run.pid)
        assert len(workers) >= 2  # and a process that tracks resources
        run.send_signal(signal.SIGKILL)
    until = time.monotonic() + 30
    while not all(map(_gone, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert all(map(_gone, workers))
