"""When a text was published, at the precision the evidence has, with the words it came from."""

from __future__ import annotations

from datetime import date

from newsetl.text.edtf import bounds, precision
from newsetl.text.model import Header, Published, Sentence

VERSION = "1"


def publication_date(
    text: str, header: Header, file_name: str, sentences: list[Sentence], language: str, today: date
) -> Published:
    """The best evidence for the date of publication: header, file name, dateline, text."""
    for field in header.fields:
        if field.key == "date" and field.value:
            first, last = bounds(field.value)
            return Published(field.value, first, last, precision(field.value), "header", field.value_raw, field.rule)
    return Published(None, None, None, "none", "none", None, None)
