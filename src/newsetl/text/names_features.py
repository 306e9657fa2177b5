"""The features of the name tagger: what a word says by its place beside the token to be tagged, and what lies between.

One code makes them for training and for tagging. A word's own features are made once a word; features of neighbours' kinds
are small whole numbers worked out for all tokens of a text at once.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsetl.text.names_phrases import KINDS
from newsetl.text.names_words import LONG, Word

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

#: Where a word stands towards the token: two before … two after, before and after the run of capitals that it is in.
SLOTS: Final = (-2, -1, 0, 1, 2, "before", "after")
_SLOT_MARK: Final = ("a", "b", "c", "d", "e", "f", "g")
#: Numbers that a token's part in a listed name takes: nothing, or a kind as single word, beginning or inside.
LISTED: Final = 3 * len(KINDS) + 1
_crc = zlib.crc32
#: The hash of nothing: no feature has a row under it.
NO_FEATURE: Final = 0

def encoded(text: str) -> bytes:
    """As hashes are made of it."""
    return text.encode("utf-8", "surrogatepass")


#: Where the hash of a feature begins: behind its mark.
_SEEDS: Final = [(_crc(f"{mark}w".encode()), _crc(f"{mark}3".encode())) for mark in _SLOT_MARK]
_SUFFIXES: Final = [(n, _crc(f"c{n}".encode())) for n in (1, 2, 3, 4)]
_PREFIXES: Final = [(n, _crc(f"cp{n}".encode())) for n in (2, 3, 4)]
_HEAD, _TAIL = _crc(b"cH"), _crc(b"ct")
#: The slot of the token itself, and those right before and after it.
OWN: Final = 2
BESIDE: Final = (1, 3)


def own_hashes(word: Word) -> list[int]:
    """Hashes of the features of the word's own form in its own slot.

    A feature is a mark and a piece of the word, ``cw`` and the whole of it for one; the hash goes on from that of the mark.
    """
    spell, first = word.spell, word.shape[0]
    whole, ending = _SEEDS[OWN]
    raw = encoded(spell)
    out = [_crc(raw, whole)]
    if first in "d.":
        return out
    if first == "x":
        out.append(_crc(encoded(spell[-3:]), ending))
        return out
    if len(raw) == len(spell):
        out.extend(_crc(raw[-n:], seed) for n, seed in _SUFFIXES if len(raw) > n)
        out.extend(_crc(raw[:n], seed) for n, seed in _PREFIXES if len(raw) > n)
    else:
        out.extend(_crc(encoded(spell[-n:]), seed) for n, seed in _SUFFIXES if len(spell) > n)
        out.extend(_crc(encoded(spell[:n]), seed) for n, seed in _PREFIXES if len(spell) > n)
    if "-" in spell:
        head, tail = spell.split("-", 1)
        out.extend((_crc(encoded(head), _HEAD), _crc(encoded(tail[-4:]), _TAIL)))
    return out


def whole_hashes(raws: Iterable[bytes], slot: int) -> list[int]:
    """The hash of the one feature that each of the words (encoded, lower case) has in a slot that is not its own."""
    seed = _SEEDS[slot][0]
    return [_crc(raw, seed) for raw in raws]


def ending_hashes(endings: Iterable[bytes | None], slot: int) -> list[int]:
    """The same of endings (see :func:`ending`), right before or after the token; :data:`NO_FEATURE` where there is none."""
    seed = _SEEDS[slot][1]
    return [NO_FEATURE if ending is None else _crc(ending, seed) for ending in endings]


def ending(word: Word) -> bytes | None:
    """The last three letters, encoded; ``None`` of figures and marks."""
    return None if word.shape[0] in "d." else encoded(word.spell[-3:])


def form_hashes(word: Word, slot: int) -> list[int]:
    """Hashes of all features of the word's own form; ``slot`` is an index into :data:`SLOTS`."""
    if slot == OWN:
        return own_hashes(word)
    tail = ending(word) if slot in BESIDE else None
    return whole_hashes([encoded(word.low)], slot) + ([] if tail is None else ending_hashes([tail], slot))


def sort_features(word: Word, slot: int, language: str) -> list[str]:
    """Features of what sort of word it is, shared by all words of one :attr:`Word.sort`."""
    shape, mark = word.shape, _SLOT_MARK[slot]
    out = [f"{mark}|{word.signature}"]
    if slot != OWN:
        if slot in BESIDE:
            out.append(f"{mark}~{word.coarse}")
            if shape[0] not in "d.":
                out.extend(f"{mark}l{name}" for name in word.lists)
        return out
    if shape in (".", "d", "d4"):
        return out
    out += ["cs" + shape, ("cg" if language == "de" else "ch") + shape]
    out.extend("cl" + name for name in word.lists)
    if shape[0] != "x":
        out.append("cL" + ",".join(word.lists))
        out.append(f"cn{min(len(word.spell), LONG)}{shape}")
        if word.kind:
            out.append("ck" + word.kind + shape)
    return out


class Layout:
    """Index arrays over the tokens of one text that features and segments are taken from."""

    __slots__ = ("active", "after", "before", "cap", "line", "run_first", "run_length", "run_place", "start")

    def __init__(self, cap: Bools, joiner: Bools, stop: Bools, hard: Bools, head: Bools, line: Bools) -> None:
        """Flags of each token: ``cap`` capitalised, ``joiner`` may link capitals, ``stop`` ends a name, ``hard`` a sentence
        begins after it, ``head`` a listed head of organisations or places, ``line`` the first of its line."""
        n = len(cap)
        place = np.arange(n, dtype=np.int32)
        self.line = line
        previous_cap = np.zeros(n, dtype=np.bool_)
        previous_cap[1:] = cap[:-1] & ~line[1:]
        next_cap = np.zeros(n, dtype=np.bool_)
        next_cap[:-1] = cap[1:] & ~line[1:]
        inside = cap | (joiner & previous_cap & next_cap)
        # runs of capitals
        first = inside.copy()
        first[1:] &= ~inside[:-1] | line[1:]
        last = inside.copy()
        last[:-1] &= ~inside[1:] | line[1:]
        self.run_first = np.maximum.accumulate(np.where(first, place, 0)).astype(np.int32)
        run_last = np.minimum.accumulate(np.where(last, place, n - 1)[::-1])[::-1].astype(np.int32)
        self.before = np.where(inside, self.run_first - 1, -1).astype(np.int32)
        self.after = np.where(inside, run_last + 1, n).astype(np.int32)
        self.run_length = np.where(inside, np.minimum(run_last - self.run_first + 1, 5), 0).astype(np.int32)
        self.run_place = np.where(inside, np.minimum(place - self.run_first, 3), 0).astype(np.int32)
        self.cap = cap
        # sentence starts: after a hard stop, marks that only open something left out
        self.start = np.zeros(n, dtype=np.bool_)
        if n:
            self.start[0] = True
            self.start[1:] = hard[:-1] | line[1:]
        # tokens that may be in a name: near a capital, between two, or after a listed head, with no stop between
        far = -1_000
        block = np.cumsum(stop) + np.cumsum(line)
        last_cap = np.maximum.accumulate(np.where(cap, place, far))
        coming = np.minimum.accumulate(np.where(cap, place, n + 1_000)[::-1])[::-1]
        same_before = (last_cap >= 0) & (block[np.maximum(last_cap, 0)] == block)
        same_after = (coming < n) & (block[np.minimum(coming, n - 1)] == block)
        gap_before, gap_after = place - last_cap, coming - place
        last_head = np.maximum.accumulate(np.where(head, place, far))
        after_head = (last_head >= 0) & (block[np.maximum(last_head, 0)] == block) & (place - last_head <= 6)
        self.active = (
            cap
            | (same_before & (gap_before <= 2))
            | (same_before & same_after & (gap_before + gap_after <= 7))
            | after_head
            | (same_after & (gap_after <= 1) & joiner)
        ) & ~stop


#: Conjunctions of kinds: the name and what they join; each is a whole number below its size.
def conjunctions(
    signature: Ints, coarse: Ints, layout: Layout, low_seen: Bools, mid_seen: Bools, listed: Ints, sizes: tuple[int, int]
) -> list[tuple[Ints, int]]:
    """For every token, one number a conjunction, with the size of its range."""
    big, small = sizes

    def shift(values: Ints, by: int) -> Ints:
        out = np.zeros_like(values)
        if by > 0:
            out[by:] = values[:-by] if by < len(values) else 0
        else:
            out[:by] = values[-by:]
        return out

    def at(values: Ints, places: Ints) -> Ints:
        inside = (places >= 0) & (places < len(values))
        return np.where(inside, values[np.clip(places, 0, len(values) - 1)], 0)

    s_1, s1 = shift(signature, 1), shift(signature, -1)
    c_1, c1, c_2, c2 = shift(coarse, 1), shift(coarse, -1), shift(coarse, 2), shift(coarse, -2)
    flags = layout.start.astype(np.int32) * 4 + low_seen * 2 + mid_seen
    before, after = at(coarse, layout.before), at(coarse, layout.after)
    shape_of_run = layout.run_length * 4 + layout.run_place
    return [
        (s_1 * big + signature, big * big),
        (signature * big + s1, big * big),
        (flags * big + signature, 8 * big),
        ((c_1 * small + coarse) * small + c1, small**3),
        ((c_2 * small + c_1) * small + coarse, small**3),
        ((coarse * small + c1) * small + c2, small**3),
        (shape_of_run * small + coarse, 24 * small),
        ((before * small + coarse) * small + after, small**3),
        ((before * 6 + layout.run_length) * 4 + layout.run_place, small * 24),
        ((after * 6 + layout.run_length) * 4 + layout.run_place, small * 24),
        (listed * big + signature, LISTED * big),
        (listed * small + c_1, LISTED * small),
        (listed * small + c1, LISTED * small),
    ]
