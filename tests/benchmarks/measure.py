"""Stopwatches: a command with the memory of all its processes, the readers of a text one by one, queries, the floor."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

NEWSETL = [str(Path(sys.executable).parent / "newsetl")]


class Ran(NamedTuple):
    """A finished command."""

    seconds: float
    cpu_seconds: float  # of it and its children
    peak_bytes: int  # of all its processes at once, shared pages counted once (PSS)
    output: str


def _children(parent: int) -> list[int]:
    found = [parent]
    for process in found:
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return found


def _memory(parent: int) -> int:
    total = 0
    for process in _children(parent):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) << 10 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total


def run(command: list[str], **environment: str) -> Ran:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; the message has what it said.
    """
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.25):
            peak = max(peak, _memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, errors = process.communicate()
    seconds = time.perf_counter() - started
    ended.set()
    watcher.join()
    after = os.times()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {errors[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Ran(seconds, cpu, peak, output)


def newsetl(*arguments: str) -> tuple[Ran, dict[str, Any]]:
    """Run a command of newsetl that prints one JSON object."""
    ran = run([*NEWSETL, *arguments, "--json"])
    return ran, json.loads(ran.output)


def median(times: int, what: Callable[[], object]) -> float:
    """Median seconds of a call."""
    seconds = []
    for _ in range(times):
        at = time.perf_counter()
        what()
        seconds.append(time.perf_counter() - at)
    return statistics.median(seconds)


def floor(folder: Path) -> tuple[float, float]:
    """Read, hash and decode every file, and nothing else: (seconds, CPU seconds) of one process."""
    started, cpu = time.perf_counter(), time.process_time()
    for path in sorted(folder.rglob("*.txt")):
        data = path.read_bytes()
        hashlib.sha256(data).hexdigest()
        data.decode("utf-8", errors="replace")
    return time.perf_counter() - started, time.process_time() - cpu


def readers(folder: Path, limit: int, rows_folder: Path) -> dict[str, float]:
    """CPU milliseconds an article of each reader of texts, in this process, over the last ``limit`` articles after the first ones."""
    from newsetl import annotate, resources
    from newsetl.contracts import STEPS
    from newsetl.frames import write_batch
    from newsetl.reference import load_reference
    from newsetl.work import TOGETHER

    seconds: dict[str, float] = {}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            at = time.process_time()
            try:
                return function(*arguments)
            finally:
                seconds[name] = seconds.get(name, 0.0) + time.process_time() - at

        return call

    annotator = annotate.Annotator(load_reference(resources.folder("seeds")))
    places: list[tuple[Any, str, str]] = [
        (annotate, "decode", "decode"),
        (annotate.header, "read_header", "header"),
        (annotate.language, "read_language", "language"),
        (annotate.language, "detect_sentence_languages", "language"),
        (annotate.sentences, "split_sentences", "sentences"),
        (annotate.published, "publication_date", "dates"),
        (annotate.dates, "find_dates", "dates"),
        (annotator.names, "find_many", "names"),
        (annotator.quotations, "find", "quotations"),
        (annotator.terms, "find", "topic terms"),
        (annotate.sketch, "sketch", "sketch"),
    ]
    paths = sorted(folder.rglob("*.txt"))
    met, paths = paths[:limit], paths[-limit:]  # words met before, as in a worker that has been at it for a while

    def read(paths: list[Path], rows: annotate.Rows) -> None:
        for at in range(0, len(paths), TOGETHER):
            texts = [path.read_bytes() for path in paths[at : at + TOGETHER]]
            sources = [
                annotate.Source(at + number, hashlib.sha256(data).hexdigest()[:16], paths[at + number].name)
                for number, data in enumerate(texts)
            ]
            annotator.read_together([annotate.Unread(*pair, STEPS) for pair in zip(texts, sources, strict=True)], rows)

    read(met, {})
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    rows: annotate.Rows = {}
    gc.collect()
    gc.freeze()
    gc.disable()  # as a worker does
    try:
        for owner, name, step in places:
            setattr(owner, name, timed(step, getattr(owner, name)))
        started = time.process_time()
        read(paths, rows)
        total = time.process_time() - started
    finally:
        gc.enable()
        for owner, name, function in kept:
            setattr(owner, name, function)
    seconds["the rest of annotating"] = total - sum(seconds.values())
    at = time.process_time()
    write_batch(rows, rows_folder, 0)
    seconds["frames and Parquet"] = time.process_time() - at
    return {name: 1000 * spent / len(paths) for name, spent in seconds.items()}


def queries(warehouse: Path) -> dict[str, float]:
    """Seconds of each query in a connection of its own, read-only; the median of three."""
    import duckdb

    def ask(sql: str) -> Callable[[], object]:
        def call() -> object:
            with duckdb.connect(str(warehouse), read_only=True) as connection:
                return connection.execute(sql).fetchall()

        return call

    with duckdb.connect(str(warehouse), read_only=True) as connection:
        first = connection.execute("select name from actor_summary order by documents desc limit 1").fetchone()
    name = (first[0] if first else "").replace("'", "''")
    asked = {
        "actor_summary": "from actor_summary",
        "topic_summary": "from topic_summary",
        "actor_pairs, first 100": "from actor_pairs limit 100",
        "evidence of the most frequent actor, first 100": f"from evidence_for_actor('{name}') limit 100",
        "search of two words, first 100": "from search('president said') limit 100",
    }
    return {what: median(3, ask(sql)) for what, sql in asked.items()}
