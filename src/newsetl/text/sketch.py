"""A sketch of a text: what finds its copies and the other reports of its event without comparing all with all.

Words are runs of letters and digits, folded (case and accents taken off); a sign of a script without spaces is a word of
its own. Word hashes come from one polynomial over the code points (mod 2**64), so everything is a dozen numpy passes and
the same in every process. The *shingles* are hashes of four words in a row; the smallest of them are a fair sample of all
(bottom-k): the share of common values estimates the Jaccard index, and with the counts the containment.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsetl.text.model import Sentence

VERSION = "1"

BANDS = 16  # smallest shingles, looked up to find candidates: copies that share a third miss all of them once in 600
SKETCH = 64  # smallest shingles compared: standard error of an index of one half is 0.06
TERMS = 48  # words kept as terms of the event
_TERM_LETTERS = 5  # shorter words are mostly function words
_LEAD_WORDS = 120  # words at the start that count more: news says first what happened
_GRAM = 4  # words a shingle
_LEFT_OUT = ("byline", "caption", "link")  # blocks that differ between printings of one text

_BASE = 0x9E3779B97F4A7C15 | 1  # odd, so that it has an inverse mod 2**64
_INVERSE = pow(_BASE, -1, 1 << 64)
_GRAM_FACTORS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xC2B2AE3D27D4EB4F)
_HALF, _LOW, _HIGH = np.uint64(32), np.uint64(0xFFFFFFFF), np.uint64(0xFFFFFFFF00000000)
_MANY = 1 << 40  # more than any text has words
_SPACELESS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))

U64 = NDArray[np.uint64]


class Sketch(NamedTuple):
    """One row of ``core.sketches``; hashes are 31-bit (shingles) and signed 32-bit (terms) numbers."""

    content_hash: int  # of the body without white space
    shingle_count: int  # distinct shingles
    bands: list[int]  # the BANDS smallest, ascending
    shingles: list[int]  # the ones after them, up to SKETCH in all
    terms: list[int]  # longer words, the most telling first


@cache
def _folding() -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """For each code point of the basic plane the folded letter (0 for no word character), and whether it is a word alone."""
    letters = np.zeros(0x10000, dtype=np.uint32)
    for code in range(0x10000):
        char = chr(code)
        if char.isalnum():
            folded = unicodedata.normalize("NFKD", char.lower())
            letters[code] = ord(folded[0]) if folded[0].isalnum() else code
    alone = np.zeros(0x10000, dtype=np.bool_)
    for first, last in _SPACELESS:
        alone[first : last + 1] = letters[first : last + 1] != 0
    return letters, alone


_powers: list[U64] = []


def _powers_to(size: int) -> tuple[U64, U64]:
    """Powers of the base and of its inverse, 0 to at least ``size``."""
    if not _powers or len(_powers[0]) < size:
        length = max(8192, 1 << (size - 1).bit_length())
        both = []
        for base in (_BASE, _INVERSE):
            factors = np.full(length, base, dtype=np.uint64)
            factors[0] = 1
            both.append(np.multiply.accumulate(factors))
        _powers[:] = both
    return _powers[0], _powers[1]


def _mix(values: U64) -> U64:
    """Spread the bits of hashes (finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def word_hashes(text: str, left_out: Sequence[tuple[int, int]] = ()) -> tuple[U64, NDArray[np.int64]]:
    """Hash and length of each word of ``text``, in order; spans in ``left_out`` are skipped."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters, alone_at = _folding()
    highest = int(codes.max()) if len(codes) else 0
    if highest > 0xFFFF:
        codes = np.minimum(codes, np.uint32(0xFFFF))  # beyond the basic plane: no word (emoji, rare signs)
    folded = letters.take(codes)
    for start, end in left_out:
        folded[start:end] = 0
    word = folded != 0
    before = np.empty_like(word)
    before[:1], before[1:] = False, word[:-1]
    starts = word & ~before
    ends = ~word & before
    if highest >= _SPACELESS[0][0] and (alone := alone_at.take(codes) & word).any():
        starts[1:] |= word[1:] & (alone[1:] | alone[:-1])
        starts |= alone
        ends[1:] |= alone[:-1] | (alone[1:] & before[1:])
    first = starts.nonzero()[0]
    last = ends.nonzero()[0]
    if len(last) < len(first):
        last = np.append(last, len(codes))
    powers, inverses = _powers_to(len(codes) + 1)
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(folded * powers[: len(codes)], out=sums[1:])
    return _mix((sums.take(last) - sums.take(first)) * inverses.take(first)), last - first


def sketch(text: str, sentences: Sequence[Sentence]) -> list[Sketch]:
    """The one row of a document's body (the span of its ``sentences``); its lists are empty where there are no words."""
    if not sentences:
        return [Sketch(0, 0, [], [], [])]
    start, end = sentences[0].char_start, sentences[-1].char_end
    body = text[start:end]
    left_out = [(s.char_start - start, s.char_end - start) for s in sentences if s.kind in _LEFT_OUT]
    digest = hashlib.blake2b("".join(body.split()).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    content_hash = int.from_bytes(digest, "little", signed=True)
    words, lengths = word_hashes(body, left_out)
    if not len(words):
        return [Sketch(content_hash, 0, [], [], [])]
    shingles = _shingles(words)
    smallest = shingles[:SKETCH].tolist()
    return [Sketch(content_hash, len(shingles), smallest[:BANDS], smallest[BANDS:], _terms(words, lengths))]


def _shingles(words: U64) -> U64:
    """Distinct hashes of four words in a row, ascending, below 2**31; of fewer words where there are no four.

    Among the 64 of two texts one in a million pairs shares one by chance: longer hashes would tell no more and take twice the room.
    """
    size = min(_GRAM, len(words))
    count = len(words) - size + 1
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total += words[place : place + count] * np.uint64(_GRAM_FACTORS[place])
    found = _mix(total) >> np.uint64(33)
    found.sort()
    return found[_firsts(found)]


def _firsts(ordered: U64) -> NDArray[np.bool_]:
    """Where a value differs from the one before it."""
    new = np.empty(len(ordered), dtype=np.bool_)
    new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return new


def _terms(words: U64, lengths: NDArray[np.int64]) -> list[int]:
    """Longer words by how often and how early they stand; ties by place. 32 bits of their hashes."""
    places = (lengths >= _TERM_LETTERS).nonzero()[0]
    if not len(places):
        return []
    # hash and place in one number: sorting groups equal words and leaves their first place in front
    keyed = (words[places] & _HIGH) | places.view(np.uint64)
    keyed.sort()
    hashes = keyed >> _HALF
    begins = _firsts(hashes).nonzero()[0]
    first = (keyed[begins] & _LOW).view(np.int64)
    counts = np.empty_like(begins)
    counts[:-1] = begins[1:] - begins[:-1]
    counts[-1] = len(hashes) - begins[-1]
    # at most 4 for how often, 2 for standing in the lead; then by place
    rank = first - (np.minimum(counts, 4) + 2 * (first < _LEAD_WORDS)) * _MANY
    chosen = begins[np.argsort(rank)[:TERMS]]
    found: list[int] = hashes[chosen].astype(np.uint32).view(np.int32).tolist()
    return found
