"""The pictures of the README: report and dashboard of ``seeds/sample``, taken in chromium, and the map of the tables.

    python tests/benchmarks/pictures.py .pictures
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from newsetl import pipeline  # noqa: E402
from newsetl.report import tables_map, write_report  # noqa: E402
from newsetl.settings import Settings  # noqa: E402
from served import served  # noqa: E402


def main(folder: Path) -> None:
    """Write ``dashboard.png``, ``report.png``, ``report-phone.png`` and ``tables.svg``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tables.svg").write_text(tables_map.of_this_version(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        settings = Settings(warehouse=Path(place) / "sample.duckdb", workers=1)
        pipeline.run([str(ROOT / "seeds" / "sample")], settings)
        report = write_report(settings, Path(place) / "report.html").path.as_uri()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(settings) as url:
            for name, address, width, height in (
                ("dashboard", url + "/", 1200, 900),
                ("report", report, 1200, 900),
                ("report-phone", report + "#actor-0-0", 390, 844),
            ):
                page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
                page.goto(address, wait_until="networkidle")
                page.screenshot(path=folder / f"{name}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
