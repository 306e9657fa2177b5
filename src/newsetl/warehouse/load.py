"""Parquet of a run into the tables: new documents, the ledger of files and records, rejects, documents read again.

Everything here runs inside the run's one transaction, as sets: no statement is repeated a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsetl.contracts import FRAMES
from newsetl.warehouse.connection import Connection

_GLOB_MARK = re.compile(r"([\[*?])")
SPARED = "spared.parquet"  # in the folder of the run: readings that an edit of the lists does not concern, with their new version


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
    kinds = {"Int32": "integer", "Int64": "bigint", "Float64": "double", "String": "varchar", "List(Int32)": "integer[]"}
    columns = ", ".join(f"{column} {kinds[kind]}" for column, kind in FRAMES[name].columns.items())
    connection.execute(f"create or replace temp table {as_name} ({columns})")


def _insert(connection: Connection, name: str, folder: Path, documents: str) -> None:
    """Insert the rows of a frame whose ``doc_seq`` is in ``documents``, a query of (doc_seq, document_no)."""
    source = _parquet(folder, name)
    if not source:
        return
    table = FRAMES[name].table
    run = ", getvariable('run_id') as run_id" if table in ("core.documents", "core.annotations") else ""
    connection.execute(
        f"insert into {table} by name"
        f" select r.* exclude (doc_seq), d.document_no{run} from {source} as r join ({documents}) as d using (doc_seq)"
    )


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
        Counts: loaded (documents), duplicate, rejected, changed (of files), touched (records opened or
            closed, rejects that are new, files that are gone).
        The temporary table ``run_documents`` holds the documents that came, returned or went.
    """
    _frame_table(connection, "files", folder, "run_files")
    _frame_table(connection, "rejects", folder, "run_rejects")
    connection.execute("create or replace temp table run_missing (root varchar, path varchar)")
    insert_pairs(connection, "run_missing", missing)
    connection.execute("create or replace temp table run_unreadable (root varchar, path varchar, reason varchar, detail varchar)")
    insert_pairs(connection, "run_unreadable", unreadable)
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
            select
                document_id,
                min(doc_seq) as doc_seq,
                (any_value(b.last_no) + row_number() over (order by min(doc_seq)))::integer as document_no,
            from run_files
            cross join (select coalesce(max(document_no), 0) as last_no from core.documents) as b
            where outcome = 'loaded' and document_id not in (select document_id from core.documents)
            group by document_id
        """
    )
    for name, frame in FRAMES.items():
        if frame.table:
            _insert(connection, name, folder, "select doc_seq, document_no from run_new")
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
            (select count(*) from run_touched) + (select count(*) from run_news) + (select count(*) from run_missing),
        """
    ).fetchone()
    assert row is not None
    return dict(zip(("loaded", "duplicate", "rejected", "same", "changed", "touched"), row, strict=True))


def insert_pairs(connection: Connection, table: str, rows: Sequence[Sequence[Any]]) -> None:
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
          and old.run_id = (  -- what it was rejected for last
              select max(last.run_id) from meta.rejects as last
              where last.root = r.root and last.path = r.path and last.record_no = r.record_no
          )
    );
insert into meta.rejects by name select * exclude (doc_seq), getvariable('run_id') as run_id from run_news;

-- a pipe or a link out of the folder is met in every run; known as such, it is as unchanged as a file that was rejected before
update run_files set outcome = 'same'
    where doc_seq = -1
      and (root, path) in (select (root, path) from run_before where status = 'rejected')
      and (root, path) not in (select (root, path) from run_news);

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
    from run_files as f where f.outcome = 'same' and f.doc_seq <> -1 and k.root = f.root and k.path = f.path;
update meta.files as k set status = 'missing', last_run_id = getvariable('run_id')
    from run_missing as m where k.root = m.root and k.path = m.path;

-- Others add to it, so its columns are named: what is put by the hundred thousand into a table that a query made without a row is not
-- found there again (DuckDB 2.0.0).
create or replace temp table run_documents (document_id varchar, document_no integer);
insert into run_documents
    select document_id, document_no from core.documents
    where document_id in (select document_id from run_new union select document_id from run_touched);
"""


def load_reread(connection: Connection, folder: Path) -> tuple[int, set[str]]:
    """Replace the rows of the steps that were read again; returns the number of documents, and the steps.

    Readings that an edit of the lists does not concern take the version that they would have now.

    They join ``run_documents``. A document keeps the run that loaded it. ``run_mentions_before`` holds the mentions that they had, for
    those who count by differences; where most documents are read again everything is counted, and it is empty.
    """
    spared = folder.parent / SPARED
    if spared.exists():
        connection.execute(
            f"""
            update core.annotations as a set version = s.version
                from read_parquet({literal(globbed(spared))}) as s where a.document_id = s.document_id and a.step = 'topics'
            """
        )
    _frame_table(connection, "annotations", folder, "run_reread")
    # what a document keeps when it is read again
    connection.execute(
        """
        create or replace temp table run_known as
            select d.document_id, d.document_no, d.run_id, r.doc_seq, r.steps
            from core.documents as d
            join (select document_id, min(doc_seq) as doc_seq, list(step) as steps from run_reread group by document_id) as r
                on r.document_id = d.document_id;
        create or replace temp table run_mentions_before as
            select document_no, mention_no, sentence_no, kind, name_key, surface
            from core.mentions
            where document_no in (select document_no from run_known where list_contains(steps, 'names'))
              and 2 * (select count(*) from run_known) <= (select count(*) from core.documents);
        """
    )
    connection.execute("delete from core.annotations where (document_id, step) in (select (document_id, step) from run_reread)")
    for name, frame in FRAMES.items():
        if not frame.table:
            continue
        if name != "annotations":
            again = f"select document_no from run_known where list_contains(steps, '{frame.step}')"
            connection.execute(f"delete from {frame.table} where document_no in ({again})")
        _insert(connection, name, folder, "select doc_seq, document_no from run_known")
    connection.execute(
        """
        update core.documents as d set run_id = k.run_id from run_known as k
            where d.document_no = k.document_no and list_contains(k.steps, 'reading');
        insert into run_documents by name
            select document_id, document_no from run_known where document_id not in (select document_id from run_documents);
        """
    )
    row = connection.execute("select count(distinct document_id), list(distinct step) from run_reread").fetchone()
    assert row is not None
    return int(row[0]), set(row[1] or ())
