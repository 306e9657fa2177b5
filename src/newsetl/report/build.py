"""Writes the report: gathers, draws, keeps it small, and puts it in place whole."""

from __future__ import annotations

import base64
import hashlib
import os
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from newsetl import __version__
from newsetl.report import charts, wording
from newsetl.report.content import DEPTHS, gather
from newsetl.settings import Settings
from newsetl.warehouse.queries import Scope

LARGEST = 3_000_000  # bytes: small enough to be mailed and to open at once on a phone
TEMPLATES = Path(__file__).resolve().parent / "templates"


class Written(NamedTuple):
    """A report that was written."""

    path: Path
    byte_size: int
    documents: int
    run_id: str


@cache
def environment() -> Environment:
    """Templates with escaping on for everything; what raw files say is never markup."""
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(
        number=wording.number,
        share=wording.share,
        beginning=wording.beginning,
        day=wording.day,
        language=wording.language,
        clean=wording.clean,
        marked=wording.marked,
        spark=charts.spark,
    )
    made.globals.update(plural=wording.plural, bucket=wording.bucket)
    return made


def asset(name: str) -> str:
    """Text of a style sheet or script that belongs to the templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def script_hash(script: str) -> str:
    """What a content security policy calls a script that may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def render(settings: Settings, scope: Scope, now: datetime | None = None) -> tuple[str, int, str]:
    """The report as HTML, its documents and its run; fewer sentences a figure where it would grow beyond ``LARGEST``."""
    script, style = asset("report.js"), asset("style.css")
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src '{script_hash(script)}'; base-uri 'none'; form-action 'none'"
    html = ""
    for depth in DEPTHS:
        content = gather(settings, scope, depth)
        html = environment().get_template("report.html").render(
            **content,
            made_at=now or datetime.now(UTC),
            version=__version__,
            policy=policy,
            script=Markup(script),
            style=Markup(style),
        )
        if len(html.encode("utf-8")) <= LARGEST:
            break
    return html, content["totals"]["documents"], content["publication"].get("run_id", "")


def write_report(settings: Settings, path: Path, scope: Scope | None = None) -> Written:
    """Write the report of the published file to ``path``, replaced whole.

    Args:
        settings: whose warehouse is read.
        path: the HTML file; its folder is made.
        scope: what to report on; everything if None.

    Raises:
        NewsetlError: nothing is published yet, or the filter names what the file does not hold.
    """
    html, documents, run_id = render(settings, scope or Scope())
    data = html.encode("utf-8", errors="replace")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_bytes(data)
    partial.replace(path)
    return Written(path, len(data), documents, run_id)
