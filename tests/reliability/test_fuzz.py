"""No input breaks the readers of text: spans valid, the same twice and in every process, no reader slower than its text is long."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reliability.fuzz_text import LANGUAGES, PIECES, SLOW, Readers, flood, fuzz

INPUTS = int(os.environ.get("NEWSETLTEST_INPUTS", "300"))  # 1,000,000 at full size: make reliability
SHORT, LONG = 4_000, 40_000  # characters; in linear work the second takes ten times the first, in quadratic a hundred times
NEGLIGIBLE = 0.02  # seconds of processor time; a reader that is done with the long text in this is quick enough in any case


@pytest.fixture(scope="module")
def readers() -> Readers:
    return Readers()


@pytest.mark.slow
def test_any_input_is_read_or_rejected_with_valid_spans_and_the_same_twice(readers: Readers) -> None:
    assert sum(fuzz(readers, INPUTS).values()) >= INPUTS // 2


@pytest.mark.slow
def test_what_is_thrown_together_is_read_alone_and_among_others_alike() -> None:
    seen, _ = flood(10 * INPUTS, seed=11)
    assert sum(seen.values()) == 10 * INPUTS
    assert seen["read"] > seen["rejected"]


@pytest.mark.slow
def test_work_grows_with_the_text_and_not_with_its_square() -> None:
    readers = Readers(attempts=1)  # else a slow machine reads the long text three times and the short one once
    readers.read(b"Tables are built at the first call.")
    quadratic = []
    for name, unit in SLOW.items():
        for code in ("fr", "zh") if ord(unit[0]) > 0x3000 else ("fr", "en"):
            short, long = ((unit * (size // len(unit))).encode() for size in (SHORT, LONG))
            took = _took(lambda data=long, code=code: readers.read(data, code))
            if took > NEGLIGIBLE and took > 35 * _took(lambda data=short, code=code: readers.read(data, code), least_of=3):
                quadratic.append((name, code, took))
    # a measure that neighbours disturbed is taken again before it is believed
    quadratic = [
        (name, code, took)
        for name, code, took in quadratic
        if _took(lambda unit=SLOW[name], code=code: readers.read((unit * (LONG // len(unit))).encode(), code), least_of=3)
        > 35 * _took(lambda unit=SLOW[name], code=code: readers.read((unit * (SHORT // len(unit))).encode(), code), least_of=5)
    ]
    assert quadratic == []


def _took(call: Callable[[], object], least_of: int = 1) -> float:
    """Processor seconds of this process, the least of so many calls: other processes do not count."""
    seconds = []
    for _ in range(least_of):
        begun = time.process_time()
        call()
        seconds.append(time.process_time() - begun)
    return min(seconds)


def outputs_digest() -> str:
    """A hash of everything that is read from texts drawn with a fixed seed."""
    draw = random.Random(8)
    readers = Readers()
    digest = hashlib.sha256()
    for _ in range(60):
        text = "".join(draw.choices(PIECES, k=80))
        digest.update(repr(readers.read(text.encode("utf-8", "replace"), draw.choice(LANGUAGES))).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


@pytest.mark.slow
def test_every_process_reads_the_same() -> None:
    tests = str(Path(__file__).parent.parent)
    call = [sys.executable, "-c", "from reliability.test_fuzz import outputs_digest; print(outputs_digest())"]
    found = {
        subprocess.run(
            call, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": tests}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1
