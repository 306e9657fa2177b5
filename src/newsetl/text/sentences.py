"""Where sentences begin and end, and what kind of block each stands in.

One compiled expression finds the marks that may end a sentence; what stands before and after a mark decides. Sentences
within a quotation of several are counted one by one. Every pass is linear: the expressions use possessive runs and a
look-behind, so that no character is read again from a later start.
"""

from __future__ import annotations

import re

from newsetl.text.model import Sentence
from newsetl.text.sentences_abbreviations import (
    ALWAYS_TITLES,
    DOMAIN_ENDS,
    ENDINGS,
    MONTHS,
    ONE_LETTER_WORDS,
    ORDINAL_LEADS,
    ORDINAL_STOP,
    ROMAN_ORDINAL,
    UNITS,
    UNITS_OF,
    Words,
    words_of,
)
from newsetl.text.sentences_blocks import block_kind, blocks

VERSION = "1"

_FULL = "。！？｡．؟।॥۔։።။។"  # marks that end a sentence whatever follows (scripts without capitals)
_MARKS = ".!?…" + _FULL
_CLOSERS = "\"'»”’›)\\]}）」』】〉》＂＇"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩА-ЯЁЇІЄҐ"

# A run of marks, the marks that close quotations and brackets after it, then white space or (a space forgotten) a
# capital; marks of scripts without spaces need neither. “ and ‘ close in German and Dutch, elsewhere they open.
# Possessive, and the look-behind lets a run be tried from its first character only: no character is read twice.
_CANDIDATE = re.compile(
    rf"[{_MARKS}](?<![{_MARKS}].)[{_MARKS}]*+(?:(?<=[{_FULL}])[{_CLOSERS}]*+\s*+"
    rf"|(?:[{_CLOSERS}“‘]|[ \u00a0\u202f](?:[»”]|''(?!\w))|\[\d{{1,3}}\])*+(?:\s++|(?=[{_UPPER}«“\"¿¡])))"
)
_WORD_BEFORE = 24  # code points looked at before a full stop; no abbreviation is longer
_LONGEST = 9  # letters of the longest abbreviation without inner stops
_LAST_WORD = re.compile(r"[^\s(«“”\"'’‘\[/„–—‐-]*$")
_NEXT_WORD = re.compile(r"\w+(?:['’]\w*)?")
_SKIP = re.compile(r"[\s«“”\"'’‘„‚‹¿¡(\[–—―,*•_`-]{0,8}")
_ROMAN = re.compile(r"[IVXLC]+$")
_LETTERS_WITH_STOPS = re.compile(r"(?:\w\.-?)+\w$")
_SYMBOLS_THAT_BEGIN = "$£€¥₹#@©®%+&§°~"
_SAID = re.compile(r"[^，。,.！？]{1,12}[說说道問问]")  # "…？」他說": the question is inside the sentence

# Scripts without spaces between words and without a full stop: Thai, Lao, Khmer, Burmese.
_NO_STOPS = ("th", "lo", "km", "my")
_LONG_STRETCH = 150  # code points after which a space ends a sentence in them
_ITEM = 45  # code points; an enumeration of four or more items this long is a list of items, each counted
_ITEMS = 4
_PLAIN = 4  # letters; shorter words before a stop may be abbreviations that we do not know
_SEMICOLON_ENDS = ("fr", "de", "nl")  # where a capital function word after a semicolon begins a new sentence
_SEMICOLON = re.compile(r"\s?[;؛]\s+")


def split_sentences(text: str, language: str, body_start: int = 0, body_end: int | None = None) -> list[Sentence]:
    """The sentences and other blocks of ``text[body_start:body_end]``, in order, not overlapping.

    Spans count code points of ``text`` and have no white space at either end. ``language`` is ISO 639-1 or ``und``.
    Kinds: ``heading``, ``sentence``, ``list_item``, ``caption``, ``byline``, ``link``. The lead has no kind of its own:
    it is the first ``sentence`` rows, and those of its paragraph.
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
    counted, quotes = start, 0  # straight quotation marks seen so far, counted once
    for match in _CANDIDATE.finditer(text, start, end):
        mark, after = match.span()
        if after >= end:
            break
        cut = after
        while text[cut - 1].isspace():
            cut -= 1
        following = text[after]
        if (following == '"' and text[after + 1 : after + 2].isspace()) or (cut == after and text[cut - 1] == '"'):
            # A lone straight mark: it closes if an odd number stands before it.
            place = after if following == '"' and cut != after else cut - 1
            quotes += text.count('"', counted, place)
            counted = place
            if place == after and quotes % 2:
                cut = after + 1
                after = _skip_spaces(text, cut, end)
                if after >= end:
                    break
            elif place < after and not quotes % 2:
                cut = after = place
        if _ends(text, begin, mark, cut, after, end, language, words):
            out.append((begin, cut))
            begin = after
    if begin < end:
        out.append((begin, end))
    if text.find(";", start, end) >= 0:
        out = [part for piece in out for part in _split_at_semicolons(text, *piece, language, words)]
    if language in _NO_STOPS:
        out = [part for piece in out for part in _split_stretch(text, *piece)]
    return out


def _skip_spaces(text: str, place: int, end: int) -> int:
    while place < end and text[place].isspace():
        place += 1
    return place


def _ends(text: str, begin: int, mark: int, cut: int, after: int, end: int, language: str, words: Words) -> bool:
    """Whether the mark at ``mark`` (with its closers up to ``cut``) ends a sentence and ``after`` begins one."""
    char = text[mark]
    following = text[after]
    if char in _FULL:
        return _full_stop_ends(text, mark, cut, after, end, following)
    place = after
    if not following.isalnum():
        if following in _MARKS:  # "! !", ". . ."
            return False
        place = _SKIP.match(text, after, end).end()  # type: ignore[union-attr]
        if place >= end:
            return False
        following = text[place]
        if not following.isalnum() and following not in _SYMBOLS_THAT_BEGIN:
            return following.isalpha()
    if following.islower() and not _begins_in_lower_case(text, mark, cut, place, end, language, words):
        return False
    if mark == begin or (text[mark - 1] in "([" and text[cut - 1] in ")]"):  # "(....)", "[...]": words left out
        return False
    if char == "." and (mark + 1 == cut or text[mark + 1] not in _MARKS):
        return _stop_ends(text, begin, mark, cut, after, place, end, language, words)
    # An ellipsis in a script without capitals goes on more often than not.
    return char in "!?" or following.isupper() or not following.isalpha() or following.islower()


def _stop_ends(
    text: str, begin: int, mark: int, cut: int, after: int, place: int, end: int, language: str, words: Words
) -> bool:
    """A single full stop before what could begin a sentence: is it part of the word before it?"""
    low = max(begin, mark - _WORD_BEFORE)
    space = text.rfind(" ", low, mark) + 1
    word = text[space or low : mark]
    if space and cut < after and word.isalpha() and word.islower() and len(word) > 1 and word not in words.stopped:
        return True  # the ordinary case
    word = _LAST_WORD.search(text, space or low, mark).group()  # type: ignore[union-attr]
    size = len(word)
    if cut == after:
        return _space_forgotten(text, word, cut, place, end) and word.lower() not in words.titles
    if size == 0 or (size > _LONGEST and "." not in word):
        return True
    folded = word.lower()
    after_number = text[mark - size - 1 : mark - size].isspace() and text[mark - size - 2 : mark - size - 1].isdigit()
    if folded in ENDINGS or (after_number and folded in UNITS_OF.get(language, UNITS)):
        return True
    bare = cut == mark + 1  # no closing mark between the stop and the space
    shouted = size > 1 and word.isupper() and word != "MM"
    if folded in words.titles and bare and not shouted:
        return size > 2 and folded not in ALWAYS_TITLES and _starts(_next_word(text, place, end), words)
    if word[-1].isdigit():
        return _number_ends(text, begin, mark, word, place, end, language, words)
    if size == 1:
        joint = text[mark - 2 : mark - 1]
        if joint and joint in "'’-‐" and text[mark - 3 : mark - 2].isalpha():  # "don't.", "Jay-Z."; not "J.-P."
            return True
        if word.islower():
            if text[place + 1 : place + 2] == ".":  # "z. B.", "a. C.", "до н. э."
                return False
            if word == "э" and text[mark - 3 : mark - 2] == ".":
                return True
            open_word = folded not in ONE_LETTER_WORDS.get(language, ())
        else:
            open_word = word.isalpha() and joint != "°" and text[mark - 3 : mark - 1] != "° "
    else:
        open_word = (
            word in words.open
            or (folded in words.open and not shouted)
            or _LETTERS_WITH_STOPS.match(word) is not None
            or (language in ROMAN_ORDINAL and _ROMAN.match(word) is not None)
        )
    if folded in words.numbered and (text[place].isdigit() or _ROMAN.match(_next_word(text, place, end))):
        return False
    if open_word:
        return not bare or _starts(_next_word(text, place, end), words)
    return True


def _space_forgotten(text: str, word: str, cut: int, place: int, end: int) -> bool:
    """A capital right after the stop: "mot.Le" ends, "Bladi.Net", "J.R." and "e.V.Berlin" do not."""
    following = _next_word(text, place, end)
    if len(word) < 2 or "." in word or len(following) < 2 or not following[0].isupper() or following.isupper():
        return False
    return word.isalpha() and word[1:].islower() and following.lower() not in DOMAIN_ENDS


def _number_ends(text: str, begin: int, mark: int, word: str, place: int, end: int, language: str, words: Words) -> bool:
    """A number with a full stop: an ordinal, the mark of a list, or the end."""
    if mark - begin <= 3:  # "1. Le ministre": the mark of a list at the start
        return False
    if language not in ORDINAL_STOP or len(word) > 3 or not word.isdigit():
        return True
    following = _next_word(text, place, end)
    if following.lower() in MONTHS:
        return False
    if _starts(following, words):
        return True
    if language in ("de", "lb"):
        lead = text[max(begin, mark - 30) : mark - len(word)].split()
        return not lead or lead[-1].lower().strip(",(") not in ORDINAL_LEADS
    return language != "tr" or len(word) > 2


def _next_word(text: str, place: int, end: int) -> str:
    """The word at ``place``; empty for an initial ("J." of "J.-C.")."""
    match = _NEXT_WORD.match(text, place, min(end, place + 24))
    if match is None:
        return ""
    word = match.group()
    return "" if len(word) == 1 and text[match.end() : match.end() + 1] == "." else word


def _starts(word: str, words: Words) -> bool:
    folded = word.lower()
    if folded in words.starters:
        return True
    elided = folded.replace("’", "'").partition("'")
    return bool(elided[1]) and (elided[0] in words.starters or elided[0] + "'" + elided[2] in words.starters)


def _begins_in_lower_case(text: str, mark: int, cut: int, place: int, end: int, language: str, words: Words) -> bool:
    """A lower-case letter that begins a sentence all the same.

    "iPhone"; Dutch "'s Avonds"; French "à" for a lost "À"; careless writing: a plain word, a stop, and a function word.
    """
    char, following = text[place], text[place + 1 : place + 2]
    if following.isupper():
        return True
    if text[mark] != "." or cut != mark + 1:
        return False
    if language == "fr" and char == "à" and following == " ":
        return True
    if language == "nl" and text[place - 1] in "'’" and char in "stnk" and text[place + 2 : place + 3].isupper():
        return True
    space = text.rfind(" ", max(0, mark - _WORD_BEFORE), mark) + 1
    word = text[space or mark : mark]
    return (
        len(word) >= _PLAIN
        and word.isalpha()
        and word.islower()
        and word not in words.stopped
        and len(_next_word(text, place, end)) > 1
        and _next_word(text, place, end) in words.starters
    )


def _split_at_semicolons(text: str, start: int, end: int, language: str, words: Words) -> list[tuple[int, int]]:
    """Items of a long enumeration, and clauses that begin with a capital after a semicolon."""
    parts: list[tuple[int, int]] = []
    begin = start
    for match in _SEMICOLON.finditer(text, start, end):
        if match.end() < end:
            parts.append((begin, match.end() - len(match.group()) + len(match.group().rstrip())))
            begin = match.end()
    if not parts:
        return [(start, end)]
    parts.append((begin, end))
    if len(parts) >= _ITEMS and min(b - a for a, b in parts) >= _ITEM:
        return parts
    if language not in _SEMICOLON_ENDS:
        return [(start, end)]
    joined = parts[:1]
    for a, b in parts[1:]:
        if text[a].isupper() and _starts(_next_word(text, a, b), words) and b - a > 1:
            joined.append((a, b))
        else:
            joined[-1] = (joined[-1][0], b)
    return joined


def _split_stretch(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Thai and its neighbours: a space ends a sentence once it has grown long enough."""
    parts: list[tuple[int, int]] = []
    while end - start > _LONG_STRETCH:
        space = text.find(" ", start + _LONG_STRETCH, end)
        if space < 0:
            break
        parts.append((start, space))
        start = _skip_spaces(text, space, end)
    if start < end:
        parts.append((start, end))
    return parts


# After a closing bracket these go on with the sentence that holds the quotation ("「…。」と述べた").
_JAPANESE_GOES_ON = "とはがをにのもでや"


def _full_stop_ends(text: str, mark: int, cut: int, after: int, end: int, following: str) -> bool:
    """A mark of a script without capitals ends, unless what follows takes up the quotation it closes."""
    if following in "，、,；;：" or following in _MARKS:
        return False
    closed = text[cut - 1] in "」』”\"’"
    if closed and text[cut - 1] in "」』" and following in _JAPANESE_GOES_ON:
        return False
    return not (closed and _SAID.match(text, after, end))
