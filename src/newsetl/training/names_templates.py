"""Sentences written for this project from which training text is made for languages that have little or none.

``templates/fr.txt`` has parts that begin with ``# name`` of the part: sentences and organisations, and where they are needed
institutions (``la |Commission``: the article is no part of the name), openers (words that open a sentence), works (titles
of books and films), nationalities and oblique (Russian organisations in other cases).

Slots that are names: ``{P}`` a person in full, ``{L}`` a surname, ``{T}`` a place, ``{C}`` a country, ``{X}`` a place named with
its sort, ``{O}`` an organisation, ``{A}`` an acronym, ``{I}`` an institution with its article; in Russian in another case than
the nominative ``{G}`` a person, ``{K}`` a place, ``{Q}`` an organisation, and ``{Z}`` an organisation in Latin letters.
Slots that are none: ``{f}`` a function, ``{r}`` a rank, ``{b}`` an opener, ``{n}`` a nationality, ``{t}`` a place that is part of
another name (a treaty's), ``{w}`` a work. Organisations may hold slots; their whole text is the name.

``templates/cyrillic.txt`` lists names of persons and places in Cyrillic letters, ``templates/organisations.txt`` well-known
organisations of one word.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("templates")


def _parts(name: str) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            lines = parts.setdefault(line[2:], [])
        elif line:
            lines.append(line)
    return parts


def read_templates(language: str) -> dict[str, list[str]]:
    """The lines of each part of a language's file, in the order of the file."""
    return _parts(language)


def read_cyrillic() -> dict[str, list[str]]:
    """Names in Cyrillic letters by list: given_m, given_f, surname, place, latin."""
    parts = _parts("cyrillic")
    many = parts.pop("places of two words")
    names = {name: " ".join(lines).split(" ") for name, lines in parts.items()}
    return names | {"place": names["place"] + many}


def read_organisations() -> list[str]:
    """Well-known organisations of one word, in the order of the file."""
    return [form for lines in _parts("organisations").values() for form in " ".join(lines).split(" ")]
