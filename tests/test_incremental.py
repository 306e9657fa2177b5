"""Tables that a run keeps up by the documents that came, changed or went are those that all documents give."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import duckdb
import pytest

from articles import MATCH, Desk, add_rows
from benchmarks import corpus
from newsetl import pipeline, resources
from newsetl.settings import Settings
from newsetl.warehouse import catalogue, workfile
from newsetl.warehouse.models import Model, load_models, run_model
from reliability.kill_runs import digest

KEPT_UP = (
    "stg.places", "int.document_names", "int.term_documents", "int.name_keys", "core.mention_actors", "int.actor_documents",
    "int.quotation_words", "int.quotations", "int.quotation_actors", "core.document_topics", "core.document_subtopics",
    "int.story_summary", "int.actor_days", "int.actor_spellings", "core.actor_aliases", "int.pair_actors", "int.pair_counts",
    "int.actor_topics", "int.actor_counts", "int.name_candidates", "int.name_actors", "int.scoped_names", "core.actors",
)  # fmt: skip
# read along: what these models want of each other
BESIDE = (
    "run_extent", "int.topic_terms", "int.topic_places", "run_topic_scores", "run_counting", "run_recounted", "run_name_nodes",
    "run_compared_names", "run_name_candidates", "run_name_pairs", "run_name_clusters", "run_surnames", "run_bare_names", "run_acronyms",
    "run_office_names", "run_name_actors", "run_scoped_names",
)  # fmt: skip


def _rows(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[object, ...]:
    row = connection.execute(f"select count(*), bit_xor(hash(t)), sum(hash(t)) from {table} as t").fetchone()
    assert row is not None
    return row


def _is_what_all_documents_give(settings: Settings) -> None:
    copy = shutil.copy(settings.warehouse, settings.warehouse.with_name("all.duckdb"))
    with duckdb.connect(str(copy)) as connection:
        connection.execute("set variable run_id = 'all'; set variable slice_size = 100")  # in slices, which these documents would not fill
        connection.execute(
            """
            create temp table run_documents as select document_id, document_no from core.documents;
            create temp table run_changed_documents as select *, document_no // 100 as slice from run_documents;
            create temp table run_mentions_before as
                select document_no, mention_no, sentence_no, kind, name_key, surface from core.mentions limit 0;
            create temp table run_alias_keys_before as select actor_id, kind, alias_key, language, blocked from int.alias_keys;
            create temp table run_stories as from core.stories;
            create temp table run_story_documents_before as select document_no, story_id from core.story_documents limit 0;
            """
        )
        before = {table: _rows(connection, table) for table in KEPT_UP}
        assert connection.execute("select count(*) from int.quotations where copies > 1").fetchone() != (0,)
        assert connection.execute("select count(*) from stories where documents > 1").fetchone() != (0,)
        for model in load_models(resources.folder("sql"), ("staging", "intermediate")):
            if model.name in (*KEPT_UP, *BESIDE):
                run_model(connection, model)
        assert {table: _rows(connection, table) for table in KEPT_UP} == before


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
    _is_what_all_documents_give(settings)


@pytest.mark.slow
def test_what_few_documents_change_in_many_is_counted_by_differences(tmp_path: Path, repository: Path) -> None:
    """Documents that come, go, are told again, are corrected or get other topics or actors: as if all had been looked at."""
    draw = random.Random(5)
    raw = tmp_path / "raw"
    raw.mkdir()
    texts = list(corpus.articles(430, seed=4))
    shutil.copytree(repository / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("sample"))
    settings = Settings(warehouse=tmp_path / "w.duckdb", seeds=tmp_path / "seeds")
    for run, part in enumerate((texts[:390], texts[390:410], texts[410:])):
        for number, text in enumerate(part):
            (raw / f"{run}_{number}.txt").write_text(text, encoding="utf-8")
        old = sorted(raw.glob("0_*.txt")) if run else []
        for path in draw.sample(old, 5 * (run > 0)):
            path.unlink()
        for path in draw.sample(sorted(raw.glob("0_*.txt")), 3 * (run > 0)):
            text = path.read_text(encoding="utf-8")
            path.write_text(text[: len(text) // 2], encoding="utf-8")
            (raw / f"{run}_again_{path.name}").write_text("(Agency) " + text, encoding="utf-8")
        if run == 2:  # and the lists change beside the files
            found = "select name from actor_summary where actor_id like 'person:%' order by documents desc, actor_id limit 2"
            (one,), (other,) = catalogue.query(settings, found).rows
            add_rows(tmp_path / "seeds" / "actor_aliases.csv", f"emmanuel-macron,{one},,active,", f"emmanuel-macron,{other},,active,")
        assert pipeline.run([str(raw)], settings).status == "published"
        with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
            row = connection.execute("select documents > counted_documents from int.pair_totals").fetchone()
        assert row == (run > 0,)
    _is_what_all_documents_give(settings)
    topics = tmp_path / "seeds" / "topics.csv"
    lists = topics.read_text(encoding="utf-8")
    topics.write_text(lists.replace(",iptc,2026-07-02,1,sport,", ",iptc,2026-07-02,0.2,sport,"), encoding="utf-8")
    in_sports = "select actor_id from actor_summary where list_contains(top_topics, 'medtop:15000000') order by all"
    before = catalogue.query(settings, in_sports).rows
    assert pipeline.run([str(raw)], settings).status == "published"
    assert catalogue.query(settings, in_sports).rows != before
    _is_what_all_documents_give(settings)


@pytest.mark.slow
def test_an_edit_of_the_actor_lists_is_worked_in_where_it_concerns_a_document(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two are one, a found one is listed, one has another name and its surname no more, and all of it back: as if all were told anew."""
    touched: list[int] = []

    def counted(connection: duckdb.DuckDBPyConnection, model: Model) -> float:
        seconds = run_model(connection, model)
        if model.name == "run_changed_documents":
            touched.append(len(connection.execute("from run_changed_documents").fetchall()))
        return seconds

    monkeypatch.setattr(workfile, "run_model", counted)
    raw = tmp_path / "raw"
    corpus.write(raw, 120, seed=6)
    seeds = tmp_path / "seeds"
    shutil.copytree(repository / "seeds", seeds, ignore=shutil.ignore_patterns("sample"))
    settings = Settings(warehouse=tmp_path / "w.duckdb", seeds=seeds, workers=2)
    assert pipeline.run([str(raw)], settings).status == "published"
    found = catalogue.query(
        settings, "select actor_id, name from actor_summary where actor_id like 'person:%' order by documents desc, actor_id limit 3"
    ).rows
    one, other, third = ({"actor_id": row[0], "name": row[1]} for row in found)
    listed_id, listed = catalogue.query(
        settings,
        "select actor_id, name from actor_summary where kind = 'person' and actor_id not like '%:%' order by documents desc, name limit 1",
    ).rows[0]
    before = {name: (seeds / name).read_text(encoding="utf-8") for name in ("actors.csv", "actor_aliases.csv")}
    (seeds / "actors.csv").write_text(before["actors.csv"].replace(f",{listed},", f",{listed} senior,"), encoding="utf-8")
    surname = listed.split()[-1]
    given_away = before["actor_aliases.csv"].replace(f"{listed_id},{surname},,active,\n", "")
    (seeds / "actor_aliases.csv").write_text(given_away, encoding="utf-8")
    add_rows(seeds / "actor_aliases.csv", f"{listed_id},{surname},,blocked,", f"{one['actor_id']},{other['name']},,active,")
    add_rows(seeds / "actors.csv", f"made-for-this,{third['name']},person,FRA,,,,")
    names = {(other["actor_id"], other["name"]), (third["actor_id"], third["name"]), (listed_id, listed)}
    names_then = {("made-for-this", third["name"]), (listed_id, f"{listed} senior")}
    at_first = digest(settings.warehouse)

    def worked_in(there: set[tuple[str, str]], gone: set[tuple[str, str]]) -> dict[str, str]:
        report = pipeline.run([str(raw)], settings)
        assert report.status == "published"
        assert 0 < report.documents_reread <= touched[-1] < 110
        shown = set(catalogue.query(settings, "select actor_id, name from core.actors").rows)
        assert there <= shown
        assert not gone & shown
        return digest(settings.warehouse)

    edited = worked_in(names_then, names - names_then)
    pipeline.run([str(raw)], settings, rebuild=True)
    assert touched[-1] > 110
    assert digest(settings.warehouse) == edited
    for name, text in before.items():
        (seeds / name).write_text(text, encoding="utf-8")
    again = worked_in(names, names_then - names)
    # but that the ids of actors who were there for a while stay known
    assert {name for name in at_first if again[name] != at_first[name]} <= {"core.actor_redirects", "int.actor_numbers"}


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
