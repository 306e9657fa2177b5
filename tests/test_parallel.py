"""How batches are dealt out to processes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from articles import BUDGET
from newsetl import resources
from newsetl.errors import NewsetlError, RunFailed
from newsetl.files import FileTask
from newsetl.parallel import run_orders
from newsetl.reference import load_reference
from newsetl.work import Order, Outcome, readers_version, work


class Pool:
    """Lanes that work when told; ``speed`` says how often each lane gets its turn, ``killed`` which batches kill it first."""

    def __init__(self, lanes: int, killed: dict[int, int] | None = None) -> None:
        self.workers = self.lanes = lanes
        self.read: list[tuple[int, int]] = []  # lane and batch, in order
        self.renewed: list[int] = []
        self._killed = dict(killed or {})

    def submit(self, order: Order, lane: int = 0) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        if self._killed.get(order.batch_no, 0):
            self._killed[order.batch_no] -= 1
            future.set_exception(BrokenProcessPool("killed"))
        else:
            self.read.append((lane, order.batch_no))
            future.set_result(Outcome(order.batch_no, 1, 0, 0, 10))
        return future

    def renew(self, lane: int) -> None:
        self.renewed.append(lane)

    def close(self) -> None:
        pass


def orders(count: int) -> list[Order]:
    return [Order(number, "rows", "seeds", (), "readers", date(2024, 3, 1), [], None) for number in range(count)]


def outcomes() -> tuple[list[int], Callable[[Outcome], None]]:
    done: list[int] = []
    return done, lambda outcome: done.append(outcome.batch_no)


@pytest.mark.parametrize(("lanes", "count"), [(1, 5), (2, 7), (3, 2), (4, 0)])
def test_every_batch_is_read_once(lanes: int, count: int) -> None:
    pool, (done, tell) = Pool(lanes), outcomes()
    run_orders(orders(count), pool, tell)  # type: ignore[arg-type]
    assert sorted(done) == list(range(count))
    assert sorted(batch for _, batch in pool.read) == list(range(count))


def test_a_process_takes_neighbouring_batches() -> None:
    pool, (_, tell) = Pool(2), outcomes()
    run_orders(orders(8), pool, tell)  # type: ignore[arg-type]
    assert [batch for lane, batch in pool.read if lane == 0] == [0, 1, 2, 3]
    assert [batch for lane, batch in pool.read if lane == 1] == [4, 5, 6, 7]


def test_a_process_that_is_through_takes_over_from_the_end_of_the_longest_share() -> None:
    class Slow(Pool):
        """The first lane never finishes before the second has nothing left."""

        def submit(self, order: Order, lane: int = 0) -> Future[Outcome]:
            if lane:
                future = super().submit(order, lane)
                if len([1 for at, _ in self.read if at == 1]) == 4:
                    for waiting, batch in held:
                        waiting.set_result(Outcome(batch, 1, 0, 0, 10))
                return future
            self.read.append((lane, order.batch_no))
            held.append((Future(), order.batch_no))
            return held[-1][0]

    held: list[tuple[Future[Outcome], int]] = []
    pool, (done, tell) = Slow(2), outcomes()
    run_orders(orders(6), pool, tell)  # type: ignore[arg-type]
    assert sorted(done) == list(range(6))
    assert [batch for lane, batch in pool.read if lane == 1] == [3, 4, 5, 2]


def test_batches_of_a_killed_process_are_given_out_once_more() -> None:
    pool, (done, tell) = Pool(2, killed={1: 1}), outcomes()
    run_orders(orders(6), pool, tell)  # type: ignore[arg-type]
    assert sorted(set(done)) == list(range(6))
    assert pool.renewed == [0]


def test_a_batch_that_kills_three_times_ends_the_run_with_advice() -> None:
    pool, (_, tell) = Pool(2, killed={4: 3}), outcomes()
    with pytest.raises(NewsetlError, match=r"lack of memory.*--workers 1"):
        run_orders(orders(6), pool, tell)  # type: ignore[arg-type]


def _order(folder: Path, day: date, readers: str | None = None) -> Order:
    seeds = resources.folder("seeds")
    tasks = [FileTask(0, "news", str(folder), "a.txt", None)]
    return Order(0, str(folder / str(day)), str(seeds), (), readers or readers_version(load_reference(seeds)), day, tasks, None)


def test_a_process_that_lives_on_knows_the_day_of_each_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BUDGET)  # of 6 March
    found = []
    for day in (date(2024, 3, 1), date(2024, 3, 6)):
        order = _order(tmp_path, day)
        work(order)
        found += pl.read_parquet(f"{order.folder}/documents/*.parquet")["published_from"].to_list()
    assert [str(day) for day in found] == ["None", "2024-03-06"]


def test_a_process_that_has_other_lists_or_code_than_the_run_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BUDGET)
    order = _order(tmp_path, date(2024, 3, 6), "others")
    with pytest.raises(RunFailed, match="were changed while the run was reading"):
        work(order)
    assert not Path(order.folder).exists()
