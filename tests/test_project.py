"""The shape of the project: who may import what, what is installed, what must not stand in tracked files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# From the design, `text -> annotate -> frames/read/parallel -> warehouse -> pipeline -> {cli, flows}`: a module imports
# from its own layer and those before it. The first layer holds what knows nothing of news.
LAYERS = (
    {"__init__", "errors", "settings", "resources", "reference", "reference_schema", "contracts", "lock", "faults", "steplog", "address"},
    {"text"},
    {"annotate", "training"},
    {"files", "frames", "read", "remote", "parallel", "work", "cluster"},
    {"warehouse"},
    {"pipeline"},
    {"report", "doctor"},
    {"console", "cli", "serve", "dashboard", "__main__"},
)
LARGEST_MODULE = 400  # lines; a longer one holds more than one idea


def _imports(path: Path) -> Iterator[str]:
    """Modules that a file imports when it runs; what only the type checker sees does not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for part in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{path}: imports stand in full"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _layer(part: str) -> int:
    """The layer of a module; one that the design does not name stands with the command line, where nothing below imports it."""
    return next((number for number, names in enumerate(LAYERS) if part in names), len(LAYERS) - 1)


def _part_of_newsetl(package: Path, module: str) -> str | None:
    """The module or subpackage directly below newsetl that an import names."""
    parts = module.split(".")
    if parts[0] != "newsetl" or len(parts) < 2:
        return None
    place = package / parts[1]
    return parts[1] if place.with_suffix(".py").is_file() or place.is_dir() else None


def _sources(repository: Path, *folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (repository / folder).rglob("*.py"))


def _tracked(repository: Path) -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [path for name in listed.decode().split("\0") if name and (path := repository / name).is_file()]


def test_imports_run_one_way(repository: Path) -> None:
    package = repository / "src" / "newsetl"
    wrong = []
    for path in _sources(repository, "src"):
        own = path.relative_to(package).with_suffix("").parts[0]
        for module in _imports(path):
            target = _part_of_newsetl(package, module)
            if target and _layer(target) > _layer(own):
                wrong.append(f"{path.relative_to(repository)} imports {module}")
    assert not wrong


@pytest.mark.parametrize(("library", "owner"), [("prefect", "flows"), ("duckdb", "src/newsetl/warehouse")])
def test_only_its_owner_imports_a_library(repository: Path, library: str, owner: str) -> None:
    importers = {
        path.relative_to(repository).as_posix()
        for path in _sources(repository, "src", "flows")
        if any(module.split(".")[0] == library for module in _imports(path))
    }
    assert importers
    assert [importer for importer in sorted(importers) if not importer.startswith(owner + "/")] == []


def test_nothing_below_the_flows_imports_them(repository: Path) -> None:
    flows = {path.stem for path in _sources(repository, "flows")}
    wrong = [path for path in _sources(repository, "src") if flows & {module.split(".")[0] for module in _imports(path)}]
    assert not wrong


def test_help_imports_neither_prefect_nor_polars_nor_duckdb_nor_fsspec() -> None:
    code = (
        "import sys, contextlib\n"
        "from newsetl.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "print([name for name in ('prefect', 'polars', 'duckdb', 'numpy', 'fsspec') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_modules_are_small(repository: Path) -> None:
    long = {
        str(path.relative_to(repository)): lines
        for path in _sources(repository, "src", "flows", "tests")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LARGEST_MODULE
    }
    assert not long


def test_every_module_says_its_idea(repository: Path) -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in _sources(repository, "src", "flows")}
    assert [path for path, tree in trees.items() if not ast.get_docstring(tree)] == []


def test_tracked_files_name_no_package_host_and_no_machine(repository: Path) -> None:
    hosts = re.compile(rb"https?://[^\s\"'<>]*/(?:simple|packages)/|files\.pythonhosted|(?<![\w.])(?:/root|/home/\w+|/Users/\w+|/work)/")
    wrong = []
    for path in _tracked(repository):
        if path.relative_to(repository).parts[:2] == ("seeds", "sample") or path == Path(__file__).resolve():
            continue
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if found := hosts.search(line):
                wrong.append(f"{path.relative_to(repository)}:{number}: {found[0]!r}")
    assert not wrong


def test_the_lock_pins_every_requirement_with_hashes(repository: Path) -> None:
    import tomllib

    lock = (repository / "requirements.lock").read_text(encoding="utf-8")
    pinned = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"^([A-Za-z0-9_.\-]+)==", lock, re.M)}
    entries = re.findall(r"^[A-Za-z0-9_.\-]+==.*(?:\n    --hash.*)*", lock, re.M)
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *(line for group in project["dependency-groups"].values() for line in group)]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=!\[; ]", line, maxsplit=1)[0]).lower() for line in wanted}
    assert names - pinned == set(), "the lock is older than pyproject.toml: make lock"


def test_the_top_holds_only_what_belongs_there(repository: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=repository, capture_output=True, text=True, check=True).stdout.splitlines()
    top = {name.split("/")[0] for name in listed}
    allowed = {"pyproject.toml", "README.md", "seeds", "flows", "sql", "src", "tests", "Makefile", "requirements.lock", "LICENSE"}
    assert {name for name in top - allowed if not name.startswith(".")} == set()


@pytest.mark.slow
def test_the_wheel_carries_sql_lists_and_flows_and_not_the_sample(repository: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=repository, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    needed = {"pipeline.py", "sql/marts/topic_summary.sql", "seeds/topics.csv", "flows/ingest.py"}
    assert {f"newsetl/{name}" for name in needed} <= set(names)
    assert [name for name in names if "sample" in name or "tests" in name.split("/")] == []


def test_install_without_a_fitting_python_says_what_is_wanted(repository: Path, tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    script = tmp_path / ".ci" / "install"
    script.write_bytes((repository / ".ci" / "install").read_bytes())
    environment = {"PATH": "/usr/bin:/bin", "PYTHON": "/no/such/python"}
    done = subprocess.run(["bash", str(script)], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "needs Python 3.11 or later" in done.stderr
    assert "make install PYTHON=" in done.stderr
    assert not (tmp_path / ".venv").exists()
