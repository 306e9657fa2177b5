"""One line of JSON a step on standard error, for machines that watch: NEWSETL_LOG=json or ``newsetl run --json-log``."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

Tell = Callable[[Mapping[str, Any]], None]

_KIB = 1024 if sys.platform != "darwin" else 1  # the unit of ru_maxrss


def silent(_: Mapping[str, Any]) -> None:
    """Tells nothing."""


def json_lines(run_id: str, stream: TextIO | None = None) -> Tell:
    """A teller of steps; each line has time, run id, what it is told, and the largest memory used so far in bytes.

    ``peak_memory_bytes`` is of this process, ``peak_memory_workers_bytes`` of the largest process that ended.
    """

    def tell(what: Mapping[str, Any]) -> None:
        line = {
            "time": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
            "run_id": run_id,
            **what,
            "peak_memory_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB,
            "peak_memory_workers_bytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _KIB,
        }
        # ASCII, so that no text of a file reaches a terminal or log viewer as anything but letters
        print(json.dumps(line, ensure_ascii=True, default=str), file=stream or sys.stderr, flush=True)

    return tell
