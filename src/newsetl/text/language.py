"""The language of a text, with its candidates, how sure that is, and why; and of each sentence, where they differ.

Script first: where it leaves one language, it decides. Languages that share a script are told apart by letter models
made from langdetect's profiles, frequent words and the case of words (``language_scores``). Of a long text a sample from
its beginning, middle and end is scored; then every stretch of it is tested for fit (``language_fit``), and what looks
foreign is scored by itself, so that a document in two languages is seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from newsetl.text.language_fit import Fit
from newsetl.text.language_scores import Scores, score
from newsetl.text.language_scripts import code_units
from newsetl.text.model import LanguageReading, Sentence

VERSION: Final = "3"

UNKNOWN: Final = "und"
# Below this probability the best candidate is not named; measured on sentences of 25 languages, where it costs one right
# answer in two hundred and prevents a third of the wrong ones.
MIN_PROBABILITY: Final = 0.42
# Fewer letters than this cannot show a language, unless their script does.
MIN_LETTERS: Final = 4
# An undecided text of fewer letters is called too short rather than ambiguous.
SHORT: Final = 40
# Characters of a text that are scored in full; of a longer one three windows of a third each.
SAMPLE: Final = 900
# A sample that is less certain than this is not trusted; the text is then scored up to MAX_SCORED characters.
SURE: Final = 0.999
MAX_SCORED: Final = 20_000
# Stretches tested for another language, in characters, and how far a text is tested: a language that first appears
# after that is left to the sentences.
STRETCH: Final = 128
MAX_STRETCHES: Final = 400
# A stretch in another language counts when its language is this probable.
FOREIGN_SURE: Final = 0.95
# Share of the tested stretches in another language from which the document is in two languages, and how many they must be:
# less is a quotation or a name of some length.
MIXED_SHARE: Final = 0.2
MIXED_STRETCHES: Final = 2


def detect_language(text: str, expected: Mapping[str, float] | None = None) -> LanguageReading:
    """:func:`read_language` without its second answer."""
    return read_language(text, expected)[0]


def read_language(text: str, expected: Mapping[str, float] | None = None) -> tuple[LanguageReading, Fit | None]:
    """The language that a text (the body of a document) is written in, and how its characters fit it where that was asked.

    ``expected`` maps ISO 639-1 codes to weights above 0: a prior that tips close decisions, never a filter.
    The decision is ``confident``, ``too_short``, ``low_margin``, ``no_letters`` or ``mixed``; a mixed document has
    the language of its larger part, its candidates are the languages with their shares of the text. A confident document
    with foreign passages names these too, with their small shares.
    """
    scores = _score_sampled(text, expected)
    if not scores.letters:
        return LanguageReading(UNKNOWN, 0.0, "no_letters", []), None
    if not scores.candidates:
        return LanguageReading(UNKNOWN, 0.0, "low_margin", []), None
    language, probability = scores.candidates[0]
    fit = None if scores.strange else Fit(code_units(text), language)
    shares = _shares(text, None if scores.strange else language, fit, expected)
    if not shares:
        return LanguageReading(UNKNOWN, 0.0, "low_margin", scores.candidates), None
    if len(shares) > 1:
        first, share = shares[0]
        stretches = -(-len(text) // STRETCH)
        mixed = share <= 1 - MIXED_SHARE and round((1 - share) * min(stretches, MAX_STRETCHES)) >= MIXED_STRETCHES
        return LanguageReading(first, share, "mixed" if mixed else "confident", shares), fit if first == language else None
    if probability >= MIN_PROBABILITY and scores.letters >= MIN_LETTERS:
        return LanguageReading(language, probability, "confident", scores.candidates), fit
    reason = "too_short" if scores.letters < SHORT else "low_margin"
    return LanguageReading(UNKNOWN, probability, reason, scores.candidates), None


def detect_sentence_languages(
    text: str, sentences: list[Sentence], document_reading: LanguageReading, fit: Fit | None = None, fit_start: int = 0
) -> list[str]:
    """The language of each sentence (ISO 639-1 or ``und``): the document's, except where a sentence is surely another.

    One pass over the text finds the sentences that do not look like the document's language; only these are scored. ``fit`` is
    the second answer of :func:`read_language` for the text from ``fit_start`` on, where the caller has it.
    """
    language = document_reading.language
    if language == UNKNOWN or not sentences:
        return [language] * len(sentences)
    languages = [language] * len(sentences)
    if fit is None:
        fit, fit_start = Fit(code_units(text), language), 0
    starts = np.fromiter((s.char_start for s in sentences), np.int64, len(sentences))
    for number in fit.foreign_looking(starts - fit_start, sentences[-1].char_end - fit_start):
        sentence = sentences[number]
        scores = score(text[sentence.char_start : sentence.char_end])
        if scores.candidates and not scores.strange and scores.candidates[0][1] >= FOREIGN_SURE:
            languages[number] = scores.candidates[0][0]
    return languages


def _score_sampled(text: str, expected: Mapping[str, float] | None) -> Scores:
    if len(text) <= SAMPLE:
        return score(text, expected)
    window = SAMPLE // 3
    middle = (len(text) - window) // 2
    scores = score(f"{text[:window]} {text[middle : middle + window]} {text[-window:]}", expected)
    if scores.candidates and scores.candidates[0][1] >= SURE:
        return scores
    return score(text[:MAX_SCORED], expected)


def _shares(text: str, language: str | None, fit: Fit | None, expected: Mapping[str, float] | None) -> list[tuple[str, float]]:
    """The languages of the text's stretches with their shares, largest first; only ``language`` where nothing else is sure.

    Without a language every stretch is asked, and the answer is empty unless most of them are surely in one.
    """
    length = min(len(text), STRETCH * MAX_STRETCHES)
    if length < STRETCH * MIXED_STRETCHES:
        return [(language, 1.0)] if language else []
    starts = np.arange(0, length - STRETCH // 2, STRETCH)
    asked = fit.foreign_looking(starts, length) if fit else range(len(starts))
    counts = {language or UNKNOWN: len(starts)}
    for number in asked:
        scores = score(text[number * STRETCH : (number + 1) * STRETCH], expected)
        if scores.candidates and not scores.strange and scores.candidates[0][1] >= FOREIGN_SURE:
            counts[scores.candidates[0][0]] = counts.get(scores.candidates[0][0], 0) + 1
            counts[language or UNKNOWN] -= 1
    ranked = sorted(((name, count) for name, count in counts.items() if count), key=lambda item: (-item[1], item[0]))
    if not language and (counts[UNKNOWN] > MIXED_SHARE * len(starts) or len(ranked) < 2):
        return []
    return [(name, round(count / len(starts), 4)) for name, count in ranked if name != UNKNOWN]
