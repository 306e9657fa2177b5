"""Pages to look around in: a small web server over the published file."""

from __future__ import annotations

from newsetl.errors import NewsetlError
from newsetl.settings import Settings


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve the pages until stopped."""
    raise NewsetlError("the dashboard is not built yet; newsetl report writes a file to look at")
