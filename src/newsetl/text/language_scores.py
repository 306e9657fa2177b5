"""How probable each language is for one passage, from its script, its letters and its frequent words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsetl.text.language_profiles import GROUPS, TEMPERATURE, letter_model, trigram_rows
from newsetl.text.language_scripts import ONLY_LANGUAGE, SCRIPTS, WEIGHTS, code_units, is_japanese, letter_counts
from newsetl.text.language_words import WORD, word_votes

# A frequent word speaks for its languages by this much more than its letters do (log odds).
WORD_WEIGHT: Final = 1.7
# Names say less about the language of a text than its other words; most capitalised words are names or nouns.
CAPITALISED_WEIGHT: Final = 0.6
# How far the amount that is written in a language counts beforehand (exponent of the profile's size).
PRIOR_WEIGHT: Final = 0.35
# What an unlisted language keeps beside the expected ones, so that the list is a prior and no filter.
UNEXPECTED: Final = 0.05
# From here on letters decide alone; measured, words and capitals change nothing at that length.
LONG: Final = 600
MAX_CANDIDATES: Final = 5
MIN_CANDIDATE: Final = 0.001


class Scores(NamedTuple):
    """The languages of a passage, best first."""

    script: str  # main script, "none" without letters
    letters: int
    candidates: list[tuple[str, float]]  # empty where the script belongs to no language we know


def score(text: str, expected: Mapping[str, float] | None = None) -> Scores:
    """Candidates for a passage in one language; linear in its length."""
    units = code_units(text)
    counts = letter_counts(units)
    letters = len(units) - int(counts[0])
    if not letters:
        return Scores("none", 0, [])
    script = SCRIPTS[int((counts * WEIGHTS).argmax())]
    if script == "han":
        only = "ja" if is_japanese(text, counts) else "zh"
        return Scores(script, letters, [(only, 1.0)])
    if script not in GROUPS:
        return Scores(script, letters, [(ONLY_LANGUAGE[script], 1.0)] if script in ONLY_LANGUAGE else [])
    model = letter_model(script)
    rows = model.rows[trigram_rows(model, units)]
    weights = np.full(len(rows), 1 / TEMPERATURE, np.float32)
    votes: NDArray[np.float64] | float = 0.0
    if letters < LONG:
        words = []
        for match in WORD.finditer(text):
            word = match.group()
            words.append(word)
            if word[0].isupper():
                weights[match.start() : match.end() + 1] = CAPITALISED_WEIGHT / TEMPERATURE
        votes = word_votes(words, model.languages)
    sums = weights @ rows + WORD_WEIGHT * votes + PRIOR_WEIGHT * model.prior
    if expected:
        total = sum(expected.values())
        sums += np.log([expected.get(language, 0.0) / total + UNEXPECTED for language in model.languages])
    odds = np.exp(sums - sums.max())
    odds /= odds.sum()
    order = np.argsort(-odds, kind="stable")[:MAX_CANDIDATES].tolist()
    return Scores(script, letters, [(model.languages[i], round(float(odds[i]), 4)) for i in order if odds[i] >= MIN_CANDIDATE])
