"""Calendar expressions in a text, with the dates they mean."""

from __future__ import annotations

from newsetl.text.model import DateReading, Published, Sentence

VERSION = "1"


def find_dates(text: str, sentences: list[Sentence], language: str, reference: Published | None) -> list[DateReading]:
    """Calendar expressions in text order, resolved against the date of publication."""
    return []
