"""Settings: defaults, then a ``.env`` file, then ``NEWSETL_*`` variables, then what the command line says.

A plain dataclass with python-dotenv and not pydantic-settings, because ``newsetl status`` must answer in half a second
and importing pydantic alone takes a third of one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from newsetl import address, resources
from newsetl.errors import SettingsError

PREFIX = "NEWSETL_"
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


@dataclass(frozen=True)
class Settings:
    """Everything a run can be told. Each field is the variable ``NEWSETL_<FIELD>`` in capitals."""

    warehouse: Path = Path("warehouse.duckdb")  # the published file
    state: Path | None = None  # private files of the writer; None: ".newsetl" beside the warehouse
    seeds: Path | None = None  # reference lists; None: the ones of this installation
    raw: tuple[str, ...] = ()  # raw folders or URLs, separated by the system's path separator; used when a command names none
    workers: int = 0  # processes that read texts; 0: by cores and memory
    executor: str = ""  # "dask://host:port": the workers of that scheduler read texts, instead of processes here
    batch_bytes: int = 2 << 20  # raw text in a batch: some 700 articles; small enough that no process idles at the end
    memory_limit: int = 0  # bytes DuckDB may use; 0: half of the machine's, at most 8 GiB; a run begins with less
    threads: int = 0  # threads of DuckDB; 0: by cores
    snapshots: int = 3  # published versions that are kept to go back to
    languages: tuple[str, ...] = ()  # languages expected, as a prior of the detection; not a filter
    query_seconds: int = 300  # a question of newsetl sql may take so long
    page_seconds: int = 30  # the questions of one page of the dashboard together; others wait for them
    log: str = ""  # "json": a line of JSON a step on standard error

    @property
    def state_folder(self) -> Path:
        """The state folder of this warehouse."""
        place = self.place
        return (self.state if self.state is not None else place.parent / ".newsetl") / place.name

    @property
    def seeds_folder(self) -> Path:
        """The folder of the reference lists in use."""
        return self.seeds if self.seeds is not None else resources.folder("seeds")

    @property
    def lock_file(self) -> Path:
        """Beside the warehouse and not in the state folder, so that two runs with two state folders still meet."""
        return self.place.with_name(f".{self.place.name}.lock")

    @property
    def place(self) -> Path:
        """Where the published file stands, links followed: runs that name it by two names have one lock and one state."""
        return Path(os.path.realpath(self.warehouse)) if self.warehouse.is_symlink() else self.warehouse

    def with_(self, **given: Any) -> Settings:
        """These settings with the values that are not ``None`` in place."""
        return replace(self, **{name: value for name, value in given.items() if value is not None})


def executor_address(text: str) -> str:
    """The address of a cluster as given, if it is one.

    Raises:
        SettingsError: it is not of the form ``dask://host:port``.
    """
    host, _, port = text.removeprefix("dask://").rpartition(":")
    if not text.startswith("dask://") or not host or not port.isdigit():
        raise SettingsError(f"executor {text!r} is not the address of a cluster; give dask://host:port of a dask scheduler")
    return text


def parse_duration(text: str) -> int:
    """Seconds of ``90s``, ``15m``, ``2h`` or ``3d``.

    Raises:
        SettingsError: it is no such time.
    """
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    if text[-1:] not in units or not text[:-1].isdigit():
        raise SettingsError(f"{text!r} is not a time such as 90m, 2h or 3d")
    return int(text[:-1]) * units[text[-1]]


def _parse(name: str, text: str) -> Any:
    if name in ("warehouse", "state", "seeds"):
        return Path(text).expanduser()
    if name == "log":
        if text != "json":
            raise SettingsError(f"{PREFIX}LOG={text!r}: the one value is json")
        return text
    if name == "executor":
        return executor_address(text)
    if name == "raw":
        folders = address.split_list(text)
        for folder in folders:
            address.split_label(folder)  # what holds a secret is refused before a command shows it
        return folders
    if name == "languages":
        return tuple(part.strip().lower() for part in text.split(",") if part.strip())
    try:
        number, unit = text.strip().upper().removesuffix("IB").removesuffix("B"), ""
        if number[-1:] in _UNITS and number[-1:]:
            number, unit = number[:-1], number[-1]
        value = int(float(number) * _UNITS[unit])
    except ValueError:
        raise SettingsError(f"{PREFIX}{name.upper()}={text!r} is not a number (such as 4, 512M or 2G)") from None
    if value < 0:
        raise SettingsError(f"{PREFIX}{name.upper()}={text!r} must not be negative")
    return value


def load_settings(environment: dict[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
    """Settings from the environment over a ``.env`` file over the defaults.

    Raises:
        SettingsError: a value that cannot be read, or a ``NEWSETL_`` variable that does not exist (a typing error
            would otherwise be a setting silently ignored).
    """
    given: dict[str, str | None] = {}
    if env_file is not None and env_file.is_file():
        from dotenv import dotenv_values

        given.update(dotenv_values(env_file))
    given.update(os.environ if environment is None else environment)
    known = {field.name for field in fields(Settings)}
    values: dict[str, Any] = {}
    for variable, text in given.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in known:
            choices = ", ".join(PREFIX + field.upper() for field in sorted(known))
            raise SettingsError(f"there is no setting {variable}; the settings are {choices}")
        if text:
            values[name] = _parse(name, text)
    return Settings(**values)


def available_cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def total_memory() -> int:
    """Physical memory in bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
