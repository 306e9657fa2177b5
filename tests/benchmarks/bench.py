"""All figures of ``tests/benchmarks/README.md`` from one run: ``make bench``, or with options

    python tests/benchmarks/bench.py --articles 20000 --script-articles 100 [--no-script] [--keep FOLDER] [--write]

A corpus is made, loaded, added to, loaded again; queries are asked; the same articles go through the script that people
would write. ``--write`` puts the tables in the README between its marks.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import tempfile
import venv
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import corpus
import measure

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
README = HERE / "README.md"
BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"
SCRIPT_NEEDS = ("langdetect==1.0.9", "pysbd==0.3.4", "spacy>=3.8,<4", "duckdb>=1.4")
SCRIPT_VENV = ROOT / ".newsetl" / "bench-venv"
PROFILED = 1_000  # articles that the readers are timed on, after as many


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = list(head)
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)]) + "\n"


def _machine() -> str:
    cpu = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        names = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
        cpu = names[0] if names else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores ({cpu}), {memory:.0f} GiB, Python {platform.python_version()}, {platform.system()}"


def _copy_bytes(folder: Path, target: Path, files: int) -> None:
    for path in sorted(folder.rglob("*.txt"))[:files]:
        shutil.copyfile(path, target / path.name)


def _script_python() -> str:
    """The interpreter of the script's environment, made at the first time."""
    python = SCRIPT_VENV / "bin" / "python"
    if not python.exists():
        venv.create(SCRIPT_VENV, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *SCRIPT_NEEDS], check=True)
    return str(python)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--script-articles", type=int, default=60)
    parser.add_argument("--no-script", action="store_true", help="leave the comparison out; it installs spaCy once")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave everything there")
    parser.add_argument("--write", action="store_true", help="put the figures in the README")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="newsetl-bench-"))
    try:
        figures = _measure(folder, given.articles, 0 if given.no_script else given.script_articles)
    finally:
        if not given.keep:
            shutil.rmtree(folder)
    print(figures)
    if given.write:
        text = README.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        README.write_text(before + BEGIN + figures + END + rest.partition(END)[2], encoding="utf-8")


def _measure(folder: Path, articles: int, script_articles: int) -> str:
    raw, warehouse = folder / "raw", folder / "bench.duckdb"
    added = max(1, articles // 100)
    raw_bytes = corpus.write(raw, articles, seed=1)
    corpus.write(folder / "added", added, seed=2)
    parts = [
        f"{datetime.now(UTC):%Y-%m-%d}, {_machine()}; load average {os.getloadavg()[0]:.1f} before the run. "
        f"{articles:,} articles, {raw_bytes / 1e6:.1f} MB of UTF-8, {raw_bytes / articles:,.0f} bytes each, {corpus.made_from()}.\n"
    ]

    floor, floor_cpu = measure.floor(raw)
    run, report = measure.newsetl("run", str(raw), "--warehouse", str(warehouse))
    rate = articles / run.seconds
    size = warehouse.stat().st_size
    shutil.move(folder / "added", raw / "added")
    more, more_report = measure.newsetl("run", str(raw), "--warehouse", str(warehouse))
    again, again_report = measure.newsetl("run", str(raw), "--warehouse", str(warehouse))
    assert (report["status"], more_report["status"], again_report["status"]) == ("published", "published", "unchanged")
    rows = [
        (
            "floor: read, hash, decode, one process",
            f"{floor:.2f}",
            f"{floor_cpu:.2f}",
            f"{articles / floor:,.0f}",
            f"{articles / floor_cpu:,.0f}",
            "",
        ),
        (
            "first run to publication",
            f"{run.seconds:.1f}",
            f"{run.cpu_seconds:.1f}",
            f"{rate:,.0f}",
            f"{articles / run.cpu_seconds:,.0f}",
            f"{run.peak_bytes / 2**20:,.0f}",
        ),
        (f"run with {added:,} more", f"{more.seconds:.1f}", f"{more.cpu_seconds:.1f}", "", "", f"{more.peak_bytes / 2**20:,.0f}"),
        ("run on unchanged files", f"{again.seconds:.1f}", f"{again.cpu_seconds:.1f}", "", "", f"{again.peak_bytes / 2**20:,.0f}"),
    ]
    parts.append(_table(("run", "seconds", "CPU seconds", "articles a second", "a second of CPU", "peak MiB, all processes"), rows))
    parts.append(
        f"First run against the floor: {run.cpu_seconds / floor_cpu:.0f} times its CPU time. "
        f"Warehouse: {size / 1e6:.1f} MB, {size / raw_bytes:.2f} times the raw text.\n"
    )

    checks = sum(check["seconds"] for check in report["checks"])
    models = sum(report["models"].values())
    build = report["steps"]["load, build and check"]
    steps = {
        **{name: spent for name, spent in report["steps"].items() if name in ("discover", "annotate", "publish", "make ready")},
        "load": build - checks - models,
        "models": models,
        "checks": checks,
    }
    total = sum(steps.values())
    parts.append("Where the seconds of the first run go (start of the program aside):\n")
    parts.append(_table(("step", "seconds", "share"), [(name, f"{spent:.2f}", f"{spent / total:.0%}") for name, spent in steps.items()]))
    slow = sorted(((name, spent) for name, spent in report["models"].items() if name != "others"), key=lambda item: -item[1])[:5]
    slow += sorted(((f"sql/checks/{c['name']}.sql", c["seconds"]) for c in report["checks"]), key=lambda item: -item[1])[:2]
    parts.append("The slowest models and checks: " + ", ".join(f"`{name}` {spent:.2f} s" for name, spent in slow) + ".\n")

    readers = measure.readers(raw, min(PROFILED, articles // 2), folder / "rows")
    total = sum(readers.values())
    parts.append(f"Reading a text, one process, mean of {min(PROFILED, articles // 2)} articles after as many others:\n")
    rows = [(name, f"{spent:.2f}", f"{spent / total:.0%}") for name, spent in sorted(readers.items(), key=lambda item: -item[1])]
    parts.append(_table(("reader", "CPU ms an article", "share"), [*rows, ("all", f"{total:.2f}", "100%")]))

    asked = [*measure.queries(warehouse).items()]
    for what, command in (("newsetl --help", ["--help"]), ("newsetl status", ["status", "--warehouse", str(warehouse)])):
        asked.append((what, measure.median(5, lambda command=command: measure.run([*measure.NEWSETL, *command]))))
    parts.append("A fresh read-only connection for each query, median of three; commands, median of five:\n")
    parts.append(_table(("asked", "seconds"), [(what, f"{spent:.3f}") for what, spent in asked]))

    if script_articles:
        few = folder / "few"
        few.mkdir()
        _copy_bytes(raw, few, script_articles)
        out = measure.run(
            [_script_python(), str(HERE / "script.py"), str(few), str(ROOT / "seeds" / "actor_aliases.csv"), str(folder / "s.duckdb")]
        )
        script = json.loads(out.output.splitlines()[-1])
        shares = ", ".join(f"{name} {spent / script['seconds']:.0%}" for name, spent in script["steps"].items())
        each = script["cpu_seconds"] / script["articles"] / (run.cpu_seconds / articles)
        parts.append(
            f"The script as people write it (`script.py`, one process, {script['articles']} of the articles): "
            f"{script['articles'] / script['seconds']:.1f} articles a second, "
            f"{script['articles'] / script['cpu_seconds']:.1f} a second of CPU ({shares}). "
            f"newsetl with all its annotations, models and checks, start included: "
            f"**{rate / (script['articles'] / script['seconds']):.1f} times** as fast, {each:.1f} times by CPU time.\n"
        )
    return "\n".join(parts)


if __name__ == "__main__":
    main()
