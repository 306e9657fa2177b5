"""Where sentences begin and end, and what kind of block each stands in.

One compiled expression finds the marks that may end a sentence; what stands before and after a mark decides. Sentences
within a quotation of several are counted one by one. Every pass is linear: the expressions use possessive runs and a
look-behind, so that no character is read again from a later start.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsetl.text.model import Sentence
from newsetl.text.sentences_abbreviations import MONTHS, ORDINAL_LEADS, ORDINAL_STOP, UNITS, Words, words_of
from newsetl.text.sentences_blocks import LINK, block_kind, blocks

VERSION = "1"

_FULL = "。！？｡．؟।॥۔։።።។။"  # marks that end a sentence whatever follows (scripts without capitals)
_MARKS = ".!?…" + _FULL
_CLOSERS = "\"'»”’›)\\]}）」』】〉》＂＇“‘"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩА-ЯЁЇІЄҐ"

# A run of marks, the marks that close quotations and brackets after it, then white space, the end, or (a space
# forgotten) a capital. Possessive, and the look-behind lets a run be tried from its first character only.
_CANDIDATE = re.compile(
    rf"(?<![{_MARKS}])[{_MARKS}]++(?:[{_CLOSERS}]|[ \u00a0\u202f](?:[»”]|''(?!\w))|\[\d{{1,3}}\])*+(?:(\s++)|(?=[{_UPPER}«“\"¿¡])|(?<=[{_FULL}])|(?<=[{_FULL}][{_CLOSERS}]))"
)
_WORD_BEFORE = 24  # code points looked at before a full stop; no abbreviation is longer
_LAST_WORD = re.compile(r"[^\s(«“”\"'’‘\[/„–—‐-]*$")
_NEXT_WORD = re.compile(r"[\w'’]+")
_SKIP = re.compile(r"[\s«“”\"'’‘„‚‹¿¡(\[–—―,*•_-]{0,8}")
_ROMAN = re.compile(r"[IVXLC]+$")
_LETTERS_WITH_STOPS = re.compile(r"(?:\w\.-?)+\w$")
_THAI = re.compile(r"[\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f]")
_SPACELESS_STRETCH = 150  # code points after which a space ends a sentence in Thai, Lao, Khmer, Burmese


def split_sentences(text: str, language: str, body_start: int = 0, body_end: int | None = None) -> list[Sentence]:
    """The sentences and other blocks of ``text[body_start:body_end]``, in order, not overlapping.

    Spans count code points of ``text`` and have no white space at either end. ``language`` is ISO 639-1 or ``und``.
    Kinds: ``heading``, ``sentence``, ``list_item``, ``caption``, ``byline``, ``link``; the sentences of the lead are
    ``sentence``.
    """
    stop = len(text) if body_end is None else body_end
    words = words_of(language)
    spans = blocks(text, body_start, stop)
    out: list[Sentence] = []
    last = len(spans) - 1
    for position, (start, end) in enumerate(spans):
        pieces = _split_block(text, start, end, language, words)
        kind = block_kind(text, start, end, position < last, len(pieces) == 1)
        for a, b in pieces:
            out.append(Sentence(a, b, kind))
    return out


def _split_block(text: str, start: int, end: int, language: str, words: Words) -> list[tuple[int, int]]:
    """Spans of the sentences of one block, clipped of white space."""
    out: list[tuple[int, int]] = []
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        after = match.end()
        if after >= end:
            break
        cut = match.start(1)
        if cut < 0:
            cut = after
        if _ends(text, begin, match.start(), cut, after, end, language, words):
            out.append((begin, cut))
            begin = after
    if begin < end:
        out.append((begin, end))
    return out


def _ends(text: str, begin: int, mark: int, cut: int, after: int, end: int, language: str, words: Words) -> bool:
    """Whether the mark at ``mark`` (with its closers up to ``cut``) ends a sentence and ``after`` begins one."""
    char = text[mark]
    following = text[after]
    if char in _FULL:
        return _full_stop_ends(text, mark, cut, after, following)
    if not following.isalnum():
        if following in _MARKS:  # "! !", ". . ."
            return False
        place = _SKIP.match(text, after, end).end()  # type: ignore[union-attr]
        if place >= end:
            return False
        following = text[place]
    else:
        place = after
    if following.islower() and not _begins_in_lower_case(text, place, char, language):
        return False
    if mark == begin or (text[mark - 1] in "([" and text[cut - 1] in ")]"):  # "(....)", "[...]": words left out
        return False
    if char != "." or cut - mark > 1 and text[mark + 1] in _MARKS:
        return True
    return _stop_ends(text, begin, mark, cut, after, place, end, language, words)


def _stop_ends(
    text: str, begin: int, mark: int, cut: int, after: int, place: int, end: int, language: str, words: Words
) -> bool:
    """A single full stop before what could begin a sentence: is it part of the word before it?"""
    before = text[mark - 1]
    low = max(begin, mark - _WORD_BEFORE)
    space = text.rfind(" ", low, mark) + 1
    word = _LAST_WORD.search(text, space or low, mark).group()  # type: ignore[union-attr]
    size = len(word)
    if cut == after:  # no space: "mot.Le" ends, "Bladi.Net" and "J.R." do not
        return size > 1 and word.islower() and text[cut : cut + 2].istitle() and "." not in word
    if size == 0 or size > 9 and "." not in word:
        return True
    folded = word.lower()
    if folded in words.titles and cut == mark + 1:
        return False
    if before.isdigit():
        return _number_ends(text, begin, mark, word, place, end, language, words)
    if size == 1:
        if before.isalpha() and before.islower() and folded in UNITS and text[mark - 2 : mark - 1].isspace() and text[mark - 3 : mark - 2].isdigit():
            return True
        open_word = before.isalpha()
    else:
        open_word = folded in words.open or word in words.open or _LETTERS_WITH_STOPS.match(word) is not None
        if not open_word and language in ORDINAL_STOP and _ROMAN.match(word):
            open_word = True
    following = text[place]
    if folded in words.numbered and (following.isdigit() or _ROMAN.match(_next_word(text, place, end))):
        return False
    if open_word:
        return cut > mark + 1 or _next_word(text, place, end).lower() in words.starters
    return True


def _number_ends(text: str, begin: int, mark: int, word: str, place: int, end: int, language: str, words: Words) -> bool:
    """A number with a full stop: an ordinal, the mark of a list, or the end."""
    if mark - begin <= 3:  # "1. Le ministre": the mark of a list at the start
        return False
    if language not in ORDINAL_STOP or len(word) > 3 or not word.isdigit():
        return True
    following = _next_word(text, place, end).lower()
    if following in MONTHS:
        return False
    if following in words.starters:
        return True
    if language in ("de", "lb"):
        lead = text[max(begin, mark - 30) : mark - len(word)].split()
        return not lead or lead[-1].lower().strip(",(") not in ORDINAL_LEADS
    return len(word) > 2


def _next_word(text: str, place: int, end: int) -> str:
    match = _NEXT_WORD.match(text, place, min(end, place + 24))
    return match.group() if match else ""


def _begins_in_lower_case(text: str, place: int, mark: str, language: str) -> bool:
    """A lower-case letter that begins a sentence all the same: "iPhone", Dutch "'s Avonds", French "à" for lost "À"."""
    following = text[place + 1 : place + 2]
    if following.isupper():
        return True
    if language == "fr":
        return mark == "." and text[place] == "à" and following == " "
    if language == "nl":
        return text[place - 1] in "'’" and text[place] in "stnk" and text[place + 2 : place + 3].isupper()
    return False


# After a closing bracket these go on with the sentence that holds the quotation ("「…。」と述べた").
_JAPANESE_GOES_ON = "とはがをにのもでや"


def _full_stop_ends(text: str, mark: int, cut: int, after: int, following: str) -> bool:
    if following in "，、,；;：":
        return False
    return not (text[cut - 1] in "」』" and following in _JAPANESE_GOES_ON)
