"""What is known of a word by itself: its shape, the lists that it stands in, and its signature, the same in every language.

A signature such as ``l:function`` or ``Xx:given`` says what kind of word it is without saying which one, so that what the
tagger learns about «Minister Müller» from German holds for «ministre Dupont».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from newsetl.reference import Reference
from newsetl.text.names_lists import COMMON_LANGUAGES, GAZETTEER, Blooms, hash_starts, packed_lists, two_hashes

# Kinds of listed words from the most to the least telling: a word has the first that fits.
_ORDER: Final = (
    "honorific", "calendar", "in_prep", "of_prep", "by_prep", "article", "conj", "rank", "former", "relation",
    "function", "say", "org_head", "geo_head", "not_name", "particle",
)  # fmt: skip
_RANK: Final = {kind: place for place, kind in enumerate(_ORDER)}
# A stem written "министр*" or "*minister" may be longer by at most so many letters at its end (endings), or any at its front.
_MAX_ENDING: Final = 4
_MIN_COMPOUND: Final = 3

# Cyrillic in Latin letters, so that what other languages taught of endings and names holds for Russian too.
_LATIN: Final = str.maketrans({
    **dict(zip("абвгдеёзийклмнопрстуфхыэіїєґ", "abvgdeeziiklmnoprstufhyeiieg", strict=True)),
    "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
})  # fmt: skip
# Endings that a Russian name takes in other cases, with what the base form has in their place.
_CASES: Final = (
    ("", ""), ("а", ""), ("у", ""), ("ом", ""), ("е", ""), ("ым", ""), ("ы", "а"), ("е", "а"), ("у", "а"), ("ой", "а"), ("и", "я"),
    ("ю", "я"), ("ей", "я"), ("и", "а"), ("ой", "ая"), ("ою", "а"), ("я", "й"), ("ю", "й"), ("ем", "й"), ("и", "ь"), ("я", "ь"), ("ю", "ь"),
)  # fmt: skip
_COMMON: Final = ("common",)
LONG: Final = 8  # letters; longer words are all long


def base_forms(low: str) -> list[str]:
    """Forms that a Cyrillic word may have in the nominative, itself first; any other word alone."""
    if not "а" <= low[:1] <= "ё" or len(low) < 4:
        return [low]
    return list(dict.fromkeys(low[: len(low) - len(end)] + base for end, base in _CASES if low.endswith(end)))


class Word(NamedTuple):
    """A word with what the lists say of it."""

    text: str  # without soft hyphens
    low: str
    spell: str  # low in Latin letters
    shape: str  # Xx XX X. xX x d4 d . (a mark)
    kind: str  # of the lists of triggers, or ""
    lists: tuple[str, ...]  # gazetteer lists and country lists that it stands in
    signature: str
    coarse: str  # signature without the shape
    sort: int  # number of its sort in the language: words of one sort differ in their letters alone


def _shape(word: str) -> str:
    first = word[:1]
    if first.isdigit():
        return "d4" if len(word) == 4 and word.isdigit() else "d"
    if not first.isalpha():
        return "."
    if (len(word) > 1 and word[-1] == ".") or word[1:2] == ".":
        return "X." if first.isupper() else "x."
    if word[-1] in "'’":
        return "X'" if first.isupper() else "x'"
    if first.isupper():
        rest = word[1:]
        if not rest or rest.isupper():
            return "XX" if rest else "X"
        if rest.islower():
            return "Xx"
        return "XX" if sum(map(str.isupper, word)) > len(word) // 2 else ("Xx" if "-" in word else "XxX")
    if first.islower():
        return "x" if word.islower() or not any(map(str.isupper, word)) else "xX"
    return "c"  # a script without case


class Words:
    """Looks words up in the lists of one language."""

    def __init__(self, reference: Reference, language: str) -> None:
        self.kinds: dict[str, str] = {}
        self.tails: set[str] = set()
        self.stems: dict[str, str] = {}
        self.compounds: dict[str, str] = {}
        self.gender: dict[str, str] = {}
        for row in [*reference.rows("titles", language), *reference.rows("name_triggers", language)]:
            self._add(row["form"], row["kind"], row.get("gender", ""))
        self.countries: dict[str, str] = {}
        for row in reference.rows("country_names", language):
            form = row["form"].lower()
            kind = "country" if row["kind"] == "name" else "demonym" if row["kind"] in ("demonym", "adjective") else ""
            if kind and " " not in form and self.countries.get(form) != "country":
                self.countries[form] = kind
        self.lists = packed_lists()
        self.language = language
        # where a stem begins and a compound ends: most words are neither
        self._stem_heads = {stem[:2] for stem in self.stems}
        self._compound_ends = {form[-_MIN_COMPOUND:] for form in self.compounds}
        # a text too short to tell its language may be of any
        self._own = [hash_starts(f"{own}:") for own in (COMMON_LANGUAGES if language == "und" else (language,))]
        self._common = Blooms([self.lists["common"]])
        self._gazetteer = Blooms([self.lists[name] for name in GAZETTEER])
        self.sorts: list[Word] = []  # the first word of every sort
        self._sorts: dict[tuple[object, ...], Word] = {}

    def _add(self, form: str, kind: str, gender: str) -> None:
        if kind == "org_tail":
            self.tails.add(form)
            return
        form = form.lower()
        into = self.kinds
        if form.startswith("*"):
            into, form = self.compounds, form[1:]
        elif form.endswith("*"):
            into, form = self.stems, form[:-1]
        if " " in form:
            form = form.split(" ")[0] if form.split(" ")[0] not in into else ""
        if not form:
            return
        known = into.get(form)
        if known is None or _RANK[kind] < _RANK[known]:
            into[form] = kind
        if into is self.compounds:
            self.kinds.setdefault(form, kind)
        if gender:
            self.gender[form] = gender if self.gender.get(form, gender) == gender else ""

    def kind_of(self, low: str) -> str:
        """The trigger kind of a lower-case word, by form, stem or compound; ``""`` when it is in no list."""
        kind = self.kinds.get(low)
        if kind is not None:
            return kind
        if low[:2] in self._stem_heads:
            for cut in range(len(low), max(2, len(low) - _MAX_ENDING) - 1, -1):
                kind = self.stems.get(low[:cut])
                if kind is not None:
                    return kind
        if low[-_MIN_COMPOUND:] in self._compound_ends:
            for cut in range(_MIN_COMPOUND, len(low) - 2):
                kind = self.compounds.get(low[cut:])
                if kind is not None:
                    return kind
        return ""

    def describe(self, raws: Sequence[str]) -> list[Word]:
        """Pieces without their white space -> what is known of them. Many at once: the packed lists are asked once for all."""
        texts = [raw.replace("\u00ad", "").replace("’", "'") or raw for raw in raws]
        lows = list(map(str.lower, texts))
        shapes = list(map(_shape, texts))
        lists = self._lists(texts, lows, shapes)
        return list(map(self._word, texts, lows, shapes, lists))

    def _word(self, text: str, low: str, shape: str, lists: tuple[str, ...]) -> Word:
        if shape == ".":
            mark = "p:" + text[:1]
            return self._sorted((mark,), text, low, low, shape, "", ())
        if shape[0] == "d":
            return self._sorted((shape,), text, low, low, shape, "", ())
        kind = self.kind_of(low)
        if not kind and text in self.tails:
            kind = "org_tail"
        spell = low if low.isascii() else low.translate(_LATIN)
        length = 0 if shape[0] == "x" else min(len(spell), LONG)
        return self._sorted((shape, kind, lists, length), text, low, spell, shape, kind, lists)

    def _sorted(
        self, key: tuple[object, ...], text: str, low: str, spell: str, shape: str, kind: str, lists: tuple[str, ...]
    ) -> Word:
        """The word of a sort; one of every sort is kept in :attr:`sorts`."""
        first = self._sorts.get(key)
        if first is not None:
            return Word(text, low, spell, shape, kind, lists, first.signature, first.coarse, first.sort)
        if shape == ".":
            signature = coarse = "p:" + text[:1]
        elif shape[0] == "d":
            signature, coarse = shape, "d"
        else:
            if shape[0] == "x":
                best = kind or ("demonym" if "demonym" in lists else "common" if "common" in lists else "")
            else:
                best = self._best(kind, lists)
            signature, coarse = f"{shape}:{best}", f"{shape[0]}:{best}"
        word = self._sorts[key] = Word(text, low, spell, shape, kind, lists, signature, coarse, len(self.sorts))
        self.sorts.append(word)
        return word

    def _lists(self, texts: list[str], lows: list[str], shapes: list[str]) -> list[tuple[str, ...]]:
        """The lists that each word stands in."""
        out: list[tuple[str, ...]] = [()] * len(lows)
        letters = [n for n, shape in enumerate(shapes) if shape[0] not in "d."]
        hashes = [two_hashes(lows[n], own) for own in self._own for n in letters]
        common: list[bool] = np.logical_or.reduce(self._common.hold(hashes)[:, 0].reshape(len(self._own), -1)).tolist()
        names = [n for n in letters if shapes[n][0] == "X" and len(lows[n]) > 1]
        forms = {n: base_forms(lows[n]) for n in letters if "а" <= lows[n][:1] <= "ё"}
        asked = [(n, form) for n in names for form in forms.get(n, (lows[n],))]
        asked += [(n, texts[n]) for n in names if shapes[n] == "XX"]  # organisations named in capitals
        held: dict[int, list[str]] = {}
        if asked:
            found = self._gazetteer.hold([two_hashes(form) for _, form in asked])
            for row, number in zip(*(axis.tolist() for axis in np.nonzero(found)), strict=True):
                held.setdefault(asked[row][0], []).append(GAZETTEER[number])
        for n, is_common in zip(letters, common, strict=True):
            low = lows[n]
            country = self.countries.get(low)
            if country is None and n in forms:
                country = next((self.countries[form] for form in forms[n] if form in self.countries), None)
            capital = shapes[n][0] == "X"
            if n not in held and not country and not (capital and "-" in low):
                if is_common:
                    out[n] = _COMMON
                continue
            lists = [country] if country and (capital or country == "demonym") else []
            if is_common:
                lists.append("common")
            if n in held:
                lists += held[n] if len(held[n]) < 2 else sorted(set(held[n]), key=GAZETTEER.index)
            if capital and "-" in low and not lists:
                head = low.split("-")[0]
                lists.extend(name + "-" for name in GAZETTEER[:3] if head in self.lists[name])
            out[n] = tuple(lists)
        return out

    @staticmethod
    def _best(kind: str, lists: Iterable[str]) -> str:
        if kind and kind != "particle":
            return kind
        names = {name.rstrip("-") for name in lists}
        for name, label in (
            ("country", "country"), ("demonym", "demonym"), ("org", "org"), ("given_m", "given"), ("given_f", "given"),
            ("place_big", "place"), ("place_mid", "place"), ("surname", "surname"),
        ):  # fmt: skip
            if name in names:
                return label + ("+common" if "common" in names else "")
        if "common" in names:
            return "common"
        return "place" if "place_small" in names else kind
