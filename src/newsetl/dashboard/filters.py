"""The filter of a page stands in its address: ``?from=2021-11&topic=…``, the same names as the report's options."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from newsetl.warehouse.queries import Scope, parse_scope

NAMES = ("from", "until", "topic", "actor", "source", "language")


def scope_of(given: Mapping[str, str]) -> Scope:
    """The filter that an address holds.

    Raises:
        SettingsError: a date that is none.
    """
    told = {name: given.get(name, "").strip() or None for name in NAMES}
    since = told.pop("from")
    return parse_scope(since=since, **told)


def address(path: str, given: Mapping[str, str], **changed: str | None) -> str:
    """``path`` with the filter as it is, some of it changed; ``None`` takes a limit away."""
    kept = {name: given[name] for name in NAMES if given.get(name)}
    for name, value in changed.items():
        name = name.rstrip("_")
        if value is None:
            kept.pop(name, None)
        else:
            kept[name] = str(value)
    return path + ("?" + urlencode(kept) if kept else "")
