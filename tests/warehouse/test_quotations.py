"""Quotations in SQL: who said what about whom, copies counted once, numbers that open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from newsetl.warehouse.models import load_models, run_model
from numbered import number

STATEMENT = "«Le pont de Paul Durand tombe», a dit Jeanne Morel à l'AFP."
SPEAKER, ABOUT, MEDIUM = "person:morel", "person:durand", "org:afp"
MODELS = (
    "stg.places", "int.quotation_words", "int.quotations", "int.quotation_actors",
    "quotations", "quotation_mentions", "quotation_pairs", "quotes_about", "quotes_by", "int.quotations_told", "int.sentences_at",
)  # fmt: skip


@pytest.fixture
def db(repository: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse with the tables of the contract and three actors."""
    with duckdb.connect() as connection:
        connection.execute("create schema core; create schema meta; create schema stg; create schema ref; create schema int")
        for model in load_models(repository / "sql", ("schema",)):
            connection.execute(model.sql)
        connection.execute("create temp table run_documents (document_id varchar, document_no integer)")
        connection.execute("create temp view run_changed_documents as from run_documents")
        connection.execute("create temp table run_changed_actors (actor_id varchar, is_gone boolean)")
        for model in load_models(repository / "sql", ("staging",)):
            if model.name == "stg.current_documents":
                connection.execute(model.sql)
        actors = ((SPEAKER, "Jeanne Morel", "person"), (ABOUT, "Paul Durand", "person"), (MEDIUM, "AFP", "organisation"))
        for actor_id, name, kind in actors:
            connection.execute(
                "insert into core.actors (actor_id, name, kind, origin, known_by) values (?, ?, ?, 'curated', 'list')",
                [actor_id, name, kind],
            )
            connection.execute(
                "insert into core.actor_aliases (actor_id, alias, alias_key, origin, status, documents)"
                " values (?, ?, int.name_key(?), 'curated', 'active', 1)",
                [actor_id, name, name],
            )
        yield connection


def add(db: duckdb.DuckDBPyConnection, document_id: str, story_id: str, day: int, text: str = STATEMENT) -> None:
    """A document in which Jeanne Morel speaks of Paul Durand, told to the AFP."""
    db.execute(
        "insert into core.documents (document_id, text, encoding, encoding_rule, body_start, body_end, char_count, word_count, language,"
        " language_confidence, language_decision, published_edtf, published_from, published_until, date_precision, date_source, run_id)"
        " select $id, $text, 'utf-8', 'utf-8', 0, length($text), length($text), 9, 'fr', 1, 'confident', $day, $day, $day, 'day', 'header',"
        " 'r'",
        {"id": document_id, "text": text, "day": f"2024-03-{day:02}"},
    )
    db.execute(
        "insert into meta.records (root, path, record_no, document_id, valid_from_run) values ('news', ?, 0, ?, 'r')",
        [document_id + ".txt", document_id],
    )
    db.execute(
        "insert into core.sentences (document_id, sentence_no, char_start, char_end, kind, text) values (?, 0, 0, ?, 'sentence', ?)",
        [document_id, len(text), text],
    )
    for mention_no, (surface, actor_id) in enumerate((("Paul Durand", ABOUT), ("Jeanne Morel", SPEAKER), ("AFP", MEDIUM))):
        start = text.index(surface)
        db.execute(
            "insert into core.mentions (document_id, mention_no, sentence_no, char_start, char_end, surface, name_key, entity_key, kind,"
            " role, usage, rule, confidence) values (?, ?, 0, ?, ?, ?, '', '', 'person', ?, 'name', 'test', 1)",
            [document_id, mention_no, start, start + len(surface), surface, "maire" if actor_id == SPEAKER else None],
        )
        db.execute(
            "insert into core.mention_actors (document_id, mention_no, actor_id, rule, reason) values (?, ?, ?, 'test', 'test')",
            [document_id, mention_no, actor_id],
        )
    words = text[1 : text.index("»")]
    db.execute(
        "insert into core.quotations (document_id, quotation_no, sentence_no, char_start, char_end, text, kind, cue, cue_lemma,"
        " speaker_surface, speaker_mention_no, medium_mention_no, rule, confidence)"
        " values (?, 0, 0, 1, ?, ?, 'direct', 'dit', 'dire', 'Jeanne Morel', 1, 2, 'after_inverted', 0.96)",
        [document_id, 1 + len(words), words],
    )
    db.execute(
        "insert into core.story_documents (document_id, story_id, relation, is_representative, text_id) values (?, ?, 'identical', ?, ?)",
        [document_id, story_id, document_id == story_id, document_id],
    )
    db.execute("insert into run_documents values (?, null)", [document_id])


def build(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    number(db)
    for model in load_models(repository / "sql"):
        if model.name in MODELS and model.layer != "schema":
            run_model(db, model)


def problems(db: duckdb.DuckDBPyConnection, repository: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the checks of quotations find."""
    names = ("quotations_have_their_evidence", "quotations_point_to_mentions", "one_story_one_copy_of_a_quotation")
    found = {name: db.execute((repository / "sql" / "checks" / f"{name}.sql").read_text(encoding="utf-8")).fetchall() for name in names}
    return {name: rows for name, rows in found.items() if rows}


def test_a_quotation_shows_who_said_what_to_whom_about_whom(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    add(db, "a", "a", 5)
    build(db, repository)
    row = db.execute(
        "select speaker, speaker_id, speaker_role, text, cue, medium, about, sentence, place, is_counted from quotations"
    ).fetchall()
    words = "Le pont de Paul Durand tombe"
    assert row == [("Jeanne Morel", SPEAKER, "maire", words, "dit", "AFP", ["Paul Durand"], STATEMENT, "news/a.txt", True)]
    assert problems(db, repository) == {}


def test_who_speaks_or_is_named_without_being_an_actor_is_a_problem(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    add(db, "a", "a", 5)
    build(db, repository)
    db.execute("insert into run_changed_actors values (?, true)", [ABOUT])
    assert problems(db, repository) == {"quotations_have_their_evidence": [("actor that is gone", ABOUT)]}
    db.execute("delete from run_changed_actors; delete from core.actors where kind = 'person'")
    found = problems(db, repository)["quotations_have_their_evidence"]
    assert sorted(found) == sorted([("no such actor", ABOUT), ("no such actor", SPEAKER)])


def test_the_copies_of_a_story_count_once(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    add(db, "a", "a", 6)
    add(db, "b", "a", 5, STATEMENT.replace("Le pont de", "Le  pont de"))  # another copy, earlier
    add(db, "c", "c", 7)  # the same words in another story
    build(db, repository)
    assert db.execute("select document_id, is_counted, copies from quotations order by all").fetchall() == [
        ("a", False, 2), ("b", True, 2), ("c", True, 1),
    ]  # fmt: skip
    assert db.execute("select speaker, about, quotations, direct, stories from quotation_pairs").fetchall() == [
        ("Jeanne Morel", "Paul Durand", 2, 2, 2)
    ]
    assert db.execute("select count(*) from quotation_mentions").fetchall() == [(2,)]
    assert problems(db, repository) == {}


def test_copies_are_counted_again_when_one_comes_goes_or_changes_its_story(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    """A later run looks at its own documents and at the copies of what they say, in the story where they were and are."""
    counted = "select document_id, is_counted, copies from quotations order by all"
    add(db, "a", "a", 6)
    add(db, "x", "a", 6, STATEMENT.replace("tombe", "tient"))
    build(db, repository)
    db.execute("delete from run_documents")
    add(db, "b", "a", 5)
    build(db, repository)
    assert db.execute(counted).fetchall() == [("a", False, 2), ("b", True, 2), ("x", True, 1)]
    db.execute("delete from run_documents")
    db.execute("update core.story_documents set story_id = 'b' where document_id = 'b'")
    build(db, repository)
    assert db.execute(counted).fetchall() == [("a", True, 1), ("b", True, 1), ("x", True, 1)]
    db.execute("update core.story_documents set story_id = 'a' where document_id = 'b'")
    build(db, repository)
    db.execute("update meta.records set valid_until_run = 'r2' where document_id = 'b'; insert into run_documents values ('b', null)")
    build(db, repository)
    assert db.execute(counted).fetchall() == [("a", True, 1), ("x", True, 1)]
    assert problems(db, repository) == {}


def test_quotes_by_and_about_find_any_spelling(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    add(db, "a", "a", 5)
    add(db, "b", "b", 6)
    build(db, repository)
    assert db.execute("select document_id from quotes_by('jeanne  MOREL')").fetchall() == [("b",), ("a",)]
    about = db.execute("select document_id, speaker from quotes_about('paul durand')").fetchall()
    assert about == [("b", "Jeanne Morel"), ("a", "Jeanne Morel")]
    assert db.execute("select * from quotes_by('Paul Durand')").fetchall() == []
    assert db.execute("select * from quotes_about('Jeanne Morel')").fetchall() == []


def test_a_document_that_no_record_holds_is_not_quoted(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    add(db, "a", "a", 5)
    db.execute("update meta.records set valid_until_run = 'r2'")
    build(db, repository)
    assert db.execute("select * from quotations").fetchall() == []
    assert problems(db, repository) == {}


def test_a_speaker_that_is_no_mention_stops_the_run(db: duckdb.DuckDBPyConnection, repository: Path) -> None:
    add(db, "a", "a", 5)
    db.execute("update core.quotations set speaker_mention_no = 9")
    build(db, repository)
    assert problems(db, repository) == {"quotations_point_to_mentions": [("speaker", "a", 0)]}
