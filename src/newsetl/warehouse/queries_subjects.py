"""Who, about what, with whom, who said it, and what happened once: rows of a scope with their course in time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from newsetl.warehouse.queries import Reading, Row
from newsetl.warehouse.queries_overview import Buckets

RECENT_SHARE = 4  # the newest quarter of the time axis is compared with what came before
RISING, FALLING = 1.5, 1 / 1.5  # recent rate over the rate before
BEYOND_CHANCE = 2.0  # standard deviations of a Poisson count that the newest quarter must differ by


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
    """``rising``, ``falling`` (beyond chance), ``steady`` or None (too little to say), and the recent documents."""
    newest = max(1, len(course) // RECENT_SHARE)
    recent, before = sum(course[-newest:]), sum(course[:-newest])
    total = recent + before
    if len(course) < RECENT_SHARE or not total:
        return None, recent
    expected = total * newest / len(course)
    chance = BEYOND_CHANCE * math.sqrt(expected * (1 - newest / len(course)))
    rate, rate_before = recent / newest, before / (len(course) - newest)
    if rate >= RISING * rate_before and recent - expected > chance and recent > 2:
        return "rising", recent
    if rate <= FALLING * rate_before and expected - recent > chance:
        return "falling", recent
    return ("steady" if expected >= 2 else None), recent


def topics(reading: Reading, axis: Buckets, limit: int, *, below: str | None = None) -> list[Row]:
    """Topics of the top level (or below one) by documents, ``undetermined`` last."""
    reading.lay_scope()
    rows = reading.rows(
        """
        with found as (
            select topic_id, document_id, hits, null as parent_id from core.document_topics where $below is null
            union all
            select topic_id, document_id, hits, parent_id from core.document_subtopics where parent_id = $below
        )
        select
            f.topic_id as key, coalesce(any_value(t.label_en), f.topic_id) as label, any_value(f.parent_id) as parent_id,
            count(*) as documents, count(distinct s.story_id) as stories, sum(f.hits)::bigint as hits,
            round(count(*) / (select count(*) from scope), 4) as share,
        from found as f
        join scope as s on s.document_id = f.document_id
        left join ref.topics as t on t.topic_id = f.topic_id
        group by f.topic_id
        order by f.topic_id = 'undetermined', documents desc, f.topic_id
        limit $limit
        """,
        below=below,
        limit=limit,
    )
    ids = [row["key"] for row in rows]
    keyed = """
        select topic_id as key, document_id from core.document_topics where topic_id in (select unnest($ids::varchar[]))
        union all
        select topic_id, document_id from core.document_subtopics where topic_id in (select unnest($ids::varchar[]))
    """
    return _with_course(reading, rows, axis, keyed, ids)


def actors(reading: Reading, axis: Buckets, kinds: Mapping[str, int]) -> dict[str, list[Row]]:
    """The actors of each kind with most documents: ``{"person": 20, …}`` says which kinds and how many of each."""
    reading.lay_scope()
    if reading.scope.is_all:  # the model has counted already
        counted = "select actor_id, kind, documents, mentions, stories from actor_summary where kind in (select kind from wanted)"
    else:
        counted = """
            select n.actor_id, n.kind, count(*) as documents, sum(a.mentions)::bigint as mentions, null::bigint as stories
            from int.actor_documents as a
            join core.actors as n on n.actor_no = a.actor_no
            where a.document_no in (select document_no from scope) and n.kind in (select kind from wanted)
            group by n.actor_id, n.kind
        """
    rows = reading.rows(
        f"""
        with wanted as (select unnest($kinds::varchar[]) as kind, unnest($limits::integer[]) as most),
        counted as ({counted}),
        ranked as (
            select *, row_number() over (partition by kind order by documents desc, mentions desc, actor_id) as rank from counted
        ),
        counts as (
            select r.* from ranked as r join wanted as w on w.kind = r.kind and r.rank <= w.most
        ),
        told as (
            select n.actor_id, count(distinct s.story_id) as stories
            from int.actor_documents as a
            join scope as s on s.document_no = a.document_no
            join core.actors as n on n.actor_no = a.actor_no
            where n.actor_id in (select actor_id from counts where stories is null)
            group by n.actor_id
        ),
        roles as (
            -- one text may err, and only people have an office; of who stands in few texts, one must do
            select r.actor_id, arg_max(r.role, (r.origin = 'curated', r.documents)) as role
            from core.actor_roles as r
            join counts as c on c.actor_id = r.actor_id
            where r.origin = 'curated' or (c.kind = 'person' and (r.documents > 1 or c.documents < 10))
            group by r.actor_id
        )
        select
            c.actor_id as key, n.name as label, n.kind, y.name as country, n.origin,
            c.documents, coalesce(c.stories, t.stories) as stories, c.mentions, r.role,
        from counts as c
        join core.actors as n on n.actor_id = c.actor_id
        left join told as t on t.actor_id = c.actor_id
        left join roles as r on r.actor_id = c.actor_id
        left join ref.countries as y on y.iso3 = n.country
        order by c.kind, c.rank
        """,
        kinds=list(kinds),
        limits=list(kinds.values()),
    )
    ids = [row["key"] for row in rows]
    keyed = """
        select n.actor_id as key, d.document_id
        from int.actor_documents as a
        join core.documents as d on d.document_no = a.document_no
        join core.actors as n on n.actor_no = a.actor_no
        where n.actor_id in (select unnest($ids::varchar[]))
    """
    found: dict[str, list[Row]] = {kind: [] for kind in kinds}
    for row in _with_course(reading, rows, axis, keyed, ids):
        found[row["kind"]].append(row)
    return found


def pairs(reading: Reading, actor_ids: Sequence[str], limit: int) -> list[Row]:
    """Pairs among the actors that stand in one sentence, by such sentences, then by documents that name both."""
    reading.lay_scope()
    return reading.rows(
        """
        with named as (
            select l.actor_id, l.document_id, m.sentence_no
            from core.mention_actors as l
            join core.mentions as m on m.document_no = l.document_no and m.mention_no = l.mention_no
            join scope as s on s.document_no = l.document_no
            where l.actor_id in (select unnest($ids::varchar[]))
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




def speakers(reading: Reading, limit: int) -> list[Row]:
    """Who is quoted how often on what: one row a speaker and main topic of the document, the most quoted speakers first."""
    reading.lay_scope()
    return reading.rows(
        """
        with quoted as (
            select f.speaker_id, f.document_id, f.kind
            from int.quotations as f
            join scope as s on s.document_id = f.document_id
            where f.is_counted and f.speaker_id is not null
        ),
        top as (
            select speaker_id, count(*) as all_quotations, count(distinct document_id) as documents
            from quoted
            group by speaker_id
            order by all_quotations desc, speaker_id
            limit $limit
        )
        select
            q.speaker_id as key, any_value(a.name) as label, any_value(a.kind) as kind,
            any_value(t.all_quotations) as all_quotations, any_value(t.documents) as documents,
            coalesce(d.topic_id, 'undetermined') as topic_id,
            coalesce(any_value(o.label_en), any_value(d.topic_id), 'undetermined') as topic,
            count(*) as quotations,
            count(*) filter (where q.kind = 'direct') as direct,
        from quoted as q
        join top as t on t.speaker_id = q.speaker_id
        join core.actors as a on a.actor_id = q.speaker_id
        left join core.document_topics as d on d.document_id = q.document_id and d.rank = 1
        left join ref.topics as o on o.topic_id = d.topic_id
        group by q.speaker_id, coalesce(d.topic_id, 'undetermined')
        order by all_quotations desc, q.speaker_id, quotations desc, topic_id
        """,
        limit=limit,
    )


def quotations(reading: Reading, speaker_ids: Sequence[str], per_key: int) -> dict[str, list[Row]]:
    """Quotations of each speaker, newest first: words, cue, sentence, date, path."""
    reading.lay_scope()
    rows = reading.rows(
        f"""
        with picked as (
            select
                f.speaker_id, f.document_id, f.quotation_no,
                row_number() over (
                    partition by f.speaker_id order by s.published_from desc nulls last, f.document_id, f.quotation_no
                ) as rank,
            from int.quotations as f
            join scope as s on s.document_id = f.document_id
            where f.is_counted and f.speaker_id in (select unnest($ids::varchar[]))
            qualify rank <= {int(per_key)}
        ),
        places as (
            select q.rowid as row_no
            from core.quotations as q
            join picked as p on p.document_id = q.document_id and p.quotation_no = q.quotation_no
        ),
        words as (
            select * from core.quotations as q where q.rowid in (select row_no from places)
        )
        select
            p.speaker_id, p.document_id, q.kind as speech, q.text, q.cue, q.sentence_no, q.char_start, q.char_end,
            s.language, s.published_edtf, s.source, s.place, s.title,
            coalesce(o.label_en, d.topic_id, 'undetermined') as topic,
        from picked as p
        join words as q on q.document_id = p.document_id and q.quotation_no = p.quotation_no
        join scope as s on s.document_id = p.document_id
        left join core.document_topics as d on d.document_id = p.document_id and d.rank = 1
        left join ref.topics as o on o.topic_id = d.topic_id
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
            select m.story_id, left(arg_min(t.text, t.sentence_no), 500) as lead
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
        where m.story_id in (select unnest($ids::varchar[]))
        order by m.story_id, m.is_representative desc, s.published_from nulls last, m.document_id
        """,
        ids=list(story_ids),
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["story_id"], []).append(row)
    return found
