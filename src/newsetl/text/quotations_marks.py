"""Passages between quotation marks: pairs of marks, re-opened and never closed ones, dialogue after a dash."""

from __future__ import annotations

import re
from typing import NamedTuple

# An apostrophe counts as a mark only where no letter stands on one of its sides. Every branch begins with a character
# class, so that the search runs over plain text at the speed of the regular expression engine.
_MARK = re.compile(r"[«»‹›“”„‟\"＂「」『』]|[‘’'‚](?:(?!\w)|(?<!\w.)(?=\w))")
_DASH = re.compile(r"(?:^|\n)[ \t\u00a0]*([—–―-]{1,2})[ \t\u00a0]+(?=[^\W\d_a-z]|[¿¡])")
_OPENS_BY_SHAPE = "«‹“„‟‘‚「『"
_CLOSES_BY_SHAPE = "»›”’」』"
_FAMILY = {
    "«": "g", "»": "g", "‹": "a", "›": "a", "「": "c", "」": "c", "『": "k", "』": "k",
    "“": "d", "”": "d", "„": "d", "‟": "d", '"': "d", "＂": "d", "‘": "s", "’": "s", "'": "s", "‚": "s",
}  # fmt: skip
_LEFT_OF_OPENING = " \t\n\r\u00a0\u202f\u2009([{—–-/'’…"
_LONGEST = 6000  # code points; a passage that runs on for longer is a mark never closed
_UNCLOSED_LONGEST = 1200  # of a passage without closing mark


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


def find_passages(text: str, start: int, end: int) -> list[Passage]:
    """Outermost passages between marks in ``text[start:end]``, in order, not overlapping. Linear in the length."""
    passages: list[Passage] = []
    stack: list[_Open] = []
    reversed_style = _reversed_guillemets(text, start, end)
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        mark = text[at]
        family = _FAMILY[mark]
        before = text[at - 1] if at > start else "\n"
        after = text[at + 1] if at + 1 < end else "\n"
        if stack and (at - stack[0].at > _LONGEST or _blank_line_between(text, stack[0].at, at)):
            first = stack[0]
            opens_now = _can_open(mark, before, after, reversed_style) and family == first.family
            stop = _paragraph_end(text, first.at + 1, at)
            # over a blank line a speech goes on only by re-opening its mark, or by closing at the end of a later paragraph
            if opens_now or at - first.at > _LONGEST or family != first.family:
                _emit(passages, text, first, stop, stop, closed=False, reopened=opens_now)
                stack.clear()
        can_open = _can_open(mark, before, after, reversed_style)
        can_close = _can_close(mark, before, after, reversed_style)
        top = stack[-1] if stack else None
        if top and top.family == family and can_close and not (can_open and mark in '"＂' and before in " \n" and after not in " \n"):
            stack.pop()
            if not stack:
                _emit(passages, text, top, at, at + 1, closed=True, reopened=False)
            continue
        if not can_open:
            if stack and can_close and family == stack[0].family and family != "s":
                first = stack[0]  # an inner mark was never closed
                stack.clear()
                _emit(passages, text, first, at, at + 1, closed=True, reopened=False)
            continue
        if family == "s" and not _single_closes(text, at, end):
            continue
        if top and top.family == family and top.mark == mark and mark not in "„":
            first = stack[0]
            if first.family == family:  # the same mark opens again before it closed
                stack.clear()
                _emit(passages, text, first, at, at, closed=False, reopened=True)
        stack.append(_Open(at, mark, family))
    if stack:
        stop = _paragraph_end(text, stack[0].at + 1, end)
        _emit(passages, text, stack[0], stop, stop, closed=False, reopened=False)
    return passages


def find_dialogue(text: str, start: int, end: int) -> list[Passage]:
    """Lines that begin with a dash, where at least two of them follow as speech does; the words run to the line's end."""
    passages = []
    for match in _DASH.finditer(text, start, end):
        stop = text.find("\n", match.end())
        stop = end if stop < 0 or stop > end else stop
        passages.append(Passage(match.start(1), match.end(), stop, stop, match.group(1), False, False))
    return passages


def _emit(
    passages: list[Passage], text: str, opened: _Open, end: int, close_at: int, *, closed: bool, reopened: bool
) -> None:
    start = opened.at + 1
    if not closed:
        end = min(end, start + _UNCLOSED_LONGEST)
        close_at = end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        passages.append(Passage(opened.at, start, end, close_at if closed else end, opened.mark, closed, reopened))


def _reversed_guillemets(text: str, start: int, end: int) -> bool:
    """German and Danish »…«: the first guillemet of the text points right and stands before a word."""
    first = text.find("»", start, end)
    other = text.find("«", start, end)
    if first < 0 or (0 <= other < first):
        return False
    return (first == start or text[first - 1].isspace()) and first + 1 < end and not text[first + 1].isspace()


def _can_open(mark: str, before: str, after: str, reversed_style: bool) -> bool:
    if mark in "«»":
        return (mark == "»") == reversed_style
    if mark in "‹›":
        return (mark == "›") == reversed_style
    if mark in "「『":
        return True
    free = before in _LEFT_OF_OPENING or before in "«“„\"‘:;,.!?"
    if mark in "“„‟‘‚":
        return not after.isspace() and (mark != "“" or free or before.isalnum() and after.isalnum())
    if mark == "”":
        return before in " \n\t\u00a0(" and after.isalnum()
    return free and not after.isspace() and after not in ",;.)"


def _can_close(mark: str, before: str, after: str, reversed_style: bool) -> bool:
    if mark in "«»":
        return (mark == "«") == reversed_style
    if mark in "‹›":
        return (mark == "‹") == reversed_style
    if mark in "」』”":
        return True
    if mark in "„‟‘‚「『":
        return False
    if mark == "’":
        return not after.isalnum()
    if mark == "“":  # „…“
        return not before.isspace() and not after.isalnum()
    return not before.isspace() or after in " \n\t.,;:!?)"


def _single_closes(text: str, at: int, end: int) -> bool:
    """Does a single mark have a closing one that looks like the end of speech, before the paragraph ends?"""
    stop = text.find("\n", at + 1, min(end, at + 1000))
    return _SINGLE_END.search(text, at + 2, stop if stop > 0 else min(end, at + 1000)) is not None


_SINGLE_END = re.compile(r"[’'](?=[,.;:!?)\s]|$)(?<=[,.!?…\w]['’])")
_BLANK = re.compile(r"\n[ \t\u00a0\r]*\n")


def _blank_line_between(text: str, start: int, end: int) -> bool:
    return _BLANK.search(text, start, end) is not None


def _paragraph_end(text: str, start: int, end: int) -> int:
    found = _BLANK.search(text, start, end)
    return found.start() if found else end
