"""Lists and code that change take effect on the whole archive, from the text in the warehouse, and only where they must."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk, add_rows
from newsetl import pipeline, resources, work
from newsetl.settings import Settings
from newsetl.text import dates, terms
from newsetl.warehouse import checks, workfile
from reliability.kill_runs import digest


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with lists of its own after its first run."""
    folder = tmp_path_factory.mktemp("first")
    seeds = folder / "seeds"
    seeds.mkdir()
    for path in resources.folder("seeds").glob("*.csv"):
        shutil.copy(path, seeds)
    desk = Desk(folder)
    desk.settings = desk.settings.with_(seeds=seeds)
    for name, text in (("a.txt", HARBOUR), ("b.txt", BUDGET), ("m.txt", MATCH)):
        desk.write(name, text)
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.copy(tmp_path)


def add(desk: Desk, table: str, line: str) -> None:
    add_rows(desk.settings.seeds_folder / f"{table}.csv", line)


def test_a_new_term_is_found_in_texts_of_its_language_without_the_raw_files(desk: Desk) -> None:
    shutil.rmtree(desk.raw)
    desk.raw.mkdir()
    (desk.raw / "a.txt").write_text("other text, so that the folder is not empty: the mayor spoke")
    before = desk.ask("select document_id, step, version from core.annotations where step <> 'topics' order by all")
    add(desk, "topic_terms", "Endspiel,de,medtop:13000000,5,,,")
    report = desk.run()
    assert report.documents_reread == 1
    told = "select distinct topic_id from core.topic_hits join int.topic_terms using (term_id) where surface = 'Endspiel'"
    assert ("medtop:13000000",) in desk.ask(told)
    kept = desk.ask("select document_id, step, version from core.annotations where step <> 'topics' order by all")
    assert set(before) <= set(kept)


def test_a_weight_changes_scores_and_reads_no_text_again(desk: Desk) -> None:
    assert desk.settings.seeds is not None
    path = desk.settings.seeds / "topics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",iptc,2026-07-02,1,sport,", ",iptc,2026-07-02,0.5,sport,"), encoding="utf-8")
    report = desk.run()
    assert (report.status, report.documents_reread) == ("published", 0)


def test_a_topic_with_another_label_shows_it_in_every_story(desk: Desk) -> None:
    assert desk.settings.seeds is not None
    path = desk.settings.seeds / "topics.csv"
    label = "sport"
    for number, name in enumerate(("Weal and Woe", "Woe and Weal")):  # beside nothing else, and beside a new file
        path.write_text(path.read_text(encoding="utf-8").replace(f",1,{label},", f",1,{name},"), encoding="utf-8")
        if number:
            desk.write("c.txt", BUDGET.replace("2", "3"))
        assert desk.run().status == "published"
        assert desk.value(f"select count(*) from stories where list_contains(topics, '{name}')") == 1
        assert desk.value(f"select count(*) from stories where list_contains(topics, '{label}')") == 0
        label = name


def test_an_edit_of_the_topic_lists_makes_only_what_rests_on_topics(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    checked: list[str] = []
    run_model, run_check = workfile.run_model, checks.run_check
    monkeypatch.setattr(workfile, "run_model", lambda c, model: (made.append(model.name), run_model(c, model))[1])
    monkeypatch.setattr(checks, "run_check", lambda c, model: (checked.append(model.name), run_check(c, model))[1])
    add(desk, "topic_terms", "Endspiel,de,medtop:13000000,5,,,")
    desk.run()
    assert {"int.topic_terms", "run_topic_scores", "core.document_topics", "topic_summary", "int.actor_counts"} <= set(made)
    assert not {name for name in made if "name" in name or "story_doc" in name or "quot" in name or "search" in name or "pairs" in name}
    assert "topic_score_is_explained" in checked
    assert "actors_are_whole" not in checked
    runs = desk.ask("select count(*), count(distinct name) from meta.checks group by run_id")  # what was not run keeps its outcome
    assert len(runs) == 2
    assert len(set(runs)) == 1


def test_an_alias_makes_one_actor_of_two_and_a_blocked_one_parts_them(desk: Desk) -> None:
    actor = "select actor_id from actor_evidence where surface = 'Petra Vogelsang'"
    discovered = desk.value(actor)
    add(desk, "actors", "petra-vogelsang,Petra Vogelsang,person,DEU,,,f,")
    add(desk, "actor_aliases", "petra-vogelsang,Petra Vogelsang,,active,")
    assert desk.run().documents_reread == 1  # only the text that holds the name
    assert desk.value(actor) == "petra-vogelsang"
    assert discovered != "petra-vogelsang"
    assert desk.value("select count(*) from documents") == 3


def test_a_new_version_of_a_reader_reads_its_step_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "VERSION", "99")
    monkeypatch.setattr(work, "_annotators", {})  # a process builds its readers once
    monkeypatch.setattr(resources, "reading_code", lambda: "another")
    report = desk.run()
    assert report.documents_reread == 3
    assert desk.ask("select distinct version from core.annotations where step = 'dates'") == [("99",)]
    assert desk.run().status == "unchanged"


@pytest.mark.slow
def test_edits_of_the_topic_lists_end_in_the_tables_of_a_fresh_start(tmp_path: Path, repository: Path) -> None:
    """Only what an edit may concern is read and scored again; the result is that of reading everything."""
    seeds = tmp_path / "seeds"
    shutil.copytree(repository / "seeds", seeds, ignore=shutil.ignore_patterns("sample"))
    sources = [str(repository / "seeds" / "sample" / name) for name in ("francophone", "world", "wire")]
    settings = Settings(warehouse=tmp_path / "edited.duckdb", workers=1, seeds=seeds)
    read = pipeline.run(sources, settings).documents_loaded
    rows = (seeds / "topic_terms.csv").read_text(encoding="utf-8").splitlines()
    edits = random.Random(7)
    for language in ("fr", "en", "de", "es", "ar", "zh"):  # a term gone, one that stands for another topic, one that shields
        mine = [row for row in rows if f",{language}," in row and '"' not in row]
        gone, moved, shields = edits.sample(mine, 3)
        rows.remove(gone)
        for row, cell, value in ((moved, 2, "medtop:15000000"), (shields, 3, "0")):
            cells = row.split(",")
            cells[cell] = value
            rows[rows.index(row)] = ",".join(cells)
    rows += ["règlement,fr,medtop:02000000,2,,,", "water,en,medtop:06000000,1,,,"]
    (seeds / "topic_terms.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    report = pipeline.run(sources, settings)
    assert 0 < report.documents_reread < read / 2
    weighed = (seeds / "topics.csv").read_text(encoding="utf-8").replace(",iptc,2026-07-02,1,sport,", ",iptc,2026-07-02,0.2,sport,")
    (seeds / "topics.csv").write_text(weighed, encoding="utf-8")
    assert pipeline.run(sources, settings).documents_reread == 0
    fresh = settings.with_(warehouse=tmp_path / "fresh.duckdb")
    pipeline.run(sources, fresh)
    mine, its = digest(settings.warehouse), digest(fresh.warehouse)
    assert {name for name in its if mine[name] != its[name]} <= {"meta.files", "meta.records"}


def test_readings_that_an_edit_does_not_concern_are_kept(desk: Desk) -> None:
    before = desk.ask("select * exclude (version) from core.annotations order by all")
    add(desk, "topic_terms", "Zwergspitz,de,medtop:13000000,5,,,")
    assert desk.run().documents_reread == 0
    assert desk.ask("select * exclude (version) from core.annotations order by all") == before
    assert desk.run().status == "unchanged"


def test_an_alias_reaches_a_text_that_writes_it_with_other_marks_and_line_breaks(desk: Desk) -> None:
    desk.write("u.txt", "Brest, le 4 mars 2024. Mardi, l’union du\nfleuve a voté la grève des ports, a dit son bureau à la presse.\n")
    desk.run()
    add(desk, "actors", "union-du-fleuve,Une autre forme du nom,organisation,FRA,,,,")
    add(desk, "actor_aliases", "union-du-fleuve,l'union du fleuve,nl,active,")
    desk.run()
    said = "select count(*) from core.mentions where entity_key like '%union du fleuve' and rule = 'list'"
    assert desk.value(said) == 0  # a name of Dutch texts
    aliases = desk.settings.seeds_folder / "actor_aliases.csv"
    aliases.write_text(aliases.read_text(encoding="utf-8").replace("fleuve,nl,", "fleuve,,"), encoding="utf-8")
    assert desk.run().documents_reread == 1
    found = desk.ask("select surface from actor_evidence where actor_id = 'union-du-fleuve'")
    pipeline.run([str(desk.raw)], desk.settings, rebuild=True)
    assert desk.ask("select surface from actor_evidence where actor_id = 'union-du-fleuve'") == found != []


def test_languages_that_are_expected_from_now_on_are_expected_of_all_texts(desk: Desk) -> None:
    desk.settings = desk.settings.with_(languages=("de", "en", "fr"))
    report = desk.run()
    assert (report.status, report.documents_reread) == ("published", 3)
    assert [check["name"] for check in report.checks if check["failures"]] == []
    assert desk.run().status == "unchanged"


def test_an_edit_beside_new_code_spares_no_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "VERSION", "99")
    monkeypatch.setattr(work, "_annotators", {})
    monkeypatch.setattr(resources, "reading_code", lambda: "another")
    add(desk, "topic_terms", "Zwergspitz,de,medtop:13000000,5,,,")
    assert desk.run().documents_reread == 3
    assert desk.value("select count(*) from core.annotations where step = 'topics' and version like '99-%'") == 3
