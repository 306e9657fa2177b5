"""Which scripts a text is written in: a table of code points, one lookup for the whole text.

Letters only: digits, punctuation and white space of a script are no evidence. Characters beyond the Basic
Multilingual Plane (emoji, rare ideographs) count as no letter.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

CodeUnits = NDArray[np.uint16]

# Letters of each script with the vowel signs and marks that belong to them, as first-last code points in hexadecimal.
# Source: Unicode 16 blocks and General_Category; digits and punctuation inside the blocks are left out by the ranges.
_RANGES: Final = {
    "latin": "41-5A 61-7A AA BA C0-D6 D8-F6 F8-2AF 1E00-1EFF FB00-FB06 FF21-FF3A FF41-FF5A",
    "cyrillic": "400-481 48A-52F 1C80-1C88 A640-A66E",
    "arabic": "620-64A 66E-6D3 6D5 6E5-6E6 6EE-6EF 6FA-6FF 750-77F 8A0-8C7 FB50-FDFB FE70-FEFC",
    "devanagari": "900-963 971-97F",
    "greek": "370-373 376-377 37B-37D 386 388-3FF 1F00-1FBC 1FC2-1FCC 1FD0-1FDB 1FE0-1FEC 1FF2-1FFC",
    "hebrew": "5D0-5EA 5EF-5F2 FB1D-FB4F",
    "han": "3005-3007 3400-4DBF 4E00-9FFF F900-FAD9",
    "kana": "3041-3096 309D-309F 30A1-30FA 30FC-30FF 31F0-31FF FF66-FF9D",
    "hangul": "1100-11FF 3131-318E AC00-D7A3",
    "thai": "E01-E3A E40-E4E",
    "bengali": "980-9E3 9F0-9F1",
    "gujarati": "A81-AE3",
    "gurmukhi": "A01-A5E A70-A75",
    "tamil": "B82-BD7",
    "telugu": "C00-C63",
    "kannada": "C80-CE3",
    "malayalam": "D00-D63 D7A-D7F",
    # Scripts of no language that langdetect knows: Armenian, Syriac, Thaana, N'Ko, Oriya, Sinhala, Lao, Tibetan, Burmese,
    # Georgian, Ethiopic, Cherokee, Khmer, Mongolian, Yi.
    "other": "531-556 561-587 710-72F 780-7B1 7CA-7EA B01-B63 D80-DF3 E81-ECD F40-FBC 1000-103F 10A0-10FF 1200-135A "
    "13A0-13FD 1780-17D3 1820-18AA A000-A48C",
}

# Scripts in the order of their number in the table; 0 is "no letter".
SCRIPTS: Final = ("none", *_RANGES)
NUMBER: Final = {name: number for number, name in enumerate(SCRIPTS)}

# Languages that are the only one of langdetect's 55 in their script: the script decides.
ONLY_LANGUAGE: Final = {
    "greek": "el", "hebrew": "he", "hangul": "ko", "kana": "ja", "thai": "th", "bengali": "bn", "gujarati": "gu",
    "gurmukhi": "pa", "tamil": "ta", "telugu": "te", "kannada": "kn", "malayalam": "ml",
}  # fmt: skip

# Evidence of a character, against a letter of an alphabet: an ideograph or syllable says as much as several letters, and
# Latin names are common in texts of other scripts while the reverse is rare.
_WEIGHTS: Final = {"latin": 0.5, "han": 3.0, "kana": 1.5, "hangul": 2.5}
WEIGHTS: Final = np.array([0.0, *(_WEIGHTS.get(name, 1.0) for name in _RANGES)])

# Share of kana, among kana and ideographs, above which a text is Japanese; Japanese prose has about half.
KANA_SHARE: Final = 0.08
# Ideographs that only Japanese uses in this form, and ones that no Chinese sentence goes long without.
_JAPANESE_ONLY: Final = frozenset("円広実気売図県関対発変応団験続価戦単労沢辺込働畑峠駅検済観巻歳氷栄営桜黒児処総択転伝読徳様隣")
_CHINESE_ONLY: Final = frozenset("的了是在这這我们們你他她说說为為对對发發时時国國会會个個来來过過没沒吗嗎呢吧啊么麼")


def _table() -> NDArray[np.uint8]:
    table = np.zeros(0x10000, np.uint8)
    for script, ranges in _RANGES.items():
        for part in ranges.split():
            first, _, last = part.partition("-")
            table[int(first, 16) : int(last or first, 16) + 1] = NUMBER[script]
    return table


TABLE: Final = _table()
LETTER: Final = (TABLE > 0).astype(np.uint8)


def code_units(text: str) -> CodeUnits:
    """One number a character; 0xFFFF (no character) for those beyond the Basic Multilingual Plane."""
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(units) == len(text):
        return units
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(points, 0xFFFF).astype(np.uint16)


def letter_counts(units: CodeUnits) -> NDArray[np.int64]:
    """Letters of each script, indexed by its number; index 0 counts what is no letter."""
    return np.bincount(TABLE.take(units), minlength=len(SCRIPTS))


def is_japanese(text: str, counts: NDArray[np.int64]) -> bool:
    """Whether a text whose main script is Han is Japanese: it has kana, or is a few words in Japanese forms only."""
    kana, han = int(counts[NUMBER["kana"]]), int(counts[NUMBER["han"]])
    if kana > KANA_SHARE * (kana + han):
        return True
    return not kana and han < 40 and not _JAPANESE_ONLY.isdisjoint(text) and _CHINESE_ONLY.isdisjoint(text)
