"""Names in scripts without capitals (Arabic, Chinese, …): only what stands on the lists, found by one automaton."""

from __future__ import annotations

from typing import Final

import ahocorasick_rs

from newsetl.reference import Reference
from newsetl.text.model import Mention, Sentence
from newsetl.text.names_key import name_key

# Letters that Arabic writes to the front of a word: and, with, for, like, then, the.
_CLITICS: Final = frozenset("وبلكفال")
_MIN_LENGTH: Final = 2
_SPACELESS: Final = frozenset(("zh", "ja", "th"))


class ListedNames:
    """An automaton over the listed names of one language."""

    def __init__(self, reference: Reference, language: str) -> None:
        self._spaceless = language in _SPACELESS
        kinds = {row["actor_id"]: row for row in reference.rows("actors")}
        entries: dict[str, tuple[str, str | None, str, str | None]] = {}
        for row in reference.rows("country_names", language):
            usage = {"name": "name", "demonym": "demonym", "adjective": "adjective"}.get(row["kind"])
            if usage and len(row["form"]) >= _MIN_LENGTH:
                entries.setdefault(row["form"], ("country" if usage == "name" else "people", row["iso3"], usage, None))
        for row in reference.rows("actor_aliases", language):
            actor = kinds.get(row["actor_id"])
            if actor and row["status"] == "active" and len(row["alias"]) >= _MIN_LENGTH:
                entries.setdefault(row["alias"], (actor["kind"], None, "name", actor.get("gender") or None))
        for row in reference.rows("places", language):
            if row["language"]:
                entries.setdefault(row["form"], ("place", None, "name", None))
        self._forms = list(entries)
        self._entries = [entries[form] for form in self._forms]
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def _whole(self, text: str, start: int, end: int, form: str) -> bool:
        if self._spaceless and not form.isascii():
            return True
        if end < len(text) and text[end].isalnum():
            return False
        at = start
        while at > 0 and text[at - 1].isalpha():
            at -= 1
        return at == start or (start - at <= 3 and all(letter in _CLITICS for letter in text[at:start]))

    def find(self, text: str, sentences: list[Sentence]) -> list[Mention]:
        """Listed names within the sentences; links and bylines left out."""
        out: list[Mention] = []
        for number, sentence in enumerate(sentences):
            if sentence.kind in ("link", "byline"):
                continue
            part = text[sentence.char_start : sentence.char_end]
            for index, start, end in self._automaton.find_matches_as_indexes(part):
                if not self._whole(part, start, end, self._forms[index]):
                    continue
                kind, country, usage, gender = self._entries[index]
                key = name_key(part[start:end])
                place = sentence.char_start
                out.append(
                    Mention(number, place + start, place + end, key, key, kind, None, None, gender, country, usage, "list", 0.9)
                )
        return out
