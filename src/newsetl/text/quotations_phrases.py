"""Noun phrases: does one name someone, or only describe; the mentions of a document by place; where sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from newsetl.text.model import Mention
from newsetl.text.quotations_words import Grammar

ABBREVIATION = re.compile(
    r"(?<![\w.])(?:MM?|Mmes?|Mlles?|Mr|Mrs|Ms|Dr|Drs|Prof|Pr|St|Ste|Sen|Rep|Rev|Hon|Del|Gov|Gen|Maj|Lt|Col|Sgt|Cpl|Cmdr|Capt|Adm|Supt|Insp"
    r"|Msgr|Mgr|Jr|Sr|Inc|Corp|Co"
        r"|Ltd|vs|No|Sr|Sra|Dra|Hr|Fr"
    r"|Dott|Sig|[A-ZÀ-Þ]|(?:[A-Z]\.)+[A-Z])\.$"
)
_SENTENCE_END = re.compile(r"[.!?…](?=[\s\u00a0]|$|[\"”»’])|\n")
OF = re.compile(r"(?:^|[\s(])(?:of|for|from|at|in|with|by|to|on|de|du|des|à|au|aux|pour|en|chez|del|di|della|dello|dell|da"
    r"|do|dos|das|von|der|des|für|la|le|les|the|el|los)[\s]+$|(?:^|\s)(?:d|l|dell|all)['’]$", re.IGNORECASE)
_LOWER_NOUN = re.compile(r"[\s-](?!and\b|et\b|et al|y\b|e\b|und\b)[a-zà-ÿ]{3,}")
_BEFORE_NAME = 80  # code points of title and function that belong to a speaker's surface
_GERMAN_AUXILIARY = re.compile(r"(?:hat|haben|hatte|hatten)\s")
_ENGLISH_VERB = re.compile(r"\s(?:has|have|had|was|were|is|are|will|would|to)\s")  # a clause, no noun phrase
_GERMAN_NOUN = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]+")
_JOINING = frozenset(("but", "and", "yet", "meanwhile", "et", "mais", "pero", "y", "ma", "mas", "und", "aber", "doch"))
_COMPOUND_LANGUAGES = frozenset(("en", "de"))


class Subject(NamedTuple):
    """A speaker as the text gives it."""

    start: int
    end: int
    mention: int | None  # index of the mention that names the speaker here
    form: str  # name, phrase, pronoun; implied (a verb without one); nobody (a-t-on)
    gender: str | None
    number: str | None


class MentionIndex:
    """The mentions of a document, found by place."""

    def __init__(self, mentions: list[Mention], language: str = "") -> None:
        self.mentions = mentions
        self.compounds = language in _COMPOUND_LANGUAGES  # the head noun stands last: "education secretary"
        self.starts = [mention.char_start for mention in mentions]
        self._known: tuple[dict[str, int], dict[str, str]] | None = None

    def known(self) -> tuple[dict[str, int], dict[str, str]]:
        """How often each name is mentioned, and its gender where one of its mentions tells; only pronouns ask for it."""
        if self._known is None:
            genders = {mention.entity_key: mention.gender for mention in reversed(self.mentions) if mention.gender}
            self._known = Counter([mention.entity_key for mention in self.mentions]), genders
        return self._known

    def within(self, start: int, end: int) -> range:
        """Numbers of the mentions that begin in ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def covering(self, at: int) -> int | None:
        """The mention that spans ``at``."""
        number = bisect_left(self.starts, at + 1) - 1
        return number if number >= 0 and self.mentions[number].char_end > at else None


def sentence_end(text: str, start: int, limit: int) -> int:
    """The end of the sentence that runs on from ``start``, at most ``limit``; the stop is not included."""
    at = start
    while True:
        match = _SENTENCE_END.search(text, at, limit)
        if match is None:
            return limit
        stop = match.start()
        if text[stop] != "." or not ABBREVIATION.search(text, max(start, stop - 8), stop + 1):
            return stop
        at = match.end()


def read_phrase(text: str, start: int, end: int, index: MentionIndex, grammar: Grammar, language: str) -> Subject | None:
    """The noun phrase ``text[start:end]`` as a subject: does it name someone, or only describe?"""
    while start < end and (text[start] in ",;.–—-'’“”\"" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in ",;–—-“”\"" or text[end - 1].isspace()):
        end -= 1
    if text[end - 1 : end] == "." and not ABBREVIATION.search(text, max(start, end - 8), end):
        end -= 1
    if language == "de":  # "…", hat Jan Maier geschrieben
        auxiliary = _GERMAN_AUXILIARY.match(text, start, end)
        start = auxiliary.end() if auxiliary else start
    if start >= end:
        return None
    first = text[start:end].partition(" ")[0]
    if first.lower() in _JOINING and start + len(first) < end:  # But Ann Lee said
        start += len(first) + 1
    phrase = text[start:end]
    known = grammar.pronouns.get(phrase.lower())
    if known:
        return Subject(start, end, None, "pronoun", *known)
    if phrase.lower() in grammar.nobody:
        return Subject(start, end, None, "nobody", None, None)
    name = _named(text, start, end, index, language)
    if name is not None:
        mention = index.mentions[name]
        begin = start if mention.char_start - start < _BEFORE_NAME else mention.char_start
        return Subject(begin, mention.char_end, name, "name", mention.gender, "s")
    first = next(iter(phrase.split(None, 1)), "").lower()
    pronoun = grammar.pronouns.get(first)
    if pronoun and len(phrase) < 40:
        return Subject(start, start + len(first), None, "pronoun", *pronoun)
    if not any(ch.isalpha() for ch in phrase):
        return None
    if language == "en" and _ENGLISH_VERB.search(phrase):
        return None
    if language != "en" and not (phrase[0].isupper() or phrase[0].isdigit() or grammar.determiner.match(phrase)):
        return None  # a verb or a conjunction, no noun phrase
    return Subject(start, end, None, "phrase", _gender_of(phrase, language), _number_of(phrase, language))


def _named(text: str, start: int, end: int, index: MentionIndex, language: str) -> int | None:
    numbers = index.within(start, end)
    chosen: int | None = None
    for number in numbers:
        mention = index.mentions[number]
        if mention.usage in ("adjective",):
            continue
        before = text[max(start - 1, mention.char_start - 14) if mention.char_start > start else start : mention.char_start]
        at_start = not text[start : mention.char_start].strip() or only_determiner(text[start : mention.char_start])
        if not at_start and (OF.search(before) or mention.kind != "person"):
            continue
        rest = text[mention.char_end : min(end, mention.char_end + 30)]
        if language == "de" and text[mention.char_end - 1] == "s" and _GERMAN_NOUN.match(rest):
            continue  # Maiers Sprecherin Anna Schmidt
        if rest[:2] in ("'s", "’s") or (language == "en" and _LOWER_NOUN.match(rest)):
            continue
        if chosen is not None and index.mentions[chosen].kind == "person" and mention.kind != "person":
            continue
        chosen = number
        if at_start and (mention.kind == "person" or rest[:1] in ",("):
            break
    return chosen


_DETERMINER_ONLY = re.compile(r"\s*(?:the|l['’]|le|la|les|el|los|las|il|lo|gli|i|o|a|os|as|der|die|das|M\.|Mme|Mr\.?|Mrs\.?"
    r"|Ms\.?|Dr\.?)?\s*", re.IGNORECASE)


def only_determiner(text: str) -> bool:
    """Is there nothing before a name but an article or a title?"""
    return _DETERMINER_ONLY.fullmatch(text) is not None


_FEMININE = {
    "fr": re.compile(r"(?:la|une|cette|sa)\s", re.I), "es": re.compile(r"(?:la|una|esta|las)\s", re.I),
    "it": re.compile(r"(?:la|una|questa)\s|un['’]", re.I), "pt": re.compile(r"(?:a|uma|esta|essa|as)\s", re.I),
    "de": re.compile(r"(?:die|eine|diese)\s", re.I),
}  # fmt: skip
_MASCULINE = {
    "fr": re.compile(r"(?:le|un|ce|cet)\s", re.I), "es": re.compile(r"(?:el|un|este|los)\s", re.I),
    "it": re.compile(r"(?:il|lo|un|uno|questo)\s", re.I),
    "pt": re.compile(r"(?:o|um|este|esse|os)\s", re.I), "de": re.compile(r"(?:der|ein|dieser)\s", re.I),
}  # fmt: skip
_WOMEN = frozenset(("women", "mother", "wife", "daughter", "sister", "girl", "actress"))
_MEN = frozenset(("men", "father", "husband", "son", "brother", "boy", "actor"))
_NO_MEN = frozenset(("german", "roman", "human", "ottoman", "norman"))
_PLURAL = {
    "fr": re.compile(r"(?:les|des|ces|ses|leurs|plusieurs|certain(?:e)?s|quelques|deux|trois|de nombreu\w+)\s", re.I),
    "en": re.compile(r"(?:these|those|some|several|many|two|three|four|\w+ officials|officials|critics|analysts"
        r"|experts)\b", re.I),
    "es": re.compile(r"(?:los|las|unos|unas|varios|varias)\s", re.I), "it": re.compile(r"(?:i|gli|le|alcuni|alcune)\s", re.I),
    "pt": re.compile(r"(?:os|as|uns|umas|vários|várias)\s", re.I), "de": re.compile(r"(?:zwei|drei|mehrere|einige)\s", re.I),
}  # fmt: skip


def _gender_of(phrase: str, language: str) -> str | None:
    if language == "en":
        return _english_gender(phrase)
    if language in _FEMININE and _FEMININE[language].match(phrase):
        return "f"
    if language in _MASCULINE and _MASCULINE[language].match(phrase):
        return "m"
    return None


def _english_gender(phrase: str) -> str | None:
    """By the words that tell it, up to the first that is no plain word: ``a police spokeswoman``, ``his father``."""
    for word in phrase.lower().split(" "):
        if word in _WOMEN or word.endswith("woman"):
            return "f"
        if word in _MEN or (word.endswith("man") and word not in _NO_MEN):
            return "m"
        if not word.isalnum():
            break
    return None


def _number_of(phrase: str, language: str) -> str | None:
    if language in _PLURAL and _PLURAL[language].match(phrase):
        return "p"
    return "s"
