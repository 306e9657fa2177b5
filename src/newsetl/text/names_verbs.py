"""French verb forms, which a name does not go on over: «la Commission gère les fonds», «l'Union qui».

In French an adjective follows its noun, so that the tagger lets a name go on over a word in small letters: «Commission
européenne». Which such words are verbs it cannot know one by one; a dictionary of lemmas does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsetl.text.lemmas import lemmas

#: Languages that this holds for.
LANGUAGES: Final = frozenset(("fr",))
# What participles end in, by the ending of the infinitive: they may be adjectives («Nations unies»), so they tell nothing.
_PARTICIPLES: Final = {
    "er": ("é", "ée", "és", "ées", "ant", "ants"),
    "ir": ("i", "ie", "is", "ies", "u", "ue", "us", "ues", "ert", "erte", "ant", "ants"),
    "re": ("i", "ie", "is", "ise", "ises", "ies", "it", "ite", "its", "ites", "u", "ue", "us", "ues", "int", "ant", "ants"),
}
_IMPERFECT: Final = ("ait", "aient")
_RELATIVE: Final = frozenset(("qui", "que", "qu'", "dont", "où"))


class Verbs:
    """Tells the words of a language that end a name; of a language without a dictionary here, none."""

    def __init__(self, language: str) -> None:
        self._lemmas: Mapping[str, str] = lemmas(language) if language in LANGUAGES else {}

    def ends_name(self, low: str) -> bool:
        """Whether a word in lower case is a finite verb or opens a relative clause."""
        lemma = self._lemmas.get(low)
        if lemma is None or lemma == low:
            return low in _RELATIVE if self._lemmas else False
        participles = _PARTICIPLES.get(lemma[-2:])
        return participles is not None and (low.endswith(_IMPERFECT) or not low.endswith(participles))
