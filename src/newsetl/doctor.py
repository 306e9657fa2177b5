"""Checks an installation and says what to do: ``newsetl doctor``."""

from __future__ import annotations

import os
import shutil
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from newsetl import __version__, address, lock, resources
from newsetl.errors import NewsetlError
from newsetl.settings import Settings, available_cores, total_memory

TESTED_PYTHONS = ((3, 11), (3, 12), (3, 13))
LIBRARIES = {"duckdb": "2.0", "polars": "2.1", "prefect": "3.8", "langdetect": "1.0"}  # tested with these versions
FREE_SPACE = 2.5  # times the published file: the next work file, a version kept to go back to, and something for the spill
LEAST_FREE = 500 << 20
LEAST_MEMORY = 2 << 30  # bytes; two processes that read texts, and DuckDB
SERVER_PATIENCE = 2.0  # seconds for Prefect's server to answer


class Finding(NamedTuple):
    """One thing that was looked at."""

    state: str  # fine, note, wrong
    what: str
    told: str
    do: str | None = None


def examine(settings: Settings) -> list[Finding]:
    """Look at everything a run needs; never raises, writes nothing that stays."""
    found: list[Finding] = []
    looks: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
        _python, _libraries, _machine, _places, _lists, _raw, _warehouse, _lock, _server,
    )  # fmt: skip
    for look in looks:
        try:
            found.extend(look(settings))
        except Exception as error:  # a check that fails is a finding, not the end of the others
            found.append(Finding("wrong", look.__name__.strip("_"), f"{type(error).__name__}: {error}"))
    return found


def told(found: list[Finding]) -> str:
    """The findings as lines, with a verdict at the end."""
    signs = {"fine": "ok   ", "note": "note ", "wrong": "WRONG"}
    width = max(len(finding.what) for finding in found)
    lines = []
    for finding in found:
        lines.append(f"{signs[finding.state]}  {finding.what:<{width}}  {finding.told}")
        if finding.do:
            lines.append(f"{'':5}  {'':{width}}  -> {finding.do}")
    wrong = sum(finding.state == "wrong" for finding in found)
    lines.append("")
    lines.append(f"{wrong} {'thing has' if wrong == 1 else 'things have'} to be put right first" if wrong else "ready: newsetl run FOLDER")
    return "\n".join(lines)


def _python(_: Settings) -> Iterator[Finding]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    told_ = f"{version}; newsetl {__version__} in {Path(__file__).resolve().parent}"
    if sys.version_info[:2] in TESTED_PYTHONS:
        yield Finding("fine", "python", told_)
    else:
        yield Finding("note", "python", told_, "tested with Python 3.11, 3.12 and 3.13; if something fails, try one of these")


def _libraries(_: Settings) -> Iterator[Finding]:
    parts, wrong = [], []
    for name, tested in LIBRARIES.items():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{name} is not installed")
            continue
        parts.append(f"{name} {version}")
        if not version.startswith(tested):
            wrong.append(f"{name} {version} is not the tested {tested}")
    if wrong:
        yield Finding("wrong", "libraries", "; ".join(wrong), "install from requirements.lock: make install")
    else:
        yield Finding("fine", "libraries", ", ".join(parts))


def _machine(_: Settings) -> Iterator[Finding]:
    memory = total_memory()
    told_ = f"{available_cores()} cores, {memory / (1 << 30):.1f} GiB of memory"
    if memory < LEAST_MEMORY:
        yield Finding("note", "machine", told_, "with so little memory set NEWSETL_WORKERS=1 and NEWSETL_MEMORY_LIMIT=512M")
    else:
        yield Finding("fine", "machine", told_)


def _existing(path: Path) -> Path:
    path = path.absolute()
    while not path.exists():
        path = path.parent
    return path


def _places(settings: Settings) -> Iterator[Finding]:
    for what, path in (("warehouse folder", settings.warehouse.absolute().parent), ("state folder", settings.state_folder)):
        there = _existing(path)
        if not os.access(there, os.W_OK | os.X_OK):
            yield Finding("wrong", what, f"{there} cannot be written", "give this user write permission there, or set another place")
        elif not there.is_dir():
            yield Finding("wrong", what, f"{there} is a file and has to be a folder", "choose another place")
        else:
            yield Finding("fine", what, f"{path} can be {'written' if path.exists() else 'made'}")
    folder = _existing(settings.warehouse.absolute().parent)
    free = shutil.disk_usage(folder).free
    size = settings.warehouse.stat().st_size if settings.warehouse.exists() else 0
    need = max(LEAST_FREE, int(FREE_SPACE * size))
    if free < need:
        yield Finding(
            "wrong", "disk", f"{free / 1e9:.1f} GB free at {folder}; a run may need {need / 1e9:.1f} GB",
            "free some space, or lower NEWSETL_SNAPSHOTS",
        )  # fmt: skip
    else:
        yield Finding("fine", "disk", f"{free / 1e9:.1f} GB free at {folder}")


def _lists(settings: Settings) -> Iterator[Finding]:
    from newsetl.reference import load_reference

    folder = settings.seeds_folder
    started = time.perf_counter()
    try:
        load_reference(folder)
    except NewsetlError as error:
        yield Finding("wrong", "reference lists", str(error), "correct the line; until then no run begins")
    else:
        yield Finding("fine", "reference lists", f"{folder}: all rows keep their schema ({time.perf_counter() - started:.1f} s)")
    for name in ("sql", "flows"):
        if not resources.folder(name).is_dir():
            yield Finding("wrong", name, f"{resources.folder(name)} is missing", "the installation is incomplete: install again")


def _raw(settings: Settings) -> Iterator[Finding]:
    for source in settings.raw:
        folder = address.split_label(source)[1]
        path = Path(folder)
        if address.is_url(folder):
            from newsetl import remote

            try:
                remote.Store(folder)
                yield Finding("fine", "raw folder", folder)
            except NewsetlError as error:
                yield Finding("wrong", "raw folder", str(error), "correct NEWSETL_RAW, or what the message says")
        elif not path.is_dir():
            yield Finding("wrong", "raw folder", f"{path} is not there", "correct NEWSETL_RAW")
        elif not os.access(path, os.R_OK | os.X_OK):
            yield Finding("wrong", "raw folder", f"{path} cannot be read", "give this user read permission")
        else:
            yield Finding("fine", "raw folder", str(path))


def _warehouse(settings: Settings) -> Iterator[Finding]:
    from newsetl.warehouse import catalogue

    if not settings.warehouse.exists():
        yield Finding("note", "warehouse", f"{settings.warehouse} is not published yet", "newsetl run FOLDER")
        return
    try:
        found = catalogue.status(settings)
    except NewsetlError as error:
        yield Finding("wrong", "warehouse", str(error), "newsetl snapshots shows versions to go back to with newsetl rollback")
        return
    published = found["published"]
    yield Finding("fine", "warehouse", f"{settings.warehouse}: {found['documents']:,} documents, published {found['age']} ago")
    if published["newsetl_version"] != __version__:
        yield Finding("note", "warehouse", f"was built by newsetl {published['newsetl_version']}", "the next run brings it up to date")
    if found["runs"] and found["runs"][0]["status"] == "failed":
        yield Finding("wrong", "last run", f"failed at {found['runs'][0]['finished_at']}: {found['runs'][0]['error']}", "newsetl status")


def _lock(settings: Settings) -> Iterator[Finding]:
    holder = lock.holder(settings.lock_file)
    if holder:
        who = f"process {holder['pid']} on {holder['host']} runs since {holder['since']}"
        yield Finding("note", "lock", who, "wait for it; a second run exits with 75")
    else:
        yield Finding("fine", "lock", "free")


def _server(_: Settings) -> Iterator[Finding]:
    url = os.environ.get("PREFECT_API_URL")
    if not url:
        told_ = "PREFECT_API_URL is not set: flows start a server of their own; schedules need a permanent one"
        yield Finding("fine", "Prefect server", told_)
        return
    if not url.startswith(("http://", "https://")):
        yield Finding("wrong", "Prefect server", f"PREFECT_API_URL={url} is no address", "set it to http://127.0.0.1:4200/api")
        return
    try:
        with urllib.request.urlopen(f"{url.rstrip('/')}/health", timeout=SERVER_PATIENCE) as answer:
            healthy = answer.status == 200
    except OSError as error:
        yield Finding("wrong", "Prefect server", f"{url} does not answer: {error}", "prefect server start, or unset PREFECT_API_URL")
        return
    state = "fine" if healthy else "wrong"
    yield Finding(state, "Prefect server", f"{url} {'answers' if healthy else 'is not healthy'}")
