"""Title, role and gender of a person as the words beside the name give them.

«le ministre israélien de la Défense Benny Gantz», «Nasser Bourita, ministre des Affaires étrangères», «M. Gantz».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsetl.text.names_words import Word

_LEFT: Final = 10  # tokens that a role before the name may take
_RIGHT: Final = 14  # tokens that a role after the name may take
_ENDS: Final = frozenset(",;:.!?()[]«»\"“”…–—|/-")
_RELATIVE: Final = frozenset((
    "qui", "que", "dont", "où", "who", "which", "that", "der", "che", "chi", "quien", "quienes", "die", "dat", "который",
    "которая",
))  # fmt: skip
_ROLE_HEADS: Final = ("function", "rank")
#: Languages whose adjectives stand before what they describe: a lower-case word after a function is no part of the role.
_GERMANIC: Final = frozenset(("en", "de", "nl"))
_LINKS: Final = frozenset(("for", "on", "with", "für", "mit", "voor", "met", "general", "emeritus", "designate", "elect"))
_LINK_KINDS: Final = frozenset(("of_prep", "in_prep", "article", "former", "function", "rank", "honorific"))
_ACROSS: Final = 3  # tokens within which another function may follow: «chief security architect»
#: Verbs that a role ends before.
_AUXILIARIES: Final = {
    "en": frozenset((
        "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must", "should", "does",
        "did", "do", "who", "says",
    )),
    "fr": frozenset((
        "a", "ont", "est", "sont", "était", "étaient", "avait", "avaient", "aura", "sera", "fut", "doit", "peut", "n'", "s'", "se",
    )),
    "es": frozenset(["ha", "han", "es", "son", "era", "fue", "había", "tiene", "será", "se"]),
    "it": frozenset(["ha", "hanno", "è", "sono", "era", "fu", "aveva", "sarà", "si"]),
    "pt": frozenset(["é", "são", "era", "foi", "tem", "tinha", "será", "se"]),
    "de": frozenset(["ist", "sind", "war", "waren", "hat", "haben", "hatte", "wird", "wurde", "soll", "kann"]),
    "nl": frozenset(["is", "was", "zijn", "waren", "heeft", "had", "hebben", "wordt", "werd", "zal", "kan"]),
}  # fmt: skip
#: What a role cannot end with.
_LOOSE: Final = frozenset(("of_prep", "article", "conj", "in_prep", "by_prep", "former"))


# Offices named by what they are in charge of: «ministre de la Défense» names no organisation.
_PORTFOLIO: Final = ("minist", "sekretär", "secretári", "secrétaire d", "министр", "secretar", "garde")
# Sorts of organisations that stand before a name without being part of it: «la société israélienne Rafael».
_SORTS: Final = frozenset((
    "société", "groupe", "entreprise", "compagnie", "agence", "firme", "quotidien", "journal", "magazine", "hebdomadaire", "site",
    "mouvement", "parti", "chaîne", "association", "organisation", "ong", "géant", "constructeur", "éditeur", "plateforme", "club",
    "company", "group", "firm", "agency", "newspaper", "daily", "magazine", "website", "party", "network", "charity", "giant",
    "empresa", "compañía", "grupo", "agencia", "diario", "periódico", "partido", "revista", "società", "gruppo", "agenzia",
    "quotidiano", "partito", "azienda", "settimanale", "rivista", "jornal", "companhia", "agência", "компания", "компании", "группа",
    "агентство", "агентства", "газета", "газеты", "партия", "партии",
))  # fmt: skip


def is_portfolio(words: Sequence[Word], first: int) -> bool:
    """Whether what begins at ``first`` is what a minister is in charge of: «le ministre israélien de la Défense»."""
    place = first - 1
    if place < 1 or words[place].kind not in ("of_prep", "article"):
        return False
    for word in reversed(words[max(0, place - 4) : place + 1]):
        if word.kind in _ROLE_HEADS and word.low.startswith(_PORTFOLIO):
            return True
        if word.shape[0] != "x" and word.text != "l'":
            return False
    return False


# Those of them that in Romance languages stand right before the name of an organisation and before no person's.
_OF_ORGANISATIONS: Final = frozenset((
    "société", "groupe", "entreprise", "compagnie", "agence", "firme", "quotidien", "hebdomadaire", "chaîne", "association", "ong",
    "empresa", "compañía", "grupo", "agencia", "società", "gruppo", "agenzia", "azienda", "companhia", "agência",
))  # fmt: skip


def is_sort(word: Word) -> bool:
    """Whether a word right before a name says that it is an organisation's: «la société Kronenbourg», whoever else bears it."""
    return word.low in _OF_ORGANISATIONS and word.shape == "x"


def without_sort(words: Sequence[Word], first: int, last: int) -> int:
    """The first token of an organisation's name when its sort is taken off: «société israélienne Rafael Systems»."""
    if words[first].low not in _SORTS or words[first].shape != "x":
        return first
    for place in range(first + 1, min(last, first + 3) + 1):
        if words[place].shape[0] == "X":
            return place
        if words[place].kind in ("of_prep", "article", "particle", "conj"):
            return first
    return first


class Role(NamedTuple):
    """What stands beside a name; spans are tokens, end exclusive."""

    title: tuple[int, int] | None
    role: tuple[int, int] | None
    gender: str | None


def _gender(word: Word, genders: dict[str, str]) -> str | None:
    known = genders.get(word.low)
    if known is None:
        for cut in range(3, len(word.low) - 2):
            known = genders.get(word.low[cut:])
            if known:
                break
    return known or None


def find_role(
    words: Sequence[Word], first: int, last: int, taken: Sequence[bool], genders: dict[str, str], language: str = ""
) -> Role:
    """The role of the person named by tokens ``first`` to ``last``; ``taken`` marks tokens in names of other persons."""
    title, gender = None, None
    start = first
    while start > 0 and words[start - 1].kind in ("honorific", "rank") and words[start - 1].text not in ("père", "frère"):
        start -= 1
        gender = gender or _gender(words[start], genders)
    if start < first:
        title = (start, first)
    role = _before(words, start, taken, language) or _after(words, last + 1, taken, language)
    if role is not None and gender is None:
        for word in words[role[0] : role[1]]:
            if word.kind in _ROLE_HEADS:
                gender = _gender(word, genders)
                break
    return Role(title, role, gender)


def _goes_on(words: Sequence[Word], place: int, end: int) -> bool:
    """Whether what stands after a function may be part of the role, where adjectives stand before what they describe."""
    word = words[place]
    if word.kind == "conj":
        return any(other.kind in _ROLE_HEADS for other in words[place + 1 : min(place + 1 + _ACROSS, end)])
    if word.low in ("'s", "’s"):
        return False
    return word.kind in _LINK_KINDS or word.low in _LINKS or word.shape[0] in "Xd"


def _last_head(words: Sequence[Word], head: int, end: int) -> int:
    """The last function of those that stand close together from ``head`` on: «chief security architect»."""
    place = head
    while True:
        near = range(place + 1, min(place + 1 + _ACROSS, end))
        following = next((at for at in near if words[at].kind in _ROLE_HEADS), None)
        if following is None or any(words[at].text in _ENDS or words[at].kind for at in range(place + 1, following)):
            return place
        place = following


def _before(words: Sequence[Word], end: int, taken: Sequence[bool], language: str) -> tuple[int, int] | None:
    head = None
    verbs = _AUXILIARIES.get(language, ())
    if end > 1 and words[end - 1].text == ",":  # «le ministre de la Défense, Benny Gantz,»
        end -= 1
    for place in range(end - 1, max(-1, end - 1 - _LEFT), -1):
        word = words[place]
        if taken[place] or word.text in _ENDS or word.kind in ("say", "by_prep") or word.low in _RELATIVE or word.text in verbs:
            break
        if word.kind == "in_prep" and word.shape[0] == "x" and word.low not in ("à", "aux", "al", "an", "zur"):
            break
        if word.text == "à" and words[place + 1].shape == "x" and words[place + 1].low.endswith(("er", "ir", "oir")):
            break  # «le premier président à rencontrer M. Xi»
        if word.kind in _ROLE_HEADS:
            head = place
            if place and words[place - 1].kind not in ("former", "function", "rank"):
                break
    if head is None:
        return None
    if language in _GERMANIC:
        after = _last_head(words, head, end) + 1
        if after < end and not _goes_on(words, after, end):
            return None
    while head > 0 and words[head - 1].kind == "former" and not taken[head - 1]:
        head -= 1
    return (head, end)


def _after(words: Sequence[Word], start: int, taken: Sequence[bool], language: str) -> tuple[int, int] | None:
    if start + 1 >= len(words) or words[start].text not in (",", "(", "–", "—"):
        return None
    place = start + 1
    while place < len(words) and place < start + 4 and words[place].kind in ("article", "former"):
        place += 1
    if place >= len(words) or words[place].kind not in _ROLE_HEADS or taken[place]:
        return None
    begin = place
    while begin > start + 1 and words[begin - 1].kind == "former":
        begin -= 1
    head = _last_head(words, place, len(words))
    if language in _GERMANIC and head + 1 < len(words) and not _goes_on(words, head + 1, len(words)):
        return (begin, head + 1)
    end = place + 1
    verbs = _AUXILIARIES.get(language, ())
    while end < len(words) and end - begin < _RIGHT:
        word = words[end]
        if taken[end] or word.text in _ENDS or word.low in _RELATIVE or word.text in verbs:
            break
        if word.kind == "say" and word.shape[0] == "x":
            break
        end += 1
    else:
        if end - begin >= _RIGHT:
            return (begin, place + 1)
    while end > place + 1 and words[end - 1].kind in _LOOSE and words[end - 1].shape[0] == "x":
        end -= 1
    return (begin, end)
