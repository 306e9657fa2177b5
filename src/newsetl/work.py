"""What a worker does with a batch: read the files, annotate them, write the rows to Parquet where it runs.

A batch comes as a small picklable order and goes back as counts.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

# One thread for numpy's products, before numpy is imported: they are small, processes are as many as cores, and threads of
# several processes that wait for each other took half as long again (9.8 ms an article instead of 14.7).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from newsetl import __version__, address, resources
from newsetl.errors import Rejected, RunFailed
from newsetl.files import Content, FileTask
from newsetl.read import read_file
from newsetl.reference import Reference

TOGETHER, TOGETHER_BYTES = 100, 1 << 20  # texts that are read reader by reader, see Annotator.read_together

T = TypeVar("T")


class Order(NamedTuple):
    """A batch for a worker."""

    batch_no: int
    folder: str  # where the Parquet goes
    seeds: str
    languages: tuple[str, ...]
    readers: str  # version of the code and lists that the run reads with, see `readers_version`
    day: date  # of the run: no text is published later
    tasks: list[FileTask]  # files to read; or
    texts: str | None  # a folder of Parquet with texts to read again, columns as `export_stale` writes them


class Outcome(NamedTuple):
    """What a worker made of a batch."""

    batch_no: int
    loaded: int
    same: int
    rejected: int
    bytes: int


_reading = threading.Lock()  # the readers' caches are of one thread; a worker of a cluster may have several
_annotators: dict[tuple[bytes, tuple[str, ...]], Any] = {}


def readers_code() -> str:
    """newsetl and the code of its readers."""
    return f"{__version__}.{resources.reading_code()}"


def readers_version(reference: Reference) -> str:
    """What texts are read with: newsetl, the code of its readers and the lists."""
    return f"{readers_code()}/{reference.version()}"


def _annotator(order: Order) -> Any:
    """The annotator of this process, built at the first batch and again when a list was edited: a server's process lives on.

    Raises:
        RunFailed: this process has other code or other lists than the run: they were changed under it.
    """
    lists = hashlib.sha256()
    for path in sorted(Path(order.seeds).glob("*.csv")):
        lists.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    key = (lists.digest(), order.languages)
    if key not in _annotators:
        from newsetl.annotate import Annotator
        from newsetl.reference import load_reference

        _annotators.clear()
        _annotators[key] = Annotator(load_reference(Path(order.seeds), validated=True), order.languages)
    annotator = _annotators[key]
    if readers_version(annotator.reference) != order.readers:
        raise RunFailed(
            f"the lists in {order.seeds}, or newsetl itself, were changed while the run was reading, or are others on a worker; "
            "nothing was published: run again"
        )
    annotator.today = order.day
    return annotator


def work(order: Order) -> Outcome:
    """Read and annotate a batch; called in a worker, which reads one at a time even where it has threads for more."""
    with _reading:
        return _reread(order) if order.texts is not None else _read(order)


def _groups(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Neighbours that are read together: so few that what is begun of each fits into memory with ease."""
    group: list[T] = []
    total = 0
    for item in items:
        group.append(item)
        total += size(item)
        if len(group) == TOGETHER or total >= TOGETHER_BYTES:
            yield group
            group, total = [], 0
    if group:
        yield group


def _contents(tasks: Iterable[FileTask], run: str) -> Iterator[tuple[FileTask, int, Content | Exception]]:
    """Each file with the time it was read at (ns) and its content, or what went wrong."""
    for folder, of_folder in groupby(tasks, key=lambda task: task.folder):
        if address.is_url(folder):
            from newsetl import remote

            yield from remote.contents(folder, run, of_folder)
            continue
        for task in of_folder:
            read_ns = time.time_ns()
            try:
                yield task, read_ns, read_file(f"{task.folder}/{task.path}")
            except MemoryError:
                raise
            except Exception as error:
                yield task, read_ns, error


def _read(order: Order) -> Outcome:
    from newsetl.annotate import Source, Unread
    from newsetl.contracts import STEPS
    from newsetl.frames import write_batch

    annotator = _annotator(order)
    rows: dict[str, list[tuple[Any, ...]]] = {"files": [], "rejects": []}
    outcomes: Counter[str] = Counter()
    total = 0
    for group in _groups(_contents(order.tasks, order.folder), lambda read: read[2].size if isinstance(read[2], Content) else 0):
        new = {
            task.seq: Unread(content.data, Source(task.seq, content.sha256[:16], task.path), STEPS)
            for task, _, content in group
            if isinstance(content, Content) and content.sha256 != task.known_sha256
        }
        failures = dict(zip(new, annotator.read_together(list(new.values()), rows), strict=True))
        for task, read_ns, content in group:
            failure = content if isinstance(content, Exception) else failures.get(task.seq)
            outcome = "rejected" if failure else "loaded" if task.seq in new else "same"
            outcomes[outcome] += 1
            if failure:
                stage = "annotate" if task.seq in new else "read"
                rows["rejects"].append((task.seq, task.root, task.path, 0, stage, *_reason(failure)))
            size, modified_ns, sha = (content.size, content.modified_ns, content.sha256) if isinstance(content, Content) else (0, 0, None)
            total += size
            identity = sha[:16] if sha and not failure else None
            rows["files"].append((task.seq, task.root, task.path, size, modified_ns, read_ns, sha, outcome, identity))
    write_batch(rows, Path(order.folder), order.batch_no)
    return Outcome(order.batch_no, outcomes["loaded"], outcomes["same"], outcomes["rejected"], total)


def _reason(failure: Exception) -> tuple[str, str]:
    if isinstance(failure, Rejected):
        return failure.reason, failure.detail
    return "reader_failed", f"{type(failure).__name__}: {failure}: a reader failed on this text; please report it with the file"


def _reread(order: Order) -> Outcome:
    import polars as pl

    from newsetl.annotate import Source, Unread
    from newsetl.frames import write_batch
    from newsetl.text.model import Decoded

    assert order.texts is not None
    annotator = _annotator(order)
    rows: dict[str, list[tuple[Any, ...]]] = {}
    texts = pl.read_parquet(sorted(Path(order.texts).glob("*.parquet")), glob=False)
    total = failed = 0
    for group in _groups(texts.iter_rows(), lambda row: len(row[3])):
        failures = annotator.read_together(
            [
                Unread(Decoded(text, encoding, rule, 1.0, repair), Source(seq, document_id, path), steps, language)
                for seq, document_id, path, text, encoding, rule, repair, language, steps in group
            ],
            rows,
        )
        # the rows of before stay, under the version that read them; `annotations_are_of_one_version` tells
        failed += sum(failure is not None for failure in failures)
        total += sum(len(row[3]) for row in group)
    write_batch(rows, Path(order.folder), order.batch_no)
    return Outcome(order.batch_no, texts.height - failed, 0, failed, total)
