"""The forms of a cue verb that news uses: third person, participles and gerund, by the regular rules of its language.

Irregular verbs give their forms in ``cue_verbs.csv``; these rules serve the rest and the verbs an editor adds.
"""

from __future__ import annotations

import re

_FR_ER = ("e", "ent", "ait", "aient", "a", "èrent", "é", "ée", "és", "ées", "ant", "er", "era", "eront", "erait", "eraient")
_FR_IR = ("it", "issent", "issait", "issaient", "irent", "i", "ie", "is", "ies", "issant", "ir", "ira", "irait")
_FR_RE = ("", "ent", "ait", "aient", "it", "irent", "u", "ue", "us", "ant", "re", "ra", "rait")
_ES_AR = ("a", "an", "ó", "aron", "aba", "aban", "ado", "ando", "ar", "ará", "aría")
_ES_IR = ("e", "en", "ió", "ieron", "ía", "ían", "ido", "iendo")
_IT_ARE = ("a", "ano", "ò", "arono", "ava", "avano", "ato", "ata", "ati", "ando", "are", "erà")
_IT_IRE = ("e", "ono", "ì", "irono", "iva", "ivano", "ito", "endo", "ire")
_PT_AR = ("a", "am", "ou", "aram", "ava", "avam", "ado", "ando", "ar", "ará", "aria")
_PT_IR = ("e", "em", "iu", "iram", "ia", "iam", "ido", "indo", "ir")
_PT_ER = ("e", "em", "eu", "eram", "ia", "iam", "ido", "endo", "er")
_DE = ("t", "en", "te", "ten")
_CONSONANTS = "bcdfghjklmnpqrstvwxz"


def _join(stem: str, endings: tuple[str, ...]) -> set[str]:
    return {stem + ending for ending in endings}


def _french(lemma: str) -> set[str]:
    if lemma.endswith("er"):
        stem = lemma[:-2]
        forms = _join(stem, _FR_ER)
        if stem.endswith("g"):
            forms |= {stem + "e" + e for e in ("ait", "aient", "a", "ant")}
        elif stem.endswith("c"):
            forms |= {stem[:-1] + "ç" + e for e in ("ait", "aient", "a", "ant")}
        closed = re.sub(r"[ée]([bcdfglmnprstv]{1,2}|qu)$", r"è\1", stem)  # révéler: révèle
        return forms | {closed + "e", closed + "ent"}
    if lemma.endswith("ir"):
        return _join(lemma[:-2], _FR_IR)
    return _join(lemma[:-2], _FR_RE) if lemma.endswith("re") else {lemma}


def _english(lemma: str) -> set[str]:
    if lemma.endswith("y") and lemma[-2:-1] in _CONSONANTS:
        return {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else lemma + "s"
    return {third, stem + "ed", stem + "ing"}


def _spanish(lemma: str) -> set[str]:
    if lemma.endswith("ar"):
        stem = lemma[:-2]
        soft = {"c": stem[:-1] + "qu", "g": stem + "u", "z": stem[:-1] + "c"}.get(stem[-1:], stem)
        return _join(stem, _ES_AR) | {soft + "e", soft + "en"}
    return _join(lemma[:-2], _ES_IR) | {lemma}


def _italian(lemma: str) -> set[str]:
    if lemma.endswith("are"):
        return _join(lemma[:-3], _IT_ARE)
    return _join(lemma[:-3], _IT_IRE) | {lemma}


def _portuguese(lemma: str) -> set[str]:
    endings = {"ar": _PT_AR, "er": _PT_ER}.get(lemma[-2:], _PT_IR)
    return _join(lemma[:-2], endings)


def _german(lemma: str) -> set[str]:
    stem = lemma.removesuffix("en").removesuffix("n") if lemma.endswith("en") else lemma.removesuffix("n")
    participle = stem + "t" if stem.endswith("ier") or stem.startswith(("be", "er", "ver", "ent", "zer", "ge")) else "ge" + stem + "t"
    return _join(stem, _DE) | {participle, lemma}


_RULES = {"fr": _french, "en": _english, "es": _spanish, "it": _italian, "pt": _portuguese, "de": _german}


def verb_forms(language: str, lemma: str) -> set[str]:
    """Forms of a regular verb in lower case; ``verb_forms("en", "reply")`` has ``replied``. Unknown language: the lemma."""
    bare = re.sub(r"^(?:s['’]|se )", "", lemma) if language == "fr" else lemma
    rule = _RULES.get(language)
    return {form for form in rule(bare) if len(form) > 1} if rule and " " not in bare else {bare}
