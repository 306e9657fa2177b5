"""Russian names in other cases than the nominative, by their endings: enough for made sentences, not a grammar.

Cases are numbered: 0 genitive, 1 dative, 2 instrumental, 3 prepositional, 4 accusative (of persons the genitive).
"""

from __future__ import annotations

from typing import Final

CASES: Final = range(5)
_VELAR: Final = frozenset("гкхжчшщ")
_CONSONANTS: Final = frozenset("бвгджзклмнпрстфхцчшщ")
_FAMILY: Final = ("ов", "ев", "ёв", "ин", "ын")
_FAMILY_A: Final = ("ова", "ева", "ёва", "ина", "ына")
_MIN_FAMILY: Final = 5  # letters; shorter ones (Лев, Рим) go like other words


def _ends(word: str, cut: int, endings: str) -> tuple[str, ...]:
    return tuple(word[: len(word) - cut] + ("" if end == "-" else end) for end in endings.split())


def _forms(word: str, female: bool, person: bool) -> tuple[str, ...]:
    """The five other cases of one word."""
    same = (word,) * len(CASES)
    if len(word) < 2 or not "а" <= word[-1].lower() <= "ё":
        return same
    if word.endswith(("ский", "цкий", "ый", "ой")) and not female:
        endings = "ого ому им ом" if word.endswith("ий") else "ого ому ым ом"
        return (*_ends(word, 2, endings), *(_ends(word, 2, "ого") if person else (word,)))
    if word.endswith(("ская", "цкая", "ная", "вая", "лая")):
        return _ends(word, 2, "ой ой ой ой ую")
    if word.endswith("няя"):
        return _ends(word, 2, "ей ей ей ей юю")
    if word.endswith(("ье", "оре")):
        return _ends(word, 1, "я ю ем е е")
    if word.endswith(("ское", "ное", "вое", "тое")):
        return _ends(word, 2, "ого ому им ом ое" if word[-3] in _VELAR else "ого ому ым ом ое")
    if person and not female and len(word) >= _MIN_FAMILY and word.endswith(_FAMILY):
        return _ends(word, 0, "а у ым е а")
    if person and female and word.endswith(_FAMILY_A):
        return _ends(word, 1, "ой ой ой ой у")
    last = word[-1]
    if last == "а":
        return _ends(word, 1, "и е ой е у" if word[-2] in _VELAR else "ы е ой е у")
    if word.endswith("ия"):
        return _ends(word, 1, "и и ей и ю")
    if last == "я":
        return _ends(word, 1, "и е ей е ю")
    if person and female:
        return same  # «Мэй», «Клинтон» of a woman stay as they are
    if word.endswith("ий"):
        return _ends(word, 1, "я ю ем и я")
    if last == "й":
        return _ends(word, 1, "я ю ем е я" if person else "я ю ем е й")
    if last == "ь":
        return _ends(word, 1, "я ю ем е я") if person else _ends(word, 1, "и и ью и ь")
    if last in _CONSONANTS:
        return _ends(word, 0, "а у ом е а" if person else "а у ом е -")
    return same


def decline(name: str, case: int, female: bool = False, person: bool = True) -> str:
    """``name`` of one or more words in a case."""
    return " ".join(_forms(word, female, person)[case] for word in name.split(" "))
