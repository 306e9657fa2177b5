"""Reference lists: what is wrong is told with file, line and column, before anything is changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from articles import HARBOUR, Desk
from newsetl import resources
from newsetl.errors import InvalidReference
from newsetl.reference import load_reference


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for path in resources.folder("seeds").glob("*.csv"):
        shutil.copy(path, folder)
    return folder


def append(path: Path, line: str) -> int:
    """Add a line; returns its number."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text + line + "\n", encoding="utf-8")
    return len(text.splitlines()) + 1


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("actors", "new-actor,New Actor,wizard,,,,,", "column kind: 'wizard' is not one of"),
        ("actors", "new-actor,,person,,,,,", "column name: must not be empty"),
        ("actors", "new-actor,New Actor,person,XXX,,,,", "column country: 'XXX' does not stand in column iso3 of countries.csv"),
        ("actors", "emmanuel-macron,Emmanuel Macron,person,FRA,,GOV,m,", "stands in line 2 already"),
        ("actors", "new-actor,New, Actor,person,,,,,", "9 cells where the header has 8; quote a cell that holds a comma"),
        (
            "actor_aliases",
            "nobody-at-all,Manu,,active,",
            "column actor_id: 'nobody-at-all' does not stand in column actor_id of actors.csv",
        ),
        ("actor_aliases", "emmanuel-macron,Manu,,maybe,", "column status: 'maybe' is not one of active, blocked"),
        (
            "actor_roles",
            "nobody-at-all,King,,GOV,1999,2001",
            "column actor_id: 'nobody-at-all' does not stand in column actor_id of actors.csv",
        ),
        (
            "actor_roles",
            "emmanuel-macron,Jester,,GOV,2001-13,",
            "column valid_from: '2001-13' is not a date such as 2021-11-24, 2021-11 or 2021",
        ),
        ("actor_roles", "emmanuel-macron,Jester,,GOV,2003,2001", "valid_until 2001 lies before valid_from 2003"),
        ("topic_terms", "acteur,fr,medtop:99999999,1,,,", "column topic_id: 'medtop:99999999' does not stand in"),
        ("topic_terms", "acteur,fr,medtop:11000000,much,,,", "column weight: 'much' is not a number"),
    ],
)
def test_a_wrong_row_is_named(seeds: Path, name: str, line: str, told: str) -> None:
    number = append(seeds / f"{name}.csv", line)
    with pytest.raises(InvalidReference) as refusal:
        load_reference(seeds)
    assert f"{name}.csv, line {number}" in str(refusal.value)
    assert told in str(refusal.value)


def test_overlapping_roles_are_refused(seeds: Path) -> None:
    append(seeds / "actor_roles.csv", "emmanuel-macron,Jester,Court,GOV,2001,2005")
    append(seeds / "actor_roles.csv", "emmanuel-macron,Jester,Court,GOV,2004,2006")
    with pytest.raises(InvalidReference, match="the two rows overlap"):
        load_reference(seeds)


def test_wrong_header_and_encoding_are_told(seeds: Path) -> None:
    (seeds / "topics.csv").write_bytes("topic,étiquette\nx,y\n".encode("latin-1"))
    (seeds / "languages.csv").write_text("language,nom,script\nfr,French,Latn\n")
    with pytest.raises(InvalidReference) as refusal:
        load_reference(seeds)
    assert "topics.csv: not UTF-8" in str(refusal.value)
    assert "languages.csv, line 1: column name is missing" in str(refusal.value)


def test_run_with_a_wrong_list_changes_nothing(seeds: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.settings = desk.settings.with_(seeds=seeds)
    desk.write("a.txt", HARBOUR)
    append(seeds / "actors.csv", "broken,,person,,,,,")
    with pytest.raises(InvalidReference):
        desk.run()
    assert not desk.settings.warehouse.exists()
