"""What stands in a report: the figures of a scope, each with the sentences it opens to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from newsetl.report import charts, wording
from newsetl.settings import Settings
from newsetl.warehouse import queries_evidence as evidence
from newsetl.warehouse import queries_overview as overview
from newsetl.warehouse import queries_subjects as subjects
from newsetl.warehouse.queries import Reading, Row, Scope

PEOPLE, ORGANISATIONS, COUNTRIES = 20, 12, 12  # names a table: what fits a page and is read
NETWORK = {"person": 14, "organisation": 10, "country": 8}
PAIRS, EDGES = 24, 60
SPEAKERS, MATRIX_TOPICS = 14, 6
STORIES, SOURCES, LANGUAGES, SUBTOPICS = 20, 20, 20, 12
GAPS = 8


@dataclass(frozen=True)
class Depth:
    """How many sentences a figure opens to."""

    sentences: int = 12
    quotations: int = 20
    pairs: int = 5
    documents: int = 6
    bucket_documents: int = 3


DEPTHS = (Depth(), Depth(6, 10, 3, 4, 1), Depth(3, 5, 2, 2, 1), Depth(1, 1, 1, 1, 0))  # tried in order until the file is small enough


def gather(settings: Settings, scope: Scope, depth: Depth) -> dict[str, Any]:
    """Everything the template says, read in one short look at the file."""
    with Reading(settings, scope) as reading:
        axis = overview.buckets(reading)
        counts = overview.timeline(reading, axis)
        return {
            "scope": scope,
            "named": _named(reading),
            "publication": overview.publication(reading),
            "totals": overview.totals(reading),
            "axis": axis,
            "coverage": _coverage(reading, axis, counts, depth),
            "gaps": [(wording.stretch(first, last, axis.unit), length) for first, last, length in overview.gaps(counts, axis.unit)],
            "topics": _topics(reading, axis, depth),
            "actors": _actors(reading, axis, depth),
            "network": _network(reading, depth),
            "quoted": _quoted(reading, depth),
            "sources": _with_documents(reading, overview.sources(reading, SOURCES), "source", depth),
            "languages": _with_documents(reading, overview.languages(reading, LANGUAGES), "language", depth),
            "stories": _stories(reading, depth),
            "quality": _quality(reading, depth),
            "rejects": overview.rejects(reading, depth.documents),
            "checks": overview.failed_checks(reading),
            "runs": overview.runs(reading, 5),
        }


def _named(reading: Reading) -> dict[str, str]:
    """The filter as people call it: the actor's and the topic's names."""
    reading.lay_scope()
    found = {}
    if reading.actor_ids:
        ids = reading.actor_ids
        rows = reading.rows("select name from core.actors where list_contains($ids::varchar[], actor_id) order by name", ids=ids)
        found["actor"] = ", ".join(row["name"] for row in rows)
    if reading.topic_id:
        row = reading.row("select label_en from ref.topics where topic_id = $id", id=reading.topic_id)
        found["topic"] = row.get("label_en") or reading.topic_id
    return found


def _coverage(reading: Reading, axis: overview.Buckets, counts: list[Row], depth: Depth) -> list[Row]:
    items = {}
    if axis.unit and depth.bucket_documents:
        items = evidence.of_documents(reading, "select bucket as key, document_id from bucketed", depth.bucket_documents)
    top = max((row["documents"] for row in counts), default=0)
    return [
        {
            **row,
            "label": wording.bucket(row["bucket"], axis.unit),
            "height": round(100 * row["documents"] / top, 1) if top else 0,
            "evidence": items.get(row["bucket"], []),
            "sql": _between(row["bucket"], axis, index, counts),
        }
        for index, row in enumerate(counts)
    ]


def _between(start: date, axis: overview.Buckets, index: int, counts: list[Row]) -> str:
    after = counts[index + 1]["bucket"] if index + 1 < len(counts) else None
    until = f" and published_until < '{after}'" if after else ""
    return f"from documents where published_from >= '{start}'{until};"


def _topics(reading: Reading, axis: overview.Buckets, depth: Depth) -> dict[str, list[Row]]:
    top = subjects.topics(reading, axis, 30)
    below: list[Row] = []
    for row in top[:4]:
        below += [{**child, "above": row["label"]} for child in subjects.topics(reading, axis, 5, below=row["key"])]
    below = sorted(below, key=lambda row: (-row["documents"], row["key"]))[:SUBTOPICS]
    items = evidence.of_topics(reading, [row["key"] for row in top + below], depth.sentences)
    for row in top + below:
        row["evidence"] = items.get(row["key"], [])
        row["sql"] = f"from evidence_for_topic({wording.sql_text(row['key'])});"
    return {"top": top, "below": below}


def _actors(reading: Reading, axis: overview.Buckets, depth: Depth) -> list[tuple[str, list[Row]]]:
    titles = {"person": "People", "organisation": "Organisations", "country": "Countries"}
    most = {"person": PEOPLE, "organisation": ORGANISATIONS, "country": COUNTRIES}
    found = [(titles[kind], rows) for kind, rows in subjects.actors(reading, axis, most).items()]
    items = evidence.of_actors(reading, [row["key"] for _, rows in found for row in rows], depth.sentences)
    for _, rows in found:
        for row in rows:
            row["evidence"] = items.get(row["key"], [])
            row["sql"] = f"from evidence_for_actor({wording.sql_text(row['key'])});"
    return found


def _network(reading: Reading, depth: Depth) -> dict[str, Any]:
    still = overview.Buckets(None, [], 0, 0)  # no course in time is drawn here
    actors = [row for rows in subjects.actors(reading, still, NETWORK).values() for row in rows]
    pairs = subjects.pairs(reading, [row["key"] for row in actors], EDGES)
    items = evidence.of_pairs(reading, [(pair["a"], pair["b"]) for pair in pairs[:PAIRS]], depth.pairs)
    nodes, edges = charts.network(
        [(row["key"], row["label"], row["kind"], row["documents"]) for row in actors],
        [(pair["a"], pair["b"], pair["documents"]) for pair in pairs],
    )
    for pair in pairs:
        pair["key"] = f"{pair['a']}|{pair['b']}"
        pair["evidence"] = items.get(pair["key"], [])
        a, b = wording.sql_text(pair["a"]), wording.sql_text(pair["b"])
        pair["sql"] = f"from actor_evidence where actor_id in ({a}, {b}) order by document_id, sentence_no;"
    first_pair: dict[str, int] = {}
    for index, pair in enumerate(pairs[:PAIRS]):
        for key in (pair["a"], pair["b"]):
            first_pair.setdefault(key, index)
    drawn = {"nodes": nodes, "edges": edges, "width": charts.WIDTH, "height": charts.HEIGHT}
    return {**drawn, "pairs": pairs[:PAIRS], "first_pair": first_pair}


def _quoted(reading: Reading, depth: Depth) -> dict[str, Any]:
    cells = subjects.speakers(reading, SPEAKERS)
    topics: dict[str, list[Any]] = {}
    speakers: dict[str, Row] = {}
    for cell in cells:
        topics.setdefault(cell["topic_id"], [cell["topic"], 0])[1] += cell["quotations"]
        row = speakers.setdefault(cell["key"], {**cell, "by_topic": {}})
        row["by_topic"][cell["topic_id"]] = cell["quotations"]
    columns = sorted(topics.items(), key=lambda entry: (-entry[1][1], entry[0]))[:MATRIX_TOPICS]
    items = subjects.quotations(reading, list(speakers), depth.quotations)
    for key, row in speakers.items():
        row["quotations_shown"] = items.get(key, [])
        shown = {topic_id for topic_id, _ in columns}
        row["other_topics"] = sum(count for topic_id, count in row["by_topic"].items() if topic_id not in shown)
        row["sql"] = f"from quotes_by({wording.sql_text(row['label'])});"
    most = max((count for row in speakers.values() for count in row["by_topic"].values()), default=1)
    return {"speakers": list(speakers.values()), "columns": [(key, label) for key, (label, _) in columns], "most": most}


def _with_documents(reading: Reading, rows: list[Row], column: str, depth: Depth) -> list[Row]:
    items = evidence.of_documents(reading, f"select {column} as key, document_id from scope", depth.documents) if depth.documents else {}
    for row in rows:
        row["label"] = wording.language(row["key"]) if column == "language" else row["key"]
        row["evidence"] = items.get(row["key"], [])
        row["sql"] = f"from documents where {column} = {wording.sql_text(row['key'])};"
    return rows


def _stories(reading: Reading, depth: Depth) -> list[Row]:
    rows = subjects.stories(reading, STORIES)
    members = subjects.story_members(reading, [row["key"] for row in rows])
    leads = evidence.leads(reading, [m["document_id"] for found in members.values() for m in found[: depth.documents]])
    for row in rows:
        found = members.get(row["key"], [])
        row["members"] = [{**m, "item": leads.get(m["document_id"])} for m in found[: depth.documents]]
        row["sql"] = f"from story_documents where story_id = {wording.sql_text(row['key'])};"
    return rows


def _quality(reading: Reading, depth: Depth) -> list[Row]:
    rows = overview.quality(reading, depth.documents)
    leads = evidence.leads(reading, sorted({key for row in rows for key in row["document_ids"]}))
    for row in rows:
        row["evidence"] = [leads[key] for key in row["document_ids"] if key in leads]
        row["sql"] = None
    return rows
