"""Kills runs with SIGKILL, at named points and at random moments, and compares what the next run makes of it.

    python tests/reliability/kill_runs.py --random 300 --seed 8        # the full size; make test does a few

A process that has everything imported and opens no database forks a child for each run, so that a run costs a second and not
four. Each experiment begins with a copy of one warehouse and of a raw folder in which files were added, changed, renamed,
deleted, broken and mended since. Prints one JSON object: experiments by where the child died, and every difference found.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import functools
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles import BUDGET, HARBOUR, MATCH
from newsetl import pipeline
from newsetl.reference import load_reference
from newsetl.settings import Settings

# what tells when and by which run; the rest must be the same
RUN_COLUMNS = ("run_id", "read_at", "first_run_id", "last_run_id")
RUN_TABLES = ("meta.runs", "meta.checks", "meta.published")
STEPS = ("discover", "annotate, part 1 of 1", "load, build and check", "publish", "make ready", "report")
# (module, function): killed when it is called, and when it has returned
INSIDE = (
    ("newsetl.frames", "write_batch"),
    ("newsetl.warehouse.workfile", "load_files"),
    ("newsetl.warehouse.workfile", "run_checks"),
    ("newsetl.warehouse.workplace", "remember"),
    ("newsetl.warehouse.publish", "copy_file"),
    ("newsetl.warehouse.publish", "sync_folder"),
    ("newsetl.warehouse.publish", "keep_snapshot"),
)


def settings_of(folder: Path) -> Settings:
    """Everything of an experiment is below its folder."""
    return Settings(warehouse=folder / "w.duckdb", workers=1, threads=1)


def _write(folder: Path, name: str, text: str, moment: int) -> None:
    path = folder / "news" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (1_700_000_000 + moment, 1_700_000_000 + moment))


def prepare(folder: Path) -> None:
    """A warehouse with what changed in its raw folder since."""
    for number in range(4):
        _write(folder, f"stays/{number}.txt", f"{HARBOUR}\nNuméro {number}.\n", number)
    _write(folder, "changes.txt", BUDGET, 20)
    _write(folder, "moves.txt", MATCH, 21)
    _write(folder, "goes.txt", BUDGET.replace("Ottawa", "Wellington"), 22)
    _write(folder, "breaks.txt", MATCH.replace("Lindental", "Rosenau"), 23)
    _write(folder, "heals.txt", "", 24)
    in_child(functools.partial(_run, folder))
    _write(folder, "new.txt", HARBOUR.replace("Brest", "Lorient"), 40)
    _write(folder, "twin.txt", HARBOUR.replace("Brest", "Lorient"), 41)
    _write(folder, "changes.txt", BUDGET.replace("Wednesday", "Thursday"), 42)
    (folder / "news" / "moves.txt").rename(folder / "news" / "moved.txt")
    (folder / "news" / "goes.txt").unlink()
    _write(folder, "breaks.txt", "", 43)
    _write(folder, "heals.txt", BUDGET.replace("Ottawa", "Canberra"), 44)


def in_child(action: Callable[[], Any], kill_after: float | None = None) -> Any:
    """What ``action`` returns in a forked child; None when the child was killed (after so many seconds, or by itself)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            answer = {"value": action()}
        except BaseException:
            answer = {"error": traceback.format_exc()}
        with os.fdopen(writer, "w") as pipe:
            pipe.write(json.dumps(answer))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        if kill_after is not None and not select.select([pipe], [], [], kill_after)[0]:
            os.kill(child, signal.SIGKILL)
        text = pipe.read()
    os.waitpid(child, 0)
    if not text:
        return None
    answer = json.loads(text)
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer["value"]


def _run(folder: Path, step: pipeline.StepCaller = pipeline.call_directly) -> str:
    return pipeline.run([str(folder / "news")], settings_of(folder), step).status


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _run_and_die_at(folder: Path, name: str, when: str) -> str:
    def step(step_name: str, function: Callable[..., Any], /, *arguments: Any) -> Any:
        if step_name == name and when == "before":
            _die()
        result = function(*arguments)
        if step_name == name and when == "after":
            _die()
        return result

    return _run(folder, step)


def _run_and_die_in(folder: Path, module: str, name: str, when: str) -> str:
    import importlib

    place = importlib.import_module(module)
    function = getattr(place, name)

    def dying(*arguments: Any, **more: Any) -> Any:
        if when == "before":
            _die()
        function(*arguments, **more)
        return _die()

    setattr(place, name, dying)
    return _run(folder)


def digest(file: Path) -> dict[str, str]:
    """A hash of every table's sorted rows, run columns aside; of records, whether they begin and end with the first run or later."""
    import duckdb

    found: dict[str, str] = {}
    with contextlib.closing(duckdb.connect(str(file), read_only=True)) as connection:
        connection.execute("set enable_progress_bar = false")
        first = connection.execute("select min(run_id) from meta.published").fetchone()
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where not internal and not temporary order by all"
        ).fetchall()
        for (table,) in tables:
            if table in RUN_TABLES:
                continue
            cursor = connection.execute(f"select * from {table} limit 0")
            columns = [column[0] for column in cursor.description or [] if column[0] not in RUN_COLUMNS]
            told = [f"({name} = '{first[0]}') as {name}" if name.startswith("valid_") else f'"{name}"' for name in columns]
            row = connection.execute(
                f"select count(*), bit_xor(hash(t)), sum(hash(t)) from (select {', '.join(told) or '1'} from {table}) as t"
            ).fetchone()
            found[table] = "{} rows {} {}".format(*row)
    return found


def experiment(
    base: Path, doomed: Callable[[Path], Any], expected: tuple[dict[str, str], dict[str, str]], kill_after: float | None
) -> tuple[str, list[str]]:
    """Where the child died (``killed`` or ``ended before``), and what is wrong afterwards."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(dir=base.parent) as place:
        folder = Path(place) / base.name
        shutil.copytree(base, folder)  # keeps the times of the files
        how = "ended before" if in_child(functools.partial(doomed, folder), kill_after) else "killed"
        published = in_child(functools.partial(digest, folder / "w.duckdb"))
        if published not in expected:
            wrong.append("the published file is neither the old version nor the new one")
        try:
            status = in_child(functools.partial(_run, folder))
        except RuntimeError as error:
            return how, [*wrong, f"the next run failed: {error}"]
        if status not in ("published", "unchanged"):
            wrong.append(f"the next run ended as {status}")
        after = in_child(functools.partial(digest, folder / "w.duckdb"))
        wrong += [f"{table}: {after.get(table)}, undisturbed {rows}" for table, rows in expected[1].items() if after.get(table) != rows]
        left = [path.name for path in folder.glob(".*.new")] + [path.name for path in (folder / ".newsetl" / "w.duckdb").glob("*.part")]
        wrong += [f"left behind: {name}" for name in left]
    return how, wrong


def main(arguments: list[str] | None = None) -> int:
    """Run the experiments; exit code 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=300)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--no-named", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    # read the lists and build the readers once; children inherit them
    from newsetl import frames, resources, work
    from newsetl.warehouse import workfile

    assert frames
    outcomes: collections.Counter[str] = collections.Counter()
    wrong: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as place:
        for name in ("sql", "seeds"):  # as they are now: an edit during the test is another matter
            shutil.copytree(resources.folder(name), Path(place) / name, ignore=shutil.ignore_patterns("sample"))
        resources.folder = Path(place).joinpath
        workfile.code_version()
        seeds = resources.folder("seeds")
        work._annotator(work.Order(0, "", str(seeds), (), work.readers_version(load_reference(seeds)), date.today(), [], None))
        base = Path(place) / "desk"
        base.mkdir()
        prepare(base)
        undisturbed = Path(place) / "undisturbed" / "desk"
        shutil.copytree(base, undisturbed)
        before = in_child(functools.partial(digest, base / "w.duckdb"))
        started = time.monotonic()
        in_child(functools.partial(_run, undisturbed))
        seconds = time.monotonic() - started
        expected = before, in_child(functools.partial(digest, undisturbed / "w.duckdb"))
        assert expected[0] != expected[1]

        todo: list[tuple[str, Callable[[Path], Any], float | None]] = []
        if not given.no_named:
            for name in STEPS:
                todo.append((f"before step {name}", functools.partial(_run_and_die_at, name=name, when="before"), None))
            todo.append((f"after step {STEPS[-1]}", functools.partial(_run_and_die_at, name=STEPS[-1], when="after"), None))
            for module, name in INSIDE:
                todo.append((f"after {name}", functools.partial(_run_and_die_in, module=module, name=name, when="after"), None))
        draw = random.Random(given.seed)
        for number in range(given.random):
            delay = draw.uniform(0, 1.05 * seconds)
            todo.append((f"random {number}, after {delay:.3f} s", _run, delay))

        def work(mine: int) -> list[tuple[str, str, list[str]]]:
            done = []
            for label, doomed, delay in todo[mine :: given.jobs]:
                done.append((label, *experiment(base, doomed, expected, delay)))
                print(*done[-1], file=sys.stderr, flush=True)  # an hour is long
            return done

        with ThreadPoolExecutor(given.jobs) as pool:
            results = [
                found for share in pool.map(lambda mine: in_child(functools.partial(work, mine)), range(given.jobs)) for found in share
            ]
        for label, how, found in results:
            outcomes[f"{'random' if label.startswith('random') else 'named'}: {how}"] += 1
            if how != "killed" and not label.startswith("random"):
                found.append("was not reached: the list of points is out of date")
            if found:
                wrong[label] = found
    told = {"seed": given.seed, "tables": len(expected[1]), "run_seconds": round(seconds, 2), "outcomes": outcomes, "wrong": wrong}
    print(json.dumps(told, indent=1))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
