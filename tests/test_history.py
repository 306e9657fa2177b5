"""Going back, verifying, comparing versions, trying rejects again."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl import pipeline
from newsetl.errors import NewsetlError, PublishFailed
from newsetl.warehouse import catalogue, history
from newsetl.warehouse.verify import verify


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk after its first run."""
    desk = Desk(tmp_path_factory.mktemp("first"))
    desk.write("a.txt", HARBOUR)
    desk.run()
    return desk


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.copy(tmp_path)


def test_rollback_publishes_an_old_version_and_the_next_run_goes_on_from_it(desk: Desk) -> None:
    first = history.snapshots(desk.settings)[0].run_id
    desk.write("b.txt", BUDGET)
    desk.run()
    assert history.rollback(desk.settings, first) == first
    assert desk.value("select count(*) from documents") == 1
    assert desk.run().documents_loaded == 1
    assert desk.value("select count(*) from documents") == 2


def test_unknown_version_is_told_with_those_that_are_kept(desk: Desk) -> None:
    with pytest.raises(NewsetlError, match=rf"no version is kept of run '1999'; kept are: {history.snapshots(desk.settings)[0].run_id}"):
        history.rollback(desk.settings, "1999")


def test_diff_says_what_changed_and_why(desk: Desk) -> None:
    desk.write("m.txt", MATCH)
    desk.run()
    second, first = (snapshot.run_id for snapshot in history.snapshots(desk.settings))
    found = history.diff(desk.settings, first, second)
    assert found["documents"] == [1, 2]
    assert [run["documents_loaded"] for run in found["runs"]] == [1]
    assert not found["code_changed"]
    assert found["topics"]


def test_verify_finds_a_changed_text_and_a_broken_span(desk: Desk) -> None:
    assert verify(desk.settings).sound
    copy = desk.settings.warehouse.with_name("copy.duckdb")
    shutil.copy(desk.settings.warehouse, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute("update core.documents set text = replace(text, 'Brest', 'Tours')")
        connection.execute("update core.mention_actors set document_id = '0123456789abcdef', document_no = 99 where mention_no = 0")
        connection.execute("update core.annotations set document_no = null where step = 'sketch'")
    verdict = verify(desk.settings.with_(warehouse=copy))
    assert not verdict.sound
    assert len(verdict.hashes_wrong) == 1
    failed = [check.name for check in verdict.checks if check.failures]
    assert {"sentences_give_their_text", "no_orphans", "actor_counts_open", "actors_are_whole"} <= set(failed)
    assert "numbers_are_of_their_document" in failed


def test_newer_layout_is_refused_with_the_version_it_needs(desk: Desk) -> None:
    shutil.rmtree(desk.settings.state_folder)
    with duckdb.connect(str(desk.settings.warehouse)) as connection:
        connection.execute("update meta.published set schema_version = 99, newsetl_version = '9.9'")
    with pytest.raises(PublishFailed, match=r"layout 99; .*install newsetl 9\.9 or later"):
        desk.run()


def test_reject_is_tried_again_when_asked(desk: Desk) -> None:
    desk.write("broken.txt", b"")
    desk.run()
    assert desk.run().status == "unchanged"
    report = pipeline.run([str(desk.raw)], desk.settings, retry=True)
    assert report.files_rejected == 1


def test_monitor_is_told_what_is_wrong(desk: Desk) -> None:
    found = catalogue.status(desk.settings)
    assert catalogue.wrong(found, 3600) is None
    old = {**found, "age_seconds": 9999, "runs": [{**found["runs"][0], "finished_at": "2020-01-01T00:00:00Z"}]}
    assert "no run succeeded since" in (catalogue.wrong(old, 3600) or "")
    failed = {**found, "runs": [{**found["runs"][0], "status": "failed", "error": "disk full"}]}
    assert "the last run failed" in (catalogue.wrong(failed, 3600) or "")
