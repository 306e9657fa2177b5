"""``newsetl serve``: the flow of ``flows/`` on a schedule, in a process of its own, since only flows import Prefect."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from newsetl import resources
from newsetl.errors import NewsetlError, SettingsError
from newsetl.settings import Settings


def serve_flow(sources: Sequence[str], cron: str, settings: Settings) -> None:
    """Serve the flow ``ingest`` until stopped; the schedule stays with the Prefect server.

    Raises:
        SettingsError: no raw folder, or not five cron fields.
        NewsetlError: serving ended with an error, which it has printed.
    """
    if not sources:
        raise SettingsError("no raw folder given; name one or more folders of text files, or set NEWSETL_RAW")
    if len(cron.split()) != 5:
        raise SettingsError(f"--cron {cron!r}: five fields are wanted (minute hour day month weekday), such as '*/15 * * * *'")
    command = [sys.executable, str(resources.folder("flows") / "newsetl_serve.py"), "--cron", cron]
    command += ["--warehouse", str(settings.warehouse.absolute())]
    if settings.state is not None:
        command += ["--state", str(settings.state.absolute())]
    try:
        ended = subprocess.run([*command, *sources], check=False).returncode
    except KeyboardInterrupt:  # the flow's process got it too and says so
        return
    if ended:
        raise NewsetlError(f"serving ended with exit code {ended}")
