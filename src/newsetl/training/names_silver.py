"""Training text made from our own sentences: slots filled with listed names and with names of the annotated corpora."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from newsetl.reference import Reference
from newsetl.training.names_contractions import contract
from newsetl.training.names_data import Annotated
from newsetl.training.names_russian import CASES, decline
from newsetl.training.names_templates import read_cyrillic, read_organisations, read_templates

_SLOT: Final = re.compile(r"\{(\w)\}")
_SEED: Final = 19520607
_ACRONYM_LETTERS: Final = "ABCDEFGILMNOPRSTUV"
_CYRILLIC_LETTERS: Final = "АБВГДЕКЛМНОПРСТФЦ"
_KIND: Final = {
    "P": "PER", "L": "PER", "G": "PER", "K": "LOC", "X": "LOC", "T": "LOC", "C": "LOC", "O": "ORG", "A": "ORG", "I": "ORG", "Q": "ORG",
    "Z": "ORG",
}  # fmt: skip
_ARTICLES: Final = {"fr": ("le ", "la ", "l'"), "es": ("el ", "la "), "it": ("il ", "la "), "nl": ("de ", "het ")}
#: Places named with their sort (``{X}``).
_FACILITIES: Final = {
    "fr": "rue {L}|rue {P}|place {L}|avenue {P}|boulevard {L}|stade {P}|stade {L}|hôtel {L}|synagogue {L} {L}|mosquée {L}|église Saint-{L}|"
    "gare de {T}|aéroport de {T}|aéroport {P}|pont de {T}|parc {L}|golfe de {T}|3e arrondissement de {T}|mont {L}|lac de {T}|"
    "forêt de {T}|plage de {T}|quartier de {T}|port de {T}|col de {T}|vallée de {T}|rivière {L}",
    "it": "via {L}|via {P}|piazza {L}|piazza {P}|corso {P}|viale {L}|stadio {P}|Stadio {L}|Stadio {P}|aeroporto {P}|"
    "golfo di {T}|provincia di {T}|Provincia di {T}|comune di {T}|lago di {T}|Lago di {T}|monte {L}|Monte {L}|"
    "quartiere {L}|Palazzo {L}|Villa {L}|Teatro {L}|ponte {L}|valle di {T}|Museo {L}|isola di {T}|Cattedrale di {T}",
}  # fmt: skip
_ARTICLE_SHARE: Final = 0.6
#: What an organisation is filled with: letters, a short name of the corpora, else one of the templates.
_ACRONYM_SHARE: Final = 0.15
_KNOWN_SHARE: Final = 0.1
_COMPANY_SHARE: Final = 0.1
_COMPANY_WORDS: Final = 2
_REGION_SHARE: Final = 0.3
_FULL_SHARE: Final = 0.5  # of Russian persons in another case: with a given name
_FEMALE_SHARE: Final = 0.4


class Silver:
    """Draws sentences; the same corpora, lists and seed give the same text."""

    def __init__(self, texts: Sequence[Annotated], reference: Reference) -> None:
        self._random = np.random.Generator(np.random.PCG64(_SEED))
        found: dict[str, set[str]] = {"PER": set(), "LOC": set(), "ORG": set()}
        for item in texts:
            if not item.corpus.startswith("europeana"):
                for a, b, kind in item.names:
                    name = item.text[a:b]
                    if kind in found and name[:1].isupper() and name.replace(" ", "").replace("-", "").isalpha() and not name.isupper():
                        found[kind].add(name)
        self._full = sorted(name for name in found["PER"] if name.count(" ") in (1, 2))
        self._last = sorted({name.rsplit(" ", 1)[1] for name in self._full})
        self._towns = sorted(found["LOC"])
        self._companies = sorted(name for name in found["ORG"] if name.count(" ") < _COMPANY_WORDS)
        self._known = {cyrillic: [name for name in read_organisations() if (name > "А") == cyrillic] for cyrillic in (False, True)}
        self._cyrillic = read_cyrillic()
        self._reference = reference

    def _draw(self, values: Sequence[str]) -> str:
        return values[int(self._random.integers(len(values)))]

    def _chance(self, share: float) -> bool:
        return bool(self._random.random() < share)

    def _acronym(self, letters: str) -> str:
        return "".join(self._draw(letters) for _ in range(int(self._random.integers(2, 6))))

    def _russian(self, slot: str) -> str:
        """A name in Cyrillic letters, for ``G`` and ``K`` in another case than the nominative."""
        case = int(self._random.integers(len(CASES)))
        if slot in "TK":
            name = self._draw(self._cyrillic["place"])
            return decline(name, case, person=False) if slot == "K" else name
        female = self._chance(_FEMALE_SHARE)
        surname = self._draw(self._cyrillic["surname"])
        if female:
            surname = _feminine(surname)
        full = slot == "P" or (slot == "G" and self._chance(_FULL_SHARE))
        name = f"{self._draw(self._cyrillic['given_f' if female else 'given_m'])} {surname}" if full else surname
        return decline(name, case, female) if slot == "G" else name

    def texts(self, language: str, count: int) -> list[Annotated]:
        """``count`` annotated sentences of one language."""
        parts = read_templates(language)
        sentences, organisations = parts["sentences"], parts["organisations"]
        rows = self._reference.rows
        regions = [row["form"] for row in rows("places") if row["language"] == language]
        countries = [row["form"] for row in rows("country_names") if row["language"] == language and row["kind"] == "name"]
        titles = [row for row in rows("titles", language) if "*" not in row["form"]]
        lists = {
            "P": self._full, "L": self._last, "T": self._towns, "t": self._towns, "C": countries, "I": parts.get("institutions", []),
            "f": [row["form"] for row in titles if row["kind"] == "function"],
            "r": [row["form"] for row in titles if row["kind"] == "rank"],
            "b": parts.get("openers", []), "w": parts.get("works", []), "Q": parts.get("oblique", []), "Z": self._cyrillic["latin"],
            "n": parts.get("nationalities", []),
        }  # fmt: skip
        letters = _CYRILLIC_LETTERS if language == "ru" else _ACRONYM_LETTERS

        def fill(slot: str) -> str:
            if slot == "X":
                return nested(self._draw(_FACILITIES[language].split("|")))
            if slot == "A":
                return self._acronym(letters)
            if slot == "O":
                chance = self._random.random()
                if chance < _ACRONYM_SHARE:
                    return self._acronym(letters)
                if chance < _ACRONYM_SHARE + _KNOWN_SHARE:
                    return self._draw(self._known[language == "ru"])
                companies = lists["Z"] if language == "ru" else self._companies
                if companies and chance < _ACRONYM_SHARE + _KNOWN_SHARE + _COMPANY_SHARE:
                    return self._draw(companies)
                return nested(self._draw(organisations))
            if slot in "Tt" and self._chance(_REGION_SHARE):
                return self._draw(regions)
            if language == "ru" and slot in "PLTtGK":
                return self._russian(slot)
            return nested(self._draw(lists[slot]))

        def nested(text: str) -> str:
            return _SLOT.sub(lambda match: fill(match.group(1)), text)

        out: list[Annotated] = []
        for number in range(count):
            template = sentences[number % len(sentences)]
            text = ""
            names: list[tuple[int, int, str]] = []
            for part in re.split(r"(\{\w\})", template):
                match = _SLOT.fullmatch(part)
                slot = match.group(1) if match else ""
                filled = fill(slot) if slot else part
                if slot == "O" and language in _ARTICLES and self._chance(_ARTICLE_SHARE):
                    text += self._draw(_ARTICLES[language])
                if slot == "I":
                    article, _, filled = filled.rpartition("|")
                    text += article
                if slot in _KIND:
                    names.append((len(text), len(text) + len(filled), _KIND[slot]))
                text += filled
            text, names = contract(text, names, language)
            out.append(Annotated(f"silver_{language}", language, text[:1].upper() + text[1:], names))
        return out


def _feminine(surname: str) -> str:
    """The form that a woman has of a Russian surname: Иванов, Иванова; others as they are."""
    if surname.endswith(("ов", "ев", "ёв", "ин")) and len(surname) > 4:
        return surname + "а"
    if surname.endswith(("ский", "цкий")):
        return surname[:-2] + "ая"
    return surname
