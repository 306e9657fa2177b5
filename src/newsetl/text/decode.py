"""Bytes of a raw file to its text: byte order mark, strict UTF-8, UTF-16 and UTF-32 by pattern, then what the bytes look like.

The text is the plain decoding, line ends included; only a byte order mark and NUL characters (which no database text can
hold) are left out. What else was mended is said in ``Decoded.repair``, several mendings joined by a space:

``truncated:ENCODING``  the file ends within a character, which is left out
``broken_bytes:N``      N bytes in a UTF-8 file that are not UTF-8: read as Windows-1252 where that makes a letter, else U+FFFD
``surrogates``          characters written as two surrogates in UTF-8 (CESU-8) are joined; lone ones become U+FFFD
``nul:N``               N NUL characters are left out
``mojibake:ENCODING``   UTF-8 that was once read as ENCODING and written again is read right

Languages and legacy encodings that are tested on real texts: Windows-1252, ISO-8859-1 and -15 and Mac Roman with French,
Spanish, German, Italian, Portuguese, Dutch, Swedish; Windows-1250 with Polish, Czech, Romanian; ISO-8859-2;
Windows-1251, ISO-8859-5, KOI8-R, KOI8-U, Mac Cyrillic with Russian and Ukrainian; Windows-1253 and ISO-8859-7 Greek;
-1254 and -9 Turkish; -1255 and -8 Hebrew; -1256 and -6 Arabic, Persian; GB18030, Big5, Shift-JIS, EUC-JP, ISO-2022-JP, EUC-KR.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn

from newsetl.errors import Rejected
from newsetl.text.decode_legacy import detect_legacy
from newsetl.text.decode_repair import join_surrogates, may_be_mojibake, mend_broken_utf8, mend_mojibake
from newsetl.text.decode_wide import detect_wide
from newsetl.text.model import Decoded

VERSION: Final = "2"

# Longer marks first: the one of UTF-32 begins with the one of UTF-16.
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Files that are not text, by their first bytes; only marks that no text begins with.
_MAGIC: Final = {
    b"%PDF-": "PDF", b"PK\x03\x04": "ZIP or office document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "office document",
    b"{\\rtf1": "RTF",
    b"\x1f\x8b\x08": "gzip", b"BZh9": "bzip2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zstd", b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar", b"\x89PNG\r\n\x1a\n": "PNG image", b"\xff\xd8\xff": "JPEG image", b"GIF87a": "GIF image",
    b"GIF89a": "GIF image", b"II*\x00": "TIFF image", b"MM\x00*": "TIFF image", b"\x7fELF": "program", b"PAR1": "Parquet",
    b"SQLite format 3\x00": "SQLite", b"ID3\x03": "audio", b"ID3\x04": "audio", b"OggS\x00": "audio",
}  # fmt: skip
_MAGIC_MARKS: Final = tuple(_MAGIC)
# Control characters that text files hold: tab, line feed, vertical tab, form feed, carriage return, end of file, escape.
_CONTROLS: Final = bytes(c for c in (*range(0x20), 0x7F) if c not in b"\t\n\v\f\r\x1a\x1b")
# Share of other control characters from which a file is not text. Compressed data has one in nine.
_MAX_CONTROLS: Final = 0.05
# NUL characters may be more: padded fields. Those at the end do not count: space that was allocated and never filled.
_MAX_NULS: Final = 0.3
# Undecodable characters that are let pass in text of a detected encoding.
_MAX_REPLACED: Final = 0.01
# First bytes of accented Latin, Cyrillic and Arabic letters and of typographic marks in UTF-8: alone at the end of a file they
# are a cut character even when all before is ASCII; other bytes are a last letter in an older encoding.
_COMMON_LEADS: Final = b"\xc2\xc3\xd0\xd1\xd8\xd9\xe2"
_INVISIBLE: Final = "\ufeff\u200b\u200c\u200d\u2060\x00"
_A_LETTER: Final = re.compile(r"[^\W\d_]")
_REPLACEMENT: Final = "\ufffd"


def decode(data: bytes) -> Decoded:
    """The text of a file.

    Raises ``Rejected`` with the reason ``empty`` (no bytes, or only white space), ``binary`` (another kind of file, or full
    of control characters), ``undecodable`` (no encoding reads it) or ``no_text`` (not one letter).
    The text can always be encoded as UTF-8 and holds no NUL.
    """
    if not data.strip():
        raise Rejected("empty", "The file has no bytes." if not data else "The file has only white space.")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if not controls and data[0] not in b"\xef\xff\xfe" and not data.startswith(_MAGIC_MARKS):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if b"\x1b$" not in data:  # ISO-2022-JP is all ASCII
                return _finish(text, "utf-8", "utf-8", 1.0, [], data)
    return _decode_slowly(data, controls)


def _decode_slowly(data: bytes, controls: int) -> Decoded:
    for mark, kind in _MAGIC.items():
        if data.startswith(mark):
            raise Rejected("binary", f"The file is no text but {kind}.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            if encoding == "utf-8":
                if (decoded := _utf8(rest, "bom")) is not None:
                    return decoded
                data = rest
                break
            return _strictly(rest, encoding, "bom", 1.0)
    if controls:
        if wide := detect_wide(data):
            return _strictly(data, wide, f"{wide[:6]}-pattern", 0.95)
        filled = data.rstrip(b"\x00")
        nuls, others = filled.count(0), controls - data.count(0)
        if not filled or nuls > _MAX_NULS * len(filled) or others > _MAX_CONTROLS * (len(filled) - nuls):
            raise Rejected("binary", f"{controls} of {len(data)} bytes are control characters.")
    if b"\x1b$" not in data and (decoded := _utf8(data, "utf-8")) is not None:
        return decoded
    guess = detect_legacy(data)
    if guess is None:
        raise Rejected("undecodable", "No encoding reads these bytes as text.")
    return _strictly(data, guess.codec, "detected", guess.confidence, guess.encoding)


def _utf8(data: bytes, rule: str) -> Decoded | None:
    """Read as UTF-8, mended where a few bytes are broken; None when the bytes are another encoding."""
    try:
        return _finish(data.decode("utf-8"), "utf-8", rule, 1.0, [])
    except UnicodeDecodeError as error:
        start, at_end = error.start, error.reason == "unexpected end of data" and error.start >= len(data) - 3
    if at_end and (not data[:start].isascii() or data[start] in _COMMON_LEADS):
        return _finish(data[:start].decode("utf-8"), "utf-8", rule, 0.99, ["truncated:utf-8"])
    if (text := join_surrogates(data)) is not None:
        return _finish(text, "utf-8", rule, 0.95, ["surrogates"])
    mended = mend_broken_utf8(data)
    if mended is None:
        return None
    return _finish(mended.text, "utf-8", rule, mended.confidence, [f"broken_bytes:{mended.broken}"])


def _strictly(data: bytes, codec: str, rule: str, confidence: float, encoding: str | None = None) -> Decoded:
    """Read in a known encoding; a few characters may fail, more are no text in that encoding."""
    repairs = []
    encoding = encoding or codec
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4 and error.start:
            text = data[: error.start].decode(codec)
            repairs.append(f"truncated:{encoding}")
        else:
            text = data.decode(codec, "replace")
            replaced = text.count(_REPLACEMENT)
            if replaced > max(1, _MAX_REPLACED * len(text)):
                raise Rejected("undecodable", f"{replaced} of {len(text)} characters cannot be read as {encoding}.") from error
            repairs.append(f"broken_bytes:{replaced}")
    return _finish(text, encoding, rule, confidence, repairs)


def _finish(text: str, encoding: str, rule: str, confidence: float, repairs: list[str], data: bytes = b"") -> Decoded:
    """The result, without byte order mark, NULs and mojibake; ``data`` is the text in UTF-8 where it is at hand."""
    text = text.removeprefix("\ufeff")
    if "\x00" in text:
        repairs.append(f"nul:{text.count(chr(0))}")
        text = text.replace("\x00", "")
    if not _A_LETTER.search(text):
        _reject_letterless(text)
    likely = encoding == "utf-8" and not text.isascii() and may_be_mojibake(data or text.encode())
    if likely and (mended := mend_mojibake(text)) is not None:
        text, wrong = mended
        repairs.append(f"mojibake:{wrong}")
    return Decoded(text, encoding, rule, confidence, " ".join(repairs) or None)


def _reject_letterless(text: str) -> NoReturn:
    if not text.strip().strip(_INVISIBLE):
        raise Rejected("empty", "The file has only white space.")
    raise Rejected("no_text", "The file has no letter, only digits and marks.")
