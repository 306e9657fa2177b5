"""Frequent words as evidence between languages of one script: each word of the text speaks for the languages that list it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Letters, with the vowel signs that belong to Devanagari and Arabic words.
_LETTERS: Final = r"(?:[^\W\d_]|[\u0900-\u0963\u064b-\u0652])+"
WORD: Final = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*")
_PARTS: Final = re.compile(r"[-']")


@cache
def word_languages() -> dict[str, tuple[str, ...]]:
    """Word in lower case -> the languages that list it, from ``data/language_words.txt``."""
    listed: dict[str, list[str]] = {}
    text = files("newsetl.text").joinpath("data/language_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        language, _, words = line.partition(":")
        for word in words.split():
            languages = listed.setdefault(word, [])
            if language not in languages:
                languages.append(language)
    return {word: tuple(languages) for word, languages in listed.items()}


def word_votes(words: Iterable[str], languages: tuple[str, ...]) -> NDArray[np.float64]:
    """Listed words for each language; a word that is not listed is tried by its parts (l'eau, peut-être)."""
    votes = dict.fromkeys(languages, 0)
    listed = word_languages()
    for word in words:
        folded = word.lower().replace("’", "'")
        found = listed.get(folded)
        if found is None:
            if "'" not in folded and "-" not in folded:
                continue
            found = tuple(language for part in _PARTS.split(folded) for language in listed.get(part, ()))
        for language in found:
            if language in votes:
                votes[language] += 1
    return np.fromiter(votes.values(), np.float64, len(votes))
