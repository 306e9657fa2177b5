"""What stands around a text and is not the text: header fields, dateline, byline, agency signature, copyright line.

Everything is decided by position: a header begins at the first character, a closing line ends at the last. Nothing is ever
taken from the middle, so a text that only talks about a date or a source stays text.
"""

from __future__ import annotations

import re

from newsetl.text.dates_value import parse_date_value
from newsetl.text.header_keys import BARE, CANONICAL, CHECKED, KEY_AT, KEY_INSIDE, UNKNOWN_KEY_LINE, language_value, url_value
from newsetl.text.header_lines import closing_lines, opening_lines
from newsetl.text.model import Field, Header

VERSION = "2"

_HEADER_WINDOW = 6_000  # code points; a header that is longer is not one
_MAX_FIELDS = 40
_MAX_FREE_VALUE = 400  # a title or source is shorter
_SPACE = re.compile(r"[\s\ufeff\u200b\u200e\u200f|;]*")  # between fields; BOM and direction marks included
_LEADING = re.compile(r"[\s\ufeff\u200b\u200e\u200f]*")
_INLINE_DATE = re.compile(
    r"(\d{4}(?:[-/]\d{1,2}(?:[-/]\d{1,2})?)?(?:T\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|[ ]\d\d:\d\d(?::\d\d)?(?![\d:]))?"
    r"|\d{8}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}(?:er|st|nd|rd|th|º|\.)?[ ](?:de[ ])?[^\W\d_]{3,10}\.?[ ](?:de[ ])?\d{4}"
    r"|[^\W\d_]{3,10}[ ]\d{1,2},?[ ]\d{4})"
    r"(?=[\s|;,]|$)"
)
_YEAR_ONLY = re.compile(r"\d{4}$")
_YAML_LINE = re.compile(r"([A-Za-z_À-ÿ][\w -]{0,40}):(?:[ \t]+(.*))?$")
_QUOTED = re.compile(r"[\"“«]\s?([^\"”»\n]{1,300}?)\s?[\"”»]")
_NAME_WORD = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’&-]*|(?:de|du|des|d'|d’|la|le|les|of|the|et|and|&|von|van|der|al|el)\b")
_DETERMINERS = frozenset(
    [
        "le", "la", "les", "un", "une", "des", "ce", "cette", "ces", "il", "elle", "the", "a", "an", "this", "in", "on", "at",
        "el", "los", "las", "lo", "una", "der", "die", "das", "ein", "eine", "i", "gli", "o", "os", "as", "uma", "het", "een",
        "de",
    ]
)  # fmt: skip
_MAX_NAME_WORDS = 4


class _Pair:
    """One key with its value: spans of both, how the key was written."""

    __slots__ = ("colon", "end", "key", "raw", "start", "value", "value_end", "value_start")

    def __init__(self, key: str, colon: bool, start: int, value_start: int, value_end: int, raw: str, value: str | None, end: int) -> None:
        self.key, self.colon, self.start = key, colon, start
        self.value_start, self.value_end, self.raw, self.value, self.end = value_start, value_end, raw, value, end


def read_header(text: str) -> Header:
    """Fields before and after the body, and where the body begins and ends.

    ``body_start == body_end`` says that there is no body: the text is empty or a header and nothing else.
    """
    start = _LEADING.match(text).end()  # type: ignore[union-attr]  # matches the empty string too
    fields: list[Field] = []
    if start < len(text):
        end_of_header, fields = _front_matter(text, start)
        if end_of_header == start:
            end_of_header, fields = _pairs(text, start)
        start = end_of_header
    if start >= len(text):
        return Header(len(text), len(text), fields)
    start, opening = opening_lines(text, start)
    end, closing = closing_lines(text, start)
    return Header(start, end, fields + opening + closing)


def _skip(text: str, position: int) -> int:
    return _LEADING.match(text, position).end()  # type: ignore[union-attr]


def _front_matter(text: str, start: int) -> tuple[int, list[Field]]:
    """YAML between two lines ``---``; ``(start, [])`` where there is none."""
    if not text.startswith("---", start):
        return start, []
    position = text.find("\n", start, start + 10) + 1
    fields: list[Field] = []
    if position == 0 or text[start + 3 : position].strip():
        return start, []
    while position < min(len(text), start + _HEADER_WINDOW):
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        line = text[position:line_end].rstrip()
        if line in ("---", "..."):
            return (_skip(text, line_end), fields) if fields else (start, [])
        found = _YAML_LINE.match(line)
        if found and found[2]:
            raw = found[2].strip()
            at = position + found.start(2)
            name = found[1].strip().lower()
            key = CANONICAL.get(name, name.replace(" ", "_"))
            fields.append(Field(key, raw, _value(key, raw.strip("\"'[]")), at, at + len(raw), "front_matter"))
        elif line.strip() and not found and not line.startswith((" ", "\t", "-", "#")):
            return start, []  # prose between two rules
        position = line_end + 1
    return start, []


def _value(key: str, raw: str) -> str | None:
    """The normalised value of a field."""
    if key in ("date", "updated"):
        return parse_date_value(raw)
    if key == "language":
        return language_value(raw)
    if key == "url":
        return url_value(raw)
    return " ".join(raw.split()) or None


def _pairs(text: str, start: int) -> tuple[int, list[Field]]:
    """Inline ``key value`` and ``Key: value`` lines from ``start`` on; ``(start, [])`` where they are no header."""
    window = text[: start + _HEADER_WINDOW]
    pairs: list[_Pair] = []
    position = start
    while len(pairs) < _MAX_FIELDS:
        pair = _pair_at(window, position)
        if pair is None and pairs and pairs[-1].colon:
            pair = _unknown_line(window, position)
        if pair is None:
            break
        pairs.append(pair)
        position = _SPACE.match(window, pair.end).end()  # type: ignore[union-attr]
    if not pairs or not _is_header(text, pairs, position):
        return start, []
    fields = [
        Field(p.key, p.raw, p.value, p.value_start, p.value_end, "key_value" if p.colon else "inline") for p in pairs if p.raw or p.colon
    ]
    return _skip(text, position), fields


def _is_header(text: str, pairs: list[_Pair], position: int) -> bool:
    """Whether the pairs prove themselves: by a checked value, or as lines of their own with colons."""
    if any(p.key in CHECKED and p.value for p in pairs):
        return True
    first = pairs[0]
    alone = first.end >= len(text) or "\n" in text[pairs[-1].end : position]
    return first.colon and alone and first.key not in ("id", "place", "summary") and (len(pairs) > 1 or len(first.raw) < 200)


def _pair_at(window: str, position: int) -> _Pair | None:
    found = KEY_AT.match(window, position)
    if not found:
        return None
    name, colon = found[1], bool(found[2])
    key = CANONICAL[name.lower()]
    at = found.end()
    if not colon and name.lower() not in BARE:
        return None
    if not colon and not name.islower() and not (key == "date" and window[at : at + 4].isdecimal()):
        return None
    if key in ("date", "updated"):
        return _date_pair(window, key, colon, found.start(), at)
    if key == "url":
        raw = re.match(r"\S*", window[at : at + 2_000])[0]  # type: ignore[index]
        return _Pair(key, colon, found.start(), at, at + len(raw), raw, url_value(raw), at + len(raw)) if url_value(raw) else None
    if key == "language":
        word = re.match(r"[\w-]+", window[at : at + 30])
        raw = word[0] if word else ""
        value = language_value(raw)
        if not value or (not colon and len(raw) > 5):
            return None
        return _Pair(key, colon, found.start(), at, at + len(raw), raw, value, at + len(raw))
    pair = _free_pair(window, key, colon, found.start(), at)
    if not colon and not pair.raw and not (key == "title" and window[at : at + 1].isupper()):
        return None  # «source de tension» goes on as text
    return pair


def _date_pair(window: str, key: str, colon: bool, start: int, at: int) -> _Pair | None:
    line_end = window.find("\n", at)
    line_end = len(window) if line_end < 0 else line_end
    if line_end - at <= 80 and (value := parse_date_value(window[at:line_end])):
        raw = window[at:line_end].rstrip()
        if not (_YEAR_ONLY.match(raw) and not colon and line_end == len(window)):
            return _Pair(key, colon, start, at, at + len(raw), raw, value, line_end)
    found = _INLINE_DATE.match(window, at)
    if not found:
        return None
    raw = found[1]
    value = parse_date_value(raw)
    if value is None:
        return None
    if _YEAR_ONLY.match(raw) and not colon:
        following = window[found.end() : found.end() + 3].strip()[:1]
        if following and (following.islower() or following.isdecimal()) and not KEY_AT.match(window, _skip(window, found.end())):
            return None  # "date 2021 was …" is prose
    return _Pair(key, colon, start, at, found.end(), raw, value, found.end())


def _free_pair(window: str, key: str, colon: bool, start: int, at: int) -> _Pair:
    """A title, source, author: quoted, up to the next key, the end of the line, or as many words as a name has."""
    limit = min(len(window), at + _MAX_FREE_VALUE)
    if quoted := _QUOTED.match(window, at):
        return _Pair(key, colon, start, quoted.start(1), quoted.end(1), quoted[1], " ".join(quoted[1].split()), quoted.end())
    line_end = window.find("\n", at, limit)
    stop = line_end if line_end >= 0 else limit
    for mark in (" | ", "\t", "   "):
        cut = window.find(mark, at, stop)
        stop = cut if cut >= 0 else stop
    for inner in KEY_INSIDE.finditer(window, at, stop):
        following = inner[3]
        if inner[2] or following.isupper() or following.isdecimal() or window.startswith(("http", "www."), inner.end()):
            pair = _pair_at(window, inner.start(1)) if CANONICAL[inner[1]] in CHECKED else inner
            if pair:
                stop = inner.start()
                return _closed(window, key, colon, start, at, stop)
    if stop < limit or stop == len(window):
        ends_line = stop == line_end
        if ends_line or stop < limit:
            return _closed(window, key, colon, start, at, stop)
    return _closed(window, key, colon, start, at, _name_end(window, at, limit) if key in ("source", "byline") else at)


def _closed(window: str, key: str, colon: bool, start: int, at: int, stop: int) -> _Pair:
    raw = window[at:stop].rstrip(" \t,;|")
    return _Pair(key, colon, start, at, at + len(raw), raw, " ".join(raw.split()) or None, stop)


def _name_end(window: str, at: int, limit: int) -> int:
    """Where a source or author without any mark after it ends: at the determiner that begins the text, or after four words."""
    position, words, end = at, 0, at
    while words < _MAX_NAME_WORDS and (word := _NAME_WORD.match(window, position, limit)):
        if words and word[0].lower() in _DETERMINERS and word[0][0].isupper():
            break
        end = word.end() if word[0][0].isupper() else end
        words += 1
        if words == 1 and len(word[0]) > 1 and word[0].isupper():  # an agency in capitals stands alone
            break
        position = end + 1 if window[word.end() : word.end() + 1] == " " and end == word.end() else word.end() + 1
    return end


def _unknown_line(window: str, position: int) -> _Pair | None:
    """A ``Key: value`` line with a key we do not know, inside a block that began with one we do."""
    if position == 0 or window[position - 1] != "\n":
        return None
    found = UNKNOWN_KEY_LINE.match(window, position)
    if not found or window[max(0, position - 2) : position].count("\n") > 1 or window[found.end() : found.end() + 1] != "\n":
        return None
    key = found[1].strip().lower().replace(" ", "_")
    raw = found[2].rstrip()
    return _Pair(key, True, position, found.start(2), found.start(2) + len(raw), raw, " ".join(raw.split()), found.end())
