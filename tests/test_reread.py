"""Lists and code that change take effect on the whole archive, from the text in the warehouse, and only where they must."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import parallel, resources
from newsetl.text import dates


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in resources.folder("seeds").glob("*.csv"):
        shutil.copy(path, seeds)
    desk = Desk(tmp_path)
    desk.settings = desk.settings.with_(seeds=seeds)
    for name, text in (("a.txt", HARBOUR), ("b.txt", BUDGET), ("m.txt", MATCH)):
        desk.write(name, text)
    desk.run()
    return desk


def add(desk: Desk, table: str, line: str) -> None:
    assert desk.settings.seeds is not None
    path = desk.settings.seeds / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


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
    monkeypatch.setattr(parallel, "_annotators", {})  # a process builds its readers once
    monkeypatch.setattr(resources, "reading_code", lambda: "another")
    report = desk.run()
    assert report.documents_reread == 3
    assert desk.ask("select distinct version from core.annotations where step = 'dates'") == [("99",)]
    assert desk.run().status == "unchanged"
