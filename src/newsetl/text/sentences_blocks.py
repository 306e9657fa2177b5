"""Lines into blocks, and what kind of block each is: heading, list item, caption, byline, link or running text.

A blank line always ends a block. A single line end does so too, unless the text is hard-wrapped (written to a fixed
width) or the next line goes on in lower case.
"""

from __future__ import annotations

import re

# A mark at the start of a list item: a bullet, "1." / "1)" / "a)" (one or two digits: "2021." is a year).
LIST_MARK = re.compile(r"(?:[•‣◦▪■●○►▶➤✓✔*·»>–—-]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))[ \t\u00a0]+(?=\S)")
BULLET = re.compile(r"[•‣◦▪■●○►▶➤✓✔][ \t\u00a0]*")

# "Read more" lines, at the start of a block, in the languages of news we meet.
_LINK_WORDS = (
    r"(?:(?:à|a) )?lire (?:aussi|également|egalement|encore)|voir aussi|"
    r"(?:à|a) (?:lire|voir|écouter|ecouter) (?:aussi|également|sur)|lisez (?:aussi|également)|"
    r"pour en savoir plus|sur le même (?:sujet|thème)|notre dossier|"
    r"read (?:more|also|next|the full story|our)|also read|see also|more on this(?: story)?|"
    r"related(?: (?:stories|articles|topics|links|content))?|"
    r"you may also like|watch(?: also| more)?|listen(?: to more)?|click here|find out more|"
    r"le[ea] (?:también|tambien|más|mas)|te puede interesar|ver también|más información|"
    r"lesen sie (?:auch|mehr|hier)|mehr zum thema|siehe auch|mehr dazu|"
    r"legg?i anche|per approfondire|vedi anche|"
    r"lei[ae] (?:também|mais)|veja (?:também|mais)|saiba mais|"
    r"lees (?:ook|meer|verder)|zie ook|"
    r"czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|"
    r"читайте (?:также|ещё|еще|подробнее)|смотрите также|по теме|"
    r"اقرأ (?:أيضا|أيضاً|المزيد)|إقرأ أيضا|شاهد أيضا|"
    r"ayrıca (?:oku|bakınız)|bunu da oku"
)
LINK = re.compile(rf"[\s\[(>»→▶►*-]{{0,4}}(?:{_LINK_WORDS})(?![\w'’-])", re.IGNORECASE)

_CAPTION_WORDS = (
    r"photos?|images?|crédits?(?: photos?)?|credits?|légende|legende|caption|pictures?|illustration|infographie|fotos?|"
    r"bild|bildunterschrift|imagen|immagine|imagem|file photo|image (?:source|caption|copyright)|media caption|"
    r"фото|صورة|zdjęcie|fotoğraf"
)
CAPTION = re.compile(
    rf"[\s\[(]{{0,3}}(?:(?:{_CAPTION_WORDS})(?:\s(?:d['’]illustration|by|par|von|de|di|source|caption|copyright))?"
    r"(?:\s?[:/©|]|\s?\((?:archives?|afp|ap|reuters|efe|dpa|ansa))|©|\(c\)\s)",
    re.IGNORECASE,
)

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_PARTICLE = r"de|du|van|von|den|der|da|di|la|le|el|al|bin|ben|et|and|und|y|e|en|with|avec|mit"
BYLINE = re.compile(
    r"(?:[Pp]ar|PAR|[Bb]y|BY|[Vv]on|VON|[Dd]oor|[Pp]or|POR|[Dd]i|[Tt]ext[eo]?\s?:|"
    r"(?:[Pp]roduced|[Rr]eporting|[Rr]eported|[Ww]ritten|[Ee]dited|[Cc]ompiled)\s[Bb]y|"
    r"(?:[Pp]ropos\s)?[Rr]ecueillis\spar|[Pp]ropos\srecueillis\spar)\s+"
    r"(?:notre\s(?:correspondante?|envoyée?\sspéciale?)\s+)?"
    rf"{_NAME}(?:\s+(?:(?:{_PARTICLE})\s+)?{_NAME}){{0,5}}(?:\s?[,|(–—-]\s?[^.!?]{{0,60}})?$"
)

HEADING_LENGTH = 120  # code points; longer unpunctuated blocks are text cut off or tables, not headings
_QUESTION_LENGTH = 90  # code points; a longer question is text
_NOT_A_HEADING = (*",;:-–—….!?»\"”)]。！？؟।۔،",)  # last characters of running text

_SOFT_MIN, _SOFT_MAX = 45, 130  # code points a line in texts written to a fixed width (usually 60 to 80)
_BROKEN_MAX = 200  # code points of the longest line in texts whose lines were broken at any place
_LINES = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_TERMINAL = re.compile(r"[.!?…。！？؟।۔:][\"'»”’“)\]\s]{0,6}$")


def is_wrapped(lines: list[tuple[int, int]], text: str) -> bool:
    """Whether the text is hard-wrapped: most line ends stand inside a sentence, and no line is long."""
    count = broken = 0
    for position, (start, end) in enumerate(lines[:-1]):
        following = lines[position + 1][0]
        if end - start > _SOFT_MAX:
            return False
        if text.count("\n", end, following) > 1:  # a blank line: says nothing
            continue
        count += 1
        if end - start >= _SOFT_MIN and not _TERMINAL.search(text, max(start, end - 8), end):
            broken += 1
        if count >= 400:  # enough to know
            break
    return count >= 3 and broken >= 0.6 * count


def blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of blocks within ``text[start:end]``, without white space at either end; none is empty."""
    lines: list[tuple[int, int]] = []
    for match in _LINES.finditer(text, start, end):
        a, b = match.span()
        piece = match.group()
        stripped = piece.strip()
        if stripped:
            a += len(piece) - len(piece.lstrip())
            lines.append((a, a + len(stripped)))
    if len(lines) < 2:
        return lines
    wrapped = is_wrapped(lines, text)
    # Where lines are whole paragraphs, a lower-case line is careless writing, not the rest of the line before.
    broken = not wrapped and max(b - a for a, b in lines) <= _BROKEN_MAX
    joined: list[tuple[int, int]] = [lines[0]]
    line = lines[0][0]
    for a, b in lines[1:]:
        first, last = joined[-1]
        if (wrapped or (broken and text[a].islower())) and _goes_on(text, line, last, a, b, wrapped):
            joined[-1] = (first, b)
        else:
            joined.append((a, b))
        line = a
    return joined


def _goes_on(text: str, line: int, last: int, following: int, end: int, wrapped: bool) -> bool:
    """Whether the line ``text[following:end]`` goes on with the block whose last line is ``text[line:last]``."""
    gap = text[last:following]
    if (gap.count("\n") or gap.count("\r")) + gap.count("\u2029") > 1 or LIST_MARK.match(text, following, end):
        return False
    if wrapped:  # the last line of a paragraph is short
        return last - line >= _SOFT_MIN
    return not _TERMINAL.search(text, max(line, last - 8), last)


def block_kind(text: str, start: int, end: int, has_next: bool, alone: bool) -> str:
    """The kind of a block that holds ``text[start:end]``; ``sentence`` for running text.

    ``has_next``: another block follows (a heading heads something); ``alone``: the splitter finds no inner boundary.
    """
    length = end - start
    first = text[start]
    if length <= 300:
        if first in "([©>»→▶►*-" or first.isalpha():
            if LINK.match(text, start, end) and _is_link(text, start, end):
                return "link"
            if CAPTION.match(text, start, end):
                return "caption"
        if length <= 160 and BYLINE.match(text, start, end):
            return "byline"
    if (LIST_MARK.match(text, start, end) and first not in "»>–—") or BULLET.match(text, start, end):
        return "list_item"
    if alone and has_next and length <= HEADING_LENGTH and (first.isalnum() or first in "«\"“'‘¿¡("):
        last = text[end - 1]
        if last not in _NOT_A_HEADING:
            return "heading"
        if last in "?？؟" and length <= _QUESTION_LENGTH and first not in "«\"“'‘":
            return "heading"
        if last in "»\"”)]" and not _TERMINAL.search(text, max(start, end - 8), end):
            return "heading"
    return "sentence"


def _is_link(text: str, start: int, end: int) -> bool:
    """Words of a link open sentences too ("Watch what happens."): a link has a colon, a mark, or no full stop."""
    match = LINK.match(text, start, end)
    assert match is not None
    rest = text[match.end() : end]
    return not rest.strip() or rest.lstrip()[:1] in ":|>»→-–—" or (text[end - 1] not in ".!?…»\"”" and end - start <= 160)
