"""Batches over any ``concurrent.futures`` executor: this process, local processes, or a cluster's.

A batch goes out as a small picklable order and comes back as counts; its rows go to Parquet where the worker runs.
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import sys
import threading
import types
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from newsetl import address
from newsetl.errors import NewsetlError
from newsetl.work import Order, Outcome, work

MEMORY_PER_WORKER = 900 << 20  # bytes: tables of all readers, full after some 500,000 articles in eleven languages, and a batch
INLINE_FILES = 48  # up to here starting processes takes longer than reading the texts


def choose_workers(asked: int, cores: int, memory: int) -> int:
    """Number of processes: as asked, else one a core as far as the memory (bytes) carries them."""
    return asked or max(1, min(cores, memory // 2 // MEMORY_PER_WORKER))


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Start processes without the caller's main module.

    A spawned process imports the main module of its parent first; under a flow that is Prefect, 11 to 30 seconds each.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _end_with_parent() -> None:
    """End this process when the one that started it ends in whatever way.

    A worker of a run that was killed would otherwise wait for orders for ever: it holds both ends of its own queue.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            multiprocessing.connection.wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _begin() -> None:
    """What a process of its own does first: end with its parent, and collect garbage between batches rather than within one.

    The readers make no cycles to speak of; looking for some at every turn took a fourteenth of the time.
    """
    _end_with_parent()
    gc.disable()


def _work_alone(order: Order) -> Outcome:
    """:func:`work` in a process of its own; what stays after a batch are tables, which need not be looked through again."""
    outcome = work(order)
    gc.collect()
    gc.freeze()
    return outcome


class LocalPool:
    """Spawned processes, each a lane of its own, started when its first batch comes and anew when it was killed."""

    def __init__(self, workers: int) -> None:
        self.workers = self.lanes = workers
        self._pools: dict[int, ProcessPoolExecutor] = {}

    def submit(self, order: Order, lane: int = 0) -> Future[Outcome]:
        """Hand a batch to the process of the lane."""
        pool = self._pools.get(lane)
        if pool is None:
            context = multiprocessing.get_context("spawn")
            pool = self._pools[lane] = ProcessPoolExecutor(1, mp_context=context, initializer=_begin)
        with _no_main_module():
            return pool.submit(_work_alone, order)

    def renew(self, lane: int) -> None:
        """Forget the broken process of a lane."""
        self._pools.pop(lane).shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        """End the processes."""
        for lane in list(self._pools):
            self.renew(lane)


class Inline:
    """This process, for a few files."""

    workers = lanes = 1

    def submit(self, order: Order, lane: int = 0) -> Future[Outcome]:
        """Read the batch here and now."""
        future: Future[Outcome] = Future()
        try:
            future.set_result(work(order))
        except Exception as error:
            future.set_exception(error)
        return future

    def renew(self, lane: int) -> None:
        """Nothing to renew."""

    def close(self) -> None:
        """Nothing to end."""


class Cluster:
    """Any executor of the ``concurrent.futures`` interface that reaches workers which see the same folders."""

    lanes = 1  # the cluster's scheduler deals out the batches

    def __init__(self, executor: Executor, count: Callable[[], int]) -> None:
        """``count`` tells how many workers there are at the moment: they come and go."""
        self.executor = executor
        self._count = count

    @property
    def workers(self) -> int:
        """Workers at the moment; 1 where all are gone, so that the batches wait for one that comes back."""
        return max(1, self._count())

    def submit(self, order: Order, lane: int = 0) -> Future[Outcome]:
        """Hand a batch to the cluster; its paths hold wherever the worker was started."""
        tasks = [task if address.is_url(task.folder) else task._replace(folder=os.path.abspath(task.folder)) for task in order.tasks]
        texts = os.path.abspath(order.texts) if order.texts is not None else None
        order = order._replace(folder=os.path.abspath(order.folder), seeds=os.path.abspath(order.seeds), tasks=tasks, texts=texts)
        return self.executor.submit(work, order)

    def renew(self, lane: int) -> None:
        """The cluster replaces its own workers."""

    def close(self) -> None:
        """The caller's executor is the caller's to close."""


Pool = LocalPool | Inline | Cluster


def run_orders(orders: Sequence[Order], pool: Pool, done: Callable[[Outcome], None]) -> None:
    """Work off batches, a few ahead of the workers so that memory stays bounded and none of them waits.

    A lane of the pool takes neighbouring batches, which share language and words, so that each process learns fewer of them;
    one that is through takes over from the end of the longest share. A worker that is killed (out of memory, by hand) takes
    its batches with it; they are given out once more.

    Raises:
        NewsetlError: processes were killed three times.
    """
    lanes = pool.lanes
    shares = [deque(orders[len(orders) * lane // lanes : len(orders) * (lane + 1) // lanes]) for lane in range(lanes)]
    waiting: dict[Future[Outcome], tuple[Order, int]] = {}
    deaths = 0

    def fill(lane: int) -> None:
        ahead = sum(at == lane for _, at in waiting.values())
        while ahead < 2 * pool.workers // lanes:
            own = shares[lane]
            longest = max(shares, key=len)
            if not longest:
                return
            order = own.popleft() if own else longest.pop()
            try:
                waiting[pool.submit(order, lane)] = order, lane
            except BrokenProcessPool:
                own.appendleft(order)
                broken(lane)
                ahead = 0
                continue
            ahead += 1

    def broken(lane: int) -> None:
        nonlocal deaths
        deaths += 1
        if deaths >= 3:
            raise NewsetlError(
                "the processes that read texts were killed three times, most likely for lack of memory: "
                "give the run more memory, or fewer workers (--workers 1, NEWSETL_BATCH_BYTES=500K)"
            )
        for future in [future for future, (_, at) in waiting.items() if at == lane]:
            shares[lane].appendleft(waiting.pop(future)[0])
        pool.renew(lane)

    while True:
        for lane in range(lanes):
            fill(lane)
        if not waiting:
            return
        finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in finished:
            if future not in waiting:
                continue  # given out once more with the others of its lane
            lane = waiting[future][1]
            try:
                outcome = future.result()
            except BrokenProcessPool:
                broken(lane)
                continue
            del waiting[future]
            done(outcome)
