"""Where the SQL, the reference lists and the flows are: beside the sources in a checkout, inside the package in a wheel."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``sql``, ``seeds`` or ``flows`` that belongs to this code."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / name


@cache
def reading_code() -> str:
    """Twelve hex digits that change with the code that reads texts."""
    digest = hashlib.sha256()
    for path in [_PACKAGE / "annotate.py", *sorted((_PACKAGE / "text").rglob("*"))]:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]
