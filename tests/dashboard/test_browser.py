"""Report and dashboard in a real browser: phone and desktop, light and dark, keyboard, no errors, no request elsewhere, axe."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsetl.pipeline import RunReport
from newsetl.report import write_report
from newsetl.settings import Settings
from served import served

pytestmark = pytest.mark.slow
playwright_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make install")
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
PATIENCE = 20_000  # milliseconds for a page on a busy machine


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium on the PATH; Debian: apt-get install chromium (.ci/run does it where it may)")
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(sample_run: tuple[Settings, RunReport]) -> Iterator[str]:
    with served(sample_run[0]) as url:
        yield url


@pytest.fixture(scope="module")
def report(sample_run: tuple[Settings, RunReport], tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_report(sample_run[0], tmp_path_factory.mktemp("report") / "report.html").path.as_uri()


@contextlib.contextmanager
def _page(browser: Any, width: str, scheme: str = "light") -> Iterator[Any]:
    """A page that fails the test if anything is logged as an error or asked of another place."""
    size = WIDTHS[width]
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(("http://127.0.0.1:", "file:", "data:")) else None)
    try:
        yield page
    finally:
        context.close()
    assert wrong == []


def _serious(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in ("serious", "critical")]


def _fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(("width", "scheme"), [("phone", "light"), ("desktop", "dark")])
def test_the_report_is_for_everybody(browser: Any, report: str, width: str, scheme: str) -> None:
    with _page(browser, width, scheme) as page:
        page.goto(report)
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        assert _fits(page)
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = false")
        # one of each kind open: the rest is more of the same, and axe takes half a minute for all
        page.evaluate("for (const part of document.querySelectorAll('section')) part.querySelector('details')?.setAttribute('open', '')")
        assert _serious(page) == []


def test_figures_of_the_report_open_by_keyboard(browser: Any, report: str) -> None:
    with _page(browser, "desktop") as page:
        page.goto(report)
        page.locator(".columns a").last.focus()
        page.keyboard.press("Enter")
        opened = page.locator("details[open] .evidence:visible").first
        opened.wait_for()
        assert ".txt" in opened.inner_text()
        summary = page.locator("#actors summary").first
        summary.focus()
        page.keyboard.press("Enter")
        assert page.locator("#actors details[open] q:visible mark").count() > 0


def test_the_report_works_without_scripts(browser: Any, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    page.locator("#topics summary").first.click()
    assert page.locator("#topics details[open] q").first.is_visible()
    context.close()


@pytest.mark.parametrize("width", list(WIDTHS))
def test_the_pages_are_for_everybody(browser: Any, site: str, width: str) -> None:
    with _page(browser, width) as page:
        for path in ("/", "/topics", "/together", "/quotations", "/search?q=port", "/quality", "/runs", "/actor?actor=Benny+Gantz"):
            page.goto(site + path)
            assert _fits(page), path
            if width == "phone" or path in ("/", "/together"):  # the rest is the same markup, only wider
                assert _serious(page) == [], path


def test_filter_then_topic_then_text_with_the_keyboard_alone(browser: Any, site: str) -> None:
    with _page(browser, "desktop") as page:
        page.goto(site + "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.locator("#f-language").focus()
        page.keyboard.type("French")
        page.locator("#f-language").press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/?language=fr")
        page.locator("a.line[href^='/topic?']").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/topic?*language=fr*")
        page.locator("a[href^='/document?']").last.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/document?*")
        assert page.locator(".text-of :target").count() == 1
        page.go_back()
        page.wait_for_url("**/topic?*language=fr*")


def test_an_open_page_shows_a_new_publication_by_itself(browser: Any, tmp_path: Path) -> None:
    from articles import BUDGET, HARBOUR, Desk

    desk = Desk(tmp_path)
    desk.write("a.txt", HARBOUR)
    desk.run()
    with served(desk.settings) as url, _page(browser, "desktop") as page:
        page.goto(url + "/")
        assert "1 of 1 document" in page.locator("main").inner_text()
        desk.write("b.txt", BUDGET)
        desk.run()
        page.evaluate("look()")
        page.get_by_text("2 of 2 documents").wait_for()
