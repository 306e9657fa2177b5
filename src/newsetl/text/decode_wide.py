"""UTF-16 and UTF-32 without a byte order mark, by the pattern of their bytes."""

from __future__ import annotations

from typing import Final

import numpy as np

from newsetl.text.language_scripts import LETTER

# Bytes looked at; enough for every statistic below.
_SAMPLE: Final = 8192
# Share of characters that must be letters, white space or common marks for the reading to be text.
_PLAUSIBLE: Final = 0.9
# Control bytes in a file of one byte a character that is dotted with them; UTF-16 of most scripts has far more, as the upper
# halves of its letters.
_STRAY: Final = 0.05
# Share of ASCII letters and spaces in Latin text of one byte a character; in ideographs of UTF-16 it is about 0.4.
_LATIN: Final = 0.6
# Lead in NULs that tells the upper half of characters from the lower, where a few ideographs have one too.
_ZEROS: Final = 0.04

# Text of more characters than this has that many different ones; filled or regular binary data has not.
_LONG: Final = 60
_VARIETY: Final = 8

# Marks, digits and spaces of all scripts: ASCII, Latin-1, general punctuation, currency, arrows, CJK marks, full-width forms,
# Arabic and Indic digits and marks, vowel points of Hebrew and Arabic.
_MARKS: Final = (
    (0x09, 0x0D), (0x20, 0x7E), (0xA0, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7), (0x2B0, 0x36F), (0x591, 0x5F4), (0x600, 0x61F),
    (0x64B, 0x66D), (0x6D4, 0x6ED), (0x6F0, 0x6F9), (0x964, 0x970), (0x2007, 0x2044), (0x20A0, 0x20C0), (0x2100, 0x214F),
    (0x2190, 0x21FF), (0x3000, 0x301F), (0xFF00, 0xFFEF), (0xFEFF, 0xFEFF),
)  # fmt: skip


def _plausible() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    table = LETTER.astype(bool)
    for first, last in _MARKS:
        table[first : last + 1] = True
    return table


_TABLE: Final = _plausible()


def detect_wide(data: bytes) -> str | None:
    """``utf-32-le``, ``utf-32-be``, ``utf-16-le``, ``utf-16-be``, or None for bytes that are none of these.

    For data that holds NUL or control bytes only: plain text in one byte a character reads as UTF-16 ideographs.
    """
    sample = data[: min(_SAMPLE, len(data) // 4 * 4)]
    if len(sample) >= 8 and sample.count(0) * 5 >= len(sample) * 2:
        for encoding, kind in (("utf-32-le", "<u4"), ("utf-32-be", ">u4")):
            points = np.frombuffer(sample, kind)
            if points.max() <= 0x10FFFF and _TABLE[np.minimum(points, 0xFFFF)].mean() >= _PLAUSIBLE:
                return encoding
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if len(sample) < 4 or _is_bytes_with_nuls(sample):
        return None
    even, odd = np.frombuffer(sample[::2], np.uint8), np.frombuffer(sample[1::2], np.uint8)
    # The upper halves of characters repeat; NULs (the upper halves of ASCII) tell best, the number of different values next.
    zeros_even, zeros_odd = float((even == 0).mean()), float((odd == 0).mean())
    by_zeros = abs(zeros_even - zeros_odd) > _ZEROS
    little = zeros_odd > zeros_even if by_zeros else len(np.unique(odd)) < len(np.unique(even))
    units = np.frombuffer(sample, "<u2" if little else ">u2")
    if len(units) > _LONG and len(np.unique(units)) < _VARIETY:
        return None
    surrogates = (units >= 0xD800) & (units <= 0xDFFF)  # emoji and rare ideographs
    if (_TABLE[units] | surrogates).mean() < _PLAUSIBLE or surrogates.mean() > 1 - _PLAUSIBLE:
        return None
    return "utf-16-le" if little else "utf-16-be"


def _is_bytes_with_nuls(sample: bytes) -> bool:
    """Whether a sample is text of one byte a character (or UTF-8) with NUL or control characters here and there."""
    without = sample.replace(b"\x00", b"")
    if len(without) < 0.7 * len(sample):
        return False
    counts = np.bincount(np.frombuffer(without, np.uint8), minlength=256)
    controls = int(counts[:9].sum() + counts[0x0E:0x1A].sum())
    if int(counts[:0x20].max()) > 0.2 * len(without) or controls > _STRAY * len(without):
        return False
    try:
        without.decode("utf-8")
    except UnicodeDecodeError as error:
        letters = int(counts[0x41:0x5B].sum() + counts[0x61:0x7B].sum() + counts[0x20])
        return error.start >= len(without) - 3 or letters > _LATIN * len(without)
    return True
