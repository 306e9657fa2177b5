"""How a raw folder is named: a path, or a URL that fsspec understands, in which no secret may stand.

A secret is refused and not cut out: before newsetl sees an address, shells, schedules and lists of processes have kept it, and
fsspec has places for secrets that every worker can read. Text only; nothing here opens anything.
"""

from __future__ import annotations

import os
import re
from urllib.parse import unquote

from newsetl.errors import SettingsError

_PROTOCOL = r"[A-Za-z][A-Za-z0-9+.-]*"
_URL = re.compile(rf"(?:{_PROTOCOL}::)*{_PROTOCOL}://")
_HOST = rf"{_PROTOCOL}://(?:[^/@]*@|[^/@:]*:(?!/)[^@:]*@)?[^/:]*(?::\d+(?=/))?"  # a password is kept whole, to be refused whole
_ENTRY = re.compile(rf"(?:[^:/=]*=)?(?:{_PROTOCOL}::)*{_HOST}(?:::{_HOST}|::|[^:])*|[^:]+")
# a colon that begins no port; a name before the host of a web page, where tokens stand; a query, which signs an address
_SECRET = re.compile(r"://[^/]*:(?!\d+(?:/|$))|(?:^|=)https?://[^/]*@|://.*[?&][^=/]+=")


def is_url(folder: str) -> bool:
    """Whether a raw folder is a URL; a normalised path never has two slashes after a colon."""
    return "://" in folder


def split_list(text: str) -> tuple[str, ...]:
    """The entries of a list such as ``NEWSETL_RAW``; on systems that separate by ``:`` the colons of a URL separate nothing."""
    return tuple(_ENTRY.findall(text) if os.pathsep == ":" else filter(None, text.split(os.pathsep)))


def shown(source: str) -> str:
    """A raw folder as it may be shown: of an address that has a secret in it, the protocol."""
    for part in source.split("::"):
        if _SECRET.search(part):
            return part.partition("://")[0].rpartition("=")[2] + "://***"
    return source


def split_label(source: str) -> tuple[str, str]:
    """Label (may be empty) and folder of ``label=folder`` or ``folder``; an fsspec URL stays as it is, without slashes at its end.

    Raises:
        SettingsError: a password, key or signature stands in a URL, or a ``file:`` URL names another machine.
    """
    label, found, folder = source.partition("=")
    if not found or "/" in label:
        label, folder = "", source
    if not _URL.match(folder):
        return label, folder
    hidden = shown(folder)
    if hidden != folder:
        option = f"FSSPEC_{hidden.partition('://')[0].upper()}_<OPTION>"
        raise SettingsError(
            f"raw folder {hidden} has a password, key or signature in its address; nothing was read. Put it where fsspec looks for it on "
            f"every machine that reads ({option} or ~/.config/fsspec/*.json), or where its driver does (an AWS profile, an ssh key), and "
            "give the address without it"
        )
    if re.match("(?:file|local)://", folder):  # a folder of this machine under another name: links and pipes are looked at as there
        path = folder.partition("://")[2]
        if not path.startswith("/"):
            raise SettingsError(f"raw folder {folder} names a machine before its path; nothing was read. Give file:///path, or the path")
        return label, unquote(path)
    first, _, last = folder.rpartition("::")
    if first and "://" not in last:
        return label, f"{first}::{os.path.abspath(last)}"  # an archive on a disk; a worker may have been started elsewhere
    return label, folder if folder.endswith("://") else folder.rstrip("/")


def protocols(url: str) -> list[str]:
    """The protocols of a URL, outermost first: ``zip`` and ``s3`` of ``zip://::s3://bucket/2021.zip``."""
    parts = url.split("::")
    found = [part.partition("://")[0] if "://" in part else part for part in parts[:-1]]
    return [*found, parts[-1].partition("://")[0] if "://" in parts[-1] else "file"]


def base_name(url: str) -> str:
    """The last name of a URL's path, else its host or bucket; of an archive as a whole, the name of its file."""
    parts = url.split("::")
    for number, part in enumerate(parts):
        place = part.partition("://")[2] if "://" in part else part if number == len(parts) - 1 else ""
        host, slash, path = place.rstrip("/").partition("/")
        if path or slash:
            return path.rpartition("/")[2]
        if host:
            return host.rpartition("@")[2].partition(":")[0]
    return ""
