"""The dashboard: every page answers, the address keeps the filter, downloads are inert, and nothing is ever held."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars
import pytest

from articles import BUDGET, HARBOUR, MATCH, Desk
from hostile import HOSTILE
from newsetl import cli
from newsetl.dashboard import downloads, pages
from newsetl.dashboard.filters import address
from newsetl.pipeline import RunReport
from newsetl.settings import Settings
from newsetl.warehouse.queries import Reading
from served import get, served


@pytest.fixture(scope="module")
def site(sample_run: tuple[Settings, RunReport]) -> Iterator[str]:
    with served(sample_run[0]) as url:
        yield url


def _links(text: str, start: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'href="(' + re.escape(start) + r'[^"]*)"', text)]


def test_every_page_answers_with_headers_that_keep_text_inert(site: str) -> None:
    overview = get(site + "/").text
    asked = [f"/{name}" for name in pages.PAGES if name not in ("overview", "topic", "actor", "story", "document")]
    for start in ("/topic?", "/actor?", "/story?"):
        asked.append(_links(overview, start)[0])
    asked.append(_links(get(site + asked[-2]).text, "/document?")[0].split("#")[0])
    for path in asked:
        answer = get(site + path)
        assert answer.status == 200, path
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "<h1>" in answer.text
        assert "Traceback" not in answer.text
        outside = [link for link in re.findall(r'(?:href|src|action)="([^"]*)"', answer.text) if not re.match(r"/(?!/)|#|data:,", link)]
        assert outside == [], path


def test_the_address_keeps_the_filter(site: str) -> None:
    text = get(site + "/?language=fr&from=2023").text
    for link in _links(text, "/topic?") + _links(text, "/actor?"):
        assert "language=fr" in link
        assert "from=2023" in link
    assert len(_links(text, "/topic?")) < len(_links(get(site + "/").text, "/topic?"))
    assert 'value="fr" selected' in text
    assert address("/actors", {"language": "fr", "q": "x", "from": ""}, actor="a&b") == "/actors?language=fr&actor=a%26b"


@pytest.mark.parametrize(
    "path",
    ["/?from=soon", "/actor?actor=Nobody+Atall", "/topic?topic=gossip", "/story?id=0", "/document?id=%27", "/actor"],
)
def test_what_is_not_there_is_said_in_a_sentence(site: str, path: str) -> None:
    answer = get(site + path)
    assert answer.status == 404
    assert "That is not here" in answer.text


def test_an_actor_page_tells_spellings_with_reasons_roles_and_evidence(site: str) -> None:
    text = get(site + "/actor?actor=Benny+Gantz").text
    for wanted in ("Spellings, and why they count as one", "Roles", "Named together with", "Sentences", "<mark>"):
        assert wanted in text


def test_what_one_text_alone_calls_somebody_is_folded_and_opens_to_its_sentence(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for day in range(1, 13):
        desk.write(f"{day}.txt", f"Date: 2024-03-{day:02}\n\nThe finance minister, Claire Whitford, spoke on day {day} of the debate.\n")
    desk.write("slip.txt", "Date: 2024-04-01\n\nThe swimming champion, Claire Whitford, was not named by anybody else.\n")
    desk.run()
    with served(desk.settings) as url:
        text = get(url + "/actor?actor=Claire+Whitford").text
        firm, folded = text.split("1 more, in one document each")
        assert "finance minister" in firm
        assert "champion</bdi>" in folded.split("</details>")[0]
        assert re.search(r'href="/document\?id=[0-9a-f]{16}#s0"><bdi>[^<]*champion', folded)
        assert "champion" not in get(url + "/actors").text


def test_a_measure_that_counts_nothing_opens_to_nothing(site: str) -> None:
    text = get(site + "/quality").text
    assert '<div class="none"><span class="name">' in text
    assert "<details><summary></summary>" not in text


def test_a_page_that_takes_too_long_is_stopped_and_says_what_to_do(
    sample_run: tuple[Settings, RunReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(reading: Reading, *_: object) -> Any:
        for _ in range(10**9):  # neither one question without an end nor many that are short may go on
            reading.rows("select sum(a.range * b.range % 7) from range(3000) as a, range(3000) as b")

    settings = sample_run[0].with_(page_seconds=1)
    with served(settings) as url:
        monkeypatch.setitem(pages.PAGES, "topics", endless)
        monkeypatch.setattr(downloads.queries_pages, "table", endless)
        answer = get(url + "/topics?language=fr")
        assert answer.status == 503
        assert "not ready after 1 seconds" in answer.text
        assert "/topics?language=fr" in _links(answer.text, "/topics")
        assert get(url + "/download/topics.csv").status == 503
        assert get(url + "/actors").status == 200
        monkeypatch.undo()
        assert get(url + "/topics?language=fr").status == 200


def test_search_finds_sentences_without_case_and_accents(site: str) -> None:
    assert "<q" in get(site + "/search?q=MINISTRE+defense").text
    assert "No sentence has all these words" in get(site + "/search?q=zzzz").text
    assert get(site + "/search?q=%25%27%22%3Cscript%3E").status == 200


def test_only_names_of_this_machine_are_answered(site: str) -> None:
    assert get(site + "/", Host="evil.example").status == 400
    assert get(site + "/", Host="localhost:1").status == 200


def test_downloads_are_complete_and_no_formula_runs(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HOSTILE)
    desk.write("b.txt", BUDGET)
    desk.run()
    with served(desk.settings) as url:
        text = get(url + "/").text
        assert "<img" not in text
        assert "alert(&#39;title&#39;)" in text
        answer = get(url + "/download/documents.csv")
        assert "attachment" in answer.headers["content-disposition"]
        rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
        assert len(rows) == 2
        assert not [value for row in rows for value in row.values() if value[:1] in tuple("=+-@\t\r") and value]
        assert any(row["title"].startswith("'=HYPERLINK") for row in rows)
        for name in ("documents", "actors", "topics", "stories", "quotations", "mentions"):
            assert polars.read_parquet(io.BytesIO(get(f"{url}/download/{name}.parquet").data)).height > 0, name
            assert get(f"{url}/download/{name}.csv?language=en").status == 200
        assert get(url + "/download/secrets.csv").status == 404


def test_a_new_publication_is_shown_and_never_blocked(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    desk.run()
    with served(desk.settings) as url:
        before = json.loads(get(url + "/version").data)
        assert "1 of 1 document." in get(url + "/").text
        desk.write("b.txt", MATCH)
        assert desk.run().status == "published"
        assert json.loads(get(url + "/version").data) != before
        assert "2 of 2 documents." in get(url + "/").text


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["dashboard", "-w", str(tmp_path / "none.duckdb")])
    assert stopped.value.code == cli.EXIT_FAILED
    assert "does not exist yet" in capsys.readouterr().err
