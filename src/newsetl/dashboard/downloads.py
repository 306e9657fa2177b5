"""Tables to take along: CSV that no spreadsheet takes for formulas, and Parquet."""

from __future__ import annotations

import io

from newsetl import console
from newsetl.dashboard.filters import scope_of
from newsetl.errors import NewsetlError
from newsetl.settings import Settings
from newsetl.warehouse import queries_pages
from newsetl.warehouse.catalogue import Answer
from newsetl.warehouse.queries import Reading

FORMS = ("csv", "parquet")


def table(settings: Settings, name: str, form: str, given: dict[str, str]) -> tuple[bytes, str]:
    """A table of the filtered documents as bytes, and its media type.

    Raises:
        NewsetlError: there is no such table or form, or the filter names what the file does not hold.
    """
    if name not in queries_pages.TABLES or form not in FORMS:
        raise NewsetlError(f"there is no {name}.{form}; choose one of {', '.join(queries_pages.TABLES)} as csv or parquet")
    with Reading(settings, scope_of(given), settings.page_seconds) as reading:
        columns, rows = queries_pages.table(reading, name)
    if form == "csv":
        text = console.rows_csv(Answer(columns, [False] * len(columns), rows))
        return ("\ufeff" + text + "\n").encode("utf-8", errors="replace"), "text/csv; charset=utf-8"  # the mark makes Excel read UTF-8
    import polars

    out = io.BytesIO()
    frame = polars.DataFrame(rows, schema=columns, orient="row", infer_schema_length=None)
    frame.write_parquet(out)
    return out.getvalue(), "application/vnd.apache.parquet"
