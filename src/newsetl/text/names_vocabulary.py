"""What is remembered of the words of one language: their kinds, and what they score beside a token that may be in a name."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsetl.text.names_features import (
    BESIDE,
    NO_FEATURE,
    OWN,
    SLOTS,
    Bools,
    Ints,
    encoded,
    ending,
    ending_hashes,
    own_hashes,
    sort_features,
    whole_hashes,
)
from newsetl.text.names_lists import stable_hash
from newsetl.text.names_phrases import Phrases
from newsetl.text.names_words import Word, Words

LABELS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
# Words of a language remembered in one process; beyond it the memory is begun again. Tables have room for 32,768 then
# (about 20 MB); twice as many would take 1.5 % off the time of reading, and a fourth more memory in a long run.
_MAX_WORDS: Final = 32_000
_HARD_STOPS: Final = frozenset(".!?…;\"«»“”:()[]•–—|")
_STOPS: Final = frozenset(".!?…;\"«»“”:()[]•–—|,/")

Floats = NDArray[np.float32]
#: What all words of a sort have in common, a column each; kept with every word too.
_SORT_COLUMNS: Final[dict[str, type]] = {
    "cap": np.bool_, "joiner": np.bool_, "stop": np.bool_, "hard": np.bool_, "head": np.bool_, "signature": np.int32, "coarse": np.int32,
}  # fmt: skip
_COLUMNS: Final[dict[str, type]] = _SORT_COLUMNS | {"marked": np.bool_, "opens": np.int8, "sort": np.int32, "twin": np.int32}
_SLOTS: Final = np.arange(len(SLOTS))[:, None]
_LINKS: Final = frozenset(("de", "of", "the"))


class Weights:
    """The weights as trained: rows by feature hash, rows by conjunction, transitions."""

    def __init__(self, packed: Any) -> None:
        self.scale = float(packed["scale"])
        self.keys: NDArray[np.uint32] = packed["keys"]
        self.rows: Floats = np.vstack([packed["rows"].astype(np.float32) * self.scale, np.zeros((1, len(LABELS)), np.float32)])
        self.transitions: Floats = packed["transitions"].astype(np.float32)
        self.into: Floats = np.ascontiguousarray(self.transitions.T)
        self.first: Floats = packed["first"].astype(np.float32)
        self.signatures: dict[str, int] = {name: i + 1 for i, name in enumerate(packed["signatures"].tolist())}
        self.coarse: dict[str, int] = {name: i + 1 for i, name in enumerate(packed["coarse"].tolist())}
        self.sizes = (len(self.signatures) + 1, len(self.coarse) + 1)
        # conjunctions: one flat row table and, a kind, an index of its whole range into it
        count = int(packed["kinds"])
        self.pairs: Floats = np.vstack([np.zeros((1, len(LABELS)), np.float32), packed["pair_rows"].astype(np.float32) * self.scale])
        tables: list[NDArray[np.int32]] = []
        places = np.arange(1, len(packed["pair_keys"]) + 1, dtype=np.int32)
        for kind in range(count):
            mine = packed["pair_kinds"] == kind
            table = np.zeros(int(packed["pair_sizes"][kind]), np.int32)
            table[packed["pair_keys"][mine]] = places[mine]
            tables.append(table)
        self.index: NDArray[np.int32] = np.concatenate(tables)
        self.offsets: NDArray[np.int64] = np.cumsum([0, *map(len, tables[:-1])])

    def row_numbers(self, hashes: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Row of each feature hash; the last row, all zero, where it was never seen."""
        if not len(self.keys):
            return np.zeros(len(hashes), np.int64)
        found = np.searchsorted(self.keys, hashes)
        found[found == len(self.keys)] = 0
        return np.where(self.keys[found] == hashes, found, len(self.keys))


@functools.cache
def load_weights() -> Weights | None:
    """The weights of the package; ``None`` where they were not built."""
    path = resources.files("newsetl.text").joinpath("data/names_weights.npz")
    if not path.is_file():
        return None
    with path.open("rb") as lines, np.load(lines) as packed:
        return Weights(packed)


class _Pieces(dict[str, int]):
    """Piece -> its number; a new piece gets the next one and is described later, all new ones at once."""

    def __init__(self) -> None:
        super().__init__()
        self.new: list[str] = []

    def __missing__(self, piece: str) -> int:
        number = len(self)
        self[piece] = number
        self.new.append(piece)
        return number


class Vocabulary:
    """All that is remembered of the words of one language: flags, signatures and their scores in every slot."""

    cap: Bools
    joiner: Bools
    stop: Bools
    hard: Bools
    head: Bools
    marked: Bools
    opens: NDArray[np.int8]
    signature: Ints
    coarse: Ints
    sort: Ints
    twin: Ints

    def __init__(
        self, words: Words, phrases: Phrases, weights: Weights | None, marks: Callable[[Word], bool] | None = None
    ) -> None:
        """``marks`` tells the words to be flagged in :attr:`marked` for the caller's own use."""
        self.words = words
        self.marks = marks
        self.phrases = phrases
        self.weights = weights
        self.clear()

    def clear(self) -> None:
        """Forget all words."""
        self.pieces = _Pieces()
        self.described: list[Word] = []
        self._room = 4096
        self.lead = np.zeros(self._room, np.int32)
        self.word_of = np.zeros(self._room, np.int32)
        self.line = np.zeros(self._room, np.bool_)
        self.word_numbers: dict[str, int] = {}
        self._alone: dict[str, list[int]] = {}  # words whose form in small letters was not met yet
        self._word_room = 4096
        for name, kind in _COLUMNS.items():
            setattr(self, name, np.zeros(self._word_room, kind))
        self._sorts = 0  # known so far
        self._sort_columns: dict[str, NDArray[Any]] = {name: np.zeros(512, kind) for name, kind in _SORT_COLUMNS.items()}
        self._sort_scores = np.zeros((len(SLOTS), 512, len(LABELS)), np.float32)
        # a word's scores in a slot are worked out when it first stands there beside a token that may be in a name
        self._scores = np.zeros((len(SLOTS), self._word_room, len(LABELS)), np.float32)
        self._scored = np.zeros((len(SLOTS), self._word_room), np.bool_)
        self._scored[:, -1] = True  # no word

    def numbers(self, pieces: list[str]) -> Ints:
        """The number of each piece, new ones described."""
        if len(self.pieces) > _MAX_WORDS:
            self.clear()
        numbers = np.fromiter(map(self.pieces.__getitem__, pieces), np.int32, len(pieces))
        if self.pieces.new:
            self._describe()
        return numbers

    def _describe(self) -> None:
        new, self.pieces.new = self.pieces.new, []
        first = len(self.pieces) - len(new)
        while len(self.pieces) >= self._room:
            self._room *= 2
            for name in ("lead", "word_of", "line"):
                setattr(self, name, _doubled(getattr(self, name)))
        raws = list(map(str.lstrip, new))
        leads = [len(piece) - len(raw) for piece, raw in zip(new, raws, strict=True)]
        known, count = self.word_numbers, len(self.described)
        fresh = [raw for raw in dict.fromkeys(raws) if raw not in known]
        known.update(zip(fresh, itertools.count(count)))
        numbers = list(map(known.__getitem__, raws))
        self.described += self.words.describe(fresh)
        stop = first + len(new)
        self.lead[first:stop] = leads
        self.word_of[first:stop] = numbers
        self.line[first:stop] = [lead > 0 and "\n" in piece for piece, lead in zip(new, leads, strict=True)]
        if fresh:
            self._flag(count)

    def _flag(self, first: int) -> None:
        """Fill the columns of the words from number ``first`` on."""
        while len(self.described) >= self._word_room:
            self._word_room *= 2
            for name in _COLUMNS:
                setattr(self, name, _doubled(getattr(self, name)))
            self._scored[:, -1] = False
            self._scores = np.concatenate([self._scores, np.zeros_like(self._scores)], axis=1)
            self._scored = np.concatenate([self._scored, np.zeros_like(self._scored)], axis=1)
            self._scored[:, -1] = True
        if self._sorts < len(self.words.sorts):
            self._add_sorts()
        fresh = self.described[first:]
        last = len(self.described)
        sorts = np.array([word.sort for word in fresh])
        for name in _SORT_COLUMNS:
            getattr(self, name)[first:last] = self._sort_columns[name][sorts]
        self.sort[first:last] = sorts
        opens = self.phrases.opens
        self.opens[first:last] = [opens(word.text, word.low, word.shape) for word in fresh]
        self._pair(fresh, first)
        marks = self.marks
        if marks is not None:
            self.marked[first:last] = [word.shape[0] in "Xx" and marks(word) for word in fresh]
        for number, word in enumerate(fresh, first):
            if word.low in _LINKS and word.shape[0] == "x":
                self.joiner[number] = True
            elif word.shape == "." and word.text[:1] == "@" and len(word.text) > 1:
                self.cap[number] = True  # a handle

    def _pair(self, fresh: list[Word], first: int) -> None:
        """Fill :attr:`twin`: the number of each word in small letters; -1, as :attr:`no_word`, where that was not met."""
        known, alone = self.word_numbers, self._alone
        twins = [known.get(word.low, -1) for word in fresh]
        self.twin[first : first + len(fresh)] = twins
        for number, (word, other) in enumerate(zip(fresh, twins, strict=True), first):
            if other < 0:
                alone.setdefault(word.low, []).append(number)
            elif other == number and word.low in alone:
                self.twin[alone.pop(word.low)] = number

    def _add_sorts(self) -> None:
        """What the words of each new sort have in common: the first word of a sort tells it."""
        columns, weights, first, count = self._sort_columns, self.weights, self._sorts, len(self.words.sorts)
        while count > len(columns["cap"]):
            for name in _SORT_COLUMNS:
                columns[name] = _doubled(columns[name])
            self._sort_scores = np.concatenate([self._sort_scores, np.zeros_like(self._sort_scores)], axis=1)
        words = self.words.sorts[first:]
        for number, word in enumerate(words, first):
            initial, mark = word.shape[:1], word.text[:1]
            columns["cap"][number] = initial == "X" or word.shape == "xX"
            columns["joiner"][number] = (initial == "x" and word.kind in ("particle", "of_prep")) or (initial == "." and mark == "&")
            columns["stop"][number] = initial == "." and mark in _STOPS
            columns["hard"][number] = initial == "." and mark in _HARD_STOPS
            columns["head"][number] = initial == "x" and word.kind in ("org_head", "geo_head")
            if weights is not None:
                columns["signature"][number] = weights.signatures.get(word.signature, 0)
                columns["coarse"][number] = weights.coarse.get(word.coarse, 0)
        if weights is not None:
            hashes: list[int] = []
            starts: list[int] = []
            for slot in range(len(SLOTS)):
                for word in words:
                    starts.append(len(hashes))
                    hashes.append(NO_FEATURE)  # a sort may have none
                    hashes += map(stable_hash, sort_features(word, slot, self.words.language))
            scores = np.add.reduceat(weights.rows.take(weights.row_numbers(np.array(hashes, np.uint32)), axis=0), np.array(starts), axis=0)
            self._sort_scores[:, first:count] = scores.reshape(len(SLOTS), len(words), len(LABELS))
        self._sorts = count

    @property
    def no_word(self) -> int:
        """The number that no word has."""
        return self._word_room - 1

    def scores(self, at: NDArray[np.int64]) -> Floats:
        """Scores of the labels, summed over the slots: ``at`` is the number of the word in each slot, ``(slots, tokens)``.

        :attr:`no_word` where there is none. Returns ``(tokens, labels)``.
        """
        flat = at + _SLOTS * self._word_room
        new = flat[~self._scored.reshape(-1).take(flat)]
        if len(new):
            self._score(np.unique(new))
        rows = self._scores.reshape(-1, len(LABELS))
        found: Floats = rows.take(flat[0], axis=0)
        for slot in flat[1:]:
            found += rows.take(slot, axis=0)
        return found

    def _score(self, new: NDArray[np.int64]) -> None:
        """Work out scores of words in slots, ``new`` of ``slot * room + word``, ascending."""
        assert self.weights is not None
        room, described = self._word_room, self.described
        hashes: list[int] = []
        starts: list[int] = []
        for slot, words in enumerate(np.split(new % room, np.searchsorted(new, np.arange(1, len(SLOTS)) * room))):
            numbers = words.tolist()
            if slot == OWN:
                for number in numbers:
                    starts.append(len(hashes))
                    hashes += own_hashes(described[number])
                continue
            wholes = whole_hashes([encoded(described[number].low) for number in numbers], slot)
            if slot in BESIDE:
                endings = ending_hashes([ending(described[number]) for number in numbers], slot)
                starts += range(len(hashes), len(hashes) + 2 * len(numbers), 2)
                hashes += itertools.chain.from_iterable(zip(wholes, endings, strict=True))
            else:
                starts += range(len(hashes), len(hashes) + len(numbers))
                hashes += wholes
        rows = self.weights.rows.take(self.weights.row_numbers(np.array(hashes, np.uint32)), axis=0)
        shared = self._sort_scores[new // room, self.sort[new % room]]
        self._scores.reshape(-1, len(LABELS))[new] = np.add.reduceat(rows, np.array(starts), axis=0) + shared
        self._scored.reshape(-1)[new] = True


def _doubled(column: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([column, np.zeros_like(column)])
