"""The published file: replaced whole by an atomic rename, read by anybody at any time."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from pathlib import Path

from newsetl.errors import PublishFailed

_FICLONE = 0x40049409  # Linux ioctl: share the blocks of a file, where the disk can


def copy_file(source: Path, target: Path) -> None:
    """Copy bytes to a new file and wait until they are on the disk; shares blocks where the disk can do so."""
    with source.open("rb") as reader, target.open("wb") as writer:
        cloned = False
        with contextlib.suppress(OSError, ImportError):
            import fcntl

            fcntl.ioctl(writer.fileno(), _FICLONE, reader.fileno())
            cloned = True
        if not cloned:
            shutil.copyfile(source, target)  # by the kernel, past this process
        os.fsync(writer.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk: only then does a rename outlast a power cut.

    Where the disk cannot be asked for it (a folder that may not be listed, some network disks) the rename stands all the same.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def move_file(source: Path, target: Path) -> bool:
    """Put ``source`` itself in the place of ``target``, where both are on one disk; readers of the old file keep it.

    Returns:
        Whether it was done; nothing is touched where another disk asks for a copy.

    Raises:
        PublishFailed: no right; the old file is untouched.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(source, target)
        sync_folder(target.parent)
    except OSError as error:
        if error.errno == errno.EXDEV:
            return False
        raise _failed(target, error) from None
    return True


def replace_file(source: Path, target: Path) -> None:
    """Put a copy of ``source`` in the place of ``target``: readers see the old file or the new one, never half.

    Raises:
        PublishFailed: no space, no right; the old file is untouched.
    """
    temporary = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copy_file(source, temporary)
        os.replace(temporary, target)
        sync_folder(target.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise _failed(target, error) from None


def _failed(target: Path, error: OSError) -> PublishFailed:
    return PublishFailed(
        f"cannot write {target}: {error.strerror}. The old file is untouched; make room or give the right to write, "
        "and run again: nothing has to be read anew"
    )


def keep_snapshot(published: Path, folder: Path, run_id: str, keep: int) -> None:
    """Keep this publication to go back to, and the ``keep`` newest of them.

    A hard link: the published file is never written in place, so a snapshot costs nothing until the next publication.
    """
    if keep <= 0:
        return
    folder.mkdir(parents=True, exist_ok=True)
    snapshot = folder / f"{run_id}.duckdb"
    snapshot.unlink(missing_ok=True)
    try:
        os.link(published, snapshot)
    except OSError:  # another disk, or one without hard links
        part = snapshot.with_suffix(".part")
        try:
            copy_file(published, part)
            os.replace(part, snapshot)
        finally:
            part.unlink(missing_ok=True)
    for old in sorted(folder.glob("*.duckdb"))[:-keep]:
        old.unlink()
