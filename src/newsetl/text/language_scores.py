"""How probable each language is for one passage, from its script, its letters and its frequent words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsetl.text.language_profiles import GROUPS, TEMPERATURE, letter_model, trigram_rows
from newsetl.text.language_scripts import ONLY_LANGUAGE, SCRIPTS, WEIGHTS, CodeUnits, code_units, is_japanese, letter_counts
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
# A text in a language without a profile still resembles one that has one. It is told from it by this many letters, when
# fewer than this share of its words are frequent words of that language, and its letters are less probable than in nearly
# all texts of the language (mean log probability a letter, 98 of 100 are above), or so many are letters it does not use.
STRANGE_LETTERS: Final = 80
STRANGE_WORDS: Final = {"latin": 0.07, "cyrillic": 0.15, "devanagari": 0.09}
STRANGE_PROBABILITY: Final = -2.9
UNKNOWN_LETTERS: Final = 0.015
# The same of text in Arabic script, where few words stand without a prefix: only letters count.
STRANGE_ARABIC_LETTERS: Final = 0.06
# Less probable than this no text is in any of its languages, whatever its words.
HOPELESS: Final = -3.9
# Languages without a profile that are told by their words from those they resemble, and the lead in words they need.
TOLD_BY_WORDS: Final = {"gl": ("pt", "es", "ca")}
WORD_LEAD: Final = 2
MIN_WORDS: Final = 8
# Long texts are asked for those words only where their letters fit worse than this (mean of a row, word breaks included).
BAD_FIT: Final = -0.95
_RESEMBLED: Final = {language for languages in TOLD_BY_WORDS.values() for language in languages}
# Combining accents: letters written in two characters are joined first.
COMBINING: Final = (0x300, 0x36F)
MAX_CANDIDATES: Final = 5
MIN_CANDIDATE: Final = 0.001


class Scores(NamedTuple):
    """The languages of a passage, best first."""

    script: str  # main script, "none" without letters
    letters: int
    candidates: list[tuple[str, float]]  # empty where the script belongs to no language we know
    strange: bool = False  # the text does not look like its best candidate


def score(text: str, expected: Mapping[str, float] | None = None) -> Scores:
    """Candidates for a passage in one language; linear in its length."""
    units = code_units(text)
    if ((units >= COMBINING[0]) & (units <= COMBINING[1])).any():
        text = unicodedata.normalize("NFC", text)
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
    numbers = trigram_rows(model, units)
    rows = model.rows.take(numbers, axis=0)
    weights = np.full(len(rows), 1 / TEMPERATURE, np.float32)
    words: list[str] = []
    votes: NDArray[np.float64] | float = 0.0
    if letters < LONG:
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
    candidates = [(model.languages[i], round(float(odds[i]), 4)) for i in order if odds[i] >= MIN_CANDIDATE]
    strange = letters >= STRANGE_LETTERS and _is_strange(text, script, units, numbers, words, order[0])
    if candidates[0][0] in _RESEMBLED and (other := _told_by_words(candidates[0][0], words, rows[:, order[0]], text)):
        candidates = [(other, candidates[0][1])]
    return Scores(script, letters, candidates, strange)


def _is_strange(text: str, script: str, units: CodeUnits, numbers: NDArray[np.int32], words: list[str], column: int) -> bool:
    """Whether a text resembles its best language too little to be in it."""
    model = letter_model(script)
    own = model.letter_of_unit.take(units)
    own = own[own > 0]
    width = len(model.languages)
    unknown = 1 - float(model.known.reshape(-1).take(own * width + column).mean())
    if script == "arabic":
        return unknown > STRANGE_ARABIC_LETTERS
    scored = numbers[numbers > 0]
    probability = float((model.rows.reshape(-1).take(scored * width + column) + model.best.take(scored)).mean())
    if probability > STRANGE_PROBABILITY and unknown < UNKNOWN_LETTERS:
        return False
    if probability < HOPELESS:
        return True
    words = words or [match.group() for match in WORD.finditer(text[:LONG])]
    return float(word_votes(words, model.languages)[column]) < STRANGE_WORDS[script] * len(words)


def _told_by_words(language: str, words: list[str], fits: NDArray[np.float32], text: str) -> str | None:
    if not words and float(fits.mean()) < BAD_FIT:
        words = [match.group() for match in WORD.finditer(text[:LONG])]
    for other, similar in TOLD_BY_WORDS.items():
        if language in similar and len(words) >= MIN_WORDS:
            votes = word_votes(words, (other, *similar)).tolist()
            if votes[0] >= max(votes[1:]) + WORD_LEAD:
                return other
    return None
