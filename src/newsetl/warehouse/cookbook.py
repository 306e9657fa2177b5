"""The cookbook: questions people ask, the query for each, and the answer of a given file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from newsetl.settings import Settings
from newsetl.warehouse.catalogue import Answer, query

LONGEST_CELL = 120  # characters of a value in the Markdown


class Recipe(NamedTuple):
    """A question and the query that answers it."""

    question: str
    sql: str


def recipes() -> list[Recipe]:
    """All recipes, in the order of the file."""
    data = tomllib.loads((Path(__file__).resolve().parent / "cookbook.toml").read_text(encoding="utf-8"))
    return [Recipe(entry["question"], entry["sql"]) for entry in data["recipe"]]


def markdown(settings: Settings) -> str:
    """Every recipe with its answer from the published file, made by running it."""
    out = ["# Cookbook", "", f"Each query was run on `{settings.warehouse.name}` to make this page.", ""]
    for number, recipe in enumerate(recipes(), 1):
        out += [f"## {number}. {recipe.question}", "", "```sql", recipe.sql, "```", "", *_table(query(settings, recipe.sql)), ""]
    return "\n".join(out)


def _table(answer: Answer) -> list[str]:
    if not answer.rows:
        return ["No rows."]
    lines = ["| " + " | ".join(answer.columns) + " |", "|" + "|".join("---:" if number else "---" for number in answer.numeric) + "|"]
    return lines + ["| " + " | ".join(_cell(value) for value in row) + " |" for row in answer.rows]


def _cell(value: Any) -> str:
    """A value as text that is no markup: raw files may hold any."""
    text = "" if value is None else ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    if len(text) > LONGEST_CELL:
        text = text[:LONGEST_CELL] + "…"
    for character in "\\|`*_<>[]":
        text = text.replace(character, "\\" + character if character not in "<>" else {"<": "&lt;", ">": "&gt;"}[character])
    return text
