"""The flow ``rebuild``: models, checks and publication from what is loaded, without the raw files."""

# No `from __future__ import annotations` here: Prefect reads the types of the parameters from the function, wherever it runs.
from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import State

from newsetl.pipeline import RunReport
from newsetl_tasks import end_quietly, run_as_flow, tell


@flow(name="rebuild", flow_run_name="rebuild {warehouse}", persist_result=False)
def rebuild(warehouse: Path | None = None, state: Path | None = None) -> State[RunReport]:
    """Build every model again from what is loaded, check it and publish it.

    Reads no raw folder. For use after an edit of the lists or the SQL, and now and then to see that what grew step by
    step is what comes out in one go.

    Args:
        warehouse: The published DuckDB file. Empty: the setting NEWSETL_WAREHOUSE, else warehouse.duckdb.
        state: Folder of the writer's private files. Empty: NEWSETL_STATE, else .newsetl beside the warehouse.
    """
    return run_as_flow("rebuild", [], warehouse=warehouse, state=state, rebuild=True)


if __name__ == "__main__":
    end_quietly()
    raise SystemExit(tell(rebuild(return_state=True)))
