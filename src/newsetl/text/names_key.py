"""The comparison form of a name: stored with every mention and compared in SQL, so it must never depend on a language."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

# Marks after Latin and Greek letters; in other scripts they make a letter of its own (й).
_LATIN_MARKS: Final = re.compile(r"([A-Za-z\u0370-\u03ff])[\u0300-\u036f]+")
_NOT_KEY: Final = re.compile(r"[\W_]+")
# A capital article may be part of a name (Le Pen, La Haye, El Aaiún, De Gaulle): only these are taken off.
_ARTICLE: Final = re.compile(
    r"^(?:(?:le|la|les|Les|the|The|el|los|las|il|lo|gli|der|die|das|Die|Das|het|de|os|as|du|des|au|aux|del|della) (?=\w{2})"
    r"|[ldLD]['’](?=\w))"
)
_TITLE: Final = re.compile(
    r"^(?:(?:mm?|mme|mmes|mlle|mgr|mr|mrs|ms|dr|pr|prof|sr|sra|sir|lord|lady|herr|frau|señor|señora|signor|signora|monsieur|madame|"
    r"mademoiselle|miss|docteur|doctor|г-н|г-жа|господин|госпожа)\.? )+(?=\w)",
    re.IGNORECASE,
)
# Letters that do not come apart into a letter and a mark.
_LETTERS: Final = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ё": "е",
})  # fmt: skip


@functools.lru_cache(maxsize=50_000)
def name_key(surface: str) -> str:
    """``"M. Gantz"`` -> ``"gantz"``, ``"l'Algérie"`` -> ``"algerie"``, ``"Maddy-Weitzman"`` -> ``"maddy weitzman"``.

    Case folded, accents stripped, hyphens, apostrophes and white space one space, no title or article in front. A surface
    that is nothing but marks gives ``""``.
    """
    if surface.isascii():
        plain = surface
    else:
        plain = _LATIN_MARKS.sub(r"\1", unicodedata.normalize("NFKD", surface.replace("\u00ad", "")))
        plain = unicodedata.normalize("NFC", plain)
    stripped = _TITLE.sub("", plain.strip())
    stripped = _ARTICLE.sub("", stripped) or stripped
    return _NOT_KEY.sub(" ", stripped.casefold().translate(_LETTERS)).strip()
