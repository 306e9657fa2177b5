"""Who, about what, with whom, who said it, and what happened once: rows of a scope with their course in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsetl.warehouse.queries import Reading, Row
from newsetl.warehouse.queries_overview import Buckets

RECENT_SHARE = 4  # the newest quarter of the time axis is compared with what came before
LEAST_FOR_TREND = 3  # recent documents below which a trend is chance
RISING, FALLING = 1.5, 1 / 1.5  # recent rate over the rate before


def _with_course(reading: Reading, rows: list[Row], axis: Buckets, keyed: str, ids: Sequence[str]) -> list[Row]:
    """Adds ``course`` (documents by bucket), ``trend`` and ``recent`` to rows that have ``key``."""
    counts: dict[str, dict[Any, int]] = {}
    if axis.unit is not None and rows:
        found = reading.rows(
            f"""
            select k.key, b.bucket, count(*) as documents
            from ({keyed}) as k
            join bucketed as b on b.document_id = k.document_id
            group by k.key, b.bucket
            """,
            ids=list(ids),
        )
        for row in found:
            counts.setdefault(row["key"], {})[row["bucket"]] = row["documents"]
    for row in rows:
        course = [counts.get(row["key"], {}).get(start, 0) for start in axis.starts]
        row["course"] = course
        row["trend"], row["recent"] = trend(course)
    return rows


def trend(course: Sequence[int]) -> tuple[str | None, int]:
    """``rising``, ``falling``, ``steady`` or None (too little to say), and the recent documents."""
    newest = max(1, len(course) // RECENT_SHARE)
    recent, before = sum(course[-newest:]), sum(course[:-newest])
    if len(course) < RECENT_SHARE or max(recent, before) < LEAST_FOR_TREND:
        return None, recent
    expected = before / (len(course) - newest) * newest
    ratio = recent / expected if expected else float("inf")
    return ("rising" if ratio >= RISING else "falling" if ratio <= FALLING else "steady"), recent


def topics(reading: Reading, axis: Buckets, limit: int, *, below: str | None = None) -> list[Row]:
    """Topics of the top level (or below one) by documents, ``undetermined`` last."""
    reading.lay_scope()
    rows = reading.rows(
        """
        select
            t.topic_id as key, any_value(t.label) as label, any_value(t.parent_id) as parent_id,
            count(*) as documents, count(distinct s.story_id) as stories, sum(t.hits)::bigint as hits,
            round(count(*) / (select count(*) from scope), 4) as share,
        from int.topic_documents as t
        join scope as s on s.document_id = t.document_id
        where t.parent_id is not distinct from $below
        group by t.topic_id
        order by t.topic_id = 'undetermined', documents desc, t.topic_id
        limit $limit
        """,
        below=below,
        limit=limit,
    )
    ids = [row["key"] for row in rows]
    keyed = """
        select topic_id as key, document_id from core.document_topics where list_contains($ids::varchar[], topic_id)
        union all
        select topic_id, document_id from core.document_subtopics where list_contains($ids::varchar[], topic_id)
    """
    return _with_course(reading, rows, axis, keyed, ids)


def actors(reading: Reading, axis: Buckets, kinds: Sequence[str], limit: int) -> list[Row]:
    """Actors of these kinds by documents."""
    reading.lay_scope()
    rows = reading.rows(
        """
        with counts as (
            select
                a.actor_id, count(*) as documents, count(distinct s.story_id) as stories, sum(a.mentions)::bigint as mentions,
            from int.actor_documents as a
            join scope as s on s.document_id = a.document_id
            join core.actors as c on c.actor_id = a.actor_id
            where list_contains($kinds::varchar[], c.kind)
            group by a.actor_id
            order by documents desc, mentions desc, a.actor_id
            limit $limit
        ),
        roles as (
            select actor_id, arg_max(role, (origin = 'curated', documents)) as role from core.actor_roles group by actor_id
        )
        select c.actor_id as key, n.name as label, n.kind, n.country, n.origin, c.documents, c.stories, c.mentions, r.role,
        from counts as c
        join core.actors as n on n.actor_id = c.actor_id
        left join roles as r on r.actor_id = c.actor_id
        order by c.documents desc, c.mentions desc, c.actor_id
        """,
        kinds=list(kinds),
        limit=limit,
    )
    ids = [row["key"] for row in rows]
    keyed = "select actor_id as key, document_id from int.actor_documents where list_contains($ids::varchar[], actor_id)"
    return _with_course(reading, rows, axis, keyed, ids)


def pairs(reading: Reading, actor_ids: Sequence[str], limit: int) -> list[Row]:
    """Pairs among the actors that stand in one sentence, by such sentences, then by documents that name both."""
    reading.lay_scope()
    return reading.rows(
        """
        with named as (
            select l.actor_id, l.document_id, m.sentence_no
            from core.mention_actors as l
            join core.mentions as m on m.document_id = l.document_id and m.mention_no = l.mention_no
            join scope as s on s.document_id = l.document_id
            where list_contains($ids::varchar[], l.actor_id)
            group by all
        ),
        together as (
            select x.actor_id as a, y.actor_id as b, count(*) as sentences, count(distinct x.document_id) as documents
            from named as x
            join named as y on y.document_id = x.document_id and y.sentence_no = x.sentence_no and y.actor_id > x.actor_id
            group by x.actor_id, y.actor_id
        )
        select t.a, t.b, p.name as name, o.name as other_name, p.kind as kind, o.kind as other_kind, t.sentences, t.documents,
        from together as t
        join core.actors as p on p.actor_id = t.a
        join core.actors as o on o.actor_id = t.b
        order by t.documents desc, t.sentences desc, t.a, t.b
        limit $limit
        """,
        ids=list(actor_ids),
        limit=limit,
    )


_QUOTED = """
    select
        q.document_id, q.quotation_no, f.speaker_id, a.name as speaker, a.kind, q.kind as speech, q.text, q.cue, q.sentence_no,
        q.char_start, q.char_end, s.language, s.published_edtf, s.published_from, s.source, s.place, s.title,
        coalesce(d.topic_id, 'undetermined') as topic_id,
    from int.quotations as f
    join core.quotations as q on q.document_id = f.document_id and q.quotation_no = f.quotation_no
    join scope as s on s.document_id = f.document_id
    join core.actors as a on a.actor_id = f.speaker_id
    left join core.document_topics as d on d.document_id = f.document_id and d.rank = 1
    where f.is_counted
"""


def speakers(reading: Reading, limit: int) -> list[Row]:
    """Who is quoted how often on what: one row a speaker and main topic of the document, the most quoted speakers first."""
    reading.lay_scope()
    return reading.rows(
        f"""
        with quoted as ({_QUOTED}),
        top as (
            select speaker_id, count(*) as all_quotations, count(distinct document_id) as documents
            from quoted
            group by speaker_id
            order by all_quotations desc, speaker_id
            limit $limit
        )
        select
            q.speaker_id as key, any_value(q.speaker) as label, any_value(q.kind) as kind, any_value(t.all_quotations) as all_quotations,
            any_value(t.documents) as documents, q.topic_id, coalesce(any_value(o.label_en), q.topic_id) as topic, count(*) as quotations,
            count(*) filter (where q.speech = 'direct') as direct,
        from quoted as q
        join top as t on t.speaker_id = q.speaker_id
        left join ref.topics as o on o.topic_id = q.topic_id
        group by q.speaker_id, q.topic_id
        order by all_quotations desc, q.speaker_id, quotations desc, q.topic_id
        """,
        limit=limit,
    )


def quotations(reading: Reading, speaker_ids: Sequence[str], per_key: int) -> dict[str, list[Row]]:
    """Quotations of each speaker, newest first: words, cue, sentence, date, path."""
    reading.lay_scope()
    rows = reading.rows(
        f"""
        with quoted as ({_QUOTED}),
        picked as (
            select *, row_number() over (partition by speaker_id order by published_from desc nulls last, document_id, quotation_no) as rank
            from quoted
            where list_contains($ids::varchar[], speaker_id)
            qualify rank <= {int(per_key)}
        )
        select p.*, coalesce(o.label_en, p.topic_id) as topic, t.text as sentence
        from picked as p
        left join ref.topics as o on o.topic_id = p.topic_id
        left join core.sentences as t on t.document_id = p.document_id and t.sentence_no = p.sentence_no
        order by p.speaker_id, p.rank
        """,
        ids=list(speaker_ids),
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["speaker_id"], []).append(row)
    return found


def stories(reading: Reading, limit: int) -> list[Row]:
    """Stories with most documents in the scope, then the newest; each with title, sources and topic."""
    reading.lay_scope()
    return reading.rows(
        """
        with counts as (
            select
                story_id as key, count(*) as documents, count(distinct source) as sources, count(distinct language) as languages,
                min(published_from) as first_published, max(published_until) as last_published,
                count(*) filter (where date_precision = 'none') as undated,
            from scope
            group by story_id
            order by documents desc, last_published desc nulls last, story_id
            limit $limit
        ),
        leads as (
            select m.story_id, left(arg_min(t.text, t.sentence_no), 160) as lead
            from core.story_documents as m
            join core.sentences as t on t.document_id = m.document_id
            where m.is_representative and m.story_id in (select key from counts) and t.kind in ('heading', 'sentence')
            group by m.story_id
        )
        select c.*, coalesce(d.title, l.lead) as label, d.language, coalesce(o.label_en, t.topic_id) as topic,
            (select count(*) from (select story_id from scope group by story_id having count(*) > 1)) as several,
        from counts as c
        left join core.story_documents as m on m.story_id = c.key and m.is_representative
        left join core.documents as d on d.document_id = m.document_id
        left join leads as l on l.story_id = c.key
        left join core.document_topics as t on t.document_id = m.document_id and t.rank = 1
        left join ref.topics as o on o.topic_id = t.topic_id
        order by c.documents desc, c.last_published desc nulls last, c.key
        """,
        limit=limit,
    )


def story_members(reading: Reading, story_ids: Sequence[str]) -> dict[str, list[Row]]:
    """Documents of stories: relation, likeness, what brought them in."""
    rows = reading.rows(
        """
        select m.story_id, m.document_id, m.relation, m.is_representative, m.similarity, m.linked_to, m.linked_by,
            s.published_edtf, s.language, s.source, s.place, s.title,
        from core.story_documents as m
        join scope as s on s.document_id = m.document_id
        where list_contains($ids::varchar[], m.story_id)
        order by m.story_id, m.is_representative desc, s.published_from nulls last, m.document_id
        """,
        ids=list(story_ids),
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["story_id"], []).append(row)
    return found
