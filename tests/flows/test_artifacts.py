"""What a run shows in Prefect: numbers of the report, and text that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ingest
import newsetl_tasks
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse import catalogue
from newsetl_artifacts import counts_table, failure_markdown, inert, report_markdown


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("<script>alert(1)</script>", r"&lt;script&gt;alert\(1\)&lt;\/script&gt;"),
        ("[here](http://example.org)", r"\[here\]\(http\:\/\/example\.org\)"),
        ("a | b\n| c |", r"a \| b \| c \|"),
        ("# title\r\n---", r"\# title \-\-\-"),
        ("`x` *y* _z_ ~w~", r"\`x\` \*y\* \_z\_ \~w\~"),
        ("txt.\u202egpj", "txt\\.\ufffdgpj"),
        ("\x1b[31mred", "\ufffd\\[31mred"),
        ("&lt;b&gt;", r"&amp;lt\;b&amp;gt\;"),
        ("www.example.org", r"www\.example\.org"),
        ("Élysée 2021, «oui»", r"Élysée 2021\, «oui»"),
        (None, ""),
    ],
)
def test_text_from_files_is_inert(hostile: str | None, shown: str) -> None:
    assert inert(hostile) == shown


def test_long_text_is_cut() -> None:
    assert inert("x" * 1_000_000) == "x" * 299 + "…"


def test_counts_are_those_of_the_report() -> None:
    report = RunReport("r", files_seen=37, files_rejected=5, documents_loaded=32, steps={"discover": 0.123})
    table = {row["what"]: row["count"] for row in counts_table(report)}
    assert table["files seen"] == 37
    assert table["files rejected"] == 5
    assert table["documents loaded"] == 32
    assert table["seconds in discover"] == 0.12


def test_report_names_checks_that_found_something_and_rejects(monkeypatch: pytest.MonkeyPatch) -> None:
    standing = catalogue.Answer(["place", "reason", "detail"], [False] * 3, [("raw/<b>.txt", "empty", "no bytes | none")])
    monkeypatch.setattr(catalogue, "query", lambda settings, sql: standing)
    checks = [
        {"name": "no_orphans", "severity": "error", "failures": 0, "sample": None},
        {"name": "no_large_drop", "severity": "warn", "failures": 3, "sample": "fr: 10 -> 1"},
    ]
    text = report_markdown(RunReport("r1", "published", checks=checks, rejects={"empty": 1, "binary": 2}), Settings())
    assert "2 checks ran, 1 found something." in text
    assert r"| no\_large\_drop | warn | 3 | fr\: 10 \-&gt; 1 |" in text
    assert "orphans" not in text
    assert text.index("binary | 2") < text.index("empty | 1")
    assert r"| raw\/&lt;b&gt;\.txt | empty | no bytes \| none |" in text


def test_report_of_a_run_before_the_first_publication(tmp_path: Path) -> None:
    text = report_markdown(RunReport("r1", "unchanged"), Settings(warehouse=tmp_path / "none.duckdb"))
    assert "This run rejected no file." in text


def test_a_failure_says_that_nothing_was_published() -> None:
    assert "Nothing was published" in failure_markdown("x.sql, line 3: no such column")


def test_the_flow_hands_its_parameters_to_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: dict[str, object] = {}

    def run_as_flow(kind: str, sources: list[str], **given: object) -> None:
        taken.update(given, kind=kind, sources=sources)

    monkeypatch.setattr(ingest, "run_as_flow", run_as_flow)
    given = {"warehouse": Path("w.duckdb"), "state": Path("s"), "workers": 2, "allow_empty": True}
    ingest.ingest.fn(["news"], **given)
    assert taken == {"kind": "ingest", "sources": ["news"], **given}
    assert set(ingest.ingest.parameters.properties) == {"sources", *given}


def test_a_process_says_nothing_more_after_its_exit_functions() -> None:
    script = (
        "import atexit, os\natexit.register(os.write, 2, b'addresses')\nimport newsetl_tasks\nnewsetl_tasks.end_quietly()\n"
        "atexit.register(os.write, 2, b'server stopped')\nraise SystemExit(75)\n"
    )
    flows = str(Path(newsetl_tasks.__file__).parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([flows, *sys.path])}
    done = subprocess.run([sys.executable, "-c", script], env=environment, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (75, b"server stopped")
