"""Commands for those who look after the lists."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from articles import HARBOUR, Desk
from newsetl import cli, resources


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in resources.folder("seeds").glob("*.csv"):
        shutil.copy(path, seeds)
    monkeypatch.setenv("NEWSETL_SEEDS", str(seeds))
    monkeypatch.setenv("NEWSETL_WORKERS", "1")
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    desk.settings = desk.settings.with_(seeds=seeds)
    return desk


def test_doubtful_pairs_are_shown_and_the_row_chosen_merges(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(2):
        desk.write(
            f"a{number}.txt", f"Der Bürgermeister Johannes Brandstetter sprach am Montag im Rathaus. Er lobte das Projekt {number}.\n"
        )
        desk.write(f"b{number}.txt", f"Die Ministerin Karla Thom dankte am Freitag dem Bürgermeister J. Brandstetter für Plan {number}.\n")
    cli.main(["run", "news"])
    capsys.readouterr()
    cli.main(["actors", "review", "--kind", "person"])
    out = capsys.readouterr().out
    assert "Johannes Brandstetter" in out
    cli.main(["actors", "review", "--kind", "person", "--merge", "1"])
    assert "takes effect at the next run" in capsys.readouterr().out
    cli.main(["run", "news"])
    ids = desk.ask("select distinct actor_id from actor_evidence where surface like '%Brandstetter'")
    assert len(ids) == 1


def test_terms_are_proposed_for_a_topic(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write("a.txt", HARBOUR)
    cli.main(["run", "news"])
    capsys.readouterr()
    cli.main(["topics", "suggest", "politics and government", "fr"])
    assert capsys.readouterr().out
    with pytest.raises(SystemExit):
        cli.main(["topics", "suggest", "no such topic", "fr"])
