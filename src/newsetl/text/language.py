"""The language of a text, with its candidates, how sure that is, and why.

Script first: where it leaves one language, it decides. Languages that share a script are told apart by letter models
made from langdetect's profiles (``language_profiles``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from newsetl.text.language_profiles import GROUPS, letter_model, trigram_rows
from newsetl.text.language_scripts import ONLY_LANGUAGE, code_units, script_masses
from newsetl.text.model import LanguageReading, Sentence

VERSION: Final = "1"

UNKNOWN: Final = "und"
MIN_LETTERS: Final = 4
SAMPLE: Final = 1200
TEMPERATURE: Final = 3.0
MIN_PROBABILITY: Final = 0.6


def detect_language(text: str, expected: Mapping[str, float] | None = None) -> LanguageReading:
    """The language that a text (the body of a document) is written in.

    ``expected`` maps ISO 639-1 codes to weights above 0: a prior that tips close decisions, never a filter.
    """
    if len(text) > 3 * SAMPLE:
        middle = (len(text) - SAMPLE) // 2
        text = f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]} {text[-SAMPLE:]}"
    units = code_units(text)
    masses = script_masses(units)
    letters = sum(masses.values())
    if not letters:
        return LanguageReading(UNKNOWN, 0.0, "no_letters", [])
    script = max(masses, key=lambda name: masses[name])
    if script == "han" and masses.get("kana", 0) > 0.1 * masses["han"]:
        script = "kana"
    only = {"han": "zh", "kana": "ja", **ONLY_LANGUAGE}.get(script)
    if only:
        return LanguageReading(only, 1.0, "confident", [(only, 1.0)])
    if script not in GROUPS:
        return LanguageReading(UNKNOWN, 0.0, "low_margin", [])
    model = letter_model(script)
    scores = model.rows[trigram_rows(model, units)].sum(axis=0) / TEMPERATURE
    if expected:
        scores += np.log([expected.get(language, 0.0) + 0.05 for language in model.languages])
    odds = np.exp(scores - scores.max())
    odds /= odds.sum()
    order = np.argsort(-odds, kind="stable")[:5]
    candidates = [(model.languages[i], round(float(odds[i]), 4)) for i in order if odds[i] >= 0.0005]
    language, probability = candidates[0]
    if letters < MIN_LETTERS:
        return LanguageReading(UNKNOWN, probability, "too_short", candidates)
    if probability < MIN_PROBABILITY:
        return LanguageReading(UNKNOWN, probability, "low_margin", candidates)
    return LanguageReading(language, probability, "confident", candidates)


def detect_sentence_languages(text: str, sentences: list[Sentence], document_reading: LanguageReading) -> list[str]:
    """The language of each sentence: the document's, unless the document is mixed."""
    if document_reading.decision != "mixed":
        return [document_reading.language] * len(sentences)
    readings = [detect_language(text[s.char_start : s.char_end]) for s in sentences]
    return [r.language if r.decision == "confident" else document_reading.language for r in readings]
