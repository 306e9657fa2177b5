"""Which texts may hold a listed name, as one pattern: what the names reach when the list of actors is edited.

The reader compares words: white space between them, the form of an apostrophe and soft hyphens do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsetl.text.names_tokens import pieces

#: What the pattern is matched against: SQL over the column ``text``.
SEARCHED = "replace(replace(text, chr(173), ''), '’', '''')"


def pattern(names: Iterable[str]) -> str:
    """One pattern (RE2) for all names. It may match texts in which no reader finds the name; it misses none."""
    return "(?i)" + "|".join(map(_spelled, names))


def _spelled(name: str) -> str:
    words = (piece.strip() for piece in pieces(name.replace("\u00ad", "").replace("’", "'").strip()))
    return r"[\s\p{Z}]*".join(re.escape(word) for word in words if word)
