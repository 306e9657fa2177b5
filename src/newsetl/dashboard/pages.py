"""What each page shows: read in one short look at the file, then drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from newsetl import __version__
from newsetl.dashboard.filters import address, scope_of
from newsetl.errors import NewsetlError, SettingsError
from newsetl.report import charts, wording
from newsetl.report.build import TEMPLATES as REPORT_TEMPLATES
from newsetl.report.build import environment as report_environment
from newsetl.settings import Settings
from newsetl.warehouse import queries_evidence as evidence
from newsetl.warehouse import queries_overview as overview
from newsetl.warehouse import queries_pages as subjects_pages
from newsetl.warehouse import queries_subjects as subjects
from newsetl.warehouse.queries import Reading, Row, Scope

TEMPLATES = Path(__file__).resolve().parent / "templates"
ROWS = 12  # of a list on a page of many
LONG = 60  # of a list that is a page of its own
SENTENCES = 30
NOTHING_CHOSEN = {"actor": "", "topic": "", "topic_id": ""}
KINDS = {"person": "People", "organisation": "Organisations", "country": "Countries"}

Content = dict[str, Any]
Given = dict[str, str]


@cache
def environment() -> Environment:
    """The report's environment with the pages' templates before its own."""
    return report_environment().overlay(loader=FileSystemLoader([TEMPLATES, REPORT_TEMPLATES]))


def _time(reading: Reading) -> Content:
    axis = overview.buckets(reading)
    counts = overview.timeline(reading, axis)
    top = max((row["documents"] for row in counts), default=0)
    ends = [row["bucket"] for row in counts[1:]]
    for index, row in enumerate(counts):
        row["label"] = wording.bucket(row["bucket"], axis.unit)
        row["height"] = round(100 * row["documents"] / top, 1) if top else 0
        last = ends[index] - timedelta(days=1) if index < len(ends) else overview.after(str(axis.unit), row["bucket"]) - timedelta(days=1)
        row["first"], row["last"] = row["bucket"].isoformat(), last.isoformat()
    found = [(wording.stretch(first, last, axis.unit), length) for first, last, length in overview.gaps(counts, axis.unit)]
    return {"axis": axis, "counts": counts, "gaps": found, "totals": overview.totals(reading)}


def _overview(reading: Reading, given: Given) -> Content:
    time = _time(reading)
    return {
        **time,
        "topics": subjects.topics(reading, time["axis"], 24),
        "actors": _by_kind(reading, time["axis"], dict.fromkeys(KINDS, 8)),
        "stories": subjects.stories(reading, 8),
        "sources": overview.sources(reading, 8),
        "languages": overview.languages(reading, 12),
    }


def _topics(reading: Reading, given: Given) -> Content:
    time = _time(reading)
    top = subjects.topics(reading, time["axis"], 40)
    return {**time, "topics": top}


def _topic(reading: Reading, given: Given) -> Content:
    if not given.get("topic"):
        raise NewsetlError("no topic is named; choose one on the page of topics")
    time = _time(reading)
    topic_id = str(reading.topic_id)
    row = reading.row("select topic_id, label_en, label_fr, parent_id from ref.topics where topic_id = $id", id=topic_id)
    return {
        **time,
        "topic": {"topic_id": topic_id, "label": row.get("label_en") or topic_id, "parent_id": row.get("parent_id")},
        "below": subjects.topics(reading, time["axis"], ROWS, below=topic_id),
        "actors": _by_kind(reading, time["axis"], dict.fromkeys(KINDS, 8)),
        "sources": overview.sources(reading, 8),
        "speakers": _speakers(reading, 6, 4),
        "sentences": evidence.of_topics(reading, [topic_id], SENTENCES).get(topic_id, []),
        "stories": subjects.stories(reading, 8),
    }


def _by_kind(reading: Reading, axis: overview.Buckets, kinds: dict[str, int]) -> list[tuple[str, str, list[Row]]]:
    return [(KINDS[kind], kind, rows) for kind, rows in subjects.actors(reading, axis, kinds).items()]


def _speakers(reading: Reading, limit: int, each: int) -> list[Row]:
    rows: dict[str, Row] = {}
    for cell in subjects.speakers(reading, limit):
        rows.setdefault(cell["key"], cell)
    shown = subjects.quotations(reading, list(rows), each)
    return [{**row, "shown": shown.get(key, [])} for key, row in rows.items()]


def _actors(reading: Reading, given: Given) -> Content:
    time = _time(reading)
    kind = given.get("kind", "")
    wanted = {kind: KINDS[kind]} if kind in KINDS else KINDS
    limit = LONG if len(wanted) == 1 else 15
    return {**time, "kind": kind, "actors": _by_kind(reading, time["axis"], dict.fromkeys(wanted, limit))}


def _actor(reading: Reading, given: Given) -> Content:
    if not given.get("actor"):
        raise NewsetlError("no actor is named; choose one on the page of actors")
    time = _time(reading)
    if len(reading.actor_ids) > 1:
        return {**time, "several": [subjects_pages.actor(reading, key) for key in reading.actor_ids]}
    key = reading.actor_ids[0]
    company = subjects_pages.company(reading, key, ROWS)
    return {
        **time,
        "several": [],
        "actor": subjects_pages.actor(reading, key),
        "spellings": subjects_pages.spellings(reading, key, 40),
        "blocked": subjects_pages.blocked_spellings(reading, key),
        "apart": subjects_pages.apart(reading, key, 8),
        "roles": subjects_pages.roles(reading, key, 20),
        "topics": subjects.topics(reading, time["axis"], 10),
        "company": company,
        "together": evidence.of_pairs(reading, [(min(key, row["key"]), max(key, row["key"])) for row in company], 3),
        "said": subjects.quotations(reading, [key], 15).get(key, []),
        "about": subjects_pages.quoted_about(reading, key, 15),
        "sentences": evidence.of_actors(reading, [key], SENTENCES).get(key, []),
    }


def _together(reading: Reading, given: Given) -> Content:
    still = overview.Buckets(None, [], 0, 0)
    most = {"person": 16, "organisation": 10, "country": 8}
    actors = [row for rows in subjects.actors(reading, still, most).values() for row in rows]
    pairs = subjects.pairs(reading, [row["key"] for row in actors], 60)
    nodes, edges = charts.network(
        [(row["key"], row["label"], row["kind"], row["documents"]) for row in actors],
        [(pair["a"], pair["b"], pair["documents"]) for pair in pairs],
    )
    items = evidence.of_pairs(reading, [(pair["a"], pair["b"]) for pair in pairs[:24]], 5)
    for pair in pairs:
        pair["evidence"] = items.get(f"{pair['a']}|{pair['b']}", [])
        pair["sql"] = None
    network = {"nodes": nodes, "edges": edges, "pairs": pairs[:24], "width": charts.WIDTH, "height": charts.HEIGHT}
    return {"axis": still, "network": network, "totals": overview.totals(reading)}


def _stories(reading: Reading, given: Given) -> Content:
    return {**_time(reading), "stories": subjects.stories(reading, LONG)}


def _story(reading: Reading, given: Given) -> Content:
    found = subjects_pages.story(reading, given.get("id", ""))
    if not found:
        raise NewsetlError("there is no such story now; the page of stories shows those there are")
    reading.lay_scope()
    members = subjects.story_members(reading, [found["story_id"]]).get(found["story_id"], [])
    leads = evidence.leads(reading, [m["document_id"] for m in members[:LONG]])
    return {"story": found, "members": [{**m, "item": leads.get(m["document_id"])} for m in members[:LONG]], "all_members": len(members)}


def _document(reading: Reading, given: Given) -> Content:
    found = subjects_pages.document(reading, given.get("id", ""))
    if not found:
        raise NewsetlError("there is no such document now")
    key = found["document_id"]
    return {
        "document": found,
        "text": subjects_pages.sentences(reading, key),
        "named": subjects_pages.named_in(reading, key),
        "topics": _topics_with_words(subjects_pages.topics_of(reading, key)),
    }


def _topics_with_words(rows: list[Row]) -> list[Row]:
    """One row a topic with all the terms that speak for it, from one row a term."""
    found: dict[str, Row] = {}
    for row in rows:
        topic = {"topic": row["topic"], "rank": row["rank"], "score": row["topic_score"], "words": []}
        found.setdefault(row["topic_id"], topic)["words"].append(row)
    return list(found.values())[:ROWS]


def _quotations(reading: Reading, given: Given) -> Content:
    return {"totals": overview.totals(reading), "speakers": _speakers(reading, 25, 6)}


def _search(reading: Reading, given: Given) -> Content:
    words = given.get("q", "").strip()[:200]
    found, count = subjects_pages.search(reading, words, LONG)
    reading.lay_scope()
    return {"words": words, "found": found, "count": count, "totals": overview.totals(reading)}


def _quality(reading: Reading, given: Given) -> Content:
    time = _time(reading)
    rows = overview.quality(reading, 6)
    leads = evidence.leads(reading, sorted({key for row in rows for key in row["document_ids"]}))
    for row in rows:
        row["evidence"] = [leads[key] for key in row["document_ids"] if key in leads]
        row["sql"] = None
    return {**time, "quality": rows, "rejects": overview.rejects(reading, 20), "checks": overview.failed_checks(reading)}


def _runs(reading: Reading, given: Given) -> Content:
    return {"runs": overview.runs(reading, 50), "checks": overview.failed_checks(reading)}


PAGES: dict[str, Callable[[Reading, Given], Content]] = {
    "overview": _overview,
    "topics": _topics,
    "topic": _topic,
    "actors": _actors,
    "actor": _actor,
    "together": _together,
    "stories": _stories,
    "story": _story,
    "document": _document,
    "quotations": _quotations,
    "search": _search,
    "quality": _quality,
    "runs": _runs,
}


def render(settings: Settings, name: str, given: Given, version: str) -> str:
    """A page as HTML.

    Raises:
        NewsetlError: the filter or the address names what the file does not hold.
        TooSlow: the page would take longer than ``settings.page_seconds``.
    """
    scope = scope_of(given)
    unfiltered = name in ("story", "document", "runs")
    with Reading(settings, Scope() if unfiltered else scope, settings.page_seconds) as reading:
        content = PAGES[name](reading, given)
        content["publication"] = overview.publication(reading)
        content["choices"] = overview.choices(reading, 60)
        content["chosen"] = _chosen(reading, given)
    return _draw(f"{name}.html", name, given, version, content)


def _chosen(reading: Reading, given: Given) -> dict[str, str]:
    """Names of the actor and the topic that the filter holds by id."""
    names = dict(NOTHING_CHOSEN)
    if reading.actor_ids:
        rows = reading.rows("select name from core.actors where actor_id in (select unnest($ids::varchar[]))", ids=reading.actor_ids)
        names["actor"] = rows[0]["name"] if len(rows) == 1 else given.get("actor", "")
    if reading.topic_id:
        row = reading.row("select label_en from ref.topics where topic_id = $id", id=reading.topic_id)
        names["topic"] = row.get("label_en") or reading.topic_id
        names["topic_id"] = reading.topic_id
    if given.get("language"):
        names["language"] = wording.language(given["language"])
    return names


def render_error(given: Given, version: str, told: str) -> str:
    """A page that says what is wrong, without the filter that caused it."""
    return _draw("error.html", "error", {}, version, {"told": told, "publication": None, "choices": None, "chosen": NOTHING_CHOSEN})


def render_slow(name: str, given: Given, version: str, seconds: int) -> str:
    """A page that says that the wanted one takes too long, and what can be done."""
    content = {"seconds": seconds, "wanted": "/" if name == "overview" else f"/{name}"}
    return _draw("slow.html", "slow", given, version, {**content, "publication": None, "choices": None, "chosen": NOTHING_CHOSEN})


def _draw(template: str, name: str, given: Given, version: str, content: Content) -> str:
    try:
        scope = scope_of(given)
    except SettingsError:
        scope = None
    return environment().get_template(template).render(
        **content, page=name, given=given, scope=scope, link=partial(address, given=given), page_version=version, version=__version__
    )
