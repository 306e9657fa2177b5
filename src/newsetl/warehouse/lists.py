"""The reference lists in the warehouse: loading them, and what an edit means for documents."""

from __future__ import annotations

from newsetl.reference import Reference
from newsetl.warehouse.connection import Connection

_CELL = "\x1f"  # separates the cells of a list: the unit separator of ASCII, which no text has

TOPIC_LISTS = frozenset({"topics", "topic_terms"})
#: What an edit of these alone changes by itself; with what rests on it, all that has to be made anew.
TOPIC_TABLES = frozenset({"ref.topics", "ref.topic_terms", "core.topic_hits", "core.annotations"})


def load_reference(connection: Connection, reference: Reference) -> None:
    """Fill every table ``ref.x`` from the list ``x``; empty cells become NULL."""
    tables = connection.execute(
        "select table_name, list(column_name) from duckdb_columns() where schema_name = 'ref' and not internal group by all order by all"
    ).fetchall()
    for table, columns in tables:
        rows = reference.rows(table)
        connection.execute(f"delete from ref.{table}")
        if rows:
            given = [column for column in rows[0] if column in columns]
            # A column is one string, and comes by way of a table: parameters that are lists, and functions of parameters, are
            # worked out before the query runs, value by value, which took as long as loading 2,000 documents.
            values = [_CELL.join((row[column] or "").replace(_CELL, " ") for row in rows) for column in given]
            connection.execute(f"create or replace temp table list_cells as select {', '.join(f'? as {c}' for c in given)}", values)
            cells = ", ".join(f"nullif(unnest(string_split({column}, '{_CELL}')), '') as {column}" for column in given)
            connection.execute(f"insert into ref.{table} by name select {cells} from list_cells")


def load_changed_reference(connection: Connection, reference: Reference) -> set[str]:
    """:func:`load_reference`; returns the lists that are others than before."""
    tables = [
        name
        for (name,) in connection.execute("select table_name from duckdb_tables() where schema_name = 'ref' and not temporary").fetchall()
    ]
    for table in tables:
        connection.execute(f"create or replace temp table before_{table} as from ref.{table}")
    load_reference(connection, reference)
    changed = set()
    for table in tables:
        old, new = f"temp.before_{table}", f"ref.{table}"
        differs = f"(from {old} except all from {new}) union all (from {new} except all from {old}) limit 1"
        if connection.execute(f"select 1 from ({differs})").fetchone():
            changed.add(table)
        connection.execute(f"drop table {old}")
    return changed


def remember_alias_keys(connection: Connection, *, anew: bool) -> None:
    """Keep the names that people gave and took away, before ``int.alias_keys`` is made again: counts and pairs of names rest on them.

    ``anew``: everything is counted, and nothing of before is taken off.
    """
    connection.execute(
        "create or replace temp table run_alias_keys_before"
        " (actor_id varchar, kind varchar, alias_key varchar, language varchar, blocked boolean)"
    )
    if not anew:
        connection.execute(
            "insert into run_alias_keys_before select actor_id, kind, alias_key, language, blocked from int.alias_keys"
        )


def add_taken_away(connection: Connection) -> None:
    """Add to ``run_documents`` those that hold a name which was taken away since :func:`remember_alias_keys`, or given back."""
    connection.execute(
        """
        insert into run_documents
            with taken as (select actor_id, alias_key, language from int.alias_keys where blocked),
            taken_before as (select actor_id, alias_key, language from run_alias_keys_before where blocked),
            changed as (
                select alias_key from ((from taken except from taken_before) union all (from taken_before except from taken))
            )
            select document_id, document_no from int.document_names where name_key in (select alias_key from changed)
            union
            select document_id, document_no from int.document_names where entity_key in (select alias_key from changed)
            except select document_id, document_no from run_documents
        """
    )


def remember_terms(connection: Connection) -> None:
    """Keep what every term of a topic is worth before the lists change, for :func:`add_rescored`."""
    connection.execute(f"create or replace temp table terms_before as {_WORTH}")


def add_rescored(connection: Connection) -> None:
    """Add to ``run_documents`` the documents that hold a term which is worth something else than :func:`remember_terms` saw."""
    connection.execute(
        f"""
        insert into run_documents
            with changed as (
                select term_id from ((from terms_before except {_WORTH}) union all ({_WORTH} except from terms_before))
            )
            select distinct document_id, document_no from core.topic_hits where term_id in (select term_id from changed)
            except select document_id, document_no from run_documents
        """
    )


def leave_names_and_stories(connection: Connection, *, labels: bool) -> None:
    """What the models of names, actors and stories leave behind when only topics of ``run_documents`` changed: nothing was put together.

    ``labels``: a topic may have another one, which stories show.
    """
    connection.execute(
        f"""
        create or replace temp table run_changed_documents as select document_id, document_no from core.documents limit 0;
        create or replace temp table run_changed_actors as
            select actor_id, actor_no, name as name_before, false as is_gone from core.actors limit 0;
        create or replace temp table run_counting as select false as whole;
        -- with all that tell their stories: what a story counts is known by all its documents
        create or replace temp table run_recounted as
            select document_no from core.story_documents where story_id in (
                select story_id from core.story_documents where document_no in (select document_no from run_documents)
            );
        create or replace temp table run_appearances as
            select unnest([-1, 1]) as sign, document_no, actor_no, mentions
            from int.actor_documents
            where document_no in (select document_no from run_recounted);
        create or replace temp table run_told as
            select unnest([-1, 1]) as sign, document_no, (dense_rank() over (order by story_id))::integer as story_no
            from core.story_documents
            where document_no in (select document_no from run_recounted);
        create or replace temp table run_stories as from core.stories where {labels};
        """
    )


_WORTH = """
    select t.term_id, t.topic_id, t.top_id, t.value, p.parent_id, p.scheme, p.weight
    from int.topic_terms as t join ref.topics as p using (topic_id)
"""
