"""A linear tagger for names: a score a label for every token that may be in a name, the best sequence by Viterbi."""

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
    OWN,
    SLOTS,
    Bools,
    Ints,
    Layout,
    conjunctions,
    encoded,
    ending,
    ending_hashes,
    own_hashes,
    sort_features,
    sort_key,
    whole_hashes,
)
from newsetl.text.names_lists import stable_hash
from newsetl.text.names_phrases import KINDS, Phrase, Phrases
from newsetl.text.names_words import Word, Words

LABELS: Final = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
# Words remembered in one process; beyond it the memory is begun again (about 40 MB at the limit).
_MAX_WORDS: Final = 60_000
# A token is left out of the search where no name label comes within this score of "not a name".
_MARGIN: Final = 7.0
# Languages that were learned from made sentences only are read more boldly: real ones look less sure to the tagger.
_BOLD: Final = {"it": 0.5, "nl": 0.5, "ru": 1.0}
_MAX_SEGMENT: Final = 40
_HARD_STOPS: Final = frozenset(".!?…;\"«»“”:()[]•–—|")
_STOPS: Final = frozenset(".!?…;\"«»“”:()[]•–—|,/")

Floats = NDArray[np.float32]
_COUNT: Final = np.arange(1024)
_OFFSETS: Final = np.arange(-2, 3)[:, None]


#: What is kept of every word, a column each.
_COLUMNS: Final[dict[str, type]] = {
    "cap": np.bool_, "joiner": np.bool_, "stop": np.bool_, "hard": np.bool_, "head": np.bool_, "marked": np.bool_,
    "opens": np.int8, "signature": np.int32, "coarse": np.int32, "sort": np.int32,
}  # fmt: skip


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
        self.offsets: NDArray[np.int64] = np.cumsum([0, *map(len, tables[:-1])])[:, None]

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
        self._word_room = 4096
        for name, kind in _COLUMNS.items():
            setattr(self, name, np.zeros(self._word_room, kind))
        self._sorts: dict[tuple[object, ...], int] = {}
        self._sort_scores = np.zeros((len(SLOTS), 512, len(LABELS)), np.float32)
        self._raw: list[bytes] = []
        self._endings: list[bytes | None] = []
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
        marks, opens, weights = self.marks, self.phrases.opens, self.weights
        rows = []
        for word in self.described[first:]:
            self._raw.append(encoded(word.low))
            self._endings.append(ending(word))
            text, low, shape, kind = word.text, word.low, word.shape, word.kind
            initial = shape[0]
            mark = initial == "."
            handle = mark and text[:1] == "@" and len(text) > 1
            small = initial == "x"
            links = small and (kind in ("particle", "of_prep") or low in ("de", "of", "the"))
            rows.append((
                initial == "X" or shape == "xX" or handle,
                links or text == "&",
                mark and text in _STOPS,
                mark and text in _HARD_STOPS,
                small and kind in ("org_head", "geo_head"),
                marks is not None and initial in "Xx" and marks(word),
                opens(text, low, shape),
                weights.signatures.get(word.signature, 0) if weights else 0,
                weights.coarse.get(word.coarse, 0) if weights else 0,
                self._sort(word),
            ))  # fmt: skip
        for name, values in zip(_COLUMNS, zip(*rows, strict=True), strict=True):
            getattr(self, name)[first : len(self.described)] = values

    def scores(self, at: NDArray[np.int64]) -> Floats:
        """Scores of the labels, summed over the slots: ``at`` is the number of the word in each slot, ``(slots, tokens)``.

        -1 where there is none. Returns ``(tokens, labels)``.
        """
        room = self._word_room
        flat = np.where(at < 0, room - 1, at) + np.arange(len(SLOTS))[:, None] * room
        new = flat[~self._scored.reshape(-1)[flat]]
        if len(new):
            self._score(np.unique(new))
        found: Floats = self._scores.reshape(-1, len(LABELS))[flat].sum(0)
        return found

    def _score(self, new: NDArray[np.int64]) -> None:
        """Work out scores of words in slots, ``new`` of ``slot * room + word``, ascending."""
        assert self.weights is not None
        room = self._word_room
        hashes: list[int] = []
        starts: list[int] = []
        for slot, words in enumerate(np.split(new % room, np.searchsorted(new, np.arange(1, len(SLOTS)) * room))):
            numbers = words.tolist()
            if slot == OWN:
                for number in numbers:
                    starts.append(len(hashes))
                    hashes += own_hashes(self.described[number])
                continue
            wholes = whole_hashes([self._raw[number] for number in numbers], slot)
            if slot in BESIDE:
                endings = ending_hashes([self._endings[number] for number in numbers], slot)
                starts += range(len(hashes), len(hashes) + 2 * len(numbers), 2)
                hashes += itertools.chain.from_iterable(zip(wholes, endings, strict=True))
            else:
                starts += range(len(hashes), len(hashes) + len(numbers))
                hashes += wholes
        rows = self.weights.rows[self.weights.row_numbers(np.array(hashes, np.uint32))]
        shared = self._sort_scores[new // room, self.sort[new % room]]
        self._scores.reshape(-1, len(LABELS))[new] = np.add.reduceat(rows, np.array(starts), axis=0) + shared
        self._scored.reshape(-1)[new] = True

    def _sort(self, word: Word) -> int:
        """The number of its sort; what the sort scores in every slot is worked out once a sort."""
        weights = self.weights
        if weights is None:
            return 0
        key = sort_key(word)
        number = self._sorts.get(key)
        if number is None:
            number = self._sorts[key] = len(self._sorts)
            if number >= self._sort_scores.shape[1]:
                self._sort_scores = np.concatenate([self._sort_scores, np.zeros_like(self._sort_scores)], axis=1)
            for slot in range(len(SLOTS)):
                hashes = np.array([*map(stable_hash, sort_features(word, slot, self.words.language))], np.uint32)
                self._sort_scores[slot, number] = weights.rows[weights.row_numbers(hashes)].sum(0)
        return number


def _doubled(column: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([column, np.zeros_like(column)])


class Tokens:
    """The tokens of one text with what tagging needs."""

    __slots__ = ("described", "ends", "layout", "listed", "low_seen", "mid_seen", "phrases", "starts", "vocabulary", "words")

    def __init__(self, pieces: list[str], offset: int, vocabulary: Vocabulary) -> None:
        numbers = vocabulary.numbers(pieces)
        v = vocabulary
        lengths = np.fromiter(map(len, pieces), np.int32, len(pieces))
        self.vocabulary = v
        self.ends: Ints = np.cumsum(lengths, dtype=np.int32) + offset
        self.starts: Ints = self.ends - lengths + v.lead[numbers]
        self.words: Ints = v.word_of[numbers]
        words = self.words
        cap = v.cap[words]
        self.layout = Layout(cap, v.joiner[words], v.stop[words], v.hard[words], v.head[words], v.line[numbers])
        self._seen(cap)
        opens = v.opens[words]
        places = np.flatnonzero(opens)
        described = v.described
        self.described: list[Word] = [described[w] for w in words.tolist()]
        self.phrases: list[Phrase] = v.phrases.find(list(zip(places.tolist(), opens[places].tolist(), strict=True)), self.described)
        self.listed: Ints = np.zeros(len(words), np.int32)
        for first, last, kind, _, _ in self.phrases:
            number = KINDS.index(kind) * 3 + 1
            if first == last:
                self.listed[first] = number
            else:
                self.listed[first : last + 1] = number + 2
                self.listed[first] = number + 1

    def _seen(self, cap: Bools) -> None:
        v, words = self.vocabulary, self.words
        n = len(words)
        self.low_seen: Bools = np.zeros(n, np.bool_)
        self.mid_seen: Bools = np.zeros(n, np.bool_)
        places = np.flatnonzero(cap)
        if not len(places):
            return
        present = set(words.tolist())
        known, described = v.word_numbers, v.described
        low: dict[int, bool] = {}
        listed = words[places].tolist()
        for word in set(listed):
            twin = known.get(described[word].low)
            low[word] = twin is not None and twin in present
        middle = {w for w, s in zip(listed, self.layout.start[places].tolist(), strict=True) if not s}
        self.low_seen[places] = [low[w] for w in listed]
        self.mid_seen[places] = [w in middle for w in listed]


def emissions(tokens: Tokens, weights: Weights) -> tuple[NDArray[np.intp], Floats]:
    """The tokens that may be in a name, and the score of every label for each, ``(tokens, labels)``."""
    v, words, layout = tokens.vocabulary, tokens.words, tokens.layout
    n = len(words)
    places = np.flatnonzero(layout.active)
    # the word in each slot of each token; -1 where there is none
    at = np.empty((len(SLOTS), len(places)), np.int64)
    at[:5] = places + _OFFSETS
    outside = layout.run_length[places] == 0
    at[5] = np.where(outside, -1, layout.before[places])
    at[6] = np.where(outside, -1, layout.after[places])
    missing = (at < 0) | (at >= n)
    at[missing] = 0
    at = words[at].astype(np.int64)
    at[missing] = -1
    out = v.scores(at)
    kinds = conjunctions(v.signature[words], v.coarse[words], layout, tokens.low_seen, tokens.mid_seen, tokens.listed, weights.sizes)
    keys = np.array([keys[places] for keys, _ in kinds], np.int64)
    out += weights.pairs[weights.index[keys + weights.offsets]].sum(0)
    return places, out


def segments(active: Bools, line: Bools) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First token and length of each stretch of active tokens on one line, long ones cut."""
    starts, ends = active.copy(), active.copy()
    starts[1:] &= ~active[:-1] | line[1:]
    ends[:-1] &= ~active[1:] | line[1:]
    first, last = np.flatnonzero(starts), np.flatnonzero(ends)
    length = last - first + 1
    if len(length) and length.max() > _MAX_SEGMENT:
        cut = [
            (start + k, min(_MAX_SEGMENT, tokens - k))
            for start, tokens in zip(first.tolist(), length.tolist(), strict=True)
            for k in range(0, tokens, _MAX_SEGMENT)
        ]
        first, length = np.array([c[0] for c in cut]), np.array([c[1] for c in cut])
    return first, length


def viterbi(scores: Floats, active: Bools, line: Bools, weights: Weights) -> NDArray[np.int8]:
    """The best label sequence; tokens that are not active are ``O``."""
    out = np.zeros(len(scores), np.int8)
    first, length = segments(active, line)
    if not len(first):
        return out
    order = np.argsort(-length, kind="stable")
    first, length = first[order], length[order]
    steps = int(length[0])
    # how many segments are longer than each step
    longer = (len(first) - np.cumsum(np.bincount(length, minlength=steps + 1))).tolist()
    best = scores[first] + weights.first
    back: list[NDArray[np.intp]] = []
    alive = len(first)
    finals = np.zeros(len(first), np.intp)
    for step in range(1, steps):
        still = longer[step]
        if still < alive:
            finals[still:alive] = best[still:].argmax(1)
            alive = still
            best = best[:alive]
        reach = best[:, None, :] + weights.into
        choice = reach.argmax(2)
        back.append(choice)
        best = reach.max(2) + scores[first[:alive] + step]
    finals[:alive] = best.argmax(1)
    for step in range(steps - 1, -1, -1):
        alive = longer[step]
        out[first[:alive] + step] = finals[:alive]
        if step:
            rows = _COUNT[:alive] if alive <= len(_COUNT) else np.arange(alive)
            finals[:alive] = back[step - 1][rows, finals[:alive]]
    return out


def tag(tokens: Tokens, weights: Weights) -> tuple[NDArray[np.int8], Floats]:
    """A label number (index into :data:`LABELS`) for every token, and by how much it beats "not a name"."""
    n = len(tokens.words)
    if not n:
        return np.zeros(0, np.int8), np.zeros(0, np.float32)
    places, scores = emissions(tokens, weights)
    bold = _BOLD.get(tokens.vocabulary.words.language, 0.0)
    if bold:
        scores[:, 1:] += bold
    margin = scores[:, 1:].max(1) - scores[:, 0]
    # a token is left out where no name label comes near "not a name": transitions gain less
    near = margin > -_MARGIN
    places, scores = places[near], scores[near]
    line = tokens.layout.line[places]
    # tokens that do not follow one another in the text are apart here too
    if len(places):
        line[1:] |= np.diff(places) > 1
    labels = np.zeros(n, np.int8)
    labels[places] = viterbi(scores, np.ones(len(places), np.bool_), line, weights)
    margins = np.zeros(n, np.float32)
    margins[places] = margin[near]
    return labels, margins
