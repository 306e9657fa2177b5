"""Annotated texts for the name tagger: tokens of the run-time tokeniser with a label each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsetl.text.names_tagger import LABELS, Tokens, Vocabulary
from newsetl.text.names_tokens import pieces

#: Chunk length of very long texts (characters), cut at a stop.
_CHUNK: Final = 4_000
_KIND: Final = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


class Annotated(NamedTuple):
    """A text with its names: ``(start, end, PER|ORG|LOC)``."""

    corpus: str
    language: str
    text: str
    names: list[tuple[int, int, str]]


def read_corpus(path: Path) -> list[Annotated]:
    """One JSON object a line: text, lang, entities ``[start, end, type]``; long texts are cut."""
    out: list[Annotated] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        item = json.loads(line)
        text = item["text"]
        names = [(a, b, _KIND[k]) for a, b, k in item["entities"] if k in _KIND]
        language = item["lang"].split("-")[0]
        start = 0
        while start < len(text):
            end = start + _CHUNK
            if end < len(text):
                cut = text.find(". ", end)
                end = cut + 1 if cut >= 0 else len(text)
            else:
                end = len(text)
            part = [(a - start, b - start, k) for a, b, k in names if start <= a and b <= end]
            out.append(Annotated(path.stem, language, text[start:end], part))
            start = end
    return out


def gold_labels(tokens: Tokens, names: list[tuple[int, int, str]]) -> NDArray[np.int8]:
    """The label number of each token; a name takes every token that it touches."""
    out = np.zeros(len(tokens.words), np.int8)
    for a, b, kind in names:
        first = int(np.searchsorted(tokens.ends, a, "right"))
        last = int(np.searchsorted(tokens.starts, b, "left"))
        if first < last:
            out[first] = LABELS.index("B-" + kind)
            out[first + 1 : last] = LABELS.index("I-" + kind)
    return out


def tokenise(text: str, vocabulary: Vocabulary) -> Tokens:
    """The tokens of a whole text."""
    return Tokens([(pieces(text), 0)], vocabulary)
