"""Terms of languages written without spaces: the longest term at each place, as a substring."""

from __future__ import annotations

import ahocorasick_rs


class SubstringFinder:
    """All terms of one language at once (Aho–Corasick); context columns look at the whole text."""

    def __init__(self, rows: list[tuple[str, dict[str, str]]]) -> None:
        by_term: dict[str, list[tuple[str | None, list[str], list[str]]]] = {}
        for name, row in rows:
            if row["term"]:
                shown = None if float(row.get("weight") or 1) == 0 else name
                near = [word for word in row.get("must_near", "").split("|") if word]
                not_near = [word for word in row.get("must_not_near", "").split("|") if word]
                by_term.setdefault(row["term"], []).append((shown, near, not_near))
        self._terms = list(by_term)
        self._rows = list(by_term.values())
        self._automaton = (
            ahocorasick_rs.AhoCorasick(self._terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest) if self._terms else None
        )

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(char_start, char_end, term_id) in code points."""
        if self._automaton is None:
            return []
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            for name, near, not_near in self._rows[number]:
                if name and (not near or any(w in text for w in near)) and not any(w in text for w in not_near):
                    found.append((start, end, name))
        return found
