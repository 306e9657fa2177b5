"""Readers of several DuckDB versions ask the published file again and again while it is replaced.

    python tests/reliability/read_through.py --publications 500     # the full size; make test does a few dozen

Eight processes: three with the DuckDB of newsetl, three with DuckDB 1.4, two that start the DuckDB shell for each question.
Every answer must be that of one published version, from the first question after opening to the last. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles import BUDGET, HARBOUR, MATCH, Desk
from newsetl.warehouse import history, publish
from newsetl.warehouse.connection import open_to_read

OLD_DUCKDB = Path(sys.prefix) / "compat" / "duckdb14"
SHELL = Path(sys.executable).with_name("duckdb")
# a table of the ledger, a view over texts, a summary: a mixture of two versions would not match
QUESTION = (
    "select (select max(run_id) from meta.published) || ' ' || (select count(*) from documents) || ' ' "
    "|| (select coalesce(sum(mentions), 0) from actor_summary) || ' ' || (select sum(length(text)) from core.sentences)"
)
_PYTHON = """
import json, os, sys
import duckdb
file, stop, question, out = sys.argv[1:]
answers, errors, mixed, opened, again = {}, [], 0, 0, 0
def identity():
    status = os.stat(file)
    return status.st_ino, status.st_mtime_ns
def connect():
    # DuckDB 2.0 reads the header from one opening of the path and the blocks from the next: open again if the file changed
    global again
    while True:
        before = identity()
        try:
            connection = duckdb.connect(file, read_only=True)
        except duckdb.Error:
            if identity() == before:
                raise
        else:
            if identity() == before:
                return connection
            connection.close()
        again += 1
while not os.path.exists(stop):
    try:
        connection = connect()
        told = [connection.execute(question).fetchone()[0] for _ in range(3)]
        connection.close()
    except Exception as error:
        errors.append(str(error)[:300])
        continue
    opened += 1
    mixed += len(set(told)) != 1
    for answer in told:
        answers[answer] = answers.get(answer, 0) + 1
    with open(out, "w") as file_out:
        json.dump([duckdb.__version__, opened, answers, errors[:3], len(errors), mixed, again], file_out)
"""
_SHELL = """
import json, os, subprocess, sys
file, stop, question, out, shell = sys.argv[1:]
answers, errors, opened = {}, [], 0
while not os.path.exists(stop):
    done = subprocess.run([shell, "-readonly", "-noheader", "-list", file, "-c", question], capture_output=True, text=True)
    if done.returncode or done.stderr:
        errors.append((done.stderr or str(done.returncode))[:300])
        continue
    opened += 1
    answers[done.stdout.strip()] = answers.get(done.stdout.strip(), 0) + 1
    with open(out, "w") as file_out:
        json.dump(["shell", opened, answers, errors[:3], len(errors), 0, 0], file_out)
"""


def versions(folder: Path, count: int = 4) -> tuple[Desk, list[Path]]:
    """A warehouse with so many kept versions, by real runs."""
    desk = Desk(folder)
    desk.settings = desk.settings.with_(snapshots=count)
    texts = [HARBOUR, BUDGET, MATCH, HARBOUR.replace("Brest", "Calais"), BUDGET.replace("Ottawa", "Dublin")]
    for number in range(count):
        desk.write(f"{number}.txt", texts[number % len(texts)])
        desk.run()
    return desk, [snapshot.path for snapshot in reversed(history.snapshots(desk.settings))]


def read_through(publications: int, least_answers: int = 3, limit_seconds: float = 3_600) -> dict[str, object]:
    """Publish so often, and on until every reader has so many answers; returns what the readers met."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        desk, kept = versions(folder)
        # copies: a snapshot may be the very file that is being read
        prepared = [Path(shutil.copy(path, folder / f"version{number}.duckdb")) for number, path in enumerate(kept)]
        known: set[str] = set()
        for path in prepared:
            with contextlib.closing(open_to_read(path)) as connection:
                row = connection.execute(QUESTION).fetchone()
                assert row
                known.add(row[0])
        assert len(known) == len(prepared)
        stop = folder / "stop"
        target = desk.settings.warehouse
        readers: list[subprocess.Popen[bytes]] = []
        outs = [folder / f"reader{number}.json" for number in range(8)]
        for number, out in enumerate(outs):
            script, extra = (_SHELL, [str(SHELL)]) if number >= 6 else (_PYTHON, [])
            environment = os.environ | {"HOME": place} | ({"PYTHONPATH": str(OLD_DUCKDB)} if 3 <= number < 6 else {})
            call = [sys.executable, "-c", script, str(target), str(stop), QUESTION, str(out), *extra]
            readers.append(subprocess.Popen(call, env=environment, stderr=subprocess.PIPE))
        begun, published, through = time.monotonic(), 0, 0
        counting = False
        try:
            # publications count from when every reader reads; they go on until each has read enough
            while time.monotonic() - begun < limit_seconds:
                publish.replace_file(prepared[published % len(prepared)], target)
                published += 1
                counting = counting or all(out.exists() for out in outs)
                through += counting
                if through >= publications and all(_opened(out) >= least_answers for out in outs):
                    break
        finally:
            stop.touch()
            told = [reader.communicate(timeout=120)[1].decode() for reader in readers]
        results = [json.loads(out.read_text()) for out in outs if out.exists()]
        return {
            "publications": through,
            "readers": len(results),
            "versions of DuckDB": sorted({result[0] for result in results}),
            "opened": sum(result[1] for result in results),
            "answers": sum(sum(result[2].values()) for result in results),
            "versions seen": len(known & {answer for result in results for answer in result[2]}),
            "foreign answers": sorted({answer for result in results for answer in result[2]} - known),
            "mixed": sum(result[5] for result in results),
            "opened again": sum(result[6] for result in results),
            "errors": sum(result[4] for result in results),
            "examples": [error for result in results for error in result[3]][:3] + [text for text in told if text][:3],
            "seconds": round(time.monotonic() - begun, 1),
        }


def _opened(out: Path) -> int:
    try:
        return int(json.loads(out.read_text())[1])
    except (OSError, ValueError):
        return 0  # being written


def main() -> int:
    """Read through publications; exit code 1 when a reader met an error or an answer of no version."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publications", type=int, default=500)
    found = read_through(parser.parse_args().publications)
    print(json.dumps(found, indent=1))
    return 1 if found["errors"] or found["foreign answers"] or found["mixed"] or found["readers"] != 8 else 0


if __name__ == "__main__":
    raise SystemExit(main())
