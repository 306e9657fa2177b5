"""What the machine refuses (disk, memory, rights) told as an error that a user can act on."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from newsetl.errors import NewsetlError, RunFailed

_ADVICE = {
    errno.ENOSPC: "make room and run again",
    errno.EDQUOT: "make room within the quota and run again",
    errno.EFBIG: "the largest size of a file is limited (ulimit -f): raise it and run again",
    errno.EROFS: "name a folder that can be written (--warehouse, --state)",
    errno.EACCES: "give the run the right, or name another folder (--warehouse, --state)",
    errno.EPERM: "give the run the right, or name another folder (--warehouse, --state)",
    errno.EMFILE: "raise the number of open files (ulimit -n)",
    errno.ENOMEM: "give the run more memory, or fewer workers (--workers 1)",
    errno.EIO: "check the disk",
    errno.ESTALE: "the network folder went away: mount it again",
}
_MEMORY = "give the run more memory, or use less: --workers 1, NEWSETL_BATCH_BYTES=500K, NEWSETL_MEMORY_LIMIT, NEWSETL_THREADS=1"
_LIBRARIES = ("duckdb", "_duckdb", "polars", "distributed")


def explain(error: BaseException) -> NewsetlError | None:
    """The error as a sentence with what to do; None for one that the machine is not to blame for."""
    if isinstance(error, NewsetlError):
        return None
    if isinstance(error, MemoryError) or "OutOfMemory" in type(error).__name__:
        return RunFailed(f"the memory does not suffice ({_first_line(error)}); nothing was published. {_MEMORY}")
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        advice = _ADVICE.get(error.errno or 0, "the next run goes on from what is published")
        return RunFailed(f"{where}{error.strerror or error}; nothing was published: {advice}")
    if type(error).__module__.split(".")[0] in _LIBRARIES:
        return RunFailed(f"{_first_line(error)}; nothing was published, the next run goes on from what is published")
    return None


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Errors of the machine leave as ``RunFailed``, with the original as their cause."""
    try:
        yield
    except Exception as error:
        explained = explain(error)
        if explained is None:
            raise
        raise explained from error
