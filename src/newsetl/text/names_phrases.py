"""Listed names of one or more words, found in the tokens of a text: countries, capitals, regions, curated actors, big towns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsetl.reference import Reference
from newsetl.text.names_lists import packed_lists
from newsetl.text.names_tokens import pieces
from newsetl.text.names_words import Word

#: Kinds of listed names; the tagger sees each as begin, inside or single word.
KINDS: Final = ("country", "capital", "person", "organisation", "region", "town")
MAX_TOWN: Final = 4  # words in the name of a town that is looked up by hash
OPENS_NAME: Final = 1  # a word may begin a listed name
OPENS_TOWN: Final = 2  # or the name of a town of several words


class Phrase(NamedTuple):
    """A listed name at its place: tokens ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    kind: str
    entry: str  # ISO code of a country or a capital's country, actor id, or ""
    sure: bool  # False for a form that is often something else: it needs the tagger's word


class Phrases:
    """The listed names of one language, by their first two words."""

    def __init__(self, reference: Reference, language: str) -> None:
        self._single: dict[str, tuple[str, str, bool]] = {}
        self._by_two: dict[tuple[str, str], list[tuple[tuple[str, ...], str, str, bool]]] = {}
        self._heads: set[str] = set()
        kinds = {row["actor_id"]: row["kind"] for row in reference.rows("actors")}
        seen: set[tuple[str, ...]] = set()
        for row in reference.rows("country_names", language):
            if row["kind"] in ("name", "capital"):
                kind = "country" if row["kind"] == "name" else "capital"
                self._add(seen, row["form"], kind, row["iso3"], "ambiguous" not in row.get("note", ""))
        for row in reference.rows("actor_aliases", language):
            kind = kinds.get(row["actor_id"], "")
            if row["status"] == "active" and kind in ("person", "organisation"):
                self._add(seen, row["alias"], kind, row["actor_id"])
        for row in reference.rows("places", language):
            self._add(seen, row["form"], "region", "")
        for entries in self._by_two.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        lists = packed_lists()
        self._towns, self._town_heads = lists["town"], lists["town_head"]

    def _add(self, seen: set[tuple[str, ...]], form: str, kind: str, entry: str, sure: bool = True) -> None:
        words: tuple[str, ...] = tuple(piece.strip().replace("’", "'") for piece in pieces(form.strip()) if piece.strip())
        if words and words not in seen and not words[0].isdigit():
            seen.add(words)
            self._heads.add(words[0])
            if len(words) == 1:
                self._single[words[0]] = (kind, entry, sure)
            else:
                self._by_two.setdefault((words[0], words[1]), []).append((words, kind, entry, sure))

    def opens(self, text: str, low: str, shape: str) -> int:
        """:data:`OPENS_NAME` and :data:`OPENS_TOWN` where a word may begin such a name, 0 where neither."""
        town = shape[0] == "X" and low in self._town_heads
        return OPENS_NAME * (text in self._heads) + OPENS_TOWN * town

    def find(self, places: Sequence[tuple[int, int]], tokens: Sequence[Word]) -> list[Phrase]:
        """Listed names, longest first, not overlapping; ``places`` are tokens with what they may open, ``tokens`` all tokens."""
        out: list[Phrase] = []
        free = 0
        for first, opens in places:
            if first < free:
                continue
            found: Phrase | None = None
            if opens & OPENS_NAME:
                text = tokens[first].text
                single = self._single.get(text)
                if single is not None:
                    found = Phrase(first, first, *single)
                if first + 1 < len(tokens):
                    for words, kind, entry, sure in self._by_two.get((text, tokens[first + 1].text), ()):
                        end = first + len(words)
                        if len(words) == 2 or tuple(token.text for token in tokens[first:end]) == words:
                            found = Phrase(first, end - 1, kind, entry, sure)
                            break
            if opens & OPENS_TOWN and (found is None or found.first == found.last):
                found = self._town(first, tokens) or found
            if found is not None:
                out.append(found)
                free = found.last + 1
        return out

    def _town(self, first: int, tokens: Sequence[Word]) -> Phrase | None:
        words = [token.text for token in tokens[first : first + MAX_TOWN]]
        if not any(word[:1].isupper() for word in words[1:]):
            return None
        for length in range(len(words), 1, -1):
            if words[length - 1][:1].isupper():
                name = " ".join(words[:length]).lower().replace("' ", "'")
                if name in self._towns:
                    return Phrase(first, first + length - 1, "town", "", False)
        return None
