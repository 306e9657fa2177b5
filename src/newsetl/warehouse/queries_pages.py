"""What the pages of one actor, topic, story or document show, the search in sentences, and the tables to download."""

from __future__ import annotations

from typing import Any

from newsetl.warehouse.queries import Reading, Row
from newsetl.warehouse.queries_evidence import Item, filled

MOST_ROWS = 100_000  # of a download; the file itself has the rest


def actor(reading: Reading, actor_id: str) -> Row:
    """Who the actor is."""
    return reading.row(
        """
        select a.actor_id, a.name, a.kind, y.name as country, a.sector, a.gender, a.origin, a.known_by, a.wikidata_id, a.note
        from core.actors as a
        left join ref.countries as y on y.iso3 = a.country
        where a.actor_id = $id
        """,
        id=actor_id,
    )


def spellings(reading: Reading, actor_id: str, limit: int) -> list[Row]:
    """The spellings that count as the actor, each with rule and reason and how often it stands in the scope."""
    reading.lay_scope()
    return reading.rows(
        """
        select m.surface, l.rule, l.reason, count(*) as mentions, count(distinct l.document_id) as documents, count(*) over () as all_rows
        from core.mention_actors as l
        join core.mentions as m on m.document_no = l.document_no and m.mention_no = l.mention_no
        where l.actor_id = $id and l.document_no in (select document_no from scope)
        group by m.surface, l.rule, l.reason
        order by mentions desc, m.surface, l.rule
        limit $limit
        """,
        id=actor_id,
        limit=limit,
    )


def blocked_spellings(reading: Reading, actor_id: str) -> list[Row]:
    """Spellings that people took away from the actor."""
    return reading.rows("select alias from core.actor_aliases where actor_id = $id and status = 'blocked' order by alias", id=actor_id)


def apart(reading: Reading, actor_id: str, limit: int) -> list[Row]:
    """Names like those of the actor that were kept apart, with the reason."""
    return reading.rows(
        """
        with own as (select alias_key from core.actor_aliases where actor_id = $id and status = 'active')
        select m.name, m.other_name, m.reason, m.documents, m.other_documents
        from core.actor_merges as m
        where m.verdict = 'apart' and (m.name_key in (select alias_key from own) or m.other_key in (select alias_key from own))
        order by m.documents + m.other_documents desc, m.name, m.other_name
        limit $limit
        """,
        id=actor_id,
        limit=limit,
    )


def roles(reading: Reading, actor_id: str, limit: int) -> list[Row]:
    """What the actor is and was, of the lists and in the words of the texts."""
    return reading.rows(
        """
        select role, origin, organisation, valid_from, valid_until, documents, first_seen, last_seen, document_id, sentence_no
        from core.actor_roles
        where actor_id = $id
        order by origin, valid_from desc nulls last, documents desc, role
        limit $limit
        """,
        id=actor_id,
        limit=limit,
    )


def company(reading: Reading, actor_id: str, limit: int) -> list[Row]:
    """Who is named in the same documents of the scope."""
    reading.lay_scope()
    return reading.rows(
        """
        with own as (
            select a.document_no
            from int.actor_documents as a
            where a.actor_no = (select actor_no from core.actors where actor_id = $id) and a.document_no in (select document_no from scope)
        ),
        others as (
            select a.actor_no, count(*) as documents
            from int.actor_documents as a
            where a.document_no in (select document_no from own)
            group by a.actor_no
        )
        select n.actor_id as key, n.name as label, n.kind, o.documents
        from others as o
        join core.actors as n on n.actor_no = o.actor_no and n.kind in ('person', 'organisation', 'country')
        where n.actor_id <> $id
        order by o.documents desc, n.name, n.actor_id
        limit $limit
        """,
        id=actor_id,
        limit=limit,
    )


def quoted_about(reading: Reading, actor_id: str, limit: int) -> list[Row]:
    """Quotations of others that name the actor, newest first, a copied text once."""
    reading.lay_scope()
    return reading.rows(
        """
        with picked as (
            select f.document_id, f.quotation_no, f.speaker_id, s.published_from
            from int.quotations as f
            join scope as s on s.document_id = f.document_id
            where f.is_counted and f.speaker_id is distinct from $id
                and (f.document_id, f.quotation_no) in (select (document_id, quotation_no) from int.quotation_actors where actor_id = $id)
            order by s.published_from desc nulls last, f.document_id, f.quotation_no
            limit $limit
        )
        select
            p.document_id, p.speaker_id, coalesce(a.name, q.speaker_surface) as speaker, q.kind as speech, q.text, q.cue, q.sentence_no,
            s.language, s.published_edtf, s.source, s.place, coalesce(o.label_en, d.topic_id, 'undetermined') as topic,
        from picked as p
        join core.quotations as q on q.document_id = p.document_id and q.quotation_no = p.quotation_no
        join scope as s on s.document_id = p.document_id
        left join core.actors as a on a.actor_id = p.speaker_id
        left join core.document_topics as d on d.document_id = p.document_id and d.rank = 1
        left join ref.topics as o on o.topic_id = d.topic_id
        order by p.published_from desc nulls last, p.document_id, p.quotation_no
        """,
        id=actor_id,
        limit=limit,
    )


def story(reading: Reading, story_id: str) -> Row:
    """A story: its title, period and size."""
    return reading.row(
        """
        select
            m.story_id, count(*) as documents, count(distinct d.source) as sources, count(distinct d.language) as languages,
            min(d.published_from) as first_published, max(d.published_until) as last_published,
            max(d.title) filter (where m.is_representative) as title,
        from core.story_documents as m
        join stg.current_documents as d on d.document_id = m.document_id
        where m.story_id = $id
        group by m.story_id
        """,
        id=story_id,
    )


def document(reading: Reading, document_id: str) -> Row:
    """A document with its text."""
    return reading.row(
        """
        select d.*, s.story_id
        from stg.current_documents as d
        left join core.story_documents as s on s.document_id = d.document_id
        where d.document_id = $id
        """,
        id=document_id,
    )


def sentences(reading: Reading, document_id: str) -> list[Row]:
    """The sentences of a document in order, without what lies between them."""
    return reading.rows(
        "select sentence_no, kind, text, char_start, char_end from core.sentences where document_id = $id order by sentence_no",
        id=document_id,
    )


def named_in(reading: Reading, document_id: str) -> list[Row]:
    """The actors that a document names."""
    return reading.rows(
        """
        select n.actor_id as key, n.name as label, n.kind, a.mentions
        from int.actor_documents as a
        join core.actors as n on n.actor_no = a.actor_no
        where a.document_no = (select document_no from core.documents where document_id = $id)
            and n.kind in ('person', 'organisation', 'country')
        order by a.mentions desc, n.name
        """,
        id=document_id,
    )


def topics_of(reading: Reading, document_id: str) -> list[Row]:
    """The topics of a document with the terms that speak for them."""
    return reading.rows("select rank, topic, topic_score, term, surfaces, adds, topic_id from explain_topic($id)", id=document_id)


def search(reading: Reading, words: str, limit: int) -> tuple[list[Item], int]:
    """Sentences of the scope that have all the words, case and accents aside, newest first; and how many there are."""
    terms = list(dict.fromkeys(words.split()))[:8]
    if not terms:
        return [], 0
    reading.lay_scope()
    rows = reading.rows(
        """
        select 'found' as key, t.document_id, t.sentence_no, count(*) over () as all_rows
        from int.search_sentences($words) as t
        join scope as s on s.document_id = t.document_id
        order by s.published_from desc nulls last, t.document_id, t.sentence_no
        limit $limit
        """,
        limit=limit,
        words=" ".join(terms),
    )
    return filled(reading, rows).get("found", []), rows[0]["all_rows"] if rows else 0


_TABLES = {
    "documents": """
        select document_id, published_edtf, title, source, language, word_count, place, story_id
        from scope order by published_from desc nulls last, document_id limit $limit
    """,
    "actors": """
        select n.actor_id, n.name, n.kind, n.country,
            count(*) as documents, count(distinct s.story_id) as stories, sum(a.mentions)::bigint as mentions,
            min(s.published_from) as first_published, max(s.published_until) as last_published
        from int.actor_documents as a
        join scope as s on s.document_no = a.document_no
        join core.actors as n on n.actor_no = a.actor_no
        group by n.actor_id, n.name, n.kind, n.country order by documents desc, mentions desc, n.actor_id limit $limit
    """,
    "topics": """
        select t.topic_id, t.label, t.parent_id, count(*) as documents, count(distinct s.story_id) as stories, sum(t.hits)::bigint as hits
        from int.topic_documents as t
        join scope as s on s.document_id = t.document_id
        group by t.topic_id, t.label, t.parent_id order by documents desc, t.topic_id limit $limit
    """,
    "stories": """
        select s.story_id, any_value(s.title) filter (where m.is_representative) as title,
            count(*) as documents, count(distinct s.source) as sources,
            min(s.published_from) as first_published, max(s.published_until) as last_published
        from scope as s
        left join core.story_documents as m on m.document_id = s.document_id
        group by s.story_id order by documents desc, s.story_id limit $limit
    """,
    "quotations": """
        select s.published_edtf, a.name as speaker, q.speaker_surface, q.kind, q.text, q.cue, s.source, s.language, s.place,
            q.document_id, q.quotation_no, q.char_start, q.char_end
        from int.quotations as f
        join scope as s on s.document_id = f.document_id
        join core.quotations as q on q.document_no = f.document_no and q.quotation_no = f.quotation_no
        left join core.actors as a on a.actor_id = f.speaker_id
        where f.is_counted order by s.published_from desc nulls last, q.document_id, q.quotation_no limit $limit
    """,
    "mentions": """
        select s.published_edtf, n.name, m.surface, l.rule, l.reason, s.source, s.language, s.place,
            m.document_id, m.sentence_no, m.char_start, m.char_end
        from core.mention_actors as l
        join scope as s on s.document_no = l.document_no
        join core.mentions as m on m.document_no = l.document_no and m.mention_no = l.mention_no
        join core.actors as n on n.actor_id = l.actor_id
        where len($actor_ids::varchar[]) = 0 or l.actor_id in (select unnest($actor_ids::varchar[]))
        order by s.published_from desc nulls last, m.document_id, m.mention_no limit $limit
    """,
}
TABLES = tuple(_TABLES)


def table(reading: Reading, name: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """A table of the scope to download: columns and at most ``MOST_ROWS`` rows."""
    reading.lay_scope()
    rows = reading.rows(_TABLES[name], limit=MOST_ROWS, actor_ids=reading.actor_ids)
    columns = list(rows[0]) if rows else []
    return columns, [tuple(row.values()) for row in rows]
