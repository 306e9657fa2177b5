"""Seconds to the first view of the dashboard, and to write the report, for a warehouse.

    python tests/benchmarks/first_view.py WAREHOUSE

The first view is made anew each time (nothing kept), best of three, as wall and processor time. On a busy machine the
processor time divided by the cores is what a quiet one would take.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newsetl.dashboard import pages
from newsetl.report import write_report
from newsetl.settings import Settings

AIM = 1.5  # seconds to the first view at 100,000 articles


def best(what: Callable[[], object], times: int) -> tuple[float, float]:
    """Wall and processor seconds of the fastest call."""
    found = []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        what()
        found.append((time.perf_counter() - wall, time.process_time() - processor))
    return min(found)


def main(warehouse: Path) -> None:
    """Print the figures."""
    settings = Settings(warehouse=warehouse)
    for name, given in (("overview", {}), ("overview, one language", {"language": "en"})):
        wall, processor = best(lambda given=given: pages.render(settings, "overview", given, "none"), 3)  # type: ignore[misc]
        print(f"{name:24} {wall:6.2f} s  ({processor:.2f} s of processor; aim {AIM} s)")
    with tempfile.TemporaryDirectory() as folder:
        wall, processor = best(lambda: print(write_report(settings, Path(folder) / "report.html")), 1)
    print(f"{'report':24} {wall:6.2f} s  ({processor:.2f} s of processor)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
