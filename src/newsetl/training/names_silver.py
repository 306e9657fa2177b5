"""Training text made from our own sentences: slots filled with listed names and with names of the annotated corpora."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from newsetl.reference import Reference
from newsetl.training.names_data import Annotated
from newsetl.training.names_templates import read_templates

_SLOT: Final = re.compile(r"\{(\w)\}")
_SEED: Final = 19520607
_ACRONYM_LETTERS: Final = "ABCDEFGILMNOPRSTUV"
_KIND: Final = {"P": "PER", "L": "PER", "G": "PER", "K": "LOC", "X": "LOC", "T": "LOC", "C": "LOC", "O": "ORG", "A": "ORG"}
_ARTICLES: Final = {"fr": ("le ", "la ", "l'"), "es": ("el ", "la "), "it": ("il ", "la "), "nl": ("de ", "het ")}
#: Places named with their sort (``{X}``).
_FACILITIES: Final = {
    "fr": "rue {L}|rue {P}|place {L}|avenue {P}|boulevard {L}|stade {P}|stade {L}|hôtel {L}|synagogue {L} {L}|mosquée {L}|église Saint-{L}|"
    "gare de {T}|aéroport de {T}|aéroport {P}|pont de {T}|parc {L}|golfe de {T}|3e arrondissement de {T}|mont {L}|lac de {T}|"
    "forêt de {T}|plage de {T}|quartier de {T}|port de {T}|col de {T}|vallée de {T}|rivière {L}",
}  # fmt: skip
#: Endings of Russian names in other cases (``{G}`` a person, ``{K}`` a place) after a consonant; others are left as they are.
_OBLIQUE: Final = {"G": ("а", "у", "ом", "е"), "K": ("а", "е", "ом", "у")}
_CONSONANTS: Final = frozenset("бвгджзклмнпрстфхцчшщ")
_ARTICLE_SHARE: Final = 0.6
#: What an organisation is filled with: letters, a short name of the corpora, else one of the templates.
_ACRONYM_SHARE: Final = 0.15
_COMPANY_SHARE: Final = 0.1
_COMPANY_WORDS: Final = 2
#: Latin to Cyrillic, for names of the corpora in Russian sentences.
_CYRILLIC: Final = (
    ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("th", "т"), ("ph", "ф"), ("ck", "к"), ("oo", "у"),
    ("ee", "и"), ("ya", "я"), ("yu", "ю"), ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
    ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"),
    ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"), ("y", "и"), ("z", "з"),
)  # fmt: skip


def _cyrillic(name: str) -> str:
    words = []
    for word in name.split(" "):
        low = word.lower()
        for latin, letter in _CYRILLIC:
            low = low.replace(latin, letter)
        words.append(low[:1].upper() + low[1:])
    return " ".join(words)


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
        self._reference = reference

    def _draw(self, values: Sequence[str]) -> str:
        return values[int(self._random.integers(len(values)))]

    def _acronym(self) -> str:
        return "".join(self._draw(_ACRONYM_LETTERS) for _ in range(int(self._random.integers(2, 6))))

    def texts(self, language: str, count: int) -> list[Annotated]:
        """``count`` annotated sentences of one language."""
        sentences, organisations = read_templates(language)
        rows = self._reference.rows
        regions = [row["form"] for row in rows("places") if row["language"] == language]
        countries = [row["form"] for row in rows("country_names") if row["language"] == language and row["kind"] == "name"]
        titles = [row for row in rows("titles", language) if "*" not in row["form"]]
        functions = [row["form"] for row in titles if row["kind"] == "function"]
        ranks = [row["form"] for row in titles if row["kind"] == "rank"]

        def fill(slot: str) -> str:
            if slot in _OBLIQUE:
                name = fill("T" if slot == "K" else "P" if self._random.random() < 0.5 else "L")
                return name + self._draw(_OBLIQUE[slot]) if name[-1] in _CONSONANTS else name
            if slot == "X":
                return _SLOT.sub(lambda match: fill(match.group(1)), self._draw(_FACILITIES[language].split("|")))
            if slot in "PLT":
                if slot == "T" and self._random.random() < 0.3:
                    return self._draw(regions)
                name = self._draw({"P": self._full, "L": self._last, "T": self._towns}[slot])
                return _cyrillic(name) if language == "ru" else name
            if slot == "A":
                return self._acronym()
            if slot == "O":
                chance = self._random.random()
                if chance < _ACRONYM_SHARE:
                    return self._acronym()
                if self._companies and chance < _ACRONYM_SHARE + _COMPANY_SHARE:
                    name = self._draw(self._companies)
                    return _cyrillic(name) if language == "ru" else name
                return _SLOT.sub(lambda match: fill(match.group(1)), self._draw(organisations))
            return self._draw({"C": countries, "f": functions, "r": ranks}[slot])

        out: list[Annotated] = []
        for number in range(count):
            template = sentences[number % len(sentences)]
            text, names = "", []
            for part in re.split(r"(\{\w\})", template):
                slot = _SLOT.fullmatch(part)
                filled = fill(slot.group(1)) if slot else part
                if slot and slot.group(1) in _KIND:
                    names.append((len(text), len(text) + len(filled), _KIND[slot.group(1)]))
                if slot and slot.group(1) == "O" and language in _ARTICLES and self._random.random() < _ARTICLE_SHARE:
                    article = self._draw(_ARTICLES[language])
                    text += article
                    names[-1] = (names[-1][0] + len(article), names[-1][1] + len(article), "ORG")
                text += filled
            if language == "fr":
                text, names = _elide(text, names)
            out.append(Annotated(f"silver_{language}", language, text[:1].upper() + text[1:], names))
        return out


def _elide(text: str, names: list[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """«de Amiens» -> «d'Amiens», «de le Mans» as it is; spans follow."""
    out, shift, at = "", [], 0
    for match in re.finditer(r"\b([Dd])e (?=[AEIOUÉÈÎÔaeiouéèh])", text):
        out += text[at : match.start()] + match.group(1) + "'"
        at = match.end()
        shift.append((match.end(), match.end() - match.start() - 2))

    def move(place: int) -> int:
        return place - sum(less for end, less in shift if end <= place)

    return out + text[at:], [(move(a), move(b), kind) for a, b, kind in names]
