"""One tree of errors. What concerns one document is ``Rejected`` (data); everything else stops the run."""

from __future__ import annotations


class NewsetlError(Exception):
    """Base of all errors that a user should read: says what is wrong, where, and what to do."""


class Rejected(NewsetlError):
    """A record that is not loaded; becomes a row of ``meta.rejects``.

    ``reason`` is a fixed code that people group by, ``detail`` a sentence for this record.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason, detail)  # both arguments, so that the error survives pickling
        self.reason = reason
        self.detail = detail


class TooSlow(NewsetlError):
    """A question that took longer than it may, and was stopped."""


class SettingsError(NewsetlError):
    """A setting or argument that cannot be used."""


class InvalidReference(NewsetlError):
    """A reference list that breaks its schema: file, line, column and what is wrong."""


class Locked(NewsetlError):
    """Another run holds the lock of this warehouse."""


class ModelFailed(NewsetlError):
    """A SQL model failed: file, line and DuckDB's message."""


class MemoryExceeded(ModelFailed):
    """A build needed more memory than DuckDB may use; with more of it, it may succeed."""


class ChecksFailed(NewsetlError):
    """The built warehouse breaks a check of severity ``error``; nothing was published."""


class PublishFailed(NewsetlError):
    """The published file could not be replaced; the old one is untouched."""


class RunFailed(NewsetlError):
    """The machine did not give what a run needs (disk, memory, rights); nothing was published."""


class StoreFailed(RunFailed, OSError):
    """A store that holds raw files did not answer, or not as it should; trying again may help, as with an error of a disk."""
