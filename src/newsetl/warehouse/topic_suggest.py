"""Terms that a topic's list lacks: what its documents have more often than others, for an editor to accept or leave."""

from __future__ import annotations

from typing import NamedTuple

from newsetl.errors import NewsetlError
from newsetl.settings import Settings
from newsetl.warehouse.catalogue import query


class Suggestion(NamedTuple):
    """A word or phrase that may be worth a row in ``seeds/topic_terms.csv``."""

    term: str
    z: float  # log-odds ratio in standard deviations
    documents: int  # of the topic that have it
    documents_elsewhere: int  # others that have it
    example: str | None  # a sentence with it


def topic_of(settings: Settings, topic: str) -> str:
    """The topic_id for an id, an IPTC code without its prefix, or a label in any language; a top-level topic before others.

    Raises:
        NewsetlError: no topic, or several, are called so.
    """
    name = topic.replace("'", "''")
    rows = query(
        settings,
        f"""
        select topic_id from ref.topics
        where '{name}' in (topic_id, replace(topic_id, 'medtop:', ''))
           or lower('{name}') in (
               lower(label_en), lower(label_fr), lower(label_es), lower(label_de), lower(label_pt), label_ar, label_zh,
               lower(label_sv), lower(label_da), lower(label_no)
           )
        qualify parent_id is null or not bool_or(parent_id is null) over ()
        order by topic_id
        """,
    ).rows
    if len(rows) == 1:
        return str(rows[0][0])
    if rows:
        raise NewsetlError(f"several topics are called {topic!r}: {', '.join(str(row[0]) for row in rows)}; give one of these ids")
    raise NewsetlError(f'no topic {topic!r}: see newsetl sql "select topic_id, label_en from ref.topics"')


def suggest(settings: Settings, topic: str, language: str, limit: int = 30) -> list[Suggestion]:
    """The best suggestions for a topic in one language, from the published warehouse.

    Raises:
        NewsetlError: there is no warehouse, or no such topic.
    """
    code = language.replace("'", "''")
    found = query(settings, f"select * from suggest_terms('{topic_of(settings, topic)}', '{code}') limit {int(limit)}").rows
    return [Suggestion(term, z, documents, elsewhere, example) for term, z, documents, elsewhere, _, example in found]


def as_rows(suggestions: list[Suggestion], topic_id: str, language: str) -> list[dict[str, str]]:
    """The suggestions as rows of ``topic_terms.csv``, weight 2, for an editor to paste those that fit."""
    return [
        {
            "term": s.term,
            "language": language,
            "topic_id": topic_id,
            "weight": "2",
            "must_near": "",
            "must_not_near": "",
            "note": f"suggested: {s.documents} documents of the topic, {s.documents_elsewhere} others",
        }
        for s in suggestions
    ]
