"""Serve the flow ``ingest`` on a schedule from this process; ``newsetl serve`` starts this file."""

from __future__ import annotations

import argparse
import sys

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.settings import get_current_settings

from ingest import ingest

NO_SERVER = """newsetl: a schedule needs a Prefect server, and none is set. Start one and say where it is:
  prefect server start
  export PREFECT_API_URL=http://127.0.0.1:4200/api"""


def main() -> int:
    """Register the deployment and run it as its schedule says until stopped; the schedule outlives this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cron", required=True)
    parser.add_argument("--warehouse")
    parser.add_argument("--state")
    parser.add_argument("sources", nargs="+")
    given = parser.parse_args()
    if not get_current_settings().api.url:
        print(NO_SERVER, file=sys.stderr)
        return 1
    ingest.serve(
        name="served",
        cron=given.cron,
        parameters={"sources": given.sources, "warehouse": given.warehouse, "state": given.state},
        tags=["newsetl", "ingest"],
        pause_on_shutdown=False,  # else every restart of this process stops the schedule until somebody notices
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
