"""Serve the flow ``ingest`` on a schedule from this process; ``newsetl serve`` starts this file."""

from __future__ import annotations

import argparse

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy

from ingest import ingest


def main() -> None:
    """Register the deployment and run it as its schedule says until stopped; the schedule outlives this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cron", default="*/15 * * * *")
    parser.add_argument("--warehouse")
    parser.add_argument("--state")
    parser.add_argument("sources", nargs="+")
    given = parser.parse_args()
    ingest.serve(
        name="served",
        cron=given.cron,
        parameters={"sources": given.sources, "warehouse": given.warehouse, "state": given.state},
        tags=["newsetl", "ingest"],
        pause_on_shutdown=False,  # else every restart of this process stops the schedule until somebody notices
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
    )


if __name__ == "__main__":
    main()
