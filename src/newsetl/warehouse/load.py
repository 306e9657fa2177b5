"""Parquet of a run into the tables: new documents, the ledger of files and records, rejects, documents read again.

Everything here runs inside the run's one transaction, as sets: no statement is repeated a row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsetl.contracts import FRAMES
from newsetl.reference import Reference
from newsetl.warehouse.connection import Connection

_GLOB_MARK = re.compile(r"([\[*?])")
_CELL = "\x1f"  # separates the cells of a list: the unit separator of ASCII, which no text has


def literal(path: Path | str) -> str:
    """A path as a string of SQL."""
    return "'" + str(path).replace("'", "''") + "'"


def globbed(path: Path) -> str:
    """A folder as the beginning of a glob pattern: marks that mean something there stand for themselves."""
    return _GLOB_MARK.sub(r"[\1]", str(path))


def _parquet(folder: Path, name: str) -> str | None:
    """The table function that reads the Parquet of a frame, or None when no batch had rows of it."""
    if not any((folder / name).glob("*.parquet")):
        return None
    return f"read_parquet({literal(globbed(folder / name) + '/*.parquet')})"


def _frame_table(connection: Connection, name: str, folder: Path, as_name: str) -> None:
    """The rows of a frame as a temporary table, empty where no batch had any."""
    source = _parquet(folder, name)
    if source:
        connection.execute(f"create or replace temp table {as_name} as select * from {source}")
        return
    kinds = {"Int32": "integer", "Int64": "bigint", "Float64": "double", "String": "varchar", "List(Int64)": "bigint[]"}
    columns = ", ".join(f"{column} {kinds[kind]}" for column, kind in FRAMES[name].columns.items())
    connection.execute(f"create or replace temp table {as_name} ({columns})")


def _insert(connection: Connection, name: str, folder: Path, documents: str) -> None:
    """Insert the rows of a frame whose ``doc_seq`` is in the temporary table ``documents``."""
    source = _parquet(folder, name)
    if not source:
        return
    table = FRAMES[name].table
    run = ", getvariable('run_id') as run_id" if table in ("core.documents", "core.annotations") else ""
    connection.execute(
        f"insert into {table} by name select * exclude (doc_seq){run} from {source} where doc_seq in (select doc_seq from {documents})"
    )


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


TOPIC_LISTS = frozenset({"topics", "topic_terms"})


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
            select distinct document_id from core.topic_hits where term_id in (select term_id from changed)
            except select document_id from run_documents
        """
    )


_WORTH = """
    select t.term_id, t.topic_id, t.top_id, t.value, p.parent_id, p.scheme, p.weight
    from int.topic_terms as t join ref.topics as p using (topic_id)
"""


def load_files(
    connection: Connection, folder: Path, unreadable: Sequence[tuple[str, str, str, str]], missing: Sequence[tuple[str, str]]
) -> dict[str, int]:
    """Documents and ledger of the files that were read.

    Args:
        connection: of the work file, in a transaction, with the variable ``run_id`` set.
        folder: of the Parquet that the workers wrote.
        unreadable: (root, path, reason, detail) of entries that are no files to be read.
        missing: (root, path) of files that the ledger holds and that are gone.

    Returns:
        Counts: loaded (documents), duplicate, rejected, changed (of files), touched (records opened or closed).
        The temporary table ``run_documents`` holds the documents that came, returned or went.
    """
    _frame_table(connection, "files", folder, "run_files")
    _frame_table(connection, "rejects", folder, "run_rejects")
    connection.execute("create or replace temp table run_missing (root varchar, path varchar)")
    _insert_pairs(connection, "run_missing", missing)
    connection.execute("create or replace temp table run_unreadable (root varchar, path varchar, reason varchar, detail varchar)")
    _insert_pairs(connection, "run_unreadable", unreadable)
    connection.execute(
        """
        insert into run_rejects by name
            select -1 as doc_seq, root, path, 0 as record_no, 'read' as stage, reason, detail from run_unreadable;
        insert into run_files by name
            select -1 as doc_seq, root, path, 0 as byte_size, 0 as modified_ns, 0 as read_ns, 'rejected' as outcome from run_unreadable;
        """
    )
    # a document that several new files hold is taken from the first of them
    connection.execute(
        """
        create or replace temp table run_new as
            select document_id, min(doc_seq) as doc_seq from run_files
            where outcome = 'loaded' and document_id not in (select document_id from core.documents)
            group by document_id
        """
    )
    for name, frame in FRAMES.items():
        if frame.table:
            _insert(connection, name, folder, "run_new")
    connection.execute(_LEDGER)
    row = connection.execute(
        """
        select
            (select count(*) from run_new),
            (select count(*) from run_files where outcome = 'loaded' and doc_seq not in (select doc_seq from run_new)),
            (select count(*) from run_files where outcome = 'rejected'),
            (select count(*) from run_files where outcome = 'same'),
            (select count(*) from run_files as f join run_before as b using (root, path)
                where f.outcome = 'loaded' and b.status = 'loaded' and b.content_sha256 is distinct from f.content_sha256),
            (select count(*) from run_touched) + (select count(*) from run_news),
        """
    ).fetchone()
    assert row is not None
    return dict(zip(("loaded", "duplicate", "rejected", "same", "changed", "touched"), row, strict=True))


def _insert_pairs(connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Rows of text as one statement; lists are handed over as columns."""
    if rows:
        columns = [list(column) for column in zip(*rows, strict=True)]
        connection.execute(f"insert into {table} select " + ", ".join("unnest(?)" for _ in columns), columns)


# The ledger. `run_touched`: records that end or begin. `run_news`: rejects that were not known in just these words.
_LEDGER = """
create or replace temp table run_before as
    select f.root, f.path, f.status, f.content_sha256, f.first_run_id
    from meta.files as f
    where (f.root, f.path) in (select (root, path) from run_files) or (f.root, f.path) in (select (root, path) from run_missing);

create or replace temp table run_news as
    select r.* from run_rejects as r
    where not exists (
        select 1 from meta.rejects as old join meta.files as f on f.root = old.root and f.path = old.path and f.status = 'rejected'
        where old.root = r.root and old.path = r.path and old.record_no = r.record_no and old.reason = r.reason and old.detail = r.detail
    );
insert into meta.rejects by name select * exclude (doc_seq), getvariable('run_id') as run_id from run_news;

create or replace temp table run_ended as
    select c.root, c.path, c.record_no, c.document_id
    from meta.records as c
    left join run_files as f on f.root = c.root and f.path = c.path
    left join run_missing as m on m.root = c.root and m.path = c.path
    where c.valid_until_run is null
      and (m.path is not null or f.outcome = 'rejected' or (f.outcome = 'loaded' and f.document_id <> c.document_id));
update meta.records as c set valid_until_run = getvariable('run_id')
    from run_ended as e
    where c.root = e.root and c.path = e.path and c.record_no = e.record_no and c.valid_until_run is null;

create or replace temp table run_begun as
    select f.root, f.path, 0 as record_no, f.document_id
    from run_files as f
    where f.outcome = 'loaded'
      and not exists (
          select 1 from meta.records as c
          where c.root = f.root and c.path = f.path and c.record_no = 0 and c.valid_until_run is null and c.document_id = f.document_id
      );
insert into meta.records by name select *, getvariable('run_id') as valid_from_run, null as valid_until_run from run_begun;

create or replace temp table run_touched as select document_id from run_ended union select document_id from run_begun;

delete from meta.files where (root, path) in (select (root, path) from run_files where outcome <> 'same');
insert into meta.files by name
    select
        f.root, f.path, f.byte_size, make_timestamp_ns(f.modified_ns)::timestamp_ns as modified_at, f.content_sha256,
        make_timestamp_ns(f.read_ns)::timestamp as read_at,
        case when f.outcome = 'rejected' then 'rejected' else 'loaded' end as status,
        coalesce(b.first_run_id, getvariable('run_id')) as first_run_id, getvariable('run_id') as last_run_id,
    from run_files as f left join run_before as b using (root, path)
    where f.outcome <> 'same'
    order by f.root, f.path;
update meta.files as k set byte_size = f.byte_size, modified_at = make_timestamp_ns(f.modified_ns), read_at = make_timestamp_ns(f.read_ns)
    from run_files as f where f.outcome = 'same' and k.root = f.root and k.path = f.path;
update meta.files as k set status = 'missing', last_run_id = getvariable('run_id')
    from run_missing as m where k.root = m.root and k.path = m.path;

create or replace temp table run_documents as
    select document_id from run_new union select document_id from run_touched;
"""


def load_reread(connection: Connection, folder: Path) -> int:
    """Replace the rows of the steps that were read again; returns the number of documents.

    Readings that an edit of the lists does not concern take the version that they would have now.

    They join ``run_documents``. A document keeps the run that loaded it.
    """
    spared = folder.parent / _SPARED
    if spared.exists():
        connection.execute(
            f"""
            update core.annotations as a set version = s.version
                from read_parquet({literal(globbed(spared))}) as s where a.document_id = s.document_id and a.step = 'topics'
            """
        )
    _frame_table(connection, "annotations", folder, "run_reread")
    connection.execute(
        """
        create or replace temp table run_loaded_by as
            select document_id, run_id from core.documents where document_id in (select document_id from run_reread where step = 'reading')
        """
    )
    connection.execute("delete from core.annotations where (document_id, step) in (select (document_id, step) from run_reread)")
    for name, frame in FRAMES.items():
        if not frame.table:
            continue
        if name != "annotations":
            connection.execute(
                f"delete from {frame.table} where document_id in (select document_id from run_reread where step = '{frame.step}')"
            )
        _insert(connection, name, folder, "run_reread")
    connection.execute(
        """
        update core.documents as d set run_id = b.run_id from run_loaded_by as b where d.document_id = b.document_id;
        insert into run_documents select distinct document_id from run_reread except select document_id from run_documents;
        """
    )
    row = connection.execute("select count(distinct document_id) from run_reread").fetchone()
    assert row is not None
    return int(row[0])


MOST_CHANGED_NAMES = 500  # past these the lists are others, and looking for each name costs more than reading all texts again
_FROM_NAMES = "['names', 'quotations']"  # steps that read the names of listed actors


def changed_names(connection: Connection, reference: Reference) -> list[str]:
    """Names of listed actors that came, went or changed their kind since the lists in the work file were loaded."""
    kinds = {row["actor_id"]: row["kind"] for row in reference.rows("actors")}
    now = {(row["name"], row["kind"]) for row in reference.rows("actors")}
    now |= {(row["alias"], kinds.get(row["actor_id"], "") + row["status"]) for row in reference.rows("actor_aliases")}
    before = set(
        connection.execute(
            """
            select name, kind from ref.actors
            union all
            select a.alias, coalesce(b.kind, '') || a.status
            from ref.actor_aliases as a
            left join ref.actors as b on b.actor_id = a.actor_id
            """
        ).fetchall()
    )
    return sorted({name for name, _ in now ^ before})


def changed_terms(connection: Connection, reference: Reference) -> dict[str, list[dict[str, str]]]:
    """The rows of ``topic_terms`` that came, went or changed what they find since the lists in the work file were loaded.

    By language; none of a language that had no rows before or has none now, and none at all where rows of all languages changed.
    """
    columns = ("term", "topic_id", "must_near", "must_not_near")
    before: dict[str, set[tuple[str, ...]]] = {}
    for language, shields, *row in connection.execute(f"select language, weight = 0, {', '.join(columns)} from ref.topic_terms").fetchall():
        before.setdefault(language or "", set()).add((str(bool(shields)), *(cell or "" for cell in row)))
    now: dict[str, set[tuple[str, ...]]] = {}
    for given in reference.rows("topic_terms"):
        shields = str(float(given.get("weight") or 1) == 0)
        now.setdefault(given.get("language", ""), set()).add((shields, *(given.get(column, "") for column in columns)))
    if before.get("") != now.get(""):
        return {}
    changed = {language: before[language] ^ now[language] for language in before.keys() & now.keys()}
    return {
        language: [dict(zip(("shields", *columns), row, strict=True)) for row in sorted(rows)]
        for language, rows in changed.items()
        if rows
    }


def _spare(connection: Connection, folder: Path, patterns: Mapping[str, str]) -> None:
    """Take from ``stale`` the texts that an edited list of terms does not concern, and note them for :func:`load_reread`.

    ``patterns``: by language, what a text must match to be concerned. A reading older than the others of its language is made anew.
    """
    connection.execute("create or replace temp table patterns (language varchar, pattern varchar)")
    _insert_pairs(connection, "patterns", sorted(patterns.items()))
    folder.mkdir(parents=True, exist_ok=True)
    connection.execute(
        f"""
        create or replace temp table spared as
            with latest as (
                select d.language, mode(a.version) as version
                from core.annotations as a
                join core.documents as d using (document_id)
                where a.step = 'topics'
                group by d.language
            )
            select d.document_id, e.version
            from stale as s
            join core.documents as d using (document_id)
            join core.annotations as a on a.document_id = d.document_id and a.step = 'topics'
            join latest as l on l.language = d.language and l.version = a.version
            join expected as e on e.language = d.language and e.step = 'topics'
            join patterns as p on p.language = d.language
            where list_contains(s.steps, 'topics') and not list_contains(s.steps, 'reading')
              and split_part(a.version, '-', 1) = split_part(e.version, '-', 1)  -- of the code
              and not regexp_matches(strip_accents(lower(d.text)), p.pattern);
        update stale set steps = list_filter(steps, lambda step: step <> 'topics')
            where document_id in (select document_id from spared);
        delete from stale where len(steps) = 0;
        copy spared to {literal(folder / _SPARED)} (format parquet);
        """
    )


_SPARED = "spared.parquet"


def export_stale(
    connection: Connection,
    folder: Path,
    expected: Sequence[tuple[str, str, str]],
    names: Sequence[str],
    patterns: Mapping[str, str],
    batch_chars: int,
) -> int:
    """Write the texts whose stored readings differ from the ``expected`` versions (language, step, version) as batches.

    Texts that hold one of ``names`` are read again for names, whatever version read them; where only the list of terms of a
    language changed, only those that match its pattern in ``patterns`` for topics. The others are noted beside the batches.

    Returns:
        The number of documents; their Parquet stands in ``folder/batch_no=<n>/`` with the columns seq, document_id, path,
        text, encoding, encoding_rule, text_repair, known_language, steps.
    """
    connection.execute("create or replace temp table expected (language varchar, step varchar, version varchar)")
    _insert_pairs(connection, "expected", expected)
    connection.execute(
        """
        create or replace temp table stale as
            select d.document_id, list(e.step order by e.step) as steps
            from core.documents as d
            join expected as e on e.language = d.language
            left join core.annotations as a on a.document_id = d.document_id and a.step = e.step and a.version = e.version
            where a.document_id is null
            group by d.document_id
        """
    )
    if names:
        # one automaton for all names; a search for each would read every text as many times
        pattern = "(?i)" + "|".join(re.escape(name) for name in names) if len(names) <= MOST_CHANGED_NAMES else "."
        connection.execute(
            """
            create or replace temp table holds_a_name as select document_id from core.documents where regexp_matches(text, ?);
            """,
            [pattern],
        )
        connection.execute(
            f"""
            create or replace temp table stale as
                select document_id, list_sort(list_distinct(flatten(list(steps)))) as steps
                from (from stale union all select document_id, {_FROM_NAMES} from holds_a_name)
                group by document_id
            """
        )
    if patterns:
        _spare(connection, folder.parent, patterns)
    row = connection.execute("select count(*) from stale").fetchone()
    count = int(row[0]) if row else 0
    if count:
        folder.parent.mkdir(parents=True, exist_ok=True)  # DuckDB makes the last folder of a path only
        connection.execute(
            f"""
            copy (
                with places as (select document_id, min(path order by root, path) as path from meta.records group by document_id)
                select
                    (row_number() over (order by document_id) - 1)::integer as seq,
                    document_id, coalesce(path, '') as path, text, encoding, encoding_rule, text_repair,
                    case when not list_contains(steps, 'reading') then language end as known_language,
                    case
                        when list_contains(steps, 'reading') then (select list(distinct step order by step) from expected)
                        else steps
                    end as steps,
                    (sum(length(text)) over (order by document_id) // {int(batch_chars)})::integer as batch_no,
                from stale join core.documents using (document_id) left join places using (document_id)
            ) to {literal(folder)} (format parquet, partition_by (batch_no))
            """
        )
    return count
