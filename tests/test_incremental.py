"""Tables that a run keeps up by the documents that came, changed or went are those that all documents give."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import duckdb
import pytest

from articles import MATCH, Desk
from newsetl import pipeline, resources
from newsetl.settings import Settings
from newsetl.warehouse.models import load_models, run_model

KEPT_UP = (
    "stg.places", "int.document_names", "int.name_keys", "core.mention_actors", "int.actor_documents", "int.quotation_words",
    "int.quotations", "int.quotation_actors", "core.document_topics", "core.document_subtopics", "int.story_summary",
)  # fmt: skip
# read along: what these models want of each other
BESIDE = ("int.topic_terms", "int.topic_places", "run_topic_scores")


def _rows(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[object, ...]:
    row = connection.execute(f"select count(*), bit_xor(hash(t)), sum(hash(t)) from {table} as t").fetchone()
    assert row is not None
    return row


@pytest.mark.slow
def test_what_is_kept_up_from_run_to_run_is_what_all_documents_give(tmp_path: Path, repository: Path) -> None:
    draw = random.Random(3)
    sample = repository / "seeds" / "sample"
    paths = sorted(path for folder in ("francophone", "world", "wire") for path in (sample / folder).glob("*.txt"))
    draw.shuffle(paths)
    raw = tmp_path / "raw"
    raw.mkdir()
    settings = Settings(warehouse=tmp_path / "w.duckdb", workers=1)
    parts = [paths[at::4] for at in range(4)]
    for number, part in enumerate(parts):
        for path in part:
            shutil.copy(path, raw)
        for path in draw.sample(part, 3):  # a copy of a text: its quotations are said once in the story
            (raw / f"copy{number}_{path.name}").write_text("(Agency) " + path.read_text(encoding="utf-8"), encoding="utf-8")
        for path in draw.sample(sorted(raw.iterdir()), 4) if number else ():  # what goes takes its counts along
            path.unlink()
        assert pipeline.run([str(raw)], settings).status == "published"
    with duckdb.connect(str(shutil.copy(settings.warehouse, tmp_path / "all.duckdb"))) as connection:
        connection.execute("set variable run_id = 'all'")
        for name in ("run_documents", "run_changed_documents"):
            connection.execute(f"create temp table {name} as select document_id, document_no from core.documents")
        connection.execute("create temp table run_stories as from core.stories; create temp table actors_before as from core.actors")
        before = {table: _rows(connection, table) for table in KEPT_UP}
        assert connection.execute("select count(*) from int.quotations where copies > 1").fetchone() != (0,)
        assert connection.execute("select count(*) from stories where documents > 1").fetchone() != (0,)
        for model in load_models(resources.folder("sql"), ("staging", "intermediate")):
            if model.name in (*KEPT_UP, *BESIDE):
                run_model(connection, model)
        assert {table: _rows(connection, table) for table in KEPT_UP} == before


def test_stories_show_the_name_that_an_actor_has_now(tmp_path: Path) -> None:
    """More documents write the coach otherwise: stories of earlier runs show the name that is shown everywhere."""
    desk = Desk(tmp_path)
    desk.write("m.txt", MATCH)
    desk.run()
    shown = "select count(*) from stories where list_contains(actors, '{}')"
    assert desk.value(shown.format("Petra Vogelsang")) == 1
    towns = ("Lindental", "Hohenried", "Basse Motte")
    for number, town in enumerate(towns):
        text = f"On day {number} in {town} it rained. Coach Pétra Vogelsang said that she would buy {number + 7} umbrellas and leave."
        desk.write(f"{number}.txt", text)
    desk.run()
    assert desk.value(shown.format("Petra Vogelsang")) == 0
    assert desk.value(shown.format("Pétra Vogelsang")) >= 2


def test_whats_new_shows_the_documents_of_the_last_run_and_whom_they_name(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("m.txt", MATCH)
    desk.run()
    assert len(desk.ask("from whats_new()")) == 1
    desk.write("u.txt", "Tiny trial in Lindental\n\nCoach Petra Vogelsang said on Monday that she would buy an umbrella for the club.\n")
    desk.run()
    assert desk.ask("select headline, list_contains(actors, 'Petra Vogelsang') from whats_new()") == [("Tiny trial in Lindental", True)]
