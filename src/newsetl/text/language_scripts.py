"""Which scripts a text is written in: a table of code units, one lookup for the whole text.

Letters only: digits, punctuation and white space of a script are no evidence. Characters beyond the Basic
Multilingual Plane (emoji, rare ideographs) count as no letter.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

CodeUnits = NDArray[np.uint16]

# Scripts in the order of their number in the table; 0 is "no letter".
SCRIPTS: Final = (
    "none", "latin", "cyrillic", "arabic", "devanagari", "greek", "hebrew", "han", "kana", "hangul", "thai", "bengali",
    "gujarati", "gurmukhi", "tamil", "telugu", "kannada", "malayalam", "other",
)  # fmt: skip
NUMBER: Final = {name: number for number, name in enumerate(SCRIPTS)}

# Languages that are the only one of langdetect's 55 in their script: the script decides.
ONLY_LANGUAGE: Final = {
    "greek": "el", "hebrew": "he", "hangul": "ko", "thai": "th", "bengali": "bn", "gujarati": "gu", "gurmukhi": "pa",
    "tamil": "ta", "telugu": "te", "kannada": "kn", "malayalam": "ml",
}  # fmt: skip

# An ideograph or syllable says as much as several letters; without this a Chinese text with Latin names reads as Latin.
LETTERS_PER_CHARACTER: Final = {"han": 3.0, "kana": 1.5, "hangul": 2.5}

# Letters (with the vowel signs and marks that belong to them), first and last code point. Source: Unicode block and
# General_Category data; digits and punctuation inside the blocks are left out by the ranges.
_RANGES: Final = (
    ("latin", 0x41, 0x5A), ("latin", 0x61, 0x7A), ("latin", 0xAA, 0xAA), ("latin", 0xBA, 0xBA), ("latin", 0xC0, 0xD6),
    ("latin", 0xD8, 0xF6), ("latin", 0xF8, 0x24F), ("latin", 0x1E00, 0x1EFF), ("latin", 0x250, 0x2AF), ("latin", 0xFB00, 0xFB06),
    ("greek", 0x370, 0x373), ("greek", 0x376, 0x377), ("greek", 0x37B, 0x37D), ("greek", 0x386, 0x386), ("greek", 0x388, 0x3FF),
    ("greek", 0x1F00, 0x1FBC), ("greek", 0x1FC2, 0x1FCC), ("greek", 0x1FD0, 0x1FDB), ("greek", 0x1FE0, 0x1FEC), ("greek", 0x1FF2, 0x1FFC),
    ("cyrillic", 0x400, 0x481), ("cyrillic", 0x48A, 0x52F), ("cyrillic", 0x1C80, 0x1C88), ("cyrillic", 0xA640, 0xA66E),
    ("other", 0x531, 0x556), ("other", 0x561, 0x587),  # Armenian
    ("hebrew", 0x5D0, 0x5EA), ("hebrew", 0x5EF, 0x5F2), ("hebrew", 0xFB1D, 0xFB4F),
    ("arabic", 0x620, 0x64A), ("arabic", 0x66E, 0x6D3), ("arabic", 0x6D5, 0x6D5), ("arabic", 0x6E5, 0x6E6), ("arabic", 0x6EE, 0x6EF),
    ("arabic", 0x6FA, 0x6FF), ("arabic", 0x750, 0x77F), ("arabic", 0x8A0, 0x8C7), ("arabic", 0xFB50, 0xFDFB), ("arabic", 0xFE70, 0xFEFC),
    ("other", 0x710, 0x72F), ("other", 0x780, 0x7B1), ("other", 0x7CA, 0x7EA),  # Syriac, Thaana, N'Ko
    ("devanagari", 0x900, 0x963), ("devanagari", 0x971, 0x97F), ("bengali", 0x980, 0x9E3), ("bengali", 0x9F0, 0x9F1),
    ("gurmukhi", 0xA01, 0xA5E), ("gurmukhi", 0xA70, 0xA75), ("gujarati", 0xA81, 0xAE3), ("other", 0xB01, 0xB63),
    ("tamil", 0xB82, 0xBD7), ("telugu", 0xC00, 0xC63), ("kannada", 0xC80, 0xCE3), ("malayalam", 0xD00, 0xD63), ("other", 0xD7A, 0xDF3),
    ("thai", 0xE01, 0xE3A), ("thai", 0xE40, 0xE4E), ("other", 0xE81, 0xECD), ("other", 0xF40, 0xFBC), ("other", 0x1000, 0x103F),
    ("other", 0x10A0, 0x10FF), ("hangul", 0x1100, 0x11FF), ("other", 0x1200, 0x135A), ("other", 0x13A0, 0x13FD),
    ("other", 0x1780, 0x17D3), ("other", 0x1820, 0x18AA), ("kana", 0x3041, 0x3096), ("kana", 0x309D, 0x309F), ("kana", 0x30A1, 0x30FA),
    ("kana", 0x30FC, 0x30FF), ("hangul", 0x3131, 0x318E), ("kana", 0x31F0, 0x31FF), ("han", 0x3400, 0x4DBF), ("han", 0x4E00, 0x9FFF),
    ("han", 0x3005, 0x3007), ("other", 0xA000, 0xA48C), ("hangul", 0xAC00, 0xD7A3), ("han", 0xF900, 0xFAD9), ("kana", 0xFF66, 0xFF9D),
    ("latin", 0xFF21, 0xFF3A), ("latin", 0xFF41, 0xFF5A),
)  # fmt: skip


def _table() -> NDArray[np.uint8]:
    table = np.zeros(0x10000, np.uint8)
    for script, first, last in _RANGES:
        table[first : last + 1] = NUMBER[script]
    return table


TABLE: Final = _table()


def code_units(text: str) -> CodeUnits:
    """UTF-16 code units of a text; surrogate pairs are two units that no table knows."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)


def script_masses(units: CodeUnits) -> dict[str, float]:
    """Letters of each script in a text, in letters of an alphabet; scripts that do not occur are left out."""
    counts = np.bincount(TABLE[units], minlength=len(SCRIPTS))
    return {
        name: int(counts[number]) * LETTERS_PER_CHARACTER.get(name, 1.0)
        for number, name in enumerate(SCRIPTS)
        if number and counts[number]
    }
