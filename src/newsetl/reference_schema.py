"""What each reference list must look like: columns, types, keys. A cell that breaks it stops the run before it begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

ACTOR_KINDS = ("person", "organisation", "country", "place")
SECTORS = frozenset(  # PLOVER's codes
    (
        *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK"),
        *("AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
        *("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"),
    )
)


@dataclass(frozen=True)
class Column:
    """The rule for the cells of a column."""

    kind: str = "text"  # text, integer, number, date (ISO, or a year, or year and month)
    required: bool = False
    one_of: tuple[str, ...] | frozenset[str] | None = None
    pattern: str | None = None  # the whole cell
    references: tuple[str, str] | None = None  # (list, column) that must hold the value; or
    or_pattern: str | None = None  # a value that looks so needs not stand there


@dataclass(frozen=True)
class List:
    """The rule for a list."""

    columns: dict[str, Column]
    unique: tuple[str, ...] = ()
    row_rule: Callable[[dict[str, str]], str | None] | None = None  # what is wrong with a row, or None
    table_rule: Callable[[list[dict[str, str]]], Iterable[tuple[int, str]]] | None = None  # (row index, what is wrong)


def problem(rule: Column, cell: str) -> str | None:
    """What is wrong with a cell, or None."""
    if not cell:
        return "must not be empty" if rule.required else None
    if rule.one_of is not None and cell not in rule.one_of:
        return f"{cell!r} is not one of {', '.join(sorted(rule.one_of))}"
    if rule.pattern is not None and not re.fullmatch(rule.pattern, cell):
        return f"{cell!r} does not look like {rule.pattern}"
    if rule.kind == "integer" and not re.fullmatch(r"[+-]?\d+", cell):
        return f"{cell!r} is not a whole number"
    if rule.kind == "number":
        try:
            float(cell)
        except ValueError:
            return f"{cell!r} is not a number"
    if rule.kind == "date":
        try:
            date.fromisoformat(cell + "-01-01"[len(cell) - 4 :] if len(cell) in (4, 7) else cell)
        except ValueError:
            return f"{cell!r} is not a date such as 2021-11-24, 2021-11 or 2021"
    return None


def _overlaps(rows: list[dict[str, str]]) -> Iterable[tuple[int, str]]:
    """The same role of one person must not be held twice at a time."""
    held: dict[tuple[str, str, str], list[tuple[str, str, int]]] = {}
    for at, row in enumerate(rows):
        start, end = row["valid_from"], row["valid_until"]
        if start and end and end[: len(start)] < start[: len(end)]:
            yield at, f"valid_until {end} lies before valid_from {start}"
            continue
        key = (row["actor_id"], row["role"], row["organisation"])
        for other_start, other_end, _ in held.get(key, []):
            if (not other_end or not start or start < other_end) and (not end or not other_start or other_start < end):
                yield at, f"{row['actor_id']} holds the role {row['role']!r} in this time already; the two rows overlap"
        held.setdefault(key, []).append((start, end, at))


_LANGUAGE = Column(pattern="[a-z]{2,3}(-[A-Za-z]+)?")
_ISO3 = Column(pattern="[A-Z]{3}", references=("countries", "iso3"))
_TOPIC = r"medtop:\d{8}|[a-z][a-z0-9-]*"

SCHEMAS: dict[str, List] = {
    "actors": List(
        {
            "actor_id": Column(required=True, pattern="[a-z0-9][a-z0-9:_-]*"),
            "name": Column(required=True),
            "kind": Column(required=True, one_of=ACTOR_KINDS),
            "country": _ISO3,
            "wikidata_id": Column(pattern=r"Q\d+"),
            "sector": Column(one_of=SECTORS),
            "gender": Column(one_of=("f", "m")),
            "note": Column(),
        },
        unique=("actor_id",),
    ),
    "actor_aliases": List(
        {
            # a listed actor, a country, or one that newsetl found and named by a hash
            "actor_id": Column(
                required=True,
                references=("actors", "actor_id"),
                or_pattern=r"country:[A-Z]{3}|(person|organisation|place):[0-9a-f]{12}",
            ),
            "alias": Column(required=True),
            "language": _LANGUAGE,
            "status": Column(required=True, one_of=("active", "blocked")),
            "note": Column(),
        },
        unique=("actor_id", "alias", "language"),
    ),
    "actor_roles": List(
        {
            "actor_id": Column(required=True, references=("actors", "actor_id")),
            "role": Column(required=True),
            "organisation": Column(),
            "sector": Column(one_of=SECTORS),
            "valid_from": Column(kind="date"),
            "valid_until": Column(kind="date"),
        },
        table_rule=_overlaps,
    ),
    "countries": List(
        {
            "iso3": Column(required=True, pattern="[A-Z]{3}"),
            "iso2": Column(pattern="[A-Z]{2}"),
            "name": Column(required=True),
            "status": Column(),
            "note": Column(),
        },
        unique=("iso3",),
    ),
    "country_names": List(
        {
            "iso3": Column(required=True, references=("countries", "iso3")),
            "language": _LANGUAGE,
            "form": Column(required=True),
            "kind": Column(required=True, one_of=("name", "demonym", "adjective", "prefix", "capital")),
            "note": Column(),
        },
    ),
    "offices": List(
        {
            "language": _LANGUAGE,
            "form": Column(required=True),
            "match": Column(required=True, one_of=("whole", "start")),
            "note": Column(),
        },
        unique=("language", "form"),
    ),
    "sources": List(
        {
            "source_id": Column(required=True),
            "name": Column(required=True),
            "kind": Column(one_of=("agency", "newspaper", "broadcaster", "website", "magazine")),
            "country": _ISO3,
            "domain": Column(pattern=r"[a-z0-9.-]+\.[a-z]{2,}(/[a-z0-9-]+)*"),
            "aliases": Column(),
        },
        unique=("source_id",),
    ),
    "languages": List(
        {
            "language": Column(required=True, pattern="[a-z]{2,3}(-[A-Za-z]+)?"),
            "name": Column(required=True),
            "name_native": Column(),
            "script": Column(pattern="[A-Z][a-z]{3}"),
        },
        unique=("language",),
    ),
    "titles": List(
        {
            "form": Column(required=True),
            "language": _LANGUAGE,
            "kind": Column(required=True),
            "gender": Column(one_of=("f", "m")),
        },
    ),
    "name_triggers": List({"form": Column(required=True), "language": _LANGUAGE, "kind": Column(required=True)}),
    "cue_verbs": List(
        {
            "language": Column(required=True, pattern="[a-z]{2}"),
            "lemma": Column(required=True),
            "kind": Column(required=True, one_of=("say", "ask", "think", "stance", "call", "marks", "source")),
            "strength": Column(required=True, one_of=("strong", "weak")),
            "forms": Column(),
            "note": Column(),
        },
        unique=("language", "lemma"),
    ),
    "topics": List(
        {
            "topic_id": Column(required=True, pattern=_TOPIC),
            "parent_id": Column(references=("topics", "topic_id")),
            "scheme": Column(required=True),
            "scheme_version": Column(),
            "weight": Column("number", required=True),
            **{
                f"label_{language}": Column(required=language == "en")
                for language in ["en", "fr", "es", "de", "pt", "ar", "zh", "sv", "da", "no"]
            },
            "note": Column(),
        },
        unique=("topic_id",),
    ),
    "topic_terms": List(
        {
            "term": Column(required=True),
            "language": _LANGUAGE,
            "topic_id": Column(required=True, references=("topics", "topic_id")),
            "weight": Column("number", required=True),
            "must_near": Column(),
            "must_not_near": Column(),
            "note": Column(),
        },
        unique=("language", "topic_id", "term"),
    ),
}
