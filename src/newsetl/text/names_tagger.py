"""A linear tagger for names: a score a label for every token that may be in a name, the best sequence by Viterbi."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsetl.text.names_features import SLOTS, Bools, Ints, Layout, conjunctions
from newsetl.text.names_phrases import KINDS, MAX_TOWN, OPENS_TOWN, Phrase
from newsetl.text.names_vocabulary import LABELS, Floats, Vocabulary, Weights, load_weights
from newsetl.text.names_words import Word

__all__ = ["LABELS", "Tokens", "Vocabulary", "Weights", "load_weights", "segments", "tag"]

# A token is left out of the search where no name label comes within this score of "not a name".
_MARGIN: Final = 7.0
# Languages that were learned from made sentences only are read more boldly: real ones look less sure to the tagger; where made
# and real ones were learned together, more carefully.
_BOLD: Final = {"nl": 0.5, "ru": 1.0, "en": -0.3, "de": -0.3}
_MAX_SEGMENT: Final = 40
_GAP: Final = 2  # as far as a feature looks
_OFFSETS: Final = np.arange(-2, 3)[:, None]


class Tokens:
    """The tokens of several texts, one after the other, with what tagging needs.

    Arrays over all texts at once, because a hundred calls of numpy a text cost more than what they compute. Between two texts
    stand :data:`_GAP` tokens that are no word, so that nothing beside a text's first or last token is seen from it.
    """

    __slots__ = (
        "bounds", "described", "ends", "layout", "listed", "low_seen", "mid_seen", "phrases", "starts", "vocabulary", "words",
    )  # fmt: skip

    def __init__(self, texts: Sequence[tuple[list[str], int]], vocabulary: Vocabulary) -> None:
        """``texts``: the pieces of each, and where in its document they begin."""
        v = vocabulary
        pieces = list(chain.from_iterable(text for text, _ in texts))
        numbers = v.numbers(pieces)
        counts = np.array([len(text) for text, _ in texts])
        past = np.cumsum(counts + _GAP)
        firsts = past - counts - _GAP
        n = int(past[-1]) - _GAP
        #: First and last token of each text, the last one exclusive.
        self.bounds: list[tuple[int, int]] = list(zip(firsts.tolist(), (firsts + counts).tolist(), strict=True))
        self.vocabulary = v
        lengths = np.fromiter(map(len, pieces), np.int32, len(pieces))
        ends = np.cumsum(lengths, dtype=np.int32)
        before = np.concatenate([[0], ends])[np.cumsum(counts) - counts]  # characters of the texts in front
        ends += np.repeat(np.array([offset for _, offset in texts], np.int32) - before.astype(np.int32), counts)
        at = np.arange(len(pieces)) + np.repeat(firsts - (np.cumsum(counts) - counts), counts)
        between = np.ones(n, np.bool_)
        between[at] = False

        def spread(values: NDArray[Any], where_none: int = 0) -> NDArray[Any]:
            if len(values) == n:
                return values
            out = np.full(n, where_none, values.dtype)
            out[at] = values
            return out

        self.ends: Ints = spread(ends)
        self.starts: Ints = spread(ends - lengths + v.lead.take(numbers))
        self.words: Ints = spread(v.word_of.take(numbers), v.no_word)
        words = self.words
        cap = v.cap.take(words)
        self.layout = Layout(
            cap, v.joiner.take(words), v.stop.take(words) | between, v.hard.take(words) | between, v.head.take(words),
            spread(v.line.take(numbers)),
        )  # fmt: skip
        self._seen(cap, np.repeat(np.arange(len(texts)), counts + _GAP)[:n])
        described = v.described
        self.described: list[list[Word]] = [[described[w] for w in words[first:last].tolist()] for first, last in self.bounds]
        #: Listed names of each text, their places counted from its first token.
        self.phrases: list[list[Phrase]] = []
        self.listed: Ints = np.zeros(n, np.int32)
        opens = v.opens.take(words)
        opens[~_capital_follows(cap)] &= ~OPENS_TOWN
        places = np.flatnonzero(opens)
        what = opens[places].tolist()
        cuts = np.searchsorted(places, [bound for pair in self.bounds for bound in pair]).tolist()
        for number, (first, _) in enumerate(self.bounds):
            low, high = cuts[2 * number], cuts[2 * number + 1]
            found = v.phrases.find(list(zip((places[low:high] - first).tolist(), what[low:high], strict=True)), self.described[number])
            self.phrases.append(found)
            for phrase in found:
                self._mark(first + phrase.first, first + phrase.last, KINDS.index(phrase.kind) * 3 + 1)

    def _mark(self, first: int, last: int, number: int) -> None:
        if first == last:
            self.listed[first] = number
        else:
            self.listed[first : last + 1] = number + 2
            self.listed[first] = number + 1

    def _seen(self, cap: Bools, text_of: NDArray[np.int64]) -> None:
        """Capitalised words that stand in small letters too in their text, and those that stand within a sentence."""
        v, words = self.vocabulary, self.words
        n = len(words)
        self.low_seen: Bools = np.zeros(n, np.bool_)
        self.mid_seen: Bools = np.zeros(n, np.bool_)
        places = np.flatnonzero(cap)
        if not len(places):
            return
        # a row of flags a text
        held = np.zeros((len(self.bounds), len(v.cap)), np.bool_)
        held[text_of, words] = True
        held[:, v.no_word] = False
        texts, listed = text_of[places], words[places]
        self.low_seen[places] = held[texts, v.twin[listed]]
        held[:] = False
        middle = ~self.layout.start[places]
        held[texts[middle], listed[middle]] = True
        self.mid_seen[places] = held[texts, listed]


def _capital_follows(cap: Bools) -> Bools:
    """Whether one of the next three tokens has a capital, as the name of a town of several words needs."""
    out = np.zeros_like(cap)
    for ahead in range(1, MAX_TOWN):
        out[:-ahead] |= cap[ahead:]
    return out


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
    out = v.scores(np.append(words, v.no_word).take(at))
    signature, coarse = v.signature.take(words), v.coarse.take(words)
    kinds = conjunctions(signature, coarse, layout, tokens.low_seen, tokens.mid_seen, tokens.listed, weights.sizes)
    pairs = np.zeros_like(out)  # take: six times as fast as an index in brackets
    for (keys, _), offset in zip(kinds, weights.offsets, strict=True):
        pairs += weights.pairs.take(weights.index.take(keys.take(places) + offset), axis=0)
    out += pairs
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
    best = scores.take(first, axis=0) + weights.first
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
        best = reach.max(2) + scores.take(first[:alive] + step, axis=0)
    finals[:alive] = best.argmax(1)
    for step in range(steps - 1, -1, -1):
        alive = longer[step]
        out[first[:alive] + step] = finals[:alive]
        if step:
            finals[:alive] = back[step - 1][np.arange(alive), finals[:alive]]
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
