"""What is mended in bytes and text that were once written wrong: broken UTF-8, surrogates, mojibake."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# A file is UTF-8 with broken bytes, rather than another encoding, when it has this many sound characters beyond ASCII
# for each broken byte. Text of a one-byte encoding has next to none by chance.
_SOUND_PER_BROKEN: Final = 4
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_LONE: Final = re.compile("[\ud800-\udfff]")
# Broken bytes that are letters or marks of Windows-1252 (a line pasted from an old system). Not the bytes that begin the
# commonest UTF-8 pairs: alone they are what is left of one.
_LEAD_BYTES: Final = b"\xc2\xc3\xc5\xd0\xd1\xd8\xd9\xe2\xef"
_AS_1252: Final = {
    0xDC00 + byte: bytes([byte]).decode("cp1252")
    if byte not in _LEAD_BYTES and (0xC0 <= byte < 0xFD or byte in b"\x80\x85\x91\x92\x93\x94\x96\x97\xa0\xab\xbb\xb0\xa7\xa3")
    else "\ufffd"
    for byte in range(0x80, 0x100)
}

# UTF-8 read as Latin: the lead byte of a two- or three-byte character, then what a continuation byte looks like in
# Latin-1, Windows-1252 or Mac Roman. Such pairs stand in no word of any language: the second is a mark or a capital control.
_CONTINUATION: Final = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_LATIN_MOJIBAKE: Final = re.compile(
    f"[ÂÃÄÅÎÏÐÑ×ØÙÚÛ]{_CONTINUATION}|â(?:€|\x80).|[àáâãäåæçèéï]{_CONTINUATION}{_CONTINUATION}|√[©®†¥ß¢§™]|‚Ä"
)
# UTF-8 read as Windows-1251: Р or С before each letter, three times in a row.
_CYRILLIC_MOJIBAKE: Final = re.compile("(?:[РС][\x80-\xbfЂѓЃ‚„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤ҐЁЄЇІіґё№єјЅѕї]){3}")
# Cheap sign, in the bytes, that a search is worth it: the lead characters of mojibake (Ã, Â, Ä, Å, Ð, Ñ, Ø, Ù, Î, Ï, ×, â€,
# ã€, ï¼, √) and of the commonest Russian letters (Р°, Рµ, Рѕ, Рё). Text without mojibake seldom holds any.
_SIGNS: Final = (
    re.compile(rb"\xc3(?:[\x82-\x85\x8e-\x91\x97-\x99]|[\xa2\xa3](?:\xe2\x82\xac|\xc2\x80)|\xaf\xc2\xbc)"),
    re.compile(rb"\xd0\xa0(?:\xc2[\xb0\xb5]|\xd1[\x91\x95])"),
    re.compile(rb"\xe2\x88\x9a"),
)
# Longer lines are left as they are: the search for a repair is not worth minutes.
_MAX_LINE: Final = 200_000
_ENCODINGS: Final = {
    "latin-1": "iso-8859-1", "macroman": "macintosh", "sloppy-windows-1250": "windows-1250",
    "sloppy-windows-1251": "windows-1251",
    "sloppy-windows-1252": "windows-1252", "sloppy-windows-1253": "windows-1253", "sloppy-windows-1254": "windows-1254",
}  # fmt: skip


class Mended(NamedTuple):
    """Text of a broken UTF-8 file."""

    text: str
    broken: int  # bytes that were not UTF-8
    confidence: float


def mend_broken_utf8(data: bytes) -> Mended | None:
    """Read mostly sound UTF-8; None when too little of it is sound."""
    escaped = data.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPED.findall(escaped))
    sound = sum(1 for _ in _BEYOND_ASCII.finditer(escaped)) - broken
    if sound < _SOUND_PER_BROKEN * broken:
        return None
    return Mended(escaped.translate(_AS_1252), broken, round(sound / (sound + broken), 3))


_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]")


def join_surrogates(data: bytes) -> str | None:
    """Read UTF-8 in which surrogates were written as characters; None when that is not what is wrong."""
    if b"\xed" not in data:
        return None
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return _LONE.sub("\ufffd", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def may_be_mojibake(data: bytes) -> bool:
    """Whether a look at UTF-8 text for mojibake is worth its time."""
    return any(sign.search(data) for sign in _SIGNS)


def mend_mojibake(text: str) -> tuple[str, str] | None:
    """The text with its mojibake read right, and the encoding it was wrongly read in; None where nothing is certain.

    Certain means: at least two traces (or one, in a text without any other letter beyond ASCII), and the line reads back
    as strict UTF-8 with fewer oddities than before. Other lines stay as they are.
    """
    pattern = _LATIN_MOJIBAKE
    traces = pattern.findall(text)
    if not traces:
        pattern = _CYRILLIC_MOJIBAKE
        traces = pattern.findall(text)
    if not traces or (len(traces) == 1 and pattern is _LATIN_MOJIBAKE and re.search("[À-ɏ]", pattern.sub("", text))):
        return None
    import ftfy  # 0.1 s, for one file in thousands
    from ftfy.badness import badness

    lines = text.splitlines(keepends=True)
    wrong = ""
    for number, line in enumerate(lines):
        if len(line) > _MAX_LINE or not pattern.search(line):
            continue
        fixed, steps = ftfy.fix_encoding_and_explain(line)
        encoding = next((step.parameter for step in steps or [] if step.action == "encode"), None)
        if encoding in _ENCODINGS and "\ufffd" not in fixed and badness(fixed) < badness(line):
            lines[number] = fixed
            wrong = wrong or _ENCODINGS[encoding]
    return ("".join(lines), wrong) if wrong else None
