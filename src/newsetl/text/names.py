"""Names in one text: persons, organisations, countries and places, with title, role and the fullest form in the document."""

from __future__ import annotations

import re
import unicodedata

from newsetl.reference import Reference
from newsetl.text.model import Mention, Sentence

VERSION = "1"
TABLES = ("titles", "country_names", "actors", "actor_aliases")

_RUN = re.compile(
    r"(?<![\w'’-])[A-ZÀ-ÖØ-ÞŒŠŽА-ЯЁ][\w’'-]*(?:\.(?=[A-Z]\.))?"
    r"(?: (?:(?:de|van|von|der|den|di|da|del|al|bin|of) )?[A-ZÀ-ÖØ-ÞŒŠŽА-ЯЁ][\w’'-]*){0,8}"
)
_NOT_KEY = re.compile(r"[^\w]+")


def name_key(surface: str) -> str:
    """The comparison form of a name: case folded, accents stripped, marks to single spaces; ``"Benny Gantz"`` -> ``"benny gantz"``."""
    plain = unicodedata.normalize("NFKD", surface.replace("\u00ad", "")).casefold()
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return _NOT_KEY.sub(" ", plain).strip()


class NameFinder:
    """Finds the names of one text; build once, call :meth:`find` for each document."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._countries = {
            row["form"]: row["iso3"] for row in reference.rows("country_names") if row.get("kind") == "name"
        }

    def version(self, language: str) -> str:
        """Changes when this code or a list that it reads for ``language`` changes."""
        return f"{VERSION}-{self._reference.version(TABLES, language)}"

    def find(
        self, text: str, sentences: list[Sentence], language: str, body_start: int = 0, body_end: int | None = None
    ) -> list[Mention]:
        """The names of ``text[body_start:body_end]`` in order of their place; spans in code points of ``text``."""
        mentions: list[Mention] = []
        for number, sentence in enumerate(sentences):
            if sentence.kind in ("link", "byline"):
                continue
            for match in _RUN.finditer(text, sentence.char_start, sentence.char_end):
                surface = match.group()
                key = name_key(surface)
                country = self._countries.get(surface)
                if country:
                    kind, rule = "country", "list"
                elif " " in surface:
                    kind, rule = "person", "run"
                elif surface.isupper() and len(surface) > 1:
                    kind, rule = "organisation", "acronym"
                else:
                    continue
                mentions.append(
                    Mention(number, *match.span(), key, key, kind, None, None, None, country, "name", rule, 0.5)
                )
        return mentions
