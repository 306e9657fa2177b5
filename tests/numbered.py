"""Documents that tests put into the tables themselves get the numbers that a load would give them."""

from __future__ import annotations

import duckdb


def number(connection: duckdb.DuckDBPyConnection) -> None:
    """Number what has no number yet, in every table with documents, ``run_documents`` among them."""
    connection.execute("update core.documents set document_no = rowid + 1 where document_no is null")
    tables = connection.execute(
        """
        select schema_name || '.' || table_name from duckdb_columns()
        where column_name = 'document_no' and not internal and schema_name in ('core', 'int', 'stg') and table_name <> 'documents'
            and schema_name || '.' || table_name in (select schema_name || '.' || table_name from duckdb_tables())
        intersect
        select schema_name || '.' || table_name from duckdb_columns() where column_name = 'document_id'
        order by all
        """
    ).fetchall()
    for (table,) in [*tables, ("run_documents",)]:
        connection.execute(
            f"update {table} as t set document_no = d.document_no from core.documents as d"
            " where d.document_id = t.document_id and t.document_no is null"
        )
