"""The sentences behind a figure: a few of each, newest first, one a story before copies, with path, date and place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from newsetl.warehouse.queries import Reading, Row


class Item(NamedTuple):
    """A sentence that a figure opens to. ``start`` and ``end`` are code points of ``sentence`` to be marked, or None."""

    sentence: str
    start: int | None
    end: int | None
    language: str
    date: str | None  # EDTF at the precision known
    source: str
    place: str
    document_id: str
    sentence_no: int
    headline: str | None
    note: str | None = None


def filled(reading: Reading, rows: Sequence[Row]) -> dict[Any, list[Item]]:
    """Items by key, in the order of the rows (key, document_id, sentence_no, and char_start, char_end, note where known).

    Texts are read last and by row number, so that only the blocks that hold them are unpacked.
    """
    wanted = sorted({(row["document_id"], row["sentence_no"]) for row in rows})
    reading.lay_scope()
    texts = reading.rows(
        """
        with wanted as (select unnest($ids::varchar[]) as document_id, unnest($numbers::integer[]) as sentence_no),
        places as (
            select s.rowid as row_no
            from core.sentences as s
            join wanted as w on w.document_id = s.document_id and w.sentence_no = s.sentence_no
        )
        select t.document_id, t.sentence_no, t.text, t.char_start from core.sentences as t where t.rowid in (select row_no from places)
        """,
        ids=[document_id for document_id, _ in wanted],
        numbers=[number for _, number in wanted],
    )
    documents = reading.rows(
        """
        select document_id, language, published_edtf, source, place, title
        from scope
        where document_id in (select unnest($ids::varchar[]))
        """,
        ids=sorted({document_id for document_id, _ in wanted}),
    )
    text_of = {(row["document_id"], row["sentence_no"]): row for row in texts}
    document_of = {row["document_id"]: row for row in documents}
    found: dict[Any, list[Item]] = {}
    for row in rows:
        text, document = text_of.get((row["document_id"], row["sentence_no"])), document_of.get(row["document_id"])
        if text and document:
            found.setdefault(row["key"], []).append(_item(row, text, document))
    return found


def _item(row: Row, text: Row, document: Row) -> Item:
    start = end = None
    if row.get("char_start") is not None:
        start, end = row["char_start"] - text["char_start"], row["char_end"] - text["char_start"]
        if not 0 <= start < end <= len(text["text"]):
            start = end = None
    return Item(
        text["text"],
        start,
        end,
        document["language"],
        document["published_edtf"],
        document["source"],
        document["place"],
        row["document_id"],
        row["sentence_no"],
        document["title"],
        row.get("note"),
    )


# newest first, one document a story before the next of the same story; the id makes the order the same in every run
_RANK = """
    row_number() over (
        partition by key
        order by copy_no, published_from desc nulls last, document_id
    )
"""


def leads(reading: Reading, document_ids: Sequence[str]) -> dict[str, Item]:
    """The first sentence of each document of the scope."""
    rows = reading.rows(
        """
        select
            s.document_id as key, s.document_id,
            coalesce(min(s.sentence_no) filter (where s.kind = 'sentence'), min(s.sentence_no)) as sentence_no,
        from core.sentences as s
        where s.document_id in (select unnest($ids::varchar[]))
        group by s.document_id
        """,
        ids=list(document_ids),
    )
    return {key: items[0] for key, items in filled(reading, rows).items()}


def of_documents(reading: Reading, keyed: str, per_key: int, **given: Any) -> dict[Any, list[Item]]:
    """First sentences of documents.

    Args:
        reading: with its scope laid.
        keyed: a query with the columns ``key`` and ``document_id``.
        per_key: how many a key.
        given: parameters of ``keyed``.
    """
    rows = reading.rows(
        f"""
        with keyed as ({keyed}),
        told as (
            select
                k.key, s.document_id, s.published_from,
                row_number() over (partition by k.key, s.story_id order by s.document_id) as copy_no,
            from keyed as k
            join scope as s on s.document_id = k.document_id
        )
        select key, document_id from told qualify {_RANK} <= {int(per_key)} order by key, {_RANK}
        """,
        **given,
    )
    found = leads(reading, sorted({row["document_id"] for row in rows}))
    out: dict[Any, list[Item]] = {}
    for row in rows:
        if row["document_id"] in found:
            out.setdefault(row["key"], []).append(found[row["document_id"]])
    return out


def of_actors(reading: Reading, actor_ids: Sequence[str], per_key: int) -> dict[Any, list[Item]]:
    """A sentence a document that names the actor."""
    reading.lay_scope()
    rows = reading.rows(
        f"""
        with told as (
            select
                n.actor_id as key, s.document_id, s.published_from,
                row_number() over (partition by a.actor_no, s.story_id order by a.mentions desc, s.document_id) as copy_no,
            from int.actor_documents as a
            join scope as s on s.document_no = a.document_no
            join core.actors as n on n.actor_no = a.actor_no
            where n.actor_id in (select unnest($ids::varchar[]))
        ),
        picked as (
            select *, {_RANK} as rank from told qualify rank <= {int(per_key)}
        ),
        firsts as (
            select p.key, p.document_id, p.rank, min(l.mention_no) as mention_no, any_value(l.reason) as note
            from picked as p
            join core.mention_actors as l on l.document_id = p.document_id and l.actor_id = p.key
            group by p.key, p.document_id, p.rank
        )
        select f.key, m.document_id, m.sentence_no, m.char_start, m.char_end, f.note,
        from firsts as f
        join core.mentions as m on m.document_id = f.document_id and m.mention_no = f.mention_no
        order by f.key, f.rank
        """,
        ids=list(actor_ids),
    )
    return filled(reading, rows)


def of_topics(reading: Reading, topic_ids: Sequence[str], per_key: int) -> dict[Any, list[Item]]:
    """A sentence a document with a word that counts for the topic; a document without a topic shows how it begins."""
    reading.lay_scope()
    rows = reading.rows(
        f"""
        with found as (
            select topic_id, topic_id as by_id, true as is_top, document_id, score from core.document_topics
            union all
            select topic_id, parent_id, false, document_id, score from core.document_subtopics
        ),
        told as (
            select
                f.topic_id as key, f.by_id, f.is_top, s.document_id, s.published_from,
                row_number() over (partition by f.topic_id, s.story_id order by f.score desc, s.document_id) as copy_no,
            from found as f
            join scope as s on s.document_id = f.document_id
            where f.topic_id in (select unnest($ids::varchar[]))
        ),
        picked as (
            select *, {_RANK} as rank from told qualify rank <= {int(per_key)}
        ),
        firsts as (
            select
                p.key, p.document_id, p.rank,
                arg_min(h.sentence_no, (-h.value, h.char_start)) as sentence_no,
                arg_min(h.char_start, (-h.value, h.char_start)) as char_start,
                arg_min(h.char_end, (-h.value, h.char_start)) as char_end,
            from picked as p
            left join int.topic_places as h
                on h.document_id = p.document_id and h.top_id = p.by_id and (p.is_top or h.topic_id = p.key)
                and h.sentence_no is not null  -- a sentence is shown, and the title stands beside it
            group by p.key, p.document_id, p.rank
        )
        select key, document_id, coalesce(sentence_no, 0) as sentence_no, char_start, char_end from firsts order by key, rank
        """,
        ids=list(topic_ids),
    )
    return filled(reading, rows)


def of_pairs(reading: Reading, pairs: Sequence[tuple[str, str]], per_key: int) -> dict[Any, list[Item]]:
    """Sentences that name both actors; where none does, how documents begin that name both. Keys are ``a|b``."""
    reading.lay_scope()
    rows = reading.rows(
        f"""
        with wanted as (select unnest($left::varchar[]) as a, unnest($right::varchar[]) as b),
        named as (
            select distinct l.actor_id, l.document_id, m.sentence_no
            from core.mention_actors as l
            join core.mentions as m on m.document_no = l.document_no and m.mention_no = l.mention_no
            join scope as s on s.document_id = l.document_id
            where l.actor_id in (select a from wanted union select b from wanted)
        ),
        told as (
            select
                w.a || '|' || w.b as key, s.document_id, s.published_from, x.sentence_no,
                row_number() over (partition by w.a, w.b, s.story_id order by s.document_id, x.sentence_no) as copy_no,
            from wanted as w
            join named as x on x.actor_id = w.a
            join named as y on y.actor_id = w.b and y.document_id = x.document_id and y.sentence_no = x.sentence_no
            join scope as s on s.document_id = x.document_id
        ),
        picked as (
            select
                *,
                row_number() over (
                    partition by key order by copy_no, published_from desc nulls last, document_id, sentence_no
                ) as rank,
            from told
            qualify rank <= {int(per_key)}
        )
        select key, document_id, sentence_no from picked order by key, rank
        """,
        left=[a for a, _ in pairs],
        right=[b for _, b in pairs],
    )
    return filled(reading, rows)
