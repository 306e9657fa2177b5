"""Growing up: a warehouse of an earlier layout is brought to the present one, step by step, from what stands in it.

The layout of a file is ``schema_version`` of its last publication. A step is the SQL that makes layout n + 1 of layout n; it runs
in one transaction in the private work file, and everything goes through the models again afterwards. Readers see the new
layout with the next publication. Texts are in the file, so no raw folder is needed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

import duckdb

from newsetl.errors import PublishFailed
from newsetl.warehouse.connection import Connection

SCHEMA_VERSION = 7  # raise with every change of the tables that an older newsetl cannot work with, and add the step below

#: Tables with ``document_no``: documents got numbers in the order in which they lay in the file, and all that is read from them.
NUMBERED = (
    "documents", "document_metadata", "language_candidates", "sentences", "mentions", "topic_hits", "dates", "sketches", "quotations",
    "annotations", "mention_actors", "story_documents",
)  # fmt: skip
_ADD_NUMBERS = (
    "".join(f"alter table core.{table} add column document_no integer;" for table in NUMBERED)
    + "update core.documents set document_no = rowid + 1;"
    + "".join(
        f"update core.{table} as t set document_no = d.document_no from core.documents as d where d.document_id = t.document_id;"
        for table in NUMBERED[1:]
    )
)
#: What the models keep by these numbers; it is filled again.
_KEPT_BY_NUMBER = (
    "stg.places", "int.document_names", "int.actor_documents", "int.quotations", "int.quotation_words", "int.quotation_actors",
    "int.search_words", "int.search_blocks", "int.search_places",
)  # fmt: skip


def _made_anew(table: str, *not_null: str) -> str:
    """SQL that copies a table of ``core`` into one that leaves it to DuckDB how columns are compressed."""
    return (
        f"create table core.{table}_anew as from core.{table}; drop table core.{table};"
        f"alter table core.{table}_anew rename to {table};"
        + "".join(f"alter table core.{table} alter column {column} set not null;" for column in not_null)
    )


#: Columns of sentences and of quotations that are never without a value.
_SENTENCES = ("document_id", "sentence_no", "char_start", "char_end", "kind", "text")
_QUOTATIONS = ("document_id", "quotation_no", "sentence_no", "char_start", "char_end", "text", "kind", "rule", "confidence")

# layout -> SQL that makes the next layout of it. Columns are added with `alter table`; a table whose columns come in another
# order is made anew and filled `by name`. Objects that the models make by `create or replace` need no step.
STEPS: Mapping[int, str] = {
    1: "alter table core.topic_hits alter column sentence_no drop not null",  # a term in the title of the header
    2: """
        alter table core.sketches alter bands type integer[] using list_transform(bands, lambda x: (x >> 32)::integer);
        alter table core.sketches alter shingles type integer[] using list_transform(shingles, lambda x: (x >> 32)::integer);
        alter table core.sketches alter terms type integer[] using terms::integer[];
    """,  # half of a hash tells texts apart as well
    3: _ADD_NUMBERS + "".join(f"drop table if exists {table};" for table in _KEPT_BY_NUMBER),
    # actors got numbers, and what is counted by pair and by date a table below the view
    4: """
        alter table core.actors add column actor_no integer;
        drop table if exists int.actor_documents;
        drop table if exists int.name_keys;
        drop table if exists actor_pairs;
        drop table if exists actor_summary;
        drop macro table if exists int.actor_days;
    """,
    5: "drop table if exists int.name_keys;",  # names are counted by differences
    # Zstandard made their texts slow to show
    6: _made_anew("sentences", *_SENTENCES) + _made_anew("quotations", *_QUOTATIONS) + "drop table if exists int.name_candidates;",
}


def layout(connection: Connection) -> int | None:
    """The layout of a file; None of one that was never published."""
    try:
        row = connection.execute("select schema_version from meta.published order by run_id desc limit 1").fetchone()
    except duckdb.CatalogException:
        return None
    return row[0] if row else None


def migrate(connection: Connection, steps: Mapping[int, str] = STEPS, target: int = SCHEMA_VERSION) -> bool:
    """Bring the work file to the present layout; returns whether there was anything to do.

    Raises:
        PublishFailed: a step is missing or fails; the file is as it was.
    """
    found = layout(connection)
    if found is None or found == target:
        return False
    if found > target:
        raise PublishFailed(f"the work file has table layout {found}; this newsetl knows layouts up to {target}: install a later one")
    missing = [number for number in range(found, target) if number not in steps]
    if missing:
        raise PublishFailed(f"the warehouse has table layout {found}, and there is no way from layout {missing[0]} on; load it anew")
    connection.execute("begin")
    try:
        for number in range(found, target):
            connection.execute(steps[number])
        connection.execute("update meta.published set schema_version = ? where schema_version = ?", [target, found])
        connection.execute("commit")
    except duckdb.Error as error:
        with contextlib.suppress(duckdb.Error):
            connection.execute("rollback")
        raise PublishFailed(f"the warehouse could not be brought from table layout {found} to {target}: {error}") from None
    return True
