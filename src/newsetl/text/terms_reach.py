"""Which texts an edit of the term list may concern: a pattern that every text with a word of the changed terms matches.

The pattern may match too many texts, never too few: what does not match is spared, the others are read again. It is meant
for texts in lower case without accents (``strip_accents(lower(text))`` in SQL).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from newsetl.text.terms import UNSPACED
from newsetl.text.terms_words import LEMMA_LANGUAGES, STEMMERS, WordForms, fold

#: Past so many terms the list is another, and looking for each costs more than reading all texts again.
MOST_TERMS = 300

#: Stemmers that keep the beginning of a word, but for its last letters; looked up in all forms that simplemma knows. The Dutch
#: one takes a ``ge`` out of words, the Turkish one all but a letter, Arabic writes small words before them: their texts are all
#: read again.
_KEEPS_BEGINNING = frozenset({"de", "es", "it", "pt", "ru"})
_WORD = re.compile(r"\w+")


def pattern(rows: Iterable[Mapping[str, str]], language: str) -> str | None:
    """The pattern of terms (rows of ``topic_terms``) that came, went or changed; ``None`` where any text may hold them."""
    rows = list(rows)
    if len(rows) > MOST_TERMS:
        return None
    if language in UNSPACED:
        return "|".join(sorted({_spelled(fold(row["term"].strip()), language) for row in rows}))
    if language in STEMMERS and language not in LEMMA_LANGUAGES | _KEEPS_BEGINNING:
        return None
    forms = WordForms(language)
    keys: set[str] = set()
    for row in rows:
        words = _WORD.findall(row["term"].replace("’", "'"))
        if words:
            keys |= forms.phrase_keys(max(words, key=len))
    beginnings = {fold(key) for key in keys if key[0] != "~"}
    if language in LEMMA_LANGUAGES:
        beginnings |= {key[1:] for key in keys if key[0] == "~"} | {fold(form) for form in forms.forms_of(keys)}
    else:
        beginnings |= {_beginning(key[1:]) for key in keys if key[0] == "~"}
    if "" in beginnings:
        return None
    shortest = [word for word in beginnings if not any(word != other and word.startswith(other) for other in beginnings)]
    return "|".join(sorted(_spelled(word, language) for word in shortest))


def _beginning(stem: str) -> str:
    """What every word of a stem begins with: its last letters may be others in the word."""
    return stem[:-2] if len(stem) > 4 else stem[:2] if len(stem) > 2 else stem[:1]


def _spelled(beginning: str, language: str) -> str:
    """A beginning as a regular expression that also matches what case folding and stemmers make one with it."""
    out = re.escape(beginning.replace("ss", "ß")).replace("ß", "(?:ss|ß)").replace("σ", "[σς]")
    return re.sub("[aou]", r"\g<0>e?", out) if language == "de" else out  # «Mühle», «Muehle»
