"""Finds calendar expressions in a text: which words, of what shape; what day they mean is worked out in ``dates_resolve``.

One pass of Aho-Corasick over the text in lower case finds month names, weekdays, units and digits; only the words around such a
hit are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from newsetl.text.dates_grammar import EXPRESSION
from newsetl.text.dates_lexicon import Lexicon, lexicon
from newsetl.text.dates_numeric import numeric_date, short_date

_REACH = 40  # code points looked at on either side of a hit: the longest expressions have their parts closer together
_ORDINAL = r"(?:\.?[º°ª]|(?:er[ns]?|ère|ero|re|st|nd|rd|th|ste|de|e|ro|o|a|to|do)(?![^\W_]))"
_TOKEN = re.compile(rf"\n[ \t\r]*\n|\d+(?:[.,/-]\d+)*(?:s(?![^\W_])|{_ORDINAL})?|[^\W\d_]+|\S")
_GERMAN_DECADE = re.compile(r"(?:([3-9])0|((?:1\d|20)\d0))ern?$")
_PIECE = re.compile(r"\d+|\D")
# numbers that may be dates: years, numeric dates, ordinals, and day numbers after a small word (checked in the grammar)
_NUMBER = re.compile(
    rf"(?:1\d|20)\d\d(?!\d)|\d{{1,4}}([-/.])\d{{1,2}}\1\d{{1,4}}|\d\d?/\d\d?|\d\d?{_ORDINAL}|(?:19|20)\d{{6}}(?!\d)"
    rf"|(?P<weak>\d{{1,2}}(?:[-.]\d{{1,2}})?(?=\W|$))"
)
_AFTER_SMALL_WORD = re.compile(
    r"(?:\b(?:el|dia|día|il|am|den|op|de|der|dem|zum|vom|the|le|para|em|no|on|in|en|este|this|deze|يوم|في|إلى)|[(])\s{1,5}$"
)
_TRIGGER_LETTERS = frozenset("mMwWvRrsJhjyodzD123456789nOCV")
_EDGE_LEFT, _EDGE_RIGHT = "atfbie1,(.-T", ",.(-/'ateif"
_KEEP_MODIFIER = frozenset({"nth_month_day", "weekday_modified", "period", "season", "short", "month_modified", "date"})
_KEEP_ALL = frozenset({"ago", "ahead", "from_date"})
_EDGE_MODIFIER = "atfbie,("
_EDGE_RANGE = "atfi,(."  # «entre» stays: it tells a range from a list
_RANGES = frozenset({"year_range_between", "year_range", "day_range", "month_range"})
_MAX_DAY, _TWO_DIGITS = 31, 99


Raw = tuple[str, int, int]  # a token's text and span


class Token(NamedTuple):
    """A word, number or mark with what it is in a calendar expression."""

    letter: str
    value: Any
    start: int
    end: int


class Expression(NamedTuple):
    """A calendar expression: shape, tokens, span, and what stands on either side."""

    shape: str
    letters: str
    tokens: list[Token]
    char_start: int
    char_end: int
    before: str  # token text before it, lower case, "" at a break
    before_letter: str
    after: str
    after_letter: str

    def value(self, letters: str) -> Any:
        """The value of the first token that is one of ``letters``; None where there is none."""
        for token in self.tokens:
            if token.letter in letters:
                return token.value
        return None


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """Lower case of the same length, so that spans hold (a dotted capital I would grow); the last few texts are remembered."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'").replace("\u00a0", " ")


@lru_cache(maxsize=8)
def scan(text: str, language: str, start: int, end: int) -> tuple[Expression, ...]:
    """All calendar expressions between two positions, in text order. The last few texts are remembered."""
    words = lexicon(language)
    low = lowered(text)
    found: list[Expression] = []
    behind = start  # everything before is done
    for hit in _hits(text, low, words, start, end):
        if hit < behind:
            continue
        raw, before, after, behind = _run(low, words, hit, behind, end)
        if len(raw) > 1 or (raw and (words.clitics or raw[0][0][0].isdecimal() or raw[0][0] in words.alone)):
            _expressions(text, low, words, raw, before, after, found)
    return tuple(found)


def _hits(text: str, low: str, words: Lexicon, start: int, end: int) -> Iterator[int]:
    """Where words and numbers stand that may be part of a calendar expression."""
    body = low if start == 0 and end == len(low) else low[start:end]
    clitics = words.clitics
    size = len(low)
    capital = words.capital_patterns
    for pattern, hit, hit_end in words.triggers.find_matches_as_indexes(body):
        hit, hit_end = hit + start, hit_end + start
        if low[hit].isdecimal():
            if hit and (low[hit - 1].isdecimal() or (low[hit - 1] in ".,/-" and hit > 1 and low[hit - 2].isdecimal())):
                continue
            number = _NUMBER.match(low, hit)
            if number and (not number["weak"] or _AFTER_SMALL_WORD.search(low, max(start, hit - 12), hit)):
                yield hit
            continue
        if hit_end < size and low[hit_end].isalpha():
            continue
        if hit and low[hit - 1].isalpha() and low[hit - 1] not in clitics:
            continue
        if pattern in capital and text[hit].islower():
            continue
        yield hit


def _run(low: str, words: Lexicon, hit: int, behind: int, end: int) -> tuple[list[Raw], Raw | None, Raw | None, int]:
    """The unbroken run of calendar words around a hit, the token on either side, and where to go on."""
    left = hit - _REACH
    left = behind if left <= behind else low.find(" ", left, hit) + 1 or hit
    known, clitics = words.known, words.clitics
    raw: list[Raw] = []
    before: Raw | None = None
    for match in _TOKEN.finditer(low, left, end):
        word = match.group()
        at = match.start()
        if word in known or word[0].isdecimal() or (clitics and word[0] in clitics and word[1:] in known):
            raw.append((word, at, match.end()))
        elif at >= hit:
            return raw, before, (word, at, match.end()), match.start()
        else:
            raw.clear()
            before = (word, at, match.end())
    return raw, before, None, end


def _tokens(text: str, words: Lexicon, raw: list[Raw]) -> list[Token]:
    """A run as tokens; phrases of the lexicon are one token."""
    entries = words.entries
    tokens: list[Token] = []
    index, count = 0, len(raw)
    while index < count:
        word, start, end = raw[index]
        first = word[0]
        if first.isdecimal():
            _number(tokens, word, start, end, words.language)
            index += 1
            continue
        bucket = entries.get(word)
        if bucket is None and words.clitics and first in words.clitics and len(word) > 2:
            bucket = entries.get(word[1:])
            start += bucket is not None
        index += 1
        if bucket is None:
            tokens.append(Token("x" if first.isalpha() else "-" if first in "–—" else first, None, start, end))
            continue
        for entry in bucket:
            size = len(entry.rest)
            if size == 0 or tuple([w for w, _, _ in raw[index : index + size]]) == entry.rest:
                letter = entry.letter
                if size == 0 and (word in words.capital or letter == "Y") and not text[start].isupper():
                    letter = "x"
                elif letter == "R" and text[start].isupper() and words.language == "en" and text[max(0, start - 2) : start - 1].isalpha():
                    letter = "x"  # the Today programme
                elif letter == "R" and word == "morgen" and tokens and tokens[-1].letter in "Rw":
                    letter = "P"  # «heute morgen»
                if size:
                    index += size
                    end = raw[index - 1][2]
                tokens.append(Token(letter, entry.value, start, end))
                break
        else:
            tokens.append(Token("x", None, start, end))
    return tokens


def _number(tokens: list[Token], word: str, start: int, end: int, language: str) -> None:
    """One chunk of digits as tokens: a numeric date, an ordinal, a decade, or its pieces."""
    if word.isdecimal():
        if len(word) == 8 and (value := numeric_date(word, language)):
            tokens.append(Token("d", value, start, end))
        else:
            tokens.append(_integer(word, start, end))
        return
    last = word[-1]
    if last == "s" and word[-2] == "0" and word[:-1].isdecimal() and len(word) in (3, 5):
        decade = word[:3] + "X" if len(word) == 5 else ("19" if word[0] > "2" else "20") + word[0] + "X"
        tokens.append(Token("D", decade, start, end))
        return
    if language == "de" and (nineties := _GERMAN_DECADE.match(word)):
        tokens.append(Token("D", word[:3] + "X" if nineties[2] else f"19{word[0]}X", start, end))  # «die 90er Jahre»
        return
    if not last.isdecimal():
        digits = re.match(r"\d+", word)[0]  # type: ignore[index]
        token = _integer(digits, start, end)
        tokens.append(token._replace(letter="o" if (token.letter == "n" and word[len(digits)] not in ".,/-") or word[-2] == "." else "N"))
        return
    if (value := numeric_date(word, language)) is not None:
        tokens.append(Token("d", value, start, end))
        return
    if (short := short_date(word, language)) is not None and "-" not in word:
        tokens.append(Token("z", short, start, end))
        return
    if "," in word or ("." in word and "-" not in word and "/" not in word):
        tokens.append(Token("N", None, start, end))  # thousands, decimals, versions
        return
    for piece in _PIECE.finditer(word):
        at = start + piece.start()
        if piece.group().isdecimal():
            tokens.append(_integer(piece.group(), at, start + piece.end()))
        else:
            tokens.append(Token("-" if piece.group() == "-" else piece.group(), None, at, at + 1))


def _integer(word: str, start: int, end: int) -> Token:
    if len(word) == 4 and "1000" <= word < "2200":
        return Token("y", int(word), start, end)
    value = int(word) if len(word) < 10 else 0
    if len(word) <= 2 and 1 <= value <= _TWO_DIGITS:
        return Token("n" if value <= _MAX_DAY else "Z", value, start, end)
    return Token("N", value, start, end)


@lru_cache(maxsize=20_000)
def _shapes(letters: str, count: int) -> tuple[tuple[str, int, int, str], ...]:
    """Expressions in a run of ``count`` letters: shape, first and last token, letters. Runs repeat, so answers are remembered."""
    found = []
    for match in EXPRESSION.finditer(letters):
        shape = match.lastgroup or ""
        first, last = match.start(), match.end()
        if shape not in _KEEP_ALL:
            edge = _EDGE_MODIFIER if shape in _KEEP_MODIFIER else _EDGE_RANGE if shape in _RANGES else _EDGE_LEFT
            while first < last - 1 and letters[first] in edge:
                first += 1
        while last > first + 1 and letters[last - 1] in _EDGE_RIGHT:
            last -= 1
        if letters[last - 1] == ")" and "(" not in letters[first:last]:
            last -= 1
        if last <= count and _TRIGGER_LETTERS.intersection(letters[first:last]):
            found.append((shape, first, last, letters[first:last]))
    return tuple(found)


def _expressions(
    text: str, low: str, words: Lexicon, raw: list[Raw], before: Raw | None, after: Raw | None, found: list[Expression]
) -> None:
    """The calendar expressions of one run, appended to ``found``."""
    tokens = _tokens(text, words, raw)
    letters = "".join([token.letter for token in tokens])
    if after is not None and after[0][0] != "\n":
        letters += "x" if after[0].isalpha() else after[0] if after[0] in ":;!?%]" else " "  # what follows decides some shapes
    for shape, first, last, whole in _shapes(letters, len(tokens)):
        follower = tokens[last] if last < len(tokens) else None
        if shape == "bare_day" and words.language == "de" and follower and follower.letter == ".":
            rest = text[follower.end : follower.end + 3].strip()
            if rest and not rest[0].islower():
                continue  # «am 15. Spieltag» counts something
        leader = tokens[first - 1] if first else None
        found.append(
            Expression(
                shape,
                whole,
                tokens[first:last],
                tokens[first].start,
                tokens[last - 1].end,
                low[leader.start : leader.end] if leader else before[0] if before else "",
                leader.letter if leader else "x" if before else "",
                low[follower.start : follower.end] if follower else after[0] if after else "",
                follower.letter if follower else "x" if after else "",
            )
        )
