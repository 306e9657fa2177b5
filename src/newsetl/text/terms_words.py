"""The keys by which a word of a text and a word of a term are compared: its form, its lemma, its stem."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

import Stemmer

from newsetl.text.lemmas import lemmas

#: Languages whose lemmas are looked up; the others are stemmed.
LEMMA_LANGUAGES = frozenset({"en", "fr"})

#: Snowball stemmers by language.
STEMMERS = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
}

#: A shorter stem joins words that have nothing in common (Spanish ``paro``, ``para``; Italian ``partita``, ``parte``): such a
#: word stands for itself and its plural only.
_SHORTEST_STEM = {"ar": 4, "de": 4, "es": 5, "it": 5, "nl": 4, "pt": 5, "ru": 3, "tr": 5}
_PLURALS = {
    "de": ("e", "n", "en", "er", "s", "es"),
    "es": ("s", "es"),
    "it": (),
    "nl": ("en", "s"),
    "pt": ("s", "es"),
    "ru": ("а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах"),
}
_LONGEST_ENDING = 3
_ITALIAN_PLURAL = {"o": "i", "a": "e", "e": "i"}

#: Adverbs that the dictionaries file under their adjective, which is a different word in a list: ``généralement``, ``général``.
_ADVERB_ENDINGS = {"fr": "ement", "en": "ly"}

#: Arabic conjunctions, prepositions and article written onto the word; longest first.
_ARABIC_PREFIXES = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ب", "ل", "ف")
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})


def fold(word: str) -> str:
    """Case and accents away: ``Élection`` -> ``election``."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


class WordForms:
    """Keys of words of one language. A key that begins with ``~`` is a stem."""

    def __init__(self, language: str) -> None:
        self._language = language
        name = STEMMERS.get(language)
        self._stem = Stemmer.Stemmer(name).stemWord if name else None
        self._lemmas: Mapping[str, str] | None = None
        if language in LEMMA_LANGUAGES:
            self._lemmas = lemmas(language)

    def token_keys(self, word: str) -> frozenset[str]:
        """Of a word in a text."""
        low = word.lower() if word.isascii() else unicodedata.normalize("NFC", word).lower()
        if self._language == "ar":
            return self._arabic(low)
        if self._lemmas is None:
            return frozenset((low, self._stemmed(low)))
        lemma = self._lemma(low)
        if not lemma:
            return frozenset((low, self._stemmed(low)))
        if low.endswith(("s", "x")) and self._lemma(low[:-1]) == lemma:
            return frozenset((low, lemma, low[:-1]))  # infirmières: infirmier, and infirmière too
        return frozenset((low, lemma))

    def term_keys(self, word: str) -> frozenset[str]:
        """Of a one-word term. Where lemmas are known: a base form stands for its inflections, an inflected form for itself.

        Text without accents finds the term too, unless the bare form is another word (``marche``, ``marché``).
        """
        low = unicodedata.normalize("NFC", word).lower()
        if self._language == "ar":
            return self._arabic_term(low)
        if self._lemmas is None:
            return self._stemmed_term(low)
        keys = {low}
        if not self._lemma(low):
            keys.add(self._stemmed(low))
        bare = fold(low)
        if bare != low and not self._lemma(bare):
            keys |= {bare, self._stemmed(bare)}
        return frozenset(keys)

    def phrase_keys(self, word: str) -> frozenset[str]:
        """Of a word in a phrase: any inflection of it."""
        low = unicodedata.normalize("NFC", word).lower()
        keys = self.term_keys(word)
        if self._lemmas is not None and (lemma := self._lemma(low)):
            return keys | {lemma}
        return keys

    def forms_of(self, keys: Collection[str]) -> set[str]:
        """The forms, in lower case, whose lemma is among the keys; none where lemmas are not known."""
        return {form.lower() for form, lemma in (self._lemmas or {}).items() if lemma.lower() in keys}

    def _lemma(self, low: str) -> str | None:
        if self._lemmas is None or low.endswith(_ADVERB_ENDINGS[self._language]):
            return low if self._lemmas is not None and low in self._lemmas else None
        lemma = self._lemmas.get(low) or self._lemmas.get(low.capitalize())
        return lemma.lower() if lemma else None

    def _stemmed(self, low: str) -> str:
        if self._lemmas is not None:  # a word that the dictionary lacks, often a name: no more than its plural is taken off
            return "~" + fold(low[:-1] if low.endswith(("s", "x")) and len(low) > 4 else low)
        return "~" + fold(self._stem(low) if self._stem else low)

    def _stemmed_term(self, low: str) -> frozenset[str]:
        stem = self._stemmed(low)
        # the stem has a mark before it; a stemmer that takes more than an ending off joins derivations (importazioni, importante)
        if len(stem) > _SHORTEST_STEM.get(self._language, 4) and len(low) - len(stem) < _LONGEST_ENDING:
            return frozenset((low, stem))
        forms = {low} | {low + ending for ending in _PLURALS.get(self._language, ())}
        if self._language == "it" and low[-1:] in _ITALIAN_PLURAL:
            forms.add(low[:-1] + _ITALIAN_PLURAL[low[-1]])
        return frozenset(forms)

    def _arabic(self, low: str) -> frozenset[str]:
        """The word and what is left of it without each prefix that may be written onto it."""
        bare = low.translate(_ARABIC_LETTERS)
        forms = {bare} | {bare[len(p) :] for p in _ARABIC_PREFIXES if bare.startswith(p) and len(bare) - len(p) >= 3}
        return frozenset(forms | {self._stemmed(form) for form in forms})

    def _arabic_term(self, low: str) -> frozenset[str]:
        bare = low.translate(_ARABIC_LETTERS)
        if bare.startswith("ال") and len(bare) > 4:
            bare = bare[2:]
        stem = self._stemmed(bare)
        return frozenset((bare, stem) if len(stem) > _SHORTEST_STEM["ar"] else (bare,))
