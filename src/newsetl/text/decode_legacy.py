"""Encodings before Unicode: chardet names candidates, the letters of the languages decide between close ones."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import numpy as np

from newsetl.text.language_profiles import GROUPS, letter_model, trigram_rows
from newsetl.text.language_scripts import NUMBER, TABLE, code_units

# Python codec (as chardet calls it) -> name in the IANA registry. Encodings of mainframes and of DOS are left out.
_IANA: Final = {
    "cp1252": "windows-1252", "iso8859-1": "iso-8859-1", "iso8859-15": "iso-8859-15", "mac-roman": "macintosh",
    "cp1250": "windows-1250", "iso8859-2": "iso-8859-2", "iso8859-16": "iso-8859-16", "cp1251": "windows-1251",
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "iso8859-5": "iso-8859-5", "mac-cyrillic": "x-mac-cyrillic",
    "cp1253": "windows-1253", "iso8859-7": "iso-8859-7", "cp1254": "windows-1254", "iso8859-9": "iso-8859-9",
    "cp1255": "windows-1255", "iso8859-8": "iso-8859-8", "cp1256": "windows-1256", "iso8859-6": "iso-8859-6",
    "cp1257": "windows-1257", "iso8859-13": "iso-8859-13", "iso8859-4": "iso-8859-4", "cp1258": "windows-1258",
    "cp874": "windows-874", "tis-620": "tis-620", "gb18030": "gb18030", "big5hkscs": "big5-hkscs", "cp932": "windows-31j",
    "shift_jis_2004": "shift_jis", "euc_jis_2004": "euc-jp", "iso2022_jp_2": "iso-2022-jp-2", "cp949": "cp949",
    "euc_kr": "euc-kr",
}  # fmt: skip
# Encodings of one byte a character that share letters and differ in the rest: chardet's first is checked against these.
_RIVALS: Final = (
    ("cp1252", "iso8859-1", "iso8859-15", "mac-roman"),
    ("cp1250", "iso8859-2", "iso8859-16"),
    ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "mac-cyrillic"),
    ("cp1254", "iso8859-9"),
    ("cp1256", "iso8859-6"),
)
# Bytes given to chardet and to the check, from shortly before the first that is not ASCII.
_SAMPLE: Final = 8_000
_BEFORE: Final = 200
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
# Log probability of a mark that is no letter: usual ones of print, others, and control characters of the C1 set.
_USUAL_MARK: Final = -4.0
_RARE_MARK: Final = -9.0
_C1_CONTROL: Final = -14.0
_USUAL_MARKS: Final = frozenset("«»‹›“”„‘’‚–—…€£§°•¿¡\xa0ºª½²³№،؛؟ـ")
# Where letters and marks do not stand like this in any language: a mark within a word, a capital after a small letter.
_ODD: Final = re.compile("(?<=[^\\W\\d_])[«»“”„‘…•·¿¡£°§€](?=[^\\W\\d_])|(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ]")
_ODDITY: Final = -7.0
_UNPAIRED: Final = -4.0  # a quotation mark without its partner
# chardet shares its confidence among look-alikes; that the letters agree is worth as much as this.
_MIN_CONFIDENCE: Final = 0.5
# chardet's own order counts this much a place: enough for ties, too little against letters.
_PLACE: Final = 0.5


class Guess(NamedTuple):
    """An encoding and how likely it is."""

    codec: str  # Python's name
    encoding: str  # IANA name in lower case
    confidence: float


def detect_legacy(data: bytes) -> Guess | None:
    """The encoding of bytes that are not Unicode; None when nothing fits."""
    import chardet  # with its models; most folders never need it

    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - _BEFORE) if first else 0
    sample = data[start : start + _SAMPLE]
    found = chardet.detect_all(sample, ignore_threshold=True, compat_names=False, include_encodings=_IANA)
    confidences = {str(item["encoding"]): float(item["confidence"]) for item in found if item["encoding"] in _IANA}
    if not confidences:
        return None
    ranked = list(confidences)
    best = ranked[0]
    family = next((group for group in _RIVALS if best in group), None)
    if family and first:
        # the whole family, and of other families what chardet thinks of too
        rivals = dict.fromkeys([*(name for name in ranked if any(name in group for group in _RIVALS)), *family])
        scores = {name: plausibility(sample, name) - _PLACE * place for place, name in enumerate(rivals)}
        best = max(scores, key=lambda name: scores[name])
    return Guess(best, _IANA[best], round(max(confidences.get(best, 0.0), _MIN_CONFIDENCE), 3))


def plausibility(sample: bytes, codec: str) -> float:
    """Log probability of a decoding: its letters in their best language, and its marks; -inf where it fails.

    Only comparable between decodings of the same bytes in encodings of one byte a character.
    """
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 1:
            return float("-inf")
        text = sample[: error.start].decode(codec)
    units = code_units(text)
    scripts = TABLE[units]
    counts = np.bincount(scripts)
    total = 0.0
    group = max(GROUPS, key=lambda name: counts[NUMBER[name]] if NUMBER[name] < len(counts) else 0)
    model = letter_model(group)
    rows = trigram_rows(model, units)
    total += float((np.ones(len(rows), np.float32) @ model.rows[rows]).max() + model.best[rows].sum())
    others = (scripts > 0) & (scripts != NUMBER[group]) & (units > 0x7F)
    total += _RARE_MARK * int(others.sum())
    for mark in units[(scripts == 0) & (units > 0x7F)].tolist():
        total += _USUAL_MARK if chr(mark) in _USUAL_MARKS else _C1_CONTROL if mark < 0xA0 else _RARE_MARK
    opened, closed, low = text.count("“"), text.count("”"), text.count("„")
    return total + _ODDITY * len(_ODD.findall(text)) + _UNPAIRED * min(abs(opened - closed), abs(opened - low))
