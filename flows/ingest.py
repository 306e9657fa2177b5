"""The flow ``ingest``: raw folders to a published warehouse, each step a Prefect task.

``python flows/ingest.py FOLDER...`` runs it here, with Prefect's built-in server; ``flows/prefect.yaml`` deploys it.
"""

# No `from __future__ import annotations` here: Prefect reads the types of the parameters from the function, wherever it runs.
import sys
from pathlib import Path
from typing import Annotated

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from pydantic import Field

from newsetl.address import shown
from newsetl.pipeline import RunReport
from newsetl_tasks import end_quietly, run_as_flow, tell

NAME_LENGTH = 80  # characters of a run's name: a line in the list of runs


def _run_name() -> str:
    sources = flow_run.parameters.get("sources") or ["NEWSETL_RAW"]
    name = f"ingest {', '.join(shown(str(source)) for source in sources)}"
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…"


@flow(name="ingest", flow_run_name=_run_name, persist_result=False)
def ingest(
    sources: list[str] = [],  # noqa: B006  (Prefect shows the default in its form; it is never changed)
    warehouse: Path | None = None,
    state: Path | None = None,
    workers: Annotated[int | None, Field(ge=0)] = None,
    allow_empty: bool = False,
) -> State[RunReport]:
    """Bring the published warehouse up to date with raw folders of news text.

    Finds what is new, changed or gone; reads and annotates it; loads, builds and checks in a private file; publishes
    by an atomic rename. A run on unchanged input publishes nothing and ends as *Unchanged*. While another run holds
    the warehouse, this one ends as *Cancelled* and says who holds it.

    Args:
        sources: Raw folders, each `folder` or `label=folder`, a path or a URL of fsspec without secrets. Empty: the setting NEWSETL_RAW.
        warehouse: The published DuckDB file. Empty: the setting NEWSETL_WAREHOUSE, else warehouse.duckdb.
        state: Folder of the writer's private files. Empty: NEWSETL_STATE, else .newsetl beside the warehouse.
        workers: Processes that read texts. Empty or 0: by cores and memory.
        allow_empty: A raw folder that held files may be empty now. Otherwise the run fails, because the folder may just not be
            mounted, and every document of it would be taken for deleted.
    """
    return run_as_flow("ingest", sources, warehouse=warehouse, state=state, workers=workers, allow_empty=allow_empty)


if __name__ == "__main__":
    end_quietly()
    raise SystemExit(tell(ingest(sys.argv[1:], return_state=True)))
