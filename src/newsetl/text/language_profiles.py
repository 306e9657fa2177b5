"""Letter models of the languages that share a script, computed from the n-gram profiles that langdetect ships.

A profile holds how often each n-gram of one to three letters stands in a language, cut off below about one in ten
thousand. From it follows how likely a letter is after the two before it: the rows of one matrix, one column a language.
A text is scored by summing the rows of its letters, all at once.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsetl.errors import SettingsError
from newsetl.text.language_scripts import NUMBER, TABLE, CodeUnits, code_units

# The languages of langdetect 1.0.9 whose script does not name them.
GROUPS: Final = {
    "latin": (
        "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl", "no", "pl",
        "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi",
    ),
    "cyrillic": ("bg", "mk", "ru", "uk"),
    "arabic": ("ar", "fa", "ur"),
    "devanagari": ("hi", "mr", "ne"),
}  # fmt: skip

# Relative frequency under which the profiles leave n-grams out (counts begin at 1e-4 of the letters).
CUT_OFF: Final = 0.9e-4
# An n-gram that is left out is at most that frequent; this share of the bound or of what its parts suggest.
UNSEEN_SHARE: Final = 0.8
# A letter that a profile leaves out altogether (foreign names) still occurs now and then.
FOREIGN_LETTER: Final = 1e-5
WORD_BREAK: Final = 0.16  # share of word ends among letters

# The profiles write all Vietnamese letters from U+1EA0 on as one.
_VIETNAMESE: Final = range(0x1EA0, 0x1F00)
# Letters that differ in code but not in kind: comma below and cedilla in Romanian, Persian and Arabic yeh.
SAME_LETTER: Final = {"ș": "ş", "ț": "ţ", "ی": "ي"}

# Letters in a row are not independent evidence: their log probabilities are divided by this before they make probabilities.
TEMPERATURE: Final = 2.5


class LetterModel(NamedTuple):
    """Letter probabilities of the languages of one script."""

    languages: tuple[str, ...]
    prior: NDArray[np.float64]  # log of the letters that the profile was counted on: how much is written in the language
    letter_of_unit: NDArray[np.int32]  # code unit -> letter number; 0 = not a letter of this script
    row_of_trigram: NDArray[np.int32]  # (letter, letter, letter) as one number -> row
    rows: NDArray[np.float32]  # log probability of the last letter after the two before, a column a language, less the best
    best: NDArray[np.float32]  # what was taken off: the highest log probability in each row
    size: int  # number of letters
    known: NDArray[np.bool_]  # letter x language: whether the language's profile has the letter


def trigram_rows(model: LetterModel, units: CodeUnits) -> NDArray[np.int32]:
    """Row of the model at every unit of a text and at its end; row 0 where there is nothing to score."""
    count = len(units)
    padded = np.zeros(count + 3, np.int32)
    np.take(model.letter_of_unit, units, out=padded[2 : count + 2])
    before, last = padded[1:-1], padded[2:]
    first = padded[:-2] * (before != 0)  # n-grams do not reach back over a word break
    rows: NDArray[np.int32] = np.take(model.row_of_trigram, (first * model.size + before) * model.size + last)
    return rows


@cache
def letter_model(script: str) -> LetterModel:
    """The model of a script of ``GROUPS``, built once from the installed langdetect package."""
    languages = GROUPS[script]
    profiles = [_profile(language) for language in languages]
    single = {_letter(ord(gram)) for profile in profiles for gram in profile.grams[0] if TABLE[ord(gram)] == NUMBER[script]}
    number = {letter: index for index, letter in enumerate([" ", *sorted(single)])}
    size, width = len(number) + 1, len(languages)  # the last number is any letter of the script that no profile knows
    letter_of_unit = _letter_of_unit(script, number, size)
    one, two = np.zeros((size, width)), np.zeros((size, size, width))
    triples = []
    for column, profile in enumerate(profiles):
        for length in (1, 2, 3):
            letters, shares = _shares(profile, length, letter_of_unit)
            if length == 1:
                np.add.at(one[:, column], letters[0], shares)
            elif length == 2:
                np.add.at(two[:, :, column], (letters[0], letters[1]), shares)
            else:
                triples.append(((letters[0] * size + letters[1]) * size + letters[2], np.full(len(shares), column), shares))
    one = np.maximum(one, FOREIGN_LETTER)
    one[0] = WORD_BREAK
    one[-1] = FOREIGN_LETTER
    all_keys, columns, shares = (np.concatenate(part) for part in zip(*triples, strict=True))
    keys, places = np.unique(all_keys, return_inverse=True)
    three = np.zeros((len(keys), width))
    np.add.at(three, (places, columns), shares)
    prior = np.log([profile.totals[0] for profile in profiles])
    row_of_trigram, rows, best = _conditional(one, two, keys, three)
    return LetterModel(languages, prior, letter_of_unit, row_of_trigram, rows, best, size, one >= CUT_OFF)


class _Profile(NamedTuple):
    """A profile of langdetect: n-grams and their counts by length (1, 2, 3), and how many n-grams were counted."""

    grams: tuple[list[str], list[str], list[str]]
    counts: tuple[list[int], list[int], list[int]]
    totals: list[int]


def _shares(profile: _Profile, length: int, letter_of_unit: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Letter numbers (length x n-grams) and shares of the n-grams that have only letters of the script and spaces."""
    units = code_units("".join(profile.grams[length - 1])).reshape(-1, length)
    letters = letter_of_unit[units].astype(np.int64)
    foreign = (letters == 0) & (units != ord(" "))
    sound = ~foreign.any(axis=1) & letters.any(axis=1)
    counts = np.array(profile.counts[length - 1], np.float64)
    return letters[sound].T, counts[sound] / profile.totals[length - 1]


def _conditional(
    one: NDArray[np.float64], two: NDArray[np.float64], keys: NDArray[np.int64], shares: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.float32]]:
    """Turn shares into conditional log probabilities: trigrams that are known, else pairs, else single letters."""
    size, width = one.shape
    pairs = np.where(two > 0, two, np.minimum(one[:, None] * one[None], CUT_OFF) * UNSEEN_SHARE)
    log_pairs = np.log(pairs)
    a, b, c = keys // (size * size), keys // size % size, keys % size
    unseen = np.minimum(pairs[a, b] * pairs[b, c] / one[b], CUT_OFF) * UNSEEN_SHARE
    known = np.log(np.where(shares > 0, shares, unseen)) - log_pairs[a, b]
    backed_off = (log_pairs - np.log(one)[:, None]).reshape(size * size, width) + np.log(UNSEEN_SHARE)
    rows = np.concatenate([np.zeros((1, width)), log_pairs[0], backed_off, known])
    best = rows.max(axis=1)
    rows -= best[:, None]
    row_of = np.zeros((size, size, size), np.int32)
    row_of[0, 0, 1:] = np.arange(1, size) + 1  # a word begins
    row_of[:, 1:, :] = (np.arange(size * size).reshape(size, size) + 1 + size)[None, 1:, :]
    flat = row_of.reshape(-1)
    flat[keys] = np.arange(len(keys)) + 1 + size + size * size
    return flat, rows.astype(np.float32), best.astype(np.float32)


def _letter(unit: int) -> str:
    """The small letter that a code unit counts as."""
    letter = "ể" if unit in _VIETNAMESE else chr(unit).lower()[0]
    return SAME_LETTER.get(letter, letter)


def _letter_of_unit(script: str, number: dict[str, int], size: int) -> NDArray[np.int32]:
    table = np.zeros(0x10000, np.int32)
    for unit in np.flatnonzero(NUMBER[script] == TABLE).tolist():
        table[unit] = number.get(_letter(unit), size - 1)
    return table


def _profile(language: str) -> _Profile:
    spec = find_spec("langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise SettingsError("The language profiles are missing: install the package langdetect.")
    path = Path(next(iter(spec.submodule_search_locations))) / "profiles" / language
    data = json.loads(path.read_text(encoding="utf-8"))
    profile = _Profile(([], [], []), ([], [], []), data["n_words"])
    for gram, count in data["freq"].items():
        length = len(gram) - 1
        if length < 3:
            profile.grams[length].append(gram)
            profile.counts[length].append(count)
    return profile
