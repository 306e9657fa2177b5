"""Passages between quotation marks: pairs of marks, re-opened and never closed ones, dialogue after a dash."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_MARKS = "«»‹›“”„‟\"＂「」『』‘’'‚`"
_FAMILY = {
    "«": "g", "»": "g", "‹": "a", "›": "a", "「": "c", "」": "c", "『": "k", "』": "k",
    "“": "d", "”": "d", "„": "d", "‟": "d", '"': "d", "＂": "d", "''": "d", "‘‘": "d", "’’": "d", "``": "d",
    "‘": "s", "’": "s", "'": "s", "‚": "s",
}  # fmt: skip
_STRAIGHT = ('"', "＂", "''")
_ONLY_OPEN = ("„", "‟", "‚", "‘‘", "``", "「", "『")
_ONLY_CLOSE = ("’’", "」", "』")
_SPACES = " \t\n\r\u00a0\u202f\u2009"
_LEFT_OF_OPENING = _SPACES + "([{—–-/'’…"
_FREE = _LEFT_OF_OPENING + "«“„\"‘:;,.!?"
_RIGHT_OF_CLOSING = _SPACES + ".,;:!?)]}—–…"
_LONGEST = 6000  # code points; a passage that runs on for longer is a mark never closed
_UNCLOSED_LONGEST = 1200  # of a passage without closing mark
_SINGLE_REACH = 600  # within which a single mark must close
_DEEPEST = 4  # marks within marks
_BLANK = re.compile(r"\n[ \t\u00a0\r]*\n")
_SINGLE_END = re.compile(r"(?<=[\w,.!?…])[‘’'](?=[,.;:!?)\s]|$)")
_SPACED_END = re.compile(r"[^\"\n]{3,400} \"")
_DASH = re.compile(r"(?:^|(?<=\n))[ \t\u00a0]*([—–―])[ \t\u00a0]*(?=[^\W\d_]|[¿¡«\"“])")


class Passage(NamedTuple):
    """A stretch between marks; ``start:end`` are the words, ``open_at`` and ``close_at`` where the outside begins."""

    open_at: int  # the opening mark
    start: int
    end: int
    close_at: int  # just after the closing mark; == end if there is none
    mark: str  # the opening mark as it stands
    closed: bool
    reopened: bool  # ended by a new opening mark at the start of a paragraph or sentence: the same speech goes on


class _Open(NamedTuple):
    at: int
    mark: str
    family: str


class _Reader:
    """Pairs the marks of one body in a single pass."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.passages: list[Passage] = []
        self.stack: list[_Open] = []
        self.blanks: list[int] | None = None  # places of the blank lines, found when first needed
        self.pointing_in = _pointing_in(text, start, end)  # »…«
        self.no_single_before = -1  # no single mark closes before this place

    def read(self) -> list[Passage]:
        """All outermost passages."""
        text, stack, past = self.text, self.stack, 0
        for at in _places(text, self.start, self.end):
            mark = text[at]
            if mark in "'’‘`":
                if at < past or (mark in "'’" and text[at + 1 : at + 2].isalnum() and text[at - 1].isalnum() and at):
                    continue  # within a word
                if text[at + 1 : at + 2] == mark:  # '' as typewriters have it
                    mark, past = mark * 2, at + 2
                elif mark == "`":
                    continue
            elif stack and len(stack) == 1 and (mark == "”" or (mark == '"' and not text[at - 1].isspace())):
                opened = stack[0]  # most marks: the one that closes in the line of the one that opened
                if opened.family == "d" and at - opened.at <= _LONGEST and text.find("\n", opened.at, at) < 0:
                    stack.clear()
                    self._give(opened, at, close_at=at + 1)
                    continue
            self._mark(at, mark)
        if self.stack:
            self._give(self.stack[0], self._paragraph_end(self.stack[0].at, self.end), reopened=False)
        return self.passages

    def _mark(self, at: int, mark: str) -> None:
        family = _FAMILY[mark]
        before = self.text[at - 1] if at > self.start else "\n"
        after_at = at + len(mark)
        after = self.text[after_at] if after_at < self.end else "\n"
        stack = self.stack
        opens: bool | None = None
        if stack:
            if at - stack[0].at > _LONGEST or self._paragraph_end(stack[0].at, at) < at:
                opens = self._opens(mark, before, after)
                self._leave_behind(at, family, opens)
            if stack and self._closes(mark, before, after):
                if opens is None and mark in _STRAIGHT and before in _SPACES:
                    opens = self._opens(mark, before, after)
                if not (opens and mark in _STRAIGHT and before in _SPACES):
                    if stack[-1].family == family:
                        top = stack.pop()
                        if not stack:
                            self._give(top, at, close_at=after_at)
                        return
                    if family != "s" and stack[0].family == family:  # an inner mark was never closed
                        first = stack[0]
                        stack.clear()
                        self._give(first, at, close_at=after_at)
                        return
        if opens is None:
            opens = self._opens(mark, before, after)
        if not opens and not (mark == '"' and not stack and self._spaced(at, before, after)):
            return
        if family == "s" and (stack or not self._single_closes(after_at)):
            return
        if stack and stack[0].family == family and (stack[0].mark == mark or len(stack) >= _DEEPEST):
            first = stack[0]  # the same mark opens again before it closed
            stack.clear()
            self._give(first, at, reopened=True)
        stack.append(_Open(at, mark, family))

    def _leave_behind(self, at: int, family: str, opens: bool) -> None:
        """Give up an open mark over a blank line, unless its speech closes in a later paragraph, or when too far."""
        first = self.stack[0]
        far = at - first.at > _LONGEST
        if not far and first.family == family and not opens:
            return
        stop = self._paragraph_end(first.at, at)
        if far or stop < at:
            self.stack.clear()
            self._give(first, stop, reopened=opens and first.family == family and not far)

    def _give(self, opened: _Open, end: int, *, close_at: int | None = None, reopened: bool = False) -> None:
        text, start = self.text, opened.at + len(opened.mark)
        if close_at is None:
            end = min(end, start + _UNCLOSED_LONGEST)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            closed = close_at is not None
            self.passages.append(Passage(opened.at, start, end, close_at if close_at is not None else end, opened.mark, closed, reopened))

    def _opens(self, mark: str, before: str, after: str) -> bool:
        if mark == '"':
            return before in _FREE and not after.isspace() and after not in ",;.)"
        if mark == "“":
            return not after.isspace() and (before in _FREE or after.isalnum())
        if mark in "«»":
            return (mark == "»") == self.pointing_in
        if mark in "‹›":
            return (mark == "›") == self.pointing_in
        if mark in _ONLY_OPEN:
            return not after.isspace()
        if mark in _ONLY_CLOSE:
            return False
        if mark == "”":  # sloppy ”…”
            return before in _SPACES and after.isalnum()
        return before in _FREE and not after.isspace() and after not in ",;.)"

    def _closes(self, mark: str, before: str, after: str) -> bool:
        if mark in "«»":
            return (mark == "«") == self.pointing_in
        if mark in "‹›":
            return (mark == "‹") == self.pointing_in
        if mark in _ONLY_CLOSE or mark == "”":
            return True
        if mark == "‘":  # ‚…‘
            return self.stack[-1].mark == "‚" and not before.isspace()
        if mark in _ONLY_OPEN:
            return False
        if mark == "’":
            return not after.isalnum()
        if mark == "“":  # „…“
            return not before.isspace() and not after.isalnum()
        return not before.isspace() or after in _RIGHT_OF_CLOSING

    def _spaced(self, at: int, before: str, after: str) -> bool:
        """``" so "``: spaces on the inside of both marks."""
        return before in _SPACES and after == " " and _SPACED_END.match(self.text, at + 2, self.end) is not None

    def _single_closes(self, start: int) -> bool:
        """Has a single mark a closing one in its paragraph? Looked for once per stretch."""
        if start < self.no_single_before:
            return False
        line = self.text.find("\n", start, start + _SINGLE_REACH)
        stop = line if line >= 0 else min(self.end, start + _SINGLE_REACH)
        if _SINGLE_END.search(self.text, start + 1, stop) is None:
            self.no_single_before = stop - _SINGLE_REACH // 2
            return False
        return True

    def _paragraph_end(self, start: int, end: int) -> int:
        if self.blanks is None:
            self.blanks = [match.start() for match in _BLANK.finditer(self.text, self.start, self.end)]
        number = bisect_left(self.blanks, start)
        return min(end, self.blanks[number]) if number < len(self.blanks) else end


def _places(text: str, start: int, end: int) -> list[int]:
    """Where a character stands that may be a mark: each looked for by itself, which is quicker than all in one pattern."""
    places: list[int] = []
    for mark in _MARKS:
        at = text.find(mark, start, end)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1, end)
    places.sort()
    return places


def find_passages(text: str, start: int, end: int) -> list[Passage]:
    """Outermost passages between marks in ``text[start:end]``, in order, not overlapping. Linear in the length."""
    return _Reader(text, start, end).read()


def find_dialogue(text: str, start: int, end: int, passages: list[Passage]) -> list[Passage]:
    """Lines that begin with a long dash, outside ``passages``; the words run to the end of the line."""
    found = []
    opens = [passage.open_at for passage in passages]
    for match in _DASH.finditer(text, start, end):
        line = text.find("\n", match.end(), end)
        stop = end if line < 0 else line
        number = bisect_left(opens, stop) - 1
        if number >= 0 and passages[number].close_at > match.start():
            continue
        found.append(Passage(match.start(1), match.end(), len(text[match.end() : stop].rstrip()) + match.end(), stop, "—", False, False))
    return found


def _pointing_in(text: str, start: int, end: int) -> bool:
    """German and Danish »…«: the first guillemet of the text points right and stands before a word."""
    first = text.find("»", start, end)
    if first < 0:
        return False
    other = text.find("«", start, first)
    if other >= 0:
        return False
    return (first == start or text[first - 1] in _LEFT_OF_OPENING) and first + 1 < end and not text[first + 1].isspace()
