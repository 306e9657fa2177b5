"""Sentences written for this project from which training text is made for languages that have little or none.

``templates/fr.txt`` has a part of sentences and a part of organisations, one a line. Slots: ``{P}`` a person in full, ``{L}`` a
surname, ``{T}`` a place, ``{C}`` a country, ``{O}`` an organisation, ``{A}`` an acronym, ``{f}`` a function, ``{r}`` a rank, in Russian
``{G}`` a person and ``{K}`` a place in another case than the nominative.
Organisations may hold ``{T}`` and ``{L}``; their whole text is the name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("templates")


def read_templates(language: str) -> tuple[list[str], list[str]]:
    """Sentences and organisations of a language, in the order of the file."""
    _, sentences, organisations = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("# ")
    return sentences.splitlines()[1:], organisations.splitlines()[1:]
