"""Workers on other machines: a dask scheduler, reached through its ``concurrent.futures`` interface.

The workers read the raw files and the reference lists, and write Parquet, at the paths that this machine names; so these
folders must be shared. The warehouse itself is built here, by the one writer. dask is an extra: ``newsetl[dask]``.
"""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path
from typing import Any, NamedTuple

from newsetl.errors import InvalidReference, RunFailed, SettingsError
from newsetl.parallel import Cluster
from newsetl.reference import Reference, load_reference
from newsetl.work import readers_code

PATIENCE = 30  # seconds to wait for the scheduler, and for its first worker


class Look(NamedTuple):
    """What a worker finds where the run is."""

    code: str
    lists: str | None  # version of the reference lists; None where they are not there
    token: str | None  # what stands in the run's folder; None where that is not there


def look(folder: str, seeds: str) -> Look:
    """Called in each worker before the first batch."""
    lists = token = None
    with contextlib.suppress(InvalidReference, OSError):
        reference = load_reference(Path(seeds))
        lists = reference.version()
    with contextlib.suppress(OSError):
        token = (Path(folder) / "token").read_text(encoding="ascii")
    return Look(readers_code(), lists, token)


class DaskCluster(Cluster):
    """The workers of a scheduler; closing it leaves them running."""

    def __init__(self, client: Any) -> None:
        super().__init__(client.get_executor(), lambda: len(client.nthreads()))
        self._client = client

    def close(self) -> None:
        """Give back what is not finished and leave the cluster."""
        with contextlib.suppress(Exception):  # the scheduler may be gone
            self.executor.shutdown(wait=False, cancel_futures=True)
        self._client.close(timeout=2)


def connect(address: str, folder: Path, seeds: Path, reference: Reference) -> DaskCluster:
    """The cluster at ``dask://host:port``, after a look at what its workers see.

    Args:
        address: of the scheduler.
        folder: the run's private folder, which the workers write to.
        seeds: the folder of the reference lists.
        reference: the lists as this process read them; the workers must read the same.

    Raises:
        SettingsError: dask is not installed; a worker has other code, other lists, or does not see the folders.
        RunFailed: no scheduler answers there, or it has no worker.
    """
    try:
        from distributed import Client
    except ImportError:
        raise SettingsError(f"{address} needs dask: install newsetl[dask]") from None
    try:
        client = Client(  # type: ignore[no-untyped-call]
            address.replace("dask://", "tcp://", 1), timeout=PATIENCE, set_as_default=False
        )
    except OSError:
        raise RunFailed(f"no dask scheduler answers at {address}; nothing was published. Start one: dask scheduler") from None
    cluster = DaskCluster(client)
    try:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise RunFailed(f"the dask scheduler at {address} has no worker; nothing was published. Start some: dask worker") from None
        token = secrets.token_hex(8)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "token").write_text(token, encoding="ascii")
        lists = reference.version()
        try:
            found: dict[str, Look] = client.run(look, str(folder.absolute()), str(seeds.absolute()))
        except (ImportError, AttributeError) as error:
            raise SettingsError(f"a worker at {address} cannot run this newsetl ({error}): install the same there") from None
        for worker, seen in sorted(found.items()):
            _compare(worker, seen, Look(readers_code(), lists, token), folder, seeds)
    except BaseException:
        cluster.close()
        raise
    return cluster


def _compare(worker: str, seen: Look, here: Look, folder: Path, seeds: Path) -> None:
    if seen.code != here.code:
        raise SettingsError(f"worker {worker} runs newsetl {seen.code}, this machine {here.code}: install the same on both")
    if seen.lists != here.lists:
        raise SettingsError(f"worker {worker} does not read the same lists in {seeds.absolute()}: name a shared folder (NEWSETL_SEEDS)")
    if seen.token != here.token:
        raise SettingsError(f"worker {worker} does not see {folder.absolute()}: name a shared folder (NEWSETL_STATE)")
