"""Trains the name tagger: ``python -m newsetl.training.names_train FOLDER`` writes ``text/data/names_weights.npz``.

A conditional random field over the tokens that may be in a name, by stochastic gradient (AdaGrad) with a fixed seed; every
sum is taken in a fixed order without a linear-algebra library, so that the same data and lists give the same bytes.
"""

from __future__ import annotations

import argparse
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsetl.reference import Reference, load_reference
from newsetl.text.names_features import LISTED, OWN, SLOTS, conjunctions, form_hashes, sort_features
from newsetl.text.names_lists import stable_hash
from newsetl.text.names_phrases import Phrases
from newsetl.text.names_tagger import LABELS, Tokens, Vocabulary, segments
from newsetl.text.names_words import Words
from newsetl.training.names_data import Annotated, gold_labels, read_corpus, tokenise
from newsetl.training.names_silver import Silver

OUT: Final = Path(__file__).parents[1] / "text" / "data" / "names_weights.npz"
SEEDS: Final = Path(__file__).parents[3] / "seeds"
_L: Final = len(LABELS)
_CUTOFF: Final = 2  # a feature seen once says nothing
_EPOCHS: Final = 5
_RUNS: Final = 3  # trainings in another random order, of which the mean is kept
_RATE: Final = 0.3
_L2: Final = 1e-4
_BATCH: Final = 512  # segments
_BLUR: Final = 0.4  # any feature is hidden so often
_BEGIN: Final = 1.0  # sum of squares that AdaGrad begins with: a rare feature moves little
_WORD_DROPOUT: Final = 0.4  # a word's own form is hidden so often: lists, shape and context must carry it
_SEED: Final = 20211124
#: Corpora of which only every n-th piece is learned from: old newspapers full of reading errors help a little, not more.
_EVERY: Final = {"europeana_fr": 3}
#: Sentences made from templates: most where annotated text is missing.
_SILVER: Final = {"fr": 2400, "es": 500, "it": 1800, "nl": 200, "ru": 2400, "en": 900, "de": 900, "pt": 200}
_INSIDE: Final = [number for number, label in enumerate(LABELS) if label[0] == "I"]

Matrix = NDArray[np.int32]
Doubles = NDArray[np.float64]


class Example:
    """All texts as one matrix: a row a token, its features; and the segments."""

    def __init__(self, texts: Sequence[Annotated], reference: Reference, habits: bool) -> None:
        self.habits = habits
        vocabularies: dict[str, Vocabulary] = {}
        docs: list[tuple[Tokens, NDArray[np.int8], str]] = []
        for item in texts:
            if item.language not in vocabularies:
                vocabularies[item.language] = Vocabulary(Words(reference, item.language), Phrases(reference, item.language), None)
            tokens = tokenise(item.text, vocabularies[item.language])
            docs.append((tokens, gold_labels(tokens, item.names), item.corpus))
        self._signatures(vocabularies)
        self._word_features(vocabularies)
        self._matrix(docs, vocabularies)

    def _signatures(self, vocabularies: dict[str, Vocabulary]) -> None:
        signatures: set[str] = set()
        coarse: set[str] = set()
        for v in vocabularies.values():
            signatures.update(w.signature for w in v.described)
            coarse.update(w.coarse for w in v.described)
        self.signatures, self.coarse = sorted(signatures), sorted(coarse)
        big = {name: i + 1 for i, name in enumerate(self.signatures)}
        small = {name: i + 1 for i, name in enumerate(self.coarse)}
        for v in vocabularies.values():
            for number, word in enumerate(v.described):
                v.signature[number], v.coarse[number] = big[word.signature], small[word.coarse]
        self.sizes = (len(big) + 1, len(small) + 1)

    def _word_features(self, vocabularies: dict[str, Vocabulary]) -> None:
        """For every language and slot a table word -> hashes, padded with zero."""
        self.tables: dict[str, list[NDArray[np.uint32]]] = {}
        for language, v in vocabularies.items():
            slots = []
            for slot in range(len(SLOTS)):
                rows = [
                    form_hashes(word, slot) + [stable_hash(f) for f in sort_features(word, slot, language)]
                    for word in v.described
                ]
                width = max(map(len, rows))
                table = np.zeros((len(rows), width), np.uint32)
                for number, row in enumerate(rows):
                    table[number, : len(row)] = row
                slots.append(table)
            self.tables[language] = slots

    def _matrix(self, docs: list[tuple[Tokens, NDArray[np.int8], str]], vocabularies: dict[str, Vocabulary]) -> None:
        names = {id(v): language for language, v in vocabularies.items()}
        width = [max(t[s].shape[1] for t in self.tables.values()) for s in range(len(SLOTS))]
        self.width = width
        hashed: list[Any] = []
        paired: list[Any] = []
        gold: list[Any] = []
        firsts: list[Any] = []
        lengths: list[Any] = []
        base = 0
        corpora = sorted({corpus for _, _, corpus in docs})
        self.missed = 0
        for tokens, labels, corpus in docs:
            active, layout, words = tokens.layout.active, tokens.layout, tokens.words
            n = len(words)
            self.missed += int(((labels > 0) & ~active).sum())
            blocks: list[NDArray[Any]] = []
            for slot in range(len(SLOTS)):
                table = self.tables[names[id(tokens.vocabulary)]][slot]
                place = np.arange(n)
                at = place + slot - 2 if slot < 5 else (layout.before if slot == 5 else layout.after)
                there = (at >= 0) & (at < n) & ((slot < 5) | (layout.run_length > 0))
                block = np.zeros((n, width[slot]), np.uint32)
                block[there, : table.shape[1]] = table[words[at[there]]]
                blocks.append(block)
            v = tokens.vocabulary
            kinds = conjunctions(v.signature[words], v.coarse[words], layout, tokens.low_seen, tokens.mid_seen, tokens.listed, self.sizes)
            # what a corpus alone holds by its own habits goes into rows of its own, which are not kept
            habit = corpora.index(corpus) if self.habits else 0
            self.pair_sizes = [size for _, size in kinds]
            kinds += [
                (v.coarse[words] + habit * self.sizes[1], 0),
                (v.signature[words] + habit * self.sizes[0], 0),
                (tokens.listed + habit * LISTED, 0),
                (layout.run_length + habit * 8, 0),
            ]
            keep = np.flatnonzero(active)
            renumber = np.cumsum(active) - 1 + base
            first, length = segments(active, layout.line)
            firsts.append(renumber[first])
            lengths.append(length)
            both: NDArray[Any] = np.concatenate(blocks, axis=1)
            hashed.append(both[keep])
            pairs: NDArray[Any] = np.stack([k for k, _ in kinds], axis=1)
            paired.append(pairs[keep])
            # a name whose beginning cannot be reached begins at its first token that can
            begun = labels.copy()
            cut = np.concatenate([[True], ~active[:-1] | layout.line[1:]]) & np.isin(begun, _INSIDE)
            begun[cut] -= 1
            gold.append(begun[keep])
            base += len(keep)
        self.hashed = np.concatenate(hashed)
        self.paired = np.concatenate(paired)
        self.gold = np.concatenate(gold).astype(np.int64)
        self.first, self.length = np.concatenate(firsts), np.concatenate(lengths)

    def number(self, cutoff: int) -> Matrix:
        """Feature hashes and conjunctions -> row numbers; 0 is the empty row."""
        values, inverse, counts = np.unique(self.hashed, return_inverse=True, return_counts=True)
        kept = (counts >= cutoff) & (values > 0)
        self.keys = values[kept]
        numbers = np.where(kept, np.cumsum(kept), 0)
        columns: list[Any] = [numbers[inverse].reshape(self.hashed.shape)]
        base = int(kept.sum())
        self.pair_keys: list[Any] = []
        self.pair_kinds: list[Any] = []
        for kind in range(self.paired.shape[1]):
            values, inverse, counts = np.unique(self.paired[:, kind], return_inverse=True, return_counts=True)
            kept = counts >= cutoff
            numbers = np.where(kept, np.cumsum(kept) + base, 0)
            columns.append(numbers[inverse].reshape(-1, 1))
            self.pair_keys.append(values[kept])
            self.pair_kinds.append(np.full(int(kept.sum()), kind))
            base += int(kept.sum())
        self.rows = base + 1
        return np.concatenate(columns, axis=1).astype(np.int32)


def _log_sum(values: Doubles, axis: int) -> Doubles:
    top = values.max(axis=axis, keepdims=True)
    out: Doubles = (np.log(np.exp(values - top).sum(axis=axis, keepdims=True)) + top).squeeze(axis)
    return out


def gradient(scores: Doubles, gold: NDArray[np.int64], transitions: Doubles, first: Doubles) -> tuple[Doubles, Doubles, Doubles, float]:
    """For segments of one length: gradient of the log-likelihood by scores, transitions and first labels; and the loss."""
    count, steps, _ = scores.shape
    alpha = np.zeros_like(scores)
    alpha[:, 0] = scores[:, 0] + first
    for t in range(1, steps):
        alpha[:, t] = _log_sum(alpha[:, t - 1][:, :, None] + transitions, 1) + scores[:, t]
    beta = np.zeros_like(scores)
    for t in range(steps - 2, -1, -1):
        beta[:, t] = _log_sum(transitions + (scores[:, t + 1] + beta[:, t + 1])[:, None, :], 2)
    total = _log_sum(alpha[:, -1], 1)
    marginal = np.exp(alpha + beta - total[:, None, None])
    rows = np.arange(count)
    by_score = -marginal
    by_move = np.zeros_like(transitions)
    loss = total.sum()
    for t in range(steps):
        by_score[rows, t, gold[:, t]] += 1
        loss -= scores[rows, t, gold[:, t]].sum()
        if t:
            both = np.exp(alpha[:, t - 1][:, :, None] + transitions + (scores[:, t] + beta[:, t])[:, None, :] - total[:, None, None])
            by_move -= both.sum(0)
            np.add.at(by_move, (gold[:, t - 1], gold[:, t]), 1)
            loss -= transitions[gold[:, t - 1], gold[:, t]].sum()
    by_first = -marginal[:, 0].sum(0) + np.bincount(gold[:, 0], minlength=_L)
    loss -= first[gold[:, 0]].sum()
    return by_score, by_move, by_first, float(loss)


def train(texts: Sequence[Annotated], reference: Reference, epochs: int = _EPOCHS, report: Any = print, **o: float) -> dict[str, Any]:
    """Weights as arrays to be packed."""
    rate, l2, dropout, cutoff = o.get("rate", _RATE), o.get("l2", _L2), o.get("dropout", _WORD_DROPOUT), int(o.get("cutoff", _CUTOFF))
    blur, begin, runs = o.get("blur", _BLUR), o.get("begin", _BEGIN), int(o.get("runs", _RUNS))
    data = Example(texts, reference, bool(o.get("habits", 1)))
    matrix = data.number(cutoff)
    own = sum(data.width[:OWN])  # the column of the token's own form
    report(f"{len(texts)} texts, {len(matrix)} tokens, {len(data.first)} segments, {data.rows} rows, {data.missed} labels out of reach")
    forbid = np.zeros((_L, _L))
    for a, one in enumerate(LABELS):
        for b, two in enumerate(LABELS):
            if two[0] == "I" and one[1:] != two[1:]:
                forbid[a, b] = -1e4
    forbid_first = np.array([-1e4 if label[0] == "I" else 0.0 for label in LABELS])
    # the mean over the steps of the second half of every run is kept: it hangs less on the order of the batches
    kept, kept_moves, kept_first, steps_kept = np.zeros((data.rows, _L)), np.zeros((_L, _L)), np.zeros(_L), 0
    for run in range(runs):
        random = np.random.Generator(np.random.PCG64(_SEED + run))
        weights = np.zeros((data.rows, _L))
        squares = np.full((data.rows, _L), begin)
        moves, moves_squares = np.zeros((_L, _L)), np.full((_L, _L), 1e-6)
        first, first_squares = np.zeros(_L), np.full(_L, 1e-6)
        for epoch in range(epochs):
            order = random.permutation(len(data.first))
            # batches of like length, in random order
            order = order[np.argsort(data.length[order], kind="stable")]
            cuts = np.flatnonzero(np.diff(data.length[order])) + 1
            batches = [b[k : k + _BATCH] for b in np.split(order, cuts) for k in range(0, len(b), _BATCH)]
            loss = 0.0
            for number in random.permutation(len(batches)):
                batch = batches[number]
                steps = int(data.length[batch[0]])
                tokens = data.first[batch][:, None] + np.arange(steps)
                ids = matrix[tokens.ravel()]
                ids[random.random(ids.shape) < blur] = 0
                ids[random.random(len(ids)) < dropout, own] = 0
                scores = weights[ids].sum(1).reshape(len(batch), steps, _L)
                by_score, by_move, by_first, lost = gradient(scores, data.gold[tokens], moves + forbid, first + forbid_first)
                loss += lost
                flat = by_score.reshape(-1, _L)
                touched, inverse = np.unique(ids, return_inverse=True)
                inverse = inverse.ravel()
                change = np.stack(
                    [np.bincount(inverse, np.repeat(flat[:, k], ids.shape[1]), minlength=len(touched)) for k in range(_L)], axis=1
                )
                change -= l2 * len(order) * weights[touched] * (len(batch) / len(order))
                change[touched == 0] = 0
                squares[touched] += change**2
                weights[touched] += rate * change / np.sqrt(squares[touched])
                by_move = np.where(forbid < 0, 0, by_move)
                moves_squares += by_move**2
                moves += rate * by_move / np.sqrt(moves_squares)
                by_first = np.where(forbid_first < 0, 0, by_first)
                first_squares += by_first**2
                first += rate * by_first / np.sqrt(first_squares)
                if epoch >= epochs // 2:
                    kept += weights
                    kept_moves += moves
                    kept_first += first
                    steps_kept += 1
            report(f"run {run + 1}, epoch {epoch + 1}: loss {loss / len(matrix):.4f}")
    return pack(data, kept / steps_kept, kept_moves / steps_kept + forbid, kept_first / steps_kept + forbid_first)


def pack(data: Example, weights: Doubles, moves: Doubles, first: Doubles) -> dict[str, Any]:
    """Weights in whole numbers of eight bits; rows that all round to nothing are left out."""
    scale = float(np.float32(np.quantile(np.abs(weights).max(1), 0.999) / 127))
    whole = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
    count = len(data.keys)
    rows, pairs = whole[1 : count + 1], whole[count + 1 :]
    kept = np.abs(rows).max(1) > 0
    kept_pairs = (np.abs(pairs).max(1) > 0) & (np.concatenate(data.pair_kinds) < len(data.pair_sizes))
    return {
        "scale": np.float32(scale),
        "keys": data.keys[kept],
        "rows": rows[kept],
        "pair_keys": np.concatenate(data.pair_keys)[kept_pairs].astype(np.int32),
        "pair_kinds": np.concatenate(data.pair_kinds)[kept_pairs].astype(np.int8),
        "pair_rows": pairs[kept_pairs],
        "pair_sizes": np.array(data.pair_sizes, np.int64),
        "kinds": np.int32(len(data.pair_sizes)),
        "transitions": np.round(moves, 4).astype(np.float32),
        "first": np.round(first, 4).astype(np.float32),
        "signatures": np.array(data.signatures),
        "coarse": np.array(data.coarse),
    }


def save(arrays: dict[str, Any], path: Path) -> None:
    """An ``npz`` whose bytes depend on the arrays alone: fixed order, no times."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(arrays):
            buffer = BytesIO()
            np.lib.format.write_array(buffer, np.asanyarray(arrays[name]), allow_pickle=False)
            packed.writestr(zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED, 9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with *.jsonl of annotated texts")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    arguments = parser.parse_args()
    texts = [item for path in sorted(arguments.folder.glob("*.jsonl")) for item in read_corpus(path)[:: _EVERY.get(path.stem, 1)]]
    reference = load_reference(SEEDS)
    silver = Silver(texts, reference)
    texts += [item for language, count in _SILVER.items() for item in silver.texts(language, count)]
    save(train(texts, reference, arguments.epochs), arguments.out)


if __name__ == "__main__":
    main()
