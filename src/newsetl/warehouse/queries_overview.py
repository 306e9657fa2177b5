"""What there is and what is missing in a scope: totals, coverage in time, gaps, sources, languages, quality."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from newsetl.warehouse.queries import Reading, Row

UNITS = ("day", "week", "month", "quarter", "year")
MOST_BUCKETS = 66  # bars that a phone still shows apart; five years of months and a bit
KNOWN_SHARE = 0.8  # of the dated documents that a unit must place, else a coarser one is taken
OUTLIERS = 0.005  # of the dated documents at each end may lie outside the chart; they are counted and told


class Buckets(NamedTuple):
    """The time axis of a scope."""

    unit: str | None  # day, week, month, quarter or year; None: nothing is dated
    starts: list[date]
    too_coarse: int  # documents dated only to more than a unit
    outside: int  # documents far before or after the others


def totals(reading: Reading) -> Row:
    """Documents, stories, sources, languages, words, period, and what is unknown, of the scope."""
    reading.lay_scope()
    return reading.row(
        """
        select
            count(*) as documents,
            count(distinct story_id) as stories,
            count(distinct source) as sources,
            count(distinct language) filter (where language <> 'und') as languages,
            coalesce(sum(word_count), 0)::bigint as words,
            min(published_from) as first_published,
            max(published_until) as last_published,
            count(*) filter (where date_precision = 'none') as undated,
            count(*) filter (where date_precision in ('month', 'year')) as dated_coarsely,
            (select count(*) from stg.current_documents) as all_documents,
            (select count(*) from stg.current_documents where date_precision = 'none') as all_undated,
        from scope
        """
    )


def publication(reading: Reading) -> Row:
    """The publication that is looked at: run, moment (UTC), version."""
    return reading.row("select run_id, published_at, newsetl_version, documents from meta.published order by run_id desc limit 1")


def after(unit: str, start: date) -> date:
    if unit == "day":
        return start + timedelta(days=1)
    if unit == "week":
        return start + timedelta(days=7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


def buckets(reading: Reading) -> Buckets:
    """The finest unit of time that shows the scope in few enough bars and can place most of its dated documents."""
    reading.lay_scope()
    columns = ", ".join(
        f"""
        quantile_disc(date_trunc('{unit}', published_from)::date, {OUTLIERS}) filter (where known_{unit}) as first_{unit},
        quantile_disc(date_trunc('{unit}', published_from)::date, {1 - OUTLIERS}) filter (where known_{unit}) as last_{unit},
        count(*) filter (where known_{unit}) as count_{unit}
        """
        for unit in UNITS
    )
    known = ", ".join(f"date_trunc('{unit}', published_from) = date_trunc('{unit}', published_until) as known_{unit}" for unit in UNITS)
    dated = f"select published_from, {known} from scope where published_from is not null"
    found = reading.row(f"select count(*) as dated, {columns} from ({dated})")
    if not found["dated"]:
        return Buckets(None, [], 0, 0)
    for unit in UNITS:
        first, last, count = found[f"first_{unit}"], found[f"last_{unit}"], found[f"count_{unit}"]
        if count < KNOWN_SHARE * found["dated"] and unit != "year":
            continue
        starts = [first] if first else []
        while starts and starts[-1] < last and len(starts) <= MOST_BUCKETS:
            starts.append(after(unit, starts[-1]))
        if len(starts) > MOST_BUCKETS and unit != "year":
            continue
        starts = starts[-MOST_BUCKETS:]
        reading.rows(
            f"""
            create temp table bucketed as
            select document_id, story_id, date_trunc('{unit}', published_from)::date as bucket
            from scope
            where date_trunc('{unit}', published_from) = date_trunc('{unit}', published_until)
                and date_trunc('{unit}', published_from) between $first and $last
            """,
            first=starts[0],
            last=starts[-1],
        )
        inside = reading.row("select count(*) as documents from bucketed")["documents"]
        return Buckets(unit, starts, found["dated"] - count, count - inside)
    return Buckets(None, [], found["dated"], 0)


def timeline(reading: Reading, axis: Buckets) -> list[Row]:
    """Documents and stories by bucket, with zeros."""
    if axis.unit is None:
        return []
    found = reading.rows("select bucket, count(*) as documents, count(distinct story_id) as stories from bucketed group by bucket")
    by_bucket = {row["bucket"]: row for row in found}
    return [by_bucket.get(start, {"bucket": start, "documents": 0, "stories": 0}) for start in axis.starts]


def gaps(counts: list[Row], unit: str | None) -> list[tuple[date, date, int]]:
    """Stretches without a document, the longest first: first day, last day, buckets."""
    found: list[tuple[date, date, int]] = []
    length = 0
    for row in [*counts, {"documents": 1, "bucket": None}]:
        if not row["documents"]:
            length += 1
            last = row["bucket"]
        elif length:
            first = last
            for _ in range(length - 1):
                first = _before(str(unit), first)
            found.append((first, after(str(unit), last) - timedelta(days=1), length))
            length = 0
    return sorted(found, key=lambda gap: (-gap[2], gap[0]))


def _before(unit: str, start: date) -> date:
    if unit in ("day", "week"):
        return start - timedelta(days=1 if unit == "day" else 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(start.year * 12 + start.month - 1 - months, 12)
    return date(year, month + 1, 1)


def sources(reading: Reading, limit: int) -> list[Row]:
    """Sources by documents."""
    return _groups(reading, "source", limit)


def languages(reading: Reading, limit: int) -> list[Row]:
    """Languages by documents."""
    return _groups(reading, "language", limit)


def _groups(reading: Reading, column: str, limit: int) -> list[Row]:
    reading.lay_scope()
    return reading.rows(
        f"""
        select
            {column} as key,
            count(*) as documents,
            count(distinct story_id) as stories,
            count(distinct language) as languages,
            count(distinct source) as sources,
            count(*) filter (where date_precision = 'none') as undated,
            min(published_from) as first_published,
            max(published_until) as last_published,
            count(*) over () as groups,
        from scope
        group by {column}
        order by documents desc, {column}
        limit $limit
        """,
        limit=limit,
    )


# measure -> condition on scope; the same measures as the view data_quality, for a filter
_DOUBTFUL = (
    ("undated", "s.date_precision = 'none'", "without a date of publication; they count in no day, month or year"),
    ("dated coarsely", "s.date_precision in ('month', 'year')", "of which only the month or the year is known; they count in no day"),
    ("date refused", "s.date_precision = 'none' and s.date_reason is not null", "whose date was found and refused"),
    ("language unknown", "s.language = 'und'", "whose language could not be told"),
    ("languages mixed", "s.language_decision = 'mixed'", "in two languages"),
    ("untitled", "s.title is null", "without a title; their first sentence stands for it"),
    ("source unnamed", "s.source_name is null", "that name no medium; their folder stands for it"),
    ("text repaired", "s.text_repair is not null", "whose text was mended in decoding"),
    (
        "no topic",
        "s.document_id in (select document_id from core.document_topics where topic_id = 'undetermined')",
        "without a topic",
    ),
    ("duplicate files", "s.files > 1", "that more than one file holds"),
)


def quality(reading: Reading, examples: int) -> list[Row]:
    """Measures of doubt with how many documents they concern, each with some of them."""
    reading.lay_scope()
    columns = ", ".join(f"count(*) filter (where {condition}) as m{n}" for n, (_, condition, _) in enumerate(_DOUBTFUL))
    counts = reading.row(f"select {columns} from scope as s")
    found = []
    for n, (measure, condition, meaning) in enumerate(_DOUBTFUL):
        ids = []
        if counts[f"m{n}"] and examples:
            ids = reading.rows(f"select document_id from scope as s where {condition} order by document_id limit $limit", limit=examples)
        found.append(
            {
                "measure": measure,
                "meaning": meaning,
                "documents": counts[f"m{n}"],
                "condition": condition,
                "document_ids": [row["document_id"] for row in ids],
            }
        )
    return found


def rejects(reading: Reading, limit: int) -> list[Row]:
    """Files that could not be loaded, by reason; of the whole file, for a rejected file has no topic or actor."""
    return reading.rows(
        """
        select reason, count(*) as files, list({place: place, detail: detail} order by place)[:$limit] as examples
        from stg.current_rejects
        group by reason
        order by files desc, reason
        """,
        limit=limit,
    )


def failed_checks(reading: Reading) -> list[Row]:
    """Checks of the last run that found something."""
    return reading.rows(
        """
        select name, severity, failures, sample
        from meta.checks
        where run_id = (select max(run_id) from meta.checks) and failures > 0
        order by severity, failures desc
        """
    )


def runs(reading: Reading, limit: int) -> list[Row]:
    """The runs that made this file, newest first."""
    return reading.rows("select * from load_history order by run_id desc limit $limit", limit=limit)


def choices(reading: Reading, limit: int) -> dict[str, list[Any]]:
    """What a filter may name in this file: languages, sources, topics."""
    counted = "select {} as value from stg.current_documents group by 1 order by count(*) desc, 1 limit $limit"
    return {
        "languages": [row["value"] for row in reading.rows(counted.format("language"), limit=limit)],
        "sources": [row["value"] for row in reading.rows(counted.format("source"), limit=limit)],
        "topics": reading.rows(
            """
            select t.topic_id, t.label_en as label
            from ref.topics as t
            where t.parent_id is null and t.topic_id in (select topic_id from core.document_topics)
            order by label
            """
        ),
    }
