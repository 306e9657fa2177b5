"""A linear tagger for names: a score a label for every token that may be in a name, the best sequence by Viterbi."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsetl.text.names_features import SLOTS, Bools, Ints, Layout, conjunctions
from newsetl.text.names_phrases import KINDS, Phrase
from newsetl.text.names_vocabulary import LABELS, Floats, Vocabulary, Weights, load_weights
from newsetl.text.names_words import Word

__all__ = ["LABELS", "Tokens", "Vocabulary", "Weights", "load_weights", "segments", "tag"]

# A token is left out of the search where no name label comes within this score of "not a name".
_MARGIN: Final = 7.0
# Languages that were learned from made sentences only are read more boldly: real ones look less sure to the tagger; where made
# and real ones were learned together, more carefully.
_BOLD: Final = {"nl": 0.5, "ru": 1.0, "en": -0.3, "de": -0.3}
_MAX_SEGMENT: Final = 40
_COUNT: Final = np.arange(1024)
_OFFSETS: Final = np.arange(-2, 3)[:, None]


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
    # the word in each slot of each token
    at = np.empty((len(SLOTS), len(places)), np.int64)
    at[:5] = places + _OFFSETS
    outside = layout.run_length[places] == 0
    at[5] = np.where(outside, -1, layout.before[places])
    at[6] = np.where(outside, -1, layout.after[places])
    at[(at < 0) | (at >= n)] = n
    out = v.scores(np.append(words, v.no_word)[at])
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
