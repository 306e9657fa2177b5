"""Which stored readings are out of date, after new code or edited lists, and the texts to be read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from newsetl.reference import Reference
from newsetl.text import names_reach
from newsetl.warehouse.connection import Connection
from newsetl.warehouse.load import SPARED, insert_pairs, literal

MOST_CHANGED_NAMES = 500  # past these the lists are others, and looking for each name costs more than reading all texts again
_FROM_NAMES = "['names', 'quotations']"  # steps that read the names of listed actors


def changed_names(connection: Connection, reference: Reference) -> list[str]:
    """Names of listed actors that came, went, or of which readers are told something else than when the work file was loaded.

    They are told the kind and gender of the actor, the language of the name, and whether it was taken away.
    """
    actors = {row["actor_id"]: (row["kind"], row.get("gender", "")) for row in reference.rows("actors")}
    now = {(row["name"], *actors[row["actor_id"]], "", "") for row in reference.rows("actors")}
    now |= {
        (row["alias"], *actors.get(row["actor_id"], ("", "")), row["status"], row.get("language", ""))
        for row in reference.rows("actor_aliases")
    }
    before = set(
        connection.execute(
            """
            select name, kind, coalesce(gender, ''), '', '' from ref.actors
            union all
            select a.alias, coalesce(b.kind, ''), coalesce(b.gender, ''), a.status, coalesce(a.language, '')
            from ref.actor_aliases as a
            left join ref.actors as b on b.actor_id = a.actor_id
            """
        ).fetchall()
    )
    return sorted({name for name, *_ in now ^ before})


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
    insert_pairs(connection, "patterns", sorted(patterns.items()))
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
              -- the same code, as the version tells before and behind the hash of the list
              and regexp_replace(a.version, '-[0-9a-f]+', '') = regexp_replace(e.version, '-[0-9a-f]+', '')
              and not regexp_matches(strip_accents(lower(d.text)), p.pattern);
        update stale set steps = list_filter(steps, lambda step: step <> 'topics')
            where document_id in (select document_id from spared);
        delete from stale where len(steps) = 0;
        copy spared to {literal(folder / SPARED)} (format parquet);
        """
    )


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
    insert_pairs(connection, "expected", expected)
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
        pattern = names_reach.pattern(names) if len(names) <= MOST_CHANGED_NAMES else "."
        holds = f"regexp_matches({names_reach.SEARCHED}, ?)"
        connection.execute(f"create or replace temp table holds_a_name as select document_id from core.documents where {holds}", [pattern])
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
                    (row_number() over (order by document_no) - 1)::integer as seq,
                    document_id, coalesce(path, '') as path, text, encoding, encoding_rule, text_repair,
                    case when not list_contains(steps, 'reading') then language end as known_language,
                    case
                        when list_contains(steps, 'reading') then (select list(distinct step order by step) from expected)
                        else steps
                    end as steps,
                    (sum(length(text)) over (order by document_no) // {int(batch_chars)})::integer as batch_no,
                from stale join core.documents using (document_id) left join places using (document_id)
            ) to {literal(folder)} (format parquet, partition_by (batch_no))
            """
        )
    return count
