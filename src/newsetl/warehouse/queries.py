"""A short look at the published file through a filter: what the report and the dashboard ask.

A ``Reading`` opens the file read-only, lays the filter down as the temporary table ``scope`` (one row a document that
passes) and answers questions over it. It is closed before the page is drawn, so nothing is ever held.
"""

from __future__ import annotations

import calendar
import contextlib
import re
from dataclasses import dataclass, fields
from datetime import date
from types import TracebackType
from typing import Any

import duckdb

from newsetl.errors import NewsetlError, SettingsError, TooSlow
from newsetl.settings import Settings
from newsetl.warehouse.connection import open_to_read, time_limit

Row = dict[str, Any]


@dataclass(frozen=True)
class Scope:
    """What is looked at; ``None`` is no limit. A period holds documents that are known to lie within it."""

    since: date | None = None
    until: date | None = None
    topic: str | None = None  # id or name of a topic
    actor: str | None = None  # id, name or any spelling of an actor
    source: str | None = None
    language: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is filtered."""
        return all(getattr(self, field.name) is None for field in fields(self))

    def address(self) -> dict[str, str]:
        """The limits that are set, as the parameters of an address and of the command line."""
        return dict(self.described())

    def described(self) -> list[tuple[str, str]]:
        """The limits that are set, for people: ``[("from", "2021-11-01"), …]``."""
        names = {"since": "from"}
        given = ((field.name, getattr(self, field.name)) for field in fields(self))
        return [(names.get(name, name), str(value)) for name, value in given if value is not None]


_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")


def parse_day(text: str, *, last: bool = False) -> date:
    """The first (or last) day of ``2021``, ``2021-11`` or ``2021-11-24``.

    Raises:
        SettingsError: it is none of these.
    """
    match = _PARTIAL.match(text.strip())
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part or 0) for part in match.groups())
        if match[3]:
            return date(year, month, day)
        first = month or (12 if last else 1)
        return date(year, first, calendar.monthrange(year, first)[1] if last else 1)
    except ValueError:
        raise SettingsError(f"{text!r} is not a date such as 2021, 2021-11 or 2021-11-24") from None


def parse_scope(
    *,
    since: str | None = None,
    until: str | None = None,
    actor: str | None = None,
    topic: str | None = None,
    language: str | None = None,
    source: str | None = None,
) -> Scope:
    """A scope from what people write; empty means no limit.

    Raises:
        SettingsError: a date that is none, or a period that ends before it begins.
    """
    first = parse_day(since) if since else None
    last = parse_day(until, last=True) if until else None
    if first and last and last < first:
        raise SettingsError(f"the period ends ({last}) before it begins ({first})")
    return Scope(first, last, topic or None, actor or None, source or None, language.lower() if language else None)


class Reading:
    """The published file as it is now, through a filter. Use it in a ``with`` and leave it soon.

    ``seconds`` is the time that all questions together may take.

    Raises:
        NewsetlError: there is no file, it cannot be read, or the filter names an actor or topic that it does not hold.
        TooSlow: the time is over.
    """

    def __init__(self, settings: Settings, scope: Scope | None = None, seconds: int | None = None) -> None:
        if not settings.warehouse.exists():
            raise NewsetlError(
                f"{settings.warehouse} does not exist yet; make it with: newsetl run FOLDER --warehouse {settings.warehouse}"
            )
        self.scope = scope or Scope()
        try:
            self._connection = open_to_read(settings.warehouse, settings)
        except duckdb.Error as error:
            raise NewsetlError(f"{settings.warehouse} cannot be opened: {error}") from None
        self.actor_ids: list[str] = []
        self.topic_id: str | None = None
        self._laid = False
        self._until = contextlib.ExitStack()
        if seconds is not None:
            self._until.enter_context(time_limit(self._connection, seconds))

    def __enter__(self) -> Reading:
        """Opened already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self._until.close()
        self._connection.close()

    def rows(self, sql: str, **given: Any) -> list[Row]:
        """The rows of a query with ``$name`` parameters, each a dict by column."""
        used = {name: value for name, value in given.items() if f"${name}" in sql}
        try:
            cursor = self._connection.execute(sql, used) if used else self._connection.execute(sql)
            found = cursor.fetchall()
        except duckdb.InterruptException:
            raise TooSlow("this takes too long and was stopped, so that others need not wait") from None
        except duckdb.Error as error:
            raise NewsetlError(f"the published file cannot answer: {error}") from None
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in found]

    def row(self, sql: str, **given: Any) -> Row:
        """The one row of a query; empty if there is none."""
        found = self.rows(sql, **given)
        return found[0] if found else {}

    def lay_scope(self) -> None:
        """Fill the temporary table ``scope``, once; queries over the whole file do not need it."""
        if self._laid:
            return
        self._laid = True
        scope = self.scope
        if scope.actor is not None:
            self.actor_ids = self.find_actors(scope.actor)
        if scope.topic is not None:
            self.topic_id = self.find_topic(scope.topic)
        limits = [
            ("d.published_from >= $since", scope.since),
            ("d.published_until <= $until", scope.until),
            ("d.source = $source", scope.source),
            ("d.language = $language", scope.language),
            (
                "d.document_no in (select document_no from int.actor_documents where actor_no in"
                " (select actor_no from core.actors where list_contains($actor_ids, actor_id)))",
                self.actor_ids,
            ),
            ("d.document_no in (select document_no from int.topic_documents where topic_id = $topic_id)", self.topic_id),
        ]
        conditions = [condition for condition, value in limits if value not in (None, [])]
        self.rows(
            f"""
            create temp table scope as
            select
                d.document_id, d.document_no, d.published_edtf, d.published_from, d.published_until, d.date_precision,
                d.language, d.language_decision, d.source, d.source_name, d.place, d.files, d.title, d.text_repair,
                d.date_reason, d.char_count, d.word_count, coalesce(s.story_id, d.document_id) as story_id,
            from stg.current_documents as d
            left join core.story_documents as s on s.document_no = d.document_no
            {"where " + " and ".join(conditions) if conditions else ""}
            """,
            since=scope.since,
            until=scope.until,
            source=scope.source,
            language=scope.language,
            actor_ids=self.actor_ids,
            topic_id=self.topic_id,
        )

    def find_actors(self, spelling: str) -> list[str]:
        """Ids of the actors of that id, name or spelling.

        Raises:
            NewsetlError: nobody is called so; names the nearest.
        """
        found = self.rows("select actor_id from int.actors_named($spelling)", spelling=spelling)
        if found:
            return sorted(row["actor_id"] for row in found)
        near = self.rows(
            """
            select a.name
            from core.actors as a
            where jaro_winkler_similarity(lower(a.name), lower($spelling)) > 0.8
                or contains(strip_accents(lower(a.name)), strip_accents(lower($spelling)))
            order by jaro_winkler_similarity(lower(a.name), lower($spelling)) desc, a.name
            limit 5
            """,
            spelling=spelling,
        )
        hint = "; near it: " + ", ".join(row["name"] for row in near) if near else ""
        raise NewsetlError(f"no actor is called {spelling!r}{hint}. See: newsetl sql \"select name from actor_summary\"")

    def find_topic(self, wanted: str) -> str:
        """Id of the topic of that id or name in any language of the list.

        Raises:
            NewsetlError: there is none; names those there are.
        """
        found = self.rows(
            """
            select topic_id
            from ref.topics
            where topic_id in ($wanted, 'medtop:' || $wanted) or lower($wanted) in (lower(label_en), lower(label_fr))
            order by topic_id
            """,
            wanted=wanted,
        )
        if found:
            return str(found[0]["topic_id"])
        if wanted == "undetermined":
            return wanted
        there = self.rows("select label_en from ref.topics where parent_id is null order by label_en")
        names = ", ".join(row["label_en"] for row in there if row["label_en"])
        raise NewsetlError(f"no topic is called {wanted!r}; those at the top are {names}")
