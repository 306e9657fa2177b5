"""newsetl doctor finds what would stop a run and says what to do."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from newsetl import cli, doctor
from newsetl.pipeline import RunReport
from newsetl.settings import Settings


def _wrong(settings: Settings) -> dict[str, doctor.Finding]:
    return {finding.what: finding for finding in doctor.examine(settings) if finding.state == "wrong"}


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)


def test_a_good_installation_is_ready(sample_run: tuple[Settings, RunReport]) -> None:
    found = doctor.examine(sample_run[0])
    assert not [finding for finding in found if finding.state == "wrong"]
    assert "ready: newsetl run FOLDER" in doctor.told(found)


def test_before_the_first_run_nothing_is_wrong_and_nothing_is_made(tmp_path: Path) -> None:
    assert not _wrong(Settings(warehouse=tmp_path / "new" / "w.duckdb"))
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_list_is_named_with_its_line(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(Settings().seeds_folder, seeds, ignore=shutil.ignore_patterns("sample"))
    with (seeds / "actor_aliases.csv").open("a", encoding="utf-8") as file:
        file.write("benny-gantz,Somebody,,perhaps,\n")
    finding = _wrong(Settings(warehouse=tmp_path / "w.duckdb", seeds=seeds))["reference lists"]
    assert "actor_aliases.csv" in finding.told
    assert finding.do


def test_a_full_disk_and_a_broken_file_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: usage(10, 9, 1))
    file = tmp_path / "w.duckdb"
    file.write_bytes(b"this is no database")
    found = _wrong(Settings(warehouse=file))
    assert "GB free" in found["disk"].told
    assert "cannot be opened" in found["warehouse"].told


def test_a_server_that_does_not_answer_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert "does not answer" in _wrong(Settings(warehouse=tmp_path / "w.duckdb"))["Prefect server"].told


def test_a_raw_folder_that_is_not_there_stops_with_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSETL_RAW", str(tmp_path / "gone"))
    with pytest.raises(SystemExit) as stopped:
        cli.main(["doctor", "-w", str(tmp_path / "w.duckdb")])
    assert stopped.value.code == cli.EXIT_FAILED
    assert "gone is not there" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["completion", shell])
    assert "dashboard" in capsys.readouterr().out
