"""Bytes of a raw file to its text: byte order mark, strict UTF-8, then what the bytes look like."""

from __future__ import annotations

import chardet

from newsetl.errors import Rejected
from newsetl.text.model import Decoded

VERSION = "1"

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip


def decode(data: bytes) -> Decoded:
    """The text of a file; raises ``Rejected`` with ``empty``, ``binary`` or ``undecodable``."""
    if not data.strip():
        raise Rejected("empty", "The file has no text.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace").replace("\x00", ""), encoding, "bom", 1.0, None)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return Decoded(text.replace("\x00", ""), "utf-8", "utf-8", 1.0, None)
    guess = chardet.detect(data[:200_000])
    if not guess["encoding"]:
        raise Rejected("undecodable", "No encoding reads these bytes as text.")
    text = data.decode(guess["encoding"], "replace").replace("\x00", "")
    return Decoded(text, guess["encoding"].lower(), "detected", float(guess["confidence"]), None)
