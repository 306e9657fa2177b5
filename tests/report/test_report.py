"""The report: one file that loads nothing, whose figures open to sentences, and in which raw text stays text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from articles import BUDGET, HARBOUR, Desk
from hostile import HOSTILE
from newsetl import cli
from newsetl.errors import NewsetlError, SettingsError
from newsetl.pipeline import RunReport
from newsetl.report import build, charts, content, wording, write_report
from newsetl.settings import Settings
from newsetl.warehouse.queries import Scope, parse_day, parse_scope
from newsetl.warehouse.queries_evidence import Item
from newsetl.warehouse.queries_overview import gaps
from newsetl.warehouse.queries_subjects import trend

SECTIONS = ("coverage", "topics", "actors", "network", "quoted", "sources", "languages", "stories", "quality", "reading")


class _Page(HTMLParser):
    """Elements of a page, its ids, links and the text of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: Counter[str] = Counter()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes[name] += 1
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src", "action"):
                self.links.append(value or "")


@pytest.fixture(scope="module")
def sample_html(sample_run: tuple[Settings, RunReport]) -> str:
    return build.render(sample_run[0], Scope())[0]


def test_it_is_one_file_that_loads_nothing(sample_html: str) -> None:
    page = _Page(sample_html)
    assert len(sample_html.encode()) < build.LARGEST
    assert all(link.startswith("#") for link in page.links)
    assert not page.tags["link"]
    assert not page.tags["img"]
    assert not page.tags["iframe"]
    assert "default-src 'none'" in unescape(sample_html)
    assert not re.search(r"url\(|@import", sample_html)


def test_every_section_and_every_link_is_there(sample_html: str) -> None:
    page = _Page(sample_html)
    assert set(SECTIONS) <= set(page.ids)
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_figures_open_to_sentences_with_date_and_path(sample_run: tuple[Settings, RunReport]) -> None:
    found = content.gather(sample_run[0], Scope(), content.DEPTHS[0])
    rows = [row for _, rows in found["actors"] for row in rows] + found["topics"]["top"] + found["sources"] + found["languages"]
    assert rows
    depth = content.DEPTHS[0]
    for row in rows:
        most = depth.documents if row in found["sources"] + found["languages"] else depth.sentences
        assert len(row["evidence"]) == min(row["documents"], most), row["key"]
        assert all(item.place.endswith(".txt") and item.sentence for item in row["evidence"])
    marked = [item for _, rows in found["actors"] for row in rows for item in row["evidence"] if item.start is not None]
    assert marked


def test_raw_text_stays_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HOSTILE)
    desk.write("b.txt", BUDGET)
    desk.run()
    html = build.render(desk.settings, Scope())[0]
    page = _Page(html)
    assert page.tags["script"] == 1
    assert not page.tags["img"]
    assert not {name for name in page.attributes if name.startswith("on")}
    assert "&lt;script&gt;" in html
    assert "<script>alert" not in html
    assert "\x1b" not in html
    assert "\x07" not in html
    assert "\u202e" not in html
    assert "{{ 7 * 7 }}" in html


def test_a_filter_names_what_it_leaves_out(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    desk.write("b.txt", BUDGET)
    desk.write("c.txt", "The old lighthouse keeper of Port Elswick never spoke of the wreck. He kept a diary that nobody has read since.\n")
    desk.run()
    written = write_report(desk.settings, tmp_path / "sub" / "r.html", Scope(since=date(2024, 3, 6)))
    html = written.path.read_text(encoding="utf-8")
    assert written.documents == 1
    assert "without a date" in html
    assert "Parliament passes the budget" in html
    assert "Brest" not in html
    assert build.render(desk.settings, Scope(language="fr"))[1] == 1
    assert build.render(desk.settings, Scope(since=date(2030, 1, 1)))[1] == 0
    with pytest.raises(NewsetlError, match=r"no actor is called 'Claire Whitfort'; near it: Claire Whitford"):
        build.render(desk.settings, Scope(actor="Claire Whitfort"))
    with pytest.raises(NewsetlError, match="no topic is called 'gossip'; those at the top are"):
        build.render(desk.settings, Scope(topic="gossip"))
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["r.html"]


def test_a_large_report_shows_fewer_sentences(sample_run: tuple[Settings, RunReport], monkeypatch: pytest.MonkeyPatch) -> None:
    full = len(build.render(sample_run[0], Scope())[0])
    monkeypatch.setattr(build, "LARGEST", full * 2 // 3)
    html = build.render(sample_run[0], Scope())[0]
    assert len(html) < full
    assert set(SECTIONS) <= set(_Page(html).ids)


def test_the_command_writes_the_file(
    sample_run: tuple[Settings, RunReport], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["report", "-w", str(sample_run[0].warehouse), "-o", str(tmp_path / "r.html"), "--language", "fr"])
    assert "documents)" in capsys.readouterr().out
    assert (tmp_path / "r.html").stat().st_size > 10_000
    with pytest.raises(SystemExit) as stopped:
        cli.main(["report", "-w", str(sample_run[0].warehouse), "--from", "soon"])
    assert stopped.value.code == cli.EXIT_USAGE


def test_dates_people_write() -> None:
    assert parse_day("2024") == date(2024, 1, 1)
    assert parse_day("2024-02", last=True) == date(2024, 2, 29)
    assert parse_day("2024-2-7") == date(2024, 2, 7)
    for wrong in ("24", "2024-13", "2024-02-30", "yesterday", ""):
        with pytest.raises(SettingsError):
            parse_day(wrong)
    with pytest.raises(SettingsError, match="ends"):
        parse_scope(since="2024", until="2023")
    assert parse_scope(language="FR", topic="").described() == [("language", "fr")]


def test_gaps_are_stretches_without_a_document() -> None:
    months = [date(2024, month, 1) for month in range(1, 7)]
    counts = [{"bucket": month, "documents": count} for month, count in zip(months, (2, 0, 0, 1, 0, 3), strict=True)]
    assert gaps(counts, "month") == [(date(2024, 2, 1), date(2024, 3, 31), 2), (date(2024, 5, 1), date(2024, 5, 31), 1)]
    assert wording.stretch(date(2024, 2, 1), date(2024, 3, 31), "month") == "February 2024 to March 2024"


@pytest.mark.parametrize(
    ("course", "told"),
    [
        ([1] * 12 + [9] * 4, "rising"),
        ([9] * 12 + [1] * 4, "falling"),
        ([5] * 16, "steady"),
        ([0] * 15 + [2], None),
        ([1, 2], None),
        ([], None),
    ],
)
def test_a_trend_is_more_than_chance(course: list[int], told: str | None) -> None:
    assert trend(course)[0] == told


def test_the_network_is_the_same_every_time_and_fits() -> None:
    nodes = [(str(n), f"name {n}", "person", 10 - n) for n in range(8)] + [("alone", "nobody's friend", "person", 9)]
    edges = [("0", str(n), n) for n in range(1, 8)] + [("1", "2", 3)]
    placed, lines = charts.network(nodes, edges)
    assert (placed, lines) == charts.network(nodes, edges)
    assert len(placed) == 8
    assert len(lines) == 8
    assert all(0 <= node.x <= charts.WIDTH and 0 <= node.y <= charts.HEIGHT for node in placed)
    assert charts.network(nodes, []) == ([], [])


def test_words_for_people() -> None:
    assert [wording.day(value) for value in ("2024-03-14", "2024-03", "2024", None, "2024-03/2024-05")] == [
        "14 March 2024", "March 2024", "2024", "undated", "2024-03/2024-05",
    ]  # fmt: skip
    assert wording.language("fr") == "French"
    assert wording.language("und") == "language unknown"
    assert wording.clean("a\x00b\u202ec\nd\u200d") == "a\N{REPLACEMENT CHARACTER}bc d\u200d"
    long = Item("x" * 2000 + "HERE" + "y" * 2000, 2000, 2004, "en", None, "s", "p", "d", 0, None)
    assert "<mark>HERE</mark>" in wording.marked(long)
    assert len(wording.marked(long)) < 600
