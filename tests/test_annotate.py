"""Texts read together give just what each gives alone, and one that fails stops no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from newsetl.annotate import Annotator, Rows, Source, Unread
from newsetl.contracts import STEPS
from newsetl.errors import Rejected
from newsetl.reference import load_reference
from newsetl.text import names
from newsetl.text.model import Mention

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(load_reference(SEEDS), today=date(2026, 1, 1))


@pytest.fixture(scope="module")
def documents() -> list[Unread]:
    """Every file of the sample, good or broken, in languages that take turns."""
    paths = sorted((SEEDS / "sample").rglob("*.txt"), key=lambda path: path.name[::-1])
    return [Unread(path.read_bytes(), Source(number, f"{number:016x}", path.name), STEPS) for number, path in enumerate(paths)]


def test_texts_read_together_give_what_each_gives_alone(annotator: Annotator, documents: list[Unread]) -> None:
    together: Rows = {}
    failures = annotator.read_together(documents, together)
    alone: Rows = {}
    for document, failure in zip(documents, failures, strict=True):
        (own,) = annotator.read_together([document], alone)
        assert repr(own) == repr(failure)
    assert together == alone
    assert sum(isinstance(failure, Rejected) for failure in failures) >= 3
    assert len(together["mentions"]) > 200


def test_a_text_whose_names_cannot_be_read_fails_alone(
    annotator: Annotator, documents: list[Unread], monkeypatch: pytest.MonkeyPatch
) -> None:
    find_many = annotator.names.find_many
    victim = next(document.text for document in documents if isinstance(document.text, bytes) and b"Gantz" in document.text)
    assert isinstance(victim, bytes)

    def stumble(bodies: list[names.Body]) -> list[list[Mention]]:
        if any(body.text.encode() == victim for body in bodies):
            raise ValueError("stumbled")
        return find_many(bodies)

    monkeypatch.setattr(annotator.names, "find_many", stumble)
    rows: Rows = {}
    failures = annotator.read_together(documents, rows)
    failed = [document.source.seq for document, failure in zip(documents, failures, strict=True) if isinstance(failure, ValueError)]
    assert failed == [document.source.seq for document in documents if document.text == victim]
    assert not {row[0] for row in rows["documents"]} & set(failed)
    assert len(rows["documents"]) == sum(failure is None for failure in failures)
