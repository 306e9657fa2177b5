"""Preposition and article of made sentences drawn together as the language does: «de le» is «du», «di il» is «del»."""

from __future__ import annotations

import re
from typing import Final

Names = list[tuple[int, int, str]]

_TABLES: Final[dict[str, dict[str, str]]] = {
    "fr": {"de le ": "du ", "à le ": "au ", "de les ": "des ", "à les ": "aux "},
    "es": {"de el ": "del ", "a el ": "al "},
    "it": {
        f"{long} {article}": short + ending
        for long, short in (("di", "de"), ("a", "a"), ("da", "da"), ("in", "ne"), ("su", "su"))
        for article, ending in (
            ("il ", "l "),
            ("lo ", "llo "),
            ("la ", "lla "),
            ("l'", "ll'"),
            ("i ", "i "),
            ("gli ", "gli "),
            ("le ", "lle "),
        )
    },
}
_PATTERNS: Final = {
    "fr": re.compile(r"\b(?:de|à) les? (?=\w)|\bde (?=[AEIOUÉÈÎÔaeiouéèh])", re.IGNORECASE),
    "es": re.compile(r"\ba el (?=\w)|\bde el (?=\w)"),
    "it": re.compile(r"\b(?:di|a|da|in|su) (?:(?:il|lo|la|i|gli|le) (?=\w)|l')"),
}


def contract(text: str, names: Names, language: str) -> tuple[str, Names]:
    """``text`` with its contractions, and the spans of its names moved along."""
    if language not in _PATTERNS:
        return text, names
    table = _TABLES[language]
    out = ""
    at = 0
    moves: list[tuple[int, int]] = []
    for match in _PATTERNS[language].finditer(text):
        # an article that begins a name is part of it: «de Le Mans»
        if any(a < match.end() and match.start() < b for a, b, _ in names) or (" L" in match[0]):
            continue
        found = match[0].lower()
        short = table.get(found, "d'")
        short = short[0].upper() + short[1:] if match[0][0].isupper() else short
        out += text[at : match.start()] + short
        at = match.end()
        moves.append((match.end(), len(match[0]) - len(short)))
    out += text[at:]

    def move(place: int) -> int:
        return place - sum(less for end, less in moves if end <= place)

    return out, [(move(a), move(b), kind) for a, b, kind in names]
